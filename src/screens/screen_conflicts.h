/* What two sides said otherwise, each with both values, until it is decided. */
#ifndef SCREENS_SCREEN_CONFLICTS_H
#define SCREENS_SCREEN_CONFLICTS_H

#include "tui/ui.h"

/** The open conflicts of an event. */
struct screen *conflicts_screen(struct ui *ui, gint64 event_id);

#endif
