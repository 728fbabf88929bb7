/* Files that are no tables at all, known by how they begin. */
#ifndef EXCHANGE_FOREIGN_H
#define EXCHANGE_FOREIGN_H

#include <glib.h>
#include <stdbool.h>

/** True when BYTES may be a table; else ERROR_FORMAT with what the file is and what to do. */
bool foreign_refuse(const char *bytes, gsize size, GError **error);

#endif
