/* Sheets that badges are printed on: how many cards an A4 page has, and where they are.
 *
 * Lengths are millimetres from the top left corner of the sheet. Those of label sheets are the
 * measures of their makers; others are in the middle of the page.
 */
#ifndef CORE_CARD_GRID_H
#define CORE_CARD_GRID_H

#include <glib.h>
#include <stdbool.h>

struct card_grid {
	const char *name;  /* the measures of a card, "86x54": what people type */
	const char *maker; /* the maker's number of such sheets, already cut; NULL: one cuts them */
	guint columns, rows;
	double width, height; /* of a card */
	double left, top;     /* of the first one */
	double gap_x, gap_y;  /* between two */
};

/** The Ith of them; NULL after the last. Borrowed for ever. */
const struct card_grid *card_grid_at(guint i);

/** The one of that name ("86x54", "86×54 mm") or maker's number ("L7160"), or NULL. */
const struct card_grid *card_grid_find(const char *typed);

/** "86 × 54 mm": the name of a grid for people. Caller frees. */
char *card_grid_text(const char *name);

/** "86x54 90x60 … 63x38": their names, for a message. Caller frees. */
char *card_grid_names(void);

/** How many cards a page has. */
guint card_grid_cells(const struct card_grid *grid);

#endif
