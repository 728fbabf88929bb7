/* Which character ends the cells of a table. */
#ifndef EXCHANGE_SEPARATOR_H
#define EXCHANGE_SEPARATOR_H

#include <glib.h>
#include <stdbool.h>

/** True for what may end a cell: ASCII, and neither a quote nor a line break; else ERROR_INVALID.
 */
bool separator_accept(char separator, GError **error);

/** Excel's own first line "sep=;": the size of that line, with its break, and the separator that it
 * declares; 0 when TEXT does not begin with one. */
gsize separator_declared(const char *text, gsize size, char *separator);

/** The separator of TEXT (UTF-8, ends with NUL): ',' ';' '\t' or '|'. For a table of one column the
 * one that splits the least. */
char separator_find(const char *text, gsize size);

#endif
