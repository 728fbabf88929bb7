#include "app/registration.h"

#include <string.h>

#include "app/event.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/status.h"
#include "store/event_rows.h"

/* How many of those who are passed are named. */
#define PASSED_NAMED 5

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

guint
registration_rank(Store *store, const struct attendee *attendee)
{
	if (!code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		return 0;
	return 1 + attendees_before(store, attendee->event_id, attendee->status,
				    attendee->waiting_position);
}

/* Most events have no rule by which anybody waits: their people need not be read. */
static bool
event_has_rules(Store *store, gint64 event_id, bool *rules, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	bool done = event != NULL;
	*rules = done && (event->seat_limit > 0 || event->organisation_quota > 0);
	entity_free(&entity_event, event);
	return done;
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
	bool rules = false;
	if (!event_has_rules(store, attendee->event_id, &rules, error))
		return false;
	g_autoptr(Seats) seats = rules ? seats_load(store, attendee->event_id, error) : NULL;
	if (seats == NULL)
		return !rules;
	struct seat_asker asker = seat_asker_of(store, attendee->organisation_id);
	enum seat_answer answer = seats_ask_new(seats, &asker);
	if (answer == SEAT_FREE)
		return true;
	text_set(&attendee->status, "waiting");
	text_set(&attendee->waiting_reason, seat_answer_text(answer));
	return place_last(store, attendee, error);
}

/* ---- from the list to a seat --------------------------------------------------------------------
 */

char *
registration_passed(Store *store, const Seats *seats, gint64 attendee_id)
{
	GString *names = g_string_new(NULL);
	guint n = 0;
	for (; n < seats->waiting->len; n++) {
		gint64 id = g_array_index(seats->waiting, struct seat_asker, n).attendee_id;
		if (id == attendee_id)
			break;
		struct attendee *attendee =
			n < PASSED_NAMED ? store_get(store, &entity_attendee, id, NULL) : NULL;
		if (attendee == NULL)
			continue;
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
		entity_free(&entity_attendee, attendee);
	}
	if (n > PASSED_NAMED)
		g_string_append_printf(names,
				       i18n_count(" and %u other", " and %u others",
						  n - PASSED_NAMED),
				       n - PASSED_NAMED);
	return g_string_free(names, n == 0 || n == seats->waiting->len);
}

static bool
reason_needed(Store *store, const Seats *seats, const struct attendee *attendee, const char *reason,
	      GError **error)
{
	struct seat_asker asker = seat_asker_of(store, attendee->organisation_id);
	enum seat_answer answer = seats_ask(seats, &asker);
	struct seat_turn turn = {.place = 0};
	bool next = seats_next(seats, &turn) && turn.asker.attendee_id == attendee->id;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	if (answer == SEAT_FULL)
		return fail(error, ERROR_INVALID,
			    _("no seat is free (%d of %d): somebody must withdraw first, or the "
			      "limit rise"),
			    (int)seats->taken, (int)seats->rules.seats);
	if (reason != NULL || (answer == SEAT_FREE && next))
		return true;
	if (answer != SEAT_FREE)
		return fail(error, ERROR_INVALID, _("%s: %s; say the reason for an exception"),
			    name, seat_answer_text(answer));
	g_autofree char *passed = registration_passed(store, seats, attendee->id);
	return fail(error, ERROR_INVALID,
		    _("%s would pass others who have been waiting longer (%s); say the reason"),
		    name, passed != NULL ? passed : "");
}

/* Why somebody waits is said while they wait, and by what exception they have a seat while they
 * have it; both stay in the history. */
static bool
reason_is_over(const struct attendee *attendee, const struct attendee *stored)
{
	bool waited = code_is(&code_attendee_statuses, stored->status, CODE_WAITS);
	bool waits = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	bool seated = code_is(&code_attendee_statuses, attendee->status, CODE_TAKES_SEAT);
	return waited ? !waits : !seated;
}

bool
registration_tidy(Store *store, struct attendee *attendee, const struct attendee *stored,
		  GError **error)
{
	bool waits = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	bool said = g_strcmp0(attendee->waiting_reason, stored->waiting_reason) != 0;
	if (!said && reason_is_over(attendee, stored))
		text_set(&attendee->waiting_reason, NULL);
	if (waits)
		return attendee->waiting_position != MISSING || place_last(store, attendee, error);
	attendee->waiting_position = MISSING;
	bool waited = code_is(&code_attendee_statuses, stored->status, CODE_WAITS);
	if (!waited || !attendee_takes_seat(attendee->status, attendee->part))
		return true;
	if (!event_takes_place(store, attendee->event_id, error))
		return false;
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
	if (!event_takes_place(store, attendee->event_id, error))
		return false;
	g_autoptr(Seats) seats = seats_load(store, attendee->event_id, error);
	if (seats == NULL || !reason_needed(store, seats, attendee, reason, error))
		return false;
	struct seat_turn turn;
	g_autofree char *why = reason == NULL && seats_next(seats, &turn) && turn.place > 1
				       ? seat_turn_text(&turn)
				       : g_strdup(reason);
	text_set(&attendee->status, "registered");
	text_set(&attendee->waiting_reason, why);
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

static bool
attendee_arrive(Store *store, struct attendee *attendee, GError **error)
{
	bool waited = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	text_set(&attendee->status, "registered");
	text_set(&attendee->waiting_reason, waited ? _("came to the event") : NULL);
	attendee->waiting_position = MISSING;
	return store_update(store, &entity_attendee, attendee, error);
}

bool
registration_arrive(Store *store, gint64 attendee_id, GError **error)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, error);
	bool done = attendee != NULL &&
		    (code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED) ||
		     attendee_arrive(store, attendee, error));
	entity_free(&entity_attendee, attendee);
	return done;
}

/* ---- what followed ------------------------------------------------------------------------------
 */

/* "Zoé Élan (no. 3 of the waiting list; …)". */
static char *
turn_words(Store *store, const struct seat_turn *turn)
{
	struct attendee *attendee =
		store_get(store, &entity_attendee, turn->asker.attendee_id, NULL);
	g_autofree char *name =
		attendee != NULL ? name_shown(attendee->first_name, attendee->last_name) : NULL;
	g_autofree char *why = seat_turn_text(turn);
	entity_free(&entity_attendee, attendee);
	return g_strdup_printf("%s (%s)", name != NULL ? name : "", why);
}

/* Who has been given a seat of the event; NULL: nobody. */
static char *
given_words(Store *store, gint64 event_id)
{
	const GArray *promotions = store_promotions(store);
	GString *names = g_string_new(NULL);
	guint n = 0;
	for (guint i = 0; i < promotions->len; i++) {
		const struct promotion *promotion = &g_array_index(promotions, struct promotion, i);
		if (promotion->event_id != event_id)
			continue;
		g_autofree char *who = turn_words(store, &promotion->turn);
		g_string_append_printf(names, "%s%s", n > 0 ? ", " : "", who);
		n++;
	}
	g_autofree char *who = g_string_free(names, FALSE);
	return n == 0 ? NULL
		      : g_strdup_printf(i18n_count("%u seat went to the waiting list; tell %s",
						   "%u seats went to the waiting list; tell %s", n),
					n, who);
}

/* Nobody is told to come to an event that will not be. */
static bool
will_be(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	bool live = event != NULL && code_is(&code_event_statuses, event->status, CODE_LIVE);
	entity_free(&entity_event, event);
	return live;
}

char *
registration_turn(Store *store, gint64 event_id)
{
	struct seat_turn turn;
	if (!will_be(store, event_id))
		return NULL;
	g_autoptr(Seats) seats = seats_load(store, event_id, NULL);
	return seats != NULL && seats_next(seats, &turn) ? turn_words(store, &turn) : NULL;
}

/* Who could have one; NULL: nobody. */
static char *
offered_words(Store *store, gint64 event_id)
{
	g_autofree char *who = registration_turn(store, event_id);
	return who != NULL ? g_strdup_printf(_("a seat is free: it is the turn of %s"), who) : NULL;
}

char *
registration_followed(Store *store)
{
	g_autoptr(GArray) freed = store_freed(store);
	GString *words = g_string_new(NULL);
	for (guint i = 0; i < freed->len; i++) {
		gint64 event_id = g_array_index(freed, gint64, i);
		g_autofree char *given = given_words(store, event_id);
		g_autofree char *said =
			given != NULL ? g_steal_pointer(&given) : offered_words(store, event_id);
		if (said == NULL)
			continue;
		struct event *event =
			freed->len > 1 ? store_get(store, &entity_event, event_id, NULL) : NULL;
		g_string_append(words, words->len > 0 ? " · " : "");
		if (event != NULL)
			g_string_append_printf(words, _("%s: "), event->number);
		g_string_append(words, said);
		entity_free(&entity_event, event);
	}
	return g_string_free(words, words->len == 0);
}

/* ---- taken out ----------------------------------------------------------------------------------
 */

bool
registration_deletable(Store *store, gint64 attendee_id, GError **error)
{
	gint64 marks = store_count(store, &entity_presence_mark, "attendee_id",
				   value_integer(attendee_id), error);
	if (marks <= 0)
		return marks == 0;
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, error);
	if (attendee == NULL)
		return false;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	entity_free(&entity_attendee, attendee);
	return fail(error, ERROR_REFERENCED,
		    _("presence is on record for %s: this registration is not deleted; give it "
		      "the status “%s” (status=cancelled) instead"),
		    name, code_label(&code_attendee_statuses, "cancelled"));
}
