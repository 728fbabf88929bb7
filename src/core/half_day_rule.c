#include "core/half_day_rule.h"

enum { DAY_MINUTES = 24 * 60 };

const struct half_day_rule half_day_rule_default = {
	.pm_starts = 13 * 60,
	.eve_starts = 18 * 60,
	.minimum = 60,
	.full_minutes = 60,
};

static const char *const part_codes[HALF_DAYS_MAX] = {"am", "pm", "eve"};

/* What falls into one part of a day. */
struct part {
	int minutes;
	int start, end; /* -1: nothing falls into it */
};

bool
half_day_rule_valid(const struct half_day_rule *rule)
{
	return rule->pm_starts > 0 && rule->pm_starts < rule->eve_starts &&
	       rule->eve_starts < DAY_MINUTES && rule->minimum >= 1 && rule->full_minutes >= 1 &&
	       rule->full_minutes <= DAY_MINUTES;
}

static guint
part_of(const struct half_day_rule *rule, int minute)
{
	if (minute < rule->pm_starts)
		return 0;
	return minute < rule->eve_starts ? 1 : 2;
}

const char *
half_day_part(const struct half_day_rule *rule, int minute)
{
	return part_codes[part_of(rule, minute)];
}

static bool
span_is_usable(int start, int end)
{
	return start >= 0 && start < end && end <= DAY_MINUTES;
}

static int
span_order(const void *a, const void *b)
{
	const struct half_day_span *left = a, *right = b;
	return left->start != right->start ? left->start - right->start : left->end - right->end;
}

/* Put the minutes START…END into the parts they fall in. */
static void
parts_add(struct part parts[HALF_DAYS_MAX], const struct half_day_rule *rule, int start, int end)
{
	int borders[HALF_DAYS_MAX + 1] = {0, rule->pm_starts, rule->eve_starts, DAY_MINUTES};
	for (guint i = 0; i < HALF_DAYS_MAX; i++) {
		int from = MAX(start, borders[i]);
		int to = MIN(end, borders[i + 1]);
		if (from >= to)
			continue;
		parts[i].minutes += to - from;
		if (parts[i].start < 0)
			parts[i].start = from;
		parts[i].end = to;
	}
}

/* The sessions, those at the same time counted once. */
static void
parts_of_sessions(struct part parts[HALF_DAYS_MAX], const struct half_day_rule *rule,
		  const struct half_day_span *sessions, guint n)
{
	g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(struct half_day_span));
	for (guint i = 0; i < n; i++)
		if (span_is_usable(sessions[i].start, sessions[i].end))
			g_array_append_val(spans, sessions[i]);
	g_array_sort(spans, span_order);
	int reached = 0;
	for (guint i = 0; i < spans->len; i++) {
		struct half_day_span span = g_array_index(spans, struct half_day_span, i);
		if (span.end > reached)
			parts_add(parts, rule, MAX(span.start, reached), span.end);
		reached = MAX(reached, span.end);
	}
}

static void
parts_of_day(struct part parts[HALF_DAYS_MAX], const struct half_day_rule *rule, int start, int end)
{
	bool start_known = start >= 0 && start < DAY_MINUTES;
	bool end_known = end > 0 && end <= DAY_MINUTES;
	if (start_known && !end_known)
		end = start < rule->eve_starts ? rule->eve_starts : DAY_MINUTES;
	else if (end_known && !start_known)
		start = 0;
	else if (!start_known)
		return;
	if (span_is_usable(start, end))
		parts_add(parts, rule, start, end);
}

/* What is too short to be a half-day goes with its neighbour, when that is one and close by. */
static void
parts_join_leftovers(struct part parts[HALF_DAYS_MAX], int minimum)
{
	for (guint i = 0; i < HALF_DAYS_MAX; i++) {
		if (parts[i].minutes == 0 || parts[i].minutes >= minimum)
			continue;
		if (i > 0 && parts[i - 1].minutes >= minimum &&
		    parts[i].start - parts[i - 1].end <= minimum) {
			parts[i - 1].end = parts[i].end;
			parts[i - 1].minutes += parts[i].minutes;
		} else if (i + 1 < HALF_DAYS_MAX && parts[i + 1].minutes >= minimum &&
			   parts[i + 1].start - parts[i].end <= minimum) {
			parts[i + 1].start = parts[i].start;
			parts[i + 1].minutes += parts[i].minutes;
		} else {
			continue;
		}
		parts[i] = (struct part){.start = -1, .end = -1};
	}
}

static int
counts_halves(const struct half_day_rule *rule, int minutes)
{
	if (minutes < rule->minimum)
		return 0;
	return minutes >= rule->full_minutes ? 2 : 1;
}

/* A day of which no part is long enough: one half-day, where most of it is. */
static guint
make_short_day(const struct half_day_rule *rule, const struct part parts[HALF_DAYS_MAX],
	       struct half_day_made made[static HALF_DAYS_MAX])
{
	guint longest = 0;
	int minutes = 0, start = -1, end = -1;
	for (guint i = 0; i < HALF_DAYS_MAX; i++) {
		if (parts[i].minutes == 0)
			continue;
		minutes += parts[i].minutes;
		start = start < 0 ? parts[i].start : start;
		end = parts[i].end;
		if (parts[i].minutes > parts[longest].minutes)
			longest = i;
	}
	made[0] = (struct half_day_made){.part = part_codes[longest],
					 .start = start,
					 .end = end,
					 .halves = counts_halves(rule, minutes)};
	return 1;
}

static guint
make_long_day(const struct half_day_rule *rule, const struct part parts[HALF_DAYS_MAX],
	      struct half_day_made made[static HALF_DAYS_MAX])
{
	guint n = 0;
	for (guint i = 0; i < HALF_DAYS_MAX; i++)
		if (parts[i].minutes >= rule->minimum)
			made[n++] =
				(struct half_day_made){.part = part_codes[i],
						       .start = parts[i].start,
						       .end = parts[i].end,
						       .halves = counts_halves(rule,
									       parts[i].minutes)};
	return n;
}

static int
parts_minutes(const struct part parts[HALF_DAYS_MAX])
{
	return parts[0].minutes + parts[1].minutes + parts[2].minutes;
}

guint
half_day_make(const struct half_day_rule *rule, const struct half_day_span *sessions,
	      guint n_sessions, int day_start, int day_end,
	      struct half_day_made made[static HALF_DAYS_MAX])
{
	struct part parts[HALF_DAYS_MAX] = {{0, -1, -1}, {0, -1, -1}, {0, -1, -1}};
	parts_of_sessions(parts, rule, sessions, n_sessions);
	bool from_day = parts_minutes(parts) == 0;
	if (from_day)
		parts_of_day(parts, rule, day_start, day_end);
	if (parts_minutes(parts) == 0) {
		for (guint i = 0; i < 2; i++)
			made[i] = (struct half_day_made){.part = part_codes[i],
							 .start = -1,
							 .end = -1,
							 .halves = 2};
		return 2;
	}
	parts_join_leftovers(parts, rule->minimum);
	guint n = make_long_day(rule, parts, made);
	if (n == 0)
		n = make_short_day(rule, parts, made);
	/* A border that was taken for granted is no time to print. */
	if (from_day && day_start < 0)
		made[0].start = -1;
	if (from_day && day_end < 0)
		made[n - 1].end = -1;
	return n;
}
