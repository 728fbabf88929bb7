/* Consents and oppositions of people, by purpose, with their date and origin (GDPR, articles 7 and
 * 21), and who may be written to. */
#ifndef APP_CONSENT_H
#define APP_CONSENT_H

#include "core/person.h"
#include "store/store.h"

enum consent_state {
	CONSENT_UNKNOWN,
	CONSENT_GIVEN,
	CONSENT_OPPOSED,
};

/** What the person said last about PURPOSE (code_consent_purposes). */
enum consent_state consent_state(Store *store, gint64 person_id, const char *purpose);

/** Note, in the gesture under way, what the person says about PURPOSE from GIVEN_ON (a day) on, and
 * where it was said (may be NULL). What was said before stays on record. */
bool consent_note(Store *store, gint64 person_id, const char *purpose, bool agreed,
		  const char *given_on, const char *origin, GError **error);

/** Addresses to be put into a mail program. */
struct addresses {
	char *list; /* "a@x.fr; b@y.fr", each once, in the order of the people */
	guint n;
	guint opposed;  /* left out: they oppose */
	guint unusable; /* left out: no address, or one that cannot be written to */
};

/** Those of N people, without those who oppose PURPOSE and those who were forgotten. Clear with
 * addresses_clear(). False on error. */
bool addresses_collect(Store *store, const gint64 *people, guint n, const char *purpose,
		       struct addresses *addresses, GError **error);
void addresses_clear(struct addresses *addresses);

#endif
