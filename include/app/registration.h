/* Registrations, the seats they take and the waiting list (core/seats.h, store/seat_rows.h). */
#ifndef APP_REGISTRATION_H
#define APP_REGISTRATION_H

#include "core/attendee.h"
#include "store/seat_rows.h"

/** A new registration: without a status it is "registered" where there is a seat, else "waiting"
 * with its place in the list and the reason; one that waits already gets its place. */
bool registration_place(Store *store, struct attendee *attendee, GError **error);

/** Its rank among those who wait now, from 1; 0: it does not wait. Its waiting_position only orders
 * them: nobody's changes when another leaves the list. */
guint registration_rank(Store *store, const struct attendee *attendee);

/** Keep the waiting list in order when ATTENDEE, STORED so far, is about to be written: who goes
 * onto it gets the last place, who leaves it has none and no reason for waiting. Who gets a seat is
 * judged as by registration_promote(); the reason is a waiting_reason that was typed with it. */
bool registration_tidy(Store *store, struct attendee *attendee, const struct attendee *stored,
		       GError **error);

/** Who has been waiting longer than ATTENDEE_ID, by name, "Zoé Élan, Karim Diop and 3 others"; NULL
 * when nobody has, or when ATTENDEE_ID does not wait. Caller frees. */
char *registration_passed(Store *store, const Seats *seats, gint64 attendee_id);

/** Register somebody of the waiting list, in the gesture under way. Never beyond the limit of the
 * event (ERROR_INVALID). Who is not next, or beyond a quota or the kept seats, needs a REASON,
 * which stays on record. */
bool registration_promote(Store *store, gint64 attendee_id, const char *reason, GError **error);

/** Somebody is there, seat or no seat: who waited, was invited or is to be approved is registered,
 * in the gesture under way, so that of the people present each is registered. */
bool registration_arrive(Store *store, gint64 attendee_id, GError **error);

/** Who of the waiting list can have a seat of the event now: "Zoé Élan (no. 3 of the waiting list;
 * …)"; NULL: nobody. Caller frees. */
char *registration_turn(Store *store, gint64 event_id);

/** What the gesture that was committed last (or tried, and settled) did to waiting lists, a
 * sentence: who has been given a seat that it made free, or who could be; NULL when nothing. Caller
 * frees. */
char *registration_followed(Store *store);

/** Whether a registration may be deleted: who was marked present, absent or excused stays on record
 * (ERROR_REFERENCED), and is marked as withdrawn instead. */
bool registration_deletable(Store *store, gint64 attendee_id, GError **error);

/** Who of the event bears that name already, besides ATTENDEE_ID (0: nobody is left out): "no. 3,
 * Mairie d’Albi, registered"; NULL: nobody. Either order of the names, whatever their capitals and
 * accents. Caller frees. */
char *registration_namesake(Store *store, gint64 event_id, gint64 attendee_id,
			    const char *first_name, const char *last_name);

#endif
