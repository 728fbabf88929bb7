/* Files that are no tables at all, known by how they begin. */
#ifndef EXCHANGE_FOREIGN_H
#define EXCHANGE_FOREIGN_H

#include <glib.h>
#include <stdbool.h>

/** What a file was found to be that looked like a spreadsheet. */
enum foreign {
	FOREIGN_ARCHIVE,
	FOREIGN_DOCUMENT,
	FOREIGN_WORKBOOK, /* Excel's, but in one of its binary forms */
	FOREIGN_PROTECTED,
};

/** False, with the sentence for KIND. */
bool foreign_fail(enum foreign kind, GError **error);

/** True when BYTES may be a table; else ERROR_FORMAT with what the file is and what to do. */
bool foreign_refuse(const char *bytes, gsize size, GError **error);

#endif
