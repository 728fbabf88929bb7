/* Tasks of all events that are to be done. */
#ifndef STORE_TASK_ROWS_H
#define STORE_TASK_ROWS_H

#include "store/store.h"

/** A task that is not done, its day and the status of its event. Borrowed. */
typedef void (*task_taker)(gint64 task_id, gint64 event_id, const char *due_on, const char *status,
			   gpointer user);

/** Those due before BEFORE, a day, the earliest first. */
bool task_rows_due(Store *store, const char *before, task_taker take, gpointer user,
		   GError **error);

#endif
