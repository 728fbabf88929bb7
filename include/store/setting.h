/* The centre's settings as they are stored. */
#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include "store/store.h"

/** The value of a setting, or its fallback; NULL when it has neither. Caller frees. */
char *setting_get(Store *store, const char *name);

/** The same as a number; FALLBACK when it is none. */
gint64 setting_number(Store *store, const char *name, gint64 fallback);

/** Set it (NULL clears it), in the gesture under way. ERROR_INVALID says what was expected;
 * ERROR_NOT_FOUND names an unknown setting. */
bool setting_set(Store *store, const char *name, const char *value, GError **error);

#endif
