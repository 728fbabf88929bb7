/* Which people a list shows: all, or those whose time is over or soon will be. */
#ifndef SCREENS_PEOPLE_VIEW_H
#define SCREENS_PEOPLE_VIEW_H

#include "app/personal.h"
#include "tui/list.h"

struct people_view {
	enum retention due; /* RETENTION_KEPT: everybody is shown */
	GHashTable *found;  /* id -> struct person_due, of those shown; NULL: everybody */
};

/** Ask which, and show it in LIST. Both must outlive the dialogue. */
void people_view_ask(struct ui *ui, struct people_view *view, struct list *list);

/** Find anew who is shown. */
void people_view_reload(struct ui *ui, struct people_view *view, struct list *list);

/** What is shown, and the last contact of the person one is on; NULL for everybody. Caller frees.
 */
char *people_view_head(Store *store, const struct people_view *view, const struct list *list);

void people_view_clear(struct people_view *view);

/** People to be asked again, or to be erased: 0 when they cannot be read. */
guint people_view_count(Store *store, enum retention due);

#endif
