/* What random gestures have found in undo, each by itself (undo_property_test.c). */
#include "test.h"

#include "app/presence.h"
#include "base/error.h"
#include "store/fixture.h"

/* An event on one day, and somebody registered for it. */
struct registered {
	gint64 event, half_day, person, attendee;
};

static struct registered
registered_made(Store *store)
{
	struct registered made;
	begin(store);
	struct event *event = event_made(store, "2027-001", "Atelier", "2027-01-15");
	struct person *person = person_made(store, "Zoé", "Élan");
	commit(store);
	begin(store);
	made.event = event->id;
	made.person = person->id;
	made.attendee = attendee_made(store, event->id, person->id, "1");
	commit(store);
	g_autoptr(Rows) half_days = store_all(store, &entity_half_day, NULL);
	made.half_day = ((struct half_day *)half_days->row[0])->id;
	entity_free(&entity_person, person);
	entity_free(&entity_event, event);
	return made;
}

static void
mark_make(Store *store, const struct registered *of)
{
	begin(store);
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = of->attendee;
	mark->half_day_id = of->half_day;
	text_set(&mark->state, "present");
	text_set(&mark->happened_at, "2026-11-23T08:30:00Z");
	text_set(&mark->recorded_at, "2026-11-23T08:30:00Z");
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	insert(store, &entity_presence_mark, mark);
	entity_free(&entity_presence_mark, mark);
	commit(store);
}

static void
assert_presence(Store *store, const struct registered *of, const char *state, int marks)
{
	g_autofree char *now = attendee_presence(store, of->attendee, of->half_day);
	assert_text(now, state);
	assert_int_equal(store_count(store, &entity_presence_mark, NULL, value_text(NULL), NULL),
			 marks);
}

static void
undo(Store *store)
{
	GError *error = NULL;
	bool done = history_undo(store, 0, NULL, &error);
	assert_no_error(error);
	assert_true(done);
}

static void
redo(Store *store)
{
	GError *error = NULL;
	bool done = history_redo(store, NULL, &error);
	assert_no_error(error);
	assert_true(done);
}

static void
undo__retracts_a_mark_of_presence__and_redo_brings_it_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct registered of = registered_made(store);
	mark_make(store, &of);
	assert_presence(store, &of, "present", 1);
	undo(store);
	assert_presence(store, &of, "unknown", 2);
	redo(store);
	assert_presence(store, &of, "present", 3);
	undo(store);
	assert_presence(store, &of, "unknown", 4);
}

static void
undo__takes_back_a_registration__whose_mark_was_taken_back_before(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct registered of = registered_made(store);
	mark_make(store, &of);
	undo(store);
	undo(store);
	assert_int_equal(store_count(store, &entity_attendee, NULL, value_text(NULL), NULL), 0);
	redo(store);
	assert_presence(store, &of, "unknown", 2);
	redo(store);
	assert_presence(store, &of, "present", 3);
}

static void
undo__keeps_a_registration__that_somebody_has_signed_for(void **state)
{
	struct fixture *fixture = *state;
	struct registered of = registered_made(fixture->store);
	GError *error = NULL;
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	mark_make(colleague, &of);
	assert_false(history_undo(fixture->store, 0, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	assert_non_null(strstr(error->message, "Élan"));
	g_clear_error(&error);
	assert_presence(fixture->store, &of, "present", 1);
}

static void
redo__deletes_an_attendee_again__with_the_marks_that_came_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct registered of = registered_made(store);
	mark_make(store, &of);
	begin(store);
	GError *error = NULL;
	assert_true(store_delete(store, &entity_attendee, of.attendee, &error));
	commit(store);
	for (int i = 0; i < 3; i++) {
		undo(store);
		assert_presence(store, &of, "present", 1);
		redo(store);
		assert_presence(store, &of, "unknown", 0);
	}
}

static void
undo__is_refused_by_name__when_another_has_taken_the_place(void **state)
{
	struct fixture *fixture = *state;
	gint64 id = theme_made(fixture->store, "Friches");
	begin(fixture->store);
	GError *error = NULL;
	assert_true(store_delete(fixture->store, &entity_theme, id, &error));
	commit(fixture->store);
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	theme_made(colleague, "Friches");
	assert_false(history_undo(fixture->store, 0, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	assert_text(error->message, "impossible de défaire : autre chose a pris depuis la place "
				    "de « Friches » (thème)");
	g_clear_error(&error);
	undo(colleague);
	undo(fixture->store);
}

static void
undo__is_refused_by_name__when_what_the_row_needs_is_gone(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	struct organisation *body = entity_new(&entity_organisation);
	text_set(&body->name, "DDETS du Gard");
	insert(store, &entity_organisation, body);
	struct person *person = person_made(store, "Zoé", "Élan");
	person->organisation_id = body->id;
	GError *error = NULL;
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	begin(store);
	person->organisation_id = 0;
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	begin(colleague);
	assert_true(store_delete(colleague, &entity_organisation, body->id, &error));
	commit(colleague);
	assert_false(history_undo(store, 0, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	assert_text(error->message, "impossible de défaire : ce dont « Zoé Élan » (personne) a "
				    "besoin n’existe plus");
	g_clear_error(&error);
	entity_free(&entity_person, person);
	entity_free(&entity_organisation, body);
}

/* Each change was good by itself: what is left when the first goes would end before it begins. */
static void
undo__is_refused_by_name__when_a_rule_of_the_row_stands_against_it(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	GError *error = NULL;
	begin(store);
	struct holiday_period *period = entity_new(&entity_holiday_period);
	text_set(&period->kind, "avoid");
	text_set(&period->name, "Travaux");
	text_set(&period->first_day, "2027-03-10");
	text_set(&period->last_day, "2027-03-20");
	insert(store, &entity_holiday_period, period);
	commit(store);
	begin(store);
	text_set(&period->first_day, "2027-03-01");
	assert_true(store_update(store, &entity_holiday_period, period, &error));
	commit(store);
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	begin(colleague);
	text_set(&period->last_day, "2027-03-05");
	assert_true(store_update(colleague, &entity_holiday_period, period, &error));
	commit(colleague);
	assert_false(history_undo(store, 0, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	assert_non_null(strstr(error->message, "Travaux"));
	g_clear_error(&error);
	undo(colleague);
	undo(store);
	entity_free(&entity_holiday_period, period);
}

/* Deleted, brought back, changed by another and changed back, deleted again by redo, brought back
 * again: the revision and the calendar's sequence of the first deletion are long past. */
static void
undo__never_lets_a_revision_go_back__through_undo_and_redo(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	registered_made(store);
	g_autoptr(Rows) days = store_all(store, &entity_event_day, NULL);
	struct event_day *day = days->row[0];
	GError *error = NULL;
	begin(store);
	assert_true(store_delete(store, &entity_event_day, day->id, &error));
	commit(store);
	undo(store);
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	struct event_day *now = store_get(colleague, &entity_event_day, day->id, &error);
	begin(colleague);
	text_set(&now->start_time, "09:30");
	assert_true(store_update(colleague, &entity_event_day, now, &error));
	commit(colleague);
	undo(colleague);
	entity_free(&entity_event_day, now);
	struct event_day *before = store_get(store, &entity_event_day, day->id, &error);
	redo(store);
	undo(store);
	struct event_day *after = store_get(store, &entity_event_day, day->id, &error);
	assert_true(after->rev > before->rev);
	assert_true(after->sequence >= before->sequence);
	assert_true(strcmp(after->stamped_at, before->stamped_at) >= 0);
	entity_free(&entity_event_day, before);
	entity_free(&entity_event_day, after);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(undo__retracts_a_mark_of_presence__and_redo_brings_it_back),
		TEST(undo__takes_back_a_registration__whose_mark_was_taken_back_before),
		TEST(undo__keeps_a_registration__that_somebody_has_signed_for),
		TEST(redo__deletes_an_attendee_again__with_the_marks_that_came_back),
		TEST(undo__is_refused_by_name__when_another_has_taken_the_place),
		TEST(undo__is_refused_by_name__when_what_the_row_needs_is_gone),
		TEST(undo__is_refused_by_name__when_a_rule_of_the_row_stands_against_it),
		TEST(undo__never_lets_a_revision_go_back__through_undo_and_redo),
	};
	return test_run("undo_faults", tests);
}
