#include "core/status.h"

#include <string.h>

#include "base/i18n.h"
#include "test.h"

static int
set_french(void **state)
{
	(void)state;
	i18n_set_language("fr");
	return 0;
}

/* ---- every list --------------------------------------------------------------------------- */

static bool
is_code_word(const char *code)
{
	return *code != '\0' &&
	       strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(code);
}

static void
code_lists__hold__lower_case_ascii_codes_once(void **state)
{
	(void)state;
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const char *code = code_lists[i]->codes[j].code;
			if (!is_code_word(code))
				fail_msg("%s: \"%s\" is no code", code_lists[i]->name, code);
			assert_ptr_equal(code_find(code_lists[i], code), &code_lists[i]->codes[j]);
		}
}

static void
code_lists__have_labels__under_the_name_of_their_list(void **state)
{
	(void)state;
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const char *label = code_lists[i]->codes[j].label;
			const char *border = strchr(label, '\004');
			assert_non_null(border);
			g_autofree char *context = g_strndup(label, (gsize)(border - label));
			assert_text(context, code_lists[i]->name);
		}
}

static void
assert_parses(const struct code_list *list, const char *typed, const char *code)
{
	const char *parsed = code_parse(list, typed);
	if (g_strcmp0(parsed, code) != 0)
		fail_msg("%s: \"%s\" gives %s instead of %s", list->name, typed,
			 parsed != NULL ? parsed : "nothing", code);
}

/* Only the dash of an unknown presence is no word. */
static bool
has_word(const char *label)
{
	return strcmp(label, "–") != 0;
}

static void
assert_labels_parse(void)
{
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const struct code *code = &code_lists[i]->codes[j];
			if (has_word(code_text(code)))
				assert_parses(code_lists[i], code_text(code), code->code);
			assert_parses(code_lists[i], code->code, code->code);
		}
}

static void
code_parse__reads_labels__of_the_language_of_the_moment(void **state)
{
	(void)state;
	i18n_set_language("en");
	assert_labels_parse();
	i18n_set_language("fr");
	assert_labels_parse();
}

static void
code_parse__reads_labels__of_the_other_language(void **state)
{
	(void)state;
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const struct code *code = &code_lists[i]->codes[j];
			i18n_set_language("fr");
			const char *french = code_text(code);
			i18n_set_language("en");
			const char *english = code_text(code);
			if (!has_word(french))
				continue;
			assert_parses(code_lists[i], french, code->code);
			i18n_set_language("fr");
			assert_parses(code_lists[i], english, code->code);
		}
}

static void
code_parse__reads_aliases__each_for_one_code(void **state)
{
	(void)state;
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const struct code *code = &code_lists[i]->codes[j];
			g_auto(GStrv) aliases =
				g_strsplit(code->aliases != NULL ? code->aliases : "", ";", -1);
			for (guint k = 0; aliases[k] != NULL; k++)
				assert_parses(code_lists[i], aliases[k], code->code);
		}
}

static void
code_lists__name_as_next__only_their_own_codes(void **state)
{
	(void)state;
	for (guint i = 0; code_lists[i] != NULL; i++)
		for (guint j = 0; j < code_lists[i]->n; j++) {
			const char *next = code_lists[i]->codes[j].next;
			g_auto(GStrv) codes = g_strsplit(next != NULL ? next : "", " ", -1);
			for (guint k = 0; codes[k] != NULL; k++)
				assert_non_null(code_find(code_lists[i], codes[k]));
		}
}

/* ---- parsing and labels ------------------------------------------------------------------- */

static void
code_parse__reads__what_people_and_forms_write(void **state)
{
	(void)state;
	assert_parses(&code_event_modes, "Présentiel", "onsite");
	assert_parses(&code_event_modes, "distanciel", "remote");
	assert_parses(&code_event_modes, "VISIO", "remote");
	assert_parses(&code_attendee_statuses, "En liste d'attente", "waiting");
	assert_parses(&code_attendee_statuses, "a valider", "requested");
	assert_parses(&code_attendee_statuses, "Inscrit·e", "registered");
	assert_parses(&code_presence_states, "p", "present");
	assert_parses(&code_presence_states, "A", "absent");
	assert_parses(&code_presence_states, "e", "excused");
	assert_parses(&code_yes_no, "OUI", "yes");
	assert_parses(&code_yes_no, "Non", "no");
	assert_parses(&code_partner_roles, "Co-construit avec", "co_organise");
	assert_parses(&code_partner_roles, "avec le soutien de", "fund");
	assert_parses(&code_half_day_parts, "Après-midi", "pm");
	assert_parses(&code_civilities, "Madame", "ms");
	assert_parses(&code_document_kinds, "sign-in", "sign-in");
}

static void
code_parse__gives_nothing__for_what_is_no_word_of_the_list(void **state)
{
	(void)state;
	assert_null(code_parse(&code_event_modes, NULL));
	assert_null(code_parse(&code_event_modes, ""));
	assert_null(code_parse(&code_event_modes, "  "));
	assert_null(code_parse(&code_event_modes, "–"));
	assert_null(code_parse(&code_event_modes, "peut-être"));
	assert_null(code_parse(&code_event_statuses, "full"));
}

static void
code_label__shows__the_words_of_the_data_model(void **state)
{
	(void)state;
	assert_text(code_label(&code_event_statuses, "accounted"), "bilan rendu");
	assert_text(code_label(&code_event_statuses, "cancelled"), "annulé");
	assert_text(code_label(&code_attendee_statuses, "cancelled"), "désisté");
	assert_text(code_label(&code_attendee_statuses, "requested"), "à valider");
	assert_text(code_label(&code_speaker_states, "declined"), "indisponible");
	assert_text(code_label(&code_attendee_statuses, "declined"), "décliné");
	assert_text(code_label(&code_speaker_states, "asked"), "sollicité");
	assert_text(code_label(&code_booking_states, "asked"), "demandée");
	assert_text(code_label(&code_presence_states, "unknown"), "–");
}

static void
code_label__shows__itself_for_an_unknown_code(void **state)
{
	(void)state;
	assert_text(code_label(&code_levels, "cosmic"), "cosmic");
	assert_text(code_label(&code_levels, NULL), "");
}

static void
code_partner_roles__stand__in_printing_order(void **state)
{
	(void)state;
	g_autofree char *names = code_names(&code_partner_roles);
	assert_text(names, "initiative, commission, organise, co_organise, support, participate, "
			   "partner, host, fund");
	assert_text(code_label(&code_partner_roles, "initiative"), "à l’initiative de");
	assert_text(code_label(&code_partner_roles, "commission"), "organisation confiée par");
}

/* ---- behaviour ---------------------------------------------------------------------------- */

struct seat_row {
	const char *status;
	bool takes_seat, counted, live;
};

static void
attendee_statuses__behave__as_the_table_says(void **state)
{
	(void)state;
	static const struct seat_row rows[] = {
		{"invited", false, false, true},    {"requested", false, false, true},
		{"registered", true, true, true},   {"waiting", false, false, true},
		{"offered", true, false, true},     {"declined", false, false, false},
		{"cancelled", false, false, false},
	};
	assert_int_equal(code_attendee_statuses.n, G_N_ELEMENTS(rows));
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		assert_int_equal(attendee_takes_seat(rows[i].status, "participant"),
				 rows[i].takes_seat);
		assert_int_equal(attendee_counted(rows[i].status, "participant"), rows[i].counted);
		assert_int_equal(code_is(&code_attendee_statuses, rows[i].status, CODE_LIVE),
				 rows[i].live);
	}
}

static void
attendee_takes_seat__is_false__for_speakers_and_staff(void **state)
{
	(void)state;
	assert_false(attendee_takes_seat("registered", "speaker"));
	assert_false(attendee_takes_seat("registered", "staff"));
	assert_false(attendee_takes_seat("registered", NULL));
	assert_false(attendee_takes_seat(NULL, "participant"));
}

static void
code_may_go__follows__the_table(void **state)
{
	(void)state;
	assert_true(code_may_go(&code_event_statuses, "draft", "announced"));
	assert_true(code_may_go(&code_event_statuses, "announced", "held"));
	assert_true(code_may_go(&code_event_statuses, "cancelled", "announced"));
	assert_false(code_may_go(&code_event_statuses, "draft", "accounted"));
	assert_false(code_may_go(&code_event_statuses, "archived", "cancelled"));
	assert_true(code_may_go(&code_attendee_statuses, "offered", "registered"));
	assert_true(code_may_go(&code_attendee_statuses, "offered", "waiting"));
	assert_true(code_may_go(&code_attendee_statuses, "cancelled", "registered"));
	assert_false(code_may_go(&code_attendee_statuses, "declined", "offered"));
}

static void
code_may_go__allows__staying_and_lists_without_rules(void **state)
{
	(void)state;
	assert_true(code_may_go(&code_event_statuses, "archived", "archived"));
	assert_true(code_may_go(&code_presence_states, "absent", "present"));
}

static void
code_may_go__refuses__unknown_codes(void **state)
{
	(void)state;
	assert_false(code_may_go(&code_event_statuses, "draft", "open"));
	assert_false(code_may_go(&code_event_statuses, NULL, "draft"));
	assert_false(code_may_go(&code_event_statuses, "draft", NULL));
}

static void
code_is__asks__for_all_traits(void **state)
{
	(void)state;
	assert_true(code_is(&code_session_kinds, "workshop", CODE_WORK | CODE_SPEAKS));
	assert_true(code_is(&code_session_kinds, "visit", CODE_WORK));
	assert_false(code_is(&code_session_kinds, "visit", CODE_WORK | CODE_SPEAKS));
	assert_false(code_is(&code_session_kinds, "lunch", CODE_WORK));
	assert_false(code_is(&code_session_kinds, "nap", CODE_WORK));
}

/* ---- what is shown ------------------------------------------------------------------------ */

static const char *
shown(const char *status, gint64 taken, gint64 limit, const char *deadline, const char *last_day)
{
	struct event_opening opening = {.seats_taken = taken,
					.seat_limit = limit,
					.deadline = deadline,
					.last_day = last_day,
					.today = "2026-10-15"};
	const struct code *code = event_status_shown(status, &opening);
	return code != NULL ? code->code : NULL;
}

static void
event_status_shown__is_open__while_seats_and_time_are_left(void **state)
{
	(void)state;
	assert_text(shown("announced", 29, 30, "2026-10-15", "2026-11-05"), "open");
	assert_text(shown("announced", 500, 0, NULL, NULL), "open");
}

static void
event_status_shown__is_full__when_every_seat_is_taken(void **state)
{
	(void)state;
	assert_text(shown("announced", 30, 30, NULL, NULL), "full");
	assert_text(shown("announced", 31, 30, NULL, NULL), "full");
}

static void
event_status_shown__is_closed__after_deadline_or_event(void **state)
{
	(void)state;
	assert_text(shown("announced", 30, 30, "2026-10-14", NULL), "closed");
	assert_text(shown("announced", 0, 30, NULL, "2026-10-14"), "closed");
	assert_text(shown("announced", 0, 30, NULL, "2026-10-15"), "open");
}

static void
event_status_shown__waits__for_the_end_of_a_month_or_year(void **state)
{
	(void)state;
	assert_text(shown("announced", 0, 0, NULL, "2026-10"), "open");
	assert_text(shown("announced", 0, 0, NULL, "2026-09"), "closed");
	assert_text(shown("announced", 0, 0, NULL, "2026"), "open");
}

static void
event_status_shown__is_the_stored_one__otherwise(void **state)
{
	(void)state;
	assert_text(shown("draft", 30, 30, "2026-01-01", NULL), "draft");
	assert_text(shown("held", 30, 30, NULL, NULL), "held");
	assert_null(shown("unheard", 0, 0, NULL, NULL));
	assert_null(shown(NULL, 0, 0, NULL, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_lists__hold__lower_case_ascii_codes_once),
		cmocka_unit_test(code_lists__have_labels__under_the_name_of_their_list),
		cmocka_unit_test(code_lists__name_as_next__only_their_own_codes),
		cmocka_unit_test(code_parse__reads_labels__of_the_language_of_the_moment),
		cmocka_unit_test(code_parse__reads_labels__of_the_other_language),
		cmocka_unit_test(code_parse__reads_aliases__each_for_one_code),
		cmocka_unit_test(code_parse__reads__what_people_and_forms_write),
		cmocka_unit_test(code_parse__gives_nothing__for_what_is_no_word_of_the_list),
		cmocka_unit_test_setup(code_label__shows__the_words_of_the_data_model, set_french),
		cmocka_unit_test_setup(code_label__shows__itself_for_an_unknown_code, set_french),
		cmocka_unit_test_setup(code_partner_roles__stand__in_printing_order, set_french),
		cmocka_unit_test(attendee_statuses__behave__as_the_table_says),
		cmocka_unit_test(attendee_takes_seat__is_false__for_speakers_and_staff),
		cmocka_unit_test(code_may_go__follows__the_table),
		cmocka_unit_test(code_may_go__allows__staying_and_lists_without_rules),
		cmocka_unit_test(code_may_go__refuses__unknown_codes),
		cmocka_unit_test(code_is__asks__for_all_traits),
		cmocka_unit_test(event_status_shown__is_open__while_seats_and_time_are_left),
		cmocka_unit_test(event_status_shown__is_full__when_every_seat_is_taken),
		cmocka_unit_test(event_status_shown__is_closed__after_deadline_or_event),
		cmocka_unit_test(event_status_shown__waits__for_the_end_of_a_month_or_year),
		cmocka_unit_test(event_status_shown__is_the_stored_one__otherwise),
	};
	return test_run("status", tests);
}
