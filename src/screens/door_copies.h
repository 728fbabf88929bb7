/* An event taken along, and brought back. */
#ifndef SCREENS_DOOR_COPIES_H
#define SCREENS_DOOR_COPIES_H

#include "tui/ui.h"

/** Offer to take the event along, to bring a copy back, to see the copies and what they said
 * otherwise. */
void door_copies_ask(struct ui *ui, gint64 event_id);

/** In a copy: show its event. */
void door_copies_begin(struct ui *ui);

#endif
