/* What the program does for the file by itself, beside the person's work: the copy of the day, and
 * the personal data and images of the history whose time is over. */
#ifndef TUI_CARE_H
#define TUI_CARE_H

#include "tui/ui.h"

/** Begin, in a thread with a connection of its own; only what fails is said, in the status row. Not
 * for a trial database nor for one that is for reading only. */
void care_begin(struct ui *ui);

/** Wait until it is done: a copy is made whole or not at all. Nothing when none was begun. */
void care_end(struct ui *ui);

#endif
