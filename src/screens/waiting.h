/* The waiting list on screen: who comes next, and a seat given by one key. */
#ifndef SCREENS_WAITING_H
#define SCREENS_WAITING_H

#include "tui/ui.h"

/** What stands above the attendees: free seats, how many wait, who comes next and why. NULL when
 * nobody waits. Caller frees. */
char *waiting_head(Store *store, gint64 event_id);

/** Give a seat: to the attendee one is on when they wait (a reason is asked for when they are not
 * next), else to who comes next. */
void waiting_promote(struct ui *ui, gint64 event_id, gint64 attendee_id);

#endif
