/* The seats of an event as its rows say, and those that a gesture gave to the waiting list. */
#ifndef STORE_SEAT_ROWS_H
#define STORE_SEAT_ROWS_H

#include "core/seats.h"
#include "store/store.h"

/** Read what the event has to give and has given; NULL on error. */
Seats *seats_load(Store *store, gint64 event_id, GError **error);

/** How an organisation of the directory (0: none) asks for a seat, for somebody new. */
struct seat_asker seat_asker_of(Store *store, gint64 organisation_id);

/** A seat that settling gave to the waiting list (setting waiting_promotion). */
struct promotion {
	gint64 event_id;
	struct seat_turn turn;
};

/** Those of the gesture that was committed last or, once it is settled, of the one under way
 * (struct promotion). Borrowed until the next gesture begins. */
const GArray *store_promotions(const Store *store);

/** The events in which that gesture made a seat free, given or not (gint64), in the order of their
 * ids. Caller frees. */
GArray *store_freed(const Store *store);

#endif
