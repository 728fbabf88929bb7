#include "store/seat_rows.h"

#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/status.h"
#include "store/body_rows.h"
#include "store/private.h"

static bool
is_small(Store *store, gint64 organisation_id)
{
	struct organisation *organisation =
		organisation_id != 0 ? store_get(store, &entity_organisation, organisation_id, NULL)
				     : NULL;
	bool small = organisation != NULL && organisation->small_site == 1;
	entity_free(&entity_organisation, organisation);
	return small;
}

struct seat_asker
seat_asker_of(Store *store, gint64 organisation_id)
{
	return (struct seat_asker){
		.body = organisation_body(store, organisation_id),
		.small = is_small(store, organisation_id),
	};
}

/* ---- those of an event --------------------------------------------------------------------------
 */

/* Somebody on the waiting list, until all of them are in their order. */
struct place {
	gint64 position;
	struct seat_asker asker;
};

struct filling {
	Store *store;
	Seats *seats;
	GArray *waiting; /* struct place */
};

static gint
by_place(gconstpointer a, gconstpointer b)
{
	const struct place *first = a, *second = b;
	if (first->position != second->position)
		return first->position < second->position ? -1 : 1;
	return first->asker.attendee_id < second->asker.attendee_id ? -1 : 1;
}

/* Few organisations have another that took their place: of those alone it is looked up. */
static bool
attendee_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct filling *filling = user;
	const char *status = store_column(store, cursor, 1).text;
	bool waits = code_is(&code_attendee_statuses, status, CODE_WAITS);
	if (!waits && !attendee_takes_seat(status, store_column(store, cursor, 2).text))
		return true;
	gint64 successor = store_column_integer(store, cursor, 6);
	struct place place = {
		.position = store_column_integer(store, cursor, 3),
		.asker = {.attendee_id = store_column_integer(store, cursor, 0),
			  .body = successor != 0 ? organisation_body(filling->store, successor)
						 : store_column_integer(store, cursor, 4),
			  .small = store_column_integer(store, cursor, 5) == 1},
	};
	if (waits)
		g_array_append_val(filling->waiting, place);
	else
		seats_take(filling->seats, &place.asker);
	return true;
}

static bool
seats_fill(Store *store, Seats *seats, gint64 event_id, GError **error)
{
	struct filling filling = {store, seats, g_array_new(FALSE, FALSE, sizeof(struct place))};
	struct value args[] = {value_integer(event_id)};
	bool done = store_each(store,
			       "SELECT a.id, a.status, a.part, a.waiting_position, "
			       "a.organisation_id, o.small_site, o.successor_id FROM attendee a "
			       "LEFT JOIN organisation o ON o.id = a.organisation_id "
			       "WHERE a.event_id = $1 AND a.live = 1",
			       args, 1, attendee_take, &filling, error);
	g_array_sort(filling.waiting, by_place);
	for (guint i = 0; done && i < filling.waiting->len; i++)
		seats_wait(seats, &g_array_index(filling.waiting, struct place, i).asker);
	g_array_unref(filling.waiting);
	return done;
}

Seats *
seats_load(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	if (event == NULL)
		return NULL;
	struct seat_rules rules = {event->seat_limit, event->small_site_seats,
				   event->organisation_quota};
	entity_free(&entity_event, event);
	Seats *seats = seats_new(&rules);
	if (!seats_fill(store, seats, event_id, error))
		g_clear_pointer(&seats, seats_free);
	return seats;
}
