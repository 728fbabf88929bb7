/* Organisations through time: a body that took the place of others is one body with them, under the
 * name of each year. */
#ifndef APP_SUCCESSION_H
#define APP_SUCCESSION_H

#include "store/body_rows.h"

/** The organisation that stood for ID on DAY (a date, which may be a year or a month; NULL: not
 * known): the successor when the succession was on that day or before, the one before it when it
 * was later and there was but one. ID itself when nothing tells. */
gint64 organisation_on(Store *store, gint64 id, const char *day);

/** Every organisation that is counted as the body of ID, itself included (gint64). Caller frees. */
GArray *organisation_names_of_body(Store *store, gint64 id);

#endif
