/* What the process that reads foreign calendars can no longer do (fault 19 of docs/reliability.md).
 */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ical/confine.h"

enum { CODE_DONE = 40, CODE_LIMITED, CODE_FREE, CODE_UNCONFINED };

/* Do WORK in a confined process, and say how that ended. */
static int
confined(int (*work)(void))
{
	fflush(stdout);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		_exit(confine_process(NULL) ? work() : CODE_UNCONFINED);
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

/* By the filter, or, where the system has none, by a limit. */
static void
assert_refused(int status)
{
	bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
	bool limited = WIFEXITED(status) && WEXITSTATUS(status) == CODE_LIMITED;
	if (!killed && !limited)
		fail_msg("it was not refused: status %x", (unsigned)status);
}

static int
compute(void)
{
	g_autofree char *memory = g_malloc0((gsize)8 << 20);
	g_autoptr(GString) text = g_string_new("still here");
	return memory[4096] == '\0' && text->len == 10 ? CODE_DONE : CODE_FREE;
}

static void
confined_process__computes__and_ends(void **state)
{
	(void)state;
	int status = confined(compute);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), CODE_DONE);
}

static int
open_file(void)
{
	int file = open("/etc/hostname", O_RDONLY);
	return file < 0 && errno == EMFILE ? CODE_LIMITED : CODE_FREE;
}

static void
confined_process__opens__no_file(void **state)
{
	(void)state;
	assert_refused(confined(open_file));
}

static int
make_file(void)
{
	int file = open("/tmp/ateliers-confined", O_WRONLY | O_CREAT, 0600);
	return file < 0 ? CODE_LIMITED : CODE_FREE;
}

static void
confined_process__makes__no_file(void **state)
{
	(void)state;
	assert_refused(confined(make_file));
	assert_int_not_equal(access("/tmp/ateliers-confined", F_OK), 0);
}

static int
make_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? CODE_LIMITED : CODE_FREE;
}

static void
confined_process__reaches__no_network(void **state)
{
	(void)state;
	assert_refused(confined(make_socket));
}

static int
spin(void)
{
	volatile unsigned long n = 0;
	while (n + 1 != 0)
		n++;
	return CODE_FREE;
}

static void
confined_process__dies__when_it_computes_without_end(void **state)
{
	(void)state;
	int status = confined(spin);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGXCPU);
}

#if !defined(__SANITIZE_ADDRESS__)
static int
take_memory(void)
{
	char *memory = g_try_malloc((gsize)300 << 20);
	return memory == NULL ? CODE_LIMITED : CODE_FREE;
}

static void
confined_process__takes__no_more_memory_than_it_may(void **state)
{
	(void)state;
	int status = confined(take_memory);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), CODE_LIMITED);
}
#endif

int
main(void)
{
	const struct CMUnitTest tests[] =
	{ cmocka_unit_test(confined_process__computes__and_ends),
	  cmocka_unit_test(confined_process__opens__no_file),
	  cmocka_unit_test(confined_process__makes__no_file),
	  cmocka_unit_test(confined_process__reaches__no_network),
	  cmocka_unit_test(confined_process__dies__when_it_computes_without_end),
#if !defined(__SANITIZE_ADDRESS__)
	  cmocka_unit_test(confined_process__takes__no_more_memory_than_it_may),
#endif
	};
	return test_run("confine", tests);
}
