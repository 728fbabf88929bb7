/* A list as a file for a spreadsheet, on X. */
#ifndef SCREENS_EXPORT_H
#define SCREENS_EXPORT_H

#include "tui/list.h"

/** Offer to write the selected rows that are shown, or all that are shown when none is, to the
 * output folder. EVENT_ID: the event whose list it is; 0: none. */
void export_ask(struct list *list, struct ui *ui, gint64 event_id);

#endif
