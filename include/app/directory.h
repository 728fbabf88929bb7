/* The directory as gestures use it: organisations and people found or made by their names. */
#ifndef APP_DIRECTORY_H
#define APP_DIRECTORY_H

#include "core/attendee.h"
#include "core/classify.h"
#include "core/match.h"
#include "core/organisation.h"
#include "core/person.h"
#include "store/store.h"

/** The organisation called NAME by its name, short name or alias, or 0 (no error). */
gint64 organisation_known(Store *store, const char *name);

/** The same, made when it is not known, with family, level and département proposed from its name.
 * A note says that it was made. 0 on error. Needs a gesture. */
gint64 organisation_found(Store *store, const char *name, GPtrArray *notes, GError **error);

/** Fill in what the organisation’s name suggests, where nothing is known. */
void organisation_propose(Store *store, struct organisation *organisation);

/** A classifier over the départements and regions of the file, which has learned from the
 * organisations that people classified; NULL when they cannot be read. */
Classifier *classifier_load(Store *store);

/** The same with a classifier at hand, for many. */
void organisation_propose_with(const Classifier *classifier, struct organisation *organisation);

/** What an organisation is proposed to be classified as. All may be NULL. */
struct suggestion {
	char *family, *level, *department;
	char *reason; /* a sentence */
};

/** Suggest for one that nobody has confirmed: what stands in its row and its name alone would not
 * have suggested was said by somebody, and stays. Clear with suggestion_clear(). */
void organisation_suggest(const Classifier *classifier, const struct organisation *organisation,
			  struct suggestion *suggestion);
void suggestion_clear(struct suggestion *suggestion);

/** The person called by an e-mail address or an unambiguous name; made when MAKE and the name is
 * not known. 0 on error. */
gint64 person_found(Store *store, const char *typed, bool make, GPtrArray *notes, GError **error);

/** The key under which people of an organisation are compared; NULL for none. Caller frees. */
char *organisation_match_key(gint64 organisation_id);

/** The people whom these names or this address may speak of: all that core/match.h and
 * core/duplicate.h could call the same, and others; without those who were forgotten. Every text
 * may be NULL. NULL on error. */
Rows *people_named(Store *store, const char *last_name, const char *first_name,
		   const char *email_key, GError **error);

/** Who of the directory DECLARED is (core/match.h). */
bool person_match(Store *store, const struct match_person *declared, struct match_answer *answer,
		  GError **error);

/** A person as an attendee declared themselves, not stored yet; a number that can be read is kept
 * the international way. Free with entity_free(). */
struct person *person_declared(const struct attendee *attendee);

/** A new person of the directory, from what an attendee declared. 0 on error. */
gint64 person_of_attendee(Store *store, const struct attendee *attendee, GError **error);

/** Register PERSON for EVENT as PART, with name, function and organisation as the directory has
 * them now, unless they already have a live registration (whose part then becomes PART when PART is
 * not "participant"). Returns the attendee's id, or 0. */
gint64 attendee_of_person(Store *store, gint64 event_id, gint64 person_id, const char *part,
			  const char *origin, GError **error);

/** The next number of an attendee within the event ("12"; in a copy that was taken along "B-1").
 * Caller frees; NULL on error. */
char *attendee_next_number(Store *store, gint64 event_id, GError **error);

#endif
