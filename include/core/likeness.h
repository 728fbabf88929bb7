/* How near two folded texts are, for slips of the keyboard. */
#ifndef CORE_LIKENESS_H
#define CORE_LIKENESS_H

#include <glib.h>

/** The least number of letters to add, drop, change or swap with their neighbour that make A into B
 * (optimal string alignment distance); LIMIT + 1 when there are more than LIMIT, which is at most
 * 7. Both are search keys (text_search_key()), so a byte is a letter. */
guint likeness_edits(const char *a, const char *b, guint limit);

/** The same from the N letters TYPED so far to the beginning of the M letters of NAME that is
 * nearest to them. */
guint likeness_begins(const char *typed, gsize n, const char *name, gsize m, guint limit);

#endif
