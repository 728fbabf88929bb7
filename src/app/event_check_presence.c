/* Half-days, and the marks of presence made for them. */
#include <string.h>

#include "app/event_check.h"
#include "base/clock.h"
#include "base/date.h"
#include "core/presence.h"
#include "core/status.h"
#include "store/setting.h"

/* The recordings of one half-day: their first and last instants. */
struct recordings {
	const char *first;
	const char *last;
	gint64 n;
};

/* A connection log is recorded afterwards by its nature, and has the times itself. */
static bool
is_recording(const struct presence_mark *mark)
{
	return mark->retracts == NULL && g_strcmp0(mark->origin, "remote") != 0;
}

static void
recordings_add(struct recordings *recordings, const struct presence_mark *mark)
{
	recordings->n++;
	if (recordings->first == NULL || strcmp(mark->recorded_at, recordings->first) < 0)
		recordings->first = mark->recorded_at;
	if (recordings->last == NULL || strcmp(mark->recorded_at, recordings->last) > 0)
		recordings->last = mark->recorded_at;
}

static gint64
instant_seconds(const char *instant)
{
	g_autoptr(GDateTime) at =
		instant != NULL ? g_date_time_new_from_iso8601(instant, NULL) : NULL;
	return at != NULL ? g_date_time_to_unix(at) : 0;
}

/* True when INSTANT comes after OVER, a civil time of the event. */
static bool
is_after(const struct gathering *gathering, const char *instant, const char *over)
{
	char local[17];
	return clock_local(instant, gathering->whole->event->time_zone, local) &&
	       strcmp(local, over) > 0;
}

/* MARKS are those of one half-day that stand. Telling what time an instant was in a zone is dear:
 * the first and the last recording answer for the others, unless the end falls between them. */
static gint64
marks_after(const struct gathering *gathering, const GPtrArray *marks,
	    const struct recordings *recordings, const char *over)
{
	if (recordings->n == 0 || !is_after(gathering, recordings->last, over))
		return 0;
	if (is_after(gathering, recordings->first, over))
		return recordings->n;
	gint64 after = 0;
	for (guint i = 0; i < marks->len; i++) {
		const struct presence_mark *mark = marks->pdata[i];
		after += is_after(gathering, mark->recorded_at, over);
	}
	return after;
}

/* "2026-10-15T12:30", or NULL when nobody knows when the half-day ended. Caller frees. */
static char *
half_day_over(const struct gathering *gathering, const struct check_half_day *half_day)
{
	const char *date = half_day->day < gathering->facts.n_days
				   ? gathering->days[half_day->day].date
				   : NULL;
	char time[6];
	if (!date_is_day(date) || half_day->end < 0 || half_day->end >= 24 * 60)
		return NULL;
	time_from_minutes(half_day->end, time);
	return g_strdup_printf("%sT%s", date, time);
}

/* Add those of the run FROM…END that say something and were not taken back. */
static void
standing_add(GPtrArray *standing, const GPtrArray *marks, guint from, guint end)
{
	const struct presence_mark *const *run = (gconstpointer)(marks->pdata + from);
	for (guint i = from; i < end; i++) {
		struct presence_mark *mark = marks->pdata[i];
		if (is_recording(mark) && presence_mark_stands(mark, run, end - from))
			g_ptr_array_add(standing, mark);
	}
}

static void
half_day_presence(const struct gathering *gathering, struct check_half_day *half_day,
		  const GPtrArray *marks, guint from, guint end)
{
	struct recordings recordings = {0};
	g_autofree char *over = half_day_over(gathering, half_day);
	g_autoptr(GPtrArray) standing = g_ptr_array_new();
	for (guint i = from, next = 0; i < end; i = next) {
		next = event_marks_run(marks, i);
		half_day->present += code_is(&code_presence_states,
					     event_marks_state(marks, i, next), CODE_COUNTED);
		standing_add(standing, marks, i, next);
	}
	for (guint i = 0; i < standing->len; i++)
		recordings_add(&recordings, standing->pdata[i]);
	half_day->marks = recordings.n;
	half_day->marks_span =
		(instant_seconds(recordings.last) - instant_seconds(recordings.first)) / 60;
	if (over != NULL)
		half_day->marks_after = marks_after(gathering, standing, &recordings, over);
}

/* The marks of a half-day follow each other. */
static void
half_day_marks(const GPtrArray *marks, gint64 half_day_id, guint *from, guint *end)
{
	*from = 0;
	while (*from < marks->len &&
	       ((const struct presence_mark *)marks->pdata[*from])->half_day_id != half_day_id)
		(*from)++;
	*end = *from;
	while (*end < marks->len &&
	       ((const struct presence_mark *)marks->pdata[*end])->half_day_id == half_day_id)
		(*end)++;
}

/* As the half-days of the event were made. */
static void
gather_rule(struct gathering *gathering)
{
	Store *store = gathering->store;
	g_autofree char *afternoon = setting_get(store, "afternoon_starts");
	g_autofree char *evening = setting_get(store, "evening_starts");
	g_autofree char *minimum = setting_get(store, "half_day_minimum");
	struct half_day_rule rule = half_day_rule_default;
	rule.pm_starts = check_minutes(afternoon);
	rule.eve_starts = check_minutes(evening);
	gint64 minutes = 0;
	if (minimum != NULL)
		g_ascii_string_to_signed(minimum, 10, 0, G_MAXINT32, &minutes, NULL);
	rule.minimum = (int)minutes;
	gathering->half_day_rule = half_day_rule_valid(&rule) ? rule : half_day_rule_default;
	gathering->facts.half_day_rule = &gathering->half_day_rule;
}

void
gather_half_days(struct gathering *gathering)
{
	const Rows *rows = gathering->whole->half_days;
	g_autoptr(GPtrArray) marks = event_marks_in_order(gathering->whole->marks);
	gathering->half_days = g_new0(struct check_half_day, rows->n + 1);
	gather_rule(gathering);
	for (guint i = 0; i < rows->n; i++) {
		const struct half_day *row = rows->row[i];
		guint from = 0, end = 0;
		gathering->half_days[i] = (struct check_half_day){
			.day = (guint)MAX(rows_index(gathering->whole->days, row->day_id), 0),
			.part = row->part,
			.end = check_minutes(row->end_time),
		};
		half_day_marks(marks, row->id, &from, &end);
		half_day_presence(gathering, &gathering->half_days[i], marks, from, end);
	}
	gathering->facts.half_days = gathering->half_days;
	gathering->facts.n_half_days = rows->n;
}
