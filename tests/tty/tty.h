/* A program under test, in a terminal of its own.
 *
 * It runs under forkpty with a clean environment; libvterm draws what it writes; keys are the
 * strings of its terminfo entry. Nothing here sleeps: each wait ends as soon as what it waits for
 * is there, and fails, showing the screen, when patience ends (20 s, times TTY_PATIENCE from the
 * environment). Rows and columns count from 1. Functions that fail leave the reason, whole with the
 * screen, in their last argument; tty_assert.h has the same ones for tests.
 */
#ifndef TTY_TTY_H
#define TTY_TTY_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct tty Tty;

struct tty_options {
	const char *const *argv; /* NULL-terminated; argv[0] is looked for in PATH */
	const char *const *env;  /* "K=V" sets, "K" removes; NULL adds nothing */
	const char *home;  /* a directory to live in; NULL: a new one that ends with the Tty */
	const char *term;  /* NULL: xterm-256color */
	int columns, rows; /* 0: 80x24 */
	int patience_ms;   /* 0: 20 000 */
};

/** A NULL-terminated list, written in place: TTY_LIST("sh", "-c", "…"). */
#define TTY_LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/** Start a program. NULL when it cannot be found or no terminal is to be had. */
Tty *tty_open(const struct tty_options *options, GError **error);

/** Kill whatever still runs in this terminal, and with an own home whatever lives there; free. */
void tty_close(Tty *tty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tty, tty_close)

/** Kill whatever still runs in this terminal; the screen stays readable. */
void tty_stop(Tty *tty);

/** Where the program lives. Borrowed. */
const char *tty_home(const Tty *tty);

/* ---- homes ------------------------------------------------------------------------------------
 */

/** A new empty directory /tmp/ateliers-tty-XXXXXX. Caller ends it with tty_home_free(). */
char *tty_home_new(GError **error);

/** Kill the processes whose HOME it is, remove it with all it holds, free its name. */
void tty_home_free(char *home);

/** What a program started in HOME finds in its environment. Caller frees (g_strfreev). */
char **tty_environment(const char *home, const char *term, const char *const *extra);

/* ---- what the person does ---------------------------------------------------------------------
 */

/** Send bytes as they are; LENGTH -1: up to the NUL. */
bool tty_send(Tty *tty, const char *bytes, gssize length, GError **error);

/** Press keys, named with blanks between: "Enter Tab S-Tab Esc F9 C-r M-x PgDn é".
 *
 * One character names itself; C- is Ctrl, M- is Alt, S- and C- go before cursor keys. After Esc it
 * waits for the answer or 150 ms, so that the next key is not taken for Alt.
 */
bool tty_key(Tty *tty, const char *names, GError **error);

/** Paste TEXT as a terminal does: its newlines become CR, within the brackets of mode 2004 when
 * the program has asked for them. */
bool tty_paste(Tty *tty, const char *text, GError **error);

enum tty_button {
	TTY_LEFT = 0,
	TTY_MIDDLE = 1,
	TTY_RIGHT = 2,
	TTY_WHEEL_UP = 64,
	TTY_WHEEL_DOWN = 65
};

/** Click, or turn the wheel one notch, as an SGR report (mode 1006). Fails when the program has
 * not asked for the mouse. */
bool tty_click(Tty *tty, enum tty_button button, int row, int column, GError **error);

/** Change the size of the window. */
bool tty_resize(Tty *tty, int columns, int rows, GError **error);

/** Send a signal to the program alone. */
bool tty_signal(Tty *tty, int signal, GError **error);

/** Close the window under the program: the kernel sends SIGHUP and each write fails. A program that
 * waits for input may read its end before the signal comes. */
void tty_hang_up(Tty *tty);

/* ---- waits ------------------------------------------------------------------------------------
 */

void tty_set_patience(Tty *tty, int milliseconds);

/** Until TEXT stands on the screen, as in tty_text(): a newline in it goes on in the next row. */
bool tty_wait(Tty *tty, const char *text, GError **error);

bool tty_wait_gone(Tty *tty, const char *text, GError **error);

bool tty_wait_cursor(Tty *tty, int row, int column, GError **error);

/** Until DEC private mode MODE is ON (see tty_mode). */
bool tty_wait_mode(Tty *tty, int mode, bool on, GError **error);

/** Until the program has written nothing for MILLISECONDS, and all its threads and all processes it
 * started sleep. */
bool tty_wait_quiet(Tty *tty, int milliseconds, GError **error);

/** Until the program has ended and all it wrote is read. STATUS (may be NULL) is its exit code, or
 * 128 plus the signal that killed it. */
bool tty_wait_exit(Tty *tty, int *status, GError **error);

/** The same, and fails when the status is another. */
bool tty_wait_status(Tty *tty, int status, GError **error);

/* ---- what the person sees ---------------------------------------------------------------------
 */

/** The screen, one line a row, without trailing blanks. Caller frees. */
char *tty_text(const Tty *tty);

/** As tty_text(), with a letter in place of each cell that is not plain, then a legend of the
 * letters ("a = bold reverse fg=4 bg=236"). Caller frees. */
char *tty_look(const Tty *tty);

/** The form of a stored screen: size, cursor, text, and with LOOK the look. The name of the home
 * is made the same for all. Caller frees. */
char *tty_dump(const Tty *tty, bool look);

/** Where the cursor stands; returns whether it shows. */
bool tty_cursor(const Tty *tty, int *row, int *column);

/** The last window title set, or NULL. Borrowed until the next call. */
const char *tty_title(const Tty *tty);

/** The alternate screen is shown. */
bool tty_is_alternate(const Tty *tty);

/** How often the bell rang. */
unsigned tty_bells(const Tty *tty);

/** Compare the settled screen with the stored one at PATH.
 *
 * With UPDATE=1 in the environment it is stored instead. Else a difference fails with both screens
 * and the lines that differ.
 */
bool tty_screen_matches(Tty *tty, const char *path, bool look, GError **error);

/** The same with tests/tty/screens/NAME.scr; a NAME that is no plain file name fails. */
bool tty_screen_is(Tty *tty, const char *name, bool look, GError **error);

/** The screen as a picture in a window frame. Wide characters keep their two cells, the cursor is
 * left out, TITLE may be NULL. Caller frees. */
char *tty_svg(const Tty *tty, const char *title);

/* ---- what the program wrote and used ----------------------------------------------------------
 */

/** All bytes received since the start. Borrowed until the next call. */
const char *tty_raw(const Tty *tty, gsize *length);

/** The place in tty_raw() where the next byte will go. */
gsize tty_mark(const Tty *tty);

/** Bytes received since MARK. */
gsize tty_bytes_since(const Tty *tty, gsize mark);

/** Whether the program has last set (CSI ? MODE h) or reset (l) this private mode: 1 cursor keys,
 * 25 cursor, 1000 mouse, 1006 SGR mouse, 1049 alternate screen, 2004 bracketed paste, 2026
 * synchronized output. When it never spoke of it: as in a new terminal (25 on, most off). */
bool tty_mode(const Tty *tty, int mode);

/** Microseconds from the last write to the program (or its start) to the first byte it answered;
 * -1 without an answer. */
gint64 tty_first_answer(const Tty *tty);

/** The same to the last byte so far: after tty_wait_quiet(), the time until the screen settled. */
gint64 tty_last_answer(const Tty *tty);

struct tty_usage {
	guint64 voluntary_switches; /* of all its threads: how often it woke */
	gint64 cpu_us;
	guint64 rss_kb, peak_rss_kb;
};

/** What the program has used so far; fails when it has ended. */
bool tty_usage(const Tty *tty, struct tty_usage *usage, GError **error);

#endif
