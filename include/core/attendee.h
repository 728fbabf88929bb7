/* Attendees, what they answered and when they were present. */
#ifndef CORE_ATTENDEE_H
#define CORE_ATTENDEE_H

#include "core/entity.h"

/** A person registered for an event, as declared */
struct attendee {
	gint64 id, rev;
	char *uid;
	gint64 event_id;
	char *number;
	gint64 person_id;
	char *part;
	char *status;
	gint64 live; /* from the status: 1 while the registration stands */
	char *first_name;
	char *last_name;
	char *function;
	char *organisation;
	gint64 organisation_id;
	char *email;
	char *phone;
	char *town;
	char *department;
	char *origin;
	char *registered_at;
	char *lunch;
	char *diet;
	char *access_needs;
	char *photo;
	char *remarks;
	gint64 waiting_position;
	char *waiting_reason;
	char *cancel_reason;
	char *sort_key;
	char *search_key;
};

/** What a form asked beyond our columns */
struct question {
	gint64 id, rev;
	gint64 event_id;
	char *label;
	gint64 sensitive;
	gint64 position;
};

/** What an attendee answered */
struct answer {
	gint64 id, rev;
	gint64 question_id;
	gint64 attendee_id;
	char *text;
};

/** A session an attendee asked for, or was given */
struct choice {
	gint64 id, rev;
	gint64 attendee_id;
	gint64 session_id;
	gint64 rank; /* 1 is the first wish; 0: not asked for */
	gint64 assigned;
	gint64 by_hand; /* given by a person: it stays when the others are placed anew */
};

/** A mark of presence; never changed, only retracted by a later mark */
struct presence_mark {
	gint64 id, rev;
	gint64 attendee_id;
	gint64 half_day_id;
	char *state;
	char *happened_at;
	char *recorded_at;
	char *recorded_by;
	char *origin;
	char *nonce;
	char *represented_by;
	char *retracts; /* nonce of the mark that this one takes back */
};

/** A row of an imported file, so that it is never imported twice */
struct import_row {
	gint64 id, rev;
	char *source;  /* what was imported, and where to */
	char *row_key; /* the row's own key, or the hash of its cells */
	gint64 event_id;
	gint64 attendee_id;
};

extern const struct entity entity_attendee;
extern const struct entity entity_question;
extern const struct entity entity_answer;
extern const struct entity entity_choice;
extern const struct entity entity_presence_mark;
extern const struct entity entity_import_row;

#endif
