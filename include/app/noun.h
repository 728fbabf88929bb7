/* What people and scripts call things: each noun's keys, readable and writable as text.
 *
 * The command line's JSON, CSV and name=value, the interface's columns and forms, and their help
 * are all made from these tables, so that a key means the same everywhere (docs/ateliers.1).
 */
#ifndef APP_NOUN_H
#define APP_NOUN_H

#include "store/store.h"

struct noun;

enum noun_flag {
	NOUN_LISTED = 1 << 0,    /* a column of "list" for people */
	NOUN_READ_ONLY = 1 << 1, /* computed: cannot be set */
	NOUN_MANY = 1 << 2,      /* several values: an array in JSON, "; " elsewhere */
	NOUN_NUMBER = 1 << 3,    /* a computed key that gives a number */
	NOUN_LONG = 1 << 4,      /* several lines */
	NOUN_DATE = 1 << 5,      /* a computed key that gives a date */
	NOUN_TIME = 1 << 6,      /* or a time */
};

struct noun_key {
	const char *key;
	const char *label;        /* English msgid; NULL: that of the field */
	const char *field;        /* member of the entity, or NULL */
	const struct noun *named; /* FIELD is a reference, shown and read by its target's name */
	unsigned flags;           /* of enum noun_flag */
	const char *help;         /* English msgid: what to type, where the label does not say */

	/** For a new row, before it is stored: note on it what its beginning needs (the year of its
	 * number), and refuse what is wrong whatever the rest says. Only for keys with SET; may be
	 * NULL. */
	bool (*early)(Store *store, void *row, const char *typed, GError **error);
	/** For what is no plain member: the value as scripts see it; NULL when missing. Caller
	 * frees. */
	char *(*get)(Store *store, const void *row);
	/** The same for people, where it is not the value itself; may be NULL; gives NULL when
	 * missing. Caller frees. */
	char *(*words)(Store *store, const void *row);
	/** Write it; called once the row itself is stored. */
	bool (*set)(Store *store, void *row, const char *typed, GPtrArray *notes, GError **error);
};

struct noun {
	const char *name;  /* "event": the command */
	const char *label; /* English msgid, plural, for headings: "Events" */
	const struct entity *entity;
	const struct noun_key *keys;
	guint n_keys;
	const char *owner;    /* reference to the row it belongs to ("event_id"), or NULL */
	const char *name_key; /* the key that names one ("title") */
	/** Fill in what a new row needs (number, defaults) before it is stored; may be NULL. */
	bool (*begin)(Store *store, void *row, GError **error);
	/** After a row was stored for the first time, in the same gesture; may be NULL. */
	bool (*made)(Store *store, void *row, GPtrArray *notes, GError **error);
	/** Put a row in order before it is stored, or refuse it as a whole; may be NULL. */
	bool (*tidy)(Store *store, void *row, GError **error);
	/** Judge the row with all that belongs to it, once everything is written; KEY receives the
	 * key that is to blame. May be NULL. */
	bool (*judge)(Store *store, const void *row, const char **key, GError **error);
	/** Whether one may be deleted at all, whatever refers to it (ERROR_REFERENCED); may be
	 * NULL.
	 */
	bool (*deletable)(Store *store, gint64 id, GError **error);
	/** Find or make a row by its name for a reference from ROW; NULL: noun_find() and a plain
	 * new row. Returns 0 on error. */
	gint64 (*resolve)(Store *store, const void *from, const char *typed, GPtrArray *notes,
			  GError **error);
};

extern const struct noun noun_event, noun_session, noun_speaker, noun_attendee, noun_partner,
	noun_person, noun_organisation, noun_venue, noun_room, noun_cycle, noun_theme, noun_kind,
	noun_busy, noun_half_day, noun_task, noun_decision, noun_practice, noun_holiday,
	noun_checklist;

/** Every noun; NULL ends the list. */
extern const struct noun *const nouns[];

const struct noun *noun_named(const char *name);
const struct noun_key *noun_key(const struct noun *noun, const char *key);

/** The label of a key in the person's language. Borrowed. */
const char *noun_key_label(const struct noun *noun, const struct noun_key *key);

/** The field behind a key, or NULL. */
const struct field *noun_field(const struct noun *noun, const struct noun_key *key);

/** What the values of a key are, a member's or computed: FIELD_LONG, FIELD_INTEGER, FIELD_BOOLEAN,
 * FIELD_DATE, FIELD_DAY, FIELD_TIME, FIELD_INSTANT; of all others FIELD_TEXT, names and codes too.
 */
enum field_kind noun_key_kind(const struct noun *noun, const struct noun_key *key);

/** A value as scripts see it: codes, ISO dates, names; NULL when missing. Caller frees. */
char *noun_value(Store *store, const struct noun *noun, const struct noun_key *key,
		 const void *row);

/** The same in words for people; "" when missing. Caller frees. */
char *noun_text(Store *store, const struct noun *noun, const struct noun_key *key, const void *row);

/** One assignment: title=…; typed "" clears. */
struct noun_pair {
	const struct noun_key *key;
	const char *typed;
	bool failed; /* set by noun_write() on the one that was refused */
};

/** Read "title=Journée d’échanges" for NOUN; the text is borrowed from ARGUMENT. ERROR_USAGE names
 * the keys that exist. */
bool noun_pair_read(const struct noun *noun, const char *argument, struct noun_pair *pair,
		    GError **error);

/** Set N pairs on ROW and store it (a new row when its id is 0), in the gesture under way. NOTES
 * (may be NULL) receives sentences about what was made on the way (char *). On failure the gesture
 * must be rolled back. */
bool noun_write(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
		GPtrArray *notes, GError **error);

/** Delete one with what belongs to it, in the gesture under way, where the noun allows it. */
bool noun_delete(Store *store, const struct noun *noun, gint64 id, GError **error);

/** Judge each of N pairs by itself, in a gesture that will be rolled back: `failed` is set on those
 * that are refused, REASONS receives a message for each pair (char *; "" where it is right), and
 * ROW the members that could be read. What only all of them together contradict, noun_write() says.
 */
void noun_faults(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
		 GPtrArray *reasons);

/** The id of the row that TYPED names: its whole number or address, its exact name, or an
 * unambiguous part of its name; of several that are named alike, "Pause #2" is the second. In
 * OWNER's rows when the noun has an owner and OWNER is not 0. 0 with ERROR_NOT_FOUND or
 * ERROR_AMBIGUOUS (which names the candidates and what tells them apart). */
gint64 noun_find(Store *store, const struct noun *noun, gint64 owner, const char *typed,
		 GError **error);

/** What people call a row: "2026-014 Journée d’échanges", "Zoé Élan". Caller frees. */
char *noun_name(Store *store, const struct noun *noun, const void *row);

/** A value in words as a list shows it: noun_text(), and an instant in the centre's time. Caller
 * frees. */
char *noun_cell(Store *store, const struct noun *noun, const struct noun_key *key, const void *row);

/** "12 attendees", "1 person". Caller frees. */
char *noun_count(const struct noun *noun, guint n);

#endif
