/* The calendar of the centre: week, month, year, rooms. */
#ifndef SCREENS_CALENDAR_H
#define SCREENS_CALENDAR_H

#include "tui/ui.h"

/** The tab: this week, the cursor on today. */
struct screen *calendar_screen(struct ui *ui);

#endif
