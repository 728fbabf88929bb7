#include "tui/loop.h"

#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/store.h"
#include "tui/care.h"
#include "tui/draft.h"
#include "tui/memory.h"
#include "tui/terminal.h"
#include "tui/watch.h"

/* ---- the loop -----------------------------------------------------------------------------------
 */

static void
frame(struct ui *ui)
{
	if (ui->leaving) {
		g_main_loop_quit(ui->loop);
		return;
	}
	if (ui->dirty)
		ui_draw(ui);
	ui->dirty = false;
}

static void
leave(struct ui *ui, int exit_code)
{
	draft_keep_all(ui);
	ui->exit_code = exit_code;
	ui->leaving = true;
	g_main_loop_quit(ui->loop);
}

static gboolean
on_input(gint file, GIOCondition condition, gpointer user)
{
	struct ui *ui = user;
	(void)file;
	struct key key;
	bool any = false;
	if (store_changed(ui->store))
		ui_reload(ui); /* a colleague has saved something */
	while (!ui->leaving && key_read(&key)) {
		any = true;
		ui_key(ui, &key);
	}
	if (!any && (condition & (G_IO_HUP | G_IO_ERR)) != 0) {
		leave(ui, 128 + SIGHUP);
		return G_SOURCE_REMOVE;
	}
	frame(ui);
	return G_SOURCE_CONTINUE;
}

static gboolean
on_resize(gpointer user)
{
	struct ui *ui = user;
	terminal_measure();
	ui->dirty = true;
	frame(ui);
	return G_SOURCE_CONTINUE;
}

static gboolean
on_hangup(gpointer user)
{
	leave(user, 128 + SIGHUP);
	return G_SOURCE_REMOVE;
}

static gboolean
on_interrupt(gpointer user)
{
	leave(user, 128 + SIGINT);
	return G_SOURCE_REMOVE;
}

static gboolean
on_terminate(gpointer user)
{
	leave(user, 128 + SIGTERM);
	return G_SOURCE_REMOVE;
}

void
loop_suspend(struct ui *ui)
{
	if (secure_mode()) {
		ui_say(ui, TOAST_NOTE, _("Shared account: there is no shell behind"));
		return;
	}
	terminal_leave();
	kill(0, SIGSTOP);
	terminal_return();
	ui->dirty = true;
}

/* GLib takes no SIGTSTP: somebody else's "kill -TSTP" arrives through a pipe, and stops us the same
 * way as Ctrl-Z, with the terminal put back first. */
static int stop_pipe[2] = {-1, -1};

static void
on_stop_signal(int number)
{
	int saved = errno;
	(void)number;
	gssize written = write(stop_pipe[1], "", 1);
	(void)written;
	errno = saved;
}

static gboolean
on_stop(gint file, GIOCondition condition, gpointer user)
{
	char byte;
	(void)condition;
	if (read(file, &byte, 1) == 1)
		loop_suspend(user);
	frame(user);
	return G_SOURCE_CONTINUE;
}

static void
watch_everything(struct ui *ui)
{
	g_unix_fd_add(STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, on_input, ui);
	g_unix_signal_add(SIGWINCH, on_resize, ui);
	g_unix_signal_add(SIGHUP, on_hangup, ui);
	g_unix_signal_add(SIGTERM, on_terminate, ui);
	g_unix_signal_add(SIGINT, on_interrupt, ui); /* from elsewhere: here Ctrl-C is a key */
	if (stop_pipe[0] >= 0 || g_unix_open_pipe(stop_pipe, FD_CLOEXEC, NULL)) {
		struct sigaction action = {.sa_handler = on_stop_signal, .sa_flags = SA_RESTART};
		sigaction(SIGTSTP, &action, NULL);
		g_unix_fd_add(stop_pipe[0], G_IO_IN, on_stop, ui);
	}
}

bool
loop_copy(const char *text)
{
	return terminal_copy(text);
}

/* The interface may be opened once more in the same process, on other data. */
static void
watch_nothing(struct ui *ui)
{
	while (g_source_remove_by_user_data(ui))
		continue;
}

/* ---- opening ------------------------------------------------------------------------------------
 */

static int
no_terminal(void)
{
	fprintf(stderr, "ateliers: %s\n",
		_("the interface needs a terminal that can be drawn on; “ateliers help” lists the "
		  "commands that work without one"));
	return 1;
}

static void
stack_item_free(gpointer pointer)
{
	struct screen *screen = pointer;
	screen->class->free(screen);
}

static int
interface_run(Store *store, bool sample, bool made, const struct ui_rooms *rooms)
{
	struct ui ui = {.store = store,
			.rooms = rooms,
			.sample = sample,
			.dirty = true,
			.clicked = -1};
	ui.stack = g_ptr_array_new_with_free_func(stack_item_free);
	ui.loop = g_main_loop_new(NULL, FALSE);
	if (!terminal_begin()) {
		g_ptr_array_unref(ui.stack);
		g_main_loop_unref(ui.loop);
		return no_terminal();
	}
	ui_go(&ui, 0);
	rooms->begin(&ui);
	draft_offer(&ui);
	if (made)
		ui_say(&ui, TOAST_NOTE, _("A new database was made: %s"), store_path(store));
	watch_everything(&ui);
	frame(&ui);
	ui.watch = watch_begin(&ui);
	care_begin(&ui);
	if (!ui.leaving)
		g_main_loop_run(ui.loop);
	watch_nothing(&ui);
	terminal_end();
	watch_end(ui.watch);
	care_end(&ui);
	g_ptr_array_unref(ui.stack);
	ui_memory_keep(&ui);
	g_main_loop_unref(ui.loop);
	g_free(ui.toast);
	if (ui.store != store)
		store_close(ui.store);
	return ui.exit_code;
}

void
loop_sample(struct ui *ui)
{
	ui->exit_code = LOOP_SAMPLE;
	ui->leaving = true;
}

void
loop_own_database(struct ui *ui)
{
	GError *error = NULL;
	const char *chosen = g_getenv("ATELIERS_DB");
	g_autofree char *path =
		chosen != NULL && *chosen != '\0'
			? g_strdup(chosen)
			: g_build_filename(g_get_user_data_dir(), "ateliers", "ateliers.db", NULL);
	Store *own = store_open(path, STORE_OPEN_OR_MAKE, NULL, &error);
	if (own == NULL) {
		ui_fail(ui, error);
		return;
	}
	ui->store = own;
	ui->sample = false;
	watch_end(ui->watch);
	ui->watch = watch_begin(ui);
	care_begin(ui);
	ui_go(ui, 0);
	ui_memory_forget(ui);
	ui_say(ui, TOAST_DONE, _("Your own database: %s"), path);
}

int
loop_run(const char *path, bool sample, const struct ui_rooms *rooms)
{
	const char *term = g_getenv("TERM");
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || term == NULL || *term == '\0' ||
	    strcmp(term, "dumb") == 0)
		return no_terminal();
	GError *error = NULL;
	bool made = !g_file_test(path, G_FILE_TEST_EXISTS);
	g_autoptr(Store) store = store_open(path, STORE_OPEN_OR_MAKE, NULL, &error);
	if (store == NULL) {
		fprintf(stderr, "ateliers: %s\n", error->message);
		g_error_free(error);
		return 1;
	}
	return interface_run(store, sample, made, rooms);
}
