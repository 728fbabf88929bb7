/* Who may be meant by a name that nobody bears as it was typed: a slip of the keyboard, or written
 * as it is heard. Everything compared is folded (text_search_key()): a byte is a letter.
 */
#ifndef CORE_NEARLY_H
#define CORE_NEARLY_H

#include <glib.h>
#include <stdbool.h>

#define NEARLY_WORDS  4
#define NEARLY_LETTER 40 /* of a word: what is longer is no name */

struct nearly_word {
	char letters[NEARLY_LETTER + 1];
	char sound[NEARLY_LETTER + 1]; /* without the letters that are silent at its end */
	gsize n, n_sound;
	guint32 set; /* which letters there are */
	guint limit; /* slips that are forgiven: 1 from four letters on, 2 from seven */
};

/* The words that were typed of a name, and all of them as one. */
struct nearly {
	struct nearly_word word[NEARLY_WORDS], joined;
	guint n;
};

/** Take apart what was TYPED of a name; false when nothing can be guessed from it: too short, too
 * long, a number, an address. */
bool nearly_begin(struct nearly *nearly, const char *typed);

/** The best score there is: each word begins the last or the first name as it is. */
#define NEARLY_BEST 100

/** How near what was typed so far is to a name: KEY is the last and the first name, folded, with
 * U+0001 between them, and whatever follows behind another. 0: it is another name. The last name
 * goes before the first, what is heard alike before what is not, an equal first letter before
 * another. */
int nearly_score(const struct nearly *nearly, const char *key);

/** True when TYPED, folded without spaces, is all of the name that KEY begins with (as above), the
 * last or the first name first, but for such slips: nobody who has one of the two in common only.
 */
bool nearly_called(const char *typed, const char *key);

/** How a folded word is heard in French, roughly: "ph" and "f", "eau" and "o", "y" and "i", doubled
 * letters and single ones are the same, "h" is nothing. Writes at most SIZE bytes into SOUND and
 * returns the length. The N letters need no end. */
gsize nearly_sound(const char *letters, gsize n, char *sound, gsize size);

#endif
