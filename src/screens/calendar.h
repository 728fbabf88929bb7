/* The calendar of the centre: week, month, year, rooms. */
#ifndef SCREENS_CALENDAR_H
#define SCREENS_CALENDAR_H

#include "tui/ui.h"

/** The tab: this week, the cursor on today. */
struct screen *calendar_screen(struct ui *ui);

/** The same with the cursor on DAY (days since 1970-01-01). */
struct screen *calendar_screen_at(struct ui *ui, int day);

#endif
