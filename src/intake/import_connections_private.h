/* What the files of this import share. */
#ifndef INTAKE_IMPORT_CONNECTIONS_PRIVATE_H
#define INTAKE_IMPORT_CONNECTIONS_PRIVATE_H

#include "core/connection_log.h"
#include "core/connection_time.h"
#include "core/match.h"
#include "intake/import_connections.h"

/** The rows of the log under one name and address. */
struct connected_group {
	guint line;
	char *name, *email;
	bool host;
	GArray *times; /* struct connection */
	enum match_outcome outcome;
	gint64 attendee_id; /* who it is or may be; 0: nobody */
	const char *why;    /* msgid: why that is not certain; NULL: it is */
	enum import_decision decision;
	bool included; /* registered although its name is no person's */
};

/** An attendee as the log is compared with them. */
struct connected_known {
	gint64 id;
	char *words, *number;
	const char *status;  /* code; borrowed for ever */
	const char **states; /* by half-day of the plan: code_presence_states; borrowed for ever */
	bool *logged;        /* the same: an earlier log was marked */
};

struct connections_work {
	GPtrArray *groups;     /* struct connected_group */
	GHashTable *attendees; /* id (gint64) → struct connected_known */
	GArray *windows;       /* struct connection_window of every half-day of the event */
	GTimeZone *zone;
};

/** Say something of the log. */
void connections_say(ConnectionsPlan *plan, guint line, const char *severity, const char *format,
		     ...) G_GNUC_PRINTF(4, 5);

/** Read the log into the groups of the plan (import_connections_read.c). DATES are the days of the
 * event: what tells 11/12 from 12/11. */
bool connections_read(Store *store, ConnectionsPlan *plan, const char *path, const GPtrArray *dates,
		      GError **error);

/** Read the attendees and say who each group is (import_connections_match.c). */
bool connections_match(Store *store, ConnectionsPlan *plan, GError **error);

/** The half-days of the event, and the DATES of its days (import_connections_half_days.c). */
bool connections_half_days(Store *store, ConnectionsPlan *plan,
			   const struct connection_threshold *threshold, GPtrArray *dates,
			   GError **error);

/** Keep those that the log is of: HALF_DAY_ID, or of its times when it is 0. ERROR_AMBIGUOUS. */
bool connections_choose(ConnectionsPlan *plan, gint64 half_day_id, GError **error);

/** Make the people of the plan from its groups (import_connections_judge.c). */
void connections_judge(ConnectionsPlan *plan);

/** Whether somebody was there for long enough on half-day I of the plan. */
bool connected_reached(const ConnectionsPlan *plan, const struct connected *person, guint i);

static inline struct connected_half_day *
half_day_of(const ConnectionsPlan *plan, guint i)
{
	return (struct connected_half_day *)g_ptr_array_index(plan->half_days, i);
}

static inline struct connected_group *
group_at(const ConnectionsPlan *plan, guint i)
{
	return (struct connected_group *)g_ptr_array_index(plan->work->groups, i);
}

static inline const struct connection *
group_times(const struct connected_group *group)
{
	return (const struct connection *)(const void *)group->times->data;
}

/** How many seconds of every half-day of the event TIMES fill. Caller frees. */
gint64 *connections_everywhere(const ConnectionsPlan *plan, const GArray *times);

#endif
