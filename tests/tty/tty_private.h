/* What the files of the harness share. */
#ifndef TTY_TTY_PRIVATE_H
#define TTY_TTY_PRIVATE_H

#include "tty.h"

#include <sys/types.h>
#include <vterm.h>

#define TTY_ERROR    (g_quark_from_static_string("tty-error"))
#define DEFAULT_TERM "xterm-256color"

struct tty {
	pid_t pid; /* stays ours until tty_close(): it is not reaped before */
	int pidfd;
	int fd; /* the terminal's side; -1 once nothing more can come */
	bool ended;
	int status;
	VTerm *vterm;
	VTermScreen *screen;
	int columns, rows;
	bool cursor_shows, alternate;
	char *title;
	unsigned bells;
	GByteArray *raw;
	GByteArray *pending; /* bytes on their way to the program */
	char *term, *home;
	bool owns_home;
	gint64 patience;                            /* all times in monotonic microseconds */
	gint64 sent, answered_first, answered_last; /* answers: 0 when there is none */
	GError *error;                              /* of the last tty_assert_… */
};

/** Fail with a message and, below it, the screen. */
bool tty_fail(const Tty *tty, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);

/** Fail without a screen. */
bool tty_refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Move bytes both ways, sleeping until UNTIL at most. */
void tty_pump(Tty *tty, gint64 until);

/** TTY_PATIENCE of the environment applied to MILLISECONDS, in microseconds. */
gint64 tty_patience(int milliseconds);

/** Wait for an answer to what was sent last, MILLISECONDS at most; neither is a failure. */
void tty_wait_answer(Tty *tty, int milliseconds);

/** Whether a thread of PID, or of a process below it, runs or waits for a disk. */
bool tty_process_is_busy(pid_t pid);

/** Kill the processes of SESSION, and those whose HOME is HOME (NULL: none), until none is left. */
void tty_process_sweep(pid_t session, const char *home);

/** The bytes the key NAME sends on terminal TERM. Caller frees; NULL when there is no such key. */
char *tty_key_bytes(const char *term, const char *name, GError **error);

/** The cell at ROW and COLUMN (from 0 here); false when it is the right half of a wide one. */
bool tty_cell(const Tty *tty, int row, int column, VTermScreenCell *cell);

/** Whether CHARACTER may stand in a text file and in XML: no control, no half, no non-character. */
bool tty_is_drawable(gunichar character);

/** Append the characters of CELL, a blank for an empty one. */
void tty_cell_append(GString *text, const VTermScreenCell *cell);

#endif
