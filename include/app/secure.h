/* A shared account, such as one that people reach by ssh to run nothing but this program: whoever
 * keeps the machine sets ATELIERS_SECURE. Then files are read and written in the output folder
 * alone, the database is the account's own, and nothing else is started: no shell, no editor, no
 * link, no printer. */
#ifndef APP_SECURE_H
#define APP_SECURE_H

#include "store/store.h"

/** True when ATELIERS_SECURE is set and neither empty nor "0". */
bool secure_mode(void);

/** True when PATH may be read or written: always, but in a shared account only what lies in the
 * output folder itself, is no link and does not begin with a dot. ERROR_INVALID names that folder.
 */
bool secure_allows(Store *store, const char *path, GError **error);

/** The same for what a shared account cannot do at all; WHAT is its name, for the message. */
bool secure_refuses(const char *what, GError **error);

#endif
