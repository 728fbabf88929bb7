/* What the files of the date finder share. */
#ifndef APP_DATE_FINDER_PRIVATE_H
#define APP_DATE_FINDER_PRIVATE_H

#include "app/date_finder.h"

/** Add to UIDS (a set that owns its texts) those under which calendars hold the event. */
bool event_uids_add(Store *store, gint64 event_id, GHashTable *uids, GError **error);

#endif
