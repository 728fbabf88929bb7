/* The history: who did what, when; undo from there. */
#ifndef SCREENS_SCREEN_HISTORY_H
#define SCREENS_SCREEN_HISTORY_H

#include "tui/ui.h"

struct screen *history_screen(struct ui *ui);

#endif
