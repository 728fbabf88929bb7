/* The terminal interface. */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include <stdbool.h>

/** Open the interface on the database at PATH, made when it does not exist, and stay until the
 * person leaves; SAMPLE: it is the trial database, and says so. Without a terminal that can be
 * drawn on, one line names the commands. Returns the exit code. */
int tui_main(const char *path, bool sample);

#endif
