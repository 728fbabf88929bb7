/* A text cut into folded words that remember where they stood. */
#ifndef CORE_WORDS_H
#define CORE_WORDS_H

#include <glib.h>
#include <stdbool.h>

struct word {
	char *key;        /* text_search_key() of the word, never "" */
	gsize start, end; /* bytes in words->text */
	bool dotted;      /* made of initials: "P.-O.", "D.D.E.T.S." */
};

typedef struct words {
	char *text;   /* the text, made valid */
	GArray *list; /* struct word */
} Words;

/** Cut TEXT (NULL is allowed) into at most MOST words. Apostrophes, hyphens and every other
 * punctuation separate, "&" is the word "et", digits at the end of letters are a word of their own
 * ("CIDFF11"), initials with dots are one. Caller frees. */
Words *words_of(const char *text, guint most);
void words_free(Words *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Words, words_free)

/** The word at INDEX. Borrowed. */
const struct word *words_at(const Words *words, guint index);

/** How many words of PATTERN ("ville et banlieue") stand at INDEX: all of them, or 0. */
guint words_match(const Words *words, guint index, const char *pattern);

#endif
