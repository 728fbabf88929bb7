/* Writings as OpenDocument text (ODF 1.2), for those who must correct them elsewhere. */
#ifndef EXCHANGE_ODT_H
#define EXCHANGE_ODT_H

#include "core/writing.h"
#include "exchange/table.h"

bool odt_write(const struct written *paper, table_sink sink, gpointer user, GError **error);

#endif
