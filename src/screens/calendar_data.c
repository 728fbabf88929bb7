/* What the calendar shows, read a year at a time: keys move in what is there already. */
#include <string.h>

#include "app/date_finder.h"
#include "app/event.h"
#include "app/output.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/busy.h"
#include "core/check.h"
#include "core/day_grid.h"
#include "core/holiday.h"
#include "core/place.h"
#include "core/reference.h"
#include "core/status.h"
#include "screens/calendar_private.h"
#include "store/busy_rows.h"
#include "store/period_rows.h"
#include "store/setting.h"

#define BEYOND 45 /* days before and after the year, so that its ends show whole months */

static const char *
kept(struct calendar_period *period, const char *text)
{
	return text != NULL ? g_string_chunk_insert_const(period->words, text) : NULL;
}

static int
minutes_of(const char *time)
{
	return time != NULL ? time_minutes(time) : -1;
}

static struct calendar_mark *
mark_at(struct calendar_period *period, int day)
{
	return day >= period->first && day <= period->last ? &period->marks[day - period->first]
							   : NULL;
}

/* ---- reading ------------------------------------------------------------------------------------
 */

static void
day_take(const struct period_day *day, gpointer user)
{
	struct calendar_period *period = user;
	g_autofree char *place = day->venue == NULL ? NULL
				 : day->town != NULL && strcmp(day->town, day->venue) != 0
					 ? g_strdup_printf("%s, %s", day->venue, day->town)
					 : g_strdup(day->venue);
	struct calendar_event event = {
		.event_id = day->event_id,
		.day = date_number(day->date),
		.start = minutes_of(day->start_time),
		.end = minutes_of(day->end_time),
		.title = kept(period, day->short_title != NULL ? day->short_title : day->title),
		.number = kept(period, day->number),
		.place = kept(period, place),
		.town = kept(period, day->town),
		.status = kept(period, day->status),
		.deadline = kept(period, day->deadline),
		.last_day = kept(period, day->last_day),
		.seat_limit = MAX(day->seat_limit, 0),
		.live = code_is(&code_event_statuses, day->status, CODE_LIVE),
	};
	g_array_append_val(period->events, event);
}

static void
tally_take(gint64 event_id, const char *status, const char *part, gint64 n, gpointer user)
{
	struct calendar_period *period = user;
	gint64 seats = attendee_takes_seat(status, part) ? n : 0;
	gint64 registered = attendee_counted(status, part) ? n : 0;
	for (guint i = 0; seats + registered > 0 && i < period->events->len; i++) {
		struct calendar_event *event =
			&g_array_index(period->events, struct calendar_event, i);
		if (event->event_id != event_id)
			continue;
		event->seats += seats;
		event->registered += registered;
	}
}

/* Holidays are marked by the rule of the common law: the calendar shows all départements. */
static void
holidays_mark(struct calendar_period *period)
{
	int year, last_year, month, of_month;
	day_parts(period->first, &year, &month, &of_month);
	day_parts(period->last, &last_year, &month, &of_month);
	for (; year <= last_year; year++) {
		g_autoptr(GArray) holidays = holiday_year(year, NULL);
		for (guint i = 0; i < holidays->len; i++) {
			const struct holiday *holiday = &g_array_index(holidays, struct holiday, i);
			struct calendar_mark *mark = mark_at(period, date_number(holiday->date));
			if (mark != NULL)
				mark->holiday = _(holiday->name);
		}
	}
}

static void
period_mark(struct calendar_period *period, const struct holiday_period *row)
{
	bool school = strcmp(row->kind, "school") == 0;
	g_autofree char *why = row->reason != NULL && !school
				       ? g_strdup_printf("%s (%s)", row->name, row->reason)
				       : g_strdup(row->name);
	int first = MAX(date_number(row->first_day), period->first);
	int last = MIN(date_number(row->last_day), period->last);
	for (int day = first; day <= last; day++) {
		if (school)
			period->marks[day - period->first].school = kept(period, why);
		else
			period->marks[day - period->first].avoid = kept(period, why);
	}
}

static bool
periods_mark(struct calendar_period *period, Store *store, GError **error)
{
	g_autofree char *zone = setting_get(store, "school_zone");
	g_autoptr(Rows) rows = store_all(store, &entity_holiday_period, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct holiday_period *row = rows->row[i];
		if (row->zone == NULL || g_strcmp0(row->zone, zone) == 0)
			period_mark(period, row);
	}
	return rows != NULL;
}

static bool
busy_mark(struct calendar_period *period, Store *store, const char *first, const char *last,
	  GError **error)
{
	g_autoptr(Rows) rows = busy_between(store, first, last, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct busy *row = rows->row[i];
		struct finder_busy busy = {.first = date_number(row->first_day),
					   .last = date_number(row->last_day),
					   .start = minutes_of(row->start_time),
					   .end = minutes_of(row->end_time),
					   .title = kept(period, row->title),
					   .source = kept(period, row->source)};
		g_array_append_val(period->busy, busy);
		int until = MIN(busy.last, period->last);
		for (int day = MAX(busy.first, period->first); day <= until; day++)
			period->marks[day - period->first].busy++;
	}
	return rows != NULL;
}

static struct calendar_period *
period_new(int first, int last)
{
	struct calendar_period *period = g_new0(struct calendar_period, 1);
	period->first = first;
	period->last = last;
	period->events = g_array_new(FALSE, FALSE, sizeof(struct calendar_event));
	period->busy = g_array_new(FALSE, FALSE, sizeof(struct finder_busy));
	period->marks = g_new0(struct calendar_mark, (gsize)(last - first) + 1);
	period->words = g_string_chunk_new(8192);
	period->warnings = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	return period;
}

void
calendar_period_free(struct calendar_period *period)
{
	if (period == NULL)
		return;
	g_array_unref(period->events);
	g_array_unref(period->busy);
	g_clear_pointer(&period->taken, g_array_unref);
	g_clear_pointer(&period->room_ids, g_array_unref);
	g_clear_pointer(&period->room_names, g_ptr_array_unref);
	g_hash_table_unref(period->warnings);
	g_string_chunk_free(period->words);
	g_free(period->marks);
	g_free(period);
}

static bool
period_read(struct calendar_period *period, Store *store, GError **error)
{
	char first[11], last[11];
	date_from_number(period->first, first);
	date_from_number(period->last, last);
	holidays_mark(period);
	return period_days(store, first, last, day_take, period, error) &&
	       period_tallies(store, first, last, tally_take, period, error) &&
	       periods_mark(period, store, error) && busy_mark(period, store, first, last, error);
}

bool
calendar_need(struct calendar *calendar, struct ui *ui, int first, int last)
{
	const struct calendar_period *known = calendar->period;
	if (known != NULL && known->first <= first && known->last >= last)
		return true;
	int year, month, of_month;
	day_parts(calendar->day, &year, &month, &of_month);
	struct calendar_period *period = period_new(MIN(first, day_of_month(year, 1) - BEYOND),
						    MAX(last, day_of_month(year + 1, 1) + BEYOND));
	GError *error = NULL;
	if (!period_read(period, ui->store, &error)) {
		ui_fail(ui, error);
		calendar_period_free(period);
		return false;
	}
	calendar_period_free(calendar->period);
	calendar->period = period;
	return true;
}

/* ---- asking -------------------------------------------------------------------------------------
 */

const struct calendar_mark *
calendar_mark(const struct calendar *calendar, int day)
{
	static const struct calendar_mark none;
	const struct calendar_mark *mark = mark_at(calendar->period, day);
	return mark != NULL ? mark : &none;
}

int
calendar_shown_day(const struct calendar *calendar, const struct calendar_event *event)
{
	const struct calendar_move *move = calendar->move;
	bool moves = move != NULL && move->event_id == event->event_id;
	return event->day + (moves ? calendar->day - move->from : 0);
}

GPtrArray *
calendar_on(const struct calendar *calendar, int day)
{
	GPtrArray *events = g_ptr_array_new();
	for (guint i = 0; i < calendar->period->events->len; i++) {
		struct calendar_event *event =
			&g_array_index(calendar->period->events, struct calendar_event, i);
		if (calendar_shown_day(calendar, event) == day)
			g_ptr_array_add(events, event);
	}
	return events;
}

guint *
calendar_load(const struct calendar *calendar, int first, guint n)
{
	guint *load = g_new0(guint, n);
	for (guint i = 0; i < calendar->period->events->len; i++) {
		const struct calendar_event *event =
			&g_array_index(calendar->period->events, struct calendar_event, i);
		int place = calendar_shown_day(calendar, event) - first;
		if (event->live && place >= 0 && place < (int)n)
			load[place]++;
	}
	return load;
}

/* The worst of what the checks say, and how many more there are. */
static char *
warning_read(Store *store, gint64 event_id)
{
	g_autoptr(GPtrArray) problems = event_check(store, event_id, NULL);
	const struct check_problem *worst = NULL;
	guint n = 0;
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (problem->severity == CHECK_INFORMATION)
			continue;
		n++;
		if (worst == NULL || problem->severity > worst->severity)
			worst = problem;
	}
	if (worst == NULL)
		return g_strdup("");
	return n == 1 ? g_strdup(worst->message)
		      : g_strdup_printf(i18n_count("%s (and %u more)", "%s (and %u more)", n - 1),
					worst->message, n - 1);
}

/* The next event of the day one is on that nobody has looked at; 0: none. */
static gint64
unchecked_next(const struct calendar *calendar)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	for (guint i = 0; i < events->len; i++) {
		const struct calendar_event *event = g_ptr_array_index(events, i);
		if (g_hash_table_lookup(calendar->period->warnings, &event->event_id) == NULL)
			return event->event_id;
	}
	return 0;
}

/* One event at a time, while no key waits. */
static gboolean
warning_step(gpointer user)
{
	struct calendar *calendar = user;
	gint64 id =
		calendar->period != NULL && calendar->move == NULL ? unchecked_next(calendar) : 0;
	if (id != 0)
		g_hash_table_insert(calendar->period->warnings, g_memdup2(&id, sizeof id),
				    warning_read(calendar->ui->store, id));
	if (id != 0 && unchecked_next(calendar) != 0)
		return G_SOURCE_CONTINUE;
	calendar->checking = 0;
	if (id != 0 && ui_top(calendar->ui) == &calendar->screen && !calendar->ui->leaving)
		ui_draw(calendar->ui);
	return G_SOURCE_REMOVE;
}

const char *
calendar_warning(struct calendar *calendar, struct ui *ui, gint64 event_id)
{
	const char *warning = g_hash_table_lookup(calendar->period->warnings, &event_id);
	calendar->ui = ui;
	if (warning == NULL && calendar->checking == 0)
		calendar->checking = g_idle_add(warning_step, calendar);
	return warning != NULL ? warning : "";
}

void
calendar_warnings_stop(struct calendar *calendar)
{
	if (calendar->checking != 0)
		g_source_remove(calendar->checking);
	calendar->checking = 0;
}

/* ---- rooms --------------------------------------------------------------------------------------
 */

static void
taken_take(const struct period_engagement *taken, gpointer user)
{
	struct calendar_period *period = user;
	if (taken->room == 0 || !code_is(&code_event_statuses, taken->status, CODE_LIVE) ||
	    (taken->state != NULL && !code_is(&code_booking_states, taken->state, CODE_LIVE)))
		return;
	struct calendar_taken row = {
		.event_id = taken->event_id,
		.room = taken->room,
		.day = date_number(taken->date),
		.title = kept(period,
			      taken->short_title != NULL ? taken->short_title : taken->title),
	};
	for (guint i = 0; i < period->taken->len; i++) {
		const struct calendar_taken *other =
			&g_array_index(period->taken, struct calendar_taken, i);
		if (other->event_id == row.event_id && other->room == row.room &&
		    other->day == row.day)
			return;
	}
	g_array_append_val(period->taken, row);
}

static void
rooms_list(struct calendar_period *period, const Rows *venues, const Rows *rooms)
{
	for (guint i = 0; i < venues->n; i++)
		for (guint j = 0; j < rooms->n; j++) {
			const struct venue *venue = venues->row[i];
			const struct room *room = rooms->row[j];
			if (room->venue_id != venue->id)
				continue;
			g_ptr_array_add(period->room_names,
					g_strdup_printf("%s · %s", room->name, venue->name));
			g_array_append_val(period->room_ids, room->id);
		}
}

bool
calendar_rooms_need(struct calendar *calendar, struct ui *ui)
{
	struct calendar_period *period = calendar->period;
	if (period->taken != NULL)
		return true;
	GError *error = NULL;
	char first[11], last[11];
	date_from_number(period->first, first);
	date_from_number(period->last, last);
	period->taken = g_array_new(FALSE, FALSE, sizeof(struct calendar_taken));
	period->room_names = g_ptr_array_new_with_free_func(g_free);
	period->room_ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	g_autoptr(Rows) venues = store_all(ui->store, &entity_venue, &error);
	g_autoptr(Rows) rooms = venues != NULL ? store_all(ui->store, &entity_room, &error) : NULL;
	bool done = rooms != NULL &&
		    period_engagements(ui->store, first, last, taken_take, period, &error);
	if (done)
		rooms_list(period, venues, rooms);
	ui_fail(ui, error);
	return done;
}
