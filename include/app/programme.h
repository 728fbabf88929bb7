/* Gestures on several sessions of a programme at once. */
#ifndef APP_PROGRAMME_H
#define APP_PROGRAMME_H

#include "core/programme.h"
#include "store/store.h"

/** How many of SESSIONS (rows of an event) move when all that begins with FROM or later on its day
 * does, FROM and breaks included; HALF: of its half-day alone. */
guint programme_from_count(const Rows *sessions, const struct session *from, bool half);

/** Shift those by BY minutes in SESSIONS, which are not stored. ERROR_INVALID when one would leave
 * the day; nothing has changed then. */
bool programme_shift(Rows *sessions, const struct session *from, int by, bool half, GError **error);

/** Let the sessions that begin with SESSION change places with those that begin before them on its
 * day (or after, LATER), each keeping its length and what stands between them. False when there is
 * nothing to change places with. Not stored either. */
bool programme_swap(Rows *sessions, const struct session *session, bool later);

/** Store those of SESSIONS that differ from what is stored; CHANGED receives how many. Needs a
 * gesture. */
bool programme_store(Store *store, const Rows *sessions, guint *changed, GError **error);

/** What is to be known of the programme as it stands: sessions beyond the day, rooms or people in
 * two places, that it differs from what was announced. A sentence, or NULL. Caller frees. */
char *programme_consequences(Store *store, gint64 event_id);

#endif
