/* What was being typed when the terminal went away: kept, and offered at the next start. */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include "tui/ui.h"

/** Every screen keeps what it has unfinished. */
void draft_keep_all(struct ui *ui);

/** Keep one form: its noun, row and owner, and what was typed under each key (name, text, …, NULL).
 */
void draft_keep(struct ui *ui, const char *noun, gint64 id, gint64 owner, const char *const *pairs);

/** If a draft waits for this database, ask whether to go on with it. */
void draft_offer(struct ui *ui);

#endif
