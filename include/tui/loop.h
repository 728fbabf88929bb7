/* The one event loop: the terminal, signals, leaving. */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include "tui/ui.h"

/** An exit code that no process has. */
#define LOOP_SAMPLE (-1)

/** Open the interface on the database at PATH, with the screens of ROOMS: see interface_main(). */
int loop_run(const char *path, bool sample, const struct ui_rooms *rooms);

/** Stop as Ctrl-Z does, and come back with the terminal's new size. */
void loop_suspend(struct ui *ui);

/** Leave with LOOP_SAMPLE: the person wishes to see the sample data. */
void loop_sample(struct ui *ui);

/** Leave the trial database for the person's own, made when there is none yet. */
void loop_own_database(struct ui *ui);

/** Put TEXT on the clipboard of the person's terminal, wherever that stands (OSC 52); false where
 * the terminal cannot. A terminal that may refuse does not say so. */
bool loop_copy(const char *text);

#endif
