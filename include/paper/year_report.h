/* The figures of a year as a file: on paper, as a workbook, as one table. */
#ifndef PAPER_YEAR_REPORT_H
#define PAPER_YEAR_REPORT_H

#include "app/report.h"

enum year_report_format {
	YEAR_REPORT_PDF,
	YEAR_REPORT_WORKBOOK, /* .xlsx, a sheet for each section */
	YEAR_REPORT_CSV,      /* for people's spreadsheets: semicolons, byte order mark */
};

/** Write REPORT to PATH (NULL: under a readable name in the output folder, which is made if
 * needed), whole or not at all. MADE (may be NULL) receives the path, which the caller frees; PAGES
 * (may be NULL) the pages of a PDF, NOTES (may be NULL) sentences (char *). */
bool year_report_write(Store *store, const Report *report, enum year_report_format format,
		       const char *path, char **made, guint *pages, GPtrArray *notes,
		       GError **error);

#endif
