/* What the files that write a workbook share. */
#ifndef EXCHANGE_WORKBOOK_PRIVATE_H
#define EXCHANGE_WORKBOOK_PRIVATE_H

#include <xlsxwriter.h>

#include "base/output.h"
#include "exchange/workbook.h"

#define WORKBOOK_KINDS (WORKBOOK_INSTANT + 1)

/** Letters of a text beyond which some versions of Excel show "####" in a cell whose format is
 * text. */
#define WORKBOOK_FORMATTED_MAX 255u

struct workbook {
	char *path;
	char *zone;
	Output *output;
	int file;   /* the output's temporary file, which the library is given by number */
	char *name; /* that number as a path */
	lxw_workbook *library;
	lxw_format *heading;
	lxw_format *formats[WORKBOOK_KINDS]; /* NULL: none */
	lxw_worksheet *sheet;                /* the one under way, or NULL */
	enum workbook_kind *kinds;           /* of its columns */
	guint *widths;                       /* of its columns, in characters; so far where free */
	bool *free;                          /* of its columns: as wide as is needed */
	guint n_columns;
	guint32 n_rows;    /* of the sheet, its heading included */
	GHashTable *names; /* of the sheets, folded */
	GArray *sizes;     /* gint64, one a sheet that is finished: bytes of its rows */
	int trouble;       /* errno of the first failure */
};

/* ---- workbook_cell.c ------------------------------------------------------------------------ */

/** Write TEXT (not NULL) into the column of the row under way, as its kind is. */
void workbook_cell(const Workbook *book, guint column, const char *text);

/** TEXT, cleaned, cut, and told apart from Excel's own escapes. Caller frees. */
char *workbook_text(const char *text);

/* ---- workbook_name.c ------------------------------------------------------------------------ */

/** A name that Excel allows for a sheet and that none of the workbook has yet; it has now. Caller
 * frees. */
char *workbook_sheet_name(GHashTable *names, const char *name);

/** TEXT (valid UTF-8) cut to at most UNITS letters of UTF-16, with "…" as its last when something
 * was cut. Caller frees. */
char *workbook_cut(const char *text, gsize units);

/* ---- workbook_check.c ----------------------------------------------------------------------- */

/** True when the finished workbook at PATH can be read: every part whole, and of the rows of sheet
 * I as many bytes as SIZES (gint64) says. */
bool workbook_is_whole(const char *path, const GArray *sizes);

#endif
