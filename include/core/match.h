/* Is this the same person? (data model, rules 3 to 5)
 *
 *   e-mail         name             organisation    outcome
 *   same           compatible       any             SAME       typed again, in capitals, "J.-B."
 *   same           other            any             DOUBTFUL   a secretary registers five people
 *   same           missing          any             DOUBTFUL   nothing to compare
 *   anything else  equal            same            SAME       registered again without e-mail
 *   two different  equal            other, missing  DIFFERENT  namesakes
 *   one missing    equal            other, missing  DOUBTFUL   changed job, or a namesake
 *   one missing    only compatible  same            DOUBTFUL   "J. Le Goff", names swapped
 *   one missing    swapped          other, missing  DOUBTFUL   "Dupont Marie" typed in a list
 *   everything else                                 DIFFERENT
 *
 * So the three elected people of one secretary are one new person and two doubtful ones, whom the
 * person at the keyboard (or --doubtful=new) makes into three people: the address alone never
 * joins nor separates anybody. Two addresses that differ do not outweigh an equal name in the same
 * organisation: people register once from the office and once from home.
 *
 * "Equal" means equal when folded ("LE GOFF"/"Le Goff", "awa"/"Awa"). "Compatible" adds initials
 * ("J.-B.", "JB"), a part of a double name ("Jean"/"Jean-Baptiste", "Martin"/"Martin-Dupont"),
 * a particle ("de La Fontaine"/"La Fontaine"), first and last name swapped or in one field, a
 * missing first name, and letters that an export has lost ("Nguy?n").
 */
#ifndef CORE_MATCH_H
#define CORE_MATCH_H

#include <glib.h>
#include <stdbool.h>

enum match_outcome {
	MATCH_DIFFERENT,
	MATCH_DOUBTFUL,
	MATCH_SAME,
};

enum match_reason {
	MATCH_NOTHING_COMMON,
	MATCH_EMAIL_AND_NAME,
	MATCH_NAME_AND_ORGANISATION,
	MATCH_EMAIL_OTHER_NAME,
	MATCH_EMAIL_NO_NAME,
	MATCH_NAME_ONLY,
	MATCH_NEAR_NAME_AND_ORGANISATION,
	MATCH_SWAPPED_NAME,
	MATCH_SEVERAL, /* two known people answer equally well: never guessed */
};

/** What is compared of a person. Every text may be NULL. */
struct match_person {
	gint64 id;
	const char *last_name;
	const char *first_name;
	const char *email_key;        /* text_email_key(): NULL when it is not usable */
	const char *organisation_key; /* match_organisation_key(), or any key of one body */
};

/** How two names stand to each other. */
enum name_likeness {
	NAME_MISSING, /* one of them is empty */
	NAME_OTHER,
	NAME_COMPATIBLE,
	NAME_EQUAL,
};

enum name_likeness match_names(const char *last_a, const char *first_a, const char *last_b,
			       const char *first_b);

/** The key under which an organisation is compared: folded, and "Mairie de", "Ville de", "Commune
 * de" one and the same. NULL for a name without letters. Caller frees. */
char *match_organisation_key(const char *name);

/** Compare two people. *REASON (may be NULL) says on what grounds. */
enum match_outcome match_compare(const struct match_person *a, const struct match_person *b,
				 enum match_reason *reason);

/** The ground as a phrase in the person's language. Borrowed. */
const char *match_reason_text(enum match_reason reason);

/** The people already known, to be asked thousands of times. */
typedef struct match_index MatchIndex;

struct match_answer {
	enum match_outcome outcome;
	enum match_reason reason;
	gint64 id; /* of the known person; 0 when DIFFERENT */
};

MatchIndex *match_index_new(void);
void match_index_free(MatchIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MatchIndex, match_index_free)

/** Add a known person; the texts are copied. */
void match_index_add(MatchIndex *index, const struct match_person *person);

/** The one known person (of a positive id) who bears the address, by name; false when nobody or
 * more than one does. Borrowed from the index. */
bool match_index_of_email(const MatchIndex *index, const char *email_key, const char **last_name,
			  const char **first_name);

/** The best answer among those added, in constant time: the same address with an equal name, then
 * any other SAME, then DOUBTFUL, the e-mail before the name. Two different ids that are SAME on
 * equal terms make it DOUBTFUL for MATCH_SEVERAL, with one of them. Of people who share one
 * address or one name, the last 200 added are compared. */
struct match_answer match_index_find(const MatchIndex *index, const struct match_person *person);

#endif
