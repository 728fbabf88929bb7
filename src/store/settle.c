/* What follows from a gesture, in its own transaction: an event's first and last day come from its
 * days, half-days from the programme, the days of its tasks from those of the event, and a calendar
 * entry's sequence rises when what it shows has changed. */
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "core/event.h"
#include "core/half_day_rule.h"
#include "core/place.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/status.h"
#include "core/task.h"
#include "store/calendar_rows.h"
#include "store/door_private.h"
#include "store/private.h"

static void
touch(Store *store, gint64 event_id)
{
	if (event_id != 0)
		g_hash_table_add(store->touched, g_memdup2(&event_id, sizeof event_id));
}

static bool
touch_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	(void)user;
	touch(store, store_column_integer(store, cursor, 0));
	return true;
}

/* Of what may stand in the calendar entries of many events, and of what a person settles and gives
 * back: which. */
static const struct {
	const struct entity *entity;
	const char *sql;
} shown[] = {
	{&entity_venue, "SELECT DISTINCT event_id FROM event_day WHERE venue_id = $1"},
	{&entity_kind, "SELECT id FROM event WHERE kind_id = $1"},
	{&entity_room, "SELECT DISTINCT event_id FROM session WHERE room_id = $1"},
	{&entity_half_day, "SELECT event_id FROM event_day JOIN half_day ON half_day.day_id = "
			   "event_day.id WHERE half_day.id = $1"},
};

bool
settle_touch(Store *store, const struct entity *entity, const void *row, GError **error)
{
	const struct row_head *head = row;
	struct value args[] = {value_integer(head->id)};
	if (store->settling)
		return true;
	if (entity == &entity_event)
		touch(store, head->id);
	else if (entity == &entity_event_day)
		touch(store, ((const struct event_day *)row)->event_id);
	else if (entity == &entity_session)
		touch(store, ((const struct session *)row)->event_id);
	else if (entity == &entity_task)
		touch(store, ((const struct task *)row)->event_id);
	for (gsize i = 0; i < G_N_ELEMENTS(shown); i++)
		if (shown[i].entity == entity)
			return store_each(store, shown[i].sql, args, 1, touch_row, NULL, error);
	return true;
}

/* ---- first and last day ------------------------------------------------------------------------
 */

static bool
settle_dates(Store *store, struct event *event, const Rows *days, GError **error)
{
	guint n = 0; /* days whose date is fixed come first */
	while (n < days->n && ((struct event_day *)days->row[n])->date != NULL)
		n++;
	if (n == 0)
		return true;
	const struct event_day *first = days->row[0], *last = days->row[n - 1];
	text_set(&event->start_date, first->date);
	text_set(&event->end_date, n > 1 ? last->date : NULL);
	return store_update(store, &entity_event, event, error);
}

/* ---- half-days ---------------------------------------------------------------------------------
 */

static int
rule_number(Store *store, const char *name, int fallback, GError **error)
{
	g_autofree char *value = setting_read(store, name, error);
	gint64 number = fallback;
	if (value != NULL)
		g_ascii_string_to_signed(value, 10, 0, G_MAXINT32, &number, NULL);
	return (int)number;
}

static int
rule_time(Store *store, const char *name, GError **error)
{
	g_autofree char *value = setting_read(store, name, error);
	return time_minutes(value);
}

/* A value that makes no sense falls back; one that cannot be read does not. */
static bool
rule_load(Store *store, struct half_day_rule *rule, GError **error)
{
	*rule = half_day_rule_default;
	GError *trouble[4] = {NULL};
	struct half_day_rule chosen = {
		.pm_starts = rule_time(store, "afternoon_starts", &trouble[0]),
		.eve_starts = rule_time(store, "evening_starts", &trouble[1]),
		.minimum = rule_number(store, "half_day_minimum", rule->minimum, &trouble[2]),
		.full_minutes =
			rule_number(store, "half_day_full", rule->full_minutes, &trouble[3]),
	};
	GError *first = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(trouble); i++) {
		if (first == NULL)
			first = g_steal_pointer(&trouble[i]);
		g_clear_error(&trouble[i]);
	}
	if (first != NULL) {
		g_propagate_error(error, first);
		return false;
	}
	if (half_day_rule_valid(&chosen))
		*rule = chosen;
	return true;
}

static guint
day_half_days(const struct half_day_rule *rule, const struct event_day *day, const Rows *sessions,
	      struct half_day_made made[static HALF_DAYS_MAX])
{
	g_autofree struct half_day_span *spans = g_new(struct half_day_span, sessions->n + 1);
	guint n = 0;
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		if (session->day_id == day->id && session->start_time != NULL &&
		    session->end_time != NULL &&
		    code_is(&code_session_kinds, session->kind, CODE_WORK))
			spans[n++] = (struct half_day_span){time_minutes(session->start_time),
							    time_minutes(session->end_time)};
	}
	return half_day_make(rule, spans, n, time_minutes(day->start_time),
			     time_minutes(day->end_time), made);
}

static void
half_day_time(char **member, int minutes)
{
	char time[6];
	if (minutes >= 0)
		time_from_minutes(MIN(minutes, 1439), time);
	text_set(member, minutes >= 0 ? time : NULL);
}

static bool
half_day_write(Store *store, struct half_day *row, const struct half_day_made *made, GError **error)
{
	text_set(&row->part, made->part);
	half_day_time(&row->start_time, made->start);
	half_day_time(&row->end_time, made->end);
	row->counts_halves = made->halves;
	return row->id == 0 ? store_insert(store, &entity_half_day, row, error)
			    : store_update(store, &entity_half_day, row, error);
}

/* A half-day that somebody has signed for stays, whatever becomes of the programme. */
static bool
half_day_drop(Store *store, const struct half_day *row, GError **error)
{
	gint64 marks = 0;
	struct value args[] = {value_integer(row->id)};
	if (!store_number(store, "SELECT count(*) FROM presence_mark WHERE half_day_id = $1", args,
			  1, 0, &marks, error))
		return false;
	return marks > 0 || row_delete(store, &entity_half_day, row->id, error);
}

static struct half_day *
half_day_of(const Rows *rows, const char *part)
{
	for (guint i = 0; i < rows->n; i++)
		if (strcmp(((struct half_day *)rows->row[i])->part, part) == 0)
			return rows->row[i];
	return NULL;
}

static bool
made_has(const struct half_day_made *made, guint n, const char *part)
{
	for (guint i = 0; i < n; i++)
		if (strcmp(made[i].part, part) == 0)
			return true;
	return false;
}

/* Of a kind without a programme half-days are typed: nothing is taken for granted where no time is
 * said. */
static bool
kind_takes_for_granted(Store *store, const struct event *event)
{
	struct kind *kind =
		event->kind_id != 0 ? store_get(store, &entity_kind, event->kind_id, NULL) : NULL;
	bool takes = kind == NULL || kind->has_programme == 1;
	entity_free(&entity_kind, kind);
	return takes;
}

static bool
is_timed(const struct event_day *day, const Rows *sessions)
{
	bool timed = day->start_time != NULL || day->end_time != NULL;
	for (guint i = 0; i < sessions->n; i++)
		timed |= ((struct session *)sessions->row[i])->day_id == day->id;
	return timed;
}

static bool
settle_half_days(Store *store, const struct event_day *day, const Rows *sessions,
		 const struct half_day_rule *rule, bool granted, GError **error)
{
	struct half_day_made made[HALF_DAYS_MAX];
	guint n = granted || is_timed(day, sessions) ? day_half_days(rule, day, sessions, made) : 0;
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day->id, error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < rows->n; i++)
		if (((struct half_day *)rows->row[i])->adjusted)
			return true; /* a person has settled this day's half-days */
	for (guint i = 0; i < n; i++) {
		struct half_day *row = half_day_of(rows, made[i].part);
		struct half_day *fresh = row == NULL ? entity_new(&entity_half_day) : NULL;
		if (fresh != NULL)
			fresh->day_id = day->id;
		bool done = half_day_write(store, row != NULL ? row : fresh, &made[i], error);
		entity_free(&entity_half_day, fresh);
		if (!done)
			return false;
	}
	for (guint i = 0; i < rows->n; i++)
		if (!made_has(made, n, ((struct half_day *)rows->row[i])->part) &&
		    !half_day_drop(store, rows->row[i], error))
			return false;
	return true;
}

/* ---- tasks -------------------------------------------------------------------------------------
 */

/* What is done was due when it was due. */
static bool
settle_tasks(Store *store, const struct event *event, GError **error)
{
	g_autoptr(Rows) tasks = store_of(store, &entity_task, "event_id", event->id, error);
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	bool done = tasks != NULL;
	for (guint i = 0; done && i < tasks->n; i++) {
		struct task *task = tasks->row[i];
		if (task->done_on != NULL)
			continue;
		g_autofree char *due = task_due(task, event->start_date, last);
		text_set(&task->due_on, due);
		done = store_update(store, &entity_task, task, error);
	}
	return done;
}

/* ---- calendar entries --------------------------------------------------------------------------
 */

/* The bookkeeping of calendar entries is no change that anybody made: it has no history, and undo
 * never takes it back. */
static bool
sequence_raise(Store *store, const char *table, gint64 id, const char *stamped_at,
	       const char *old_digest, const char *digest, GError **error)
{
	if (g_strcmp0(old_digest, digest) == 0)
		return true;
	char now[INSTANT_SIZE];
	clock_instant(now);
	/* A reader that has seen the last stamp must see a later one (RFC 5546 §2.1.5), even when
	 * the clock has gone back. */
	g_autofree char *stamp = NULL;
	if (old_digest != NULL && stamped_at != NULL && strcmp(now, stamped_at) <= 0) {
		g_autoptr(GDateTime) last = g_date_time_new_from_iso8601(stamped_at, NULL);
		g_autoptr(GDateTime) next = last != NULL ? g_date_time_add_seconds(last, 1) : NULL;
		stamp = next != NULL ? g_date_time_format(next, "%Y-%m-%dT%H:%M:%SZ") : NULL;
	}
	g_autofree char *sql = g_strdup_printf("UPDATE %s SET sequence = sequence + $2, stamped_at "
					       "= $3, calendar_digest = $4 "
					       "WHERE id = $1",
					       table);
	struct value args[] = {value_integer(id), value_integer(old_digest != NULL ? 1 : 0),
			       value_text(stamp != NULL ? stamp : now), value_text(digest)};
	return store_run(store, sql, args, G_N_ELEMENTS(args), NULL, error);
}

static bool
settle_entries(Store *store, const Rows *days, const Rows *sessions, GError **error)
{
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autofree char *digest = calendar_day_digest(store, day->id, error);
		if (digest == NULL || !sequence_raise(store, "event_day", day->id, day->stamped_at,
						      day->calendar_digest, digest, error))
			return false;
	}
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		g_autofree char *digest = calendar_session_digest(store, session->id, error);
		if (digest == NULL ||
		    !sequence_raise(store, "session", session->id, session->stamped_at,
				    session->calendar_digest, digest, error))
			return false;
	}
	return true;
}

/* An undo brings its own half-days and dates back, row for row; only calendars must still hear of
 * it. */
static bool
settle_event(Store *store, gint64 id, const struct half_day_rule *rule, GError **error)
{
	GError *reason = NULL;
	struct event *event = store_get(store, &entity_event, id, &reason);
	if (g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		g_clear_error(&reason);
		return true; /* deleted by this gesture */
	}
	if (event == NULL) {
		g_propagate_error(error, reason);
		return false;
	}
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", id, error);
	g_autoptr(Rows) sessions =
		days != NULL ? store_of(store, &entity_session, "event_id", id, error) : NULL;
	bool done = sessions != NULL;
	if (done && strcmp(store->kind, "do") == 0) {
		bool granted = kind_takes_for_granted(store, event);
		done = settle_dates(store, event, days, error);
		for (guint i = 0; done && i < days->n; i++)
			done = settle_half_days(store, days->row[i], sessions, rule, granted,
						error);
		done = done && settle_tasks(store, event, error);
	}
	done = done && settle_entries(store, days, sessions, error);
	entity_free(&entity_event, event);
	return done;
}

static gint
by_id(gconstpointer a, gconstpointer b)
{
	gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
	return first < second ? -1 : first > second;
}

/* In the order of their ids: the same gesture writes the same history every time. */
static bool
settle_events(Store *store, GError **error)
{
	if (g_hash_table_size(store->touched) == 0)
		return true;
	struct half_day_rule rule;
	if (!rule_load(store, &rule, error))
		return false;
	store->settling = true;
	bool done = true;
	g_autoptr(GList) ids = g_list_sort(g_hash_table_get_keys(store->touched), by_id);
	for (const GList *id = ids; done && id != NULL; id = id->next)
		done = settle_event(store, *(gint64 *)id->data, &rule, error);
	store->settling = false;
	return done;
}

/* Whether seats are still given depends on the dates that the days have just made. */
bool
store_settle(Store *store, GError **error)
{
	return settle_posts(store, error) && settle_conflicts(store, error) &&
	       settle_events(store, error) && settle_seats(store, error);
}
