/* The menu bar (F9), made from the action table. */
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "tui/ui.h"

struct screen *menu_screen(struct ui *ui);

#endif
