/* The checks, fed from the database. */
#include "test.h"

#include "app/output.h"
#include "app/scene.h"
#include "base/i18n.h"
#include "core/check.h"

static const struct check_problem *
found(const GPtrArray *problems, const char *code)
{
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (strcmp(problem->code, code) == 0)
			return problem;
	}
	return NULL;
}

/* The problem itself, which must be there; its message is never NULL. */
static struct check_problem
problem_of(const GPtrArray *problems, const char *code)
{
	static char nothing[] = "";
	const struct check_problem *problem = found(problems, code);
	if (problem != NULL)
		return *problem;
	fail_msg("“%s” was not found", code);
	return (struct check_problem){.message = nothing};
}

static GPtrArray *
checked(void **state, gint64 event_id)
{
	GError *error = NULL;
	GPtrArray *problems = event_check(((struct fixture *)*state)->store, event_id, &error);
	assert_no_error(error);
	assert_non_null(problems);
	return problems;
}

#define assert_problem(problems, code)                                                             \
	do {                                                                                       \
		if (found((problems), (code)) == NULL)                                             \
			fail_msg("“%s” was not found", (code));                                    \
	} while (0)

#define assert_no_problem(problems, code)                                                          \
	do {                                                                                       \
		const struct check_problem *unexpected = found((problems), (code));                \
		if (unexpected != NULL)                                                            \
			fail_msg("%s: %s", (code), unexpected->message);                           \
	} while (0)

static void
sound_event__has__no_problem(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Hôtel de Région", "22 bd Juin", "Toulouse", "31");
	gint64 room = scene_room(store, venue, "Salle des fêtes", 80);
	gint64 event = scene_event(store, "2027-001", "Journée d’échanges", "announced");
	gint64 day = scene_day(store, event, "2027-01-14", "09:30", "16:00", venue);
	gint64 session =
		scene_session(store, event, day, "09:30", "16:00", "plenary", "Ouverture", room);
	gint64 person = scene_person(store, "Zoé", "Élan");
	scene_attendee(store, event, person, "Zoé", "Élan", "speaker", "registered", NULL);
	scene_speaker(store, event, session, person, "confirmed");
	struct holiday_period *period = entity_new(&entity_holiday_period);
	text_set(&period->kind, "school");
	text_set(&period->name, "Vacances d’hiver");
	text_set(&period->first_day, "2027-02-20");
	text_set(&period->last_day, "2027-03-08");
	text_set(&period->zone, "C");
	insert(store, &entity_holiday_period, period);
	entity_free(&entity_holiday_period, period);
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	if (problems->len > 0)
		fail_msg("%s", ((struct check_problem *)problems->pdata[0])->message);
}

static void
speaker__in_two_places__is_found_across_events(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 person = scene_person(store, "Zoé", "Élan");
	gint64 other = scene_event(store, "2027-002", "Séminaire à Nîmes", "draft");
	gint64 there = scene_day(store, other, "2027-01-14", "09:00", "12:00", 0);
	gint64 talk = scene_session(store, other, there, "10:00", "11:00", "talk", "Exposé", 0);
	scene_speaker(store, other, talk, person, "asked");
	gint64 event = scene_event(store, "2027-001", "Journée d’échanges", "announced");
	gint64 day = scene_day(store, event, "2027-01-14", "09:30", "16:00", 0);
	gint64 session =
		scene_session(store, event, day, "10:30", "11:30", "workshop", "Atelier A", 0);
	scene_speaker(store, event, session, person, "confirmed");
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem problem = problem_of(problems, "speaker_elsewhere");
	assert_int_equal(problem.severity, CHECK_ERROR);
	assert_non_null(strstr(problem.message, "Zoé Élan"));
	assert_non_null(strstr(problem.message, "2027-002 Séminaire à Nîmes"));
	scene_change(store, &entity_event, other, "status", value_text("cancelled"));
	g_autoptr(GPtrArray) after = checked(state, event);
	assert_no_problem(after, "speaker_elsewhere");
	scene_change(store, &entity_event, other, "status", value_text("announced"));
	scene_change(store, &entity_session, talk, "start_time", value_text("14:00"));
	scene_change(store, &entity_session, talk, "end_time", value_text("15:00"));
	g_autoptr(GPtrArray) moved = checked(state, event);
	assert_no_problem(moved, "speaker_elsewhere");
}

static void
speaker__of_another_event_as_a_whole__is_taken_all_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 person = scene_person(store, "Zoé", "Élan");
	gint64 other = scene_event(store, "2027-002", "Ailleurs", "announced");
	scene_day(store, other, "2027-01-14", NULL, NULL, 0);
	scene_speaker(store, other, 0, person, "considered");
	gint64 event = scene_event(store, "2027-001", "Ici", "announced");
	scene_day(store, event, "2027-01-14", "14:00", "16:00", 0);
	scene_speaker(store, event, 0, person, "confirmed");
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	assert_problem(problems, "speaker_elsewhere");
}

static void
room__taken_by_another_event__is_found(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 room = scene_room(store, venue, "Salle Jaurès", 40);
	gint64 other = scene_event(store, "2027-002", "Autre", "announced");
	gint64 there = scene_day(store, other, "2027-01-14", "09:00", "12:00", venue);
	struct booking *booking = entity_new(&entity_booking);
	booking->room_id = room;
	booking->day_id = there;
	text_set(&booking->state, "confirmed");
	scene_insert(store, &entity_booking, booking);
	gint64 event = scene_event(store, "2027-001", "Celle-ci", "announced");
	gint64 day = scene_day(store, event, "2027-01-14", "09:30", "16:00", venue);
	gint64 early = scene_session(store, event, day, "10:00", "11:00", "plenary", "Tôt", room);
	scene_session(store, event, day, "14:00", "15:00", "plenary", "Tard", room);
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem problem = problem_of(problems, "room_taken");
	assert_non_null(strstr(problem.message, "Tôt"));
	assert_int_equal(problem.session, 0);
	scene_change(store, &entity_session, early, "start_time", value_text("12:00"));
	scene_change(store, &entity_session, early, "end_time", value_text("12:30"));
	g_autoptr(GPtrArray) after = checked(state, event);
	assert_no_problem(after, "room_taken");
}

static void
holidays__are_those_of_the_place_and_the_zone(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Strasbourg", NULL, "Strasbourg", "67");
	gint64 event = scene_event(store, "2027-001", "Férié", "announced");
	gint64 day = scene_day(store, event, "2027-12-26", "09:00", "12:00", venue);
	struct holiday_period *period = entity_new(&entity_holiday_period);
	text_set(&period->kind, "avoid");
	text_set(&period->name, "Congrès des maires");
	text_set(&period->first_day, "2027-12-20");
	text_set(&period->last_day, "2027-12-31");
	scene_insert(store, &entity_holiday_period, period);
	struct holiday_period *elsewhere = entity_new(&entity_holiday_period);
	text_set(&elsewhere->kind, "school");
	text_set(&elsewhere->name, "Vacances de la zone A");
	text_set(&elsewhere->zone, "A");
	text_set(&elsewhere->first_day, "2027-12-19");
	text_set(&elsewhere->last_day, "2027-12-31");
	scene_insert(store, &entity_holiday_period, elsewhere);
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	assert_problem(problems, "public_holiday");
	struct check_problem told = problem_of(problems, "period");
	assert_non_null(strstr(told.message, "Congrès des maires"));
	for (guint i = 0; i < problems->len; i++)
		assert_null(
			strstr(((struct check_problem *)problems->pdata[i])->message, "zone A"));
	scene_change(store, &entity_event_day, day, "venue_id", value_text(NULL));
	g_autoptr(GPtrArray) after = checked(state, event);
	assert_no_problem(after, "public_holiday");
	assert_problem(after, "no_place");
}

static gint64
event_of(Store *store, guint people, gint64 room_a, gint64 room_b, bool parallel, gint64 venue)
{
	gint64 event = scene_event(store, "2027-001", "Rencontre", "announced");
	gint64 day = scene_day(store, event, "2027-01-14", "09:00", "12:00", venue);
	scene_session(store, event, day, "09:00", "10:00", "workshop", "Un", room_a);
	scene_session(store, event, day, parallel ? "09:30" : "10:00", "11:00", "workshop", "Deux",
		      room_b);
	for (guint i = 0; i < people; i++) {
		g_autofree char *name = g_strdup_printf("Nom%u", i);
		scene_participant(store, event, "Jo", name, "registered", NULL);
	}
	return event;
}

static void
capacity__is_that_of_the_tightest_moment(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 small = scene_room(store, venue, "Petite salle", 5);
	gint64 large = scene_room(store, venue, "Grande salle", 20);
	gint64 event = event_of(store, 8, large, small, false, venue);
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem problem = problem_of(problems, "beyond_room");
	assert_non_null(strstr(problem.message, "Petite salle"));
}

static void
capacity__of_parallel_rooms__adds_up(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 small = scene_room(store, venue, "Petite salle", 5);
	gint64 large = scene_room(store, venue, "Grande salle", 20);
	gint64 event = event_of(store, 8, large, small, true, venue);
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	assert_no_problem(problems, "beyond_room");
}

static void
seats__and_choices__are_counted_by_the_one_rule(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 room = scene_room(store, venue, "Petite salle", 2);
	gint64 event = scene_event(store, "2027-001", "Rencontre", "announced");
	gint64 day = scene_day(store, event, "2027-01-14", "09:00", "12:00", venue);
	gint64 session = scene_session(store, event, day, "09:00", "10:00", "workshop", "Un", room);
	scene_session(store, event, day, "09:00", "10:00", "workshop", "Deux", 0);
	static const char *const statuses[] = {"registered", "registered", "offered", "waiting",
					       "cancelled"};
	for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++) {
		g_autofree char *name = g_strdup_printf("Nom%u", (guint)i);
		gint64 attendee = scene_participant(store, event, "Jo", name, statuses[i], NULL);
		scene_choice(store, attendee, session, true);
	}
	commit(store);
	scene_change(store, &entity_event, event, "seat_limit", value_integer(2));
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem seats = problem_of(problems, "beyond_seats");
	assert_non_null(strstr(seats.message, "3"));
	struct check_problem chosen = problem_of(problems, "session_beyond_room");
	assert_int_equal(chosen.session, 0);
}

static void
presence__recorded_at_once_after_the_end__is_found(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 event = scene_event(store, "2026-001", "Rencontre", "held");
	gint64 day = scene_day(store, event, "2026-11-12", "09:00", "12:00", venue);
	gint64 attendees[6];
	for (int i = 0; i < 6; i++) {
		g_autofree char *name = g_strdup_printf("Nom%d", i);
		attendees[i] = scene_participant(store, event, "Jo", name, "registered", NULL);
	}
	commit(store);
	begin(store);
	gint64 half_day = scene_half_day(store, day, "am");
	for (int i = 0; i < 6; i++)
		scene_mark(store, attendees[i], half_day, "present", "2026-11-12T14:01:00Z");
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	assert_problem(problems, "presence_batch");
	begin(store);
	/* 12:30 in Paris is half an hour after the end, 11:30 half an hour before. */
	scene_mark(store, attendees[0], half_day, "present", "2026-11-12T10:30:00Z");
	commit(store);
	g_autoptr(GPtrArray) after = checked(state, event);
	assert_no_problem(after, "presence_batch");
}

static void
present__beyond_the_room__is_found(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Béziers", "34");
	gint64 room = scene_room(store, venue, "Petite salle", 2);
	gint64 event = scene_event(store, "2026-001", "Rencontre", "held");
	gint64 day = scene_day(store, event, "2026-11-12", "09:00", "12:00", venue);
	scene_session(store, event, day, "09:00", "12:00", "plenary", "Plénière", room);
	gint64 attendees[4];
	for (int i = 0; i < 4; i++) {
		g_autofree char *name = g_strdup_printf("Nom%d", i);
		attendees[i] = scene_participant(store, event, "Jo", name, "registered", NULL);
	}
	commit(store);
	begin(store);
	gint64 half_day = scene_half_day(store, day, "am");
	for (int i = 0; i < 3; i++)
		scene_mark(store, attendees[i], half_day, "present", "2026-11-12T08:10:00Z");
	scene_mark(store, attendees[3], half_day, "absent", "2026-11-12T08:10:00Z");
	commit(store);
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem problem = problem_of(problems, "present_beyond_room");
	assert_non_null(strstr(problem.message, "3"));
}

static void
year_alone__asks_for_the_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Rencontre", "announced");
	gint64 none = scene_event(store, "2027-002", "Rien", "announced");
	commit(store);
	scene_change(store, &entity_event, event, "start_date", value_text("2027-03"));
	g_autoptr(GPtrArray) problems = checked(state, event);
	struct check_problem problem = problem_of(problems, "no_date");
	assert_non_null(strstr(problem.message, "2027-03"));
	g_autoptr(GPtrArray) other = checked(state, none);
	assert_problem(other, "no_date");
	GError *error = NULL;
	assert_null(event_check(store, 42, &error));
	assert_non_null(error);
	g_clear_error(&error);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sound_event__has__no_problem),
		TEST(speaker__in_two_places__is_found_across_events),
		TEST(speaker__of_another_event_as_a_whole__is_taken_all_day),
		TEST(room__taken_by_another_event__is_found),
		TEST(holidays__are_those_of_the_place_and_the_zone),
		TEST(capacity__is_that_of_the_tightest_moment),
		TEST(capacity__of_parallel_rooms__adds_up),
		TEST(seats__and_choices__are_counted_by_the_one_rule),
		TEST(presence__recorded_at_once_after_the_end__is_found),
		TEST(present__beyond_the_room__is_found),
		TEST(year_alone__asks_for_the_day),
	};
	i18n_set_language("fr");
	return test_run("check", tests);
}
