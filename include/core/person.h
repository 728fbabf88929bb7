/* People. */
#ifndef CORE_PERSON_H
#define CORE_PERSON_H

#include "core/entity.h"

/** Somebody; may have no e-mail */
struct person {
	gint64 id, rev;
	char *uid;
	char *civility;
	char *first_name;
	char *last_name;
	char *function;
	gint64 organisation_id;
	char *role;
	char *email;
	char *phone;
	char *town;
	char *department;
	char *photo;
	char *last_contact;
	char *notes;
	char *order_name;
	char *erased_at;
	char *email_key; /* folded for comparing; NULL when it cannot be written to */
	char *sort_key;
	char *search_key;
};

/** A consent or an opposition of a person, for one purpose */
struct consent {
	gint64 id, rev;
	gint64 person_id;
	char *purpose;
	gint64 agreed;
	char *given_on;
	char *origin;
};

extern const struct entity entity_person;
extern const struct entity entity_consent;

#endif
