/* Which organisations are seen: all of them, or those that nobody has classified yet. */
#ifndef SCREENS_ORGANISATIONS_VIEW_H
#define SCREENS_ORGANISATIONS_VIEW_H

#include "tui/ui.h"

/** Ask which, and show them. */
void organisations_view_ask(struct ui *ui);

#endif
