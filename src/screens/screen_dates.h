/* Days on which an event could be held, the best first, with what speaks for and against them. */
#ifndef SCREENS_SCREEN_DATES_H
#define SCREENS_SCREEN_DATES_H

#include "tui/ui.h"

/** For the event, which Enter moves there; or for a new one (0), looking from FROM on (a day’s
 * number; 0 or a day that is past: from tomorrow). NULL, and it was said why, when the event cannot
 * be read. */
struct screen *dates_screen(struct ui *ui, gint64 event_id, int from);

/** The same, put on top. */
void dates_open(struct ui *ui, gint64 event_id, int from);

/** The same for a form: the day that is taken goes to TAKE. */
void dates_open_for(struct ui *ui, gint64 event_id, date_taker take, gpointer user);

#endif
