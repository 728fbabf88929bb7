/* Gestures on events that touch more than one row. All need a gesture under way. */
#ifndef APP_EVENT_H
#define APP_EVENT_H

#include "core/event.h"
#include "store/store.h"

/** Give a new event what it needs: number, uid, status, zone. YEAR of its number is that of its
 * date, else of today. */
bool event_begin(Store *store, struct event *event, GError **error);

/** Its days in order; those whose date is not fixed yet come last. */
Rows *event_days(Store *store, gint64 event_id, GError **error);

/** Its first day, made without a date when it has none; free with entity_free(). NULL on error. */
struct event_day *event_first_day(Store *store, gint64 event_id, GError **error);

/** Make its days those of DAYS (ISO, N of them, any order): days that stay keep their times, place
 * and sessions; new dates go first to days that had none, then to new days, which take the first
 * day's times and place. ERROR_REFERENCED when a day that goes has sessions or presence. */
bool event_set_days(Store *store, gint64 event_id, const char *const *days, guint n,
		    GError **error);

/** Give EVENT the first day DATE, as precise as known: a day dates its first undated day, or shifts
 * all its days by the same number of days; a year, a month or NULL leaves its days without dates.
 */
bool event_move(Store *store, struct event *event, const char *date, GError **error);

/** False when the event is over, by its status: people have signed for its days, so that it is not
 * moved by a key alone but in its form. */
bool event_may_move(const struct event *event);

/** Its last day: days between are only made when they are consecutive and at most three; otherwise
 * first and last are kept and days_known becomes 0, which NOTES says. */
bool event_set_end(Store *store, struct event *event, const char *date, GPtrArray *notes,
		   GError **error);

/** A copy with programme, partners, rooms' places, themes and texts; no people, no dates, no
 * consents. DATE, as precise as known, is when it will be: its number has that year; NULL when
 * nobody knows yet. Its days are still to be given that date (event_move()). Returns the new id, or
 * 0. */
gint64 event_copy(Store *store, gint64 event_id, const char *date, GError **error);

/** Seats taken, by the one rule (core/status.h); -1 on error. */
gint64 event_seats_taken(Store *store, gint64 event_id, GError **error);

/** How many are counted as registered. */
gint64 event_registered(Store *store, gint64 event_id, GError **error);

/** How many are on the waiting list; -1 on error. */
gint64 event_waiting(Store *store, gint64 event_id, GError **error);

/** How many participants were present on one half-day at least, each once; the figure of reports
 * (core/report.h). -1 on error. */
gint64 event_present(Store *store, gint64 event_id, GError **error);

/** False with ERROR_INVALID for an event that is cancelled or postponed: nobody is marked there or
 * given a seat. The message says what it is, and how it comes to take place after all. */
bool event_takes_place(Store *store, gint64 event_id, GError **error);

/** Whether an event may be deleted: not while presence is on record (ERROR_REFERENCED), which is
 * the proof of who came. The message says of how many, and what to do. */
bool event_deletable(Store *store, gint64 event_id, GError **error);

/** False for what is accounted for (ERROR_INVALID). */
bool event_may_cancel(const struct event *event, GError **error);

/** Status as shown today: "open", "full", "closed" for an announced event, else its own code. */
const char *event_shown_status(Store *store, const struct event *event);

#endif
