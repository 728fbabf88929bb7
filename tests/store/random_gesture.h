/* Random gestures over every tracked table, as people make them: one row, several, a merge, an
 * import. */
#ifndef TESTS_STORE_RANDOM_GESTURE_H
#define TESTS_STORE_RANDOM_GESTURE_H

#include "store/store.h"

enum tally_what {
	TALLY_INSERT,
	TALLY_UPDATE,
	TALLY_DELETE,
	N_TALLIES,
};

struct gesture_tally {
	guint done, refused, merges, imports;
	guint rows[64][N_TALLIES]; /* by the position of the table in entities[] */
};

/** One gesture of STORE's user, which may be refused by the rules of the data, and then has left
 * nothing; TALLY counts. False with ERROR when it failed otherwise. */
bool random_gesture(GRand *rand, Store *store, struct gesture_tally *tally, GError **error);

#endif
