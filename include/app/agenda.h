/* What needs somebody: today, what is due or wrong, what comes, and the year so far.
 *
 * What is read at once costs a query for each kind of line, whatever the size of the file. The rest
 * (who is there today, checks, the year's figures, whom to ask again) is found piece by piece by
 * agenda_step(), a few milliseconds at a time, so that a first screen waits for none of it.
 */
#ifndef APP_AGENDA_H
#define APP_AGENDA_H

#include "store/store.h"

/** Events this many days ahead are looked at closely; papers of as many days ago too. */
#define AGENDA_DAYS 60

enum agenda_kind {
	AGENDA_EVENT,
	AGENDA_DOOR,      /* of an event of today: who is there */
	AGENDA_DAYS_OPEN, /* its days are to be given */
	AGENDA_PAST,      /* its days are past, and it is still announced */
	AGENDA_CHECK,     /* a check of it is an error */
	AGENDA_SPEAKERS,
	AGENDA_PLACE,
	AGENDA_ROOM,
	AGENDA_FULL,
	AGENDA_SEAT, /* one is free, and somebody waits */
	AGENDA_SHEET,
	AGENDA_COPIES,
	AGENDA_CONFLICTS,
	AGENDA_TASKS, /* those that are late, those of this week: all of them */
	AGENDA_TASK,  /* one of these */
	AGENDA_CLASSIFY,
	AGENDA_CONTACT, /* people to be asked again */
	AGENDA_ERASE,   /* people whose time is over */
	AGENDA_CENTRE,  /* papers do not say whose they are */
};

struct agenda_line {
	enum agenda_kind kind;
	bool warns; /* late, or wrong */
	gint64 event_id;
	gint64 task_id;
	gint64 n;     /* of what is counted; 0: nothing is */
	char *date;   /* the event's first day, or the task's; NULL: none */
	char *time;   /* when an event of today begins, or NULL */
	char *text;   /* a sentence */
	char *detail; /* of an event: seats and status; NULL: nothing */
};

#define AGENDA_MONTHS 12

/** The same figures as those of the report of the year (core/report.h). */
struct agenda_year {
	bool known; /* agenda_step() has found them */
	char year[5];
	gint64 events, participations, people, organisations; /* participations in halves */
	gint64 presence; /* rate, in tenths of a percent; REPORT_UNKNOWN when nothing tells */
	gint64 months[AGENDA_MONTHS]; /* participations, in halves */
};

typedef struct agenda {
	char today[11];
	bool nothing; /* the file holds neither an event, nor anybody, nor a body */
	bool unnamed; /* the name of the centre is not given */
	GPtrArray *now, *to_do, *next; /* struct agenda_line */
	struct agenda_year year;
	guint changes;              /* grows with all that agenda_step() has found */
	struct agenda_steps *steps; /* private */
} Agenda;

/** What can be told at once. NULL on error. */
Agenda *agenda_load(Store *store, GError **error);
void agenda_free(Agenda *agenda);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Agenda, agenda_free)

/** Find one more piece of what takes longer; false when nothing is left. What cannot be read is
 * left out. */
bool agenda_step(Agenda *agenda, Store *store);

/** True when the steps together take long enough to be felt: they had better wait until nobody
 * types. */
bool agenda_is_long(const Agenda *agenda, Store *store);

#endif
