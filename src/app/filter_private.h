#ifndef APP_FILTER_PRIVATE_H
#define APP_FILTER_PRIVATE_H

#include "app/filter.h"

/** The key of NOUN that TYPED calls; ERROR_USAGE says which there are, or which it may be. */
const struct noun_key *filter_key_find(const struct noun *noun, const struct sieve_name *names,
				       guint n, const char *typed, GError **error);

/** Its name for people. Borrowed. */
const char *filter_key_name(const struct noun *noun, const struct sieve_name *names, guint n,
			    const struct noun_key *key);

#endif
