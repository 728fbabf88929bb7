#include "app/attendance.h"

#include "base/date.h"
#include "core/status.h"

static void
attendance_free(gpointer pointer)
{
	struct attendance *attendance = pointer;
	g_ptr_array_unref(attendance->half_days);
	g_free(attendance);
}

static struct attendance *
attendance_of(GHashTable *all, gint64 attendee_id)
{
	struct attendance *attendance = g_hash_table_lookup(all, &attendee_id);
	if (attendance == NULL) {
		attendance = g_new0(struct attendance, 1);
		attendance->attendee_id = attendee_id;
		attendance->half_days = g_ptr_array_new();
		attendance->timed = true;
		g_hash_table_insert(all, &attendance->attendee_id, attendance);
	}
	return attendance;
}

/* Minutes between its start and its end; -1 when one is not known. */
static gint64
half_day_minutes(const struct half_day *half_day)
{
	int start = half_day->start_time != NULL ? time_minutes(half_day->start_time) : -1;
	int end = half_day->end_time != NULL ? time_minutes(half_day->end_time) : -1;
	return start >= 0 && end >= start ? end - start : -1;
}

static void
attendance_add(struct attendance *attendance, struct half_day *half_day)
{
	gint64 minutes = half_day_minutes(half_day);
	g_ptr_array_add(attendance->half_days, half_day);
	attendance->halves += half_day->counts_halves;
	attendance->minutes += MAX(minutes, 0);
	attendance->timed = attendance->timed && minutes >= 0;
}

/* By day, then as the rows stand, which is morning, afternoon, evening. */
static gint
half_day_order(gconstpointer one, gconstpointer other, gpointer user)
{
	const EventWhole *whole = user;
	const struct half_day *a = *(const struct half_day *const *)one;
	const struct half_day *b = *(const struct half_day *const *)other;
	int days = rows_index(whole->days, a->day_id) - rows_index(whole->days, b->day_id);
	return days != 0
		       ? days
		       : rows_index(whole->half_days, a->id) - rows_index(whole->half_days, b->id);
}

GHashTable *
attendance_load(const EventWhole *whole)
{
	GHashTable *all = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, attendance_free);
	g_autoptr(GPtrArray) marks = event_marks_in_order(whole->marks);
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		const struct presence_mark *mark = marks->pdata[from];
		struct half_day *half_day = rows_find(whole->half_days, mark->half_day_id);
		end = event_marks_run(marks, from);
		if (half_day != NULL && code_is(&code_presence_states,
						event_marks_state(marks, from, end), CODE_COUNTED))
			attendance_add(attendance_of(all, mark->attendee_id), half_day);
	}
	GHashTableIter iter;
	gpointer attendance = NULL;
	g_hash_table_iter_init(&iter, all);
	while (g_hash_table_iter_next(&iter, NULL, &attendance))
		g_ptr_array_sort_with_data(((struct attendance *)attendance)->half_days,
					   half_day_order, (gpointer)(guintptr)whole);
	return all;
}
