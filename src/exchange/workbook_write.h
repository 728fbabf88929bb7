/* The workbooks of exchange_module(); their contract is in include/exchange/table.h. */
#ifndef EXCHANGE_WORKBOOK_WRITE_H
#define EXCHANGE_WORKBOOK_WRITE_H

#include "exchange/workbook.h"

Workbook *workbook_write_open(const char *path, const struct workbook_about *about, GError **error);
bool workbook_write_sheet(Workbook *book, const char *name, const struct workbook_column *columns,
			  guint n, GError **error);
bool workbook_write_row(Workbook *book, const char *const *cells, GError **error);
bool workbook_write_close(Workbook *book, GError **error);
void workbook_write_abandon(Workbook *book);

#endif
