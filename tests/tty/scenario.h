/* Scenarios: a person's gestures in a text file, tests/tty/scenarios/NAME.tty.
 *
 * One gesture a line; blank lines and lines that begin with # are skipped.
 *
 *   size 80x24          before run; else 80x24
 *   term vt100          before run; else xterm-256color
 *   env K=V             for what is started from here on; "env K" removes it
 *   run ARG...          the program ($ATELIERS, else build/ateliers), arguments quoted as in sh;
 *                       again once it has ended: same home
 *   type TEXT           as typed; blanks at the end of the line do not count (key Space)
 *   key Enter Tab F9    keys by name, see tty_key()
 *   paste TEXT          bracketed; \n, \t, \033 and \\ as in C
 *   send TEXT           bytes as they are, with the same escapes
 *   click 5,10          left button at row 5, column 10; "click right 5,10"
 *   wheel down 5,10     one notch; or up
 *   resize 60x16
 *   signal HUP          HUP INT QUIT TERM KILL USR1 USR2 CONT TSTP SEGV WINCH
 *   hang-up             the terminal goes away
 *   wait TEXT           until it stands on the screen
 *   gone TEXT           until it does not
 *   cursor 5,10         until the cursor stands there
 *   mode 2004 off       until a DEC private mode is on or off, see tty_mode()
 *   quiet               until the screen settles; "quiet 500": nothing for so many milliseconds
 *   screen NAME         the settled screen is tests/tty/screens/NAME.scr (UPDATE=1 stores it)
 *   look NAME           the same with bold, reverse, colours
 *   gallery NAME        four stored screens: NAME at 80x24, NAME-60x16, NAME-120x40, NAME-200x50;
 *                       the window then has 80x24
 *   exit 0              the program ends by itself, with this status (128 + signal when killed)
 *   shell COMMAND       sh -c in the repository root with the program's environment, and $ATELIERS;
 *                       must end with 0
 *   expect-shell COMMAND => TEXT    the same, and prints exactly TEXT, blanks at both ends aside;
 *                       the last => counts
 */
#ifndef TTY_SCENARIO_H
#define TTY_SCENARIO_H

#include <glib.h>
#include <stdbool.h>

/** Play the scenario at PATH against PROGRAM (NULL: $ATELIERS, else build/ateliers). An error
 * begins with file and line. Nothing it started survives it. */
bool scenario_run(const char *path, const char *program, GError **error);

#endif
