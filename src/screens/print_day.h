/* The papers of the day, made one after the other while the screen says which. */
#ifndef SCREENS_PRINT_DAY_H
#define SCREENS_PRINT_DAY_H

#include "tui/ui.h"

/** Make all that the day of the event needs, and show what became of each. */
void day_print(struct ui *ui, gint64 event_id);

#endif
