/* A power cut leaves a write-ahead log that is cut or torn, a bad disk a database with pages that
 * are wrong (fault 2 and fault 8 of docs/reliability.md).
 *
 * TORN_ROUNDS and DAMAGE_ROUNDS say how often, CHANCE_SEED with which chance. */
#include "test.h"

#include "base/error.h"
#include "store/fixture.h"
#include "store/private.h"
#include "store/rounds.h"

#define GESTURES 40

struct bytes {
	char *at;
	gsize n;
};

static struct bytes
bytes_read(const char *path, const char *end)
{
	struct bytes bytes = {NULL, 0};
	g_autofree char *name = g_strconcat(path, end, NULL);
	GError *error = NULL;
	if (!g_file_get_contents(name, &bytes.at, &bytes.n, &error))
		fail_msg("%s", error->message);
	return bytes;
}

static void
bytes_write(const char *path, const char *end, const struct bytes *bytes)
{
	g_autofree char *name = g_strconcat(path, end, NULL);
	assert_true(g_file_set_contents_full(name, bytes->at, (gssize)bytes->n,
					     G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
index_drop(const char *path)
{
	g_autofree char *name = g_strconcat(path, "-shm", NULL);
	g_unlink(name);
}

/* Cut, or overwrite with zeros or noise, from a random place on. */
static void
bytes_tear(GRand *rand, struct bytes *bytes)
{
	gsize at = (gsize)g_rand_int_range(rand, 0, (gint32)bytes->n);
	if (g_rand_boolean(rand)) {
		bytes->n = at;
		return;
	}
	gsize n = MIN((gsize)g_rand_int_range(rand, 1, 8192), bytes->n - at);
	bool zeros = g_rand_boolean(rand);
	for (gsize i = 0; i < n; i++)
		bytes->at[at + i] = zeros ? 0 : (char)g_rand_int(rand);
}

static void
people_register(Store *store, guint n)
{
	for (guint i = 0; i < n; i++) {
		begin(store);
		g_autofree char *name = g_strdup_printf("Rang%u", i);
		entity_free(&entity_person, person_made(store, "Zoé", name));
		commit(store);
	}
}

static bool
take_id(Store *store, struct engine_cursor *cursor, gpointer user)
{
	gint64 id = store_column_integer(store, cursor, 0);
	g_array_append_val((GArray *)user, id);
	return true;
}

static GArray *
gestures_of(Store *store)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	assert_true(store_each(store, "SELECT id FROM gesture ORDER BY id", NULL, 0, take_id, ids,
			       NULL));
	return ids;
}

static gint64
number_of(Store *store, const char *sql)
{
	gint64 n = -1;
	assert_true(store_number(store, sql, NULL, 0, -1, &n, NULL));
	return n;
}

/* The first gestures are there, whole, and none of the later ones. Returns how many. */
static guint
assert_prefix(const char *path, const GArray *all, guint seed)
{
	GError *error = NULL;
	g_autoptr(Store) store = store_open(path, STORE_OPEN, "nadia", &error);
	if (store == NULL)
		fail_msg("CHANCE_SEED=%u: %s", seed, error->message);
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	assert_no_error(error);
	if (problems->len > 0)
		fail_msg("CHANCE_SEED=%u: %s", seed, (const char *)problems->pdata[0]);
	g_autoptr(GArray) ids = gestures_of(store);
	if (ids->len > all->len ||
	    (ids->len > 0 && memcmp(ids->data, all->data, ids->len * sizeof(gint64)) != 0))
		fail_msg("CHANCE_SEED=%u: this is no beginning of the history", seed);
	assert_int_equal(number_of(store, "SELECT count(*) FROM person"), ids->len);
	assert_int_equal(number_of(store, "SELECT count(*) FROM change"), ids->len);
	people_register(store, 1);
	return ids->len;
}

/* Fault 2. */
static void
log__gives_a_beginning_of_the_history__when_it_is_torn(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *copy = g_build_filename(fixture->folder, "torn.db", NULL);
	people_register(fixture->store, GESTURES);
	g_autoptr(GArray) all = gestures_of(fixture->store);
	struct bytes file = bytes_read(fixture->path, ""), log = bytes_read(fixture->path, "-wal");
	guint seed = rounds("CHANCE_SEED", 1), n = rounds("TORN_ROUNDS", 20), whole = 0, none = 0;
	for (guint i = 0; i < n; i++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed(seed + i);
		struct bytes torn = {g_memdup2(log.at, log.n), log.n};
		bytes_tear(rand, &torn);
		bytes_write(copy, "", &file);
		bytes_write(copy, "-wal", &torn);
		index_drop(copy);
		g_free(torn.at);
		guint kept = assert_prefix(copy, all, seed + i);
		whole += kept == GESTURES;
		none += kept == 0;
	}
	print_message("# %u torn logs: %u kept all %d gestures, %u none\n", n, whole, GESTURES,
		      none);
	assert_true(whole < n);
	g_free(file.at);
	g_free(log.at);
}

/* ---- pages that are wrong -----------------------------------------------------------------------
 */

/* Zero a page, change one bit, or put noise somewhere. */
static void
page_damage(GRand *rand, struct bytes *file)
{
	gsize page = 4096 * (gsize)g_rand_int_range(rand, 0, (gint32)(file->n / 4096));
	switch (g_rand_int_range(rand, 0, 3)) {
	case 0:
		memset(file->at + page, 0, 4096);
		break;
	case 1:
		file->at[page + (gsize)g_rand_int_range(rand, 0, 4096)] ^=
			(char)(1 << g_rand_int_range(rand, 0, 7));
		break;
	default:
		for (gint32 i = g_rand_int_range(rand, 1, 600); i > 0; i--)
			file->at[page + (gsize)g_rand_int_range(rand, 0, 4096)] =
				(char)g_rand_int(rand);
	}
}

/* Read everything, whatever comes of it. */
static void
all_read(Store *store)
{
	for (guint i = 0; entities[i] != NULL; i++) {
		rows_free(store_all(store, entities[i], NULL));
		index_free(store_index(store, entities[i], NULL, 0, NULL, false, true, NULL));
	}
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 0, NULL);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		GPtrArray *changes = history_changes(store, gesture->id, NULL);
		g_clear_pointer(&changes, g_ptr_array_unref);
	}
}

/* Opened, looked at and closed: true when somebody was told of the damage. */
static bool
damage_is_found(const char *path, guint seed)
{
	GError *error = NULL;
	g_autoptr(Store) store = store_open(path, STORE_OPEN_OR_MAKE, "nadia", &error);
	if (store == NULL) {
		if (strstr(error->message, path) == NULL)
			fail_msg("CHANCE_SEED=%u: the file is not named: %s", seed, error->message);
		g_clear_error(&error);
		return true;
	}
	all_read(store);
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	bool found = problems == NULL || problems->len > 0;
	assert_true((problems == NULL) == (error != NULL));
	g_clear_error(&error);
	return found;
}

/* Fault 8. */
static void
damaged_file__is_read_or_refused_and_left_as_it_is__whatever_page_is_wrong(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *copy = g_build_filename(fixture->folder, "bad.db", NULL);
	people_register(fixture->store, GESTURES);
	g_autofree char *sound = g_build_filename(fixture->folder, "sound.db", NULL);
	assert_true(store_backup(fixture->store, sound, NULL));
	struct bytes file = bytes_read(sound, "");
	guint seed = rounds("CHANCE_SEED", 1), n = rounds("DAMAGE_ROUNDS", 40), found = 0;
	for (guint i = 0; i < n; i++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed(seed + i);
		struct bytes bad = {g_memdup2(file.at, file.n), file.n};
		page_damage(rand, &bad);
		bytes_write(copy, "", &bad);
		found += damage_is_found(copy, seed + i);
		g_free(bad.at);
		g_unlink(copy);
	}
	print_message("# %u damaged files: %u found\n", n, found);
	assert_true(found > 0);
	g_free(file.at);
}

/* The most a program may do to a file that it refuses: nothing. */
static void
damaged_file__is_left_byte_for_byte__when_it_is_refused(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *copy = g_build_filename(fixture->folder, "bad.db", NULL);
	g_autofree char *sound = g_build_filename(fixture->folder, "sound.db", NULL);
	assert_true(store_backup(fixture->store, sound, NULL));
	struct bytes file = bytes_read(sound, "");
	memset(file.at + 100, 0, 3996); /* the schema */
	bytes_write(copy, "", &file);
	assert_true(damage_is_found(copy, 0));
	struct bytes after = bytes_read(copy, "");
	assert_int_equal(after.n, file.n);
	assert_memory_equal(after.at, file.at, file.n);
	g_free(after.at);
	g_free(file.at);
}

static int
memory_open(void **state)
{
	*state = fixture_in_memory();
	return 0;
}

#define MEMORY_TEST(function) cmocka_unit_test_setup_teardown(function, memory_open, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MEMORY_TEST(log__gives_a_beginning_of_the_history__when_it_is_torn),
		MEMORY_TEST(
			damaged_file__is_read_or_refused_and_left_as_it_is__whatever_page_is_wrong),
		MEMORY_TEST(damaged_file__is_left_byte_for_byte__when_it_is_refused),
	};
	return test_run("torn", tests);
}
