/* Spreadsheet files: which kind one is, and its table. */
#ifndef EXCHANGE_SPREADSHEET_H
#define EXCHANGE_SPREADSHEET_H

#include "exchange/table.h"

/** True when BYTES begin as the container of a spreadsheet does. */
bool spreadsheet_is(const char *bytes, gsize size);

/** The table in BYTES. NULL with ERROR_FORMAT (damaged, protected, a text document, another
 * archive, a limit) or ERROR_INVALID (nothing in it). */
Table *spreadsheet_read(const char *bytes, gsize size, GError **error);

#endif
