/* A paper made beside the interface: the badges of a thousand take seconds. */
#ifndef SCREENS_PAPER_WORK_H
#define SCREENS_PAPER_WORK_H

#include "paper/papers.h"
#include "paper/year_report.h"
#include "tui/ui.h"

/** Make PAPER under a readable name in the output folder, and show what was made or why nothing
 * was. TITLE says what it is; whom it is for is copied. */
void paper_work(struct ui *ui, const char *title, const struct paper_choice *paper);

/** The same of the figures of YEAR; KIND ("Excel") is shown of what has no pages. */
void year_report_work(struct ui *ui, const char *year, enum year_report_format format,
		      const char *title, const char *kind);

#endif
