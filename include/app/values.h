/* What one key says of many rows, each read once: lists are filtered and sorted by it. */
#ifndef APP_VALUES_H
#define APP_VALUES_H

#include "app/noun.h"
#include "store/index.h"

enum values_use {
	VALUES_TO_FILTER, /* a reference says all that its target can be searched by */
	VALUES_TO_SORT,   /* a reference says the order key of its target */
};

/** Where the values come from: a member or a key of the noun; KEY and MEMBER NULL: TEXT makes them.
 */
struct values_source {
	const struct noun *noun;
	const struct noun_key *key;
	const char *member; /* of the entity, before KEY: a key of order */
	char *(*text)(Store *store, const void *row);
};

typedef struct values Values;

/** The values of the rows of INDEX, which must outlive them. Plain members are read at once
 * (100,000 in some 50 ms), what is computed when it is asked for. */
Values *values_new(Store *store, Index *index, const struct values_source *source,
		   enum values_use use);

void values_free(Values *values);

/** Read what can be read of many rows at once, until UNTIL (monotonic); true when nothing is left.
 * What is asked for before is read row by row, as is what has to be computed. */
bool values_read(Values *values, gint64 until);

/** The value of row PLACE as scripts see it, an instant in the centre's time; NULL when it is
 * missing. Borrowed. */
const char *values_at(Values *values, guint place);

/** The same folded: text_search_key() to filter, text_words_key() to sort; "" when it is missing.
 * Borrowed. */
const char *values_folded(Values *values, guint place);

/** The places of the rows in the order of the values, by their kind: numbers, dates, codes in the
 * order of their list, texts as French orders them (letters first, then accents). What is missing
 * comes last, either way round; equal ones stay as INDEX has them. Caller frees. */
guint32 *values_order(Values *values, bool descending);

/** The value of KEY of one row, as values_at() gives it to filters. Caller frees. */
char *value_to_filter(Store *store, const struct noun *noun, const struct noun_key *key,
		      const void *row);

#endif
