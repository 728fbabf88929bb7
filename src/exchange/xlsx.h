/* Excel's workbooks (SpreadsheetML, ISO/IEC 29500-1). */
#ifndef EXCHANGE_XLSX_H
#define EXCHANGE_XLSX_H

#include "exchange/archive.h"
#include "exchange/table.h"

/** Read the workbook whose main part is the member WORKBOOK. */
Table *xlsx_read(Archive *archive, const char *workbook, GError **error);

#endif
