/* Settings as people give them: a value, or for a picture the path of its file. */
#ifndef APP_SETTING_CHANGE_H
#define APP_SETTING_CHANGE_H

#include "store/store.h"

/** Set NAME to TYPED ("" clears), in the gesture under way. A picture (PNG) is read from the path
 * TYPED and kept in the database. ERROR_INVALID, ERROR_FORMAT or ERROR_IO say what was expected. */
bool setting_change(Store *store, const char *name, const char *typed, GError **error);

#endif
