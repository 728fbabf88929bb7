/* Text of people and for people: cleaning, width, clipping, search and order keys, file names.
 *
 * Everything inside the program is UTF-8. Text from data reaches a terminal only through
 * text_for_terminal(), and a file only through text_for_file() or its own writer.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>

/** The version of the folding below; stored with the keys, which are rebuilt when it changes. */
#define TEXT_KEY_VERSION 1

/** A value as a person or a form gave it, ready to be stored: valid UTF-8 (bad bytes become
 * U+FFFD), NFC, no control characters (C0, C1, overrides of direction, byte order marks), at most
 * 30 marks on a letter (UAX #15), spaces trimmed at both ends, and NULL when nothing visible is
 * left. Tabs and line breaks become a space, or stay when LINES ("\n" for each kind of break). Case
 * is never touched. TYPED may be NULL. *CLEANED (may be NULL) says whether control characters had
 * to go. Caller frees. */
char *text_accept(const char *typed, bool lines, bool *cleaned);

/** TEXT as a terminal may see it: no control byte (shown as "·"; line breaks and tabs as a
 * space), no bidirectional control, no zero-width joiner trick, at most two combining marks on a
 * letter, bad UTF-8 as U+FFFD. NULL gives "". Caller frees. */
char *text_for_terminal(const char *text);

/** TEXT as a document or calendar may hold it: the same rules, except that control characters
 * are dropped, more combining marks stay (8), joiners stay where a script needs them (Persian,
 * Hindi), and line breaks stay when LINES. NULL gives "". Caller frees. */
char *text_for_file(const char *text, bool lines);

/** Columns that clean TEXT takes in a terminal (wcwidth of each letter; a combining mark is 0). */
int text_width(const char *text);

/** TEXT cut to at most COLUMNS at the border of a letter, with "…" ("~" when ASCII) as its last
 * column when something was cut. TEXT is clean. Caller frees. */
char *text_clip(const char *text, int columns, bool ascii);

/** The end of the grapheme that starts at TEXT: its letter and the marks on it. TEXT is clean. */
const char *text_next(const char *text);

/** The start of the grapheme that ends before AT, not before START. */
const char *text_previous(const char *start, const char *at);

/** TEXT in letters of the codeset CHARSET ("ISO-8859-15", "US-ASCII"), as UTF-8: what it lacks is
 * transliterated (é to e in ASCII, – to -, … to ...) or becomes "?". An unknown codeset is taken
 * for ASCII. NULL gives "". Caller frees. */
char *text_for_charset(const char *text, const char *charset);

/** What is compared when one searches: accents and case folded, œ→oe, æ→ae, ł→l, đ→d, ß→ss, ø→o,
 * ı→i, every apostrophe, hyphen, dot and space dropped: "Le Goff", "legoff" and "LE-GOFF" meet.
 * Other punctuation is dropped too. NULL gives "". Caller frees. */
char *text_search_key(const char *text);

/** The same with words kept apart by one space, for comparing names word by word; apostrophes, dots
 * and brackets join ("N'Diaye", "S.A.R.L.", "élu(e)s" are one word each). Caller frees. */
char *text_words_key(const char *text);

/** True when a word of WORDS begins with BEGINNING, both as text_words_key() makes them. */
bool text_word_begins(const char *words, const char *beginning);

/** Order key of a name by NF Z44-001: folded like a search key, words separated by a space,
 * the particles "de" and "d'" moved behind the first name ("Vinci (Léonard de)"), "du", "des",
 * "le", "la", "les", "l'", "au", "aux" left in front. Either may be NULL. The key is LAST, U+0001,
 * FIRST, and then U+0001, particle if there is one, so that plain byte order is the order of
 * people. Apostrophes join ("L'Isle" is "lisle"), hyphens part words. Caller frees. */
char *text_name_order(const char *last, const char *first);

/** Order key of any other title or name: folded words. Caller frees. */
char *text_order(const char *text);

/** TEXT as a part of a file's name: letters of any script, digits, space, "-", "_", "." and ","
 * kept, the rest becomes "-"; never empty ("sans-nom"), never starts with "." or "-" nor ends with
 * them, no device of Windows ("CON"), at most BYTES bytes cut between letters. Caller frees. */
char *text_file_name(const char *text, gsize bytes);

/** True when E-MAIL looks like one address that a mail could be sent to: one "@", no space, a dot
 * in the domain, no control character. */
bool text_is_email(const char *email);

/** The address folded for comparing (trimmed, lower case), or NULL when text_is_email() is false.
 * Caller frees. */
char *text_email_key(const char *email);

/** A French or international phone number as E.164 ("04 67 12 34 56" → "+33467123456"), or NULL
 * when it cannot be read as one. Overseas numbers get their own code ("0262…" → "+262262…"), and
 * the 0 or + that a spreadsheet took away comes back. Caller frees. */
char *text_phone(const char *typed);

/** E.164 as people write it here: "04 67 12 34 56" for +33, "+CC …" otherwise. Caller frees. */
char *text_phone_shown(const char *e164);

#endif
