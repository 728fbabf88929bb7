/* The folding behind every search and order key. */
#ifndef BASE_TEXT_FOLD_H
#define BASE_TEXT_FOLD_H

#include <stdbool.h>

/** TEXT with case and accents folded and only letters and digits left; one space between words
 * when WORDS. NULL gives "". Caller frees. */
char *text_fold(const char *text, bool words);

/** The same answer for every text, without the tables of the Latin script. Caller frees. */
char *text_fold_slowly(const char *text, bool words);

/** What the tables say of U+0080…U+024F, U+1E00…U+1EFF and U+2000…U+206F, one character each
 * (see FOLD_… in text_fold.h). */
extern const char text_fold_latin[0x250 - 0x80 + 1];
extern const char text_fold_latin_more[0x100 + 1];
extern const char text_fold_punctuation[0x70 + 1];

/** The words of the tables; a lower-case letter or a digit stands for itself, a capital for two
 * letters (text_fold_pair()). */
enum {
	FOLD_NOTHING = '.', /* dropped, its neighbours touch: accents, apostrophes, dots */
	FOLD_SPACE = ' ',   /* between two words */
	FOLD_SLOWLY = '*',  /* not in the tables */
};

#endif
