/* Leaving what is unfinished: asked about before it is thrown away. */
#ifndef TUI_LEAVE_H
#define TUI_LEAVE_H

#include "tui/ui.h"

typedef bool (*leave_go)(struct ui *ui, enum act act);

/** If ACT would take a screen away that has something unfinished, ask, and GO once the person says
 * so; false when there is nothing to ask. */
bool leave_asks(struct ui *ui, enum act act, leave_go go);

#endif
