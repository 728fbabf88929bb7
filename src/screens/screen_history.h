/* The history: who did what, when; undo from there. */
#ifndef SCREENS_SCREEN_HISTORY_H
#define SCREENS_SCREEN_HISTORY_H

#include "tui/ui.h"

struct screen *history_screen(struct ui *ui);

/** That of an event; v shows all of it. */
struct screen *history_screen_of(struct ui *ui, gint64 event_id);

#endif
