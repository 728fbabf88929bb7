/* The one terminal: its modes, and that none of them outlives the program, however it ends. */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>

/** Take the terminal over; false when it cannot be drawn on. */
bool terminal_begin(void);

/** Give it back as it was. */
void terminal_end(void);

/** Give it back for a while: to the shell, or to a program that we start. */
void terminal_leave(void);

/** Take it again: its size may be another, and what was typed meanwhile is not ours. */
void terminal_return(void);

/** Ask the terminal for its size. */
void terminal_measure(void);

/** See loop_copy(). */
bool terminal_copy(const char *text);

/** The title of the window, where a terminal is known to have one; what stood there comes back at
 * the end. TEXT of any origin. */
void terminal_title(const char *text);

#endif
