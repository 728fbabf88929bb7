/* A list as a workbook, row by row, so that no more than one row need be in memory. */
#ifndef CLI_SHEET_WORKBOOK_H
#define CLI_SHEET_WORKBOOK_H

#include "cli/sheet.h"

struct sheet_file {
	const struct exchange_module *exchange;
	struct workbook *book;
	const char **cells; /* of the row under way; borrowed */
};

/** True when a workbook computes with the values of COLUMN: numbers, dates, times. */
bool sheet_is_typed(const struct sheet_column *column);

/** Begin the file of -o with the columns that SHEET lists. False, and nothing to end, on failure.
 */
bool sheet_file_begin(struct sheet_file *file, struct run *run, const Sheet *sheet, GError **error);

bool sheet_file_row(struct sheet_file *file, const Sheet *sheet, const struct sheet_row *row,
		    GError **error);

/** Finish it when DONE, else forget it; what it comes to. */
bool sheet_file_end(struct sheet_file *file, bool done, GError **error);

/** The whole of SHEET at once. */
bool sheet_workbook(struct run *run, const Sheet *sheet, GError **error);

#endif
