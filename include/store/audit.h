/* What a sound file may still have wrong: values that are made of others, and the history. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "store/store.h"

/** Look at everything that is stored and derived, and at the history: sentences (char *) that say
 * what is wrong and what to do. PROBLEMS receives what people may be misled by (keys of search and
 * order, first and last days, numbers that would be given twice), GAPS what is missing from the
 * history or contradicts it: nothing can give it back, and a rescued file has some. Reads all rows
 * once; nothing is changed. */
bool store_audit(Store *store, GPtrArray *problems, GPtrArray *gaps, GError **error);

#endif
