/* Two days, or two times, typed as one text.
 *
 * Every dash and every joining word is tried as the place where one ends and the other begins: what
 * stands on either side says which it was. */
#include "base/date.h"

#include <string.h>

#include "base/date_civil.h"
#include "base/text.h"
#include "base/text_char.h"

/* A joint between "from" and "to"; of two days, JOINS_NEIGHBOURS only those that follow each other.
 */
static const struct joint {
	const char *word;
	bool days, times, neighbours;
} joints[] = {
	{"au", true, true, false}, {"a", true, true, false},      {"jusquau", true, true, false},
	{"to", true, true, false}, {"jusqua", true, true, false}, {"until", true, true, false},
	{"et", true, false, true}, {"and", true, false, true},    {"till", true, true, false},
};

/* "du", "de", "from": said before the first, of no meaning here. */
static const char *
skip_opening(const char *text)
{
	static const char *const openings[] = {"du ", "de ", "from ", "les ", "le ", "entre "};
	const char *at = char_skip_blanks(text);
	for (gsize i = 0; i < G_N_ELEMENTS(openings); i++)
		if (g_ascii_strncasecmp(at, openings[i], strlen(openings[i])) == 0)
			return at + strlen(openings[i]);
	return at;
}

static bool
is_dash(gunichar letter)
{
	return g_unichar_type(letter) == G_UNICODE_DASH_PUNCTUATION || letter == 0x2212 ||
	       letter == 0x2192;
}

/* What joins two sides at AT; AFTER receives where the second begins. NULL: nothing does. */
static const struct joint *
joint_at(const char *start, const char *at, const char **after)
{
	static const struct joint dash = {"-", true, true, false};
	const char *next = at;
	if (is_dash(char_take(&next))) {
		*after = next;
		return &dash;
	}
	if (at == start || !g_ascii_isspace(at[-1]))
		return NULL;
	const char *end = at;
	while (*end != '\0' && !g_ascii_isspace(*end))
		end++;
	g_autofree char *raw = g_strndup(at, (gsize)(end - at));
	g_autofree char *word = text_search_key(raw);
	for (gsize i = 0; i < G_N_ELEMENTS(joints); i++)
		if (strcmp(joints[i].word, word) == 0) {
			*after = end;
			return &joints[i];
		}
	return NULL;
}

/* ---- days ---------------------------------------------------------------------------------- */

static bool
day_read(const char *typed, const char *today, char date[static 11])
{
	struct date_reading reading;
	if (!date_parse(typed, today, &reading, NULL) || reading.weekday_wrong ||
	    !date_is_day(reading.date))
		return false;
	return g_strlcpy(date, reading.date, 11) < 11;
}

/* The first day says of itself what the last does not say for it: its month, then its year. */
static bool
first_read(const char *typed, const char *today, const char *last, char first[static 11])
{
	struct civil end;
	civil_read(last, &end);
	g_autofree char *alone = g_strdup_printf("%s/%d/%d", typed, end.month, end.year);
	if (day_read(alone, today, first))
		return strcmp(first, last) < 0;
	for (int year = end.year; year >= end.year - 1; year--) {
		g_autofree char *dated = g_strdup_printf("%s %d", typed, year);
		if (day_read(dated, today, first) && strcmp(first, last) < 0)
			return true;
	}
	return day_read(typed, today, first) && strcmp(first, last) < 0;
}

bool
date_range_parse(const char *typed, const char *today, char first[static 11], char last[static 11])
{
	struct date_reading single;
	if (typed == NULL || !date_is_day(today) || date_parse(typed, today, &single, NULL))
		return false;
	g_autofree char *text = text_accept(typed, false, NULL);
	const char *start = text != NULL ? skip_opening(text) : "", *next, *after;
	for (const char *at = start; *at != '\0'; at = next) {
		next = at;
		char_take(&next);
		const struct joint *joint = joint_at(start, at, &after);
		if (joint == NULL || !joint->days || !day_read(after, today, last))
			continue;
		g_autofree char *before = g_strndup(start, (gsize)(at - start));
		if (first_read(g_strchomp(before), today, last, first) &&
		    (!joint->neighbours || date_number(first) + 1 == date_number(last)))
			return true;
	}
	return false;
}

/* ---- times --------------------------------------------------------------------------------- */

bool
time_range_parse(const char *typed, char start[static 6], char end[static 6])
{
	g_autofree char *text = typed != NULL ? text_accept(typed, false, NULL) : NULL;
	const char *begin = text != NULL ? skip_opening(text) : "", *next, *after;
	for (const char *at = begin; *at != '\0'; at = next) {
		next = at;
		char_take(&next);
		const struct joint *joint = joint_at(begin, at, &after);
		if (joint == NULL || !joint->times)
			continue;
		g_autofree char *before = g_strndup(begin, (gsize)(at - begin));
		if (time_parse(before, start, NULL) && time_parse(after, end, NULL))
			return strcmp(start, end) < 0;
	}
	return false;
}
