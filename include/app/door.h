/* What the door needs beside marking (app/checkin.h): who came when, who is expected, those who
 * come without being registered. */
#ifndef APP_DOOR_H
#define APP_DOOR_H

#include "core/naming.h"
#include "store/store.h"

/** What the marks of one attendee for a half-day come to. */
struct arrival {
	const char *state; /* code_presence_states; borrowed for ever */
	char time[6];      /* civil time of the mark that decides, "09:04" */
};

/** From the ids (gint64) of those who were marked for the half-day to their struct arrival. Caller
 * frees; NULL on error. */
GHashTable *half_day_arrivals(Store *store, gint64 half_day_id, GError **error);

/** The half-days of the event in their order (gint64). Caller frees; NULL on error. */
GArray *event_half_days(Store *store, gint64 event_id, GError **error);

/** What a registration counts as at the door. */
struct door_part {
	gint64 attendee_id;
	bool participant; /* by its part; else a speaker, somebody of the organisers or the staff */
	bool expected;    /* registered: who waits, is invited or has not answered is not */
};

/** From the ids (gint64) of all registrations of the event to their struct door_part. Caller frees;
 * NULL on error. */
GHashTable *event_door_parts(Store *store, gint64 event_id, GError **error);

/** How many are there and how many are expected: who is there without being expected (from the
 * waiting list) counts as both. */
struct turnout {
	guint present, expected;               /* participants */
	guint others_present, others_expected; /* speakers, organisers, staff */
};

struct turnout door_turnout(GHashTable *parts, GHashTable *arrivals);

/** How the name of somebody who comes is read: "Zoé Élan", "ÉLAN Zoé", "Élan, Zoé"; of two words
 * that say nothing themselves the address (may be NULL) may say which is which, else the first name
 * is first. Caller frees. */
NameParts *walk_in_name(const char *typed, const char *email);

/** Somebody who comes without being registered: registered, in the gesture under way, and known or
 * made in the directory. TYPED is read by walk_in_name(); ORGANISATION and EMAIL may be NULL. 0
 * on error. */
gint64 walk_in_register(Store *store, gint64 event_id, const char *typed, const char *organisation,
			const char *email, GError **error);

/** The registration of somebody who withdrew stands again, in the gesture under way. */
bool attendee_stands_again(Store *store, gint64 attendee_id, GError **error);

/** What somebody at the door must hear of: notes, meal, diet, workshops; NULL when there is
 * nothing. Caller frees. */
char *attendee_door_words(Store *store, gint64 attendee_id);

#endif
