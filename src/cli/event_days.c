#include "cli/event_days.h"

#include "app/event.h"
#include "cli/sheet.h"

static void
text_member(json_t *object, const char *key, const char *value)
{
	json_object_set_new(object, key, sheet_json_text(value));
}

static json_t *
half_day_json(const struct event_day *day, const struct half_day *half_day)
{
	json_t *object = json_object();
	g_autofree char *name =
		day->date != NULL ? g_strdup_printf("%s-%s", day->date, half_day->part) : NULL;
	text_member(object, "name", name);
	text_member(object, "part", half_day->part);
	text_member(object, "start_time", half_day->start_time);
	text_member(object, "end_time", half_day->end_time);
	/* Whole numbers as such: 1, not 1.0. */
	json_object_set_new(object, "counts_as",
			    half_day->counts_halves % 2 == 0
				    ? json_integer(half_day->counts_halves / 2)
				    : json_real((double)half_day->counts_halves / 2));
	return object;
}

static json_t *
day_json(Store *store, const struct event_day *day)
{
	json_t *object = json_object(), *half_days = json_array();
	text_member(object, "date", day->date);
	text_member(object, "welcome_time", day->welcome_time);
	text_member(object, "start_time", day->start_time);
	text_member(object, "end_time", day->end_time);
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day->id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		json_array_append_new(half_days, half_day_json(day, rows->row[i]));
	json_object_set_new(object, "half_days", half_days);
	return object;
}

json_t *
event_days_json(Store *store, const void *event)
{
	json_t *array = json_array();
	g_autoptr(Rows) days = event_days(store, ((const struct event *)event)->id, NULL);
	for (guint i = 0; days != NULL && i < days->n; i++)
		json_array_append_new(array, day_json(store, days->row[i]));
	return array;
}
