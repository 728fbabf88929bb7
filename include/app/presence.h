/* Presence as gestures and figures use it. */
#ifndef APP_PRESENCE_H
#define APP_PRESENCE_H

#include "store/store.h"

/** The state of an attendee on a half-day; "unknown" without marks. Caller frees. */
char *attendee_presence(Store *store, gint64 attendee_id, gint64 half_day_id);

/** The states of everybody who was marked for a half-day: from the attendee's id (gint64) to the
 * code (char *); who is not there has no mark. Caller frees; NULL on error. */
GHashTable *half_day_presence(Store *store, gint64 half_day_id, GError **error);

/** The half-day of an event that NAME ("2026-10-15-am") says, or 0 with ERROR_NOT_FOUND. */
gint64 half_day_find(Store *store, gint64 event_id, const char *name, GError **error);

#endif
