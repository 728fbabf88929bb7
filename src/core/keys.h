/* Search and order keys of rows. */
#ifndef CORE_KEYS_H
#define CORE_KEYS_H

/** Replace a key; takes KEY. An empty key becomes one space, for keys are never missing. */
void key_set(char **member, char *key);

/** Replace a search key by those of N texts, of which some may be NULL, kept apart by U+0001 so
 * that what is typed never matches across two of them. */
void key_set_joined(char **member, const char *const *texts, int n);

/** The same with the texts written in place. */
#define KEY_JOIN(member, ...)                                                                      \
	key_set_joined(member, (const char *const[]){__VA_ARGS__},                                 \
		       (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))

#endif
