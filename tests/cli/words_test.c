/* The pieces of the command line that a shell cannot reach. */
#include <string.h>

#include "app/gesture.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "cli/demo.h"
#include "cli/nearest.h"
#include "test.h"

/* ---- nearest ------------------------------------------------------------------------------------
 */

static void
nearest__finds__what_was_meant(void **state)
{
	(void)state;
	static const char *const words[] = {"event",    "session", "speaker",
					    "attendee", "undo",    NULL};
	assert_text(nearest("evnt", words), "event");
	assert_text(nearest("evetn", words), "event");
	assert_text(nearest("att", words), "attendee");
	assert_text(nearest("sesions", words), "session");
	assert_null(nearest("checkin", words));
	assert_null(nearest("", words));
	g_autofree char *long_word = g_strnfill(10000, 'e');
	assert_null(nearest(long_word, words));
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

static void
gesture_actions__have__one_code_each(void **state)
{
	(void)state;
	for (const struct gesture_action *action = gesture_actions; action->code != NULL; action++)
		assert_ptr_equal(gesture_action(action->code), action);
}

static void
gesture_actions__cover__every_verb_of_the_commands(void **state)
{
	(void)state;
	static const char *const verbs[][2] = {{"new", "new"},       {"add", "new"},
					       {"edit", "edit"},     {"set", "edit"},
					       {"copy", "copy"},     {"merge", "merge"},
					       {"cancel", "cancel"}, {"delete", "delete"},
					       {"move", "move"},     {"remove", "delete"}};
	for (const struct command *command = commands; command->words != NULL; command++) {
		const char *verb = strchr(command->words, ' ');
		for (gsize i = 0; command->noun != NULL && verb != NULL && i < G_N_ELEMENTS(verbs);
		     i++) {
			if (strcmp(verb + 1, verbs[i][0]) != 0)
				continue;
			g_autofree char *code =
				g_strdup_printf("%s_%s", command->noun->name, verbs[i][1]);
			if (gesture_action(code) == NULL)
				fail_msg("no words for %s", code);
		}
	}
}

static void
gesture_phrase__counts__in_both_languages(void **state)
{
	(void)state;
	i18n_set_language("en");
	g_autofree char *one = gesture_phrase("attendees_import", 1);
	g_autofree char *many = gesture_phrase("attendees_import", 12);
	g_autofree char *none = gesture_phrase("event_edit", 0);
	assert_text(one, "1 person registered from a file");
	assert_text(many, "12 people registered from a file");
	assert_text(none, "event changed");
	i18n_set_language("fr");
	g_autofree char *french = gesture_phrase("attendees_import", 12);
	assert_text(french, "12 personnes inscrites depuis un fichier");
}

static void
gesture_phrase__keeps__an_unknown_code(void **state)
{
	(void)state;
	g_autofree char *phrase = gesture_phrase("something_newer", 3);
	g_autofree char *nothing = gesture_phrase(NULL, 3);
	assert_text(phrase, "something_newer");
	assert_text(nothing, "");
}

static void
gesture_sentence__says__what_it_was_about(void **state)
{
	(void)state;
	i18n_set_language("en");
	char kind[] = "undo", action[] = "attendee_new", subject[] = "Journée d’échanges";
	struct gesture gesture = {.kind = kind, .action = action, .amount = 2, .subject = subject};
	g_autofree char *sentence = gesture_sentence(&gesture);
	assert_text(sentence, "undone: 2 people registered — Journée d’échanges");
}

/* ---- dates of the sample ------------------------------------------------------------------------
 */

static void
demo_date(const char *placeholder, const char *today, const char *expected)
{
	GError *error = NULL;
	g_autofree char *date = demo_text(placeholder, today, "/folder", &error);
	assert_no_error(error);
	assert_text(date, expected);
}

static void
demo_text__finds__the_weekday(void **state)
{
	(void)state;
	demo_date("{thu+21}", "2026-09-01", "2026-09-24");
	demo_date("{tue+21}", "2026-09-01", "2026-09-22");
	demo_date("{thu+0}", "2026-09-03", "2026-09-03");
	demo_date("{day-3}", "2026-03-02", "2026-02-27");
	demo_date("a {folder}/x b", "2026-03-02", "a /folder/x b");
	demo_date("none", "2026-03-02", "none");
}

static void
demo_text__avoids__public_holidays(void **state)
{
	(void)state;
	demo_date("{wed+0}", "2026-11-11", "2026-11-18");
	demo_date("{fri+0}", "2026-05-01", "2026-05-15"); /* 1 and 8 May */
	demo_date("{mon+0}", "2026-04-06", "2026-04-13"); /* Easter Monday */
}

static void
demo_text__skips__weeks_without_meetings(void **state)
{
	(void)state;
	demo_date("{tue+0}", "2026-12-22", "2027-01-05");
	demo_date("{thu+10}", "2026-12-14", "2027-01-14");
	demo_date("{thu+0}", "2026-07-20", "2026-08-27");
}

static void
demo_text__keeps__two_weeks_apart(void **state)
{
	(void)state;
	for (int start = 0; start < 400; start++) {
		char today[11];
		date_from_number(date_number("2026-01-01") + start, today);
		GError *error = NULL;
		g_autofree char *first = demo_text("{tue+35}", today, "", &error);
		g_autofree char *second = demo_text("{tue+49}", today, "", &error);
		assert_no_error(error);
		assert_true(strcmp(first, second) < 0);
	}
}

static void
demo_text__refuses__what_it_does_not_know(void **state)
{
	(void)state;
	static const char *const wrong[] = {"{thu}", "{thu+}",      "{xyz+1}", "{thu+1",
					    "{+3}",  "{thu+99999}", "{}"};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
		GError *error = NULL;
		assert_null(demo_text(wrong[i], "2026-09-01", "", &error));
		assert_error(error, ERROR_FORMAT);
		g_clear_error(&error);
	}
}

/* ---- the table of commands ----------------------------------------------------------------------
 */

static void
commands__are__whole(void **state)
{
	(void)state;
	for (const struct command *command = commands; command->words != NULL; command++) {
		const char *space = strchr(command->words, ' ');
		g_autofree char *word =
			space != NULL ? g_strndup(command->words, (gsize)(space - command->words))
				      : NULL;
		assert_non_null(command->run);
		assert_true(word == NULL || command_group(word) != NULL);
		assert_true(command->most < 0 || command->least <= command->most);
		assert_true((command->arguments == NULL) == (command->most == 0));
		assert_int_equal(command->options & OPTIONS_GLOBAL, 0);
	}
}

static void
options__have__one_name_each(void **state)
{
	(void)state;
	for (int i = 0; i < N_OPTIONS; i++) {
		assert_non_null(option_rules[i].name);
		assert_non_null(option_rules[i].does);
		for (int j = 0; j < i; j++) {
			assert_string_not_equal(option_rules[i].name, option_rules[j].name);
			assert_true(option_rules[i].letter == '\0' ||
				    option_rules[i].letter != option_rules[j].letter);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nearest__finds__what_was_meant),
		cmocka_unit_test(gesture_actions__have__one_code_each),
		cmocka_unit_test(gesture_actions__cover__every_verb_of_the_commands),
		cmocka_unit_test(gesture_phrase__counts__in_both_languages),
		cmocka_unit_test(gesture_phrase__keeps__an_unknown_code),
		cmocka_unit_test(gesture_sentence__says__what_it_was_about),
		cmocka_unit_test(demo_text__finds__the_weekday),
		cmocka_unit_test(demo_text__avoids__public_holidays),
		cmocka_unit_test(demo_text__skips__weeks_without_meetings),
		cmocka_unit_test(demo_text__keeps__two_weeks_apart),
		cmocka_unit_test(demo_text__refuses__what_it_does_not_know),
		cmocka_unit_test(commands__are__whole),
		cmocka_unit_test(options__have__one_name_each),
	};
	return test_run("cli words", tests);
}
