/* What the files of the door share. */
#ifndef SCREENS_DOOR_PRIVATE_H
#define SCREENS_DOOR_PRIVATE_H

#include "app/checkin.h"
#include "app/door.h"
#include "core/attendee.h"
#include "store/index.h"
#include "tui/input.h"
#include "tui/ui.h"

#define RECENT_SHOWN 3

/* What was done last, for the eye and for F4. */
struct recent {
	gint64 gesture, attendee_id, half_day;
	char *words;
	bool fresh; /* it was their first mark of the half-day: undone, there is none */
	bool undone;
};

struct door {
	struct screen screen;
	gint64 event_id;
	char *title;
	char *zone;        /* of the event */
	GArray *half_days; /* gint64 */
	guint at;          /* the one that is being marked */
	bool today;        /* it is the one under way */
	char *words;       /* of it: "ven. 15 janv. 2027, matin" */
	gint64 agreed;     /* the half-day of another day that was said to be meant, or 0 */
	bool unannounced;  /* it was said to be meant although the event is a draft */
	Index *index;
	gint64 *shown;
	guint n_shown, cursor, top, page;
	bool guessed; /* nobody answers: those shown may be meant */
	struct input query;
	GHashTable *arrivals; /* id -> struct arrival */
	GHashTable *rows;     /* id -> struct attendee, of those that were drawn */
	GHashTable *parts;    /* id -> struct door_part */
	struct turnout count;
	GArray *recent; /* struct recent, the latest first */
	bool answered;  /* Enter was the last key: a letter begins another name */
	gint64 scanned; /* whose badge Enter was pressed for last, or 0 */
	gint64 again;   /* who would be marked by Enter once more */
	char *heard;    /* what the last one must hear of; NULL: nothing */
	gint64 last;    /* who was marked last, or 0 */
	bool moved;     /* to a row, since the query changed: it is the one that is meant */
	guint before;   /* marked for the half-day before it was shown here */
};

/** The attendee of a row, read once. Borrowed; NULL when gone. */
const struct attendee *door_row(struct door *door, Store *store, gint64 id);

gint64 door_half_day(const struct door *door);

/** Mark another of the event's half-days from now on: the one at place AT. */
void door_half_day_choose(struct door *door, struct ui *ui, guint at);

/** Count those who are present and expected by what is known of them. */
void door_count_anew(struct door *door);

/** Read as what the registrations count. */
void door_parts_load(struct door *door, struct ui *ui);

/** Read everything anew: registrations and marks. */
void door_load(struct door *door, struct ui *ui);

/** Filter by what is typed. */
void door_refilter(struct door *door, struct ui *ui);

/** Those who may be meant by a name that nobody bears as it was TYPED, the nearest first (gint64).
 * Caller frees. */
GArray *door_near(const struct door *door, const char *typed);

/** Mark somebody in a gesture of its own, and say so; false when it could not be done. */
bool door_mark(struct door *door, struct ui *ui, gint64 attendee_id,
	       const struct presence_said *said);

/** After a gesture that is committed: WHAT was done stands among the last ones; takes its words. */
void door_done(struct door *door, struct recent what);

/** Nobody is looked for any longer. */
void door_query_clear(struct door *door, struct ui *ui);

/** "09:04  present — Zoé Élan, DDETS du Gard", with WHAT for what was done. Caller frees. */
char *door_words(struct door *door, Store *store, gint64 attendee_id, const char *what);

/** Show what somebody must hear of. */
void door_hear(struct door *door, Store *store, gint64 attendee_id);

/* ---- what was marked is changed: door_correct.c -------------------------------------------------
 */

/** Ask who came instead of somebody, and mark them. */
void door_represent(struct door *door, struct ui *ui, gint64 attendee_id);

/** Undo the last thing done here that still stands. */
void door_undo_last(struct door *door, struct ui *ui);

/** Offer to take somebody's mark back, or another one. */
void door_correct(struct door *door, struct ui *ui, gint64 attendee_id);

/* ---- another day than today: door_agree.c -------------------------------------------------------
 */

/** What is done with somebody (0: with nobody in particular). */
typedef void (*door_deed)(struct door *door, struct ui *ui, gint64 attendee_id);

/** Do it; where the half-day is not of today or the event not announced, ask before the first time.
 */
void door_agree(struct door *door, struct ui *ui, gint64 attendee_id, door_deed deed);

/* ---- drawing: door_draw.c -----------------------------------------------------------------------
 */

void door_draw(struct screen *screen, struct ui *ui, struct area body);

/* ---- somebody who is not registered: door_walk_in.c ---------------------------------------------
 */

/** Ask for the three fields, the first with what was typed. */
void door_walk_in(struct door *door, struct ui *ui);

/** Somebody has been registered and marked in GESTURE: say so, and what they must hear of. */
void door_walked_in(struct door *door, struct ui *ui, gint64 attendee_id, gint64 gesture);

/* ---- who is known already: door_known.c ---------------------------------------------------------
 */

/** What was answered: ANOTHER is to be registered; else somebody known has been marked. */
typedef void (*door_known_done)(struct ui *ui, bool another, gpointer user);

/** Those on the list whose whole name is nearly what was TYPED (gint64). Caller frees. */
GArray *door_known(const struct door *door, const char *typed);

/** Ask whether one of them, or of the directory, is meant by what was TYPED, and mark them; false,
 * asking nothing, when nobody has nearly that name. */
bool door_known_ask(struct door *door, struct ui *ui, const char *typed, door_known_done done,
		    gpointer user);

/* ---- workshops: door_workshop.c -----------------------------------------------------------------
 */

/** Ask which workshop somebody goes to, and give it. */
void door_workshop(struct door *door, struct ui *ui, gint64 attendee_id);

#endif
