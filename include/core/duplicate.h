/* Two rows of the directory that may be one.
 *
 * Of people, "certain" needs an equal or compatible name under one address, or an equal name in one
 * organisation that two different addresses do not contradict. Everything that two colleagues, two
 * members of a family or two namesakes could have in common is less than certain, for a merge is
 * made by hand and a wrong proposal costs trust.
 *
 *   names            address            organisation   proposed as
 *   equal, similar   same               any            certain
 *   equal            one missing        same           certain
 *   equal            two                same           probable    office and home, or namesakes
 *   equal            any                alike          probable    "Mairie de", "Ville de"
 *   similar          one missing        same           probable    "J. Le Goff", swapped, a slip
 *   equal            one missing        other, none    possible    changed job, or a namesake
 *   equal            two                other          possible
 *   similar          two                same           possible
 *   other            same               any            –           a secretary's address
 */
#ifndef CORE_DUPLICATE_H
#define CORE_DUPLICATE_H

#include <glib.h>
#include <stdbool.h>

enum certainty {
	CERTAINTY_NONE,
	CERTAINTY_POSSIBLE,
	CERTAINTY_PROBABLE,
	CERTAINTY_CERTAIN,
};

/** The word in the person's language. Borrowed. */
const char *certainty_text(enum certainty certainty);

/** The same for scripts: "possible", "probable", "certain". */
const char *certainty_code(enum certainty certainty);

struct duplicate_person {
	gint64 id;
	const char *last_name, *first_name; /* may be NULL */
	const char *email_key;              /* NULL when there is none that can be used */
	gint64 organisation_id;             /* 0: none */
	const char *organisation_like;      /* match_organisation_key() of it, or NULL */
};

struct duplicate_organisation {
	gint64 id;
	const char *name, *short_name, *siren, *department; /* all but name may be NULL */
	const char *department_name;                        /* "Gard", of "30"; may be NULL */
};

/** Two rows, the one with the smaller id first. */
struct duplicate {
	gint64 first, second;
	enum certainty certainty;
	const char *reason; /* English msgid of a phrase; borrowed for ever */
};

/** Called now and then with what is done; false ends the search. */
typedef bool (*duplicate_progress)(guint done, guint total, gpointer user);

/** Every pair of PEOPLE that may be one (struct duplicate, the most certain first). NULL when
 * PROGRESS (may be NULL) ended it. Only people who share an address, a folded name, or a word of
 * their name within one organisation are compared, so 20,000 take a second and not an hour. */
GArray *duplicates_of_people(const struct duplicate_person *people, guint n,
			     duplicate_progress progress, gpointer user);

/** The same of organisations: one SIREN; the same words in the name whatever their order and small
 * words; "Mairie de", "Ville de"; a name that is the other's short name or initials; "DDETS 30",
 * "DDETS du Gard"; a slip of the keyboard. Never when the départements or other numbers in the
 * names differ. */
GArray *duplicates_of_organisations(const struct duplicate_organisation *organisations, guint n,
				    duplicate_progress progress, gpointer user);

#endif
