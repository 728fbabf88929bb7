/* What the files of the import of attendees share. */
#ifndef INTAKE_IMPORT_ATTENDEES_H
#define INTAKE_IMPORT_ATTENDEES_H

#include "core/event.h"
#include "core/person.h"
#include "core/seats.h"
#include "intake/import_private.h"

/** What a row says, as declared. */
struct declared {
	struct attendee attendee; /* without number and person */
	char *civility;
	char *email_key;  /* NULL when it is not usable */
	const char *body; /* key of the organisation; borrowed */
	char day[11];     /* on which the person registered */
	bool status_said; /* the row says its status */
	GPtrArray *left;  /* struct leftover: answers */
	GArray *choices;  /* struct session_choice */
};

struct session_choice {
	gint64 session_id;
	gint64 rank; /* 1 is the first */
};

/** What a row has led to. */
struct draft {
	gint64 person_id;                   /* of the directory, or 0 */
	gint64 attendee_id;                 /* registered already, or 0 */
	int other;                          /* earlier row that it follows, or -1 */
	bool withdrawn;                     /* the person has withdrawn from the event */
	const char *last_name, *first_name; /* of who bears its address, where it has no name */

	/* what the row asks for, where the event has rules (import_attendees_seats.c) */
	char instant[21];
	struct seat_asker asker;
	bool said;       /* its status is its own word */
	bool asks;       /* of a changed row: the new status takes a seat that the person had not */
	bool takes;      /* a seat */
	bool waits;      /* it says so */
	gint64 position; /* in the waiting list; 0: it does not go there */
	enum seat_answer answer;

	gint64 made_person, made_attendee; /* while the plan is written */
};

/** A registration that stands, or the last one that was withdrawn. */
struct registration {
	const struct attendee *attendee;
	bool live;
};

struct attendees {
	Bodies *bodies;
	struct bodies_said said;
	MatchIndex *index;
	GTimeZone *zone;
	char now[21], today[11];
	const char *origin; /* of rows that do not say */

	Seats *seats;          /* as they are stored */
	GHashTable *askers;    /* key of an organisation → struct seat_asker */
	gint64 last_position;  /* in the waiting list as it is stored */
	gint64 position;       /* the last given to a row */
	Rows *stored;          /* attendees of the event */
	GHashTable *by_id;     /* attendee → struct attendee */
	GHashTable *by_person; /* person → struct registration */
	GHashTable *planned;   /* person of the directory → row + 1 that registers them */
	Rows *sessions;
	char **session_keys, **session_words;
	guint *wished;       /* of each session: rows whose first wish it is */
	guint without_email; /* new rows */
	GHashTable *unknown; /* keys of titles that are no session, already said */
	gint64 *grid;        /* of each column: the session whose rank its cells say, or 0 */

	struct draft *drafts;
	char **labels;             /* of the columns as questions */
	GHashTable *question_ids;  /* label → id */
	GHashTable *live_now;      /* person → attendee, of those registered while writing */
	gint64 number, number_end; /* reserved for rows that are new */
	guint bodies_made;
	struct tally tally_attendees, tally_people, tally_bodies;
};

struct attendees *attendees_of(const ImportPlan *plan);

/* ---- reading (import_attendees_read.c) ---- */

bool attendees_columns(Store *store, ImportPlan *plan, const struct import_options *options,
		       GError **error);

void attendees_bind(ImportPlan *plan);

/** Read ROW; false when it bears no name. Clear in both cases. */
bool declared_read(ImportPlan *plan, guint row, struct declared *declared);
/** Make the keys by which it is compared. */
void declared_keys(const ImportPlan *plan, struct declared *declared);
void declared_clear(struct declared *declared);

/* ---- workshops (import_attendees_workshops.c) ---- */

/** Find the columns of a grid that ask for the rank of one session each. */
void grids_find(ImportPlan *plan);

/** Read the sessions that ROW asks for; what is none is said and left as an answer. After the other
 * cells. */
void workshops_read(ImportPlan *plan, guint row, struct declared *declared);

/* ---- comparing (import_attendees_compare.c) ---- */

/** What DECLARED, of LINE, says otherwise than the stored registration, in words; NULL when
 * nothing. LINE learns whether it fills and whether it contradicts. Caller frees. */
char *declared_differs(Store *store, ImportPlan *plan, struct import_line *line,
		       const struct declared *declared, const struct attendee *attendee);

/** Add a difference to CHANGES; LINE (may be NULL) learns whether it fills or contradicts. */
void difference_note(struct import_line *line, GString *changes, const char *label,
		     const char *before, const char *after);

/** The same against an earlier row of the table. */
char *declared_differs_from(ImportPlan *plan, const struct declared *declared,
			    const struct declared *before);

/** True when an update may lead a registration from one status to the other: none takes a seat from
 * who has one, none gives one to who waits (that is for the list to give). */
bool status_updates(const struct attendee *attendee, const char *status);

/** True when an update gives a registration a status for which the seats are to be asked. */
bool status_asks(const struct declared *declared, const struct attendee *attendee);

/** Take into ATTENDEE what DECLARED says; FILL: only what ATTENDEE does not say yet. */
void declared_take(ImportPlan *plan, const struct declared *declared, struct attendee *attendee,
		   bool fill);

/* ---- seats (import_attendees_seats.c) ---- */

/** Note what ROW asks for. */
void seats_note(Store *store, ImportPlan *plan, guint row, const struct declared *declared);

/** Say of every row that registers somebody whether it goes onto the waiting list; again whenever
 * somebody has decided something. */
void attendees_seat(ImportPlan *plan);

/** Put what was said of a row into what is written. */
void seat_write(const struct draft *draft, struct attendee *attendee);

/* ---- writing (import_attendees_write.c) ---- */

bool attendees_open(Store *store, ImportPlan *plan, GError **error);
bool attendees_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		     guint *written, GError **error);
bool attendees_close(Store *store, ImportPlan *plan, GError **error);

/* ---- answers and choices (import_attendees_answers.c) ---- */

/** The columns as questions, no two alike. Caller frees. */
char **question_labels(const ImportPlan *plan);

/** The questions of the event; again before writing, for a dry run has taken its own back. */
bool questions_load(Store *store, ImportPlan *plan, GError **error);

/** What becomes of those that an attendee has. */
enum answers_over {
	ANSWERS_OF_NOBODY, /* there are none yet */
	ANSWERS_FILLED,    /* they stay; what was not answered is */
	ANSWERS_REPLACED,
};

/** Write answers and choices of an attendee. */
bool answers_write(Store *store, ImportPlan *plan, const struct declared *declared,
		   gint64 attendee_id, enum answers_over over, GError **error);

/** What the answers and choices of an attendee that is stored say otherwise, added to CHANGES. */
void answers_differ(Store *store, ImportPlan *plan, struct import_line *line,
		    const struct declared *declared, gint64 attendee_id, GString *changes);

#endif
