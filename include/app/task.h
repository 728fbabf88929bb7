/* What is to be done for an event: names, days and the list that follows an event. */
#ifndef APP_TASK_H
#define APP_TASK_H

#include "core/event.h"
#include "core/task.h"
#include "store/store.h"

/** What the task is called: its title, else its kind, and whom it is about: "slides: Zoé ÉLAN".
 * Caller frees. */
char *task_name(Store *store, const struct task *task);

/** "late by 3 days", "awaited for 12 days", "done on 15/01/2027"; "" for one that is not awaited
 * yet. LAST_DAY is the event's, or NULL. Caller frees. */
char *task_age_text(const struct task *task, const char *last_day, const char *today);

/** The last day of EVENT that is known; NULL: none. Borrowed. */
const char *event_last_day(const struct event *event);

/** True when what follows EVENT is to be done: it was held, or stands and its last day is past. */
bool event_is_over(const struct event *event, const char *today);

/** The rows of speakers (entity_speaker) who have spoken at the event as far as anybody knows:
 * those who did not decline and were not marked as anything but present. NULL on error. */
Rows *event_spoke(Store *store, gint64 event_id, GError **error);

/** Registrations (entity_attendee) of those who are registered as speakers without any row among
 * the speakers of the programme, and were not marked as anything but present. NULL on error. */
Rows *event_spoke_unlisted(Store *store, gint64 event_id, GError **error);

/** Add N LINES to the event's list: what is on it already, done or not, is not added again. MADE
 * receives how many were added. Needs a gesture. */
bool task_add_lines(Store *store, gint64 event_id, const struct task_line *lines, guint n,
		    guint *made, GError **error);

/** Add what the usual list of the event's kind (app/checklist.h) holds and is still ahead: until
 * the event is over all of it, then what comes after. For each speaker with slides to give there is
 * one task, once they have spoken. What is on the list already, done or not, is not added again.
 * MADE receives how many were added. Needs a gesture. */
bool task_propose(Store *store, gint64 event_id, guint *made, GError **error);

/** Mark the task done today, or to be done again. Needs a gesture. */
bool task_set_done(Store *store, gint64 task_id, bool done, GError **error);

struct task_counts {
	guint late, this_week;
	gint64 event_id; /* when all are of one event; else 0 */
};

/** What is to be done on TODAY, in all events that stand. */
bool task_count(Store *store, struct task_counts *counts, GError **error);

/** The same, and IDS (of gint64) receives those of the first N of them, the earliest first. */
bool task_first(Store *store, guint n, struct task_counts *counts, GArray *ids, GError **error);

/** The ids (gint64) of tasks to be done that are late or due within the week, of events that stand;
 * for list_restrict(). NULL on error. */
GHashTable *tasks_due(Store *store, GError **error);

#endif
