/* Rows put together into a table, whatever they were read from. */
#ifndef EXCHANGE_ROWS_H
#define EXCHANGE_ROWS_H

#include "exchange/table.h"

struct rows {
	Table *table;
	GPtrArray *cells; /* of all rows so far: pieces of the table's texts */
	bool comments;    /* before the head, what begins with "#" and fills one cell is left out */
};

/** An empty table to put rows into. End with rows_close(). */
void rows_open(struct rows *rows);

/** True when a cell may stand at COLUMN (the first is 1) of LINE; else ERROR_FORMAT. */
bool rows_room(const struct rows *rows, guint line, guint column, GError **error);

/** Take the last ROW->n_cells of CELLS for a row: the head, a row, or nothing when it is BLANK or a
 * comment. */
bool rows_end(struct rows *rows, const struct table_row *row, bool blank, GError **error);

/** The table when DONE and it has a head; else NULL, ERROR_INVALID when only the head is missing.
 */
Table *rows_close(struct rows *rows, bool done, GError **error);

/** NULL is allowed. */
void table_free(Table *table);

#endif
