/* Start, end, and everything the person does to the program. */
#include "tty_private.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* Every terminal still open. A failing cmocka test leaves by longjmp, past every cleanup: what it
 * leaves behind is ended at exit. */
static GPtrArray *open_ttys;

static void
close_all(void)
{
	while (open_ttys->len > 0)
		tty_close(g_ptr_array_index(open_ttys, 0));
	g_clear_pointer(&open_ttys, g_ptr_array_unref);
}

static void
register_tty(Tty *tty)
{
	if (open_ttys == NULL) {
		open_ttys = g_ptr_array_new();
		atexit(close_all);
	}
	g_ptr_array_add(open_ttys, tty);
}

bool
tty_refuse(GError **error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error_literal(error, TTY_ERROR, 0, message);
	return false;
}

bool
tty_fail(const Tty *tty, GError **error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_autofree char *dump = tty_dump(tty, false);
	g_set_error(error, TTY_ERROR, 0, "%s\n%s", message, dump);
	return false;
}

/* ---- the terminal -----------------------------------------------------------------------------
 */

static void
reply(const char *bytes, size_t length, void *user)
{
	Tty *tty = user;

	g_byte_array_append(tty->pending, (const guint8 *)bytes, (guint)length);
}

static int
property_changed(VTermProp property, VTermValue *value, void *user)
{
	Tty *tty = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		tty->cursor_shows = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		tty->alternate = value->boolean;
	else if (property == VTERM_PROP_TITLE) {
		g_free(tty->title);
		tty->title = g_strdup(value->string);
	}
	return 1;
}

static int
bell_rang(void *user)
{
	Tty *tty = user;

	tty->bells++;
	return 1;
}

static const VTermScreenCallbacks screen_callbacks = {
	.settermprop = property_changed,
	.bell = bell_rang,
};

static void
terminal_create(Tty *tty)
{
	tty->vterm = vterm_new(tty->rows, tty->columns);
	vterm_set_utf8(tty->vterm, 1);
	vterm_output_set_callback(tty->vterm, reply, tty);
	tty->screen = vterm_obtain_screen(tty->vterm);
	vterm_screen_set_callbacks(tty->screen, &screen_callbacks, tty);
	vterm_screen_enable_altscreen(tty->screen, 1);
	vterm_screen_reset(tty->screen, 1);
}

/* ---- the program ------------------------------------------------------------------------------
 */

/* Between fork and exec: only what is safe there. */
G_NORETURN static void
become(const char *program, const char *const *argv, char **environment, pid_t parent, int report)
{
	sigset_t none;

	/* Whatever way the test ends, also by SIGKILL, the program ends with it. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(127);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	/* execve() promises not to write there; only its type, older than const, says less. */
	union {
		const char *const *kept;
		char *const *given;
	} arguments = {.kept = argv};
	execve(program, arguments.given, environment);
	int reason = errno;
	if (write(report, &reason, sizeof(reason)) < 0)
		_exit(126);
	_exit(127);
}

/* Until the program has taken the place of our child: a signal sent before would meet ours. */
static bool
await_exec(int report, const char *program, GError **error)
{
	int reason = 0;
	ssize_t length = 0;

	do {
		length = read(report, &reason, sizeof(reason));
	} while (length < 0 && errno == EINTR);
	return length == 0 || tty_refuse(error, "cannot run %s: %s", program, g_strerror(reason));
}

static bool
spawn(Tty *tty, const char *program, const struct tty_options *options, GError **error)
{
	g_auto(GStrv) environment = tty_environment(tty->home, tty->term, options->env);
	struct winsize size = {.ws_row = (unsigned short)tty->rows,
			       .ws_col = (unsigned short)tty->columns};
	pid_t parent = getpid();
	int report[2];

	if (pipe2(report, O_CLOEXEC) != 0)
		return tty_refuse(error, "no pipe: %s", g_strerror(errno));
	tty->sent = g_get_monotonic_time();
	tty->pid = forkpty(&tty->fd, NULL, NULL, &size);
	if (tty->pid == 0)
		become(program, options->argv, environment, parent, report[1]);
	int reason = errno;
	close(report[1]);
	bool done = tty->pid > 0 ? await_exec(report[0], program, error)
				 : tty_refuse(error, "no pseudo-terminal: %s", g_strerror(reason));
	close(report[0]);
	return done;
}

/* Ours alone, and never blocking; the number of the process cannot go to another. */
static bool
prepare(Tty *tty, GError **error)
{
	fcntl(tty->fd, F_SETFD, FD_CLOEXEC);
	fcntl(tty->fd, F_SETFL, fcntl(tty->fd, F_GETFL) | O_NONBLOCK);
	tty->pidfd = pidfd_open(tty->pid, 0);
	if (tty->pidfd < 0)
		return tty_refuse(error, "pidfd_open (Linux 5.3 or later): %s", g_strerror(errno));
	return true;
}

static bool
home_settle(Tty *tty, const char *home, GError **error)
{
	tty->owns_home = home == NULL;
	tty->home = home != NULL ? g_strdup(home) : tty_home_new(error);
	return tty->home != NULL;
}

Tty *
tty_open(const struct tty_options *options, GError **error)
{
	g_autofree char *program = g_find_program_in_path(options->argv[0]);

	if (program == NULL) {
		tty_refuse(error, "there is no program \"%s\" to test", options->argv[0]);
		return NULL;
	}
	Tty *tty = g_new0(Tty, 1);
	tty->pid = tty->pidfd = tty->fd = -1;
	tty->columns = options->columns > 0 ? options->columns : 80;
	tty->rows = options->rows > 0 ? options->rows : 24;
	tty->cursor_shows = true;
	tty->raw = g_byte_array_new();
	tty->pending = g_byte_array_new();
	tty->term = g_strdup(options->term != NULL ? options->term : DEFAULT_TERM);
	tty_set_patience(tty, options->patience_ms > 0 ? options->patience_ms : 20000);
	terminal_create(tty);
	register_tty(tty);
	if (!home_settle(tty, options->home, error) || !spawn(tty, program, options, error) ||
	    !prepare(tty, error)) {
		tty_close(tty);
		return NULL;
	}
	return tty;
}

void
tty_hang_up(Tty *tty)
{
	if (tty->fd >= 0)
		close(tty->fd);
	tty->fd = -1;
	g_byte_array_set_size(tty->pending, 0);
}

void
tty_stop(Tty *tty)
{
	if (tty->pid <= 0)
		return;
	kill(tty->pid, SIGKILL);
	kill(-tty->pid, SIGKILL);
	tty_process_sweep(tty->pid, NULL);
	tty_hang_up(tty);
}

void
tty_close(Tty *tty)
{
	if (tty == NULL)
		return;
	tty_stop(tty);
	/* Reaped only now: until here nobody else could get its number. */
	if (tty->pid > 0)
		waitpid(tty->pid, NULL, 0);
	if (tty->pidfd >= 0)
		close(tty->pidfd);
	g_ptr_array_remove(open_ttys, tty);
	if (tty->owns_home)
		tty_home_free(tty->home);
	else
		g_free(tty->home);
	vterm_free(tty->vterm);
	g_byte_array_unref(tty->raw);
	g_byte_array_unref(tty->pending);
	g_free(tty->title);
	g_free(tty->term);
	g_clear_error(&tty->error);
	g_free(tty);
}

const char *
tty_home(const Tty *tty)
{
	return tty->home;
}

bool
tty_resize(Tty *tty, int columns, int rows, GError **error)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	if (columns < 1 || rows < 1 || columns > G_MAXINT16 || rows > G_MAXINT16)
		return tty_refuse(error, "%dx%d is no size of a terminal", columns, rows);
	tty->columns = columns;
	tty->rows = rows;
	vterm_set_size(tty->vterm, rows, columns);
	tty->sent = g_get_monotonic_time();
	tty->answered_first = tty->answered_last = 0;
	if (tty->fd < 0 || ioctl(tty->fd, TIOCSWINSZ, &size) != 0)
		return tty_fail(tty, error, "cannot resize: the program has ended");
	return true;
}

bool
tty_signal(Tty *tty, int signal, GError **error)
{
	if (tty->ended || kill(tty->pid, signal) != 0)
		return tty_fail(tty, error, "cannot send signal %d: the program has ended", signal);
	return true;
}
