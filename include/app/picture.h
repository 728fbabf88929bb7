/* Pictures that are kept in the database: logos. */
#ifndef APP_PICTURE_H
#define APP_PICTURE_H

#include "store/store.h"

/** Keep the PNG of the file PATH ("": none any more) under NAME, as the logo of ORGANISATION_ID or
 * of nobody (0), in the gesture under way. ERROR_IO, ERROR_FORMAT or ERROR_INVALID say what was
 * expected: a PNG of at most 2 MB. */
bool picture_set(Store *store, const char *name, gint64 organisation_id, const char *path,
		 GError **error);

/** The same for the logo that an organisation has on papers as a partner. */
bool organisation_logo_set(Store *store, gint64 organisation_id, const char *path, GError **error);

#endif
