/* What the two halves of the audit share. */
#ifndef STORE_AUDIT_PRIVATE_H
#define STORE_AUDIT_PRIVATE_H

#include "store/private.h"

/** What the history lacks, or says otherwise than the rows. */
bool audit_history(Store *store, GPtrArray *gaps, GError **error);

#endif
