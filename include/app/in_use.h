/* Is a file open in another program? */
#ifndef APP_IN_USE_H
#define APP_IN_USE_H

#include <glib.h>
#include <stdbool.h>

/** True when no other process of this account has the file at PATH open, as far as the system
 * tells; ERROR_BUSY names the first that has. */
bool in_use_by_nobody(const char *path, GError **error);

#endif
