#include "exchange/odt.h"
#include "exchange/rows.h"
#include "exchange/table.h"
#include "exchange/table_read.h"
#include "exchange/table_write.h"
#include "exchange/workbook_write.h"

const struct exchange_module *
exchange_module(void)
{
	static const struct exchange_module module = {
		.read = table_read,
		.free = table_free,
		.unneutralised = table_unneutralised,
		.write_row = table_write_row,
		.write_odt = odt_write,
		.workbook_open = workbook_write_open,
		.workbook_sheet = workbook_write_sheet,
		.workbook_row = workbook_write_row,
		.workbook_close = workbook_write_close,
		.workbook_abandon = workbook_write_abandon,
	};
	return &module;
}
