/* Which days suit an event, and why: from facts alone.
 *
 * A day begins with 100 points and loses some for each thing that stands against it, by weights
 * that the centre may change (setting date_weights). Nothing is forbidden: a public holiday ranks
 * low and says so. Each reason is a sentence, those that speak for the day too.
 *
 * Sources: the domain study, §3 (when events happen, announced 12 to 15 weeks ahead for a regional
 * day, “always the same town”), and the checks of core/check.h.
 */
#ifndef CORE_DATE_FINDER_H
#define CORE_DATE_FINDER_H

#include <glib.h>
#include <stdbool.h>

enum finder_code {
	FINDER_PUBLIC_HOLIDAY,
	FINDER_SCHOOL_HOLIDAYS,
	FINDER_AVOID,
	FINDER_BRIDGE,
	FINDER_SPEAKER,
	FINDER_ROOM,
	FINDER_SAME_DAY,
	FINDER_SAME_WEEK,
	FINDER_PARTNER,
	FINDER_WEEKDAY,
	FINDER_TOWN,
	FINDER_NOTICE,
	FINDER_HOLIDAYS_UNKNOWN,
	FINDER_CODES,
};

/** What each costs, in points out of 100. */
struct finder_weights {
	int of[FINDER_CODES];
};

/** "public_holiday": the word in JSON and in the setting. Borrowed for ever. */
const char *finder_code_word(enum finder_code code);

/** Read "school_holidays=60 partner=0": what is not named costs the usual. NULL or "" is all usual.
 * False when a word or number is none; WRONG (may be NULL) then receives that piece, caller frees.
 */
bool finder_weights_read(const char *text, struct finder_weights *weights, char **wrong);

/** The weights that are not the usual ones, as that text. Caller frees. */
char *finder_weights_text(const struct finder_weights *weights);

/** All of them with their usual weights, for help. Caller frees. */
char *finder_weights_usual(void);

/* Days are numbers (core/day_grid.h); times minutes after midnight, -1 when not known. Texts are
 * borrowed. */

/** One day of what is looked for: OFFSET days after its first one. Without times it is whole. */
struct finder_part {
	int offset;
	int start, end;
};

/** School holidays or a period to avoid. */
struct finder_period {
	int first, last;
	bool avoid;
	const char *name;
	const char *reason; /* or NULL */
	const char *zone;   /* of school holidays that are not those of the centre; else NULL */
};

/** Somebody or a room that is taken by another event. */
struct finder_engagement {
	bool room; /* else a person */
	int day, start, end;
	const char *who;
	const char *what;
};

/** A day of an event of the centre, one that takes place. */
struct finder_event {
	int day;
	const char *title;
	const char *town;       /* key, or NULL */
	const char *department; /* code, or NULL */
};

/** A date of a partner's calendar. */
struct finder_busy {
	int first, last;
	int start, end; /* of the first and of the last day */
	const char *title;
	const char *source;
};

/** Where it may be held. */
struct finder_town {
	const char *name;
	const char *key; /* as in struct finder_event */
	const char *department;
};

struct finder_facts {
	int first, last; /* days on which it may begin */
	int today;
	bool weekends; /* Saturdays and Sundays too */
	struct finder_weights weights;
	const struct finder_part *parts; /* at least one, in order */
	guint n_parts;
	int minutes; /* of one day: so long, at an hour that is free; 0: the times of the parts */
	const char *department; /* of public holidays where no town says another; or NULL */
	const struct finder_town *towns;
	guint n_towns;
	const struct finder_period *periods;
	guint n_periods;
	int holidays_end; /* school holidays are not known after it; 0: all of them are */
	const struct finder_engagement *engagements;
	guint n_engagements;
	const struct finder_event *events; /* past and to come */
	guint n_events;
	const struct finder_busy *busy;
	guint n_busy;
	int habit[8];       /* past days of events by weekday, 1 = Monday */
	bool habit_of_kind; /* of events of the same kind; else of all of them */
};

struct finder_reason {
	enum finder_code code;
	int points; /* taken away; 0: it speaks for the day */
	char *text;
};

struct found_day {
	int day, last;                  /* its first and last day */
	int score;                      /* 100 is the best; below 0 much stands against it */
	const struct finder_town *town; /* the best of those asked for; or NULL */
	int start;                      /* of minutes: when everybody is free; else -1 */
	GArray *reasons;                /* struct finder_reason, the heaviest first */
};

void found_day_free(struct found_day *found);

/** What speaks for and against beginning on DAY. Free with found_day_free(). */
struct found_day *finder_day(const struct finder_facts *facts, int day);

/** Every day from first to last on which it may begin, the best first; of equal ones the earlier.
 * struct found_day; caller frees. */
GPtrArray *finder_rank(const struct finder_facts *facts);

/** The heaviest reasons against, at most MOST of them, in one line; where there is none, what
 * speaks for it. Caller frees. */
char *found_day_words(const struct found_day *found, guint most);

#endif
