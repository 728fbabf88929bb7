/* Figures that count themselves: of an event, and of a year beside the year before. What is counted
 * is said in core/report.h; both come from the same functions.
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H

#include "core/report.h"
#include "store/store.h"

typedef struct report {
	guint holders;     /* report_hold() */
	char *year;        /* NULL: an event alone */
	char *year_before; /* NULL: the same */
	bool going_on;     /* the year is not over */
	char today[11];
	struct report_data *data;
	ReportScope *now;
	ReportScope *before; /* NULL: an event alone */
	GPtrArray *tables;   /* struct report_table, in their order */
} Report;

/** NULL on error; ERROR_INVALID when YEAR is not four digits. */
Report *report_of_year(Store *store, const char *year, GError **error);
Report *report_of_event(Store *store, gint64 event_id, GError **error);

/** REPORT for one more who frees it: a dialogue about figures outlives what is shown below it. */
Report *report_hold(Report *report);
void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

/** The table of a section, or NULL. Borrowed. */
const struct report_table *report_table(const Report *report, enum report_section section);

/** The ids (gint64) of what is behind a figure: of events, people or organisations, as its subject
 * says; each once. Caller frees. */
GHashTable *report_ids(const Report *report, const struct report_cell *cell);

/** The ids of the registrations behind a figure of people. Caller frees. */
GHashTable *report_registration_ids(const Report *report, const struct report_cell *cell);

/** "Bilan de l’année 2026". Caller frees. */
char *report_title(const Report *report);

/** "du 1er janvier au 31 décembre 2026". Caller frees. */
char *report_period(const Report *report);

/** What has to be known of the year as a whole, sentences (char *): it is not over, what the file
 * cannot tell. Caller frees. */
GPtrArray *report_notes(const Report *report);

#endif
