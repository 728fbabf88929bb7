#include "test.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/action.h"
#include "tui/form_fields.h"

static void
actions__have__no_key_twice_in_one_context(void **state)
{
	(void)state;
	for (const struct action *a = actions; a->act != ACT_NONE; a++)
		for (const struct action *b = a + 1; b->act != ACT_NONE; b++) {
			if ((a->contexts & b->contexts) == 0)
				continue;
			g_auto(GStrv) keys = g_strsplit(a->keys, " ", -1);
			for (guint i = 0; keys[i] != NULL; i++)
				if (action_has_key(b, keys[i]))
					fail_msg("“%s” is the key of %s and of %s", keys[i], a->id,
						 b->id);
		}
}

static void
actions__have__ids_and_labels_in_both_languages(void **state)
{
	(void)state;
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		assert_non_null(action->id);
		assert_non_null(action->label);
		i18n_set_language("fr");
		if (_(action->label) ==
		    action->label) /* found in the catalogue, even if it is the same */
			fail_msg("%s has no French label", action->id);
		if (action->hint != NULL && text_width(_(action->hint)) > 14)
			fail_msg("the French hint of %s is too long", action->id);
		i18n_set_language("en");
	}
}

static const struct {
	enum act act;
	const char *reason;
} in_no_menu[] = {
	{ACT_SAVE, "in a form letters are text, and the menus cannot be opened"},
	{ACT_SUSPEND, "it is the shell’s key: who knows it wants it, nobody else"},
};

static void
actions__stand__in_a_menu_or_have_a_reason(void **state)
{
	(void)state;
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		bool excused = false;
		for (gsize i = 0; i < G_N_ELEMENTS(in_no_menu); i++)
			excused |= in_no_menu[i].act == action->act;
		if (action->menu == MENU_NONE && !excused)
			fail_msg("%s stands in no menu", action->id);
		if (action->menu != MENU_NONE && excused)
			fail_msg("%s stands in a menu, and needs no excuse", action->id);
	}
}

/* Some terminals keep F1, F10 or F11 for themselves, and some keyboards have none. */
static void
function_keys__have__a_twin(void **state)
{
	(void)state;
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		g_auto(GStrv) keys = g_strsplit(action->keys, " ", -1);
		guint functions = 0;
		for (guint i = 0; keys[i] != NULL; i++)
			functions += *keys[i] == 'F' && g_ascii_isdigit(keys[i][1]);
		if (functions > 0 && functions == g_strv_length(keys))
			fail_msg("%s has function keys alone", action->id);
	}
}

static guint
classes_check(const char *path, const char *text)
{
	static const char head[] = "static const struct screen_class ";
	guint seen = 0;
	for (const char *at = text; (at = strstr(at, head)) != NULL; at += strlen(head)) {
		const char *end = strstr(at, "\n};");
		g_autofree char *class = g_strndup(at, (gsize)(end - at));
		if (strstr(class, ".key = ") == NULL || strstr(class, ".overlay = true") != NULL)
			continue;
		seen++;
		if (strstr(class, ".keys = ") == NULL)
			fail_msg("%s: this screen takes keys and does not say which: %s", path,
				 class);
	}
	return seen;
}

static void
keys__need__neither_altgr_nor_a_digit(void **state)
{
	(void)state;
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		g_auto(GStrv) keys = g_strsplit(action->keys, " ", -1);
		for (guint i = 0; keys[i] != NULL; i++)
			if (strlen(keys[i]) == 1 &&
			    strchr("#@\\|~[]{}`^0123456789", *keys[i]) != NULL)
				fail_msg("%s: “%s” needs AltGr or a digit", action->id, keys[i]);
	}
}

/* Every screen that takes keys of its own, except dialogues, whose hint says them all, and the
 * door, where every key types. */
static void
screens__tell__help_the_keys_they_take_themselves(void **state)
{
	(void)state;
	static const char *const folders[] = {"src/screens", "src/tui"};
	guint seen = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		g_autoptr(GDir) folder = g_dir_open(folders[i], 0, NULL);
		const char *name = NULL;
		while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
			g_autofree char *path = g_build_filename(folders[i], name, NULL);
			g_autofree char *text = NULL;
			if (!g_str_has_suffix(name, ".c") || strcmp(name, "screen_door.c") == 0)
				continue;
			assert_true(g_file_get_contents(path, &text, NULL, NULL));
			seen += classes_check(path, text);
		}
	}
	assert_in_range(seen, 10, 100);
}

static void
forms__show__only_keys_that_can_be_written(void **state)
{
	(void)state;
	for (guint i = 0; nouns[i] != NULL; i++) {
		for (const char *const *name = form_keys(nouns[i]); *name != NULL; name++) {
			const struct noun_key *key = noun_key(nouns[i], *name);
			if (key == NULL || (key->flags & NOUN_READ_ONLY) != 0)
				fail_msg("the form of %s: “%s”", nouns[i]->name, *name);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(actions__have__no_key_twice_in_one_context),
		cmocka_unit_test(actions__have__ids_and_labels_in_both_languages),
		cmocka_unit_test(actions__stand__in_a_menu_or_have_a_reason),
		cmocka_unit_test(keys__need__neither_altgr_nor_a_digit),
		cmocka_unit_test(function_keys__have__a_twin),
		cmocka_unit_test(screens__tell__help_the_keys_they_take_themselves),
		cmocka_unit_test(forms__show__only_keys_that_can_be_written),
	};
	return test_run("action", tests);
}
