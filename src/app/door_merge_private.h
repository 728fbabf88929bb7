/* What the files that bring a copy back share. */
#ifndef APP_DOOR_MERGE_PRIVATE_H
#define APP_DOOR_MERGE_PRIVATE_H

#include "app/door_copy.h"
#include "base/clock.h"
#include "core/attendee.h"
#include "core/door_said.h"

/** A member of a row of the copy, and when it was last written there. */
struct said_member {
	bool touched;
	bool known;  /* the base has it as it was */
	bool stands; /* by a gesture that was not undone */
	gint64 gesture;
	char at[INSTANT_SIZE];
};

/** What was done to a row in the copy since it was last brought back, or taken along. */
struct said_row {
	const struct entity *entity;
	gint64 id;
	bool fresh;                  /* something; else all of it was brought back */
	bool met;                    /* a fresh change of it was seen */
	bool existed;                /* then */
	bool gone;                   /* then, for the copy had deleted it */
	bool returned;               /* and it had been taken along: existed, base are of then */
	void *base;                  /* as it was then */
	void *now;                   /* NULL: it is gone */
	struct said_member *members; /* one a field */
	bool done;
};

struct bringing {
	Store *home, *copy;
	struct door_copy *out; /* the centre's row of the copy */
	Rows *copies;          /* every row of door_copy */
	GHashTable *said;      /* id → struct said_row, owned by ROWS */
	GPtrArray *rows;       /* struct said_row, owners first, then by id */
	GHashTable *looked;    /* attendees (gint64) whose presence may contradict */
	GHashTable *open;      /* conflicts (gint64) that were open before */
	DoorReport *report;
};

/* ---- what the copy says: door_said_rows.c -------------------------------------------------------
 */

/** Read it into ROWS and SAID. */
bool said_rows_read(struct bringing *bringing, GError **error);

void said_row_free(struct said_row *row);

/** The row of the copy, or NULL. Borrowed. */
struct said_row *said_row_of(const struct bringing *bringing, const struct entity *entity,
			     gint64 id);

/* ---- values: door_image.c -----------------------------------------------------------------------
 */

/** The members of a register as compact JSON. Caller frees. */
char *register_image(const struct door_register *one, const void *row);

/** Set them in ROW. */
void register_set(const struct door_register *one, void *row, const char *image);

/** True when people see the same in both. */
bool register_same(const struct door_register *one, const char *a, const char *b);

/** Set in ROW what IMAGE (of the history) holds of the members that TAKE lets through. */
typedef bool (*image_member)(guint place, gpointer user);
void image_take(const struct entity *entity, void *row, const char *image, image_member take,
		gpointer user);

/** True when IMAGE holds a member of the register. */
bool image_has(const struct entity *entity, const char *image, const char *head);

/** The register of that head; its head is NULL when there is none. */
struct door_register door_register_named(const struct entity *entity, const char *head);

/* ---- identities: door_alias.c -------------------------------------------------------------------
 */

/** What the row FROM is called now: itself, or the row that it became one with. */
gint64 door_alias_of(Store *store, const struct entity *entity, gint64 id);

/** The ids under which copies know the row: its own first (gint64). Caller frees; NULL on error. */
GArray *door_alias_ids(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Remember that FROM became one with TO; its conflicts are TO's. */
bool door_alias_note(Store *store, const struct entity *entity, gint64 from, gint64 to,
		     GError **error);

/* ---- stamps and conflicts: door_book.c ----------------------------------------------------------
 */

/** Remember when the copy (COPY_ID 0: the centre) said MEMBER of the row ROW_ID, known by the
 * gesture KNOWN. */
struct door_stamp_said {
	gint64 copy_id, row_id;
	const struct entity *entity;
	const char *member, *at;
	gint64 gesture, known;
};
bool door_stamp_set(Store *store, gint64 event_id, const struct door_stamp_said *said,
		    GError **error);

/** The stamps of a row under all its ids (struct door_stamp). NULL on error. */
GPtrArray *door_stamps_of(Store *store, const struct entity *entity, gint64 id, GError **error);

/** The conflicts of a row. NULL on error. */
GPtrArray *door_conflicts_of(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Keep one, unless it is there already; then it is brought up to date. ADDED (may be NULL) says
 * whether it is new. */
struct door_conflict_said {
	gint64 event_id, copy_id, row_id;
	const struct entity *entity;
	const char *kind, *member, *at, *value;
	gint64 attendee_id, person_id;
};
bool door_conflict_set(Store *store, const struct door_conflict_said *said, bool *added,
		       GError **error);

/** Whom a row speaks of: a registration, else a person of the directory. */
void door_speaks_of(const struct entity *entity, const void *row, gint64 *attendee, gint64 *person);

/** The centre's row of a copy, among COPIES; NULL. Borrowed. */
const struct door_copy *door_copy_find(const Rows *copies, gint64 id);

/* ---- the centre's own words: door_life.c --------------------------------------------------------
 */

/** When the centre itself last wrote the register of the row that bears one of IDS: SAID (its
 * gesture is 0 when never) and AT, which the caller frees. */
bool door_centre_said(struct bringing *bringing, const struct entity *entity, const GArray *ids,
		      const struct door_register *one, struct door_said *said, char **at,
		      GError **error);

/** The image of the register before anything was said of it since the first copy was taken along;
 * NULL in BEFORE, which the caller frees, when nothing was, or nothing is known of it. */
bool door_value_before(struct bringing *bringing, const struct entity *entity, gint64 id,
		       const struct door_register *one, char **before, GError **error);

/* ---- words: door_words.c ------------------------------------------------------------------------
 */

/** What somebody says of one register. */
struct door_word {
	struct door_said said;
	char *at;    /* owned; said.at */
	char *value; /* image of the register; NULL: no longer known */
};

/** All that was said of a register of the row ID here (struct door_word). NULL on error. */
GArray *door_words_load(struct bringing *bringing, const struct entity *entity, gint64 id,
			const struct door_register *one, GError **error);

/** Add a word of the copy, in place of its older one. */
void door_words_add(struct bringing *bringing, GArray *words, const struct entity *entity,
		    const struct door_register *one, const struct said_member *member,
		    const char *value);

/** Put the words of OTHER among WORDS: of each origin its last one. */
void door_words_join(GArray *words, GArray *other);

/** Those that nobody who said something else knew of and whose value is known (struct door_word,
 * borrowed from WORDS), the latest first. */
GPtrArray *door_words_open(GArray *words);

/** Write the word that stands into the row ID, and keep the others that are open as conflicts.
 * CHANGED becomes true when the row did. */
bool door_words_settle(struct bringing *bringing, const struct entity *entity, gint64 id,
		       const struct door_register *one, GArray *words, bool *changed,
		       GError **error);

/* ---- what only one row can have: door_claim.c ---------------------------------------------------
 */

/** Write the latest of the open WORDS that the rules of the data let stand. */
bool door_claim(struct bringing *bringing, const struct entity *entity, gint64 id,
		const struct door_register *one, GArray *words, GError **error);

/** Add the row MINE of the copy under its own name, or another where that is taken. */
bool door_bring_new(struct bringing *bringing, const struct said_row *row, void *mine,
		    GError **error);

/** Give the deleted row ID back, which is not the same as TWIN, the row that has its name. */
bool door_revive_apart(struct bringing *bringing, const struct entity *entity, gint64 id,
		       gint64 twin, bool *revived, GError **error);

/** Words that had to give way are heard again, for what they claim may be free now. */
bool door_claims_again(struct bringing *bringing, GError **error);

/** Forget that the copy said MEMBER of the row that it knows by ID. */
bool door_stamp_drop(struct bringing *bringing, const struct entity *entity, gint64 id,
		     const char *member, GError **error);

/** What the copy says otherwise and is no longer known here (what was decided and undone), it says
 * once more. */
bool door_words_recall(struct bringing *bringing, GError **error);

/* ---- the report: door_report.c ------------------------------------------------------------------
 */

struct door_count *door_count_of(DoorReport *report, const struct entity *entity);

/** Note a sentence for people; takes TEXT. */
void door_note(struct bringing *bringing, char *text);

/** "Zoé Élan (no. 12)", "Mairie d’Alès": what people call a row. Caller frees. */
char *door_row_words(Store *store, const struct entity *entity, gint64 id);

/* ---- rows: door_rows.c, door_changed.c, door_removed.c ------------------------------------------
 */

/** Bring a row of the copy as it is now; nothing happens when it was brought already. */
bool door_row_new(struct bringing *bringing, struct said_row *row, GError **error);
bool door_row_update(struct bringing *bringing, struct said_row *row, GError **error);
bool door_row_remove(struct bringing *bringing, struct said_row *row, GError **error);

/** The row ID of here as the copy has it, under whatever id; NULL. Caller frees. */
void *door_row_there(struct bringing *bringing, const struct entity *entity, gint64 id);

bool door_row_is_there(Store *store, const struct entity *entity, gint64 id);

/** HERE is the id here of a row of the copy: of the one that it became one with, brought or given
 * back when it is not there. 0: it cannot be had. */
bool door_row_here(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 *here,
		   GError **error);

/** Let the reference FIELD of ROW point to a row of here. STANDS becomes false when it is needed
 * and cannot be had. */
bool door_reference_here(struct bringing *bringing, const struct field *field, void *row,
			 bool *stands, GError **error);

/** False of what belongs to another event than the copy's. */
bool door_is_of_event(const struct bringing *bringing, const struct entity *entity,
		      const void *row);

/** When the copy last wrote the register. Borrowed. */
const struct said_member *door_register_member(const struct said_row *row,
					       const struct door_register *one);

/** Bring each register of ROW that was changed in the copy to the row HERE; MAPPED is the row as it
 * is there. */
bool door_registers_bring(struct bringing *bringing, const struct said_row *row, void *mapped,
			  gint64 here, GError **error);

/** TOUCHED becomes true when the centre or another copy has had to do with the row since this copy
 * was made. */
bool door_row_touched(struct bringing *bringing, const struct entity *entity, gint64 id,
		      guint depth, bool *touched, GError **error);

/* ---- people who were forgotten: door_forgotten.c ------------------------------------------------
 */

/** True of a person who was forgotten here, and of what speaks of one. */
bool door_is_forgotten(Store *store, const struct entity *entity, const void *row);

bool door_is_personal(const struct door_register *one);

/** Blank what is personal in ROW. False when it then says nothing: it is not brought at all. */
bool door_blank(const struct entity *entity, void *row);

/* ---- deleted rows: door_deleted.c ---------------------------------------------------------------
 */

/** The copy says something of the row, or needs it: that others deleted it, not knowing that, is
 * kept as a conflict. */
bool door_touch(struct bringing *bringing, const struct entity *entity, gint64 id, GError **error);

/** The copy took its deletion of the row back. */
bool door_undelete(struct bringing *bringing, const struct said_row *row, GError **error);

/** Give back a row that was deleted here and is needed there. REVIVED is false when the history
 * does not know it. */
bool door_give_back(struct bringing *bringing, const struct entity *entity, gint64 id,
		    bool *revived, GError **error);

/* ---- one row that came twice: door_twins.c, door_join.c -----------------------------------------
 */

/** True when the rows of ENTITY may be there twice and are then one. */
bool door_has_twins(const struct entity *entity);

/** The head of the register by which rows of ENTITY are one: a name, a status. Borrowed; NULL. */
const char *door_key_head(const struct entity *entity);

/** True when the copy has the row TWIN of here beside the one that it speaks of, under another name
 * or not standing; of registrations when it had it from the beginning. */
bool door_known_apart(struct bringing *bringing, const struct entity *entity, gint64 twin);

/** The row here, other than MINE, beside which the rules of the data would not let MINE stand; 0 in
 * TWIN: none. */
bool door_same_find(Store *store, const struct entity *entity, const void *mine, gint64 *twin,
		    GError **error);

/** True of what stays as the row that is kept has it. */
bool door_is_identity(const struct entity *entity, const struct door_register *one);

/** The rows here that MINE, not here yet, is one with (gint64), the smallest id first. Caller
 * frees; NULL on error. */
GArray *door_twins_find(struct bringing *bringing, const struct entity *entity, const void *mine,
			GError **error);

/** Make the registration ID one with those that were made without the copy knowing, now that its
 * word on the status came: of somebody who withdrew, was registered elsewhere meanwhile and comes
 * all the same. ID becomes the one that is kept. */
bool door_status_join(struct bringing *bringing, gint64 *id, GError **error);

/** The row here in whose place a deleted one would stand, for what it belonged to became one with
 * that one's; 0: none. */
bool door_twin_of_deleted(struct bringing *bringing, const struct entity *entity, gint64 id,
			  gint64 *twin, GError **error);

/** Give the deleted row ID back, one with TWIN. */
bool door_twin_revive(struct bringing *bringing, const struct entity *entity, gint64 id,
		      gint64 twin, GError **error);

/** The status of a registration that may be there beside another. */
const char *door_status_aside(void);

/** Make ROW of the copy, as MINE (with references of here), one with TWIN. */
bool door_twin_take(struct bringing *bringing, const struct said_row *row, void *mine, gint64 twin,
		    GError **error);

/** Make two rows that are here one: the one with the smaller id, KEPT. */
bool door_twins_join(struct bringing *bringing, const struct entity *entity, gint64 one,
		     gint64 other, gint64 *kept, GError **error);

/* ---- presence: door_mark.c, door_presence.c -----------------------------------------------------
 */

/** Who made a mark, and by which gesture it came to be known here. */
struct door_origin {
	gint64 copy_id; /* 0: the centre */
	gint64 known;
	bool by_undo; /* made to take back what a copy had brought */
};
bool door_origin_find(Store *store, gint64 mark_id, struct door_origin *origin, GError **error);

/** True when a mark among MARKS that stands takes it back. */
bool door_mark_is_back(const Rows *marks, const struct presence_mark *mark);

/** The mark that decides of the attendee and half-day of the mark OF; OF itself when none does.
 * Free with entity_free(). */
struct presence_mark *door_mark_deciding(Store *store, const struct presence_mark *of,
					 GError **error);

/** Bring a mark; one that an undo took back here stands again. */
bool door_mark_new(struct bringing *bringing, struct said_row *row, GError **error);

/** Keep what marks and withdrawals of the looked at say against each other. */
bool door_presence_compare(struct bringing *bringing, GError **error);

#endif
