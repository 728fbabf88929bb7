/* An instant as people say it. */
#ifndef TUI_MOMENT_H
#define TUI_MOMENT_H

#include "store/store.h"

/** "lun. 23 nov. 9h30", in the centre's zone, of an instant (UTC text). Caller frees. */
char *moment_text(Store *store, const char *instant);

#endif
