/* Presence as gestures and figures use it. */
#ifndef APP_PRESENCE_H
#define APP_PRESENCE_H

#include "store/store.h"

/** The state of an attendee on a half-day; "unknown" without marks. Caller frees. */
char *attendee_presence(Store *store, gint64 attendee_id, gint64 half_day_id);

/** The states of everybody who was marked for a half-day: from the attendee's id (gint64) to the
 * code (char *); who is not there has no mark. Caller frees; NULL on error. */
GHashTable *half_day_presence(Store *store, gint64 half_day_id, GError **error);

/** What the marks of an attendee come to over all half-days of an event: the state that says most
 * of their being there. */
struct presence_summary {
	const char *state;    /* borrowed for ever; "unknown" without marks that stand */
	char *represented_by; /* as it was marked, or NULL */
};

/** Of everybody who was marked: from the attendee's id (gint64) to a struct presence_summary.
 * Caller frees; NULL on error. */
GHashTable *event_presences(Store *store, gint64 event_id, GError **error);

/** What the marks of one attendee come to over all half-days of their event. */
struct attendance {
	const char *state; /* as in struct presence_summary; borrowed for ever */
	guint present;     /* on so many half-days */
};

/** False when the marks cannot be read. */
bool attendee_attendance(Store *store, gint64 attendee_id, struct attendance *attendance);

/** The half-day of an event that NAME ("2026-10-15-am") says, or 0 with ERROR_NOT_FOUND. */
gint64 half_day_find(Store *store, gint64 event_id, const char *name, GError **error);

#endif
