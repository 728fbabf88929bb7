#include "app/half_day.h"

#include <string.h>

#include "app/event.h"
#include "app/nouns.h"
#include "base/date.h"
#include "base/error.h"
#include "core/attendee.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/status.h"

/* ---- names --------------------------------------------------------------------------------------
 */

/* What stands before the last word or hyphen, and the part that it names; NULL: none. */
static const char *
part_at_end(const char *typed, char **date)
{
	static const char *const spaced[] = {" ", "-"};
	for (gsize i = 0; i < G_N_ELEMENTS(spaced); i++) {
		/* "après-midi" holds a hyphen itself: the longest end that is a part is taken. */
		for (const char *at = strstr(typed, spaced[i]); at != NULL;
		     at = strstr(at + 1, spaced[i])) {
			const char *part = code_parse(&code_half_day_parts, at + 1);
			if (part == NULL)
				continue;
			*date = g_strndup(typed, (gsize)(at - typed));
			return part;
		}
	}
	return NULL;
}

/* TODAY is where days without a year are looked for from. */
static bool
half_day_read_from(const char *typed, const char *today, char date[static 11], const char **part,
		   GError **error)
{
	struct date_reading reading;
	g_autofree char *day = NULL;
	*part = part_at_end(typed, &day);
	if (*part == NULL || !date_parse(day, today, &reading, NULL) || !date_is_day(reading.date))
		return fail(error, ERROR_INVALID,
			    _("“%s” is no half-day: a date and morning, afternoon or evening are "
			      "expected, as in 2026-10-15-am"),
			    typed);
	if (reading.weekday_wrong)
		return fail(error, ERROR_INVALID, _("“%s”: that day is a %s"), typed,
			    date_weekday_name(date_weekday(reading.date)));
	g_strlcpy(date, reading.date, 11);
	return true;
}

bool
half_day_read(Store *store, const char *typed, char date[static 11], const char **part,
	      GError **error)
{
	char today[11];
	store_today(store, today);
	return half_day_read_from(typed, today, date, part, error);
}

static gint64
half_day_on(Store *store, const Rows *days, const char *date, const char *part)
{
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) rows =
			g_strcmp0(day->date, date) == 0
				? store_of(store, &entity_half_day, "day_id", day->id, NULL)
				: NULL;
		for (guint j = 0; rows != NULL && j < rows->n; j++)
			if (strcmp(((struct half_day *)rows->row[j])->part, part) == 0)
				return ((struct row_head *)rows->row[j])->id;
	}
	return 0;
}

static char *
names_of(Store *store, const Rows *days)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day->id, NULL);
		for (guint j = 0; day->date != NULL && rows != NULL && j < rows->n; j++)
			g_string_append_printf(names, "%s%s-%s", names->len > 0 ? ", " : "",
					       day->date, ((struct half_day *)rows->row[j])->part);
	}
	return g_string_free(names, FALSE);
}

/* A day without a year is one of the event's, which may be over: as if it were read the day before
 * it begins. */
static gint64
half_day_of_event(Store *store, const Rows *days, const char *typed)
{
	char before[11], date[11];
	const char *part = NULL;
	const struct event_day *first = days->n > 0 ? days->row[0] : NULL;
	if (first == NULL || !date_is_day(first->date))
		return 0;
	date_from_number(date_number(first->date) - 1, before);
	return half_day_read_from(typed, before, date, &part, NULL)
		       ? half_day_on(store, days, date, part)
		       : 0;
}

gint64
half_day_named(Store *store, gint64 event_id, const char *typed, GError **error)
{
	char date[11];
	const char *part = NULL;
	g_autoptr(Rows) days = event_days(store, event_id, error);
	gint64 id = days != NULL ? half_day_of_event(store, days, typed) : 0;
	if (id != 0 || days == NULL || !half_day_read(store, typed, date, &part, error))
		return id;
	id = half_day_on(store, days, date, part);
	g_autofree char *names = id == 0 ? names_of(store, days) : NULL;
	if (id == 0)
		fail(error, ERROR_NOT_FOUND,
		     *names != '\0' ? _("the event has no half-day “%s”; they are: %s")
				    : _("the event has no half-day “%s”, nor any other yet%s"),
		     typed, names);
	return id;
}

static struct event_day *
day_of(Store *store, gint64 half_day_id)
{
	struct half_day *half_day = store_get(store, &entity_half_day, half_day_id, NULL);
	struct event_day *day =
		half_day != NULL ? store_get(store, &entity_event_day, half_day->day_id, NULL)
				 : NULL;
	entity_free(&entity_half_day, half_day);
	return day;
}

gint64
half_day_event(Store *store, gint64 half_day_id)
{
	struct event_day *day = day_of(store, half_day_id);
	gint64 id = day != NULL ? day->event_id : 0;
	entity_free(&entity_event_day, day);
	return id;
}

const char *
half_day_counts_text(gint64 halves)
{
	return halves == 0 ? "0" : halves == 1 ? "½" : "1";
}

/* ---- adding -------------------------------------------------------------------------------------
 */

static bool
has_programme(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	struct kind *kind = event != NULL && event->kind_id != 0
				    ? store_get(store, &entity_kind, event->kind_id, NULL)
				    : NULL;
	bool has = kind == NULL || kind->has_programme == 1;
	entity_free(&entity_kind, kind);
	entity_free(&entity_event, event);
	return has;
}

static struct event_day *
day_on(Store *store, gint64 event_id, const char *date, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	for (guint i = 0; days != NULL && i < days->n; i++)
		if (g_strcmp0(((struct event_day *)days->row[i])->date, date) == 0)
			return g_steal_pointer(&days->row[i]);
	return NULL;
}

/* The days that there are, and this one. Where there is no programme, the times of the first day
 * are not those of the next. */
static struct event_day *
day_add(Store *store, gint64 event_id, const char *date, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	g_autoptr(GPtrArray) dates = g_ptr_array_new();
	for (guint i = 0; days != NULL && i < days->n; i++)
		if (((struct event_day *)days->row[i])->date != NULL)
			g_ptr_array_add(dates, ((struct event_day *)days->row[i])->date);
	g_ptr_array_add(dates, (gpointer)(gsize)date);
	if (days == NULL ||
	    !event_set_days(store, event_id, (const char *const *)dates->pdata, dates->len, error))
		return NULL;
	struct event_day *day = day_on(store, event_id, date, error);
	if (day == NULL || has_programme(store, event_id))
		return day;
	text_set(&day->welcome_time, NULL);
	text_set(&day->start_time, NULL);
	text_set(&day->end_time, NULL);
	if (store_update(store, &entity_event_day, day, error))
		return day;
	entity_free(&entity_event_day, day);
	return NULL;
}

gint64
half_day_add(Store *store, gint64 event_id, const char *date, const char *part, GError **error)
{
	GError *reason = NULL;
	struct event_day *day = day_on(store, event_id, date, &reason);
	if (day == NULL && reason == NULL)
		day = day_add(store, event_id, date, &reason);
	if (day == NULL) {
		g_propagate_error(error, reason);
		return 0;
	}
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day->id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		if (strcmp(((struct half_day *)rows->row[i])->part, part) == 0) {
			fail(error, ERROR_INVALID, _("the half-day %s-%s is there already"), date,
			     part);
			rows_free(g_steal_pointer(&rows));
		}
	struct half_day *half_day = entity_new(&entity_half_day);
	half_day->day_id = day->id;
	half_day->counts_halves = 2;
	half_day->adjusted = 1;
	text_set(&half_day->part, part);
	bool done = rows != NULL && store_insert(store, &entity_half_day, half_day, error);
	gint64 id = done ? half_day->id : 0;
	entity_free(&entity_half_day, half_day);
	entity_free(&entity_event_day, day);
	return id;
}

/* ---- removing -----------------------------------------------------------------------------------
 */

static bool
half_day_is_free(Store *store, const struct half_day *half_day, GError **error)
{
	gint64 marks = store_count(store, &entity_presence_mark, "half_day_id",
				   value_integer(half_day->id), error);
	return marks == 0 ||
	       (marks > 0 && fail(error, ERROR_REFERENCED,
				  _("people were marked for this half-day: it can count as 0, not "
				    "be deleted")));
}

/* The others of the day are as people want them now. */
static bool
others_settle(Store *store, Rows *others, gint64 gone, GError **error)
{
	for (guint i = 0; i < others->n; i++) {
		struct half_day *other = others->row[i];
		if (other->id == gone || other->adjusted == 1)
			continue;
		other->adjusted = 1;
		if (!store_update(store, &entity_half_day, other, error))
			return false;
	}
	return true;
}

static bool
last_remove(Store *store, const struct half_day *half_day, GError **error)
{
	struct event_day *day = store_get(store, &entity_event_day, half_day->day_id, error);
	bool done = day != NULL;
	if (done && has_programme(store, day->event_id))
		done = fail(error, ERROR_INVALID,
			    _("the programme makes this half-day, the only one of its day: set "
			      "counts_as=0, or take the day out of the event"));
	else if (done &&
		 store_count(store, &entity_session, "day_id", value_integer(day->id), NULL) > 0)
		done = store_delete(store, &entity_half_day, half_day->id, error);
	else if (done)
		done = store_delete(store, &entity_event_day, day->id, error);
	entity_free(&entity_event_day, day);
	return done;
}

bool
half_day_remove(Store *store, gint64 half_day_id, GError **error)
{
	struct half_day *half_day = store_get(store, &entity_half_day, half_day_id, error);
	g_autoptr(Rows) rows = half_day != NULL ? store_of(store, &entity_half_day, "day_id",
							   half_day->day_id, error)
						: NULL;
	bool done = rows != NULL && half_day_is_free(store, half_day, error);
	if (done && rows->n == 1)
		done = last_remove(store, half_day, error);
	else if (done)
		done = others_settle(store, rows, half_day_id, error) &&
		       store_delete(store, &entity_half_day, half_day_id, error);
	entity_free(&entity_half_day, half_day);
	return done;
}
