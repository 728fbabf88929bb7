/* From the waiting list to a seat. */
#include "app/event.h"
#include "app/registration.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/subject.h"

/* Who is named, or who comes next within the rules; 0 with the reason. */
static gint64
promoted_find(struct run *run, gint64 event_id, const Seats *seats, GError **error)
{
	if (run->n_arguments > 1)
		return subject_find(run, &noun_attendee, event_id, run->argument[1], error);
	struct seat_turn turn = {.place = 0};
	if (seats_next(seats, &turn)) {
		g_autofree char *why = seat_turn_text(&turn);
		run_note(run, "%s", why);
	} else if (seats->waiting->len == 0) {
		fail(error, ERROR_NOTHING, _("nobody waits"));
	} else {
		fail(error, ERROR_INVALID,
		     _("nobody of the %u who wait can have a seat: the event is full, or what is "
		       "left "
		       "is for others"),
		     seats->waiting->len);
	}
	return turn.asker.attendee_id;
}

bool
cmd_attendee_promote(struct run *run, GError **error)
{
	const char *typed = run_option(run, OPTION_REASON);
	g_autofree char *reason = typed != NULL ? text_accept(typed, false, NULL) : NULL;
	gint64 event_id = run_event(run, run->argument[0], error);
	bool there = event_id != 0 && event_takes_place(run->store, event_id, error);
	g_autoptr(Seats) seats = there ? seats_load(run->store, event_id, error) : NULL;
	gint64 id = seats != NULL ? promoted_find(run, event_id, seats, error) : 0;
	if (id == 0 || !run_begin(run, "attendee_promote", error))
		return false;
	bool done = registration_promote(run->store, id, reason, error);
	g_autofree char *passed = done ? registration_passed(run->store, seats, id) : NULL;
	if (passed != NULL)
		run_note(run, _("they pass people who have been waiting longer: %s"), passed);
	struct attendee *attendee =
		done ? store_get(run->store, &entity_attendee, id, error) : NULL;
	if (attendee != NULL) {
		subject_about(run, &noun_attendee, attendee, 1);
		subject_result(run, attendee);
	}
	entity_free(&entity_attendee, attendee);
	return run_end(run, done, error);
}
