#include "test.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/date_finder.h"
#include "core/day_grid.h"

/* A winter: Christmas holidays, a speaker who is away, events in two towns. */
struct scene {
	struct finder_facts facts;
	struct finder_part part;
	struct finder_period periods[2];
	struct finder_engagement engagements[2];
	struct finder_event events[3];
	struct finder_town towns[2];
	struct finder_busy busy[1];
};

static void
scene_init(struct scene *scene)
{
	i18n_set_language("en");
	*scene = (struct scene){
		.part = {0, 9 * 60, 17 * 60},
		.periods = {{date_number("2026-12-19"), date_number("2027-01-03"), false,
			     "Vacances de Noël", NULL, NULL},
			    {date_number("2027-03-01"), date_number("2027-03-14"), true,
			     "Réserve électorale", "municipales", NULL}},
		.engagements = {{false, date_number("2027-01-21"), 9 * 60, 12 * 60, "Zoé Élan",
				 "2027-003 Séminaire"},
				{true, date_number("2027-01-26"), -1, -1, "Grande salle",
				 "2027-004 Journée"}},
		.events = {{date_number("2026-11-10"), "Journée à Nîmes", "nimes", "30"},
			   {date_number("2025-05-15"), "Atelier à Albi", "albi", "81"},
			   {date_number("2027-01-28"), "Atelier à Sète", "sete", "34"}},
		.towns = {{"Nîmes", "nimes", "30"}, {"Albi", "albi", "81"}},
		.busy = {{date_number("2027-02-02"), date_number("2027-02-02"), 14 * 60, 16 * 60,
			  "Assemblée", "DREETS"}},
	};
	struct finder_facts *facts = &scene->facts;
	facts->first = date_number("2026-11-30");
	facts->last = date_number("2027-03-31");
	facts->today = date_number("2026-11-23");
	finder_weights_read(NULL, &facts->weights, NULL);
	facts->parts = &scene->part;
	facts->n_parts = 1;
	facts->periods = scene->periods;
	facts->n_periods = 2;
	facts->engagements = scene->engagements;
	facts->n_engagements = 2;
	facts->events = scene->events;
	facts->n_events = 3;
	facts->busy = scene->busy;
	facts->n_busy = 1;
	facts->habit[2] = 10;
	facts->habit[4] = 26;
	facts->habit[5] = 9;
}

static const struct finder_reason *
reason_of(const struct found_day *found, enum finder_code code)
{
	for (guint i = 0; i < found->reasons->len; i++) {
		const struct finder_reason *reason =
			&g_array_index(found->reasons, struct finder_reason, i);
		if (reason->code == code)
			return reason;
	}
	return NULL;
}

static int
points_of(const struct found_day *found, enum finder_code code)
{
	const struct finder_reason *reason = reason_of(found, code);
	return reason != NULL ? reason->points : -1;
}

static void
assert_reason(const struct scene *scene, const char *date, enum finder_code code, int points,
	      const char *text)
{
	struct found_day *found = finder_day(&scene->facts, date_number(date));
	const struct finder_reason *reason = reason_of(found, code);
	if (text == NULL) {
		assert_null(reason);
	} else {
		assert_non_null(reason);
		assert_int_equal(reason->points, points);
		assert_text(reason->text, text);
	}
	found_day_free(found);
}

static void
finder__ranks__a_usual_day_with_notice_first(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	g_autoptr(GPtrArray) days = finder_rank(&scene.facts);
	const struct found_day *best = g_ptr_array_index(days, 0);
	assert_int_equal(best->day, date_number("2027-01-07"));
	assert_int_equal(best->score, 100);
	for (guint i = 0; i < days->len; i++) {
		const struct found_day *found = g_ptr_array_index(days, i);
		assert_true(day_weekday(found->day) <= 5);
		if (i > 0)
			assert_true(((struct found_day *)g_ptr_array_index(days, i - 1))->score >=
				    found->score);
	}
}

static void
finder__says_why__a_day_is_not_good(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	assert_reason(&scene, "2026-12-24", FINDER_SCHOOL_HOLIDAYS, 40,
		      "school holidays: Vacances de Noël");
	assert_reason(&scene, "2026-12-25", FINDER_PUBLIC_HOLIDAY, 100,
		      "public holiday: Christmas Day");
	assert_reason(&scene, "2027-05-07", FINDER_BRIDGE, 30,
		      "between the weekend and a public holiday (Ascension Day)");
	assert_reason(&scene, "2027-03-11", FINDER_AVOID, 60,
		      "period to avoid: Réserve électorale (municipales)");
	assert_reason(&scene, "2027-01-21", FINDER_SPEAKER, 80,
		      "Zoé Élan speaks elsewhere (9:00–12:00): 2027-003 Séminaire");
	assert_reason(&scene, "2027-01-26", FINDER_ROOM, 80,
		      "Grande salle is taken (whole day): 2027-004 Journée");
	assert_reason(&scene, "2027-01-28", FINDER_SAME_DAY, 40, "same day as “Atelier à Sète”");
	assert_reason(&scene, "2027-01-26", FINDER_SAME_WEEK, 10, "same week as “Atelier à Sète”");
	assert_reason(&scene, "2027-02-02", FINDER_PARTNER, 25, "DREETS is taken: Assemblée");
	assert_reason(&scene, "2027-02-01", FINDER_WEEKDAY, 20,
		      "Monday: 0 of 45 days of events until now");
	assert_reason(&scene, "2027-02-04", FINDER_WEEKDAY, 0,
		      "Thursday: 26 of 45 days of events until now");
	assert_reason(&scene, "2026-12-03", FINDER_NOTICE, 23, "short notice: in 10 days");
	assert_reason(&scene, "2027-02-04", FINDER_NOTICE, 0, NULL);
	assert_reason(&scene, "2027-02-04", FINDER_HOLIDAYS_UNKNOWN, 0, NULL);
	scene.facts.holidays_end = date_number("2027-02-03");
	assert_reason(&scene, "2027-02-03", FINDER_HOLIDAYS_UNKNOWN, 0, NULL);
	assert_reason(&scene, "2027-02-04", FINDER_HOLIDAYS_UNKNOWN, 10, "school holidays unknown");
}

static void
finder__turns__from_town_to_town(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	scene.facts.towns = scene.towns;
	scene.facts.n_towns = 2;
	assert_reason(&scene, "2027-02-04", FINDER_TOWN, 0,
		      "Albi: last event 630 days before (Thu 15 May 2025) / Nîmes: last event 86 "
		      "days "
		      "before (Tue 10 Nov 2026)");
	scene.facts.n_towns = 1;
	assert_reason(&scene, "2027-02-04", FINDER_TOWN, 10,
		      "Nîmes: last event 86 days before (Tue 10 Nov 2026)");
	assert_reason(&scene, "2026-11-10", FINDER_TOWN, 20, "Nîmes: an event there that day");
	scene.towns[0] = (struct finder_town){"Alès", "ales", "30"};
	assert_reason(&scene, "2026-12-10", FINDER_TOWN, 7,
		      "Alès: none there, but one in the département 30 days away (Tue 10 Nov "
		      "2026)");
	scene.towns[0] = (struct finder_town){"Rodez", "rodez", "12"};
	assert_reason(&scene, "2026-12-10", FINDER_TOWN, 0, "Rodez: no event until now");
}

static void
finder__finds__an_hour_for_a_short_meeting(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	scene.part = (struct finder_part){0, -1, -1};
	scene.facts.minutes = 180;
	struct found_day *found = finder_day(&scene.facts, date_number("2027-01-21"));
	assert_int_equal(found->start, 12 * 60);
	assert_int_equal(points_of(found, FINDER_SPEAKER), 20);
	found_day_free(found);
	scene.facts.minutes = 7 * 60;
	found = finder_day(&scene.facts, date_number("2027-01-21"));
	assert_int_equal(found->start, -1);
	assert_int_equal(points_of(found, FINDER_SPEAKER), 80);
	found_day_free(found);
}

static void
finder__judges__every_day_of_a_series(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	const struct finder_part parts[] = {{0, -1, -1}, {14, -1, -1}};
	scene.facts.parts = parts;
	scene.facts.n_parts = 2;
	assert_reason(&scene, "2027-01-07", FINDER_SPEAKER, 80,
		      "Thu 21 Jan: Zoé Élan speaks elsewhere (9:00–12:00): 2027-003 Séminaire");
	struct found_day *found = finder_day(&scene.facts, date_number("2027-01-07"));
	assert_int_equal(found->last, date_number("2027-01-21"));
	found_day_free(found);
}

static void
finder__takes__weekends_only_when_asked(void **state)
{
	(void)state;
	struct scene scene;
	scene_init(&scene);
	scene.facts.first = date_number("2027-01-16");
	scene.facts.last = date_number("2027-01-17");
	g_autoptr(GPtrArray) none = finder_rank(&scene.facts);
	assert_int_equal(none->len, 0);
	scene.facts.weekends = true;
	g_autoptr(GPtrArray) both = finder_rank(&scene.facts);
	assert_int_equal(both->len, 2);
}

static void
weights__are_read__and_refused(void **state)
{
	(void)state;
	struct finder_weights weights;
	g_autofree char *wrong = NULL;
	assert_true(finder_weights_read("partner=0 school_holidays=60", &weights, NULL));
	assert_int_equal(weights.of[FINDER_PARTNER], 0);
	assert_int_equal(weights.of[FINDER_SCHOOL_HOLIDAYS], 60);
	assert_int_equal(weights.of[FINDER_SPEAKER], 80);
	g_autofree char *text = finder_weights_text(&weights);
	assert_text(text, "school_holidays=60 partner=0");
	assert_false(finder_weights_read("partner=0 rain=3", &weights, &wrong));
	assert_text(wrong, "rain=3");
	assert_false(finder_weights_read("partner=-3", &weights, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finder__ranks__a_usual_day_with_notice_first),
		cmocka_unit_test(finder__says_why__a_day_is_not_good),
		cmocka_unit_test(finder__turns__from_town_to_town),
		cmocka_unit_test(finder__finds__an_hour_for_a_short_meeting),
		cmocka_unit_test(finder__judges__every_day_of_a_series),
		cmocka_unit_test(finder__takes__weekends_only_when_asked),
		cmocka_unit_test(weights__are_read__and_refused),
	};
	return test_run("date_finder", tests);
}
