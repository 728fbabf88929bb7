/* What the reading of lines and the reading of names share. */
#ifndef CORE_NAMING_WORDS_H
#define CORE_NAMING_WORDS_H

#include "core/naming.h"

/** The words of TEXT between spaces of any kind. Caller frees (strings are the array's). */
GPtrArray *name_words(const char *text);

/** True for a word in capitals that stands for a last name: "ÉLAN", "D'ALEMBERT", "d’ALEMBERT",
 * "McDONALD"; not for initials ("J.-B."). */
bool name_word_is_capital(const char *word);

/** True for "de", "du", "van" … in lower case. */
bool name_word_is_particle(const char *word);

/** LINE without what stands before a name: bullets, numbering, boxes, "> " and "À :" of mails; with
 * plain spaces, tabs as they are. Caller frees. */
char *name_line_plain(const char *line);

/** Read NAME (no address, no organisation in it) into PARTS. */
void name_read_into(NameParts *parts, const char *name, const char *email);

#endif
