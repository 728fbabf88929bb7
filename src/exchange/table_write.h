/* The writing half of exchange_module(); its contract is in include/exchange/table.h. */
#ifndef EXCHANGE_TABLE_WRITE_H
#define EXCHANGE_TABLE_WRITE_H

#include "exchange/table.h"

const char *table_unneutralised(const char *cell);
bool table_write_row(const char *const *cells, guint n, const struct table_style *style, bool first,
		     table_sink sink, gpointer user, GError **error);

#endif
