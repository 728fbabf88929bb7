#include "app/registration.h"

#include <string.h>

#include "app/succession.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/status.h"

/* ---- what is taken ------------------------------------------------------------------------------
 */

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

static gint64
taken_of(const Seats *seats, gint64 body)
{
	const gint64 *taken = g_hash_table_lookup(seats->of_body, &body);
	return body != 0 && taken != NULL ? *taken : 0;
}

static void
seat_take(Store *store, Seats *seats, gint64 organisation_id)
{
	gint64 body = organisation_id != 0 ? organisation_body(store, organisation_id) : 0;
	gint64 taken = taken_of(seats, body) + 1;
	seats->taken++;
	seats->taken_small += is_small(store, organisation_id) ? 1 : 0;
	if (body != 0)
		g_hash_table_replace(seats->of_body, g_memdup2(&body, sizeof body),
				     g_memdup2(&taken, sizeof taken));
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
waiting_clear(gpointer pointer)
{
	g_free(((struct waiting *)pointer)->name);
}

static void
waiting_take(Seats *seats, const GPtrArray *waiting)
{
	for (guint i = 0; i < waiting->len; i++) {
		const struct attendee *attendee = waiting->pdata[i];
		struct waiting one = {attendee->id, attendee->organisation_id,
				      name_shown(attendee->first_name, attendee->last_name)};
		g_array_append_val(seats->waiting, one);
	}
}

static Seats *
seats_new(const struct event *event)
{
	Seats *seats = g_new0(Seats, 1);
	seats->rules = (struct seat_rules){event->seat_limit, event->small_site_seats,
					   event->organisation_quota};
	seats->of_body = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	seats->waiting = g_array_new(FALSE, FALSE, sizeof(struct waiting));
	g_array_set_clear_func(seats->waiting, waiting_clear);
	return seats;
}

Seats *
seats_load(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	g_autoptr(Rows) attendees =
		event != NULL ? store_of(store, &entity_attendee, "event_id", event_id, error)
			      : NULL;
	Seats *seats = attendees != NULL ? seats_new(event) : NULL;
	entity_free(&entity_event, event);
	if (seats == NULL)
		return NULL;
	g_autoptr(GPtrArray) waiting = g_ptr_array_new();
	for (guint i = 0; i < attendees->n; i++) {
		struct attendee *attendee = attendees->row[i];
		if (attendee_takes_seat(attendee->status, attendee->part))
			seat_take(store, seats, attendee->organisation_id);
		else if (code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
			g_ptr_array_add(waiting, attendee);
	}
	g_ptr_array_sort(waiting, by_place);
	waiting_take(seats, waiting);
	return seats;
}

void
seats_free(Seats *seats)
{
	if (seats == NULL)
		return;
	g_hash_table_destroy(seats->of_body);
	g_array_unref(seats->waiting);
	g_free(seats);
}

enum seat_answer
seats_ask(Store *store, const Seats *seats, gint64 organisation_id)
{
	gint64 body = organisation_id != 0 ? organisation_body(store, organisation_id) : 0;
	struct seat_counts counts = {seats->taken, seats->taken_small, taken_of(seats, body)};
	return seat_ask(&seats->rules, &counts, is_small(store, organisation_id));
}

/* ---- who comes next -----------------------------------------------------------------------------
 */

static char *
why_text(guint place, guint by_quota, guint by_kept)
{
	if (place == 0)
		return g_strdup(_("first of the waiting list"));
	GString *why = g_string_new(NULL);
	g_string_printf(why, _("no. %u of the waiting list"), place + 1);
	if (by_quota > 0)
		g_string_append_printf(
			why,
			i18n_count("; %u before is of an organisation that has its share",
				   "; %u before are of organisations that have their share",
				   by_quota),
			by_quota);
	if (by_kept > 0)
		g_string_append_printf(why,
				       i18n_count("; %u before is not of a small site, for which "
						  "the seat is kept",
						  "; %u before are not of a small site, for which "
						  "the seat is kept",
						  by_kept),
				       by_kept);
	return g_string_free(why, FALSE);
}

gint64
seats_next(Store *store, const Seats *seats, char **why)
{
	guint by_quota = 0, by_kept = 0;
	if (why != NULL)
		*why = NULL;
	for (guint i = 0; i < seats->waiting->len; i++) {
		const struct waiting *waiting = &g_array_index(seats->waiting, struct waiting, i);
		enum seat_answer answer = seats_ask(store, seats, waiting->organisation_id);
		if (answer == SEAT_FULL)
			return 0;
		by_quota += answer == SEAT_QUOTA ? 1 : 0;
		by_kept += answer == SEAT_KEPT ? 1 : 0;
		if (answer != SEAT_FREE)
			continue;
		if (why != NULL)
			*why = why_text(i, by_quota, by_kept);
		return waiting->attendee_id;
	}
	return 0;
}

/* ---- the list -----------------------------------------------------------------------------------
 */

static bool
place_last(Store *store, struct attendee *attendee, GError **error)
{
	gint64 last = 0;
	g_autoptr(Rows) rows =
		store_of(store, &entity_attendee, "event_id", attendee->event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		last = MAX(last, ((struct attendee *)rows->row[i])->waiting_position);
	attendee->waiting_position = last + 1;
	return rows != NULL;
}

static bool
has_rules(const struct seat_rules *rules)
{
	return rules->seats > 0 || rules->quota > 0;
}

bool
registration_place(Store *store, struct attendee *attendee, GError **error)
{
	if (attendee->status != NULL)
		return !code_is(&code_attendee_statuses, attendee->status, CODE_WAITS) ||
		       attendee->waiting_position != MISSING || place_last(store, attendee, error);
	text_set(&attendee->status, "registered");
	if (!attendee_takes_seat(attendee->status, attendee->part))
		return true;
	struct event *event = store_get(store, &entity_event, attendee->event_id, error);
	if (event == NULL)
		return false;
	struct seat_rules rules = {event->seat_limit, event->small_site_seats,
				   event->organisation_quota};
	entity_free(&entity_event, event);
	if (!has_rules(&rules))
		return true;
	g_autoptr(Seats) seats = seats_load(store, attendee->event_id, error);
	if (seats == NULL)
		return false;
	enum seat_answer answer = seats_ask(store, seats, attendee->organisation_id);
	/* Nobody takes a seat before those who have been waiting for it. */
	bool behind = answer == SEAT_FREE && seats_next(store, seats, NULL) != 0;
	if (answer == SEAT_FREE && !behind)
		return true;
	text_set(&attendee->status, "waiting");
	text_set(&attendee->waiting_reason,
		 behind ? _("others have been waiting longer") : seat_answer_text(answer));
	return place_last(store, attendee, error);
}

/* ---- from the list to a seat --------------------------------------------------------------------
 */

static bool
reason_needed(Store *store, const Seats *seats, const struct attendee *attendee, const char *reason,
	      GError **error)
{
	enum seat_answer answer = seats_ask(store, seats, attendee->organisation_id);
	gint64 next = seats_next(store, seats, NULL);
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	if (answer == SEAT_FULL)
		return fail(error, ERROR_INVALID,
			    _("no seat is free (%d of %d): somebody must withdraw first, or the "
			      "limit rise"),
			    (int)seats->taken, (int)seats->rules.seats);
	if (reason != NULL || (answer == SEAT_FREE && next == attendee->id))
		return true;
	if (answer != SEAT_FREE)
		return fail(error, ERROR_INVALID, _("%s: %s; say the reason for an exception"),
			    name, seat_answer_text(answer));
	return fail(error, ERROR_INVALID,
		    _("%s would pass others who have been waiting longer; say the reason"), name);
}

bool
registration_tidy(Store *store, struct attendee *attendee, const struct attendee *stored,
		  GError **error)
{
	bool waits = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	if (waits)
		return attendee->waiting_position != MISSING || place_last(store, attendee, error);
	attendee->waiting_position = MISSING;
	bool waited = code_is(&code_attendee_statuses, stored->status, CODE_WAITS);
	if (!waited || !attendee_takes_seat(attendee->status, attendee->part))
		return true;
	bool said = g_strcmp0(attendee->waiting_reason, stored->waiting_reason) != 0;
	g_autoptr(Seats) seats = seats_load(store, attendee->event_id, error);
	return seats != NULL &&
	       reason_needed(store, seats, attendee, said ? attendee->waiting_reason : NULL, error);
}

static bool
attendee_promote(Store *store, struct attendee *attendee, const char *reason, GError **error)
{
	if (!code_is(&code_attendee_statuses, attendee->status, CODE_WAITS)) {
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		return fail(error, ERROR_INVALID, _("%s is not on the waiting list but %s"), name,
			    code_label(&code_attendee_statuses, attendee->status));
	}
	g_autoptr(Seats) seats = seats_load(store, attendee->event_id, error);
	if (seats == NULL || !reason_needed(store, seats, attendee, reason, error))
		return false;
	text_set(&attendee->status, "registered");
	text_set(&attendee->waiting_reason, reason);
	attendee->waiting_position = MISSING;
	return store_update(store, &entity_attendee, attendee, error);
}

bool
registration_promote(Store *store, gint64 attendee_id, const char *reason, GError **error)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, error);
	bool done = attendee != NULL && attendee_promote(store, attendee, reason, error);
	entity_free(&entity_attendee, attendee);
	return done;
}
