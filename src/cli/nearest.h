/* The word that somebody may have meant. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

/** Of CANDIDATES (NULL-terminated) the one that TYPED begins, or that is a slip of a letter or two
 * away; NULL when none is near. Borrowed from CANDIDATES. */
const char *nearest(const char *typed, const char *const *candidates);

#endif
