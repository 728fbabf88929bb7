/* The few people whom a name or an address may speak of, without reading the whole directory. */
#ifndef STORE_NEAR_PEOPLE_H
#define STORE_NEAR_PEOPLE_H

#include "store/store.h"

/** The people (entity_person) in whose search key one of the N folded WORDS stands, or who have the
 * address EMAIL_KEY (NULL: none), without those who were forgotten. Words are text_words_key()'s,
 * which holds no sign that LIKE knows; at most 14. NULL on error. */
Rows *people_near(Store *store, const char *const *words, guint n, const char *email_key,
		  GError **error);

#endif
