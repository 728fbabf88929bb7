#include "app/presence.h"

#include <string.h>

#include "app/event.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/presence.h"
#include "core/status.h"

char *
attendee_presence(Store *store, gint64 attendee_id, gint64 half_day_id)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_presence_mark, "attendee_id", attendee_id, NULL);
	g_autoptr(GPtrArray) marks = g_ptr_array_new();
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		if (((struct presence_mark *)rows->row[i])->half_day_id == half_day_id)
			g_ptr_array_add(marks, rows->row[i]);
	return g_strdup(presence_state((const struct presence_mark *const *)(void *)marks->pdata,
				       marks->len));
}

gint64
half_day_find(Store *store, gint64 event_id, const char *name, GError **error)
{
	g_autoptr(Rows) days = event_days(store, event_id, error);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(Rows) half_days =
			store_of(store, &entity_half_day, "day_id", day->id, error);
		for (guint j = 0; half_days != NULL && j < half_days->n; j++) {
			const struct half_day *half_day = half_days->row[j];
			g_autofree char *whole =
				g_strdup_printf("%s-%s", day->date != NULL ? day->date : "?",
						half_day->part);
			if (strcmp(whole, name) == 0)
				return half_day->id;
		}
	}
	fail(error, ERROR_NOT_FOUND,
	     _("the event has no half-day “%s”; they are written 2026-10-15-am"), name);
	return 0;
}

gint64
event_present(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) attendees = store_of(store, &entity_attendee, "event_id", event_id, error);
	gint64 present = 0;
	if (attendees == NULL)
		return -1;
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		g_autoptr(Rows) marks =
			store_of(store, &entity_presence_mark, "attendee_id", attendee->id, error);
		if (marks == NULL)
			return -1;
		bool came = false;
		for (guint j = 0; j < marks->n && !came; j++) {
			const struct presence_mark *mark = marks->row[j];
			g_autofree char *state =
				attendee_presence(store, attendee->id, mark->half_day_id);
			came = code_is(&code_presence_states, state, CODE_COUNTED);
		}
		present += came;
	}
	return present;
}
