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
	guint32 *by_id; /* places in the order of the ids; NULL until it is asked for */
	guint n;
	gint64 *id;
	const char **key; /* folded words of the row and of what it points to, '|' between them */
	GStringChunk *text;
} Index;

/** The rows of ENTITY: all of them, or those whose COLUMN is ID; sorted by the member SORT (NULL:
 * the entity's own order), the other way round when DESCENDING. KEYS: search keys too. */
Index *store_index(Store *store, const struct entity *entity, const char *column, gint64 id,
		   const char *sort, bool descending, bool keys, GError **error);

/** What is read beside the ids, in spells: the search key, a member, or a member of what a
 * reference points to. */
struct index_reading {
	const char *field;  /* NULL: the search key (folded words, as in KEY) */
	const char *named;  /* of a reference: the member of its target; else NULL */
	const char **value; /* by place in the index: text as it is stored, numbers as digits, NULL
			     * where it is missing; the texts live in TEXT, equal ones once */
	GStringChunk *text;
	gint64 after; /* begin with 0: the last id that was read */
	bool done;
};

/** Read the next rows, some thousand at most, by their ids; rows that are not in INDEX are passed
 * over. */
bool store_index_read(Store *store, Index *index, struct index_reading *reading, GError **error);

void index_free(Index *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Index, index_free)

/** True when ENTITY has words to search by at all. */
bool index_has_words(const struct entity *entity);

/** The ids of rows whose key holds every word of WORDS (folded words separated by spaces), in their
 * order; at most LIMIT (0: all). N receives how many. Caller frees. */
gint64 *index_filter(const Index *index, const char *words, guint limit, guint *n);

#endif
