/* What was being typed when the terminal went away: kept, and offered at the next start. */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include "tui/form.h"

/** Every screen keeps what it has unfinished. */
void draft_keep_all(struct ui *ui);

/** Something was typed: keep it within a few seconds, whatever becomes of the program. */
void draft_due(struct ui *ui);

/** Keep one form: that of a row of a noun (REQUEST), with what is typed in it. Returns the file
 * that keeps it, or NULL; caller frees. */
char *draft_keep(struct ui *ui, const struct form_request *request);

/** If a draft waits for this database, ask whether to go on with it. */
void draft_offer(struct ui *ui);

#endif
