/* An event taken along: the copies that were made of it, and what they said otherwise. */
#ifndef CORE_DOOR_COPY_H
#define CORE_DOOR_COPY_H

#include "core/entity.h"

/** A copy of one event, a database of its own. The same row stands in the centre's database and in
 * the copy. */
struct door_copy {
	gint64 id, rev;
	char *uid;
	gint64 event_id;
	char *letter; /* "B": its walk-ins are B-1, B-2… */
	char *exported_at;
	char *exported_by;
	gint64 export_gesture; /* the centre's; what came before it, the copy knows */
	char *merged_at;       /* brought back last; NULL: never */
	gint64 merged_gesture; /* the copy's last one that was brought back; MISSING: none */
	char *wiped_at;        /* deleted by us; NULL: it may still be out */
};

/** When somebody last said something of a member of a row. No values: what stands is in the row,
 * what does not in a conflict. */
struct door_stamp {
	gint64 id, rev;
	gint64 event_id;
	gint64 copy_id; /* who said it; 0: the centre, of a value that it had already */
	char *table_name;
	gint64 row_id; /* as it is called in the copy */
	char *member;  /* head of a register (core/door_said.h); DOOR_DELETED, DOOR_KEPT */
	char *said_at;
	gint64 said_gesture;  /* the copy's */
	gint64 known_gesture; /* the centre's by which it came to be known here */
};

/** The member of a stamp that says that the row was deleted. */
#define DOOR_DELETED "-"

/** That it was decided to keep it. */
#define DOOR_KEPT "+"

/** A row that became one with another while copies were out: they still call it by its old id. */
struct door_alias {
	gint64 id, rev;
	char *table_name;
	gint64 from_id;
	gint64 to_id;
};

/** What somebody said otherwise than what stands, at the same time and without knowing of it. */
struct door_conflict {
	gint64 id, rev;
	gint64 event_id;
	gint64 number; /* of the event's conflicts; never given twice */
	char *kind;    /* code_door_conflicts */
	char *table_name;
	gint64 row_id;  /* of "presence": the mark that does not stand */
	char *member;   /* of "changed": the head of the register */
	gint64 copy_id; /* who said it; 0: the centre */
	char *said_at;
	char *value;        /* JSON of the members; NULL once it is no longer known */
	gint64 attendee_id; /* whom it speaks of, for erasure; or 0 */
	gint64 person_id;
};

extern const struct entity entity_door_copy;
extern const struct entity entity_door_stamp;
extern const struct entity entity_door_alias;
extern const struct entity entity_door_conflict;

/** The letters of the Nth copy of an event, from 1: "A", "Z", "AA". Caller frees. */
char *door_letter(gint64 n);

/** The copy whose letters those are, from 1; 0 when LETTER is none. */
gint64 door_letter_number(const char *letter);

/** Papers printed in a copy have versions of their own: above 1000 × its number. The first that
 * copy LETTER may give; NULL: the centre's. */
gint64 door_version_first(const char *letter);

/** True when the copy LETTER (NULL: the centre) gave that version. */
bool door_version_is_of(gint64 version, const char *letter);

/** A version as people read it: "3", and "B-2" of a paper that copy B printed. Caller frees. */
char *door_version_text(gint64 version);

#endif
