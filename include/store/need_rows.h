/* What was asked of people for the sake of one event, and is not to be kept after it. */
#ifndef STORE_NEED_ROWS_H
#define STORE_NEED_ROWS_H

#include "store/store.h"

/** The ids (gint64) of registrations with a diet or access needs, for events that ended before
 * BEFORE, a day. NULL on error. */
GArray *needs_of_attendees(Store *store, const char *before, GError **error);

/** The ids of answers to sensitive questions of such events. */
GArray *answers_sensitive(Store *store, const char *before, GError **error);

#endif
