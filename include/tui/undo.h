/* Taking back, and doing again, beside the interface: of an import it takes long. */
#ifndef TUI_UNDO_H
#define TUI_UNDO_H

#include "tui/ui.h"

/** Take back GESTURE (0: my own last one), and say so or why not; every screen reads again. */
void undo_show(struct ui *ui, gint64 gesture);

/** Do again my own last undone gesture, likewise. */
void redo_show(struct ui *ui);

#endif
