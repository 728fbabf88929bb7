/* Figures as lines on the screen: one section or several, each figure opening what is behind it. */
#ifndef SCREENS_REPORT_VIEW_H
#define SCREENS_REPORT_VIEW_H

#include "app/report.h"
#include "tui/ui.h"

struct report_view;

/** A view without lines on REPORT, which it holds. */
struct report_view *report_view_new(Report *report);
void report_view_free(struct report_view *view);

/** Sentences above what follows. */
void report_view_add_text(struct report_view *view, const char *text, enum style style);

/** The head of rows that are no figures of REPORT. */
void report_view_add_heading(struct report_view *view, const char *text);

/** One of them: LABEL, a number and what stands beside it (both may be NULL). One can stand on it;
 * it opens nothing. */
void report_view_add_row(struct report_view *view, const char *label, const char *value,
			 const char *beside);

/** A section with its lines. Borrowed. */
void report_view_add_table(struct report_view *view, const struct report_table *table);

/** A line for a section, which opens it. */
void report_view_add_link(struct report_view *view, const struct report_table *table);

/** The line one is on, kept when the figures are read anew. */
guint report_view_place(const struct report_view *view);
void report_view_go(struct report_view *view, guint place);

void report_view_draw(struct report_view *view, struct area area);

/** True when the key moved. */
/** Copy what stands on the line one is on: "Participants: 29". VIEW may be NULL. */
void report_view_copy(const struct report_view *view, struct ui *ui);

/** A click on a line; false when one cannot stand there. */
bool report_view_click(struct report_view *view, int line);

bool report_view_key(struct report_view *view, const struct key *key);

/** Told which figure of which report was asked for, and words for it. */
typedef void (*report_view_cell)(struct ui *ui, const Report *report,
				 const struct report_cell *cell, const char *words, gpointer user);

/** Told which section was asked for. */
typedef void (*report_view_section)(struct ui *ui, enum report_section section, gpointer user);

/** Open the line one is on; of several figures, ask which. USER must outlive the dialogue. */
void report_view_open(struct report_view *view, struct ui *ui, report_view_cell cell,
		      report_view_section section, gpointer user);

#endif
