/* Two rows that turn out to be one: people registered twice, an organisation under two names. */
#ifndef APP_MERGE_H
#define APP_MERGE_H

#include "app/noun.h"

/** Make MERGED one with KEPT, in the gesture under way: everything that pointed to MERGED points to
 * KEPT, what would then be there twice (a registration for the same event, the same partner in the
 * same role, a room of the same name) becomes one, KEPT gets what only MERGED knew, and MERGED is
 * deleted. Of an organisation the name stays as an alias. Names that people declared are left as
 * they are. ERROR_INVALID when both are the same row, or rooms of two places. On failure the
 * gesture must be rolled back. */
bool merge_rows(Store *store, const struct entity *entity, gint64 kept, gint64 merged,
		GError **error);

/* ---- field by field -----------------------------------------------------------------------------
 */

enum merge_side {
	MERGE_LEFT,
	MERGE_RIGHT,
	MERGE_BOTH,
};

/** A key of which one row of two says something. */
struct merge_field {
	const struct noun_key *key;
	char *left, *right; /* in words; "" when missing */
	bool differs;
	bool joins; /* MERGE_BOTH is possible */
	enum merge_side side;
};

/** What can be chosen when LEFT and RIGHT, rows of NOUN, become one (struct merge_field, in the
 * order of the noun's keys): every plain key that is not missing in both. Chosen is what only one
 * knows, else the left; of two days of contact the later; of two notes both. Keys of several values
 * are not among them: the merge joins them. NULL on error. */
GArray *merge_fields(Store *store, const struct noun *noun, gint64 left, gint64 right,
		     GError **error);

/** merge_rows() of the two with what stands in FIELDS. Of MERGE_BOTH long texts are joined; of
 * another text the left value stays and the right one is noted in the row's notes, with its label.
 * The row that stays is the one whose name (of a person: whose organisation) was chosen, so that
 * the other one becomes an alias (a former function); KEPT (may be NULL) receives its id. On
 * failure the gesture must be rolled back. */
bool merge_chosen(Store *store, const struct noun *noun, gint64 left, gint64 right,
		  const GArray *fields, gint64 *kept, GError **error);

#endif
