/* How the checks report. */
#ifndef CORE_CHECK_PRIVATE_H
#define CORE_CHECK_PRIVATE_H

#include "core/check.h"

/** One run: the facts and what was found. */
struct check_run {
	const struct check_facts *facts;
	GPtrArray *problems;
	bool complete; /* the event is told to the public or took place: nothing may be missing */
};

/** Where a problem stands. */
struct check_place {
	const char *field; /* or NULL */
	int session;       /* or -1 */
	int day;           /* or -1 */
};

/** The event as a whole, one of its days, one of its sessions (and its day). */
struct check_place check_at_event(const char *field);
struct check_place check_at_day(const char *field, guint day);
struct check_place check_at_session(const struct check_run *run, const char *field, guint session);

/** Add a problem; takes MESSAGE. */
void check_add(struct check_run *run, enum check_severity severity, const char *code,
	       struct check_place place, char *message);

/** The date of a session's day; NULL when the session names no day of the event. */
const char *check_session_date(const struct check_run *run, guint session);

/** A session by its title, else by the name of its kind. Borrowed. */
const char *check_session_title(const struct check_session *session);

/** "14h–15h30", "14h", "" in the person's language. Caller frees. */
char *check_times_text(int start, int end);

/** The parts of a run. */
void check_event_data(struct check_run *run);
void check_announcement(struct check_run *run);
void check_days(struct check_run *run);
void check_busy(struct check_run *run);
void check_seats(struct check_run *run);
void check_presence(struct check_run *run);
void check_balance(struct check_run *run);
void check_meeting(struct check_run *run);
void check_copies(struct check_run *run);
void check_sessions(struct check_run *run);
void check_speakers(struct check_run *run);

#endif
