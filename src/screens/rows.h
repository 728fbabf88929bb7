/* Gestures on the rows of any list: new, edit, delete. */
#ifndef SCREENS_ROWS_H
#define SCREENS_ROWS_H

#include "tui/list.h"

/** Delete the list's targets (the selected rows, else the current one) as one gesture. */
void rows_delete(struct list *list, struct ui *ui, gint64 event_id);

/** Set KEY to a value chosen among its codes, on every target, as one gesture. */
void rows_set_code(struct list *list, struct ui *ui, const char *key, gint64 event_id);

/** Open the form of the current row. */
void rows_edit(struct list *list, struct ui *ui, gint64 owner);

/** Open the form of a new row. */
void rows_new(struct list *list, struct ui *ui, gint64 owner);

/** Offer what can be done to the selected rows of this noun. */
void rows_bulk(struct list *list, struct ui *ui, gint64 event_id);

#endif
