#include "test.h"

#include <string.h>

#include "base/i18n.h"
#include "tui/action.h"

#define MANUAL "docs/manuel.md"

static char *
manual_read(void)
{
	char *text = NULL;
	GError *error = NULL;
	g_file_get_contents(MANUAL, &text, NULL, &error);
	assert_no_error(error);
	return text;
}

/* The line of the table of keys that is about ACTION, or NULL. Caller frees. */
static char *
action_line(const char *text, const struct action *action)
{
	g_autofree char *mark = g_strdup_printf("<!-- %s -->", action->id);
	const char *place = strstr(text, mark);
	if (place == NULL)
		return NULL;
	const char *start = place;
	while (start > text && start[-1] != '\n')
		start--;
	return g_strndup(start, strcspn(start, "\n"));
}

static void
manual__has__a_line_for_each_action(void **state)
{
	(void)state;
	g_autofree char *text = manual_read();
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		g_autofree char *line = action_line(text, action);
		if (line == NULL)
			fail_msg("%s has no line “<!-- %s -->”", MANUAL, action->id);
	}
}

static void
manual__says__the_key_and_the_words_of_each_action(void **state)
{
	(void)state;
	g_autofree char *text = manual_read();
	i18n_set_language("fr");
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		g_autofree char *line = action_line(text, action);
		g_autofree char *key = action_key_shown(action);
		g_autofree char *marked = g_strdup_printf("`%s`", key);
		if (line != NULL && strstr(line, marked) == NULL)
			fail_msg("%s: the line of %s does not say %s", MANUAL, action->id, marked);
		if (line != NULL && strstr(line, _(action->label)) == NULL)
			fail_msg("%s: the line of %s does not say “%s”", MANUAL, action->id,
				 _(action->label));
	}
	i18n_set_language("en");
}

static bool
is_action(const char *id)
{
	for (const struct action *action = actions; action->act != ACT_NONE; action++)
		if (strcmp(action->id, id) == 0)
			return true;
	return false;
}

static void
manual__names__no_action_that_is_gone(void **state)
{
	(void)state;
	static const char begin[] = "<!-- ";
	g_autofree char *text = manual_read();
	for (const char *at = text; (at = strstr(at, begin)) != NULL;) {
		at += strlen(begin);
		g_autofree char *id = g_strndup(at, strcspn(at, " \n"));
		if (!is_action(id))
			fail_msg("%s names %s, which is no action", MANUAL, id);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(manual__has__a_line_for_each_action),
		cmocka_unit_test(manual__says__the_key_and_the_words_of_each_action),
		cmocka_unit_test(manual__names__no_action_that_is_gone),
	};
	return test_run("manual", tests);
}
