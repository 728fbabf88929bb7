#include "app/limited_child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"

#define LOOK_EVERY_MS 5

static int
milliseconds_left(gint64 deadline)
{
	gint64 left = (deadline - g_get_monotonic_time()) / 1000;
	return (int)CLAMP(left, 0, G_MAXINT);
}

/* What comes through OUT until its end. */
static GByteArray *
output_take(int out, gsize most, gint64 deadline, struct child_end *end)
{
	GByteArray *bytes = g_byte_array_new();
	static const gsize step = 65536;
	g_autofree guint8 *buffer = g_malloc(step);
	while (!end->late && !end->loud) {
		struct pollfd wait = {.fd = out, .events = POLLIN};
		int ready = poll(&wait, 1, milliseconds_left(deadline));
		if (ready < 0 && errno == EINTR)
			continue;
		gssize n = ready > 0 ? read(out, buffer, step) : 0;
		end->late = ready == 0;
		if (ready < 0 || (n < 0 && errno != EINTR) || (ready > 0 && n == 0))
			break;
		if (n > 0)
			g_byte_array_append(bytes, buffer, (guint)n);
		end->loud = bytes->len > most;
	}
	return bytes;
}

/* A process that has closed its output may still be there. */
static void
child_bury(GPid child, gint64 deadline, struct child_end *end)
{
	int status = 0;
	pid_t gone = 0;
	while (!end->late && !end->loud && (gone = waitpid(child, &status, WNOHANG)) == 0) {
		end->late = milliseconds_left(deadline) == 0;
		g_usleep(LOOK_EVERY_MS * 1000);
	}
	if (gone == 0) {
		kill(child, SIGKILL);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	end->code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
	g_spawn_close_pid(child);
}

char *
child_words(const char *const *words, enum child_voice voice, gsize most, guint milliseconds,
	    struct child_end *end, GError **error)
{
	*end = (struct child_end){.late = false};
	int out[2];
	if (pipe2(out, O_CLOEXEC) != 0) {
		fail(error, ERROR_IO, "%s", g_strerror(errno));
		return NULL;
	}
	GPid child = 0;
	g_auto(GStrv) environment = g_get_environ();
	if (voice == CHILD_PLAIN)
		environment = g_environ_setenv(environment, "LC_ALL", "C", TRUE);
	gint64 deadline = g_get_monotonic_time() + (gint64)milliseconds * 1000;
	bool started = g_spawn_async_with_fds(NULL, (char **)(gsize)words, environment,
					      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL,
					      NULL, &child, -1, out[1], out[1], error);
	close(out[1]);
	GByteArray *bytes = NULL;
	if (started) {
		bytes = output_take(out[0], most, deadline, end);
		child_bury(child, deadline, end);
		g_byte_array_append(bytes, (const guint8 *)"", 1);
	}
	close(out[0]);
	return bytes != NULL ? (char *)g_byte_array_free(bytes, FALSE) : NULL;
}

GByteArray *
child_output(const char *const *argv, int in, gsize most, guint milliseconds, struct child_end *end,
	     GError **error)
{
	*end = (struct child_end){.late = false};
	int out[2];
	if (pipe2(out, O_CLOEXEC) != 0) {
		fail(error, ERROR_IO, "%s", g_strerror(errno));
		return NULL;
	}
	GPid child = 0;
	GError *reason = NULL;
	gint64 deadline = g_get_monotonic_time() + (gint64)milliseconds * 1000;
	bool started =
		g_spawn_async_with_fds(NULL, (char **)(gsize)argv, NULL,
				       G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
				       NULL, &child, in, out[1], -1, &reason);
	close(out[1]);
	GByteArray *bytes = NULL;
	if (started) {
		bytes = output_take(out[0], most, deadline, end);
		child_bury(child, deadline, end);
	} else {
		fail(error, ERROR_IO, _("the reader of calendars cannot be started: %s"),
		     reason->message);
		g_error_free(reason);
	}
	close(out[0]);
	return bytes;
}
