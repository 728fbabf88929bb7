/* Tables as other programs write them: CSV, TSV, XLSX and ODS in, CSV and XLSX out.
 *
 * Reading finds the encoding (BOM, else valid UTF-8, else Windows-1252) and the separator by itself
 * and says which; both can be forced. RFC 4180 with what real files do:
 * - CRLF, LF or CR, mixed; line breaks in quoted cells; blank lines; rows shorter or longer than
 *   the head; Excel's first line "sep=;" (obeyed, and no row); comments before the head, which
 *   begin with "#" and fill one cell (left out);
 * - a quote inside a cell that does not begin with one is data;
 * - a cell whose closing quote is followed by more than spaces stays as it is written, quotes
 *   included: "Les Amandiers" centre;34. When such a cell spans lines nobody can say where it
 *   ends, and the file is refused with the line on which the quote was opened;
 * - in tables separated by tabs, often written without any quoting, only a quote that is closed at
 *   the end of a cell has a meaning; every other one is data, so none is unclosed.
 *
 * Of a spreadsheet (Excel's .xlsx and .xlsm, LibreOffice's .ods) the first visible sheet that holds
 * anything is read, hidden rows and columns too; of merged cells the first has the value. Cells are
 * what a person sees of them, in the form that imports read:
 * - numbers plain, with a decimal point and at most 15 digits, never 1E+10; the zeros in front that
 *   a format like 00000 shows are there; a percentage is "12%";
 * - dates and times by their format: "2027-01-15", "2027-01", "2027", "09:30", "2027-01-15 09:30",
 *   with ":07" behind when there are seconds; a day at midnight is the day alone;
 * - formulas by the result that was saved with them; "oui" and "non" for true and false;
 * - errors (#N/A) are empty and counted.
 */
#ifndef EXCHANGE_TABLE_H
#define EXCHANGE_TABLE_H

#include <glib.h>
#include <stdbool.h>

#include "exchange/workbook.h"

/** Limits of a table; a file beyond one is refused with a sentence that names it. */
#define TABLE_BYTES_MAX   (64u * 1024 * 1024)
#define TABLE_CELL_MAX    (64u * 1024) /* bytes of UTF-8 */
#define TABLE_COLUMNS_MAX 500u
#define TABLE_ROWS_MAX    200000u  /* without the head */
#define TABLE_CELLS_MAX   8000000u /* so that empty cells cannot fill the memory */

/** And of the container of a spreadsheet. TABLE_BYTES_MAX is a limit of the file, and of the text
 * of all cells; Excel itself allows a cell 32,767 letters. */
#define SPREADSHEET_MEMBERS_MAX 10000u
#define SPREADSHEET_MEMBER_MAX  (256u * 1024 * 1024) /* bytes of one member, extracted */
#define SPREADSHEET_BYTES_MAX   (512u * 1024 * 1024) /* of all that are read */
#define SPREADSHEET_RATIO_MAX   250u /* of a member: ten to thirty is usual, a bomb has 1,000 */

struct table_row {
	guint line;    /* physical line on which the row starts (CR, LF and CRLF are one each, in
			  quoted cells too); the first line of the file is 1, blank or not; of a
			  spreadsheet the row's number in its sheet */
	guint n_cells; /* as many as the row has: it may be fewer or more than the head */
	char **cells;  /* UTF-8, as written (not trimmed, not cleaned), never NULL */
};

typedef struct table {
	const char *encoding; /* "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252";
				 "XLSX", "ODS" of a spreadsheet */
	char separator;       /* ',' ';' '\t' '|' or the one that was forced; 0 of a spreadsheet */
	guint replaced;       /* bytes that the encoding does not know, now U+FFFD */
	char *sheet;          /* name of the sheet that was read; NULL when there are none */
	guint more_sheets;    /* other visible sheets that hold something: left out */
	guint errors;         /* cells that show an error, or whose formula has no result saved with
				 it: empty */
	guint head_line;      /* physical line of the head: 1 unless other lines precede it */
	GPtrArray *head;      /* char *: the first row that is not blank, trimmed */
	GArray *rows;         /* struct table_row; blank rows (nothing but spaces) are left out */
	char *text;           /* every cell is a piece of it */
	GStringChunk *texts;  /* or, of a spreadsheet, of these */
	char **cells;         /* those of all rows */
} Table;

struct table_options {
	const char *encoding; /* forced encoding, one of the names above; NULL to find it */
	char separator;       /* forced separator, or 0 to find it */
	gboolean paste; /* pasted: cells end at tabs unless a separator is forced, a line without
			   one is one cell, quotes mean nothing */
};

/** How to write a table. */
struct table_style {
	char separator;  /* ',' for programs, ';' for people */
	bool bom;        /* people's spreadsheets need it to see UTF-8 */
	bool neutralise; /* a leading "'" before what a spreadsheet may take for a formula: = + - @,
			    their full-width forms, TAB, CR, LF, also behind leading spaces (OWASP,
			    CSV Injection); and before a "'" that stands before one of them, so that
			    unneutralised() gives back every cell exactly */
	bool numbers_bare; /* but not before signed numbers and phone numbers, for programs */
};

/** Where written bytes go. */
typedef bool (*table_sink)(const char *bytes, gsize size, gpointer user, GError **error);

struct written; /* core/writing.h */

/** What the rest of the program may ask of this floor (it is loaded when first used). */
struct exchange_module {
	/** Read a table from BYTES. NULL with ERROR_FORMAT (an image, NUL bytes, an unclosed quote,
	 * a damaged spreadsheet or one with a password, a limit) or ERROR_INVALID (no row at all;
	 * an option that does not exist); the sentence names the line. An old .xls, a binary .xlsb
	 * and a text document are recognised and the sentence says how to save the table. OPTIONS,
	 * which may be NULL, are not for spreadsheets. Caller frees with free(). */
	Table *(*read)(const char *bytes, gsize size, const struct table_options *options,
		       GError **error);

	/** NULL is allowed. */
	void (*free)(Table *table);

	/** CELL as it was before it was neutralised. Only for tables that this program wrote (a
	 * stranger's "'-" is his own): reading never does it by itself. Borrowed from CELL. */
	const char *(*unneutralised)(const char *cell);

	/** Write one row of N cells (NULL is an empty cell), RFC 4180 quoting, CRLF; the BOM goes
	 * before the first row when FIRST. Bad UTF-8 becomes U+FFFD. False when SINK refuses, or
	 * with ERROR_INVALID when the separator is a quote, a line break or not ASCII. */
	bool (*write_row)(const char *const *cells, guint n, const struct table_style *style,
			  bool first, table_sink sink, gpointer user, GError **error);

	/** Write a writing as OpenDocument text (.odt), for those who must correct it elsewhere;
	 * equal writings give equal bytes. It is complete before SINK gets any of it. False when
	 * SINK refuses, or with ERROR_IO. */
	bool (*write_odt)(const struct written *paper, table_sink sink, gpointer user,
			  GError **error);

	/** Begin a workbook that will be PATH, whole or not at all (base/output.h); until then it
	 * and its rows are in nameless files beside it. NULL with ERROR_IO or ERROR_FULL, or with
	 * ERROR_INVALID for "-". */
	Workbook *(*workbook_open)(const char *path, const struct workbook_about *about,
				   GError **error);

	/** Begin a sheet of N columns (at least one): a bold heading that stays in sight, with
	 * filters. NAME loses []:*?/\ and what is too long, and gets a number when there is such a
	 * sheet already. */
	bool (*workbook_sheet)(Workbook *book, const char *name,
			       const struct workbook_column *columns, guint n, GError **error);

	/** Write a row of the sheet: one cell a column. False with ERROR_INVALID beyond
	 * WORKBOOK_ROWS_MAX, else with ERROR_FULL or ERROR_IO; then every further call fails too.
	 */
	bool (*workbook_row)(Workbook *book, const char *const *cells, GError **error);

	/** Finish it, read it back, and give it its name. False with ERROR_FULL or ERROR_IO: then
	 * what had the name before is still there. Frees BOOK in every case. */
	bool (*workbook_close)(Workbook *book, GError **error);

	/** Forget it: nothing is left behind. NULL is allowed. */
	void (*workbook_abandon)(Workbook *book);
};

/** The one way in. */
const struct exchange_module *exchange_module(void);

#endif
