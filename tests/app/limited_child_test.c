/* A process that is not believed: however it ends, its end is told. */
#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "app/limited_child.h"

#define LONG_ENOUGH 20000u

static GByteArray *
run(const char *script, guint milliseconds, struct child_end *end)
{
	const char *argv[] = {"/bin/sh", "-c", script, NULL};
	int in = open("/dev/null", O_RDONLY | O_CLOEXEC);
	GError *error = NULL;
	GByteArray *bytes = child_output(argv, in, 1000, milliseconds, end, &error);
	close(in);
	assert_no_error(error);
	assert_non_null(bytes);
	return bytes;
}

static void
child__gives__what_it_wrote(void **state)
{
	(void)state;
	struct child_end end;
	g_autoptr(GByteArray) bytes = run("echo abc; exit 3", LONG_ENOUGH, &end);
	assert_int_equal(bytes->len, 4);
	assert_int_equal(end.code, 3);
	assert_int_equal(end.signal, 0);
	assert_false(end.late || end.loud);
}

static void
child__is_told_of__when_it_is_killed(void **state)
{
	(void)state;
	struct child_end end;
	g_autoptr(GByteArray) bytes = run("echo ab; kill -SEGV $$", LONG_ENOUGH, &end);
	assert_int_equal(end.signal, SIGSEGV);
	assert_int_equal(bytes->len, 3);
}

static void
child__is_killed__when_it_takes_too_long(void **state)
{
	(void)state;
	struct child_end end;
	g_autoptr(GByteArray) bytes = run("exec sleep 600", 100, &end);
	assert_true(end.late);
	assert_int_equal(end.signal, SIGKILL);
	assert_int_equal(bytes->len, 0);
}

static void
child__is_killed__when_it_stays_behind_its_output(void **state)
{
	(void)state;
	struct child_end end;
	g_autoptr(GByteArray) bytes = run("exec >&-; exec sleep 600", 300, &end);
	assert_true(end.late);
	assert_int_equal(end.signal, SIGKILL);
	assert_int_equal(bytes->len, 0);
}

static void
child__is_killed__when_it_gives_too_much(void **state)
{
	(void)state;
	struct child_end end;
	g_autoptr(GByteArray) bytes = run("exec yes", LONG_ENOUGH, &end);
	assert_true(end.loud);
	assert_int_equal(end.signal, SIGKILL);
	assert_true(bytes->len > 1000);
}

static void
child__fails__when_there_is_no_such_program(void **state)
{
	(void)state;
	const char *argv[] = {"/nowhere/at/all", NULL};
	struct child_end end;
	GError *error = NULL;
	assert_null(child_output(argv, -1, 1000, LONG_ENOUGH, &end, &error));
	assert_non_null(error);
	g_clear_error(&error);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(child__gives__what_it_wrote),
		cmocka_unit_test(child__is_told_of__when_it_is_killed),
		cmocka_unit_test(child__is_killed__when_it_takes_too_long),
		cmocka_unit_test(child__is_killed__when_it_stays_behind_its_output),
		cmocka_unit_test(child__is_killed__when_it_gives_too_much),
		cmocka_unit_test(child__fails__when_there_is_no_such_program),
	};
	return test_run("limited_child", tests);
}
