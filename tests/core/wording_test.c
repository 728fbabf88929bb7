#include "base/i18n.h"
#include "print/fixture.h"

#include "core/wording.h"

#define NB "\u00a0"

static void
wording_times__keeps_a_line_together__in_french(void **state)
{
	(void)state;
	g_autofree char *text = wording_times("09:30", "12:30");
	assert_text(text, "9" NB "h" NB "30" NB "–" NB "12" NB "h" NB "30");
}

static void
wording_times__says_what_it_knows(void **state)
{
	(void)state;
	g_autofree char *from = wording_times("09:30", NULL);
	g_autofree char *to = wording_times(NULL, "12:30");
	g_autofree char *none = wording_times(NULL, "soon");
	assert_text(from, "9" NB "h" NB "30");
	assert_text(to, "jusqu’à 12" NB "h" NB "30");
	assert_null(none);
}

static void
wording_part__names_half_days(void **state)
{
	(void)state;
	assert_text(wording_part("am"), "Matin");
	assert_text(wording_part("pm"), "Après-midi");
	assert_text(wording_part("eve"), "Soirée");
	assert_text(wording_part("nuit"), "nuit");
	assert_null(wording_part(NULL));
}

static void
wording_reference__leaves_out__what_is_not_there(void **state)
{
	(void)state;
	struct document_reference reference = fixture_reference();
	g_autofree char *whole = wording_reference(&reference);
	assert_non_null(strstr(whole, "Réf." NB "2026-014"));
	assert_non_null(strstr(whole, "version" NB "3"));
	assert_non_null(strstr(whole, "imprimé le 14/10/2026 à 17" NB "h" NB "05"));
	reference = (struct document_reference){.printed_at = "yesterday"};
	g_autofree char *nothing = wording_reference(&reference);
	assert_text(nothing, "");
}

static void
wording_dates__says_the_month_once__of_days_apart(void **state)
{
	(void)state;
	const char *const apart[] = {"2026-10-15", "2026-10-22", NULL};
	struct document_event event = {.days = apart};
	g_autofree char *text = wording_dates(&event);
	assert_text(text, "15 et 22 octobre 2026");
}

static void
wording_dates__makes_a_range__of_consecutive_days(void **state)
{
	(void)state;
	const char *const days[] = {"2026-10-31", "2026-11-01", "2026-11-02", NULL};
	struct document_event event = {.days = days};
	g_autofree char *text = wording_dates(&event);
	assert_text(text, "du 31 octobre au 2 novembre 2026");
}

static void
wording_dates__leaves_room_to_write__when_nobody_knows(void **state)
{
	(void)state;
	struct document_event event = {.first_date = "one day"};
	g_autofree char *text = wording_dates(&event);
	assert_true(g_str_has_prefix(text, "Date" NB ": …"));
}

static void
wording_place__does_not_say_the_town_twice(void **state)
{
	(void)state;
	struct document_event event = {.room = "Salle A",
				       .place = "12 rue Haute, 34000 Montpellier",
				       .town = "Montpellier (34)"};
	g_autofree char *once = wording_place(&event);
	assert_text(once, "Salle A, 12 rue Haute, 34000 Montpellier");
	event.place = "12 rue de Montpellier";
	g_autofree char *street = wording_place(&event);
	assert_text(street, "Salle A, 12 rue de Montpellier, Montpellier (34)");
	event = (struct document_event){.place = ""};
	g_autofree char *unknown = wording_place(&event);
	assert_true(g_str_has_prefix(unknown, "Lieu" NB ": …"));
}

static void
wording_organisation__adds_the_department(void **state)
{
	(void)state;
	struct document_person person = {.organisation = "Ville de Sète", .department = "34"};
	g_autofree char *both = wording_organisation(&person);
	assert_text(both, "Ville de Sète" NB "(34)");
	person.organisation = NULL;
	g_autofree char *alone = wording_organisation(&person);
	assert_text(alone, "(34)");
	person.department = NULL;
	assert_null(wording_organisation(&person));
}

static void
wording_days__names_each_month_once(void **state)
{
	(void)state;
	static const char *const cycle[] = {"2026-01-28", "2026-01-29", "2026-02-22", "2026-02-23"};
	static const char *const turn[] = {"2026-12-01", "2027-01-01", "2027-01-02", "2027-01-03"};
	g_autofree char *days = wording_days(cycle, 4);
	g_autofree char *years = wording_days(turn, 4);
	g_autofree char *one = wording_days(cycle, 1);
	g_autofree char *vague = wording_days((const char *const[]){"2026-01-28", "2026-02"}, 2);
	assert_text(days, "28 et 29 janvier, 22 et 23 février 2026");
	assert_text(years, "1er décembre 2026, 1er, 2 et 3 janvier 2027");
	assert_text(one, "mercredi 28 janvier 2026");
	assert_text(vague, "mercredi 28 janvier 2026, février 2026");
}

static void
wording_duration__says_hours_and_minutes(void **state)
{
	(void)state;
	g_autofree char *both = wording_duration(690);
	g_autofree char *hours = wording_duration(120);
	g_autofree char *minutes = wording_duration(45);
	assert_text(both, "11" NB "h" NB "30");
	assert_text(hours, "2" NB "h");
	assert_text(minutes, "45" NB "min");
}

static void
wording_reference__says_when__of_what_is_issued(void **state)
{
	(void)state;
	const struct document_reference reference = {.number = "2026-014-007",
						     .issued_on = "2026-11-23"};
	g_autofree char *text = wording_reference(&reference);
	assert_text(text, "Réf." NB "2026-014-007" NB "· délivrée le 23/11/2026");
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wording_times__keeps_a_line_together__in_french),
		cmocka_unit_test(wording_times__says_what_it_knows),
		cmocka_unit_test(wording_part__names_half_days),
		cmocka_unit_test(wording_reference__leaves_out__what_is_not_there),
		cmocka_unit_test(wording_dates__says_the_month_once__of_days_apart),
		cmocka_unit_test(wording_dates__makes_a_range__of_consecutive_days),
		cmocka_unit_test(wording_dates__leaves_room_to_write__when_nobody_knows),
		cmocka_unit_test(wording_place__does_not_say_the_town_twice),
		cmocka_unit_test(wording_organisation__adds_the_department),
		cmocka_unit_test(wording_days__names_each_month_once),
		cmocka_unit_test(wording_duration__says_hours_and_minutes),
		cmocka_unit_test(wording_reference__says_when__of_what_is_issued),
	};
	return test_run("wording", tests);
}
