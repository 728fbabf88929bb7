/* Venues and rooms. */
#include <string.h>

#include "app/nouns.h"
#include "app/town.h"
#include "base/error.h"
#include "core/event.h"
#include "core/place.h"
#include "core/programme.h"

static gint64
venue_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	(void)from;
	return named_resolve(store, &noun_venue, typed, notes, error);
}

/* A place that is named with its town need not be told it again. */
static bool
venue_begin(Store *store, void *row, GError **error)
{
	(void)error;
	town_of_name(store, row);
	return true;
}

static char *
venue_rooms_get(Store *store, const void *row)
{
	const struct venue *venue = row;
	GString *names = g_string_new(NULL);
	g_autoptr(Rows) rooms = store_of(store, &entity_room, "venue_id", venue->id, NULL);
	for (guint i = 0; rooms != NULL && i < rooms->n; i++)
		values_add(names, ((struct room *)rooms->row[i])->name);
	return values_end(names);
}

static gint64
room_of_venue(Store *store, gint64 venue_id, const char *name, GPtrArray *notes, GError **error)
{
	GError *reason = NULL;
	gint64 id = noun_find(store, &noun_room, venue_id, name, &reason);
	if (id != 0 || !g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		if (reason != NULL)
			g_propagate_error(error, reason);
		return id;
	}
	g_clear_error(&reason);
	struct room *room = entity_new(&entity_room);
	room->venue_id = venue_id;
	text_set(&room->name, name);
	id = store_insert(store, &entity_room, room, error) ? room->id : 0;
	if (id != 0 && notes != NULL)
		g_ptr_array_add(notes, g_strdup_printf(_("room made: %s"), name));
	entity_free(&entity_room, room);
	return id;
}

/* Rooms that are named and do not exist are made; none is deleted by being left out. */
static bool
venue_rooms_set(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error)
{
	(void)notes;
	const struct venue *venue = row;
	g_auto(GStrv) names = values_split(typed);
	for (guint i = 0; names[i] != NULL; i++)
		if (room_of_venue(store, venue->id, names[i], NULL, error) == 0)
			return false;
	return true;
}

static const struct noun_key venue_keys[] = {
	PLAIN("name", NOUN_LISTED),
	PLAIN("address", NOUN_LONG),
	PLAIN("postal_code", 0),
	PLAIN("town", NOUN_LISTED),
	PLAIN("department", NOUN_LISTED),
	{.key = "rooms",
	 .label = N_("Rooms"),
	 .flags = NOUN_MANY | NOUN_LISTED,
	 .get = venue_rooms_get,
	 .set = venue_rooms_set},
	PLAIN("town_code", 0),
	PLAIN("access", NOUN_LONG),
	PLAIN("contact", 0),
	PLAIN("step_free", 0),
	PLAIN("notes", NOUN_LONG),
};

const struct noun noun_venue = {
	.name = "venue",
	.label = N_("Places"),
	.entity = &entity_venue,
	.keys = venue_keys,
	.n_keys = G_N_ELEMENTS(venue_keys),
	.name_key = "name",
	.begin = venue_begin,
	.resolve = venue_resolve,
};

/* A room is looked for in the place of the session's day, or of the event's first day. */
static gint64
session_venue(Store *store, const struct session *session)
{
	g_autoptr(Rows) days =
		store_of(store, &entity_event_day, "event_id", session->event_id, NULL);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		if (day->venue_id != 0 && (session->day_id == 0 || day->id == session->day_id))
			return day->venue_id;
	}
	return 0;
}

static gint64
room_resolve(Store *store, const void *from, const char *typed, GPtrArray *notes, GError **error)
{
	gint64 venue_id = session_venue(store, from);
	if (venue_id == 0)
		fail(error, ERROR_INVALID,
		     _("the event has no place yet, so “%s” cannot be one of its rooms: give the "
		       "place "
		       "first"),
		     typed);
	return venue_id != 0 ? room_of_venue(store, venue_id, typed, notes, error) : 0;
}

static const struct noun_key room_keys[] = {
	PLAIN("name", NOUN_LISTED),
	{.key = "venue", .field = "venue_id", .named = &noun_venue, .flags = NOUN_LISTED},
	PLAIN("capacity", NOUN_LISTED),
	PLAIN("capacity_theatre", 0),
	PLAIN("capacity_islands", 0),
	PLAIN("capacity_u", 0),
	PLAIN("equipment", 0),
	PLAIN("step_free", 0),
	PLAIN("induction_loop", 0),
	PLAIN("notes", NOUN_LONG),
};

const struct noun noun_room = {
	.name = "room",
	.label = N_("Rooms"),
	.entity = &entity_room,
	.keys = room_keys,
	.n_keys = G_N_ELEMENTS(room_keys),
	.owner = "venue_id",
	.name_key = "name",
	.resolve = room_resolve,
};
