/* The words of headings, and what cells should look like. */
#ifndef CORE_COLUMNS_FIELDS_H
#define CORE_COLUMNS_FIELDS_H

#include "core/columns.h"

enum column_cells {
	CELLS_ANY,
	CELLS_NAME, /* letters, no address, no number */
	CELLS_EMAIL,
	CELLS_PHONE,
	CELLS_DATE, /* a day, with or without a time */
	CELLS_YES_NO,
};

struct column_words {
	guint kinds;               /* bit per enum columns_kind */
	struct column_field field; /* without a key: technical, to be left aside */
	const char
		*phrases; /* folded, without small words, joined by "|"; "=": the whole heading */
	enum column_cells cells;
};

/** All rows of all kinds. */
extern const struct column_words columns_words[];
extern const guint columns_n_words;

#endif
