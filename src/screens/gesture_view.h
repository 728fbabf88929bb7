/* One gesture of the history: what it changed, what has come of that since, and taking it back. */
#ifndef SCREENS_GESTURE_VIEW_H
#define SCREENS_GESTURE_VIEW_H

#include "store/history.h"
#include "tui/ui.h"

struct screen *gesture_screen(struct ui *ui, const struct gesture *gesture);

#endif
