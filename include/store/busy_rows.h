/* Dates on which partners are taken, by day. */
#ifndef STORE_BUSY_ROWS_H
#define STORE_BUSY_ROWS_H

#include "store/store.h"

/** The dates (core/busy.h) that touch the days from FIRST to LAST, in their order. */
Rows *busy_between(Store *store, const char *first, const char *last, GError **error);

#endif
