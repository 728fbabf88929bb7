/* Bytes both ways, and the waits for what they bring. */
#include "tty_private.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

gint64
tty_patience(int milliseconds)
{
	const char *factor = g_getenv("TTY_PATIENCE");
	double times = factor != NULL ? g_ascii_strtod(factor, NULL) : 1;

	return (gint64)(milliseconds * 1000.0 * (times > 0 ? times : 1));
}

void
tty_set_patience(Tty *tty, int milliseconds)
{
	tty->patience = tty_patience(milliseconds);
}

/* ---- pumping ----------------------------------------------------------------------------------
 */

static void
receive(Tty *tty)
{
	char bytes[65536];
	ssize_t length = read(tty->fd, bytes, sizeof(bytes));

	if (length > 0) {
		tty->answered_last = g_get_monotonic_time();
		if (tty->answered_first == 0)
			tty->answered_first = tty->answered_last;
		g_byte_array_append(tty->raw, (const guint8 *)bytes, (guint)length);
		vterm_input_write(tty->vterm, bytes, (size_t)length);
		vterm_screen_flush_damage(tty->screen);
	} else if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
		/* EIO: nobody holds the program's side any more. */
		tty_hang_up(tty);
	}
}

static void
transmit(Tty *tty)
{
	ssize_t length = write(tty->fd, tty->pending->data, tty->pending->len);

	if (length > 0)
		g_byte_array_remove_range(tty->pending, 0, (guint)length);
	else if (length < 0 && errno != EAGAIN && errno != EINTR)
		g_byte_array_set_size(tty->pending, 0);
}

static void
note_end(Tty *tty)
{
	siginfo_t info = {0};

	/* WNOWAIT: the process stays ours, and so does its number, until tty_close(). */
	if (waitid(P_PID, (id_t)tty->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
	    info.si_pid != tty->pid)
		return;
	tty->ended = true;
	tty->status = info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
}

void
tty_pump(Tty *tty, gint64 until)
{
	gint64 wait = MAX(until - g_get_monotonic_time(), 0);
	struct timespec timeout = {.tv_sec = wait / G_USEC_PER_SEC,
				   .tv_nsec = wait % G_USEC_PER_SEC * 1000};
	short wanted = tty->pending->len > 0 ? POLLIN | POLLOUT : POLLIN;
	struct pollfd watched[] = {
		{.fd = tty->fd, .events = wanted},
		{.fd = tty->ended ? -1 : tty->pidfd, .events = POLLIN},
	};

	if (ppoll(watched, G_N_ELEMENTS(watched), &timeout, NULL) <= 0)
		return;
	if (watched[0].revents & POLLOUT)
		transmit(tty);
	if (watched[0].revents & (POLLIN | POLLHUP | POLLERR))
		receive(tty);
	if (watched[1].revents != 0)
		note_end(tty);
}

/* Nothing more can come from the program, and it is known how it ended. */
static bool
is_over(const Tty *tty)
{
	return tty->fd < 0 && tty->ended;
}

bool
tty_send(Tty *tty, const char *bytes, gssize length, GError **error)
{
	gint64 deadline = g_get_monotonic_time() + tty->patience;
	gsize size = length < 0 ? strlen(bytes) : (gsize)length;

	if (tty->fd < 0)
		return tty_fail(tty, error, "nobody is left to read what is typed");
	g_byte_array_append(tty->pending, (const guint8 *)bytes, (guint)size);
	tty->sent = g_get_monotonic_time();
	tty->answered_first = tty->answered_last = 0;
	transmit(tty);
	while (tty->pending->len > 0) {
		if (tty->fd < 0)
			return tty_fail(tty, error, "the program ended while it was typed to");
		if (g_get_monotonic_time() >= deadline)
			return tty_fail(tty, error, "the program does not read what is typed");
		tty_pump(tty, deadline);
	}
	return true;
}

/* ---- waits ------------------------------------------------------------------------------------
 */

typedef bool tty_condition(const Tty *tty, const void *wanted);

static bool
wait_until(Tty *tty, tty_condition *is_so, const void *wanted, const char *wish, GError **error)
{
	gint64 deadline = g_get_monotonic_time() + tty->patience;

	tty_pump(tty, 0);
	while (!is_so(tty, wanted)) {
		if (is_over(tty))
			return tty_fail(tty, error, "the program ended (status %d) without %s",
					tty->status, wish);
		if (g_get_monotonic_time() >= deadline)
			return tty_fail(tty, error, "%.1f s passed without %s",
					(double)tty->patience / G_USEC_PER_SEC, wish);
		tty_pump(tty, deadline);
	}
	return true;
}

static bool
shows(const Tty *tty, const void *wanted)
{
	g_autofree char *text = tty_text(tty);

	return strstr(text, wanted) != NULL;
}

static bool
lacks(const Tty *tty, const void *wanted)
{
	return !shows(tty, wanted);
}

bool
tty_wait(Tty *tty, const char *text, GError **error)
{
	g_autofree char *wish = g_strdup_printf("\"%s\" on the screen", text);

	return wait_until(tty, shows, text, wish, error);
}

bool
tty_wait_gone(Tty *tty, const char *text, GError **error)
{
	g_autofree char *wish = g_strdup_printf("\"%s\" leaving the screen", text);

	return wait_until(tty, lacks, text, wish, error);
}

static bool
cursor_is_at(const Tty *tty, const void *wanted)
{
	const int *place = wanted;
	int row = 0, column = 0;

	tty_cursor(tty, &row, &column);
	return row == place[0] && column == place[1];
}

bool
tty_wait_cursor(Tty *tty, int row, int column, GError **error)
{
	const int place[] = {row, column};
	g_autofree char *wish = g_strdup_printf("the cursor at %d,%d", row, column);

	return wait_until(tty, cursor_is_at, place, wish, error);
}

static bool
mode_is_on(const Tty *tty, const void *wanted)
{
	return tty_mode(tty, *(const int *)wanted);
}

static bool
mode_is_off(const Tty *tty, const void *wanted)
{
	return !mode_is_on(tty, wanted);
}

bool
tty_wait_mode(Tty *tty, int mode, bool on, GError **error)
{
	g_autofree char *wish = g_strdup_printf("mode %d %s", mode, on ? "on" : "off");

	return wait_until(tty, on ? mode_is_on : mode_is_off, &mode, wish, error);
}

static bool
has_ended(const Tty *tty, const void *wanted)
{
	(void)wanted;
	return is_over(tty);
}

bool
tty_wait_exit(Tty *tty, int *status, GError **error)
{
	if (!wait_until(tty, has_ended, NULL, "the program ending", error))
		return false;
	if (status != NULL)
		*status = tty->status;
	return true;
}

bool
tty_wait_status(Tty *tty, int status, GError **error)
{
	int actual = -1;

	if (!tty_wait_exit(tty, &actual, error))
		return false;
	return actual == status ||
	       tty_fail(tty, error, "the program ended with %d, not %d", actual, status);
}

bool
tty_wait_quiet(Tty *tty, int milliseconds, GError **error)
{
	gint64 start = g_get_monotonic_time();

	while (tty->fd >= 0) {
		gint64 now = g_get_monotonic_time();
		gint64 quiet_at =
			MAX(start, tty->answered_last) + milliseconds * G_GINT64_CONSTANT(1000);
		bool busy = false;

		/* Silence counts only when the program has nothing left to do: on a loaded machine
		 * it may have had no turn yet. */
		if (now >= quiet_at) {
			busy = !tty->ended && tty_process_is_busy(tty->pid);
			if (!busy && tty->pending->len == 0)
				return true;
		}
		if (now >= start + tty->patience)
			return tty_fail(tty, error, "the program never fell quiet");
		tty_pump(tty, busy ? now + 1000 : quiet_at);
	}
	return true;
}

void
tty_wait_answer(Tty *tty, int milliseconds)
{
	gint64 deadline = g_get_monotonic_time() + tty_patience(milliseconds);

	while (tty->fd >= 0 && tty->answered_first == 0 && g_get_monotonic_time() < deadline)
		tty_pump(tty, deadline);
}
