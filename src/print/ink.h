/* Where texts become labels: cleaned, set in type once however often they come back, and watched
 * for letters that no font has.
 */
#ifndef PRINT_INK_H
#define PRINT_INK_H

#include "print/label.h"

typedef struct ink Ink;

/** LANGUAGE ("fr") chooses among the fonts of a script. */
Ink *ink_new(const char *language);

void ink_free(Ink *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ink, ink_free)

/** TEXT as a label of WIDTH points. NULL when nothing is left of it once it is cleaned. Beyond 2000
 * letters it is cut, with "…". Borrowed, lives as long as INK. */
const struct label *ink_label(Ink *ink, const struct label_style *style, const char *text,
			      double width);

/** HEAD in bold, BETWEEN, then TEXT, in one label of a style that is not bold; one of the two may
 * be missing. NULL when nothing is left of both. */
const struct label *ink_headed(Ink *ink, const struct label_style *style, const char *head,
			       const char *between, const char *text, double width);

/** A person as French sheets name one, "NOM Prénom", the name in bold capitals. Either may be NULL.
 * Capitals by the one-letter mappings of Unicode for Latin, Greek, Cyrillic and Armenian, whatever
 * the locale: "ß" stays, "ı" becomes "I" and "i" never "İ"; other scripts are not touched. */
const struct label *ink_person(Ink *ink, const struct label_style *style, const char *last_name,
			       const char *first_name, double width);

/** True when no font has so much as an "a": then every label is NULL. */
bool ink_is_dry(const Ink *ink);

/** The letters that no font has, up to 100, in the order they were met; NULL when none. Caller
 * frees. */
char *ink_missing(const Ink *ink);

#endif
