#include "store/seat_rows.h"

#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/status.h"
#include "store/body_rows.h"

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

/* People of one organisation ask alike: it is read once. */
static struct seat_asker
asker_of(Store *store, GHashTable *known, const struct attendee *attendee)
{
	const struct seat_asker *found = g_hash_table_lookup(known, &attendee->organisation_id);
	struct seat_asker asker =
		found != NULL ? *found : seat_asker_of(store, attendee->organisation_id);
	if (found == NULL)
		g_hash_table_insert(known, g_memdup2(&attendee->organisation_id, sizeof(gint64)),
				    g_memdup2(&asker, sizeof asker));
	asker.attendee_id = attendee->id;
	return asker;
}

static int
by_place(gconstpointer a, gconstpointer b)
{
	const struct attendee *first = *(const struct attendee *const *)a;
	const struct attendee *second = *(const struct attendee *const *)b;
	if (first->waiting_position != second->waiting_position)
		return first->waiting_position < second->waiting_position ? -1 : 1;
	return first->id < second->id ? -1 : 1;
}

static void
seats_fill(Store *store, Seats *seats, const Rows *attendees)
{
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	g_autoptr(GPtrArray) waiting = g_ptr_array_new();
	for (guint i = 0; i < attendees->n; i++) {
		struct attendee *attendee = attendees->row[i];
		if (code_is(&code_attendee_statuses, attendee->status, CODE_WAITS)) {
			g_ptr_array_add(waiting, attendee);
		} else if (attendee_takes_seat(attendee->status, attendee->part)) {
			struct seat_asker asker = asker_of(store, known, attendee);
			seats_take(seats, &asker);
		}
	}
	g_ptr_array_sort(waiting, by_place);
	for (guint i = 0; i < waiting->len; i++) {
		struct seat_asker asker = asker_of(store, known, waiting->pdata[i]);
		seats_wait(seats, &asker);
	}
}

Seats *
seats_load(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	g_autoptr(Rows) attendees =
		event != NULL ? store_of(store, &entity_attendee, "event_id", event_id, error)
			      : NULL;
	Seats *seats = NULL;
	if (attendees != NULL) {
		struct seat_rules rules = {event->seat_limit, event->small_site_seats,
					   event->organisation_quota};
		seats = seats_new(&rules);
		seats_fill(store, seats, attendees);
	}
	entity_free(&entity_event, event);
	return seats;
}
