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

/** What somebody was before; the present function and organisation are the person's own members */
struct post {
	gint64 id, rev;
	gint64 person_id;
	char *function;
	gint64 organisation_id;
	char *since; /* NULL: not known, as for the first one */
	char *until; /* NULL: not known (the post came with a merged row) */
};

/** Two people of whom somebody has said that they are two */
struct person_distinction {
	gint64 id, rev;
	gint64 person_id;
	gint64 other_id;
};

extern const struct entity entity_person;
extern const struct entity entity_consent;
extern const struct entity entity_post;
extern const struct entity entity_person_distinction;

#endif
