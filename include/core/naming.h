/* Names of people: one cell or pasted line into parts, parts into one line.
 *
 * Names are kept as typed: no function here changes the case of a letter.
 */
#ifndef CORE_NAMING_H
#define CORE_NAMING_H

#include <glib.h>
#include <stdbool.h>

/** Why a name was cut where it was. */
enum name_evidence {
	NAME_NONE,     /* there is no name in the cell */
	NAME_CAPS,     /* the last name is in capitals */
	NAME_COMMA,    /* "Élan, Zoé" */
	NAME_EMAIL,    /* the address says which word is which: zoe.elan@ */
	NAME_PARTICLE, /* "Léa de La Fontaine" */
	NAME_GUESSED,  /* first word first: to be shown to the person */
};

typedef struct name_parts {
	char *civility;     /* as written ("Mme"), or NULL */
	char *first_name;   /* or NULL */
	char *last_name;    /* or NULL */
	char *email;        /* as typed, spaces around "@" taken out, or NULL */
	char *function;     /* only when written between name and organisation, or NULL */
	char *organisation; /* or NULL */
	enum name_evidence evidence;
} NameParts;

/** Read a line pasted from a mail client or a list: "Zoé ÉLAN <zoe@x.fr>; DDETS du Gard", "ÉLAN
 * Zoé", "Élan, Zoé", "Mme Zoé Élan (DDETS du Gard)", "zoe.elan@x.fr", "zoe@x.fr (Zoé Élan)",
 * "NOM<TAB>Prénom<TAB>mail"; bullets and numbering before them, no-break spaces in them. Missing
 * parts are NULL; a line without a letter gives no part at all. Caller frees. */
NameParts *name_read_line(const char *line);

/** The people of a pasted line, each as a line for name_read_line(): most lines are one. Of a list
 * of recipients, "ÉLAN Zoé <zoe@x.fr>; DIOP Awa <awa@x.fr>" or with commas, each is one; a second
 * address without a name is of the same person unless the line has more than two. A title, a line
 * without an address that ends with a colon, is nobody. NULL-terminated; caller frees. */
char **name_split_line(const char *line);

/** Read a cell that holds nothing but a name; EMAIL (may be NULL) is the address of the same row
 * and helps to find the order. Caller frees. */
NameParts *name_read(const char *cell, const char *email);

void name_parts_free(NameParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NameParts, name_parts_free)

/** What stands where a name was once somebody is forgotten, for the row is kept and must have one.
 */
#define ERASED_NAME "–"

/** True of a name that was erased. */
bool name_is_erased(const char *first_name, const char *last_name);

/** The last name as people read it: LAST_NAME itself, or that it was erased. Borrowed. */
const char *name_last_shown(const char *first_name, const char *last_name);

/** "Prénom NOM": first name, then last name, each as typed. Either may be NULL. Caller frees. */
char *name_shown(const char *first_name, const char *last_name);

/** "NOM Prénom", for sheets and lists that are in the order of names. Caller frees. */
char *name_listed(const char *first_name, const char *last_name);

#endif
