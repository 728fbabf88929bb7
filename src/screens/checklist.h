/* The usual tasks of a kind of event, on screen. */
#ifndef SCREENS_CHECKLIST_H
#define SCREENS_CHECKLIST_H

#include "tui/ui.h"

/** "Usual tasks: Atelier régional". Caller frees. */
char *checklist_head(Store *store, gint64 kind_id);

/** Below what an empty list says: the one that comes with the program. */
void checklist_draw(Store *store, gint64 kind_id, struct area area);

/** Make that one the kind's own. */
void checklist_take_over(struct ui *ui, gint64 kind_id);

#endif
