/* People with their names folded once. */
#ifndef CORE_MATCH_KEYS_H
#define CORE_MATCH_KEYS_H

#include "core/match.h"

struct match_name {
	const char *last, *first;   /* borrowed, may be NULL */
	char *last_key, *first_key; /* folded, "" when missing */
};

/** Fold a name; clear with match_name_clear(). */
void match_name_set(struct match_name *name, const char *last, const char *first);
void match_name_clear(struct match_name *name);

/** match_names() on folded names. */
enum name_likeness match_keyed_names(const struct match_name *a, const struct match_name *b);

/** The last name of each is the first name of the other. */
bool match_keyed_swapped(const struct match_name *a, const struct match_name *b);

/** match_compare() on folded names; *CERTAIN (may be NULL) says that address and name are both
 * equal, which beats every other SAME. */
enum match_outcome match_keyed(const struct match_name *name_a, const struct match_person *a,
			       const struct match_name *name_b, const struct match_person *b,
			       enum match_reason *reason, bool *certain);

#endif
