#include "test.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/id.h"

#define THREADS    4
#define IDS_THREAD 20000

static void
id_new__grows__in_one_thread(void **state)
{
	(void)state;
	gint64 last = 0;
	for (int i = 0; i < 200000; i++) {
		gint64 id = id_new();
		if (id <= last)
			fail_msg("%" G_GINT64_FORMAT " after %" G_GINT64_FORMAT, id, last);
		last = id;
	}
}

static void
id_new__bears__the_real_time(void **state)
{
	(void)state;
	g_setenv("ATELIERS_NOW", "1999-01-01T00:00:00Z", TRUE); /* frozen clocks make no ids */
	gint64 now = g_get_real_time() / 1000 - G_GINT64_CONSTANT(1577836800000);
	gint64 born = id_new() >> 21;
	g_unsetenv("ATELIERS_NOW");
	assert_true(born >= now && born < now + 60000);
}

static gpointer
make_ids(gpointer memory)
{
	gint64 *ids = memory;
	for (int i = 0; i < IDS_THREAD; i++)
		ids[i] = id_new();
	return NULL;
}

static void
id_new__never_repeats__across_threads(void **state)
{
	(void)state;
	g_autofree gint64 *ids = g_new(gint64, THREADS * IDS_THREAD);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	GThread *threads[THREADS];
	for (int i = 0; i < THREADS; i++)
		threads[i] = g_thread_new("ids", make_ids, ids + i * IDS_THREAD);
	for (int i = 0; i < THREADS; i++)
		g_thread_join(threads[i]);
	for (int i = 0; i < THREADS * IDS_THREAD; i++) {
		assert_true(g_hash_table_add(seen, &ids[i]));
		if (i % IDS_THREAD != 0)
			assert_true(ids[i] > ids[i - 1]);
	}
}

static void
id_new__differs__after_a_fork(void **state)
{
	(void)state;
	int ends[2];
	gint64 theirs = 0;
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		gint64 id = id_new();
		_exit(write(ends[1], &id, sizeof id) == (ssize_t)sizeof id ? 0 : 1);
	}
	gint64 ours = id_new();
	assert_int_equal(read(ends[0], &theirs, sizeof theirs), sizeof theirs);
	waitpid(child, NULL, 0);
	close(ends[0]);
	close(ends[1]);
	assert_true(theirs > 0 && theirs != ours);
}

static void
id_uuid__is__bare_and_lower_case(void **state)
{
	(void)state;
	g_autofree char *one = id_uuid();
	g_autofree char *two = id_uuid();
	assert_true(g_uuid_string_is_valid(one));
	assert_int_equal(strlen(one), 36);
	assert_int_equal(strspn(one, "0123456789abcdef-"), 36);
	assert_string_not_equal(one, two);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(id_new__grows__in_one_thread),
		cmocka_unit_test(id_new__bears__the_real_time),
		cmocka_unit_test(id_new__never_repeats__across_threads),
		cmocka_unit_test(id_new__differs__after_a_fork),
		cmocka_unit_test(id_uuid__is__bare_and_lower_case),
	};
	return test_run("id", tests);
}
