/* Text of people as calendar files may hold it.
 *
 * libical escapes what it knows to be TEXT, but writes names, addresses and categories as they
 * come: whatever could end a line or a value there goes away here.
 */
#ifndef ICAL_WORDS_H
#define ICAL_WORDS_H

#include <glib.h>
#include <stdbool.h>

/** TEXT cleaned for a TEXT value, or NULL when nothing is left. Borrowed from TEXT when it needs
 * no cleaning, else from *OWNED, which the caller frees. */
const char *ics_words(const char *text, bool lines, char **owned);

/** TEXT for a place where separators cannot be written (CN of a person, a category, the name of a
 * calendar): quotes become « », other separators a dash or a space (rule A11). NULL when nothing is
 * left. Caller frees. */
char *ics_label(const char *text);

/** "mailto:" and the address, as RFC 6068 writes it, or NULL when EMAIL is not usable. Caller
 * frees. */
char *ics_mailto(const char *email);

/** URL with everything outside ASCII written by its bytes (RFC 3986), or NULL when it is not one of
 * the web: a calendar shown in a browser must not carry any other scheme. Caller frees. */
char *ics_uri(const char *url);

#endif
