/* Who is to be thanked after an event. */
#ifndef SCREENS_SCREEN_THANKS_H
#define SCREENS_SCREEN_THANKS_H

#include "tui/ui.h"

struct screen *thanks_screen(struct ui *ui, gint64 event_id);

#endif
