/* Rows of a noun as a result, from the noun's own table of keys. */
#ifndef CLI_NOUN_SHEET_H
#define CLI_NOUN_SHEET_H

#include "cli/sheet.h"

/** A sheet with the columns of NOUN. */
Sheet *noun_sheet(const struct noun *noun);

/** Add ROW: what the format and the kind of result (WHOLE: one row shown with all it has) will show
 * is computed, no more. Borrowed from SHEET. */
struct sheet_row *noun_sheet_row(struct run *run, Sheet *sheet, const struct noun *noun,
				 const void *row, bool whole);

/** Keep those of ROWS that the option --filter takes, in the order of --sort, where they were
 * given. ERROR_USAGE names the keys. */
bool noun_rows_arrange(struct run *run, const struct noun *noun, Rows *rows, GError **error);

/** All rows of NOUN that have not been forgotten, in their own order, as the workbook of -o: read
 * one by one. */
bool noun_workbook(struct run *run, const struct noun *noun, GError **error);

/** Print all of ROWS, in the order asked for. */
bool noun_rows_list(struct run *run, const struct noun *noun, Rows *rows, GError **error);

/** Print one row. */
bool noun_row_show(struct run *run, const struct noun *noun, const void *row, GError **error);

#endif
