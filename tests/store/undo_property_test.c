/* Undo proved: random gestures over every tracked table; all of them taken back give the start by
 * rule 14 of the data model, all of them done again give the end.
 *
 * UNDO_SEED and UNDO_GESTURES choose the first seed and how many gestures; UNDO_SEEDS how many
 * seeds follow it. A failure prints its seed. */
#include "test.h"

#include "base/error.h"
#include "store/audit.h"
#include "store/calendar_rows.h"
#include "store/fixture.h"
#include "store/private.h"
#include "store/random_gesture.h"
#include "store/random_row.h"
#include "store/snapshot.h"

static guint
environment_number(const char *name, guint fallback)
{
	const char *text = g_getenv(name);
	return text != NULL ? (guint)g_ascii_strtoull(text, NULL, 10) : fallback;
}

static void
assert_same(const Snapshot *before, Store *store, guint seed, const char *when)
{
	Snapshot *after = snapshot_take(store);
	assert_non_null(after);
	g_autofree char *report = snapshot_compare(before, after);
	snapshot_free(after);
	if (*report != '\0')
		fail_msg("UNDO_SEED=%u: %s, this is not as it was:\n%s", seed, when, report);
}

static void
assert_sound(Store *store, guint seed)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	assert_no_error(error);
	if (problems->len > 0)
		fail_msg("UNDO_SEED=%u: %s", seed, (const char *)problems->pdata[0]);
}

/* What calendars were last told is what they would show now, whichever way a row went. */
/* The history agrees with itself and with the rows, whatever was done and undone. */
static void
assert_history(Store *store, guint seed)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
	assert_true(store_audit(store, problems, gaps, &error));
	assert_no_error(error);
	for (guint i = 0; i < gaps->len; i++)
		fail_msg("UNDO_SEED=%u: %s", seed, (const char *)gaps->pdata[i]);
	for (guint i = 0; i < problems->len; i++)
		fail_msg("UNDO_SEED=%u: %s", seed, (const char *)problems->pdata[i]);
}

static void
assert_calendars(Store *store, guint seed)
{
	g_autoptr(Rows) days = store_all(store, &entity_event_day, NULL);
	g_autoptr(Rows) sessions = store_all(store, &entity_session, NULL);
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autofree char *digest = calendar_day_digest(store, day->id, NULL);
		if (g_strcmp0(digest, day->calendar_digest) != 0)
			fail_msg("UNDO_SEED=%u: the calendar was not told of a day", seed);
	}
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		g_autofree char *digest = calendar_session_digest(store, session->id, NULL);
		if (g_strcmp0(digest, session->calendar_digest) != 0)
			fail_msg("UNDO_SEED=%u: the calendar was not told of session %ld", seed,
				 (long)session->id);
	}
}

static void
gestures_make(GRand *rand, Store *store, guint n, guint seed, struct gesture_tally *tally)
{
	for (guint i = 0; i < n; i++) {
		GError *error = NULL;
		if (!random_gesture(rand, store, tally, &error))
			fail_msg("UNDO_SEED=%u: gesture %u failed: %s", seed, i, error->message);
	}
}

static guint
undo_all(Store *store, guint seed)
{
	for (guint n = 0;; n++) {
		GError *error = NULL;
		if (history_undo(store, 0, NULL, &error))
			continue;
		if (error->code != ERROR_NOTHING)
			fail_msg("UNDO_SEED=%u: undo %u from the end: %s", seed, n, error->message);
		g_clear_error(&error);
		return n;
	}
}

static guint
redo_all(Store *store, guint seed)
{
	for (guint n = 0;; n++) {
		GError *error = NULL;
		if (history_redo(store, NULL, &error))
			continue;
		if (error->code != ERROR_NOTHING)
			fail_msg("UNDO_SEED=%u: redo %u: %s", seed, n, error->message);
		g_clear_error(&error);
		return n;
	}
}

/* A table that no gesture reached proves nothing. */
static void
assert_every_table(const struct gesture_tally *tally, guint seed)
{
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint what = 0; what < N_TALLIES; what++)
			if (tally->rows[i][what] == 0 &&
			    !(what == TALLY_UPDATE && entity_never_changes(entities[i])))
				fail_msg("UNDO_SEED=%u: no %s of %s", seed,
					 what == TALLY_INSERT   ? "insertion"
					 : what == TALLY_UPDATE ? "change"
								: "deletion",
					 entities[i]->table);
}

static void
round_trip(Store *store, guint seed, guint n, struct gesture_tally *tally)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
	Snapshot *start = snapshot_take(store);
	gestures_make(rand, store, n, seed, tally);
	Snapshot *end = snapshot_take(store);
	assert_calendars(store, seed);
	assert_history(store, seed);
	guint undone = undo_all(store, seed);
	assert_same(start, store, seed, "after all was undone");
	assert_int_equal(redo_all(store, seed), undone);
	assert_same(end, store, seed, "after all was done again");
	assert_calendars(store, seed);
	assert_int_equal(undo_all(store, seed), undone);
	assert_same(start, store, seed, "after all was undone once more");
	assert_sound(store, seed);
	assert_history(store, seed);
	snapshot_free(start);
	snapshot_free(end);
}

static void
undo__gives_back_the_start_and_redo_the_end__after_random_gestures(void **state)
{
	(void)state;
	guint seed = environment_number("UNDO_SEED", 1),
	      n = environment_number("UNDO_GESTURES", 550);
	guint seeds = environment_number("UNDO_SEEDS", g_getenv("UNDO_SEED") != NULL ? 1 : 6);
	struct gesture_tally all = {0};
	for (guint i = 0; i < seeds; i++) {
		struct fixture *fixture = fixture_in_memory();
		round_trip(fixture->store, seed + i, n, &all);
		fixture_close((void **)&fixture);
	}
	print_message("# seeds %u to %u: %u gestures, %u refused, %u merges, %u imports\n", seed,
		      seed + seeds - 1, all.done, all.refused, all.merges, all.imports);
	if (n * seeds >= 1000)
		assert_every_table(&all, seed);
}

/* ---- two people ---------------------------------------------------------------------------------
 */

/* Nothing of a refused undo may be there, its own entry in the history least of all. */
static void
assert_unchanged(Store *store, gint64 gestures, const Snapshot *before, guint seed)
{
	gint64 now = 0;
	assert_true(store_number(store, "SELECT count(*) FROM gesture", NULL, 0, 0, &now, NULL));
	assert_int_equal(now, gestures);
	if (before != NULL)
		assert_same(before, store, seed, "after an undo was refused");
}

/* Take back all that USER did, whatever others have done since; what is refused names its row. */
static guint
undo_own(Store *store, guint seed, guint *refused)
{
	enum { COMPARED = 5 };
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 0, NULL);
	guint undone = 0;
	*refused = 0;
	for (guint i = 0; i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		if (strcmp(gesture->who, store_who(store)) != 0 || gesture->undone)
			continue;
		Snapshot *before = *refused < COMPARED ? snapshot_take(store) : NULL;
		GError *error = NULL;
		if (history_undo(store, gesture->id, NULL, &error)) {
			undone++;
		} else {
			if (error->code != ERROR_OVERWRITTEN || strstr(error->message, "(") == NULL)
				fail_msg("UNDO_SEED=%u: refused by %d: %s", seed, error->code,
					 error->message);
			assert_unchanged(store, gestures->len + undone, before, seed);
			g_clear_error(&error);
			++*refused;
		}
		snapshot_free(before);
	}
	return undone;
}

/* Everybody's gestures, the last one first, each by who made it. */
static void
undo_everything(Store *const users[2], guint seed)
{
	g_autoptr(GPtrArray) gestures = history_list(users[0], 0, 0, NULL);
	for (guint i = 0; i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		if (strcmp(gesture->kind, "do") != 0 || gesture->undone)
			continue;
		Store *store = users[strcmp(gesture->who, store_who(users[1])) == 0];
		GError *error = NULL;
		if (!history_undo(store, 0, NULL, &error))
			fail_msg("UNDO_SEED=%u: undo of all: %s", seed, error->message);
	}
}

static void
two_users(const struct fixture *fixture, guint seed, guint n, guint totals[2])
{
	GError *error = NULL;
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	assert_no_error(error);
	Store *const users[] = {fixture->store, colleague};
	g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
	struct gesture_tally tally = {0};
	Snapshot *start = snapshot_take(users[0]);
	for (guint i = 0; i < n; i++)
		gestures_make(rand, users[g_rand_boolean(rand)], 1, seed, &tally);
	Snapshot *end = snapshot_take(users[0]);
	guint refused = 0, undone = undo_own(users[0], seed, &refused);
	assert_calendars(users[1], seed);
	assert_int_equal(redo_all(users[0], seed), undone);
	assert_same(end, users[1], seed, "after one of two had done all again");
	undo_everything(users, seed);
	assert_same(start, users[1], seed, "after both had undone all");
	assert_sound(users[1], seed);
	assert_history(users[1], seed);
	totals[0] += undone;
	totals[1] += refused;
	snapshot_free(start);
	snapshot_free(end);
}

static void
undo__takes_back_ones_own_and_names_what_others_overwrote__of_two_users(void **state)
{
	(void)state;
	guint seed = environment_number("UNDO_SEED", 1),
	      n = environment_number("UNDO_GESTURES", 250);
	guint seeds = environment_number("UNDO_SEEDS", g_getenv("UNDO_SEED") != NULL ? 1 : 4);
	guint totals[2] = {0, 0};
	for (guint i = 0; i < seeds; i++) {
		struct fixture *fixture = fixture_in_memory();
		two_users(fixture, seed + i, n, totals);
		fixture_close((void **)&fixture);
	}
	print_message("# of one of two users: %u undone, %u refused\n", totals[0], totals[1]);
	assert_true(totals[0] > 0 && totals[1] > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			undo__gives_back_the_start_and_redo_the_end__after_random_gestures),
		cmocka_unit_test(
			undo__takes_back_ones_own_and_names_what_others_overwrote__of_two_users),
	};
	return test_run("undo_property", tests);
}
