/* Results laid out for people. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "cli/sheet.h"

/** Columns that a table may take: $COLUMNS, else the terminal's width; 0 (no limit) in a pipe or
 * file. */
int table_width(const struct run *run);

/** The shown columns under one line of headings, at most WIDTH wide (0: as wide as needed). Caller
 * frees. */
char *table_text(const Sheet *sheet, int width);

/** The first row, a line for each value that is known. Caller frees. */
char *card_text(const Sheet *sheet);

#endif
