/* Everything that is wrong with an event, from facts alone.
 *
 * The rules come from case law on sign-in sheets (documents page: a speaker in two places, a public
 * holiday, more people than the room holds, no speaker, date or place) and from the programme
 * itself. Saturdays are accepted without a word; school holidays and dates of partners are told,
 * never held against anyone. Overlap is a.start < b.end and b.start < a.end (data model, rule 10).
 */
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include <stdbool.h>

#include "core/announcement.h"
#include "core/half_day_rule.h"

enum check_severity {
	CHECK_INFORMATION,
	CHECK_WARNING,
	CHECK_ERROR,
};

struct check_problem {
	enum check_severity severity;
	const char *code;  /* "speaker_overlap": stable, for scripts */
	char *message;     /* a sentence in the person's language */
	const char *field; /* key of the field it concerns, or NULL */
	int session;       /* index of the session, or -1 */
	int day;           /* index of the day, or -1 */
};

/* Times are minutes after midnight, -1 when unknown. Ids are 0 when there is none. Texts may be
 * NULL. Capacities and limits are 0 when unknown or without limit. */

struct check_day {
	const char *date; /* as precise as known */
	int welcome, start, end;
	int typed_weekday; /* 1 = Monday … 7 as written beside the date; 0: not written */
	bool has_place;    /* a venue or room is named for it */
	gint64 capacity;   /* of the room or rooms that hold everybody */
	const char *place; /* for the sentence */
};

struct check_half_day {
	guint day;
	const char *part;
	int end;
	gint64 present;     /* everybody in the room, speakers too */
	gint64 capacity;    /* of its room; 0: the day's */
	gint64 marks;       /* presence marks taken for it */
	gint64 marks_after; /* of them, recorded after its end */
	gint64 marks_span;  /* minutes between the first and the last recording */
};

struct check_session {
	guint day;
	int start, end;
	const char *kind;
	const char *title;
	gint64 room;
	const char *room_name;
	gint64 room_capacity;
	gint64 seat_limit; /* of the session itself */
	gint64 chosen;     /* people assigned to it */
	guint n_speakers;  /* live ones */
};

/** A person who speaks in one of the sessions above. */
struct check_speaker {
	gint64 person;
	const char *name;
	const char *state;
	int session; /* -1: at the event, no session named */
};

/** Somebody or some room taken elsewhere, in an event that is live. */
struct check_engagement {
	gint64 person; /* or 0 */
	gint64 room;   /* or 0 */
	const char *date;
	int start, end;   /* unknown: the whole day */
	const char *what; /* "2026-014 Journée d’échanges" */
};

/** A school holiday or another period to avoid. */
struct check_period {
	const char *first, *last;
	const char *name;
};

/** A date on which a partner is taken, as its calendar says. */
struct check_busy {
	const char *first, *last;
	int start; /* of the first day; unknown: whole days */
	int end;   /* of the last day */
	const char *title;
	const char *source; /* the calendar's name */
};

/** A decision and the votes that were counted for it. */
struct check_decision {
	const char *item;
	gint64 votes; /* of all kinds; 0: not counted */
};

/** A copy that was taken along and is not back. */
struct check_copy {
	const char *letter;
	const char *day; /* when it was taken along */
};

/** Hours on a certificate beside the hours of presence, in minutes; and its half-days, in halves,
 * for those of which the hours are not known. */
struct check_certificate {
	const char *name;
	gint64 minutes;
	gint64 minutes_present;
	gint64 halves;
	gint64 halves_present;
};

/** Those of one family of actors, while there is time to invite others. */
struct check_family {
	const char *family; /* code; NULL: not known */
	gint64 registered;
	bool expected; /* somebody of it was asked, or such people usually come */
};

struct check_facts {
	const char *title;
	const char *status;
	const char *mode;
	const char *proof_mode;
	const char *online_link;
	const char *department; /* of the place: it decides the public holidays */
	const char *registration_deadline;
	gint64 seat_limit;
	gint64 seats_taken;
	gint64 expected; /* registered, speakers and staff: everybody who will be in the room */
	const char *
		seat_turn; /* who of the waiting list can have a seat now, in words; NULL: nobody */
	const char *announced_when;   /* "12/01/2027 (version 2)", or NULL: never announced */
	const GPtrArray *differences; /* of struct announcement_difference; or NULL */

	const struct check_day *days; /* in the order of the event */
	guint n_days;
	const struct check_half_day *half_days;
	guint n_half_days;
	const struct half_day_rule *half_day_rule; /* NULL: the usual one */
	const struct check_session *sessions;
	guint n_sessions;
	const struct check_speaker *speakers;
	guint n_speakers;
	const char *const
		*stray_speakers; /* registered as speakers, and nowhere on the programme */
	guint n_stray_speakers;
	const struct check_engagement *engagements;
	guint n_engagements;
	const struct check_period *periods;
	guint n_periods;
	const char *periods_end; /* the day after which school holidays are not known; or NULL */
	const struct check_busy *busy;
	guint n_busy;
	const struct check_certificate *certificates;
	guint n_certificates;
	const struct check_family *families; /* none: it is too late, or nobody asks */
	guint n_families;
	gint64 balance_percent; /* a share of one family that is told; 0: nothing is */
	gint64 quorum;          /* 0: none is set */
	gint64 voices;          /* members present or represented; -1 before anybody was marked */
	const struct check_decision *decisions;
	guint n_decisions;
	const struct check_copy *copies;
	guint n_copies;
	guint n_conflicts; /* of copies that are back, to be decided */
};

/** Two spans of one day overlap; unknown ends overlap with nothing. */
bool check_overlap(int start_a, int end_a, int start_b, int end_b);

/** As few people say nothing of a balance. */
#define BALANCE_LEAST 10

/** True when PROBLEM is of the balance between families of actors. */
bool check_is_of_balance(const struct check_problem *problem);

/** Every problem, errors first, then in the order of the event. Of an event that does not take
 * place nothing is left to be planned: only what was announced of it, and what is on record, is
 * told. Elements are struct check_problem
 * *, owned by the array. Never NULL. Caller frees. */
GPtrArray *check_event(const struct check_facts *facts);

/** How many of PROBLEMS are of SEVERITY. */
guint check_count(const GPtrArray *problems, enum check_severity severity);

/** "error", "warning", "information". Borrowed. */
const char *check_severity_code(enum check_severity severity);

#endif
