/* Who may take a seat: the limit of the event, seats that are kept for small sites, so many for one
 * organisation; and who of the waiting list comes next.
 *
 * The list is strictly first come, first served, and says why where it is not: whoever is passed is
 * passed because of the share of their organisation or of seats that are kept for others (product
 * study, b.2). A seat that frees, by whatever gesture, goes to the list by the setting
 * waiting_promotion:
 *
 * - "by_hand" (the usual one): it is announced, on the first screen and above the list, and
 * somebody gives it. For "registered" is a promise that this program cannot make alone: it sends no
 * mail, whoever has waited for weeks must be asked whether they can still come, and a seat that is
 *   seen to be free harms less than one that is kept for somebody who does not know.
 * - "by_itself": whoever is next within the rules is registered in the same gesture, which says so
 *   and whose undo takes both back. Not once the event has begun, nor after the last day of
 *   registration (seats_promote): lists are printed and meals ordered by then, and offers that come
 *   after the closing are what users of other systems complain of (product study, b.4). */
#ifndef CORE_SEATS_H
#define CORE_SEATS_H

#include <glib.h>
#include <stdbool.h>

/** The limits of an event; 0 or less: none. */
struct seat_rules {
	gint64 seats;
	gint64 kept;  /* of the seats, for small sites */
	gint64 quota; /* for one organisation under all its names */
};

/** What is taken when somebody asks. */
struct seat_counts {
	gint64 taken;
	gint64 taken_small;   /* of them by small sites */
	gint64 taken_of_body; /* of them by the organisation of who asks; 0 when it is not known */
};

enum seat_answer {
	SEAT_FREE,
	SEAT_FULL,   /* every seat is taken */
	SEAT_KEPT,   /* only seats kept for small sites are left */
	SEAT_QUOTA,  /* the organisation has as many as it may */
	SEAT_BEHIND, /* there is one, for others who have been waiting longer */
};

/** May somebody take a seat? SMALL: of a small site, for which the kept seats are there too. Never
 * SEAT_BEHIND. */
enum seat_answer seat_ask(const struct seat_rules *rules, const struct seat_counts *counts,
			  bool small);

/** Why not, in the person's language: "full". "" for SEAT_FREE. Borrowed. */
const char *seat_answer_text(enum seat_answer answer);

/** True when rules of AFTER let somebody in whom those of BEFORE may have kept out. */
bool seat_rules_loosened(const struct seat_rules *before, const struct seat_rules *after);

/** May a seat be given from the list by itself today? STATUS is of the event; FIRST_DAY and
 * DEADLINE (its last day to register, included) are dates or NULL. */
bool seats_promote(const char *status, const char *first_day, const char *deadline,
		   const char *today);

/* ---- the seats of one event ---------------------------------------------------------------------
 */

/** Somebody who takes a seat or waits for one. */
struct seat_asker {
	gint64 attendee_id; /* 0: not yet */
	gint64 body;        /* their organisation under its last name; 0: not known */
	bool small;         /* of a small site */
};

/** What an event has to give and has given. */
typedef struct seats {
	struct seat_rules rules;
	gint64 taken, taken_small;
	GHashTable *of_body; /* body → gint64 * */
	GArray *waiting;     /* struct seat_asker, in their order */
} Seats;

Seats *seats_new(const struct seat_rules *rules);
Seats *seats_copy(const Seats *seats);
void seats_free(Seats *seats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Seats, seats_free)

/** True when the event has a rule by which somebody may have to wait. */
bool seats_have_rules(const Seats *seats);

/** Somebody has a seat, within the rules or not. */
void seats_take(Seats *seats, const struct seat_asker *asker);

/** Somebody waits, behind all others. */
void seats_wait(Seats *seats, const struct seat_asker *asker);

/** Who waited does so no longer. */
void seats_leave(Seats *seats, gint64 attendee_id);

/** May they take a seat now, whoever else waits? */
enum seat_answer seats_ask(const Seats *seats, const struct seat_asker *asker);

/** The same of somebody new, who does not pass those who have been waiting (SEAT_BEHIND). */
enum seat_answer seats_ask_new(const Seats *seats, const struct seat_asker *asker);

/** Whose turn it is. */
struct seat_turn {
	struct seat_asker asker;
	guint place;    /* in the list, from 1 */
	guint by_quota; /* of those before: passed for the share of their organisation */
	guint by_kept;  /* and because the seat is kept for small sites */
};

/** Who comes next within the rules; false when nobody can have a seat. TURN may be NULL. */
bool seats_next(const Seats *seats, struct seat_turn *turn);

/** Why it is their turn: "no. 3 of the waiting list; 2 before are of …". Caller frees. */
char *seat_turn_text(const struct seat_turn *turn);

#endif
