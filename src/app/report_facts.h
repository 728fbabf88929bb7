/* The facts of a report, read from the database. */
#ifndef APP_REPORT_FACTS_H
#define APP_REPORT_FACTS_H

#include "core/report.h"
#include "store/report_rows.h"

/** One axis while its values are gathered. */
struct report_axis_values {
	GArray *values;    /* struct report_value */
	GHashTable *place; /* code → its place + 1 */
};

typedef struct report_data {
	struct report_facts facts; /* points into what follows */
	struct report_axis_values axes[REPORT_AXES];
	GArray *events, *half_days, *attendees, *presences, *partners, *speakers;
	GHashTable *event_places; /* id → place + 1 */
	GStringChunk *words;
} ReportData;

/** What is behind the figures of FILTER; whole years when it is no single event. */
ReportData *report_data_load(Store *store, const struct report_filter *filter, GError **error);
void report_data_free(ReportData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportData, report_data_free)

/* ---- axes ---------------------------------------------------------------------------------------
 */

/** Everything that is known before the rows are read. YEAR: whole years, in which the lines of the
 * lists of codes, the months and the départements of the region are always shown. */
bool report_axes_begin(ReportData *data, Store *store, bool year, GError **error);

/** The place of CODE on AXIS; REPORT_NONE when it is NULL or not there. */
guint report_axis_place(const ReportData *data, enum report_axis axis, const char *code);

/** The same; it is added with LABEL (copied both) when it is not there. */
guint report_axis_add(ReportData *data, enum report_axis axis, const char *code, const char *label,
		      bool always);

/** The same of a row's id. */
guint report_axis_place_of(const ReportData *data, enum report_axis axis, gint64 id);

/** Put towns into the order of their names, and what is not known at the end of every axis;
 * REPORT_NONE in the facts becomes that. */
void report_axes_end(ReportData *data);

/** Let one registration stand for all that a person has for an event: PLACES (id → place + 1 in
 * ATTENDEES, of struct report_attendee) leads from the others to it, and these say no more that
 * they are invited, registered or walk-ins. WITHDRAWN are the places (guint, rising) of those that
 * stand no more. True when there was anything to join. */
bool report_registrations_join(GArray *attendees, const GArray *withdrawn, GHashTable *places);

/** Put PRESENCES (struct report_presence) in the order of their attendees, each once. */
void report_presences_once(GArray *presences);

#endif
