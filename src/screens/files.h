/* What leaves the house, on i and p: calendar files, invitations, papers. */
#ifndef SCREENS_FILES_H
#define SCREENS_FILES_H

#include "app/report.h"
#include "tui/ui.h"

/** Offer calendar files: of the event (0: of none), of a year, of all; and invitations. */
void files_calendar(struct ui *ui, gint64 event_id);

/** Offer the event's papers, and the badges of the N_PEOPLE attendees PEOPLE (taken; may be NULL).
 */
void files_print(struct ui *ui, gint64 event_id, gint64 *people, guint n_people);

/** Offer the files of the report of a year. */
void files_report(struct ui *ui, const Report *report);

#endif
