/* Times of day: "09:30". */
#include "base/date.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/text_char.h"

#define DAY_MINUTES 1440
#define SHOWN_WIDTH 40

int
time_minutes(const char *time)
{
	if (time == NULL || strnlen(time, 6) != 5 || time[2] != ':')
		return -1;
	for (int i = 0; i < 5; i++)
		if (i != 2 && !g_ascii_isdigit(time[i]))
			return -1;
	int hours = (time[0] - '0') * 10 + time[1] - '0';
	int minutes = (time[3] - '0') * 10 + time[4] - '0';
	return hours < 24 && minutes < 60 ? hours * 60 + minutes : -1;
}

bool
time_valid(const char *time)
{
	return time_minutes(time) >= 0;
}

void
time_from_minutes(int minutes, char time[static 6])
{
	int within = CLAMP(minutes, 0, DAY_MINUTES - 1);
	time[0] = (char)('0' + within / 600);
	time[1] = (char)('0' + within / 60 % 10);
	time[2] = ':';
	time[3] = (char)('0' + within % 60 / 10);
	time[4] = (char)('0' + within % 10);
	time[5] = '\0';
}

/* Up to four digits at *AT; their number into COUNT. */
static int
take_digits(const char **at, int *count)
{
	int value = 0;
	for (*count = 0; *count < 4 && g_ascii_isdigit(**at); (*count)++, (*at)++)
		value = value * 10 + (**at - '0');
	return value;
}

/* Minutes since midnight that TYPED says, -1 when it says something else. */
static int
read_minutes(const char *typed)
{
	int hour_digits, minute_digits = 0, minutes = 0;
	const char *at = char_skip_blanks(typed);
	int hours = take_digits(&at, &hour_digits);
	at = char_skip_blanks(at);
	if (hour_digits > 2) {
		minutes = hours % 100;
		hours /= 100;
	} else if (hour_digits > 0 && *at != '\0') {
		char separator = *at;
		if (strchr("hH:.", separator) == NULL)
			return -1;
		at = char_skip_blanks(at + 1);
		minutes = take_digits(&at, &minute_digits);
		bool whole_hour = minute_digits == 0 && g_ascii_tolower(separator) == 'h';
		if (minute_digits != 2 && !whole_hour)
			return -1;
		at = char_skip_blanks(at);
	}
	bool right = hour_digits > 0 && *at == '\0' && hours < 24 && minutes < 60;
	return right ? hours * 60 + minutes : -1;
}

static const struct {
	const char *word;
	int minutes;
} words[] = {{"midi", 720}, {"noon", 720}, {"minuit", 0}, {"midnight", 0}};

static int
read_word(const char *typed)
{
	g_autofree char *key = text_search_key(typed);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(key, words[i].word) == 0)
			return words[i].minutes;
	return -1;
}

bool
time_parse(const char *typed, char time[static 6], GError **error)
{
	int minutes = typed != NULL ? read_minutes(typed) : -1;
	if (minutes < 0 && typed != NULL)
		minutes = read_word(typed);
	if (minutes < 0) {
		g_autofree char *clean = text_for_terminal(typed);
		g_autofree char *shown = text_clip(clean, SHOWN_WIDTH, false);
		return fail(error, ERROR_INVALID,
			    _("“%s” is not a time; write it like 9h30, 930 or 14:00"), shown);
	}
	time_from_minutes(minutes, time);
	return true;
}

char *
time_text(const char *time, bool typographic)
{
	int minutes = time_minutes(time);
	if (minutes < 0)
		return g_strdup(time != NULL ? time : "");
	if (g_str_equal(i18n_language(), "en"))
		return g_strdup_printf("%d:%02d", minutes / 60, minutes % 60);
	const char *space = typographic ? "\u00a0" : "";
	if (minutes % 60 == 0)
		return g_strdup_printf("%d%sh", minutes / 60, space);
	return g_strdup_printf("%d%sh%s%02d", minutes / 60, space, space, minutes % 60);
}
