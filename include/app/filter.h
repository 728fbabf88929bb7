/* A filter read for one noun: lists of the interface and of the command line take rows by it. */
#ifndef APP_FILTER_H
#define APP_FILTER_H

#include "app/noun.h"

/** What a list calls a key of its noun ("Reg.": registered). */
struct sieve_name {
	const char *label; /* English msgid */
	const struct noun_key *key;
};

typedef struct sieve Sieve;

/** Read TYPED for NOUN. NAMES (may be NULL) come before the noun's own: keys, labels in either
 * language, and their beginnings where only one answers. A term that cannot be read takes every
 * row. */
Sieve *sieve_new(Store *store, const struct noun *noun, const struct sieve_name *names, guint n,
		 const char *typed);

void sieve_free(Sieve *sieve);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sieve, sieve_free)

/** What is wrong with it: which column or value, and what is possible; NULL: nothing. Borrowed. */
const char *sieve_trouble(const Sieve *sieve);

/** What may follow a colon that nothing follows yet; NULL: nothing is open. Borrowed. */
const char *sieve_hint(const Sieve *sieve);

/** The key that stands before that colon: its values will be asked for next. NULL: none. */
const struct noun_key *sieve_open(const Sieve *sieve);

/** How many terms it has that take anything away. */
guint sieve_count(const Sieve *sieve);

/** The key that term I asks for; NULL: it asks for words. */
const struct noun_key *sieve_key(const Sieve *sieve, guint i);

/** In the words of how many columns ("on the waiting list") those of term I may be found, beside
 * the row's own. */
guint sieve_labels(const Sieve *sieve, guint i);

const struct noun_key *sieve_label_key(const Sieve *sieve, guint i, guint label);

/** True when term I, of words, takes a row whose own words these are, and whose values of the
 * columns of sieve_label_key() are VALUES. */
bool sieve_takes_words(const Sieve *sieve, guint i, const char *folded, const char *const *values);

/** True when term I takes a row whose value (values_at()), folded (values_folded()), these are; of
 * words, FOLDED alone counts: the row's own. */
bool sieve_takes(const Sieve *sieve, guint i, const char *value, const char *folded);

/** The search key of a row of a noun that has none: what its keys say. Caller frees. */
char *sieve_row_words(Store *store, const struct noun *noun, const void *row);

/** Keep those of ROWS that TYPED takes, in their order. ERROR_USAGE when it cannot be read. */
bool filter_rows(Store *store, const struct noun *noun, Rows *rows, const char *typed,
		 GError **error);

#endif
