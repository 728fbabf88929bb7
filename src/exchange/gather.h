/* The cells of one sheet, row after row, on their way into a table. */
#ifndef EXCHANGE_GATHER_H
#define EXCHANGE_GATHER_H

#include "exchange/rows.h"

struct gather {
	struct rows rows;
	guint n;      /* cells of the row under way, up to the last that holds something */
	bool blank;   /* the row under way holds nothing but spaces */
	gsize bytes;  /* of all cells, each as if it had its own copy */
	gsize of_row; /* of the row under way */
	const char *nothing;
	const char *cells[TABLE_COLUMNS_MAX];
};

/** End with gather_close(). */
void gather_open(struct gather *gather);

/** False, for TEXT is longer than a cell may be. */
bool gather_too_long(const char *text, GError **error);

/** TEXT among those of the table, which live as long as it does. ERROR_FORMAT when it is longer
 * than a cell may be. */
const char *gather_keep(struct gather *gather, const char *text, gsize size, GError **error);

/** Put TEXT, which gather_keep() gave, at COLUMN (the first is 0) of the row under way, LINE. */
bool gather_put(struct gather *gather, guint line, guint column, const char *text, GError **error);

/** End the row under way, which stands TIMES times in the sheet from LINE on. */
bool gather_end(struct gather *gather, guint line, guint times, GError **error);

/** True when the sheet has a row that holds something. */
bool gather_has_head(const struct gather *gather);

/** As rows_close(). */
Table *gather_close(struct gather *gather, bool done, GError **error);

#endif
