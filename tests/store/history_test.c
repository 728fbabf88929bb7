#include "test.h"

#include "base/error.h"
#include "store/fixture.h"
#include "store/private.h"

static void
undo__takes_back__an_insertion(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	commit(store);
	GError *error = NULL;
	assert_true(history_undo(store, 0, NULL, &error));
	assert_null(store_get(store, &entity_person, person->id, NULL));
	assert_true(history_redo(store, NULL, &error));
	struct person *again = store_get(store, &entity_person, person->id, &error);
	assert_no_error(error);
	assert_text(again->last_name, "Élan");
	assert_text(again->uid, person->uid);
	assert_true(again->rev > person->rev);
	entity_free(&entity_person, again);
	entity_free(&entity_person, person);
}

static void
undo__takes_back__a_change_of_one_column(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	commit(store);
	begin(store);
	text_set(&person->function, "cheffe de projet");
	GError *error = NULL;
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	assert_true(history_undo(store, 0, NULL, &error));
	struct person *now = store_get(store, &entity_person, person->id, &error);
	assert_null(now->function);
	assert_int_equal(now->rev, 3);
	entity_free(&entity_person, now);
	entity_free(&entity_person, person);
}

static void
about__lists__gestures_that_stand(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	store_about(store, &entity_person, person->id, 77, 1);
	commit(store);
	g_autoptr(GPtrArray) standing =
		history_about(store, 77, &entity_person, person->id, &error);
	assert_no_error(error);
	assert_int_equal(standing->len, 1);
	assert_true(history_undo(store, 0, NULL, &error));
	g_autoptr(GPtrArray) undone = history_about(store, 77, &entity_person, person->id, &error);
	assert_int_equal(undone->len, 0);
	assert_true(history_redo(store, NULL, &error));
	g_autoptr(GPtrArray) again = history_about(store, 77, &entity_person, person->id, &error);
	assert_int_equal(again->len, 1);
	entity_free(&entity_person, person);
}

static void
undo__is_refused__when_another_gesture_stands_on_it(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	commit(store);
	GError *error = NULL;
	Store *colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	assert_no_error(error);
	begin(colleague);
	text_set(&person->function, "directrice");
	assert_true(store_update(colleague, &entity_person, person, &error));
	commit(colleague);
	assert_false(history_undo(store, 0, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	assert_non_null(strstr(error->message, "Zoé Élan"));
	g_clear_error(&error);
	store_close(colleague);
	entity_free(&entity_person, person);
}

static void
update__is_refused__when_the_row_has_changed(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	commit(store);
	struct person *other = entity_copy(&entity_person, person);
	begin(store);
	text_set(&other->town, "Albi");
	GError *error = NULL;
	assert_true(store_update(store, &entity_person, other, &error));
	commit(store);
	begin(store);
	text_set(&person->town, "Lodève");
	assert_false(store_update(store, &entity_person, person, &error));
	assert_error(error, ERROR_STALE);
	g_clear_error(&error);
	store_rollback(store);
	entity_free(&entity_person, other);
	entity_free(&entity_person, person);
}

static void
event__gets__its_dates_and_half_days_from_its_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct event *event = event_made(store, "2027-001", "Atelier", "2027-01-15");
	commit(store);
	GError *error = NULL;
	struct event *now = store_get(store, &entity_event, event->id, &error);
	assert_text(now->start_date, "2027-01-15");
	assert_null(now->end_date);
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event->id, &error);
	struct event_day *day = days->row[0];
	g_autoptr(Rows) half_days = store_of(store, &entity_half_day, "day_id", day->id, &error);
	assert_int_equal(half_days->n, 2);
	assert_int_equal(day->sequence, 0);
	assert_true(history_undo(store, 0, NULL, &error));
	assert_no_error(error);
	assert_int_equal(store_count(store, &entity_half_day, NULL, value_text(NULL), NULL), 0);
	entity_free(&entity_event, now);
	entity_free(&entity_event, event);
}

static void
sequence__rises__with_the_date_and_again_with_undo(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct event *event = event_made(store, "2027-001", "Atelier", "2027-01-15");
	commit(store);
	GError *error = NULL;
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event->id, &error);
	struct event_day *day = days->row[0];
	begin(store);
	text_set(&day->start_time, "09:30");
	assert_true(store_update(store, &entity_event_day, day, &error));
	commit(store);
	struct event_day *after = store_get(store, &entity_event_day, day->id, &error);
	assert_int_equal(after->sequence, 1);
	assert_true(history_undo(store, 0, NULL, &error));
	assert_no_error(error);
	struct event_day *undone = store_get(store, &entity_event_day, day->id, &error);
	assert_int_equal(undone->sequence, 2);
	assert_null(undone->start_time);
	assert_true(strcmp(undone->stamped_at, after->stamped_at) > 0);
	entity_free(&entity_event_day, after);
	entity_free(&entity_event_day, undone);
	entity_free(&entity_event, event);
}

static void
event__is_deleted__with_all_that_belongs_to_it_and_comes_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	struct event *event = event_made(store, "2027-001", "Atelier", "2027-01-15");
	struct person *person = person_made(store, "Zoé", "Élan");
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event->id;
	attendee->person_id = person->id;
	text_set(&attendee->number, "1");
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->last_name, "Élan");
	text_set(&attendee->origin, "mail");
	text_set(&attendee->registered_at, "2026-11-23T08:30:00Z");
	insert(store, &entity_attendee, attendee);
	commit(store);
	GError *error = NULL;
	begin(store);
	assert_true(store_delete(store, &entity_event, event->id, &error));
	commit(store);
	assert_int_equal(store_count(store, &entity_attendee, NULL, value_text(NULL), NULL), 0);
	begin(store);
	store_rollback(store);
	assert_true(history_undo(store, 0, NULL, &error));
	assert_no_error(error);
	struct attendee *back = store_get(store, &entity_attendee, attendee->id, &error);
	assert_no_error(error);
	assert_int_equal(back->live, 1);
	entity_free(&entity_attendee, back);
	begin(store);
	assert_false(store_delete(store, &entity_person, person->id, &error));
	assert_error(error, ERROR_REFERENCED);
	g_clear_error(&error);
	store_rollback(store);
	entity_free(&entity_attendee, attendee);
	entity_free(&entity_person, person);
	entity_free(&entity_event, event);
}

static void
assert_not_undone(Store *store, gint64 id, int code)
{
	GError *error = NULL;
	assert_false(history_undo(store, id, NULL, &error));
	assert_error(error, code);
	g_clear_error(&error);
}

/* What was undone, an undo itself, what was printed, what never was: each in words of its own. */
static void
undo__is_refused__of_what_cannot_be_taken_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	assert_not_undone(store, 0, ERROR_NOTHING);
	theme_made(store, "Habitat");
	struct gesture *undo = NULL;
	assert_true(history_undo(store, 0, &undo, &error));
	assert_not_undone(store, undo->id, ERROR_NOTHING);
	assert_not_undone(store, 12345, ERROR_NOTHING);
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 0, &error);
	assert_int_equal(gestures->len, 2);
	for (guint i = 0; i < gestures->len; i++)
		assert_not_undone(store, ((struct gesture *)gestures->pdata[i])->id, ERROR_NOTHING);
	gesture_free(undo);
	theme_made(store, "Friches");
	store_run(store, "UPDATE gesture SET kind = 'record'", NULL, 0, NULL, &error);
	assert_no_error(error);
	g_autoptr(GPtrArray) records = history_list(store, 0, 0, &error);
	assert_not_undone(store, ((struct gesture *)records->pdata[0])->id, ERROR_NOTHING);
}

/* ---- stopping -----------------------------------------------------------------------------------
 */

struct told {
	guint asked, total, stop_at; /* stops once it was asked so often */
};

static bool
told_goes_on(guint done, guint total, gpointer user)
{
	struct told *told = user;
	told->total = MAX(told->total, total);
	assert_true(done <= total);
	return ++told->asked < told->stop_at;
}

static void
undo__that_is_stopped__takes_nothing_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	for (guint i = 0; i < 50; i++)
		entity_free(&entity_person, person_made(store, "Zoé", "Élan"));
	commit(store);
	struct told told = {.stop_at = 20};
	GError *error = NULL;
	store_watch(store, told_goes_on, &told);
	assert_false(history_undo(store, 0, NULL, &error));
	assert_error(error, ERROR_CANCELLED);
	g_clear_error(&error);
	assert_true(told.total >= 50);
	store_watch(store, NULL, NULL);
	assert_int_equal(store_count(store, &entity_person, NULL, value_text(NULL), NULL), 50);
	struct told heard = {.stop_at = G_MAXUINT};
	store_watch(store, told_goes_on, &heard);
	assert_true(history_undo(store, 0, NULL, &error));
	store_watch(store, NULL, NULL);
	assert_true(heard.asked >= 50);
	assert_int_equal(store_count(store, &entity_person, NULL, value_text(NULL), NULL), 0);
}

/* What asked passed over the failure: the gesture is not saved for that. */
static void
statement__that_is_stopped__spoils_its_gesture(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct told told = {.stop_at = 1};
	GError *error = NULL;
	gint64 n = 0;
	begin(store);
	entity_free(&entity_person, person_made(store, "Zoé", "Élan"));
	store_watch(store, told_goes_on, &told);
	assert_false(
		store_number(store,
			     "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM "
			     "many WHERE n < 100000) SELECT count(*) FROM many",
			     NULL, 0, 0, &n, NULL));
	store_watch(store, NULL, NULL);
	assert_false(store_commit(store, NULL, &error));
	assert_error(error, ERROR_CANCELLED);
	g_clear_error(&error);
	assert_int_equal(store_count(store, &entity_person, NULL, value_text(NULL), NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(about__lists__gestures_that_stand),
		TEST(undo__takes_back__an_insertion),
		TEST(undo__takes_back__a_change_of_one_column),
		TEST(undo__is_refused__when_another_gesture_stands_on_it),
		TEST(update__is_refused__when_the_row_has_changed),
		TEST(event__gets__its_dates_and_half_days_from_its_day),
		TEST(sequence__rises__with_the_date_and_again_with_undo),
		TEST(event__is_deleted__with_all_that_belongs_to_it_and_comes_back),
		TEST(undo__is_refused__of_what_cannot_be_taken_back),
		TEST(undo__that_is_stopped__takes_nothing_back),
		TEST(statement__that_is_stopped__spoils_its_gesture),
	};
	return test_run("history", tests);
}
