/* What screens looked like when one left them, for the next start, in the person's own state: a
 * group for each screen. A trial, a copy that was taken along and a shared account leave nothing
 * behind. */
#ifndef TUI_MEMORY_H
#define TUI_MEMORY_H

#include "tui/ui.h"

/** All that is remembered, to be read and changed. Borrowed until ui_memory_forget(). */
GKeyFile *ui_memory(struct ui *ui);

/** Remember TEXT under KEY of GROUP; NULL and "" take it away. */
void ui_memory_set(struct ui *ui, const char *group, const char *key, const char *text);

/** Write it and forget it: the program ends. Nobody waits for the disk: lost with the power, it is
 * only a convenience that is gone. */
void ui_memory_keep(struct ui *ui);

/** Forget it: another database is open. */
void ui_memory_forget(struct ui *ui);

#endif
