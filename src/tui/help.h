/* The keys of the screen one is on, made from the action table; Enter runs one. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "tui/ui.h"

struct screen *help_screen(struct ui *ui);

#endif
