/* The figures of a year: the essential ones, and the sections behind them. */
#ifndef SCREENS_SCREEN_REPORT_H
#define SCREENS_SCREEN_REPORT_H

#include "app/report.h"
#include "tui/ui.h"

/** That of this year. */
struct screen *report_screen(struct ui *ui);

/** The list of what is behind a figure, under WORDS. */
void report_behind_show(struct ui *ui, const Report *report, const struct report_cell *cell,
			const char *words);

#endif
