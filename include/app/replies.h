/* Questionnaires that came back: the one place where figures learn of them. */
#ifndef APP_REPLIES_H
#define APP_REPLIES_H

#include "store/store.h"

/** N questionnaires of an event came back. */
typedef void (*replies_taker)(gint64 event_id, gint64 n, gpointer user);

/** Told of each event of which it is known how many did, none included; nothing is told of the
 * others. EVENT_ID: of that one alone; 0: of all. */
bool replies_each(Store *store, gint64 event_id, replies_taker take, gpointer user, GError **error);

#endif
