/* What a date is looked for. */
#include "app/date_finder_private.h"
#include "app/event_whole.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/day_grid.h"
#include "core/status.h"

enum {
	LONGEST_DAYS = 10,
	LONGEST_MINUTES = 9 * 60,
	HALF_DAY = 3 * 60 + 30,
	USUAL_SPAN = 90,
};

DateSearch *
date_search_new(Store *store)
{
	DateSearch *search = g_new0(DateSearch, 1);
	char today[11];
	store_today(store, today);
	search->from = date_number(today) + 1;
	search->until = search->from + USUAL_SPAN;
	search->days = 1;
	search->towns = g_ptr_array_new_with_free_func(g_free);
	search->rooms = g_array_new(FALSE, FALSE, sizeof(gint64));
	search->speakers = g_array_new(FALSE, FALSE, sizeof(gint64));
	return search;
}

void
date_search_free(DateSearch *search)
{
	if (search == NULL)
		return;
	g_clear_pointer(&search->parts, g_array_unref);
	g_ptr_array_unref(search->towns);
	g_array_unref(search->rooms);
	g_array_unref(search->speakers);
	g_free(search);
}

/* ---- of an event --------------------------------------------------------------------------------
 */

static void
id_add(GArray *ids, gint64 id)
{
	for (guint i = 0; i < ids->len; i++)
		if (g_array_index(ids, gint64, i) == id)
			return;
	if (id != 0)
		g_array_append_val(ids, id);
}

/* Days without a date yet count as one that is free to be anywhere. */
static void
parts_of(DateSearch *search, const Rows *days)
{
	int first = 0;
	search->parts = g_array_new(FALSE, FALSE, sizeof(struct finder_part));
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		struct finder_part part = {
			.start = day->start_time != NULL ? time_minutes(day->start_time) : -1,
			.end = day->end_time != NULL ? time_minutes(day->end_time) : -1,
		};
		if (!date_is_day(day->date) && search->parts->len > 0)
			continue;
		if (date_is_day(day->date)) {
			first = search->parts->len > 0 ? first : date_number(day->date);
			part.offset = date_number(day->date) - first;
		}
		g_array_append_val(search->parts, part);
	}
	if (search->parts->len == 0)
		g_clear_pointer(&search->parts, g_array_unref);
}

static void
town_of(DateSearch *search, const EventWhole *whole)
{
	for (guint i = 0; i < whole->days->n; i++) {
		const struct event_day *day = whole->days->row[i];
		const struct venue *venue = rows_find(whole->venues, day->venue_id);
		if (venue == NULL || venue->town == NULL)
			continue;
		g_ptr_array_add(search->towns, g_strdup(venue->town));
		return;
	}
}

DateSearch *
date_search_of_event(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(EventWhole) whole = event_whole_load(store, event_id, false, error);
	if (whole == NULL)
		return NULL;
	DateSearch *search = date_search_new(store);
	search->event_id = event_id;
	search->kind_id = whole->event->kind_id;
	parts_of(search, whole->days);
	town_of(search, whole);
	for (guint i = 0; i < whole->sessions->n; i++)
		id_add(search->rooms, ((const struct session *)whole->sessions->row[i])->room_id);
	for (guint i = 0; i < whole->bookings->n; i++)
		id_add(search->rooms, ((const struct booking *)whole->bookings->row[i])->room_id);
	for (guint i = 0; i < whole->speakers->n; i++) {
		const struct speaker *speaker = whole->speakers->row[i];
		if (code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			id_add(search->speakers, speaker->person_id);
	}
	return search;
}

bool
event_uids_add(Store *store, gint64 event_id, GHashTable *uids, GError **error)
{
	g_autoptr(Rows) days = event_rows(store, &entity_event_day, event_id, error);
	g_autoptr(Rows) sessions =
		days != NULL ? event_rows(store, &entity_session, event_id, error) : NULL;
	if (sessions == NULL)
		return false;
	for (guint i = 0; i < days->n; i++)
		g_hash_table_add(uids, g_strdup(((struct event_day *)days->row[i])->uid));
	for (guint i = 0; i < sessions->n; i++)
		g_hash_table_add(uids, g_strdup(((struct session *)sessions->row[i])->uid));
	return true;
}

/* ---- how long -----------------------------------------------------------------------------------
 */

/* A number and what it counts: one of DAYS and MINUTES becomes more than 0. */
static void
amount_read(const char *key, int *days, int *minutes)
{
	static const char *const of_days[] = {"", "j", "jour", "jours", "d", "day", "days", NULL};
	static const char *const of_minutes[] = {"min", "mn", "minute", "minutes", NULL};
	char *unit = NULL;
	int number = (int)MIN(g_ascii_strtoull(key, &unit, 10), 10000);
	guint64 more = 0;
	if (unit == key)
		return;
	if (g_strv_contains(of_days, unit))
		*days = number;
	else if (g_strv_contains(of_minutes, unit))
		*minutes = number;
	else if (*unit == 'h' &&
		 (unit[1] == '\0' || g_ascii_string_to_unsigned(unit + 1, 10, 0, 59, &more, NULL)))
		*minutes = number * 60 + (int)more;
}

bool
date_search_duration(DateSearch *search, const char *typed, GError **error)
{
	g_autofree char *key = text_search_key(typed);
	int days = 0, minutes = 0;
	if (g_strcmp0(typed, "½") == 0 || g_str_has_prefix(key, "demij") ||
	    g_str_has_prefix(key, "half"))
		minutes = HALF_DAY;
	else if (typed == NULL || *typed != '-')
		amount_read(key, &days, &minutes);
	if ((days < 1 && minutes < 1) || days > LONGEST_DAYS || minutes > LONGEST_MINUTES)
		return fail(error, ERROR_INVALID,
			    _("“%s” is no duration: days (2) up to %d, hours (3h30) up to %d, or "
			      "half-day"),
			    typed != NULL ? typed : "", LONGEST_DAYS, LONGEST_MINUTES / 60);
	g_clear_pointer(&search->parts, g_array_unref);
	search->days = MAX(days, 1);
	search->minutes = minutes;
	return true;
}

char *
date_search_duration_text(const DateSearch *search)
{
	guint parts = search->parts != NULL ? search->parts->len : 0;
	if (parts == 0 && search->minutes > 0)
		return search->minutes % 60 == 0
			       ? g_strdup_printf(_("%d h"), search->minutes / 60)
			       : g_strdup_printf(_("%d h %02d"), search->minutes / 60,
						 search->minutes % 60);
	int days = parts > 0 ? (int)parts : search->days;
	return g_strdup_printf(i18n_count("%d day", "%d days", days), days);
}
