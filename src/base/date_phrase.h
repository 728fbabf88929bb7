/* A typed date cut into words and numbers. */
#ifndef BASE_DATE_PHRASE_H
#define BASE_DATE_PHRASE_H

#include <stdbool.h>

#define PHRASE_TOKENS 5

/** One word, folded, or one number; WORD is empty and DIGITS above 0 for a number. */
struct token {
	char word[20];
	int number;
	int digits;
};

struct phrase {
	struct token tokens[PHRASE_TOKENS];
	int count;
	int sign; /* 1 of "+7", -1 of "-2", else 0 */
};

/** Cut TYPED; words that only dress a date ("le", "1er", "15th") are left out. False when there is
 * nothing left or something no date has. */
bool phrase_cut(const char *typed, struct phrase *phrase);

/** 1 = Monday … 7 of a weekday's name or its beginning, else 0. */
int token_weekday(const struct token *token);

/** 1…12 of a month's name or its beginning, else 0; also when two months begin so. */
int token_month(const struct token *token);

#endif
