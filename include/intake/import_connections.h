/* The log of a remote meeting brought in as presence (core/connection_log.h says which logs are
 * read, core/connection_time.h how minutes are counted).
 *
 *   file → rows → people → attendees matched → minutes per half-day → plan (shown) → one gesture
 *
 * Who a row is: the attendee who has its address and a compatible name, or whose address it is
 * alone and whose name the log does not say ("DDETS30", "iPhone"); else the only attendee of that
 * name. An address that nobody registered with says nothing, for people connect with another
 * account than they register with. Names that are only compatible (core/match.h), an address under
 * somebody else's name and a slip of the keyboard are doubtful: listed, not guessed. Rows of one
 * person are added up, whatever they called themselves.
 *
 * Somebody is present on a half-day when they were connected for long enough during it: so many
 * minutes, or such a part of it (the setting remote_minutes). Marks say where they come from
 * ("remote"). A half-day that an earlier log marked is left as somebody has corrected it since: the
 * same log twice changes nothing. Nobody is marked absent for not being in a log.
 */
#ifndef INTAKE_IMPORT_CONNECTIONS_H
#define INTAKE_IMPORT_CONNECTIONS_H

#include "intake/import.h"

enum connected_outcome {
	CONNECTED_NEW,        /* is marked present */
	CONNECTED_CHANGED,    /* was excused, absent…: is marked present */
	CONNECTED_SAME,       /* present already, or an earlier log said so */
	CONNECTED_BELOW,      /* not there for long enough */
	CONNECTED_DOUBTFUL,   /* may be somebody who is registered: to be decided */
	CONNECTED_UNKNOWN,    /* nobody who is registered; registered on demand */
	CONNECTED_GONE,       /* has withdrawn and came; stands again on demand */
	CONNECTED_REGISTERED, /* was one of these two: is registered by this plan, and present */
	CONNECTED_HOST,       /* led the meeting and is not registered: left out */
};

/** A half-day that the log is of. */
struct connected_half_day {
	gint64 id;
	char *name;  /* "2026-11-23-am" */
	char *words; /* "lun. 23 nov. 2026, matin" */
	char date[11];
	const char *part; /* code_half_day_parts; borrowed for ever */
	guint place;      /* among those of the event; private */
	gint64 threshold; /* seconds */
};

/** Somebody who was connected. */
struct connected {
	guint line; /* of the file, the first */
	enum connected_outcome outcome;
	enum import_decision decision; /* of doubtful ones */
	char *name;                    /* as the log has it */
	char *email;                   /* as the log has it, or NULL */
	gint64 attendee_id;            /* who it is or may be; 0: nobody */
	char *attendee;                /* "Zoé Élan · DDETS du Gard", or NULL */
	char *number;                  /* of the registration, or NULL */
	char *reason;                  /* in words, or NULL */
	gint64 *seconds;               /* by half-day of the plan */
	bool *marks;                   /* the same: a mark will be made */
	bool strange;                  /* nobody's name: registered only when somebody says so */
	bool included;                 /* and somebody has */
	guint group;                   /* private */
};

typedef struct connections_plan {
	gint64 event_id;
	bool by_length;                /* without times: how long the whole connection was counts */
	GPtrArray *half_days;          /* struct connected_half_day */
	GPtrArray *people;             /* struct connected, in the order of the file */
	GPtrArray *problems;           /* struct import_problem, by line */
	guint marked;                  /* of a plan that was applied: marks made */
	guint registered;              /* and registrations made, or made to stand again */
	struct connections_work *work; /* private */
} ConnectionsPlan;

struct connections_options {
	gint64 half_day_id;    /* the log is of this one; 0: of those that its times fall into */
	const char *threshold; /* "30", "50 %"; NULL: the setting */
};

/** Read the log at PATH ("-" is standard input) and say what would happen. NULL with ERROR_FORMAT
 * when it is no such log, ERROR_INVALID when the event has no half-day or the threshold cannot be
 * read, and ERROR_AMBIGUOUS when nobody can say which half-day it is of: it has no times, or they
 * fall into none; the sentence names those there are. OPTIONS may be NULL. */
ConnectionsPlan *connections_plan_file(Store *store, gint64 event_id, const char *path,
				       const struct connections_options *options, GError **error);

void connections_plan_free(ConnectionsPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ConnectionsPlan, connections_plan_free)

/** Decide a doubtful person, or all: DECIDE_SAME is the attendee proposed, DECIDE_NEW somebody who
 * is not registered. The people of the plan are made anew. */
void connections_decide(ConnectionsPlan *plan, guint person, enum import_decision decision);
void connections_decide_all(ConnectionsPlan *plan, enum import_decision decision);

/** Say of somebody whose name is that of a device, a room or an account (strange) whether it is a
 * person to be registered. The people of the plan are made anew. */
void connections_include(ConnectionsPlan *plan, guint person, bool included);

/** The same of those whom TYPED names: lines of the file or names as the log has them, joined by
 * ";". ERROR_NOT_FOUND names what is nobody there who could be registered. */
bool connections_include_typed(ConnectionsPlan *plan, const char *typed, GError **error);

struct connected_counts {
	guint new, changed, same, below, doubtful, unknown, hosts;
	guint walk_ins; /* of the unknown and gone: there for long enough to be registered */
	guint strange;  /* of the unknown: the same, but of no person's name */
};

/** The word in the person's language; the same for scripts. Borrowed. */
const char *connected_outcome_text(enum connected_outcome outcome);
const char *connected_outcome_code(enum connected_outcome outcome);

/** Whether somebody was there for long enough on any half-day of the plan. */
bool connected_reached_any(const ConnectionsPlan *plan, const struct connected *person);

void connections_count(const ConnectionsPlan *plan, struct connected_counts *counts);

/** Mark those of the plan, in one gesture ("connections_import"); WALK_INS: register those who are
 * not registered and were there, and let the registrations of those who had withdrawn stand again.
 * Those are CONNECTED_REGISTERED afterwards. DRY_RUN does all of it, then takes it back. */
bool connections_apply(Store *store, ConnectionsPlan *plan, bool walk_ins, bool dry_run,
		       GError **error);

#endif
