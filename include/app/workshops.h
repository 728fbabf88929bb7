/* The workshops of an event that people choose between: who asked for what, who was given what. */
#ifndef APP_WORKSHOPS_H
#define APP_WORKSHOPS_H

#include "store/store.h"

/** Wishes are counted as first, second, and third or later. */
#define WORKSHOP_RANKS 3

/** A session that people choose between others of the same time (sessions_parallel()), or that
 * somebody asked for. */
struct workshop {
	gint64 session_id;
	char *title;
	char *when;      /* "mar. 8 déc. 14h–15h30"; "" when it is not known */
	guint group;     /* the same for those between which people choose */
	gint64 capacity; /* of the session, else of its room; 0: without a limit */
	guint wishes[WORKSHOP_RANKS];
	guint assigned;
};

/** Somebody in one group. Workshops are places in the list, -1: none. */
struct workshop_place {
	guint *wishes; /* the most wanted first */
	guint n_wishes;
	int given;
	bool by_hand;
	bool twice; /* given another one of the group as well, which is put right when all are
		       placed */
};

struct workshop_attendee {
	gint64 attendee_id;
	char *number, *name;
	char *order; /* by which the registrations come: instant, then as they were made */
	struct workshop_place *places; /* one a group */
};

typedef struct workshops {
	GArray *list; /* struct workshop, those of one group side by side */
	guint n_groups;
	GPtrArray *people; /* struct workshop_attendee: who takes a seat of the event, the first
			      registered first */
} Workshops;

/** NULL on error. */
Workshops *workshops_load(Store *store, gint64 event_id, GError **error);
void workshops_free(Workshops *workshops);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workshops, workshops_free)

/** The workshop at a place of the list; NULL for -1. */
const struct workshop *workshop_at(const Workshops *workshops, int place);

const struct workshop_attendee *workshops_person(const Workshops *workshops, guint i);

/* ---- placing ------------------------------------------------------------------------------------
 */

struct workshops_choice {
	bool everybody; /* who asked for nothing, or finds no wish, goes where most seats are free
			 */
	bool anew;      /* also those who were placed by hand */
};

/** Where somebody goes in one group. */
struct workshop_move {
	guint person; /* place among the people */
	guint group;
	int before, now;
	guint rank;   /* of NOW among the wishes; 0: not asked for */
	bool by_hand; /* it was said by a person, and stays */
};

/** What the whole comes to: each person of each group is in one of these, but for MOVED. */
struct workshop_counts {
	guint first, second, later; /* in a workshop that they asked for, by rank */
	guint elsewhere;            /* asked for nothing, and are in one */
	guint missed;               /* asked, and nowhere or in one that they did not ask for */
	guint silent;               /* asked for nothing, and nowhere */
	guint moved;                /* of all these: from one workshop to another */
};

/** Where everybody would go (core/workshops.h says how); nothing is written. Elements are struct
 * workshop_move for each person of each group, in their orders. Caller frees. */
GArray *workshops_propose(const Workshops *workshops, const struct workshops_choice *choice);

void workshops_count(const Workshops *workshops, const GArray *moves,
		     struct workshop_counts *counts);

/** The counts in words: "24 placed: 20 first wishes, …". Caller frees. */
char *workshops_words(const struct workshop_counts *counts);

/** Write them in the gesture under way; WRITTEN receives for how many people something has
 * changed. */
bool workshops_write(Store *store, const Workshops *workshops, const GArray *moves, guint *written,
		     GError **error);

/** Give somebody a workshop by hand (SESSION_ID of 0: none of those parallel to INSTEAD), in the
 * gesture under way. NOTES (may be NULL) receives a sentence when it is beyond its capacity. */
bool workshop_give(Store *store, gint64 attendee_id, gint64 session_id, gint64 instead,
		   GPtrArray *notes, GError **error);

/** The workshops that somebody who has none yet can still have, in words: "workshop to choose: A (3
 * free), B (full)"; NULL when there is nothing to choose. Caller frees. */
char *attendee_workshops_left(Store *store, gint64 event_id, gint64 attendee_id);

/* ---- one attendee -------------------------------------------------------------------------------
 */

/** Titles of what somebody asked for, the most wanted first, or of what they were given, joined by
 * "; "; NULL when nothing. Caller frees. */
char *attendee_wishes(Store *store, gint64 attendee_id);
char *attendee_workshops(Store *store, gint64 attendee_id);

/** Set what somebody asks for: "Atelier 1; Atelier 3", the most wanted first; "" for nothing. What
 * they were given stays. */
bool attendee_wishes_set(Store *store, gint64 event_id, gint64 attendee_id, const char *typed,
			 GError **error);

/** Give by hand the workshops typed, and no other; "" for none. */
bool attendee_workshops_set(Store *store, gint64 event_id, gint64 attendee_id, const char *typed,
			    GPtrArray *notes, GError **error);

#endif
