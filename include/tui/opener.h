/* What leaves for another program: links and files opened, texts copied, long texts in an editor.
 */
#ifndef TUI_OPENER_H
#define TUI_OPENER_H

#include "tui/ui.h"

/** Open TARGET, a link of any origin or the path of a file that we have made; where nothing here
 * does, show it and offer to copy it. */
void open_give(struct ui *ui, const char *target);

/** The same of all links that stand in TEXT: none is said, of several one is asked for. */
void open_links_in(struct ui *ui, const char *text);

/** Copy TEXT (of any origin: it is cleaned), which is a WHAT ("line of the event"); where the
 * terminal has no clipboard it goes into a file, whose path is shown. */
void copy_give(struct ui *ui, const char *what, const char *text);

/** TEXT as the person leaves it in $VISUAL or $EDITOR; NULL when it stays as it was, and what there
 * is to say of that has been said. Caller frees. */
char *editor_edit(struct ui *ui, const char *text);

#endif
