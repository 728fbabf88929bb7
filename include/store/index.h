/* Indexes for lists: the ids of many rows in order, and their search keys for filtering as one
 * types.
 *
 * 100,000 rows are 12 ms to read and half a millisecond to filter, so a list holds ids and keys
 * only and reads the rows it shows.
 */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "store/store.h"

typedef struct index {
	const struct entity *entity;
	char *column; /* all rows: NULL; else those whose COLUMN is OF */
	gint64 of;
	char *sort; /* or NULL */
	bool descending;
	guint n;
	gint64 *id;
	const char **key; /* folded words of the row and of what it points to, '|' between them */
	GStringChunk *text;
} Index;

/** The rows of ENTITY: all of them, or those whose COLUMN is ID; sorted by the member SORT (NULL:
 * the entity's own order), the other way round when DESCENDING. KEYS: search keys too. */
Index *store_index(Store *store, const struct entity *entity, const char *column, gint64 id,
		   const char *sort, bool descending, bool keys, GError **error);

/** What FIELD says of each row of INDEX, in the same order: text as it is stored, numbers as
 * digits, NULL where it is missing; of a reference, the member NAMED of what it points to (else
 * NULL). The texts live in TEXT, equal ones once. NULL on error; also, without one, when the rows
 * are no longer those of INDEX. Caller frees the array. */
const char **store_index_values(Store *store, const Index *index, const char *field,
				const char *named, GStringChunk *text, GError **error);

void index_free(Index *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Index, index_free)

/** True when ENTITY has words to search by at all. */
bool index_has_words(const struct entity *entity);

/** The ids of rows whose key holds every word of WORDS (folded words separated by spaces), in their
 * order; at most LIMIT (0: all). N receives how many. Caller frees. */
gint64 *index_filter(const Index *index, const char *words, guint limit, guint *n);

#endif
