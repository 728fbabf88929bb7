/* Lists of the interface as files for people's spreadsheets. */
#ifndef APP_LISTING_H
#define APP_LISTING_H

#include "app/noun.h"

enum listing_form {
	LISTING_WORKBOOK, /* .xlsx: dates, times and numbers are what they are, zeros in front stay
			   */
	LISTING_CSV,      /* ";", byte order mark, neutralised; dates as people write them */
};

struct listing_column {
	const struct noun_key *key; /* NULL: TEXT makes it */
	const char *heading;        /* in the person's language; NULL: the key's label */
	char *(*text)(Store *store, const void *row); /* caller frees */
};

struct listing {
	const struct noun *noun;
	const struct listing_column *columns; /* NULL: all keys of the noun */
	guint n_columns;
	const gint64 *ids; /* the rows, in their order */
	guint n_ids;
	gint64 event_id; /* whose number begins the name of the file; 0: none */
	/** Called before each row with how many are behind it; false stops (ERROR_CANCELLED, and no
	 * file). May be NULL. */
	bool (*goes_on)(guint done, guint total, gpointer user);
	gpointer user; /* of GOES_ON */
};

/** Write it to the output folder (made if needed), under a name that no file there has: "Personnes
 * 2026-11-23.xlsx", "… v2.xlsx". Rows are read one by one; one that is gone is left out. PATH
 * receives the path, which the caller frees, also when the file could not be written; NULL when
 * there is no name for it. */
bool listing_write(Store *store, const struct listing *listing, enum listing_form form, char **path,
		   GError **error);

#endif
