/* An instant as people say it. */
#ifndef APP_MOMENT_H
#define APP_MOMENT_H

#include "base/date.h"
#include "store/store.h"

/** INSTANT (UTC text) in the centre's zone, its day in STYLE: "lun. 23 nov. 9h30"; as it is when it
 * is none. Caller frees. */
char *moment_text(Store *store, const char *instant, enum date_style style);

#endif
