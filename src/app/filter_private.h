/* Filters: the names of columns (filter_key.c), their values (filter_value.c), the whole (filter.c)
 * and what it takes (filter_take.c). */
#ifndef APP_FILTER_PRIVATE_H
#define APP_FILTER_PRIVATE_H

#include "app/filter.h"
#include "core/filter.h"

struct term {
	const struct filter_term *typed;
	const struct noun_key *key; /* NULL: words */
	enum field_kind kind;
	char *from, *until;  /* as they are compared; "": open on that side */
	gint64 least, most;  /* of numbers */
	GPtrArray *codes;    /* const char *: the value is one of them; NULL: no codes */
	bool none, anything; /* "" and *: it is missing, it is there */
	GArray *labels;      /* of words: struct term_label, columns whose words may hold them */
};

/* The codes of a column whose label holds word WORD of the term. */
struct term_label {
	const struct noun_key *key;
	guint word;
	GPtrArray *codes; /* const char * */
};

struct sieve {
	Filter *filter;
	GArray *terms; /* struct term: those that take something away */
	char *trouble;
	char *hint;
	const struct noun_key *open; /* what the hint is about */
};

/* What is needed to read a value. */
struct reading {
	Store *store;
	const struct noun *noun;
	const char *name; /* of the column */
	struct term *term;
};

/** Read what stands behind the colon of READING's term; ERROR_USAGE says what is possible. */
bool filter_value_read(const struct reading *reading, GError **error);

/** The columns of NAMES (N of them; none: those that NOUN is listed by) in whose words those of
 * TERM may be found. */
void filter_labels_read(const struct noun *noun, const struct sieve_name *names, guint n,
			struct term *term);

/** What may stand there. Caller frees. */
char *filter_value_hint(const struct reading *reading);

/** The key of NOUN that TYPED calls; ERROR_USAGE says which there are, or which it may be. */
const struct noun_key *filter_key_find(const struct noun *noun, const struct sieve_name *names,
				       guint n, const char *typed, GError **error);

/** Its name for people. Borrowed. */
const char *filter_key_name(const struct noun *noun, const struct sieve_name *names, guint n,
			    const struct noun_key *key);

#endif
