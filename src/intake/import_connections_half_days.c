/* Which half-days of the event the log of a meeting is of. */
#include <string.h>

#include "app/checkin.h"
#include "app/event.h"
#include "app/nouns.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/half_day_rule.h"
#include "core/programme.h"
#include "core/status.h"
#include "intake/import_connections_private.h"
#include "intake/import_private.h"
#include "store/setting.h"

/* A half-day whose times nobody knows counts as so long, of which a part can be asked. */
#define UNKNOWN_LENGTH (3 * 3600)

#define DAY_SECONDS 86400

static gint64
instant_of(const ConnectionsPlan *plan, const char *date, const char *time)
{
	char day[11];
	gint64 seconds = 0;
	g_autofree char *text = g_strdup_printf("%s %s", date, time);
	return value_seconds(text, plan->work->zone, false, &seconds, day) ? seconds : 0;
}

/* From where to where a part of a day goes when its own times are not known. */
static void
part_borders(Store *store, const char *part, char from[static 6], char to[static 6])
{
	const struct half_day_rule *rule = &half_day_rule_default;
	g_autofree char *noon = setting_get(store, "afternoon_starts");
	g_autofree char *eve = setting_get(store, "evening_starts");
	int pm_starts = noon != NULL ? time_minutes(noon) : rule->pm_starts;
	int eve_starts = eve != NULL ? time_minutes(eve) : rule->eve_starts;
	bool am = strcmp(part, "am") == 0, pm = strcmp(part, "pm") == 0;
	time_from_minutes(am ? 0 : pm ? pm_starts : eve_starts, from);
	time_from_minutes(am ? pm_starts : pm ? eve_starts : 24 * 60 - 1, to);
}

static struct connection_window
window_of(Store *store, const ConnectionsPlan *plan, const struct half_day *row, const char *date)
{
	char from[6], to[6];
	part_borders(store, row->part, from, to);
	struct connection_window window = {
		instant_of(plan, date, row->start_time != NULL ? row->start_time : from),
		instant_of(plan, date, row->end_time != NULL ? row->end_time : to),
	};
	if (window.to <= window.from) /* an evening that ends behind midnight */
		window.to += DAY_SECONDS;
	return window;
}

static void
half_day_add_to(Store *store, ConnectionsPlan *plan, const struct half_day *row, const char *date,
		const struct connection_threshold *threshold)
{
	struct connected_half_day *half_day = g_new0(struct connected_half_day, 1);
	struct connection_window window = window_of(store, plan, row, date);
	bool known = row->start_time != NULL && row->end_time != NULL;
	half_day->id = row->id;
	half_day->name = noun_name(store, &noun_half_day, row);
	half_day->words = half_day_words(store, row->id);
	g_strlcpy(half_day->date, date, sizeof half_day->date);
	half_day->part = code_find(&code_half_day_parts, row->part)->code;
	half_day->place = plan->work->windows->len;
	half_day->threshold =
		connection_threshold_seconds(threshold,
					     known ? window.to - window.from : UNKNOWN_LENGTH);
	g_array_append_val(plan->work->windows, window);
	g_ptr_array_add(plan->half_days, half_day);
}

bool
connections_half_days(Store *store, ConnectionsPlan *plan,
		      const struct connection_threshold *threshold, GPtrArray *dates,
		      GError **error)
{
	g_autoptr(Rows) days = event_days(store, plan->event_id, error);
	if (days == NULL)
		return false;
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day->id, error);
		if (rows == NULL)
			return false;
		if (!date_is_day(day->date))
			continue;
		g_ptr_array_add(dates, g_strdup(day->date));
		for (guint j = 0; j < rows->n; j++)
			half_day_add_to(store, plan, rows->row[j], day->date, threshold);
	}
	return plan->half_days->len > 0 ||
	       fail(error, ERROR_INVALID, _("the event has no half-day yet: give it a day%s"), "");
}

gint64 *
connections_everywhere(const ConnectionsPlan *plan, const GArray *times)
{
	const GArray *windows = plan->work->windows;
	gint64 *seconds = g_new0(gint64, windows->len + 1);
	connections_seconds((const struct connection *)(const void *)times->data, times->len,
			    (const struct connection_window *)(const void *)windows->data,
			    windows->len, seconds);
	return seconds;
}

/* Whether anybody was connected during it. */
static bool
half_day_touched(const ConnectionsPlan *plan, const struct connected_half_day *half_day)
{
	for (guint i = 0; i < plan->work->groups->len; i++) {
		g_autofree gint64 *seconds = connections_everywhere(plan, group_at(plan, i)->times);
		if (seconds[half_day->place] > 0)
			return true;
	}
	return false;
}

static char *
half_days_named(const ConnectionsPlan *plan)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < plan->half_days->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
				       half_day_of(plan, i)->name);
	return g_string_free(names, FALSE);
}

/* The first instant of the log and the last; false when it has none. */
static bool
log_span(const ConnectionsPlan *plan, gint64 *from, gint64 *to)
{
	*from = G_MAXINT64;
	*to = G_MININT64;
	for (guint i = 0; i < plan->work->groups->len; i++) {
		const struct connected_group *group = group_at(plan, i);
		for (guint j = 0; j < group->times->len; j++) {
			const struct connection *one = &group_times(group)[j];
			if (one->from == CONNECTION_UNKNOWN || one->to == CONNECTION_UNKNOWN)
				continue;
			*from = MIN(*from, one->from);
			*to = MAX(*to, one->to);
		}
	}
	return *from <= *to;
}

static char *
instant_words(const ConnectionsPlan *plan, gint64 seconds)
{
	g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(seconds);
	g_autoptr(GDateTime) local =
		utc != NULL ? g_date_time_to_timezone(utc, plan->work->zone) : NULL;
	return local != NULL ? g_date_time_format(local, "%d/%m/%Y %H:%M") : g_strdup("?");
}

static bool
half_days_unsaid(const ConnectionsPlan *plan, GError **error)
{
	gint64 from = 0, to = 0;
	g_autofree char *names = half_days_named(plan);
	if (!log_span(plan, &from, &to))
		return fail(error, ERROR_AMBIGUOUS,
			    _("the log says how long people were connected, not when: say of which "
			      "half-day it is; they are: %s"),
			    names);
	g_autofree char *first = instant_words(plan, from);
	g_autofree char *last = instant_words(plan, to);
	return fail(error, ERROR_AMBIGUOUS,
		    _("the log goes from %s to %s, where the event has no half-day: check that it "
		      "is the right one, or say of which half-day it is; they are: %s"),
		    first, last, names);
}

static void
half_days_keep(ConnectionsPlan *plan, gint64 half_day_id)
{
	for (guint i = plan->half_days->len; i > 0; i--)
		if (half_day_of(plan, i - 1)->id != half_day_id)
			g_ptr_array_remove_index(plan->half_days, i - 1);
}

/* Of a half-day that somebody has said everything counts when no time of the log falls into it. */
static void
half_days_take_said(ConnectionsPlan *plan, gint64 half_day_id)
{
	gint64 from = 0, to = 0;
	half_days_keep(plan, half_day_id);
	plan->by_length = !half_day_touched(plan, half_day_of(plan, 0));
	if (plan->by_length && log_span(plan, &from, &to))
		connections_say(plan, 0, "warning",
				_("no time of the log falls into %s: how long people were "
				  "connected "
				  "counts, whenever it was"),
				half_day_of(plan, 0)->words);
}

/* Times that are in none of the log's half-days count nowhere: who has no others is told of. */
static void
times_say(ConnectionsPlan *plan)
{
	bool spread = false;
	for (guint i = 0; !plan->by_length && i < plan->work->groups->len; i++) {
		const struct connected_group *group = group_at(plan, i);
		bool timed = false;
		for (guint j = 0; j < group->times->len; j++) {
			timed |= group_times(group)[j].from != CONNECTION_UNKNOWN;
			spread |= connection_is_spread(&group_times(group)[j]);
		}
		if (!timed)
			connections_say(plan, group->line, "warning",
					_("%s: the log does not say when they were connected"),
					group->name);
	}
	if (spread && plan->half_days->len > 1)
		connections_say(plan, 0, "information",
				_("the log says when people first joined, last left and how long "
				  "they stayed: their minutes of each half-day are an estimate"));
}

static bool
half_days_choose(ConnectionsPlan *plan, gint64 half_day_id, GError **error)
{
	gint64 from = 0, to = 0;
	if (half_day_id != 0) {
		half_days_take_said(plan, half_day_id);
		return true;
	}
	if (plan->half_days->len == 1 && !log_span(plan, &from, &to)) {
		plan->by_length = true;
		return true;
	}
	g_autoptr(GPtrArray) touched = g_ptr_array_new();
	for (guint i = 0; i < plan->half_days->len; i++)
		if (half_day_touched(plan, half_day_of(plan, i)))
			g_ptr_array_add(touched, half_day_of(plan, i));
	if (touched->len == 0)
		return half_days_unsaid(plan, error);
	for (guint i = plan->half_days->len; i > 0; i--)
		if (!g_ptr_array_find(touched, half_day_of(plan, i - 1), NULL))
			g_ptr_array_remove_index(plan->half_days, i - 1);
	return true;
}

bool
connections_choose(ConnectionsPlan *plan, gint64 half_day_id, GError **error)
{
	if (!half_days_choose(plan, half_day_id, error))
		return false;
	times_say(plan);
	return true;
}
