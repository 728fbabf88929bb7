/* The clock goes back, and others write meanwhile (fault 13 and fault 14 of docs/reliability.md).
 */
#include "test.h"

#include "base/error.h"
#include "store/fixture.h"

static gint64
theme_made_at(Store *store, const char *name, const char *now)
{
	g_setenv("ATELIERS_NOW", now, TRUE);
	return theme_made(store, name);
}

/* Fault 14: on the night of 25 October 2026 the clock shows 02:30 twice; a machine may be an hour
 * wrong and be put right. */
static void
history__goes_by_the_order_of_gestures__when_the_clock_goes_back_an_hour(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 first = theme_made_at(store, "Un", "2026-10-25T00:30:00Z");
	gint64 second = theme_made_at(store, "Deux", "2026-10-24T23:30:00Z");
	gint64 third = theme_made_at(store, "Trois", "2026-10-25T00:10:00Z");
	static const char *const names[] = {"Trois", "Deux", "Un"};
	const gint64 made[] = {third, second, first};
	GError *error = NULL;
	for (guint i = 0; i < 3; i++) {
		assert_true(history_undo(store, 0, NULL, &error));
		assert_null(store_get(store, &entity_theme, made[i], NULL));
		assert_int_equal(store_count(store, &entity_theme, "name", value_text(names[i]),
					     NULL),
				 0);
	}
	for (guint i = 0; i < 3; i++)
		assert_true(history_redo(store, NULL, &error));
	assert_int_equal(store_count(store, &entity_theme, "name", value_text("Un"), NULL), 1);
}

static void
gesture__gets_a_greater_id__when_the_clock_goes_back_and_the_file_is_opened_again(void **state)
{
	struct fixture *fixture = *state;
	theme_made_at(fixture->store, "Un", "2029-01-01T00:00:00Z");
	g_autoptr(GPtrArray) before = history_list(fixture->store, 0, 1, NULL);
	store_close(fixture->store);
	g_setenv("ATELIERS_NOW", "2026-11-23T08:30:00Z", TRUE);
	fixture->store = store_open(fixture->path, STORE_OPEN, "nadia", NULL);
	theme_made_at(fixture->store, "Deux", "2026-11-23T08:30:00Z");
	g_autoptr(GPtrArray) after = history_list(fixture->store, 0, 1, NULL);
	assert_true(((struct gesture *)after->pdata[0])->id >
		    ((struct gesture *)before->pdata[0])->id);
}

/* Fault 13: what another has saved is seen by the next look, and one's own is not taken for it. */
static void
store__hears_of_others_alone__when_it_asks_whether_anything_changed(void **state)
{
	struct fixture *fixture = *state;
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", NULL);
	assert_false(store_changed(fixture->store));
	theme_made_at(fixture->store, "Un", "2026-11-23T08:30:00Z");
	assert_false(store_changed(fixture->store));
	theme_made_at(colleague, "Deux", "2026-11-23T08:30:00Z");
	assert_true(store_changed(fixture->store));
	assert_false(store_changed(fixture->store));
	begin(colleague);
	store_rollback(colleague);
	assert_false(store_changed(fixture->store));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(history__goes_by_the_order_of_gestures__when_the_clock_goes_back_an_hour),
		TEST(gesture__gets_a_greater_id__when_the_clock_goes_back_and_the_file_is_opened_again),
		TEST(store__hears_of_others_alone__when_it_asks_whether_anything_changed),
	};
	return test_run("store_clock", tests);
}
