/* The half-days of an event: what they count as, adjusted by people, typed where nothing makes
 * them. */
#ifndef SCREENS_SCREEN_HALF_DAYS_H
#define SCREENS_SCREEN_HALF_DAYS_H

#include "tui/ui.h"

struct screen *half_days_screen(struct ui *ui, gint64 event_id);

/** Note the presence of attendees (gint64, taken over) beforehand or afterwards: ask for which
 * half-day, then what. */
void presence_ask(struct ui *ui, gint64 event_id, GArray *attendees);

#endif
