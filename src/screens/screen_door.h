/* The door: everything that is typed looks for somebody, Enter marks them present at once. */
#ifndef SCREENS_SCREEN_DOOR_H
#define SCREENS_SCREEN_DOOR_H

#include "tui/ui.h"

/** Open the door of the event for the half-day that is under way, or its first one; says why when
 * it has none. */
void door_open(struct ui *ui, gint64 event_id);

#endif
