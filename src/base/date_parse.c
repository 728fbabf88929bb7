/* Dates as people type them.
 *
 * The text is cut into words and numbers; what separates them says nothing, except a sign in front.
 * Words that only dress a date ("le", "1er", "15th") are left out, so that a handful of shapes
 * remain. */
#include "base/date.h"

#include <string.h>

#include "base/date_civil.h"
#include "base/date_phrase.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#define SHOWN_WIDTH 40
/* "98" is 1998 and "27" is 2027: the century that lies nearest, rather behind than ahead. */
#define YEARS_AHEAD 29

enum outcome { UNDERSTOOD, NOT_A_DATE, NOT_IN_CALENDAR };

struct today {
	const char *iso;
	struct civil civil;
};

/* What nobody typed is UNSAID; a year as typed has 2 or 4 digits. */
#define UNSAID (-1)
struct wish {
	int weekday, day, month;
	const struct token *year;
};

/* ---- relative dates ------------------------------------------------------------------------ */

static const struct {
	const char *word;
	int days;
} relative_words[] = {
	{"aujourdhui", 0}, {"auj", 0},         {"today", 0},
	{"demain", 1},     {"tomorrow", 1},    {"hier", -1},
	{"yesterday", -1}, {"apresdemain", 2}, {"avanthier", -2},
};

static const struct {
	const char *word;
	int days;
} units[] = {
	{"j", 1},   {"jour", 1},    {"jours", 1},    {"d", 1}, {"day", 1},  {"days", 1},  {"s", 7},
	{"sem", 7}, {"semaine", 7}, {"semaines", 7}, {"w", 7}, {"week", 7}, {"weeks", 7},
};

static enum outcome
days_away(const struct today *today, gint64 days, char date[static 11])
{
	gint64 number = date_number(today->iso) + days;
	if (number < date_number("1800-01-01") || number > date_number("2199-12-31"))
		return NOT_IN_CALENDAR;
	date_from_number((int)number, date);
	return UNDERSTOOD;
}

static enum outcome
read_signed(const struct phrase *phrase, const struct today *today, char date[static 11])
{
	const struct token *number = &phrase->tokens[0], *unit = &phrase->tokens[1];
	gint64 days = phrase->sign * (gint64)number->number;
	if (number->digits == 0 || phrase->count > 2)
		return NOT_A_DATE;
	if (phrase->count == 1)
		return days_away(today, days, date);
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
		if (g_str_equal(unit->word, units[i].word))
			return days_away(today, days * units[i].days, date);
	return NOT_A_DATE;
}

/* "demain", "après-demain"; NOT_A_DATE when it is something else. */
static enum outcome
read_relative_word(const struct phrase *phrase, const struct today *today, char date[static 11])
{
	const struct token *tokens = phrase->tokens;
	if (phrase->count > 2 || tokens[phrase->count - 1].digits > 0)
		return NOT_A_DATE;
	g_autofree char *words =
		g_strconcat(tokens[0].word, phrase->count == 2 ? tokens[1].word : NULL, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(relative_words); i++)
		if (g_str_equal(words, relative_words[i].word))
			return days_away(today, relative_words[i].days, date);
	return NOT_A_DATE;
}

/* ---- shapes -------------------------------------------------------------------------------- */

/* The shape of what follows the weekday: D one or two digits, Y four, W a month's name, ? others.
 */
static void
shape_of(const struct token *tokens, int count, char shape[static PHRASE_TOKENS + 1])
{
	for (int i = 0; i < count; i++)
		shape[i] = tokens[i].digits == 1 || tokens[i].digits == 2 ? 'D'
			   : tokens[i].digits == 4                        ? 'Y'
			   : token_month(&tokens[i]) != 0                 ? 'W'
									  : '?';
	shape[count] = '\0';
}

/* Where each shape has its day, month and year; -1 where it has none. */
static const struct shape {
	const char *letters;
	int day, month, year;
	bool weekday_allowed;
} shapes[] = {
	{"Y", -1, -1, 0, false}, {"YD", -1, 1, 0, false}, {"YDD", 2, 1, 0, true},
	{"DY", -1, 0, 1, false}, {"DD", 0, 1, -1, true},  {"DDY", 0, 1, 2, true},
	{"DDD", 0, 1, 2, true},  {"DW", 0, 1, -1, true},  {"DWY", 0, 1, 2, true},
	{"DWD", 0, 1, 2, true},  {"W", -1, 0, -1, false}, {"WY", -1, 0, 1, false},
	{"WD", 1, 0, -1, true},  {"WDY", 1, 0, 2, true},
};

static bool
read_shape(const struct token *tokens, int count, struct wish *wish)
{
	char letters[PHRASE_TOKENS + 1];
	shape_of(tokens, count, letters);
	if (wish->weekday != 0 && g_str_equal(letters, "D")) {
		wish->day = tokens[0].number;
		return true;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
		const struct shape *shape = &shapes[i];
		if (!g_str_equal(letters, shape->letters) ||
		    (wish->weekday != 0 && !shape->weekday_allowed))
			continue;
		if (shape->day >= 0)
			wish->day = tokens[shape->day].number;
		if (shape->month >= 0)
			wish->month = letters[shape->month] == 'W'
					      ? token_month(&tokens[shape->month])
					      : tokens[shape->month].number;
		if (shape->year >= 0)
			wish->year = &tokens[shape->year];
		return wish->year == NULL || wish->year->digits > 1;
	}
	return false;
}

/* ---- the calendar -------------------------------------------------------------------------- */

static int
year_meant(const struct token *year, const struct today *today)
{
	if (year->digits == 4)
		return year->number;
	int meant = today->civil.year - today->civil.year % 100 + year->number;
	if (meant > today->civil.year + YEARS_AHEAD)
		return meant - 100;
	return meant <= today->civil.year + YEARS_AHEAD - 100 ? meant + 100 : meant;
}

/* ISO text of what is known; false when the calendar has no such date. */
static bool
put_date(int year, int month, int day, char date[static 11])
{
	char text[40];
	if (month == UNSAID)
		g_snprintf(text, sizeof text, "%04d", year);
	else if (day == UNSAID)
		g_snprintf(text, sizeof text, "%04d-%02d", year, month);
	else
		g_snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
	return date_valid(text) && g_strlcpy(date, text, 11) < 11;
}

/* The next such day of a month, today included; the 29 February may be eight years away. */
static enum outcome
next_day(const struct wish *wish, const struct today *today, char date[static 11])
{
	for (int year = today->civil.year; year <= today->civil.year + 8; year++)
		if (put_date(year, wish->month, wish->day, date) && strcmp(date, today->iso) >= 0)
			return UNDERSTOOD;
	return NOT_IN_CALENDAR;
}

/* "ven 15": the next 15th. */
static enum outcome
next_day_number(const struct wish *wish, const struct today *today, char date[static 11])
{
	for (int i = 0; i < 3; i++) {
		int months = today->civil.month - 1 + i;
		if (put_date(today->civil.year + months / 12, months % 12 + 1, wish->day, date) &&
		    strcmp(date, today->iso) >= 0)
			return UNDERSTOOD;
	}
	return NOT_IN_CALENDAR;
}

static enum outcome
settle(const struct wish *wish, const struct today *today, char date[static 11])
{
	if (wish->year != NULL) {
		int year = year_meant(wish->year, today);
		return put_date(year, wish->month, wish->day, date) ? UNDERSTOOD : NOT_IN_CALENDAR;
	}
	if (wish->month == UNSAID)
		return next_day_number(wish, today, date);
	if (wish->day != UNSAID)
		return next_day(wish, today, date);
	int year = today->civil.year + (wish->month < today->civil.month);
	return put_date(year, wish->month, UNSAID, date) ? UNDERSTOOD : NOT_IN_CALENDAR;
}

static enum outcome
read_phrase(const struct phrase *phrase, const struct today *today, struct date_reading *reading)
{
	if (phrase->sign != 0)
		return read_signed(phrase, today, reading->date);
	if (read_relative_word(phrase, today, reading->date) == UNDERSTOOD)
		return UNDERSTOOD;
	struct wish wish = {.day = UNSAID, .month = UNSAID};
	const struct token *tokens = phrase->tokens;
	bool month_first = phrase->count == 2 && token_month(tokens) != 0 && tokens[1].digits == 4;
	wish.weekday = month_first ? 0 : token_weekday(tokens);
	int skipped = wish.weekday != 0;
	reading->typed_weekday = wish.weekday;
	if (phrase->count == skipped) {
		int ahead = wish.weekday - date_weekday(today->iso);
		return days_away(today, ahead <= 0 ? ahead + 7 : ahead, reading->date);
	}
	if (!read_shape(tokens + skipped, phrase->count - skipped, &wish))
		return NOT_A_DATE;
	enum outcome outcome = settle(&wish, today, reading->date);
	reading->weekday_wrong = outcome == UNDERSTOOD && wish.weekday != 0 &&
				 date_weekday(reading->date) != wish.weekday;
	return outcome;
}

bool
date_parse(const char *typed, const char *today, struct date_reading *reading, GError **error)
{
	struct phrase phrase;
	enum outcome outcome = NOT_A_DATE;
	*reading = (struct date_reading){0};
	if (typed != NULL && date_is_day(today) && phrase_cut(typed, &phrase)) {
		struct today now = {.iso = today};
		civil_read(today, &now.civil);
		outcome = read_phrase(&phrase, &now, reading);
	}
	if (outcome == UNDERSTOOD)
		return true;
	*reading = (struct date_reading){0};
	g_autofree char *clean = text_for_terminal(typed);
	g_autofree char *shown = text_clip(clean, SHOWN_WIDTH, false);
	if (outcome == NOT_IN_CALENDAR)
		return fail(error, ERROR_INVALID,
			    _("“%s” is not in the calendar; check the day, the month and the year "
			      "(1800 to 2199)"),
			    shown);
	return fail(error, ERROR_INVALID,
		    _("“%s” is not a date; write it like 15/1, 15 January 2027, Friday or +7"),
		    shown);
}
