/* How long somebody was connected during a half-day.
 *
 * Somebody who joins several times, or from two devices, is connected once: what overlaps counts
 * once. Where a log has the first join, the last leave and how long in all, the minutes lie
 * somewhere between, and the ones that lack are taken to lack where nothing took place: who was
 * there from 9:00 to 17:00 for five hours and a half was not at lunch. What then still lacks is
 * spread evenly: 150 minutes from 9:00 to 12:00 are 50 of each hour. Instants are seconds since
 * 1970, UTC.
 */
#ifndef CORE_CONNECTION_TIME_H
#define CORE_CONNECTION_TIME_H

#include <glib.h>
#include <stdbool.h>

/** An instant that nobody knows. */
#define CONNECTION_UNKNOWN G_MININT64

struct connection {
	gint64 from;
	gint64 to;
	gint64 seconds; /* how long the log says; -1: it does not */
};

/** From the start of a half-day to its end. */
struct connection_window {
	gint64 from;
	gint64 to;
};

/** How long somebody must be connected to have been there: minutes, or a part of the half-day. */
struct connection_threshold {
	int minutes; /* 0 when it is a part */
	int percent; /* 1…100; 0 when it is minutes */
};

/** The setting remote_minutes where nobody has chosen: half of the least that makes a half-day
 * (core/half_day_rule.h). Who stays for less has looked in; who stays for more has heard the better
 * part of the shortest webinar that is reported at all. Nothing is published about it. */
#define CONNECTION_THRESHOLD_DEFAULT "30"

/** Read "30", "30 min", "50 %". False for what is neither, for nothing and for more than a day. */
bool connection_threshold_read(const char *typed, struct connection_threshold *threshold);

/** The same in seconds of a half-day of LENGTH seconds: never more than the half-day. */
gint64 connection_threshold_seconds(const struct connection_threshold *threshold, gint64 length);

/** Complete CONNECTIONS of one person, which are put in the order of time: one that has an end is
 * the end of the last one before it that has none; with a duration one end gives the other; who
 * never left stays until the END of the log (CONNECTION_UNKNOWN: then they were not there). What
 * cannot be placed keeps CONNECTION_UNKNOWN at both ends. */
void connections_complete(struct connection *connections, guint n, gint64 end);

/** How many seconds of each of N_WINDOWS, all that the event has, the completed CONNECTIONS fill,
 * into SECONDS. What has no times is not in it. Costs n log n for n connections, for each window.
 */
void connections_seconds(const struct connection *connections, guint n,
			 const struct connection_window *windows, guint n_windows, gint64 *seconds);

/** Whether the log says of one less than lies between its times: what it fills is an estimate. */
bool connection_is_spread(const struct connection *connection);

/** How long CONNECTIONS are whenever they were: those with times once, and those without as long as
 * they say. */
gint64 connections_length(const struct connection *connections, guint n);

#endif
