/* What the mouse does. */
#ifndef TUI_MOUSE_H
#define TUI_MOUSE_H

#include "tui/ui.h"

/** True when KEY was the mouse's: what it points at is done. */
bool mouse_key(struct ui *ui, const struct key *key);

#endif
