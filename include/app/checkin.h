/* Presence marked: at the door, from the command line, from a sheet (data model, rules 6 to 8). */
#ifndef APP_CHECKIN_H
#define APP_CHECKIN_H

#include "core/attendee.h"
#include "store/store.h"

/** The half-day of the event that is being marked now: of today the one that is under way or the
 * next one, after the last the last. 0 with ERROR_NOT_FOUND when no day of the event is today; the
 * message names the half-days there are. */
gint64 half_day_now(Store *store, gint64 event_id, GError **error);

/** True while an event is an idea or a draft: nobody was told of it yet. */
bool event_unannounced(Store *store, gint64 event_id);

/** Why it is early to mark people present, for that makes the event count as held: it is not
 * announced yet, its half-day is to come. NULL when it is not. Caller frees. */
char *checkin_early(Store *store, gint64 event_id, gint64 half_day_id);

/** "mar. 12 janv. 2027, matin". Caller frees; NULL when it is gone. */
char *half_day_words(Store *store, gint64 half_day_id);

/** The day of a half-day. Caller frees; NULL when it has none. */
char *half_day_date(Store *store, gint64 half_day_id);

/** Who of the event TYPED is: the code of a badge, a number, an address, an unambiguous part of a
 * name. 0 with ERROR_NOT_FOUND or ERROR_AMBIGUOUS; the badge of another event is named with it. */
gint64 attendee_at_door(Store *store, gint64 event_id, const char *typed, GError **error);

/** What is said of somebody's presence on a half-day. */
struct presence_said {
	const char *state;          /* code_presence_states */
	const char *represented_by; /* the name of who came instead; NULL: not known */
	const char *origin;         /* "checkin", "sheet", "remote", "import", "door" */
};

/** Note it, in the gesture under way, with who and when. MARKED is false when that is already so: a
 * second scan changes nothing. Who came instead of somebody represented is present themselves:
 * found among the attendees, else registered at the door for the same organisation. Who is present
 * and was only invited, to be approved or on the waiting list is registered by it
 * (registration_arrive()). ERROR_INVALID
 * for a registration that does not stand (withdrawn, declined) or an event that does not take
 * place: it says how to make it stand again. */
bool presence_note(Store *store, gint64 attendee_id, gint64 half_day_id,
		   const struct presence_said *said, bool *marked, GError **error);

/** Take back every mark of somebody for the half-day, in the gesture under way: nobody has said
 * then whether they came. TAKEN is false when there was none. */
bool presence_take_back(Store *store, gint64 attendee_id, gint64 half_day_id, bool *taken,
			GError **error);

#endif
