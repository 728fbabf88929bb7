/* All that people see of a database, to compare two moments by rule 14 of the data model. */
#ifndef TESTS_STORE_SNAPSHOT_H
#define TESTS_STORE_SNAPSHOT_H

#include "store/store.h"

typedef struct snapshot Snapshot;

/** Every tracked table as it is now. NULL when it cannot be read. */
Snapshot *snapshot_take(Store *store);

void snapshot_free(Snapshot *snapshot);

/** What differs between two moments of one file, a line each, "" when nothing does. Everything
 * returns row for row, but rev, the calendar's sequence and its stamp, which never go back
 * (FIELD_KEPT): those must not be smaller in LATER. Of the marks of presence those count that
 * stand; marks that were retracted stay (rule 8). Caller frees. */
char *snapshot_compare(const Snapshot *earlier, const Snapshot *later);

#endif
