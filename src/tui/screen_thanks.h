/* Who is to be thanked after an event. */
#ifndef TUI_SCREEN_THANKS_H
#define TUI_SCREEN_THANKS_H

#include "tui/ui.h"

struct screen *thanks_screen(struct ui *ui, gint64 event_id);

#endif
