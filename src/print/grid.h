/* A ruled table: columns, a head that is repeated, rows as high as their highest cell.
 *
 * Rows are added once and drawn in slices, page by page.
 */
#ifndef PRINT_GRID_H
#define PRINT_GRID_H

#include "print/ink.h"
#include "print/paper.h"

struct grid_column {
	const char *head;                /* in words; NULL in all columns: a table without a head */
	double width;                    /* with its padding */
	const struct label_style *style; /* of its cells */
};

typedef struct grid Table;

/** A table of N COLUMNS (copied; the heads are set at once). No row is lower than LEAST points. */
Table *grid_new(Ink *ink, const struct grid_column *columns, guint n, double least);

void grid_free(Table *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, grid_free)

/** Begin a row of empty cells at the end of TABLE, and fill those of the last row. */
void grid_add_row(Table *table);
void grid_put(Table *table, guint column, const char *text);
void grid_put_person(Table *table, guint column, const char *last_name, const char *first_name);

/** HEAD in bold over TEXT, either may be NULL, across SPAN columns from COLUMN on. */
void grid_put_headed(Table *table, guint column, guint span, const char *head, const char *text);

/** A bar of so many thousandths of the column's width. */
void grid_put_bar(Table *table, guint column, int thousandths);

guint grid_rows(const Table *table);
double grid_head_height(const Table *table);
double grid_row_height(const Table *table, guint row);

/** Draw the head and the rows from FIRST up to END, X and Y being the top left corner. The
 * structure is opened with row 0 and closed with the last, so that the pages of a table are one
 * table; its head is said once. */
void grid_draw(const Table *table, Paper *paper, double x, double y, guint first, guint end);

#endif
