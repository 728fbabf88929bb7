/* How well a name answers to what somebody types of it: its beginning, a part, or letters in their
 * order. Everything compared is folded already (text_search_key()), so accents and case are gone.
 */
#ifndef CORE_FUZZY_H
#define CORE_FUZZY_H

#include <glib.h>
#include <stdbool.h>

/* The words that were typed, each folded, and the letters of all of them. */
struct fuzzy {
	char **words;
	guint64 letters;
};

/** Take apart what was TYPED; ends with fuzzy_clear(). */
void fuzzy_begin(struct fuzzy *fuzzy, const char *typed);
void fuzzy_clear(struct fuzzy *fuzzy);

/** The letters of a key as a set, so that most keys are passed over without being read. */
guint64 fuzzy_letters(const char *key);

/** True when every letter typed is somewhere in LETTERS, the set of a key. */
bool fuzzy_may(const struct fuzzy *fuzzy, guint64 letters);

/** The best score there is. */
#define FUZZY_BEST 100

/** How well KEY, folded parts with '|' or U+0001 between them, answers: FUZZY_BEST when each word
 * is a part of it, less for the beginning of a part, for what stands in the middle of one, for
 * letters in their order; 0 when a word is nowhere, or one letter begins no part. Nothing typed
 * answers best. */
int fuzzy_score(const struct fuzzy *fuzzy, const char *key);

#endif
