/* Who is to be thanked after an event, where they can be written to, and who has been. */
#ifndef APP_THANKS_H
#define APP_THANKS_H

#include "app/consent.h"
#include "store/store.h"

/** Somebody who spoke, a partner or a place. */
struct thanks {
	gint64 person_id;       /* of a speaker, else 0 */
	gint64 organisation_id; /* of a partner, else 0 */
	char *name;
	char *role;         /* in the person's language: "speaker", "hosted by" */
	char *organisation; /* of a speaker, or NULL */
	char *email;        /* NULL: none that can be written to, or they oppose it */
	bool opposed;
	char *thanked_on; /* NULL: not yet */
};

/** Speakers who spoke (app/task.h), in the order of the programme, then those who are registered as
 * speakers and are not on it; partners in the order of their
 * roles, each once; the places of the event unless a partner is its host. Elements are struct
 * thanks. Caller frees; NULL on error.
 *
 * They were thanked on the day on which a task of the kind "thanks" was done: one about them, else
 * one about nobody in particular. */
GPtrArray *event_thanks(Store *store, gint64 event_id, GError **error);

/** The addresses of all of them, each once. Who opposes invitations is left out, and counted. */
void thanks_addresses(const GPtrArray *thanks, struct addresses *addresses);

/** Note that one of them has been thanked today: a task about them, done. Needs a gesture. */
bool thanks_note(Store *store, gint64 event_id, const struct thanks *thanks, GError **error);

#endif
