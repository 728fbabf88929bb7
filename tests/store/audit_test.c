/* What a sound file may have wrong: derived values, numbers, the history. */
#include "test.h"

#include "store/audit.h"
#include "store/erase.h"
#include "store/fixture.h"
#include "store/private.h"

struct audit {
	guint problems, gaps;
};

static struct audit
audit(Store *store)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
	bool done = store_audit(store, problems, gaps, &error);
	assert_no_error(error);
	assert_true(done);
	return (struct audit){problems->len, gaps->len};
}

static void
assert_audit(Store *store, guint problems, guint gaps)
{
	struct audit found = audit(store);
	assert_int_equal(found.problems, problems);
	assert_int_equal(found.gaps, gaps);
}

/* An event of two days, a person registered and undone, a theme deleted and brought back. */
static void
centre_make(Store *store)
{
	GError *error = NULL;
	begin(store);
	struct event *event = event_made(store, "2026-001", "Journée", "2026-12-01");
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = event->id;
	text_set(&day->date, "2026-12-02");
	insert(store, &entity_event_day, day);
	entity_free(&entity_event_day, day);
	assert_int_equal(store_next(store, "event 2026", 1, &error), 1);
	struct person *person = person_made(store, "Zoé", "Élan");
	g_autofree char *counter = g_strdup_printf("attendee %" G_GINT64_FORMAT, event->id);
	assert_int_equal(store_next(store, counter, 1, &error), 1);
	attendee_made(store, event->id, person->id, "1");
	commit(store);
	entity_free(&entity_person, person);
	entity_free(&entity_event, event);
	gint64 theme = theme_made(store, "Habitat");
	begin(store);
	assert_true(store_delete(store, &entity_theme, theme, &error));
	commit(store);
	assert_true(history_undo(store, 0, NULL, &error));
	assert_true(history_redo(store, NULL, &error));
	assert_true(history_undo(store, 0, NULL, &error));
	assert_no_error(error);
}

static void
run(Store *store, const char *sql)
{
	GError *error = NULL;
	store_run(store, sql, NULL, 0, NULL, &error);
	assert_no_error(error);
}

/* What SQL does behind the program's back, and what is said of it. */
static void
assert_found(void **state, const char *sql, guint problems, guint gaps)
{
	const struct fixture *fixture = *state;
	centre_make(fixture->store);
	assert_audit(fixture->store, 0, 0);
	run(fixture->store, sql);
	assert_audit(fixture->store, problems, gaps);
}

static void
audit__finds_nothing__in_a_new_file(void **state)
{
	const struct fixture *fixture = *state;
	assert_audit(fixture->store, 0, 0);
}

static void
audit__finds_keys__that_do_not_fit_their_names(void **state)
{
	assert_found(state, "UPDATE person SET sort_key = 'zzz'", 1, 0);
}

/* Three are named, so that they are found; more would be a list that nobody reads. */
static void
audit__names_three__of_those_it_found(void **state)
{
	const struct fixture *fixture = *state;
	GError *error = NULL;
	static const char *const names[] = {"Un", "Deux", "Trois", "Quatre", "Cinq"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		theme_made(fixture->store, names[i]);
	run(fixture->store, "UPDATE theme SET sort_key = 'zzz'");
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
	assert_true(store_audit(fixture->store, problems, gaps, &error));
	assert_no_error(error);
	assert_int_equal(problems->len, 1);
	const char *said = problems->pdata[0];
	assert_non_null(strstr(said, "5"));
	assert_non_null(strstr(said, "…"));
	guint named = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		named += strstr(said, names[i]) != NULL;
	assert_int_equal(named, 3);
}

static void
audit__finds_names__that_were_changed_alone(void **state)
{
	assert_found(state, "UPDATE theme SET name = 'Autre'", 1, 0);
}

static void
audit__finds_a_registration__that_counts_and_should_not(void **state)
{
	assert_found(state, "UPDATE attendee SET status = 'cancelled'", 1, 0);
}

static void
audit__finds_dates__that_are_not_those_of_the_days(void **state)
{
	assert_found(state, "UPDATE event_day SET date = '2027-02-02' WHERE date = '2026-12-02'", 1,
		     0);
}

static void
audit__finds_counters__behind_their_numbers(void **state)
{
	assert_found(state, "DELETE FROM counter WHERE name LIKE 'event %'", 1, 0);
}

static void
audit__finds_counters__of_attendees(void **state)
{
	/* and its search key */
	assert_found(state, "UPDATE attendee SET number = '7'", 2, 0);
}

static void
audit__finds_changes__without_their_gesture(void **state)
{
	assert_found(state, "DELETE FROM gesture WHERE id = (SELECT min(id) FROM gesture)", 0, 1);
}

static void
audit__finds_gestures__without_their_changes(void **state)
{
	/* and the rows that only those changes explained */
	assert_found(state, "DELETE FROM change WHERE gesture_id = (SELECT min(id) FROM gesture)",
		     0, 2);
}

static void
audit__finds_a_change__that_is_missing_from_a_gesture(void **state)
{
	assert_found(state, "DELETE FROM change WHERE table_name = 'event_day' AND position < 4", 0,
		     2);
}

static void
audit__finds_an_undo__of_nothing(void **state)
{
	assert_found(state,
		     "UPDATE gesture SET target = 12345 WHERE id = (SELECT max(id) FROM gesture "
		     "WHERE kind = 'undo')",
		     0, 2);
}

static void
audit__finds_a_gesture__marked_as_undone(void **state)
{
	assert_found(state,
		     "UPDATE gesture SET undone = 1 WHERE id = (SELECT min(id) FROM gesture)", 0,
		     1);
}

static void
audit__finds_a_row__changed_behind_its_back(void **state)
{
	assert_found(state, "UPDATE person SET rev = rev + 1", 0, 1);
}

static void
audit__finds_a_row__made_behind_its_back(void **state)
{
	assert_found(state,
		     "INSERT INTO cycle (id, rev, title, sort_key, search_key) VALUES (5, 1, "
		     "'x', 'x', 'x')",
		     0, 1);
}

static void
audit__finds_a_row__that_is_gone(void **state)
{
	assert_found(state, "DELETE FROM theme", 0, 1);
}

/* Erasure and the retention of images take images, never changes. */
static void
audit__finds_nothing__after_images_are_gone(void **state)
{
	const struct fixture *fixture = *state;
	Store *store = fixture->store;
	GError *error = NULL;
	centre_make(store);
	g_autoptr(Rows) people = store_all(store, &entity_person, &error);
	assert_no_error(error);
	struct person *person = people->row[0];
	text_set(&person->function, "Directrice");
	begin(store);
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	begin(store);
	store_as_final(store);
	g_autofree const char **columns = erase_personal_columns(&entity_person);
	assert_true(erase_members(store, &entity_person, person->id, columns, &error));
	commit(store);
	assert_true(erase_old_images(store, "2030-01-01T00:00:00Z", &error));
	assert_no_error(error);
	assert_audit(store, 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(audit__finds_nothing__in_a_new_file),
		TEST(audit__finds_keys__that_do_not_fit_their_names),
		TEST(audit__names_three__of_those_it_found),
		TEST(audit__finds_names__that_were_changed_alone),
		TEST(audit__finds_a_registration__that_counts_and_should_not),
		TEST(audit__finds_dates__that_are_not_those_of_the_days),
		TEST(audit__finds_counters__behind_their_numbers),
		TEST(audit__finds_counters__of_attendees),
		TEST(audit__finds_changes__without_their_gesture),
		TEST(audit__finds_gestures__without_their_changes),
		TEST(audit__finds_a_change__that_is_missing_from_a_gesture),
		TEST(audit__finds_an_undo__of_nothing),
		TEST(audit__finds_a_gesture__marked_as_undone),
		TEST(audit__finds_a_row__changed_behind_its_back),
		TEST(audit__finds_a_row__made_behind_its_back),
		TEST(audit__finds_a_row__that_is_gone),
		TEST(audit__finds_nothing__after_images_are_gone),
	};
	return test_run("audit", tests);
}
