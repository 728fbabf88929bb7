/* What somebody types from a sheet that came back signed: "12 p", "13 a", "14-20 e", "tous sauf 3,
 * 7".
 *
 * Numbers are the lines of the sheet. A letter or word of presence (p, a, e, r; "présents"…) is for
 * the numbers before it that have none: "1, 2, 3 p". A semicolon or a line break ends a group: no
 * letter behind it is for the numbers before it. Numbers alone, with no letter anywhere, are
 * present. "tous" ("all") is every line that nothing else is said of; "sauf" ("except") takes lines
 * out of it, which are absent unless a letter follows them.
 */
#ifndef CORE_SHEET_RETURN_H
#define CORE_SHEET_RETURN_H

#include <glib.h>
#include <stdbool.h>

struct sheet_mark {
	guint line;
	const char *state; /* code_presence_states; borrowed for ever */
	bool assumed;      /* behind "except", and nobody typed a letter: the cell is empty */
};

/** The lines of a sheet, from 1 to the last one that is somebody's. */
struct sheet_numbers {
	guint last;
	const bool *blank; /* by line - 1: nobody's; NULL: none is */
};

/** Read TYPED for a sheet of those lines: struct sheet_mark in the order of lines, each once.
 * NULL with ERROR_INVALID, which names the word that is not understood, the line that the sheet
 * does not have, the line that is said twice in two ways, or those that have no letter. */
GArray *sheet_return_read(const char *typed, const struct sheet_numbers *numbers, GError **error);

/** The same while it is being typed: what is understood so far, and in TROUBLE (NULL: nothing; the
 * caller frees) what stands in the way of the rest. */
GArray *sheet_return_read_so_far(const char *typed, const struct sheet_numbers *numbers,
				 char **trouble);

/** "1-10, 12" of LINES (guint, rising). Caller frees. */
char *sheet_lines_text(const GArray *lines);

#endif
