/* What is to be done for an event, before it and after. */
#ifndef CORE_TASK_H
#define CORE_TASK_H

#include "core/entity.h"

/** Something that somebody has to do, or that is awaited from somebody */
struct task {
	gint64 id, rev;
	gint64 event_id;
	char *kind;
	char *title;            /* NULL: it is called by its kind and whom it is about */
	gint64 person_id;       /* whom it is about: the speaker whose slides are awaited */
	gint64 organisation_id; /* which body it is about: the host who is to be thanked */
	char *owner;            /* who does it or asks for it again */
	gint64 days_before;     /* its day, counted from the event's first one, or MISSING */
	gint64 days_after;      /* the same from its last one; never both */
	char *due_on;           /* follows from these once the event has a day */
	char *done_on;
	char *created_on;
	char *link;
	char *notes;
	gint64 position;
	char *search_key;
};

extern const struct entity entity_task;

/** One task of a list that is made for an event at once. */
struct task_line {
	const char *kind; /* of code_task_kinds */
	gint64 days_before, days_after;
	bool each_speaker; /* one for everybody who has slides to give */
	enum {
		TASK_OF_ALL,
		TASK_OF_MEETINGS, /* of those that decide: a quorum is set */
		TASK_OF_OTHERS,
	} events;
	bool of_proof;             /* only where presence is to be attested */
	const char *title, *owner; /* or NULL */
};

/** What follows an event as a rule, in the order of its days. */
extern const struct task_line task_follow_up[];
extern const guint task_follow_up_n;

/** Read "J-60", "D+15" or "j" as days before or after (the other is MISSING). False when TYPED is
 * nothing of the kind: "+15" alone is a day counted from today. */
bool task_offset_parse(const char *typed, gint64 *before, gint64 *after);

/** "D-60" as scripts read it, the letter being the language's where it is for PEOPLE ("J-60"); NULL
 * when both are MISSING. Caller frees. */
char *task_offset_text(gint64 before, gint64 after, bool people);

/** The day on which TASK is due for an event of these days, NULL while they are not known: those of
 * its offset, else its own. Caller frees. */
char *task_due(const struct task *task, const char *first_day, const char *last_day);

/** Since which day the thing is awaited: since it was written down, and what comes after the event
 * not before that is over. Borrowed from either. */
const char *task_since(const struct task *task, const char *last_day);

/** How pressing it is on TODAY. */
enum task_state {
	TASK_DONE,
	TASK_LATE,      /* its day is past */
	TASK_THIS_WEEK, /* within seven days, today included */
	TASK_LATER,     /* or no day */
};

enum task_state task_state(const struct task *task, const char *today);

#endif
