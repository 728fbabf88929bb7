/* The history: who did what, when; undo from there. */
#ifndef TUI_SCREEN_HISTORY_H
#define TUI_SCREEN_HISTORY_H

#include "tui/ui.h"

struct screen *history_screen(struct ui *ui);

#endif
