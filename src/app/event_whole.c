#include "app/event_whole.h"

#include "app/succession.h"

#include <string.h>

#include "core/presence.h"

/* A body stands on the papers of an event under the name that it had then: a list of 2019 speaks of
 * the DDCS. */
static void
names_of_the_day(Store *store, EventWhole *whole)
{
	for (guint i = 0; whole->organisations != NULL && i < whole->organisations->n; i++) {
		struct organisation *row = whole->organisations->row[i];
		gint64 then = organisation_on(store, row->id, whole->event->start_date);
		struct organisation *named =
			then != row->id ? store_get(store, &entity_organisation, then, NULL) : NULL;
		if (named != NULL)
			text_set(&row->name, named->name);
		entity_free(&entity_organisation, named);
	}
}

EventWhole *
event_whole_load(Store *store, gint64 event_id, bool papers, GError **error)
{
	g_autoptr(EventWhole) whole = g_new0(struct event_whole, 1);
	whole->event = store_get(store, &entity_event, event_id, error);
	if (whole->event == NULL)
		return NULL;
	const struct {
		const struct entity *entity;
		Rows **rows;
		bool wanted;
	} parts[] = {
		{&entity_event_day, &whole->days, true},
		{&entity_half_day, &whole->half_days, true},
		{&entity_session, &whole->sessions, true},
		{&entity_speaker, &whole->speakers, true},
		{&entity_person, &whole->people, true},
		{&entity_venue, &whole->venues, true},
		{&entity_room, &whole->rooms, true},
		{&entity_booking, &whole->bookings, true},
		{&entity_presence_mark, &whole->marks, true},
		{&entity_attendee, &whole->attendees, papers},
		{&entity_choice, &whole->choices, papers},
		{&entity_partner, &whole->partners, papers},
		{&entity_organisation, &whole->organisations, papers},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (!parts[i].wanted)
			continue;
		*parts[i].rows = event_rows(store, parts[i].entity, event_id, error);
		if (*parts[i].rows == NULL)
			return NULL;
	}
	names_of_the_day(store, whole);
	return g_steal_pointer(&whole);
}

void
event_whole_free(EventWhole *whole)
{
	if (whole == NULL)
		return;
	Rows *const parts[] = {whole->days,         whole->half_days, whole->sessions,
			       whole->speakers,     whole->people,    whole->venues,
			       whole->rooms,        whole->bookings,  whole->marks,
			       whole->attendees,    whole->choices,   whole->partners,
			       whole->organisations};
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		rows_free(parts[i]);
	entity_free(&entity_event, whole->event);
	g_free(whole);
}

int
rows_index(const Rows *rows, gint64 id)
{
	for (guint i = 0; id != 0 && i < rows->n; i++)
		if (((const struct row_head *)rows->row[i])->id == id)
			return (int)i;
	return -1;
}

void *
rows_find(const Rows *rows, gint64 id)
{
	int index = rows_index(rows, id);
	return index >= 0 ? rows->row[index] : NULL;
}

/* A room whose layouts alone are known holds as many as its largest. */
gint64
room_capacity(const struct room *room)
{
	if (room == NULL)
		return 0;
	if (room->capacity > 0)
		return room->capacity;
	gint64 most = MAX(room->capacity_theatre, room->capacity_islands);
	return MAX(MAX(most, room->capacity_u), 0);
}

gint64
session_capacity(const struct session *session, const struct room *room)
{
	return session->capacity > 0 ? session->capacity : room_capacity(room);
}

/* ---- marks --------------------------------------------------------------------------------------
 */

static gint
id_order(gint64 a, gint64 b)
{
	return a < b ? -1 : a > b;
}

static gint
mark_order(gconstpointer one, gconstpointer other)
{
	const struct presence_mark *a = *(const struct presence_mark *const *)one;
	const struct presence_mark *b = *(const struct presence_mark *const *)other;
	gint order = id_order(a->half_day_id, b->half_day_id);
	return order != 0 ? order : id_order(a->attendee_id, b->attendee_id);
}

GPtrArray *
event_marks_in_order(const Rows *rows)
{
	GPtrArray *marks = g_ptr_array_sized_new(rows->n);
	for (guint i = 0; i < rows->n; i++)
		g_ptr_array_add(marks, rows->row[i]);
	g_ptr_array_sort(marks, mark_order);
	return marks;
}

guint
event_marks_run(const GPtrArray *marks, guint from)
{
	guint end = from + 1;
	while (end < marks->len && mark_order(&marks->pdata[from], &marks->pdata[end]) == 0)
		end++;
	return end;
}

const char *
event_marks_state(const GPtrArray *marks, guint from, guint end)
{
	gconstpointer first = marks->pdata + from;
	return presence_state(first, end - from);
}
