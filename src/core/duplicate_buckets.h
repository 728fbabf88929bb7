/* What the search for duplicates of people and of organisations share: rows are put into buckets by
 * what they have in common, and only those of one bucket are compared. */
#ifndef CORE_DUPLICATE_BUCKETS_H
#define CORE_DUPLICATE_BUCKETS_H

#include "core/duplicate.h"

typedef struct buckets Buckets;

Buckets *buckets_new(void);
void buckets_free(Buckets *buckets);

/** Put row INDEX into the bucket KEY, unless it is there; "" is none. KEY is freed. */
void buckets_add(Buckets *buckets, char *key, guint index);

/** Compare each two rows that share a bucket, once. A bucket of more than LIMIT says too little to
 * be worth the time. */
typedef void (*pair_compare)(guint a, guint b, GArray *found, gpointer user);
GArray *buckets_compare(const Buckets *buckets, guint limit, pair_compare compare, gpointer user,
			duplicate_progress progress, gpointer progress_user);

/** Add a pair. */
void duplicate_add(GArray *found, gint64 a, gint64 b, enum certainty certainty, const char *reason);

#endif
