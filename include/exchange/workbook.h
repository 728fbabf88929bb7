/* Lists as workbooks (.xlsx) for people's spreadsheets, written row by row.
 *
 * Cells are given as text and become what their column holds:
 * - text stays text, in a cell whose format is text: "=1+1" is no formula and "0123" keeps its
 * zero, also when somebody edits the cell; it is cleaned (text_for_file()) and, beyond what Excel
 *   allows, cut with "…";
 * - a number as it is in C ("-12.5") is a number; with more than 15 digits, or zeros in front,
 * text;
 * - a day ("2027-01-15"), a time ("09:30") and an instant are real dates and times of Excel, shown
 *   as people write them ("15/01/2027 09:30", in English "2027-01-15 09:30"). What they cannot be
 *   stays text: a date known as a month or a year, one before 1 March 1900, of which Excel and
 *   LibreOffice do not agree.
 * Missing is NULL: an empty cell.
 */
#ifndef EXCHANGE_WORKBOOK_H
#define EXCHANGE_WORKBOOK_H

#include <glib.h>
#include <stdbool.h>

/** What Excel allows: rows of a sheet, its heading included, and letters (UTF-16) of a cell. */
#define WORKBOOK_ROWS_MAX    1048576u
#define WORKBOOK_COLUMNS_MAX 16384u
#define WORKBOOK_CELL_MAX    32767u
#define WORKBOOK_NAME_MAX    31u /* letters (UTF-16) of a sheet's name */

enum workbook_kind {
	WORKBOOK_TEXT,
	WORKBOOK_NUMBER,
	WORKBOOK_DATE,    /* "2027-01-15" */
	WORKBOOK_TIME,    /* "09:30" */
	WORKBOOK_INSTANT, /* UTC text "2026-11-23T08:30:00Z", shown in the workbook's zone; or civil
			     "2026-11-23T09:30", with a space for the T, as it is */
};

struct workbook_column {
	const char *heading; /* borrowed during the call */
	enum workbook_kind kind;
	guint width; /* characters; 0: as wide as the heading and the first thousand cells need */
};

/** What the file says of itself; borrowed during the call. */
struct workbook_about {
	const char *title;      /* NULL: none */
	const char *author;     /* NULL: none */
	const char *created_at; /* UTC text; NULL: 1980-01-01, so that it does not say. The clock is
				   never asked: of the same cells the same bytes are made. */
	const char *called;     /* its path in messages, where that of workbook_open() is another
				   output's temporary name; NULL: the same */
	const char *zone;       /* in which instants are shown, IANA name; NULL: UTC */
};

/** A workbook under way. The functions are members of struct exchange_module (table.h). */
typedef struct workbook Workbook;

#endif
