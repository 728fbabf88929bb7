#include "core/likeness.h"

#include <stdbool.h>
#include <string.h>

#define LENGTH_MAX 240

/* From the N letters of A to the M of B, or to however many of them are nearest when A is only the
 * BEGINNING. Three rows of the table of distances: a swap looks two rows back. */
static guint
edits(const char *a, gsize n, const char *b, gsize m, guint limit, bool beginning)
{
	guint rows[3][LENGTH_MAX + 1], last = 0;
	for (gsize j = 0; j <= m; j++)
		rows[0][j] = (guint)j;
	for (gsize i = 1; i <= n; i++) {
		guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		guint least = row[0] = (guint)i;
		for (gsize j = 1; j <= m; j++) {
			guint change = above[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0);
			row[j] = MIN(MIN(above[j] + 1, row[j - 1] + 1), change);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = MIN(row[j], before[j - 2] + 1);
			least = MIN(least, row[j]);
		}
		if (least > limit)
			return limit + 1;
		last = least;
	}
	return MIN(beginning ? last : rows[n % 3][m], limit + 1);
}

guint
likeness_edits(const char *a, const char *b, guint limit)
{
	gsize n = strlen(a), m = strlen(b);
	if ((n > m ? n - m : m - n) > limit || n > LENGTH_MAX || m > LENGTH_MAX)
		return strcmp(a, b) == 0 ? 0 : limit + 1;
	return edits(a, n, b, m, limit, false);
}

guint
likeness_begins(const char *typed, gsize n, const char *name, gsize m, guint limit)
{
	if (n > m + limit || n > LENGTH_MAX - 7)
		return limit + 1;
	return edits(typed, n, name, MIN(m, n + limit), limit, true);
}
