/* What the cells of a column look like. */
#ifndef CORE_COLUMNS_CELLS_H
#define CORE_COLUMNS_CELLS_H

#include "core/columns_fields.h"

/** Shares are percent of the cells that are not blank. */
struct cells_look {
	guint filled; /* cells that are not blank */
	int email;
	int phone;
	int date;
	int yes_no;
	int name;          /* letters, no digit, no "@" */
	int several_words; /* of letters: "Zoé Élan" */
};

/** Look at column INDEX of N columns in N_ROWS rows of CELLS. */
struct cells_look cells_look_at(const char *const *cells, guint n, guint n_rows, guint index);

enum cells_verdict {
	CELLS_SAY_NOTHING,
	CELLS_AGREE,
	CELLS_DISAGREE,
	CELLS_DECIDE, /* unmistakable whatever the heading says */
};

/** What cells of that look say about a field that expects WANTED. */
enum cells_verdict cells_judge(const struct cells_look *look, enum column_cells wanted);

#endif
