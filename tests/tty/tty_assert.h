/* The harness for tests: each call fails the test, with the reason and the screen on stderr. */
#ifndef TTY_TTY_ASSERT_H
#define TTY_TTY_ASSERT_H

#include "tty.h"

/** Where the next failing function leaves its reason. */
GError **tty_error(Tty *tty);

/** Fail the test at FILE and LINE unless DONE; first kill the program, for the test is left by
 * longjmp. */
void tty_assert_done(Tty *tty, bool done, const char *file, int line);

/** Start or fail. */
Tty *tty_assert_open_at(const struct tty_options *options, const char *file, int line);

#define tty_assert(tty, done) tty_assert_done((tty), (done), __FILE__, __LINE__)

/** tty_assert_open(.argv = TTY_LIST("sh", "-c", "…"), .rows = 30) */
#define tty_assert_open(...)                                                                       \
	tty_assert_open_at(&(const struct tty_options){__VA_ARGS__}, __FILE__, __LINE__)
#define tty_assert_send(tty, bytes) tty_assert(tty, tty_send((tty), (bytes), -1, tty_error(tty)))
#define tty_assert_key(tty, names)  tty_assert(tty, tty_key((tty), (names), tty_error(tty)))
#define tty_assert_paste(tty, text) tty_assert(tty, tty_paste((tty), (text), tty_error(tty)))
#define tty_assert_click(tty, button, row, column)                                                 \
	tty_assert(tty, tty_click((tty), (button), (row), (column), tty_error(tty)))
#define tty_assert_resize(tty, columns, rows)                                                      \
	tty_assert(tty, tty_resize((tty), (columns), (rows), tty_error(tty)))
#define tty_assert_signal(tty, number) tty_assert(tty, tty_signal((tty), (number), tty_error(tty)))
#define tty_assert_wait(tty, text)     tty_assert(tty, tty_wait((tty), (text), tty_error(tty)))
#define tty_assert_gone(tty, text)     tty_assert(tty, tty_wait_gone((tty), (text), tty_error(tty)))
#define tty_assert_cursor(tty, row, column)                                                        \
	tty_assert(tty, tty_wait_cursor((tty), (row), (column), tty_error(tty)))
#define tty_assert_mode(tty, mode, on)                                                             \
	tty_assert(tty, tty_wait_mode((tty), (mode), (on), tty_error(tty)))
#define tty_assert_quiet(tty, milliseconds)                                                        \
	tty_assert(tty, tty_wait_quiet((tty), (milliseconds), tty_error(tty)))

/** The program ends by itself with STATUS (128 + signal when killed). */
#define tty_assert_exit(tty, status)                                                               \
	tty_assert(tty, tty_wait_status((tty), (status), tty_error(tty)))

/** The settled screen is tests/tty/screens/NAME.scr; _look: with bold, reverse, colours… */
#define tty_assert_screen(tty, name)                                                               \
	tty_assert(tty, tty_screen_is((tty), (name), false, tty_error(tty)))
#define tty_assert_look(tty, name)                                                                 \
	tty_assert(tty, tty_screen_is((tty), (name), true, tty_error(tty)))

#endif
