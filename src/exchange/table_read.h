/* The reading half of exchange_module(); its contract is in include/exchange/table.h. */
#ifndef EXCHANGE_TABLE_READ_H
#define EXCHANGE_TABLE_READ_H

#include "exchange/table.h"

Table *table_read(const char *bytes, gsize size, const struct table_options *options,
		  GError **error);

#endif
