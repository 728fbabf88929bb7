/* Events and their days. */
#ifndef CORE_EVENT_H
#define CORE_EVENT_H

#include "core/entity.h"

/** One meeting, of one or several days */
struct event {
	gint64 id, rev;
	char *uid;
	char *number;
	char *title;
	char *short_title;
	gint64 kind_id;
	char *status;
	char *mode;
	char *start_date;
	char *end_date;
	gint64 days_known;
	char *time_zone;
	char *online_link;
	char *access;
	char *audience;
	char *objectives;
	char *registration_deadline;
	gint64 seat_limit;
	gint64 small_site_seats;
	gint64 organisation_quota;
	char *fee;
	gint64 fee_cents;
	char *lunch;
	char *proof_mode;
	gint64 counted_attendance;
	gint64 estimated_attendance;
	char *attendance_note;
	gint64 quorum; /* members who must be there or represented; MISSING: it decides nothing */
	gint64 cycle_id;
	char *officer;
	char *programme_note;
	char *publications;
	char *source;
	char *notes;
	char *sort_key;
	char *search_key;
};

/** A day of an event, with its entry in calendars */
struct event_day {
	gint64 id, rev;
	gint64 event_id;
	char *date; /* NULL: not fixed yet */
	char *welcome_time;
	char *start_time;
	char *end_time;
	gint64 venue_id;
	char *uid;
	gint64 sequence;
	char *created_at;
	char *stamped_at;      /* when what a calendar shows last changed */
	char *calendar_digest; /* of what a calendar shows */
};

/** A half-day: the unit of presence and of reporting */
struct half_day {
	gint64 id, rev;
	gint64 day_id;
	char *part;
	char *start_time;
	char *end_time;
	gint64 counts_halves;
	gint64 adjusted;
};

/** A theme of an event; position 0 is the main one */
struct event_theme {
	gint64 id, rev;
	gint64 event_id;
	gint64 theme_id;
	gint64 position;
};

/** An organisation on an event, in one role */
struct partner {
	gint64 id, rev;
	gint64 event_id;
	gint64 organisation_id;
	char *role;
	char *name;
	char *wording;
	gint64 position;
};

extern const struct entity entity_event;
extern const struct entity entity_event_day;
extern const struct entity entity_half_day;
extern const struct entity entity_event_theme;
extern const struct entity entity_partner;

#endif
