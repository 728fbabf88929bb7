#include "app/event.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/presence.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/event_rows.h"

bool
event_begin(Store *store, struct event *event, GError **error)
{
	char today[11];
	store_today(store, today);
	if (event->status == NULL)
		text_set(&event->status, "draft");
	if (event->time_zone == NULL)
		text_set(&event->time_zone, store_zone(store));
	if (event->id == 0)
		event->days_known = 1;
	if (event->number != NULL)
		return true;
	g_autofree char *year = g_strndup(event->start_date != NULL ? event->start_date : today, 4);
	g_autofree char *counter = g_strdup_printf("event %s", year);
	gint64 number = store_next(store, counter, 1, error);
	if (number == 0)
		return false;
	event->number = g_strdup_printf("%s-%03" G_GINT64_FORMAT, year, number);
	return true;
}

Rows *
event_days(Store *store, gint64 event_id, GError **error)
{
	return store_of(store, &entity_event_day, "event_id", event_id, error);
}

static char *
day_words(const struct event_day *day)
{
	return day->date != NULL ? date_text(day->date, DATE_LONG)
				 : g_strdup(_("the day to be fixed"));
}

static bool
day_is_needed(Store *store, const struct event_day *day, GError **error)
{
	if (store_count(store, &entity_session, "day_id", value_integer(day->id), NULL) > 0) {
		g_autofree char *date = date_text(day->date, DATE_LONG);
		fail(error, ERROR_REFERENCED, _("%s still has sessions: move or delete them first"),
		     date);
		return true;
	}
	g_autoptr(Rows) half_days = store_of(store, &entity_half_day, "day_id", day->id, NULL);
	for (guint i = 0; half_days != NULL && i < half_days->n; i++) {
		const struct half_day *half_day = half_days->row[i];
		if (store_count(store, &entity_presence_mark, "half_day_id",
				value_integer(half_day->id), NULL) > 0) {
			g_autofree char *date = day_words(day);
			fail(error, ERROR_REFERENCED, _("people have already signed on %s"), date);
			return true;
		}
	}
	return false;
}

static bool
list_has(const char *const *days, guint n, const char *day)
{
	for (guint i = 0; i < n; i++)
		if (strcmp(days[i], day) == 0)
			return true;
	return false;
}

static bool
rows_have(const Rows *rows, const char *day)
{
	for (guint i = 0; i < rows->n; i++)
		if (g_strcmp0(((struct event_day *)rows->row[i])->date, day) == 0)
			return true;
	return false;
}

static struct event_day *
day_new(gint64 event_id, const struct event_day *model, const char *date)
{
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = event_id;
	text_set(&day->date, date);
	if (model != NULL) {
		text_set(&day->welcome_time, model->welcome_time);
		text_set(&day->start_time, model->start_time);
		text_set(&day->end_time, model->end_time);
		day->venue_id = model->venue_id;
	}
	return day;
}

struct event_day *
event_first_day(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	if (days == NULL)
		return NULL;
	if (days->n > 0)
		return g_steal_pointer(&days->row[0]);
	struct event_day *day = day_new(event_id, NULL, NULL);
	if (!store_insert(store, &entity_event_day, day, error)) {
		entity_free(&entity_event_day, day);
		return NULL;
	}
	return day;
}

static bool
day_redate(Store *store, struct event_day *day, const char *date, GError **error)
{
	text_set(&day->date, date);
	return store_update(store, &entity_event_day, day, error);
}

/* A new date goes to a day that had none, for it may have a programme already. */
static bool
day_add(Store *store, gint64 event_id, const Rows *rows, const char *date, GError **error)
{
	for (guint i = 0; i < rows->n; i++)
		if (((struct event_day *)rows->row[i])->date == NULL)
			return day_redate(store, rows->row[i], date, error);
	struct event_day *day = day_new(event_id, rows->n > 0 ? rows->row[0] : NULL, date);
	bool done = store_insert(store, &entity_event_day, day, error);
	entity_free(&entity_event_day, day);
	return done;
}

bool
event_set_days(Store *store, gint64 event_id, const char *const *days, guint n, GError **error)
{
	g_autoptr(Rows) rows = event_days(store, event_id, error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < n; i++)
		if (!rows_have(rows, days[i]) && !list_has(days, i, days[i]) &&
		    !day_add(store, event_id, rows, days[i], error))
			return false;
	for (guint i = 0; i < rows->n; i++) {
		const struct event_day *day = rows->row[i];
		if (day->date != NULL && list_has(days, n, day->date))
			continue;
		if (day_is_needed(store, day, error) ||
		    !store_delete(store, &entity_event_day, day->id, error))
			return false;
	}
	return true;
}

/* Rows are moved from the far end, so that no two days ever bear one date. */
static bool
days_shift(Store *store, const Rows *days, int by, GError **error)
{
	for (guint i = 0; i < days->n; i++) {
		struct event_day *day = days->row[by > 0 ? days->n - 1 - i : i];
		char date[11];
		if (day->date == NULL)
			continue;
		date_from_number(date_number(day->date) + by, date);
		if (!day_redate(store, day, date, error))
			return false;
	}
	return true;
}

static bool
days_undate(Store *store, struct event *event, const Rows *days, const char *date, GError **error)
{
	for (guint i = 0; i < days->n; i++)
		if (!day_redate(store, days->row[i], NULL, error))
			return false;
	text_set(&event->start_date, date);
	text_set(&event->end_date, NULL);
	event->days_known = 1;
	return store_update(store, &entity_event, event, error);
}

bool
event_move(Store *store, struct event *event, const char *date, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event->id, error);
	if (days == NULL)
		return false;
	if (date == NULL || !date_is_day(date))
		return days_undate(store, event, days, date, error);
	const struct event_day *first = days->n > 0 ? days->row[0] : NULL;
	if (first == NULL || first->date == NULL)
		return day_add(store, event->id, days, date, error);
	int by = date_number(date) - date_number(first->date);
	return by == 0 || days_shift(store, days, by, error);
}

bool
event_may_move(const struct event *event)
{
	return !code_is(&code_event_statuses, event->status, CODE_COUNTED);
}

/* A range of three days at most is an ordinary meeting of several days; a longer one is a series of
 * which only the first and the last day are known. */
#define RANGE_MADE_MAX 3

static bool
range_make(Store *store, struct event *event, const char *first, const char *last, GPtrArray *notes,
	   GError **error)
{
	int from = date_number(first), to = date_number(last);
	char dates[RANGE_MADE_MAX][11];
	const char *days[RANGE_MADE_MAX] = {first, last};
	guint n = from == to ? 1 : 2;
	bool known = to - from < RANGE_MADE_MAX;
	if (known) {
		n = 0;
		for (int day = from; day <= to; day++) {
			date_from_number(day, dates[n]);
			days[n] = dates[n];
			n++;
		}
	} else if (notes != NULL) {
		g_autofree char *range = date_range_text(first, last);
		g_ptr_array_add(notes,
				g_strdup_printf(_("%s: only the first and the last day are kept; "
						  "give the days themselves (days=…; …)"),
						range));
	}
	if (!event_set_days(store, event->id, days, n, error))
		return false;
	if (event->days_known == (known ? 1 : 0))
		return true;
	event->days_known = known;
	return store_update(store, &entity_event, event, error);
}

static bool
last_day_fail(const char *last, const char *first, GError **error)
{
	g_autofree char *before = date_text(last, DATE_NUMERIC);
	g_autofree char *after = date_text(first, DATE_NUMERIC);
	return fail(error, ERROR_INVALID, _("the last day (%s) is before the first (%s)"), before,
		    after);
}

bool
event_set_end(Store *store, struct event *event, const char *date, GPtrArray *notes, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event->id, error);
	if (days == NULL)
		return false;
	while (days->n > 0 && ((struct event_day *)days->row[days->n - 1])->date == NULL)
		entity_free(&entity_event_day, days->row[--days->n]);
	if (days->n == 0) {
		if (date != NULL && event->start_date != NULL &&
		    strcmp(date, event->start_date) < 0)
			return last_day_fail(date, event->start_date, error);
		text_set(&event->end_date, date);
		return store_update(store, &entity_event, event, error);
	}
	g_autofree char *first = g_strdup(((struct event_day *)days->row[0])->date);
	const struct event_day *last = days->row[days->n - 1];
	if (date == NULL)
		return event_set_days(store, event->id, (const char *const[]){first}, 1, error);
	if (!date_is_day(date))
		return fail(error, ERROR_INVALID, _("the last day must be a day: “%s”"), date);
	if (strcmp(date, last->date) == 0)
		return true;
	if (strcmp(date, first) < 0)
		return last_day_fail(date, first, error);
	return range_make(store, event, first, date, notes, error);
}

/* ---- counts -------------------------------------------------------------------------------------
 */

struct attendees_count {
	bool (*rule)(const char *status, const char *part);
	gint64 count;
};

static void
attendees_add(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	struct attendees_count *attendees = user;
	(void)session_id;
	if (attendees->rule(status, part))
		attendees->count += n;
}

static gint64
attendees_count(Store *store, gint64 event_id, bool (*rule)(const char *status, const char *part),
		GError **error)
{
	struct attendees_count attendees = {.rule = rule};
	bool done = event_attendee_tally(store, event_id, attendees_add, &attendees, error);
	return done ? attendees.count : -1;
}

gint64
event_seats_taken(Store *store, gint64 event_id, GError **error)
{
	return attendees_count(store, event_id, attendee_takes_seat, error);
}

gint64
event_registered(Store *store, gint64 event_id, GError **error)
{
	return attendees_count(store, event_id, attendee_counted, error);
}

static bool
attendee_waits(const char *status, const char *part)
{
	(void)part;
	return code_is(&code_attendee_statuses, status, CODE_WAITS);
}

gint64
event_waiting(Store *store, gint64 event_id, GError **error)
{
	return attendees_count(store, event_id, attendee_waits, error);
}

bool
event_takes_place(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	bool done = event != NULL &&
		    (code_is(&code_event_statuses, event->status, CODE_LIVE) ||
		     fail(error, ERROR_INVALID,
			  _("%s does not take place (%s); if it does after all, set "
			    "its status to “%s” first"),
			  event->number, code_label(&code_event_statuses, event->status),
			  code_label(&code_event_statuses, "announced")));
	entity_free(&entity_event, event);
	return done;
}

/* How many have marks of presence, also such as were taken back: what was signed and what was not
 * stays told. -1 on error. */
static gint64
people_on_record(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) marks = event_rows(store, &entity_presence_mark, event_id, error);
	if (marks == NULL)
		return -1;
	g_autoptr(GHashTable) people = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < marks->n; i++)
		g_hash_table_add(people, &((struct presence_mark *)marks->row[i])->attendee_id);
	return g_hash_table_size(people);
}

bool
event_deletable(Store *store, gint64 event_id, GError **error)
{
	gint64 n = people_on_record(store, event_id, error);
	struct event *event = n > 0 ? store_get(store, &entity_event, event_id, error) : NULL;
	if (event == NULL)
		return n == 0;
	bool cancels = event_may_cancel(event, NULL);
	fail(error, ERROR_REFERENCED,
	     i18n_count("presence is on record for %d person: %s is not deleted, it proves who "
			"came; give it the status “%s” instead",
			"presence is on record for %d people: %s is not deleted, it proves who "
			"came; give it the status “%s” instead",
			(guint)n),
	     (int)n, event->number,
	     code_label(&code_event_statuses, cancels ? "cancelled" : "archived"));
	entity_free(&entity_event, event);
	return false;
}

bool
event_may_cancel(const struct event *event, GError **error)
{
	return code_may_go(&code_event_statuses, event->status, "cancelled") ||
	       fail(error, ERROR_INVALID, _("%s cannot be cancelled any more: it is “%s”"),
		    event->number, code_label(&code_event_statuses, event->status));
}

const char *
event_shown_status(Store *store, const struct event *event)
{
	char today[11];
	store_today(store, today);
	struct event_opening opening = {
		.seats_taken =
			event->seat_limit > 0 ? event_seats_taken(store, event->id, NULL) : 0,
		.seat_limit = MAX(event->seat_limit, 0),
		.deadline = event->registration_deadline,
		.last_day = date_is_day(event->end_date)     ? event->end_date
			    : date_is_day(event->start_date) ? event->start_date
							     : NULL,
		.today = today,
	};
	const struct code *shown = event_status_shown(event->status, &opening);
	return shown != NULL ? shown->code : event->status;
}

/* ---- copying ------------------------------------------------------------------------------------
 */

/* A copy of a row for another owner: what identifies it, or belongs to the day it was made, is new.
 */
static void *
row_fresh(const struct entity *entity, const void *row)
{
	void *copy = entity_copy(entity, row);
	struct row_head *head = copy;
	head->id = head->rev = 0;
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_KEPT) != 0)
			field_set(&entity->fields[i], copy, value_text(NULL));
	return copy;
}

/* Copy what belongs to the event FROM. MAP goes from old to new ids of its days: they are filled in
 * when days are copied, and followed by what stands on a day. */
static bool
owned_copy(Store *store, const struct entity *entity, gint64 from, gint64 to, GHashTable *map,
	   GError **error)
{
	g_autoptr(Rows) rows = store_of(store, entity, "event_id", from, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		void *copy = row_fresh(entity, rows->row[i]);
		field_set(entity_field(entity, "event_id"), copy, value_integer(to));
		const struct field *day = entity_field(entity, "day_id");
		if (day != NULL) {
			gint64 old = field_get(day, copy).integer;
			const gint64 *new = g_hash_table_lookup(map, &old);
			field_set(day, copy, new != NULL ? value_integer(*new) : value_text(NULL));
		}
		if (entity == &entity_event_day)
			text_set(&((struct event_day *)copy)->date, NULL);
		bool done = store_insert(store, entity, copy, error);
		if (done && entity == &entity_event_day)
			g_hash_table_insert(map, g_memdup2(rows->row[i], sizeof(gint64)),
					    g_memdup2(copy, sizeof(gint64)));
		entity_free(entity, copy);
		if (!done)
			return false;
	}
	return rows != NULL;
}

static struct event *
event_blank_copy(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	if (event == NULL)
		return NULL;
	struct event *copy = row_fresh(&entity_event, event);
	text_set(&copy->number, NULL);
	text_set(&copy->start_date, NULL);
	text_set(&copy->end_date, NULL);
	text_set(&copy->registration_deadline, NULL);
	text_set(&copy->status, "draft");
	text_set(&copy->attendance_note, NULL);
	text_set(&copy->publications, NULL);
	text_set(&copy->source, NULL);
	copy->days_known = 1;
	copy->counted_attendance = copy->estimated_attendance = MISSING;
	entity_free(&entity_event, event);
	return copy;
}

gint64
event_copy(Store *store, gint64 event_id, const char *date, GError **error)
{
	struct event *copy = event_blank_copy(store, event_id, error);
	if (copy == NULL)
		return 0;
	text_set(&copy->start_date, date); /* its number begins with that year */
	static const struct entity *const owned[] = {&entity_event_day, &entity_event_theme,
						     &entity_partner, &entity_session,
						     &entity_question};
	g_autoptr(GHashTable) map =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	bool done =
		event_begin(store, copy, error) && store_insert(store, &entity_event, copy, error);
	for (gsize i = 0; done && i < G_N_ELEMENTS(owned); i++)
		done = owned_copy(store, owned[i], event_id, copy->id, map, error);
	gint64 id = done ? copy->id : 0;
	entity_free(&entity_event, copy);
	return id;
}
