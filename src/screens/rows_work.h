/* The same done to many rows, in one gesture, beside the interface. */
#ifndef SCREENS_ROWS_WORK_H
#define SCREENS_ROWS_WORK_H

#include "tui/list.h"

struct rows_order {
	const struct noun *noun;
	const char *action;
	gint64 event_id;
	/** In the gesture, maybe in a thread: what is done to one row. */
	bool (*each)(Store *store, const struct rows_order *order, gint64 id, GError **error);
	const struct noun_key *key; /* what EACH sets, and to what; NULL: nothing */
	const char *code;           /* borrowed for ever */
	struct list *unselect; /* of the screen on top: nothing of it is selected then, or NULL */
};

/** Do ORDER, whose action need not outlive the call, to the N rows of IDS, which are taken. All of
 * them or, once something fails or is stopped, none. */
void rows_work(struct ui *ui, const struct rows_order *order, gint64 *ids, guint n);

#endif
