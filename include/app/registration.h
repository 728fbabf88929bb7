/* The seats of an event and its waiting list (core/seats.h). */
#ifndef APP_REGISTRATION_H
#define APP_REGISTRATION_H

#include "core/attendee.h"
#include "core/seats.h"
#include "store/store.h"

/** What an event has to give and has given. */
typedef struct seats {
	struct seat_rules rules;
	gint64 taken, taken_small;
	GHashTable *of_body; /* organisation (its last name through time) → gint64 * */
	GArray *waiting;     /* struct waiting, in their order */
} Seats;

struct waiting {
	gint64 attendee_id;
	gint64 organisation_id;
	char *name;
};

/** Load it; NULL on error. */
Seats *seats_load(Store *store, gint64 event_id, GError **error);
void seats_free(Seats *seats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Seats, seats_free)

/** May somebody of the organisation (0: none) take a seat now? */
enum seat_answer seats_ask(Store *store, const Seats *seats, gint64 organisation_id);

/** Who of the waiting list comes next within the rules, or 0. WHY (may be NULL) receives a sentence
 * that explains it: "3rd of the list, for the 2 before have …"; the caller frees it. */
gint64 seats_next(Store *store, const Seats *seats, char **why);

/** A new registration: without a status it is "registered" where there is a seat, else "waiting"
 * with its place in the list and the reason; one that waits already gets its place. */
bool registration_place(Store *store, struct attendee *attendee, GError **error);

/** Keep the waiting list in order when ATTENDEE, STORED so far, is about to be written: who goes
 * onto it gets the last place, who leaves it has none. Who gets a seat is judged as by
 * registration_promote(); the reason is a waiting_reason that was typed with it. */
bool registration_tidy(Store *store, struct attendee *attendee, const struct attendee *stored,
		       GError **error);

/** Register somebody of the waiting list, in the gesture under way. Never beyond the limit of the
 * event (ERROR_INVALID). Who is not next, or beyond a quota or the kept seats, needs a REASON,
 * which stays on record. */
bool registration_promote(Store *store, gint64 attendee_id, const char *reason, GError **error);

#endif
