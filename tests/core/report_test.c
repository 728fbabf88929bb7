#include "core/report.h"

#include "test.h"

#define NB    "\u00a0"
#define TODAY "2026-11-23"
#define MOST  400

/* ---- facts in few words -------------------------------------------------------------------------
 */

/* Every axis has the values that its tests need; the last is what is not known. */
static const struct report_value two[] = {{"a", "A", true}, {"b", "B", false}, {NULL, "?", false}};
static const struct report_value months[] = {{"01", "janvier", true},   {"02", "février", true},
					     {"03", "mars", true},      {"04", "avril", true},
					     {"05", "mai", true},       {"06", "juin", true},
					     {"07", "juillet", true},   {"08", "août", true},
					     {"09", "septembre", true}, {"10", "octobre", true},
					     {"11", "novembre", true},  {"12", "décembre", true},
					     {NULL, "sans mois", false}};
static const struct report_value statuses[] = {{"idea", "idée", false},
					       {"draft", "brouillon", false},
					       {"announced", "annoncé", false},
					       {"held", "réalisé", false},
					       {"accounted", "rendu", false},
					       {"archived", "archivé", false},
					       {"cancelled", "annulé", false},
					       {"postponed", "reporté", false},
					       {NULL, "?", false}};

struct scene {
	struct report_event events[12];
	struct report_half_day half_days[24];
	struct report_attendee attendees[MOST];
	struct report_presence presences[MOST];
	struct report_partner partners[8];
	struct report_speaker speakers[8];
	struct report_value labels[12];
	struct report_facts facts;
};

static void
scene_begin(struct scene *scene)
{
	*scene = (struct scene){0};
	for (int axis = 0; axis < REPORT_AXES; axis++)
		scene->facts.axes[axis] = (struct report_values){two, G_N_ELEMENTS(two)};
	scene->facts.axes[REPORT_BY_MONTH] = (struct report_values){months, G_N_ELEMENTS(months)};
	scene->facts.axes[REPORT_BY_STATUS] =
		(struct report_values){statuses, G_N_ELEMENTS(statuses)};
	scene->facts.axes[REPORT_BY_EVENT] =
		(struct report_values){scene->labels, G_N_ELEMENTS(scene->labels)};
	scene->facts.events = scene->events;
	scene->facts.half_days = scene->half_days;
	scene->facts.attendees = scene->attendees;
	scene->facts.presences = scene->presences;
	scene->facts.partners = scene->partners;
	scene->facts.speakers = scene->speakers;
}

/* An event of which nothing but its dates is known; its place. */
static guint
event_add(struct scene *scene, const char *status, const char *start, const char *end)
{
	guint place = scene->facts.n_events++;
	scene->labels[place] = (struct report_value){"n", "événement", false};
	scene->events[place] = (struct report_event){
		.id = 100 + place,
		.action = 100 + place,
		.status = status,
		.start_date = start,
		.end_date = end,
		.days_known = true,
		.counted = REPORT_UNKNOWN,
		.estimated = REPORT_UNKNOWN,
		.replies = REPORT_UNKNOWN,
	};
	return place;
}

/* A day with as many half-days as HALVES has pairs of halves; the place of its first. */
static guint
day_add(struct scene *scene, guint event, const char *date, guint n, guint halves)
{
	guint first = scene->facts.n_half_days;
	for (guint i = 0; i < n; i++)
		scene->half_days[scene->facts.n_half_days++] =
			(struct report_half_day){.event = event,
						 .day = 500 + (gint64)first,
						 .date = date,
						 .halves = halves};
	return first;
}

static guint
attendee_add(struct scene *scene, guint event, gint64 person, bool walk_in)
{
	guint place = scene->facts.n_attendees++;
	scene->attendees[place] = (struct report_attendee){.id = 1000 + place,
							   .person = person,
							   .event = event,
							   .invited = !walk_in,
							   .registered = !walk_in,
							   .walk_in = walk_in};
	return place;
}

static void
came(struct scene *scene, guint attendee, guint half_day)
{
	scene->presences[scene->facts.n_presences++] = (struct report_presence){attendee, half_day};
	scene->half_days[half_day].marked = true;
}

/* One event with one day of two half-days. */
static guint
simple_event(struct scene *scene, const char *status, const char *date)
{
	guint event = event_add(scene, status, date, NULL);
	day_add(scene, event, date, 2, 2);
	return event;
}

static gint64
count_by(const struct scene *scene, const char *year, enum report_figure figure,
	 enum report_axis axis, guint value)
{
	g_autoptr(ReportScope) scope = report_scope_new(&scene->facts, year, TODAY);
	struct report_cell cell = {.figure = figure, .axis = axis, .value = value};
	return report_count(scope, &cell);
}

static gint64
count(const struct scene *scene, const char *year, enum report_figure figure)
{
	return count_by(scene, year, figure, REPORT_ALL, 0);
}

/* ---- the funnel ---------------------------------------------------------------------------------
 */

/* Measured in the field: 160 registered, 120 of them come, 7 walk-ins, 76 questionnaires. */
static void
funnel_made(struct scene *scene)
{
	scene_begin(scene);
	guint event = simple_event(scene, "held", "2026-03-12");
	scene->events[event].replies = 76;
	for (guint i = 0; i < 167; i++) {
		guint attendee = attendee_add(scene, event, 5000 + i, i >= 160);
		if (i < 120 || i >= 160)
			came(scene, attendee, 0);
	}
}

static void
report__of_the_field__is_160_127_7_25_598(void **state)
{
	(void)state;
	struct scene scene;
	funnel_made(&scene);
	static const char *const scopes[] = {"2026", NULL}; /* the year, the event alone */
	for (gsize i = 0; i < G_N_ELEMENTS(scopes); i++) {
		assert_int_equal(count(&scene, scopes[i], FIGURE_REGISTERED), 160);
		assert_int_equal(count(&scene, scopes[i], FIGURE_PRESENT), 127);
		assert_int_equal(count(&scene, scopes[i], FIGURE_WALK_INS), 7);
		assert_int_equal(count(&scene, scopes[i], FIGURE_NOT_COME), 40);
		assert_int_equal(count(&scene, scopes[i], FIGURE_PEOPLE), 127);
		g_autofree char *absent =
			report_text(count(&scene, scopes[i], FIGURE_NOT_COME_RATE),
				    REPORT_PERMILLE);
		g_autofree char *answered =
			report_text(count(&scene, scopes[i], FIGURE_REPLY_RATE), REPORT_PERMILLE);
		assert_text(absent, "25" NB "%");
		assert_text(answered, "59,8" NB "%");
	}
}

static void
report__without_questionnaires__says_that_it_does_not_know(void **state)
{
	(void)state;
	struct scene scene;
	funnel_made(&scene);
	scene.events[0].replies = REPORT_UNKNOWN;
	assert_int_equal(count(&scene, "2026", FIGURE_REPLIES), REPORT_UNKNOWN);
	assert_int_equal(count(&scene, "2026", FIGURE_REPLY_RATE), REPORT_UNKNOWN);
	scene.events[0].replies = 0;
	assert_int_equal(count(&scene, "2026", FIGURE_REPLIES), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_REPLY_RATE), 0);
}

static void
report__before_anybody_is_marked__tells_of_no_absence(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = simple_event(&scene, "announced", "2026-11-23");
	attendee_add(&scene, event, 1, false);
	static const enum report_figure unknown[] = {FIGURE_PRESENT,   FIGURE_WALK_INS,
						     FIGURE_NOT_COME,  FIGURE_PEOPLE,
						     FIGURE_NEWCOMERS, FIGURE_PARTICIPATIONS};
	assert_int_equal(count(&scene, "2026", FIGURE_REGISTERED), 1);
	for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
		assert_int_equal(count(&scene, "2026", unknown[i]), REPORT_UNKNOWN);
	scene.half_days[0].marked = true; /* absent, and said so */
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_NOT_COME), 1);
}

/* Of an event where nobody signed in nobody knows who came: it is no absence. */
static void
report__rate_of_absence__leaves_out_what_was_not_signed(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint signed_one = simple_event(&scene, "held", "2026-03-12");
	guint other = simple_event(&scene, "held", "2026-03-13");
	came(&scene, attendee_add(&scene, signed_one, 1, false), 0);
	attendee_add(&scene, signed_one, 2, false);
	for (guint i = 0; i < 8; i++)
		attendee_add(&scene, other, 10 + i, false);
	assert_int_equal(count(&scene, "2026", FIGURE_REGISTERED), 10);
	assert_int_equal(count(&scene, "2026", FIGURE_EXPECTED), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_NOT_COME), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_NOT_COME_RATE), 500);
}

/* ---- half-days, participations, people ----------------------------------------------------------
 */

static void
report__of_one_person_at_all__has_many_participations(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint one = simple_event(&scene, "held", "2026-03-12");
	guint webinar = event_add(&scene, "held", "2026-04-02", NULL);
	guint short_one = day_add(&scene, webinar, "2026-04-02", 1, 1);
	guint first = attendee_add(&scene, one, 7, false);
	guint second = attendee_add(&scene, webinar, 7, false);
	came(&scene, first, 0);
	came(&scene, first, 1);
	came(&scene, second, short_one);
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 5); /* two and a half */
	assert_int_equal(count(&scene, "2026", FIGURE_PARTICIPATIONS), 5);
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_PEOPLE), 1);
	assert_int_equal(count_by(&scene, "2026", FIGURE_PEOPLE, REPORT_BY_MONTH, 2), 1);
	assert_int_equal(count_by(&scene, "2026", FIGURE_PEOPLE, REPORT_BY_MONTH, 3), 1);
	g_autofree char *words = report_text(5, REPORT_HALVES);
	assert_text(words, "2,5");
}

static void
report__of_a_half_day_that_counts_nothing__has_its_day_and_who_came(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = event_add(&scene, "held", "2026-03-12", NULL);
	day_add(&scene, event, "2026-03-12", 1, 0);
	came(&scene, attendee_add(&scene, event, 7, false), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_DAYS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_PARTICIPATIONS), 0);
}

/* 28-29 January and 22-23 February (domain study, §14): one action. */
static void
report__of_a_cycle__is_one_action_four_days_eight_half_days(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = event_add(&scene, "held", "2016-01-28", "2016-02-23");
	static const char *const days[] = {"2016-01-28", "2016-01-29", "2016-02-22", "2016-02-23"};
	for (gsize i = 0; i < G_N_ELEMENTS(days); i++)
		day_add(&scene, event, days[i], 2, 2);
	assert_int_equal(count(&scene, "2016", FIGURE_ACTIONS), 1);
	assert_int_equal(count(&scene, "2016", FIGURE_EVENTS), 1);
	assert_int_equal(count(&scene, "2016", FIGURE_DAYS), 4);
	assert_int_equal(count(&scene, "2016", FIGURE_HALF_DAYS), 16);
	assert_int_equal(count_by(&scene, "2016", FIGURE_HALF_DAYS, REPORT_BY_MONTH, 0), 8);
	assert_int_equal(count_by(&scene, "2016", FIGURE_HALF_DAYS, REPORT_BY_MONTH, 1), 8);
	assert_int_equal(count_by(&scene, "2016", FIGURE_EVENTS, REPORT_BY_MONTH, 1), 0);
}

static void
report__of_events_in_one_cycle__is_one_action(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint first = simple_event(&scene, "held", "2026-01-28");
	simple_event(&scene, "held", "2026-02-12"); /* on its own, between the two */
	guint last = simple_event(&scene, "held", "2026-03-22");
	scene.events[first].action = scene.events[last].action = 9;
	assert_int_equal(count(&scene, "2026", FIGURE_ACTIONS), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_EVENTS), 3);
}

static void
report__of_bodies_and_newcomers__counts_each_once(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = simple_event(&scene, "held", "2026-03-12");
	for (guint i = 0; i < 4; i++) {
		guint attendee = attendee_add(&scene, event, 10 + i, false);
		scene.attendees[attendee].body = i < 2 ? 77 : i == 2 ? 78 : 0;
		scene.attendees[attendee].first_year = i == 0 ? 2019 : 2026;
		came(&scene, attendee, i % 2);
	}
	assert_int_equal(count(&scene, "2026", FIGURE_ORGANISATIONS), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_NEWCOMERS), 3);
	assert_int_equal(count(&scene, "2026", FIGURE_REGULARS), 1);
}

/* ---- what is held -------------------------------------------------------------------------------
 */

static void
report__of_statuses__counts_what_took_place_and_tells_the_rest_apart(void **state)
{
	(void)state;
	static const struct {
		const char *status, *date;
		enum report_figure as;
	} cases[] = {
		{"held", "2026-03-01", FIGURE_EVENTS},
		{"archived", "2026-03-01", FIGURE_EVENTS},
		{"held", "2026-12-24", FIGURE_EVENTS}, /* somebody says so */
		{"announced", "2026-03-01", FIGURE_EVENTS},
		{"announced", TODAY, FIGURE_EVENTS},
		{"announced", "2026-11-24", FIGURE_TO_COME},
		{"announced", "2026-10", FIGURE_EVENTS},
		{"announced", "2026-11", FIGURE_TO_COME}, /* the month is not over */
		{"announced", "2026", FIGURE_TO_COME},
		{"draft", "2026-12-24", FIGURE_TO_COME},
		{"idea", "2026", FIGURE_TO_COME},
		{"draft", "2026-03-01", FIGURE_APART},
		{"idea", "2026-03-01", FIGURE_APART},
		{"cancelled", "2026-03-01", FIGURE_APART},
		{"postponed", "2026-12-24", FIGURE_APART},
	};
	static const enum report_figure all[] = {FIGURE_EVENTS, FIGURE_TO_COME, FIGURE_APART};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct scene scene;
		scene_begin(&scene);
		simple_event(&scene, cases[i].status, cases[i].date);
		for (gsize k = 0; k < G_N_ELEMENTS(all); k++)
			if (count(&scene, "2026", all[k]) != (all[k] == cases[i].as))
				fail_msg("%s on %s: %s", cases[i].status, cases[i].date,
					 report_figure_key(all[k]));
		assert_int_equal(count(&scene, "2025", FIGURE_EVENTS), 0);
	}
}

static void
report__of_a_draft_where_somebody_came__counts_it(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = simple_event(&scene, "draft", "2026-03-12");
	assert_int_equal(count(&scene, "2026", FIGURE_NEVER_ANNOUNCED), 1);
	came(&scene, attendee_add(&scene, event, 1, false), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_NEVER_ANNOUNCED), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_STILL_ANNOUNCED), 1);
	scene.events[event].status = "cancelled";
	assert_int_equal(count(&scene, "2026", FIGURE_EVENTS), 0);
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), REPORT_UNKNOWN);
}

/* Under way: what has begun counts, the rest is to come. */
static void
report__of_an_event_under_way__counts_its_past_half_days(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = event_add(&scene, "announced", "2026-11-12", "2026-12-10");
	day_add(&scene, event, "2026-11-12", 2, 2);
	day_add(&scene, event, "2026-12-10", 2, 2);
	assert_int_equal(count(&scene, "2026", FIGURE_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_DAYS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 4);
	scene.events[event].status = "held";
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 8);
}

static void
report__of_an_event_over_two_years__parts_its_half_days(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = event_add(&scene, "held", "2025-12-10", "2026-01-14");
	guint december = day_add(&scene, event, "2025-12-10", 2, 2);
	guint january = day_add(&scene, event, "2026-01-14", 1, 2);
	guint one = attendee_add(&scene, event, 1, false);
	came(&scene, one, december);
	came(&scene, one, january);
	came(&scene, attendee_add(&scene, event, 2, false), january);
	assert_int_equal(count(&scene, "2025", FIGURE_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_EVENTS), 1);
	assert_int_equal(count(&scene, "2025", FIGURE_HALF_DAYS), 4);
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 2);
	assert_int_equal(count(&scene, "2025", FIGURE_PRESENT), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_OTHER_YEARS), 1);
	assert_int_equal(count(&scene, "2024", FIGURE_EVENTS), 0);
}

static void
report__of_vague_dates__tells_months_and_days_apart(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	event_add(&scene, "held", "2009", NULL);
	event_add(&scene, "held", "2009-05", NULL);
	guint undated = event_add(&scene, "held", "2009-06", NULL);
	day_add(&scene, undated, NULL, 2, 2);
	event_add(&scene, "held", NULL, NULL);
	assert_int_equal(count(&scene, "2009", FIGURE_EVENTS), 3);
	assert_int_equal(count(&scene, "2009", FIGURE_WITHOUT_MONTH), 1);
	assert_int_equal(count(&scene, "2009", FIGURE_WITHOUT_DAY), 2);
	assert_int_equal(count(&scene, "2009", FIGURE_WITHOUT_DATE), 1);
	assert_int_equal(count_by(&scene, "2009", FIGURE_EVENTS, REPORT_BY_MONTH, 4), 1);
	assert_int_equal(count_by(&scene, "2009", FIGURE_EVENTS, REPORT_BY_MONTH, REPORT_MONTHS),
			 1);
	assert_int_equal(count_by(&scene, "2009", FIGURE_HALF_DAYS, REPORT_BY_MONTH, 5), 4);
}

/* A day to be fixed among dated ones is in no month. */
static void
report__of_a_day_to_be_fixed__is_in_no_month(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = event_add(&scene, "held", "2026-03-12", NULL);
	day_add(&scene, event, "2026-03-12", 2, 2);
	day_add(&scene, event, NULL, 2, 2);
	assert_int_equal(count(&scene, "2026", FIGURE_HALF_DAYS), 8);
	assert_int_equal(count_by(&scene, "2026", FIGURE_HALF_DAYS, REPORT_BY_MONTH, 2), 4);
	assert_int_equal(count_by(&scene, "2026", FIGURE_HALF_DAYS, REPORT_BY_MONTH, REPORT_MONTHS),
			 4);
	assert_int_equal(count(&scene, "2026", FIGURE_WITHOUT_MONTH), 0);
}

/* ---- what was not counted one by one ------------------------------------------------------------
 */

static void
report__of_counted_and_estimated__keeps_them_apart(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint marked = simple_event(&scene, "held", "2026-03-01");
	guint counted = simple_event(&scene, "held", "2026-03-02");
	guint estimated = simple_event(&scene, "held", "2026-03-03");
	simple_event(&scene, "held", "2026-03-04"); /* nobody knows */
	came(&scene, attendee_add(&scene, marked, 1, false), 0);
	scene.events[marked].counted = 40; /* marks win */
	scene.events[counted].counted = 31;
	scene.events[counted].estimated = 50; /* a number wins over an estimate */
	scene.events[estimated].estimated = 200;
	assert_int_equal(count(&scene, "2026", FIGURE_PRESENT), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_COUNTED), 31);
	assert_int_equal(count(&scene, "2026", FIGURE_ESTIMATED), 200);
	assert_int_equal(count(&scene, "2026", FIGURE_ATTENDANCE), 232);
	assert_int_equal(count(&scene, "2026", FIGURE_SIGNED_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_COUNTED_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_ESTIMATED_EVENTS), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_UNCOUNTED_EVENTS), 1);
}

/* ---- partners and speakers ----------------------------------------------------------------------
 */

static void
report__of_partners_and_speakers__counts_each_once(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint one = simple_event(&scene, "held", "2026-03-01");
	guint other = simple_event(&scene, "held", "2026-03-02");
	guint future = simple_event(&scene, "announced", "2026-12-02");
	const struct report_partner partners[] = {{one, 5, 0, 0},
						  {one, 6, 0, 1},
						  {other, 5, 0, 0},
						  {other, 5, 1, 0},
						  {future, 9, 0, 0}};
	for (gsize i = 0; i < G_N_ELEMENTS(partners); i++)
		scene.partners[scene.facts.n_partners++] = partners[i];
	const struct report_speaker speakers[] = {{one, 3}, {other, 3}, {other, 4}, {future, 8}};
	for (gsize i = 0; i < G_N_ELEMENTS(speakers); i++)
		scene.speakers[scene.facts.n_speakers++] = speakers[i];
	assert_int_equal(count(&scene, "2026", FIGURE_PARTNERSHIPS), 4);
	assert_int_equal(count(&scene, "2026", FIGURE_PARTNERS), 2);
	assert_int_equal(count(&scene, "2026", FIGURE_PARTNER_EVENTS), 2);
	assert_int_equal(count_by(&scene, "2026", FIGURE_PARTNERS, REPORT_BY_PARTNER_ROLE, 1), 1);
	assert_int_equal(count(&scene, "2026", FIGURE_SPEAKERS), 2);
}

/* ---- tables and names ---------------------------------------------------------------------------
 */

static void
table__of_months__shows_all_of_them_and_the_year_before(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	simple_event(&scene, "held", "2025-03-01");
	simple_event(&scene, "held", "2026-03-02");
	simple_event(&scene, "held", "2026-03-03");
	g_autoptr(ReportScope) now = report_scope_new(&scene.facts, "2026", TODAY);
	g_autoptr(ReportScope) before = report_scope_new(&scene.facts, "2025", TODAY);
	struct report_table *table = report_table_new(now, before, SECTION_MONTH);
	assert_int_equal(table->n_lines, 12); /* "sans mois" has nothing */
	assert_text(table->lines[2].label, "mars");
	gint64 ours = table->lines[2].now[table->lead],
	       theirs = table->lines[2].before[table->lead];
	assert_int_equal(ours, 8);
	assert_int_equal(theirs, 4);
	g_autofree char *change = report_difference(ours, theirs, REPORT_HALVES);
	assert_text(change, "+2");
	struct report_shown shown[REPORT_SHOWN_MAX];
	guint n = report_table_shown(table, shown);
	assert_int_equal(n, 6 + 2); /* nothing was estimated: those columns are left out */
	g_autofree char *head = report_shown_head(table, &shown[2], true);
	assert_text(head, "2025");
	report_table_free(table);
}

static void
table__of_what_is_estimated__has_its_columns(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	guint event = simple_event(&scene, "held", "2026-03-02");
	scene.events[event].estimated = 150;
	g_autoptr(ReportScope) now = report_scope_new(&scene.facts, "2026", TODAY);
	struct report_table *table = report_table_new(now, NULL, SECTION_MONTH);
	struct report_shown shown[REPORT_SHOWN_MAX];
	assert_int_equal(report_table_shown(table, shown), 9);
	assert_null(table->lines[2].before);
	report_table_free(table);
}

static void
table__by_status__parts_held_to_come_and_apart(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	simple_event(&scene, "held", "2026-03-02");
	simple_event(&scene, "announced", "2026-03-02");
	simple_event(&scene, "announced", "2026-12-02");
	simple_event(&scene, "cancelled", "2026-03-02");
	g_autoptr(ReportScope) now = report_scope_new(&scene.facts, "2026", TODAY);
	struct report_table *table = report_table_new(now, NULL, SECTION_STATUS);
	assert_int_equal(table->n_lines, 3);
	assert_text(table->lines[0].key, "announced");
	assert_int_equal(table->lines[0].now[0], 1);
	assert_int_equal(table->lines[0].now[1], 1);
	assert_text(table->lines[2].key, "cancelled");
	assert_int_equal(table->lines[2].now[2], 1);
	report_table_free(table);
}

static void
id_count(gint64 id, gpointer user)
{
	g_hash_table_add(user, GSIZE_TO_POINTER((gsize)id));
}

/* People in families and levels, some at both events. */
static void
crowd_made(struct scene *scene)
{
	scene_begin(scene);
	guint one = simple_event(scene, "held", "2026-03-02");
	guint other = simple_event(scene, "held", "2026-04-02");
	for (guint i = 0; i < 60; i++) {
		guint event = i % 3 == 0 ? other : one;
		guint attendee = attendee_add(scene, event, 100 + i / 2, i % 7 == 0);
		struct report_attendee *fact = &scene->attendees[attendee];
		fact->family = i % 3;
		fact->level = i % 2;
		fact->role = (i / 2) % 3;
		fact->department = i % 3;
		fact->body = i % 5;
		if (i % 4 != 1)
			came(scene, attendee, event * 2 + i % 2);
	}
}

/* Whatever stands in a cell, so many are behind it. */
static void
names__behind_a_figure__are_as_many_as_it_says(void **state)
{
	(void)state;
	struct scene scene;
	crowd_made(&scene);
	g_autoptr(ReportScope) now = report_scope_new(&scene.facts, "2026", TODAY);
	for (int section = 0; section < REPORT_SECTIONS; section++) {
		struct report_table *table =
			report_table_new(now, NULL, (enum report_section)section);
		for (guint i = 0; i < table->n_lines; i++)
			for (guint j = 0; j < table->n_columns; j++) {
				struct report_cell cell = report_table_cell(table, i, j);
				bool registrations = cell.figure == FIGURE_REGISTERED ||
						     cell.figure == FIGURE_PRESENT ||
						     cell.figure == FIGURE_INVITED ||
						     cell.figure == FIGURE_NOT_COME;
				bool once = cell.figure == FIGURE_PEOPLE ||
					    cell.figure == FIGURE_ORGANISATIONS ||
					    cell.figure == FIGURE_EVENTS;
				if (!registrations && !once)
					continue;
				g_autoptr(GHashTable) ids = g_hash_table_new(NULL, NULL);
				(registrations ? report_registrations
					       : report_behind)(now, &cell, id_count, ids);
				if (g_hash_table_size(ids) != MAX(table->lines[i].now[j], 0))
					fail_msg("%s, %s, %s: %u are behind %d", table->key,
						 table->lines[i].label, table->columns[j].key,
						 g_hash_table_size(ids),
						 (int)table->lines[i].now[j]);
			}
		report_table_free(table);
	}
}

/* The lines of one axis come to the whole, of what is counted once for each. */
static void
table__of_family_and_level__comes_to_the_whole(void **state)
{
	(void)state;
	struct scene scene;
	crowd_made(&scene);
	g_autoptr(ReportScope) now = report_scope_new(&scene.facts, "2026", TODAY);
	static const struct {
		enum report_section section;
		enum report_figure figure;
	} cases[] = {{SECTION_INVITED, FIGURE_INVITED},
		     {SECTION_REGISTERED, FIGURE_REGISTERED},
		     {SECTION_PRESENT, FIGURE_PRESENT}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct report_table *table = report_table_new(now, NULL, cases[i].section);
		gint64 cells = 0, totals = 0;
		for (guint line = 0; line < table->n_lines; line++) {
			for (guint j = 0; j + 1 < table->n_columns; j++)
				cells += table->lines[line].now[j];
			totals += table->lines[line].now[table->n_columns - 1];
		}
		assert_int_equal(cells, count(&scene, "2026", cases[i].figure));
		assert_int_equal(totals, cells);
		report_table_free(table);
	}
}

/* ---- words --------------------------------------------------------------------------------------
 */

static void
words__of_values__are_french(void **state)
{
	(void)state;
	static const struct {
		gint64 value;
		enum report_unit unit;
		const char *text, *number;
	} cases[] = {
		{0, REPORT_COUNT, "0", "0"},
		{999, REPORT_COUNT, "999", "999"},
		{1000, REPORT_COUNT, "1" NB "000", "1000"},
		{1234567, REPORT_COUNT, "1" NB "234" NB "567", "1234567"},
		{REPORT_UNKNOWN, REPORT_COUNT, "–", NULL},
		{25, REPORT_HALVES, "12,5", "12.5"},
		{2001, REPORT_HALVES, "1" NB "000,5", "1000.5"},
		{250, REPORT_PERMILLE, "25" NB "%", "25.0"},
		{598, REPORT_PERMILLE, "59,8" NB "%", "59.8"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = report_text(cases[i].value, cases[i].unit);
		g_autofree char *number = report_number(cases[i].value, cases[i].unit);
		assert_text(text, cases[i].text);
		assert_text(number, cases[i].number);
	}
	g_autofree char *less = report_difference(1000, 2500, REPORT_COUNT);
	g_autofree char *same = report_difference(4, 4, REPORT_HALVES);
	g_autofree char *unknown = report_difference(4, REPORT_UNKNOWN, REPORT_COUNT);
	assert_text(less, "−1" NB "500");
	assert_text(same, "=");
	assert_text(unknown, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(report__of_the_field__is_160_127_7_25_598),
		cmocka_unit_test(report__without_questionnaires__says_that_it_does_not_know),
		cmocka_unit_test(report__before_anybody_is_marked__tells_of_no_absence),
		cmocka_unit_test(report__rate_of_absence__leaves_out_what_was_not_signed),
		cmocka_unit_test(report__of_one_person_at_all__has_many_participations),
		cmocka_unit_test(
			report__of_a_half_day_that_counts_nothing__has_its_day_and_who_came),
		cmocka_unit_test(report__of_a_cycle__is_one_action_four_days_eight_half_days),
		cmocka_unit_test(report__of_events_in_one_cycle__is_one_action),
		cmocka_unit_test(report__of_bodies_and_newcomers__counts_each_once),
		cmocka_unit_test(
			report__of_statuses__counts_what_took_place_and_tells_the_rest_apart),
		cmocka_unit_test(report__of_a_draft_where_somebody_came__counts_it),
		cmocka_unit_test(report__of_an_event_under_way__counts_its_past_half_days),
		cmocka_unit_test(report__of_an_event_over_two_years__parts_its_half_days),
		cmocka_unit_test(report__of_vague_dates__tells_months_and_days_apart),
		cmocka_unit_test(report__of_a_day_to_be_fixed__is_in_no_month),
		cmocka_unit_test(report__of_counted_and_estimated__keeps_them_apart),
		cmocka_unit_test(report__of_partners_and_speakers__counts_each_once),
		cmocka_unit_test(table__of_months__shows_all_of_them_and_the_year_before),
		cmocka_unit_test(table__of_what_is_estimated__has_its_columns),
		cmocka_unit_test(table__by_status__parts_held_to_come_and_apart),
		cmocka_unit_test(names__behind_a_figure__are_as_many_as_it_says),
		cmocka_unit_test(table__of_family_and_level__comes_to_the_whole),
		cmocka_unit_test(words__of_values__are_french),
	};
	return test_run("report", tests);
}
