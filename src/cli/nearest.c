#include "cli/nearest.h"

#include <glib.h>
#include <string.h>

#define LONGEST 64

/* How many letters must be put in, left out, replaced or swapped with their neighbour to make B of
 * A (optimal string alignment). */
static guint
distance(const char *a, const char *b)
{
	gsize rows = strlen(a), columns = strlen(b);
	guint cost[LONGEST + 1][LONGEST + 1];
	if (rows > LONGEST || columns > LONGEST)
		return G_MAXUINT;
	for (gsize i = 0; i <= rows; i++)
		cost[i][0] = (guint)i;
	for (gsize j = 0; j <= columns; j++)
		cost[0][j] = (guint)j;
	for (gsize i = 1; i <= rows; i++) {
		for (gsize j = 1; j <= columns; j++) {
			guint replaced = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			guint best = MIN(replaced, MIN(cost[i - 1][j], cost[i][j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = MIN(best, cost[i - 2][j - 2] + 1);
			cost[i][j] = best;
		}
	}
	return cost[rows][columns];
}

const char *
nearest(const char *typed, const char *const *candidates)
{
	const char *found = NULL;
	gsize length = strlen(typed);
	guint best = length <= 4 ? 2 : (guint)MIN(length, LONGEST) / 3 + 1;
	for (; *candidates != NULL && length > 0; candidates++) {
		guint far = length >= 3 && g_str_has_prefix(*candidates, typed)
				    ? 1
				    : distance(typed, *candidates);
		if (far >= best)
			continue;
		best = far;
		found = *candidates;
	}
	return found;
}
