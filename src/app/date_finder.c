#include "app/date_finder.h"

#include <string.h>

#include "app/date_finder_private.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/busy.h"
#include "core/day_grid.h"
#include "core/naming.h"
#include "core/reference.h"
#include "core/status.h"
#include "store/busy_rows.h"
#include "store/period_rows.h"
#include "store/setting.h"

#define HABIT_LEAST 5 /* days of one kind; with fewer, all events say what is usual */
#define AROUND      7 /* days before and after, for what lies in the same week */

struct date_finder {
	Store *store;
	const DateSearch *search;
	struct finder_facts facts;
	GArray *parts;       /* struct finder_part */
	GArray *towns;       /* struct finder_town */
	GArray *periods;     /* struct finder_period */
	GArray *engagements; /* struct finder_engagement */
	GArray *events;      /* struct finder_event */
	GArray *busy;        /* struct finder_busy */
	Rows *period_rows;
	Rows *busy_rows;
	int habit_all[8], habit_kind[8], n_kind;
	GStringChunk *words;
};

static const char *
kept(DateFinder *finder, const char *text)
{
	return text != NULL ? g_string_chunk_insert_const(finder->words, text) : NULL;
}

static int
minutes_of(const char *time)
{
	return time != NULL ? time_minutes(time) : -1;
}

/* ---- what is looked for -------------------------------------------------------------------------
 */

static void
parts_gather(DateFinder *finder)
{
	const DateSearch *search = finder->search;
	if (search->parts != NULL && search->parts->len > 0) {
		g_array_append_vals(finder->parts, search->parts->data, search->parts->len);
		return;
	}
	for (int i = 0; i < MAX(search->days, 1); i++) {
		struct finder_part part = {i, -1, -1};
		g_array_append_val(finder->parts, part);
	}
	finder->facts.minutes = search->days <= 1 ? search->minutes : 0;
}

static void
towns_gather(DateFinder *finder, GPtrArray *notes)
{
	const GPtrArray *towns = finder->search->towns;
	for (guint i = 0; i < towns->len; i++) {
		const char *name = g_ptr_array_index(towns, i);
		g_autofree char *key = text_search_key(name);
		g_autofree char *department = town_department(finder->store, key);
		struct finder_town town = {kept(finder, name), kept(finder, key),
					   kept(finder, department)};
		g_array_append_val(finder->towns, town);
		if (department == NULL && notes != NULL)
			g_ptr_array_add(notes, g_strdup_printf(_("no place or commune is called "
								 "“%s”: nothing is known of it"),
							       name));
	}
}

/* ---- what lies in these days --------------------------------------------------------------------
 */

/* The holidays of other zones are told when they are not those of the centre too. */
static void
period_gather(DateFinder *finder, const struct holiday_period *row, const char *zone)
{
	bool avoid = strcmp(row->kind, "school") != 0;
	bool ours = row->zone == NULL || g_strcmp0(row->zone, zone) == 0;
	if (avoid && !ours)
		return;
	struct finder_period period = {.first = date_number(row->first_day),
				       .last = date_number(row->last_day),
				       .avoid = avoid,
				       .name = row->name,
				       .reason = row->reason,
				       .zone = ours ? NULL : row->zone};
	g_array_append_val(finder->periods, period);
}

static bool
periods_gather(DateFinder *finder, GError **error)
{
	const char *last = NULL;
	g_autofree char *zone = setting_get(finder->store, "school_zone");
	finder->period_rows = store_all(finder->store, &entity_holiday_period, error);
	for (guint i = 0; finder->period_rows != NULL && i < finder->period_rows->n; i++)
		period_gather(finder, finder->period_rows->row[i], zone);
	for (guint i = 0; finder->period_rows != NULL && i < finder->period_rows->n; i++) {
		const struct holiday_period *row = finder->period_rows->row[i];
		if (strcmp(row->kind, "school") == 0 && g_strcmp0(row->last_day, last) > 0)
			last = row->last_day;
	}
	finder->facts.holidays_end = last != NULL ? date_number(last) : G_MININT;
	return finder->period_rows != NULL;
}

static void
habit_count(DateFinder *finder, const struct period_day *day, int number)
{
	int weekday = day_weekday(number);
	finder->habit_all[weekday]++;
	if (finder->search->kind_id == 0 || day->kind_id != finder->search->kind_id)
		return;
	finder->habit_kind[weekday]++;
	finder->n_kind++;
}

static void
event_take(const struct period_day *day, gpointer user)
{
	DateFinder *finder = user;
	if (day->event_id == finder->search->event_id ||
	    !code_is(&code_event_statuses, day->status, CODE_LIVE))
		return;
	g_autofree char *key = day->town != NULL ? text_search_key(day->town) : NULL;
	const char *title = day->short_title != NULL ? day->short_title : day->title;
	struct finder_event event = {.day = date_number(day->date),
				     .title = kept(finder, title),
				     .town = kept(finder, key),
				     .department = kept(finder, day->department)};
	g_array_append_val(finder->events, event);
	if (event.day < finder->facts.today)
		habit_count(finder, day, event.day);
}

static void
habit_settle(DateFinder *finder)
{
	finder->facts.habit_of_kind = finder->n_kind >= HABIT_LEAST;
	memcpy(finder->facts.habit,
	       finder->facts.habit_of_kind ? finder->habit_kind : finder->habit_all,
	       sizeof finder->facts.habit);
}

static bool
ids_have(const GArray *ids, gint64 id)
{
	for (guint i = 0; id != 0 && i < ids->len; i++)
		if (g_array_index(ids, gint64, i) == id)
			return true;
	return false;
}

static void
engagement_take(const struct period_engagement *taken, gpointer user)
{
	DateFinder *finder = user;
	bool room = taken->room != 0;
	const struct code_list *states = room ? &code_booking_states : &code_speaker_states;
	if (taken->event_id == finder->search->event_id ||
	    !code_is(&code_event_statuses, taken->status, CODE_LIVE) ||
	    (taken->state != NULL && !code_is(states, taken->state, CODE_LIVE)) ||
	    !(room ? ids_have(finder->search->rooms, taken->room)
		   : ids_have(finder->search->speakers, taken->person)))
		return;
	g_autofree char *who = room ? g_strdup_printf("%s, %s", taken->room_name, taken->venue)
				    : name_shown(taken->first_name, taken->last_name);
	g_autofree char *what =
		g_strdup_printf("%s %s", taken->number,
				taken->short_title != NULL ? taken->short_title : taken->title);
	struct finder_engagement engagement = {
		.room = room,
		.day = date_number(taken->date),
		.start = minutes_of(taken->start_time),
		.end = minutes_of(taken->end_time),
		.who = kept(finder, who),
		.what = kept(finder, what),
	};
	g_array_append_val(finder->engagements, engagement);
}

/* The event itself may stand in the calendar of a partner to whom we sent it. */
static bool
busy_gather(DateFinder *finder, const char *first, const char *last, GError **error)
{
	g_autoptr(GHashTable) own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (finder->search->event_id != 0 &&
	    !event_uids_add(finder->store, finder->search->event_id, own, error))
		return false;
	finder->busy_rows = busy_between(finder->store, first, last, error);
	for (guint i = 0; finder->busy_rows != NULL && i < finder->busy_rows->n; i++) {
		const struct busy *row = finder->busy_rows->row[i];
		struct finder_busy busy = {.first = date_number(row->first_day),
					   .last = date_number(row->last_day),
					   .start = minutes_of(row->start_time),
					   .end = minutes_of(row->end_time),
					   .title = row->title,
					   .source = row->source};
		if (!g_hash_table_contains(own, row->uid))
			g_array_append_val(finder->busy, busy);
	}
	return finder->busy_rows != NULL;
}

/* All events are read, for when a town had its last one, and for usual weekdays; of the others only
 * what lies in these days. */
static bool
days_gather(DateFinder *finder, GError **error)
{
	const struct finder_part *last_part =
		&g_array_index(finder->parts, struct finder_part, finder->parts->len - 1);
	char first[11], last[11];
	date_from_number(finder->facts.first - AROUND, first);
	date_from_number(finder->facts.last + last_part->offset + AROUND, last);
	return period_days(finder->store, "0001-01-01", "9999-12-31", event_take, finder, error) &&
	       period_engagements(finder->store, first, last, engagement_take, finder, error) &&
	       busy_gather(finder, first, last, error);
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

static void
facts_settle(DateFinder *finder)
{
	struct finder_facts *facts = &finder->facts;
	facts->parts = (const void *)finder->parts->data;
	facts->n_parts = finder->parts->len;
	facts->towns = (const void *)finder->towns->data;
	facts->n_towns = finder->towns->len;
	facts->periods = (const void *)finder->periods->data;
	facts->n_periods = finder->periods->len;
	facts->engagements = (const void *)finder->engagements->data;
	facts->n_engagements = finder->engagements->len;
	facts->events = (const void *)finder->events->data;
	facts->n_events = finder->events->len;
	facts->busy = (const void *)finder->busy->data;
	facts->n_busy = finder->busy->len;
	habit_settle(finder);
}

static DateFinder *
finder_new(Store *store, const DateSearch *search)
{
	DateFinder *finder = g_new0(DateFinder, 1);
	finder->store = store;
	finder->search = search;
	finder->parts = g_array_new(FALSE, FALSE, sizeof(struct finder_part));
	finder->towns = g_array_new(FALSE, FALSE, sizeof(struct finder_town));
	finder->periods = g_array_new(FALSE, FALSE, sizeof(struct finder_period));
	finder->engagements = g_array_new(FALSE, FALSE, sizeof(struct finder_engagement));
	finder->events = g_array_new(FALSE, FALSE, sizeof(struct finder_event));
	finder->busy = g_array_new(FALSE, FALSE, sizeof(struct finder_busy));
	finder->words = g_string_chunk_new(4096);
	return finder;
}

DateFinder *
date_finder_load(Store *store, const DateSearch *search, GPtrArray *notes, GError **error)
{
	g_autoptr(DateFinder) finder = finder_new(store, search);
	char today[11];
	store_today(store, today);
	finder->facts.today = date_number(today);
	finder->facts.first = search->from;
	finder->facts.last = search->until;
	finder->facts.weekends = search->weekends;
	g_autofree char *weights = setting_get(store, "date_weights");
	finder_weights_read(weights, &finder->facts.weights, NULL);
	parts_gather(finder);
	towns_gather(finder, notes);
	if (!periods_gather(finder, error) || !days_gather(finder, error))
		return NULL;
	facts_settle(finder);
	finder->search = NULL;
	return g_steal_pointer(&finder);
}

void
date_finder_free(DateFinder *finder)
{
	if (finder == NULL)
		return;
	g_array_unref(finder->parts);
	g_array_unref(finder->towns);
	g_array_unref(finder->periods);
	g_array_unref(finder->engagements);
	g_array_unref(finder->events);
	g_array_unref(finder->busy);
	rows_free(finder->period_rows);
	rows_free(finder->busy_rows);
	g_string_chunk_free(finder->words);
	g_free(finder);
}

const struct finder_facts *
date_finder_facts(const DateFinder *finder)
{
	return &finder->facts;
}

/* Beyond the last ones that are known, silence would be taken for “none”. */
bool
date_finder_holidays_lack(const DateFinder *finder, char **until)
{
	int end = finder->facts.holidays_end;
	if (end == 0 || end >= finder->facts.last)
		return false;
	char date[11];
	if (end != G_MININT)
		date_from_number(end, date);
	*until = end != G_MININT ? date_text(date, DATE_LETTER) : NULL;
	return true;
}
