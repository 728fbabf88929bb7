/* LibreOffice's spreadsheets (OpenDocument 1.2 and 1.3, ISO/IEC 26300). */
#ifndef EXCHANGE_ODS_H
#define EXCHANGE_ODS_H

#include "exchange/archive.h"
#include "exchange/table.h"

Table *ods_read(Archive *archive, GError **error);

#endif
