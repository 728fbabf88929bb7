/* Sessions shifted and changing places: lengths and pauses stay, parallel ones stay together. */
#include "app/scene.h"

#include "app/programme.h"
#include "base/error.h"
#include "base/i18n.h"

struct day {
	gint64 event, day, opening, left, right, lunch, end;
};

static struct day
day_made(Store *store)
{
	struct day made;
	begin(store);
	gint64 venue = scene_venue(store, "Maison", NULL, "Sète", "34");
	gint64 a = scene_room(store, venue, "A", 20), b = scene_room(store, venue, "B", 20);
	made.event = scene_event(store, "2027-001", "Journée", "draft");
	made.day = scene_day(store, made.event, "2027-01-15", "09:00", "16:30", venue);
	made.opening = scene_session(store, made.event, made.day, "09:00", "10:00", "opening",
				     "Ouverture", a);
	made.left =
		scene_session(store, made.event, made.day, "10:15", "11:15", "workshop", "Un", a);
	made.right =
		scene_session(store, made.event, made.day, "10:15", "11:45", "workshop", "Deux", b);
	made.lunch = scene_session(store, made.event, made.day, "12:00", "13:30", "lunch",
				   "Déjeuner", 0);
	made.end = scene_session(store, made.event, made.day, "14:00", "16:00", "closing",
				 "Synthèse", a);
	commit(store);
	return made;
}

static struct session *
session_in(const Rows *rows, gint64 id)
{
	struct session *found = rows->row[0];
	for (guint i = 0; i < rows->n; i++)
		if (((const struct row_head *)rows->row[i])->id == id)
			found = rows->row[i];
	assert_true(found->id == id);
	return found;
}

static void
assert_times(const Rows *rows, gint64 id, const char *start, const char *end)
{
	const struct session *session = session_in(rows, id);
	assert_string_equal(session->start_time, start);
	assert_string_equal(session->end_time, end);
}

static void
programme_shift__takes__what_follows_and_breaks(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct day made = day_made(store);
	g_autoptr(Rows) rows = store_of(store, &entity_session, "event_id", made.event, NULL);
	struct session *from = entity_copy(&entity_session, session_in(rows, made.right));
	assert_int_equal(programme_from_count(rows, from, false), 4);
	assert_int_equal(programme_from_count(rows, from, true), 3);
	assert_true(programme_shift(rows, from, 15, true, NULL));
	assert_times(rows, made.opening, "09:00", "10:00");
	assert_times(rows, made.left, "10:30", "11:30");
	assert_times(rows, made.right, "10:30", "12:00");
	assert_times(rows, made.lunch, "12:15", "13:45");
	assert_times(rows, made.end, "14:00", "16:00");
	entity_free(&entity_session, from);
}

static void
programme_shift__refuses__to_leave_the_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct day made = day_made(store);
	g_autoptr(Rows) rows = store_of(store, &entity_session, "event_id", made.event, NULL);
	g_autoptr(GError) error = NULL;
	assert_false(programme_shift(rows, session_in(rows, made.opening), 600, false, &error));
	assert_true(g_error_matches(error, ATELIERS_ERROR, ERROR_INVALID));
	assert_times(rows, made.opening, "09:00", "10:00");
}

/* The pause of a quarter of an hour stays between them; there and back is as before. */
static void
programme_swap__keeps__lengths_and_pauses(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct day made = day_made(store);
	g_autoptr(Rows) rows = store_of(store, &entity_session, "event_id", made.event, NULL);
	assert_true(programme_swap(rows, session_in(rows, made.left), false));
	assert_times(rows, made.left, "09:00", "10:00");
	assert_times(rows, made.right, "09:00", "10:30");
	assert_times(rows, made.opening, "10:45", "11:45");
	assert_false(programme_swap(rows, session_in(rows, made.left), false));
	assert_true(programme_swap(rows, session_in(rows, made.left), true));
	assert_times(rows, made.opening, "09:00", "10:00");
	assert_times(rows, made.right, "10:15", "11:45");
}

static void
programme_store__writes__what_differs_in_one_step(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct day made = day_made(store);
	guint changed = 0;
	g_autoptr(Rows) rows = store_of(store, &entity_session, "event_id", made.event, NULL);
	struct session *from = entity_copy(&entity_session, session_in(rows, made.lunch));
	assert_true(programme_shift(rows, from, 60, false, NULL));
	entity_free(&entity_session, from);
	begin(store);
	assert_true(programme_store(store, rows, &changed, NULL));
	commit(store);
	assert_int_equal(changed, 2);
	g_autofree char *follows = programme_consequences(store, made.event);
	assert_non_null(follows);
	assert_non_null(strstr(follows, "beyond the day"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(programme_shift__takes__what_follows_and_breaks),
		TEST(programme_shift__refuses__to_leave_the_day),
		TEST(programme_swap__keeps__lengths_and_pauses),
		TEST(programme_store__writes__what_differs_in_one_step),
	};
	i18n_set_language("en");
	return test_run("programme", tests);
}
