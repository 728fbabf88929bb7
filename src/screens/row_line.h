/* A row in a line, to be copied, and the links that stand in it. */
#ifndef SCREENS_ROW_LINE_H
#define SCREENS_ROW_LINE_H

#include "app/noun.h"
#include "tui/ui.h"

/** Copy the row of ID in a line: of an event its date, times, title, place and link. */
void row_line_copy(struct ui *ui, const struct noun *noun, gint64 id);

/** Open the link that stands in the row, or write to its address. */
void row_line_open(struct ui *ui, const struct noun *noun, gint64 id);

/** ACT_COPY_LINE and ACT_OPEN_LINK of that row; false: it is another act. */
bool row_line_act(struct ui *ui, enum act act, const struct noun *noun, gint64 id);

#endif
