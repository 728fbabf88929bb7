/* What partners do on the days of the event. */
#include "app/event_check.h"
#include "base/date.h"
#include "core/busy.h"
#include "store/busy_rows.h"

/* A partner's calendar may hold our own entries, as we have sent them. */
static bool
busy_is_ours(const struct gathering *gathering, const struct busy *busy)
{
	const EventWhole *whole = gathering->whole;
	for (guint i = 0; i < whole->days->n; i++)
		if (g_strcmp0(((const struct event_day *)whole->days->row[i])->uid, busy->uid) == 0)
			return true;
	for (guint i = 0; i < whole->sessions->n; i++)
		if (g_strcmp0(((const struct session *)whole->sessions->row[i])->uid, busy->uid) ==
		    0)
			return true;
	return false;
}

bool
gather_busy(struct gathering *gathering, GError **error)
{
	const char *first = NULL, *last = NULL;
	for (guint i = 0; i < gathering->facts.n_days; i++) {
		const char *date = gathering->days[i].date;
		if (!date_is_day(date))
			continue;
		first = first == NULL || g_strcmp0(date, first) < 0 ? date : first;
		last = g_strcmp0(date, last) > 0 ? date : last;
	}
	gathering->busy = g_array_new(FALSE, FALSE, sizeof(struct check_busy));
	if (first == NULL)
		return true;
	gathering->busy_rows = busy_between(gathering->store, first, last, error);
	for (guint i = 0; gathering->busy_rows != NULL && i < gathering->busy_rows->n; i++) {
		const struct busy *row = gathering->busy_rows->row[i];
		struct check_busy busy = {.first = row->first_day,
					  .last = row->last_day,
					  .start = check_minutes(row->start_time),
					  .end = check_minutes(row->end_time),
					  .title = row->title,
					  .source = row->source};
		if (!busy_is_ours(gathering, row))
			g_array_append_val(gathering->busy, busy);
	}
	gathering->facts.busy = (gconstpointer)gathering->busy->data;
	gathering->facts.n_busy = gathering->busy->len;
	return gathering->busy_rows != NULL;
}
