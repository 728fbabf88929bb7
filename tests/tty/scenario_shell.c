/* Commands a scenario runs beside the program. */
#include "scenario_private.h"
#include "tty_private.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

struct shell {
	GPid pid;
	int output, errors; /* memory files: what is left in the background cannot hold us up */
};

static void
lead_session(gpointer unused)
{
	(void)unused;
	setsid();
}

static bool
shell_start(struct shell *shell, const struct scenario *scenario, const char *command,
	    GError **error)
{
	g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
	g_auto(GStrv) environment = tty_environment(scenario->home, scenario->term,
						    (const char *const *)scenario->env->pdata);

	environment = g_environ_setenv(environment, "ATELIERS", scenario->program, TRUE);
	g_strv_builder_add_many(builder, "/bin/sh", "-c", command, NULL);
	g_auto(GStrv) argv = g_strv_builder_end(builder);
	shell->output = memfd_create("output", MFD_CLOEXEC);
	shell->errors = memfd_create("errors", MFD_CLOEXEC);
	if (shell->output < 0 || shell->errors < 0)
		return tty_refuse(error, "memfd_create: %s", g_strerror(errno));
	return g_spawn_async_with_fds(NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD,
				      lead_session, NULL, &shell->pid, -1, shell->output,
				      shell->errors, error);
}

/* Its wait status; killed with all its session when patience ends. */
static bool
shell_wait(const struct shell *shell, int *status)
{
	struct pollfd ended = {.fd = pidfd_open(shell->pid, 0), .events = POLLIN};
	bool in_time = TEMP_FAILURE_RETRY(poll(&ended, 1, (int)(tty_patience(20000) / 1000))) == 1;

	if (!in_time) {
		kill(shell->pid, SIGKILL);
		tty_process_sweep(shell->pid, NULL);
	}
	close(ended.fd);
	waitpid(shell->pid, status, 0);
	return in_time;
}

static char *
read_whole(int file)
{
	GString *text = g_string_new(NULL);
	char bytes[4096];
	ssize_t length = 0;
	off_t at = 0;

	while ((length = pread(file, bytes, sizeof(bytes), at)) > 0) {
		g_string_append_len(text, bytes, length);
		at += length;
	}
	return g_string_free(text, FALSE);
}

static bool
shell_finish(const struct shell *shell, char **output, GError **error)
{
	int status = 0;
	bool in_time = shell_wait(shell, &status);
	g_autofree char *printed = read_whole(shell->output);
	g_autofree char *errors = read_whole(shell->errors);

	if (!in_time)
		return tty_refuse(error, "it does not end\n%s%s", printed, errors);
	if (WIFSIGNALED(status))
		return tty_refuse(error, "killed by signal %d\n%s%s", WTERMSIG(status), printed,
				  errors);
	if (WEXITSTATUS(status) != 0)
		return tty_refuse(error, "ended with %d\n%s%s", WEXITSTATUS(status), printed,
				  errors);
	if (output != NULL)
		*output = g_steal_pointer(&printed);
	return true;
}

bool
scenario_shell(const struct scenario *scenario, const char *command, char **output, GError **error)
{
	struct shell shell = {.output = -1, .errors = -1};
	bool done = shell_start(&shell, scenario, command, error) &&
		    shell_finish(&shell, output, error);

	if (shell.output >= 0)
		close(shell.output);
	if (shell.errors >= 0)
		close(shell.errors);
	return done;
}
