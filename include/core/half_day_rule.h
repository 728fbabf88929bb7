/* Half-days of a day: the unit of presence and of reporting (data model, rule 6).
 *
 * Made from the day's sessions, else from its times, else morning and afternoon. Everything is in
 * minutes after midnight, -1 for unknown.
 */
#ifndef CORE_HALF_DAY_RULE_H
#define CORE_HALF_DAY_RULE_H

#include <glib.h>
#include <stdbool.h>

/** The settings. How a webinar of one hour counts is published nowhere (domain study): by default
 * every half-day that is made counts as one; with full_minutes 120 what is shorter counts as ½. */
struct half_day_rule {
	int pm_starts;    /* am before, pm from here: 780 (13:00) */
	int eve_starts;   /* 1080 (18:00) */
	int minimum;      /* so many minutes in a part make a half-day: 60 */
	int full_minutes; /* from so many it counts as 1, below as ½: 60 */
};

extern const struct half_day_rule half_day_rule_default;

/** The most half-days that one day has. */
#define HALF_DAYS_MAX 3

/** A span of work; sessions whose kind is no work (lunch, break, welcome) are left out by
 * code_is(&code_session_kinds, kind, CODE_WORK). */
struct half_day_span {
	int start;
	int end;
};

struct half_day_made {
	const char *part; /* "am", "pm", "eve" */
	int start;        /* first and last minute of work in it, -1 when unknown */
	int end;
	int halves; /* counts as: 2 = 1, 1 = ½, 0 = not counted */
};

/** True when the settings make sense: 0 < pm_starts < eve_starts < 1440, minutes at least 1. */
bool half_day_rule_valid(const struct half_day_rule *rule);

/** The part of the day to which MINUTE belongs. */
const char *half_day_part(const struct half_day_rule *rule, int minute);

/** Make the half-days of a day, in order, into MADE; returns how many (1 to 3).
 *
 * Minutes of parallel sessions are counted once. Minutes of a part that do not reach the minimum
 * go with the neighbouring half-day (9:00-13:30 is one morning). A day that reaches it nowhere has
 * one half-day, where most of its minutes are, that counts by the length of the whole (an hour
 * from 12:30 is one, of three quarters none). Sessions that end before they start say nothing. A
 * day without an end is taken to run to the evening, one without a start to begin in the morning.
 */
guint half_day_make(const struct half_day_rule *rule, const struct half_day_span *sessions,
		    guint n_sessions, int day_start, int day_end,
		    struct half_day_made made[static HALF_DAYS_MAX]);

#endif
