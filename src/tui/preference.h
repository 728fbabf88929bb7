/* What the person sets for herself: how it looks, and whether the mouse is ours. */
#ifndef TUI_PREFERENCE_H
#define TUI_PREFERENCE_H

#include "tui/ui.h"

/** The mouse is ours: $ATELIERS_MOUSE, else what the person has set, else yes. */
bool preference_mouse(void);

/** The theme: $ATELIERS_THEME, else what the person has set, else the first one. */
enum draw_theme preference_theme(void);

/** Offer the preferences to change. */
void preference_ask(struct ui *ui);

#endif
