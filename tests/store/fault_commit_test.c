/* A commit that fails may be on the disk all the same (fault 4 of docs/reliability.md): the file is
 * closed, opened again, and asked. */
#include "test.h"

#include "base/error.h"
#include "store/fault_engine.h"
#include "store/fixture.h"
#include "store/private.h"

static int
faulty_open(void **state)
{
	fault_clear();
	if (fixture_open(state) != 0)
		return -1;
	struct fixture *fixture = *state;
	store_close(fixture->store);
	fixture->store = store_open_with(&engine_faulty, fixture->path, STORE_OPEN, "nadia", NULL);
	return fixture->store != NULL ? 0 : -1;
}

static int
faulty_close(void **state)
{
	fault_clear();
	return fixture_close(state);
}

/* Register somebody while PLAN goes on. */
static bool
person_saved(Store *store, struct fault_plan plan, gint64 *gesture, GError **error)
{
	begin(store);
	entity_free(&entity_person, person_made(store, "Zoé", "Élan"));
	fault_plan = plan;
	return store_commit(store, gesture, error);
}

static gint64
people(Store *store)
{
	return store_count(store, &entity_person, NULL, value_text(NULL), NULL);
}

static void
commit__is_a_success__when_it_failed_but_is_on_the_disk(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	gint64 gesture = 0;
	assert_true(person_saved(store,
				 (struct fault_plan){.commit_fails = true,
						     .commit_holds = true,
						     .code = ERROR_IO},
				 &gesture, &error));
	assert_no_error(error);
	assert_true(fault_plan.struck);
	assert_true(gesture != 0);
	assert_int_equal(people(store), 1);
	assert_true(history_undo(store, gesture, NULL, &error));
	assert_int_equal(people(store), 0);
}

static void
commit__is_refused_and_leaves_nothing__when_it_is_not_on_the_disk(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	gint64 gesture = 0;
	assert_false(person_saved(store,
				  (struct fault_plan){.commit_fails = true, .code = ERROR_FULL},
				  &gesture, &error));
	assert_error(error, ERROR_FULL);
	g_clear_error(&error);
	assert_false(store_in_gesture(store));
	assert_int_equal(people(store), 0);
	assert_true(person_saved(store, (struct fault_plan){0}, &gesture, &error));
	assert_int_equal(people(store), 1);
}

static void
commit__says_that_it_does_not_know__when_the_file_cannot_be_opened_again(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	gint64 gesture = 0;
	assert_false(person_saved(store,
				  (struct fault_plan){.commit_fails = true,
						      .commit_holds = true,
						      .reopen_fails = true,
						      .code = ERROR_IO},
				  &gesture, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, "regardez avant de recommencer"));
	g_clear_error(&error);
	fault_clear();
	assert_int_equal(people(store), 1);
	assert_true(person_saved(store, (struct fault_plan){0}, &gesture, &error));
	assert_int_equal(people(store), 2);
}

static void
store__reads_and_writes_again__when_its_file_was_away_for_a_moment(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *away = g_strconcat(fixture->path, ".away", NULL);
	GError *error = NULL;
	gint64 gesture = 0;
	begin(fixture->store);
	entity_free(&entity_person, person_made(fixture->store, "Zoé", "Élan"));
	assert_int_equal(g_rename(fixture->path, away), 0);
	fault_plan = (struct fault_plan){.commit_fails = true, .code = ERROR_IO};
	assert_false(store_commit(fixture->store, NULL, &error));
	g_clear_error(&error);
	fault_clear();
	assert_int_equal(people(fixture->store), -1);
	assert_null(store_get(fixture->store, &entity_person, 1, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(store_backup(fixture->store, "/nowhere/copy.db", &error));
	g_clear_error(&error);
	assert_false(store_begin(fixture->store, "test", &error));
	assert_non_null(error);
	g_clear_error(&error);
	assert_int_equal(g_rename(away, fixture->path), 0);
	assert_true(person_saved(fixture->store, (struct fault_plan){0}, &gesture, &error));
	assert_int_equal(people(fixture->store), 1);
	assert_true(store_changed(fixture->store));
}

#define FAULTY(function) cmocka_unit_test_setup_teardown(function, faulty_open, faulty_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FAULTY(commit__is_a_success__when_it_failed_but_is_on_the_disk),
		FAULTY(commit__is_refused_and_leaves_nothing__when_it_is_not_on_the_disk),
		FAULTY(commit__says_that_it_does_not_know__when_the_file_cannot_be_opened_again),
		FAULTY(store__reads_and_writes_again__when_its_file_was_away_for_a_moment),
	};
	return test_run("fault_commit", tests);
}
