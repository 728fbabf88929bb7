/* A seat that a gesture frees goes to who is next of the waiting list, in the same gesture, where
 * the centre has chosen so (core/seats.h). It stands here and not beside each gesture that frees
 * one, so that none of them can forget it: withdrawals, deletions, merges, imports, limits that
 * rise. */
#include <string.h>

#include "base/error.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/status.h"
#include "store/private.h"
#include "store/seat_rows.h"

/* ---- what frees a seat --------------------------------------------------------------------------
 */

static bool
has_seat(const struct attendee *attendee)
{
	return attendee != NULL && attendee_takes_seat(attendee->status, attendee->part);
}

/* A change of organisation frees a share of it; one who goes to another event frees a seat here. */
static bool
attendee_frees(const struct attendee *before, const struct attendee *now)
{
	return has_seat(before) && (!has_seat(now) || now->event_id != before->event_id ||
				    now->organisation_id != before->organisation_id);
}

static bool
event_frees(const struct event *before, const struct event *now)
{
	struct seat_rules old = {before->seat_limit, before->small_site_seats,
				 before->organisation_quota};
	struct seat_rules new = {now->seat_limit, now->small_site_seats, now->organisation_quota};
	return seat_rules_loosened(&old, &new);
}

/* Who is sent back to the list does not come from it again at once. */
static void
return_note(Store *store, const struct attendee *now)
{
	if (now != NULL && code_is(&code_attendee_statuses, now->status, CODE_WAITS))
		g_hash_table_add(store->returned, g_memdup2(&now->id, sizeof now->id));
}

void
settle_seats_note(Store *store, const struct entity *entity, const void *before, const void *now)
{
	gint64 event_id = 0;
	if (store->settling || store->final || strcmp(store->kind, "do") != 0)
		return;
	if (entity == &entity_attendee && attendee_frees(before, now)) {
		event_id = ((const struct attendee *)before)->event_id;
		return_note(store, now);
	} else if (entity == &entity_event && now != NULL && event_frees(before, now))
		event_id = ((const struct event *)before)->id;
	if (event_id != 0)
		g_hash_table_add(store->freed, g_memdup2(&event_id, sizeof event_id));
}

/* ---- who gets it --------------------------------------------------------------------------------
 */

static bool
attendee_promote(Store *store, const struct seat_turn *turn, GError **error)
{
	struct attendee *attendee =
		store_get(store, &entity_attendee, turn->asker.attendee_id, error);
	if (attendee == NULL)
		return false;
	g_autofree char *why = turn->place > 1 ? seat_turn_text(turn) : NULL;
	text_set(&attendee->status, "registered");
	text_set(&attendee->waiting_reason, why); /* who passed others, and by what rule */
	attendee->waiting_position = MISSING;
	bool done = store_update(store, &entity_attendee, attendee, error);
	entity_free(&entity_attendee, attendee);
	return done;
}

static void
returned_leave(const Store *store, Seats *seats)
{
	GHashTableIter iter;
	gpointer id;
	g_hash_table_iter_init(&iter, store->returned);
	while (g_hash_table_iter_next(&iter, &id, NULL))
		seats_leave(seats, *(const gint64 *)id);
}

static bool
seats_give(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Seats) seats = seats_load(store, event_id, error);
	struct promotion promotion = {.event_id = event_id};
	if (seats != NULL)
		returned_leave(store, seats);
	while (seats != NULL && seats_next(seats, &promotion.turn)) {
		if (!attendee_promote(store, &promotion.turn, error))
			return false;
		seats_leave(seats, promotion.turn.asker.attendee_id);
		seats_take(seats, &promotion.turn.asker);
		g_array_append_val(store->promotions, promotion);
	}
	return seats != NULL;
}

/* Of an event that this gesture has deleted there is nothing to give. */
static bool
event_settle(Store *store, gint64 event_id, GError **error)
{
	char today[11];
	GError *reason = NULL;
	struct event *event = store_get(store, &entity_event, event_id, &reason);
	if (event == NULL) {
		bool gone = g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND);
		if (gone)
			g_clear_error(&reason);
		else
			g_propagate_error(error, reason);
		return gone;
	}
	store_today(store, today);
	bool open = seats_promote(event->status, event->start_date, event->registration_deadline,
				  today);
	entity_free(&entity_event, event);
	return !open || seats_give(store, event_id, error);
}

bool
settle_seats(Store *store, GError **error)
{
	g_array_set_size(store->promotions, 0);
	if (g_hash_table_size(store->freed) == 0)
		return true;
	GError *reason = NULL;
	g_autofree char *chosen = setting_read(store, "waiting_promotion", &reason);
	if (reason != NULL) {
		g_propagate_error(error, reason);
		return false;
	}
	if (g_strcmp0(chosen, "by_itself") != 0)
		return true;
	g_autoptr(GArray) freed = store_freed(store);
	bool done = true;
	store->settling = true;
	for (guint i = 0; done && i < freed->len; i++)
		done = event_settle(store, g_array_index(freed, gint64, i), error);
	store->settling = false;
	return done;
}

/* ---- what became of it --------------------------------------------------------------------------
 */

const GArray *
store_promotions(const Store *store)
{
	return store->promotions;
}

static gint
by_id(gconstpointer a, gconstpointer b)
{
	gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;
	return first < second ? -1 : first > second;
}

GArray *
store_freed(const Store *store)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	GHashTableIter iter;
	gpointer id;
	g_hash_table_iter_init(&iter, store->freed);
	while (g_hash_table_iter_next(&iter, &id, NULL))
		g_array_append_vals(ids, id, 1);
	g_array_sort(ids, by_id);
	return ids;
}
