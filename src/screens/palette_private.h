/* What the files of the palette share. */
#ifndef SCREENS_PALETTE_PRIVATE_H
#define SCREENS_PALETTE_PRIVATE_H

#include "app/noun.h"
#include "tui/ui.h"

/* Kinds of candidates, in the order in which equal ones stand. */
enum palette_kind {
	PALETTE_ACT,
	PALETTE_EVENT,
	PALETTE_PERSON,
	PALETTE_ORGANISATION,
	PALETTE_VENUE,
	PALETTE_KINDS,
	PALETTE_DAY = PALETTE_KINDS, /* a day of the calendar, which is typed and found nowhere */
};

struct candidate {
	enum palette_kind kind;
	gint64 id; /* of the row; of an action, its place in the table; of a day, date_number() */
	int score;
	bool recent;
	bool possible;
};

struct palette_index;

/** The noun of a kind but a day; NULL: actions. */
const struct noun *palette_noun(enum palette_kind kind);

/** The actions and what was used last; CONTEXTS are those in which the person is. */
struct palette_index *palette_index_new(struct ui *ui, guint64 contexts);

/** Read one more kind of rows; false when all of them are read, which finding needs. */
bool palette_index_read(struct palette_index *index, struct ui *ui);

void palette_index_free(struct palette_index *index);

/** The best candidates (struct candidate) for TYPED, best first; ALL receives how many answer in
 * all. Nothing typed: what was used last, then what can be done here. Caller frees. */
GArray *palette_find(const struct palette_index *index, const char *typed, guint *all);

/** The day that TYPED says, as a candidate; false when it says none. TODAY is a day. */
bool palette_day(const char *typed, const char *today, struct candidate *candidate);

/** How a candidate is remembered; days are not. Caller frees. */
char *palette_item(const struct candidate *candidate);

#endif
