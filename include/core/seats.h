/* Who may take a seat: the limit of the event, seats that are kept for small sites, so many for one
 * organisation; and who of the waiting list comes next. */
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
	SEAT_FULL,  /* every seat is taken */
	SEAT_KEPT,  /* only seats kept for small sites are left */
	SEAT_QUOTA, /* the organisation has as many as it may */
};

/** May somebody take a seat? SMALL: of a small site, for which the kept seats are there too. */
enum seat_answer seat_ask(const struct seat_rules *rules, const struct seat_counts *counts,
			  bool small);

/** Why not, in the person's language: "full". "" for SEAT_FREE. Borrowed. */
const char *seat_answer_text(enum seat_answer answer);

#endif
