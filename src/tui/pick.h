/* A list of actions drawn in a frame, of which one is run: help and the menus are such lists. */
#ifndef TUI_PICK_H
#define TUI_PICK_H

#include "tui/ui.h"

/** Draw the N actions with their keys in AREA, from TOP, the cursor on FOCUS. */
void pick_draw(const struct action *const *picked, guint n, guint top, guint focus,
	       struct area area);

/** Columns that the actions need with their keys. */
int pick_width(const struct action *const *picked, guint n);

#endif
