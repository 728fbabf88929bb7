/* An event announced from its workspace. */
#ifndef SCREENS_ANNOUNCE_H
#define SCREENS_ANNOUNCE_H

#include "tui/ui.h"

/** Say what has changed since the event was announced, and offer to announce it as it is now. */
void announce_ask(struct ui *ui, gint64 event_id);

#endif
