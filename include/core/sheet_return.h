/* What somebody types from a sheet that came back signed: "12 p", "13 a", "14-20 e", "tous sauf 3,
 * 7".
 *
 * Numbers are the lines of the sheet. A letter or word of presence (p, a, e, r; "présents"…) is for
 * the numbers before it; numbers alone, with no letter anywhere, are present. "tous" ("all") is
 * every line; "sauf" ("except") takes lines out of it, which are absent unless a letter follows
 * them.
 */
#ifndef CORE_SHEET_RETURN_H
#define CORE_SHEET_RETURN_H

#include <glib.h>
#include <stdbool.h>

struct sheet_mark {
	guint line;
	const char *state; /* code_presence_states; borrowed for ever */
};

/** Read TYPED for a sheet of so many LINES: struct sheet_mark in the order of lines, each once.
 * NULL with ERROR_INVALID, which names the word that is not understood, the line that the sheet
 * does not have, or the line that is said twice in two ways. */
GArray *sheet_return_read(const char *typed, guint lines, GError **error);

#endif
