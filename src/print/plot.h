/* Bars of a section of a report: one for each line, and behind it that of the year before.
 *
 * Lengths are points. They show what the table beside them says; nothing stands in them alone.
 */
#ifndef PRINT_PLOT_H
#define PRINT_PLOT_H

#include "core/report.h"
#include "print/ink.h"
#include "print/paper.h"

typedef struct plot Plot;

/** The bars of the column of TABLE that leads: those of its year dark, of the year before light. */
Plot *plot_new(Ink *ink, const struct report_table *table, double width);

void plot_free(Plot *plot);

double plot_height(const Plot *plot);

/** Draw PLOT with its top left corner at X, Y. */
void plot_draw(const void *plot, Paper *paper, double x, double y);

#endif
