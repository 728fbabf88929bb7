/* What people said of organisations, kept by the words with which the names begin. */
#ifndef CORE_CLASSIFY_LEARNED_H
#define CORE_CLASSIFY_LEARNED_H

#include "core/words.h"

struct lesson {
	char *family, *level; /* as said; LEVEL may be NULL */
	char *example;        /* the first name that taught it */
	guint n;              /* how many names */
	bool one_family;      /* all of them the same */
	bool one_level;
};

typedef struct lessons Lessons;

Lessons *lessons_new(void);
void lessons_free(Lessons *lessons);

/** Keep what was said of the organisation of these words. */
void lessons_add(Lessons *lessons, const Words *words, const char *family, const char *level);

/** The lesson for a name of these words: that of the longest common beginning on which all agree;
 * of one word alone at least two names must have taught it. LENGTH receives how many words that
 * count it has. NULL when there is none. Borrowed. */
const struct lesson *lessons_find(const Lessons *lessons, const Words *words, guint *length);

/** How many of N words from AT count: small words and numbers do not. */
guint lesson_words_count(const Words *words, guint at, guint n);

/** True for "de", "la", "et"…, which tell no name from another. */
bool lesson_word_is_small(const char *key);

#endif
