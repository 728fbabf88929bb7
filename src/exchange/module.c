#include "exchange/odt.h"
#include "exchange/rows.h"
#include "exchange/table.h"
#include "exchange/table_read.h"
#include "exchange/table_write.h"

const struct exchange_module *
exchange_module(void)
{
	static const struct exchange_module module = {
		.read = table_read,
		.free = table_free,
		.unneutralised = table_unneutralised,
		.write_row = table_write_row,
		.write_odt = odt_write,
	};
	return &module;
}
