/* Time stamps of form services, made instants. */
#include <string.h>

#include "base/date.h"
#include "intake/import_private.h"

#define DAY_SECONDS 86400

/* What a stamp says; the clock is that of the form's zone unless an offset is written. */
struct stamp {
	int year, month, day;
	int seconds; /* since midnight */
	bool has_offset;
	int offset; /* seconds east of Greenwich */
	bool month_first;
};

static const char *
skip_to_digit(const char *at)
{
	while (*at != '\0' && !g_ascii_isdigit(*at))
		at++;
	return at;
}

static const char *
take_number(const char *at, int *number)
{
	*number = 0;
	for (guint n = 0; g_ascii_isdigit(*at) && n < 6; n++, at++)
		*number = *number * 10 + (*at - '0');
	return at;
}

/* "01/09/2026", "2026-09-01", "1.9.26"; a month above 12 is an American's day. */
static const char *
take_date(const char *at, struct stamp *stamp)
{
	int part[3] = {0};
	at = skip_to_digit(at);
	for (guint i = 0; i < 3; i++) {
		at = take_number(at, &part[i]);
		if (i < 2) {
			if (*at == '\0' || strchr("/-. ", *at) == NULL)
				return NULL;
			at++;
		}
	}
	bool iso = part[0] > 31;
	stamp->year = iso ? part[0] : part[2];
	stamp->month = part[1];
	stamp->day = iso ? part[2] : part[0];
	if (stamp->year < 100)
		stamp->year += 2000;
	if (!iso && (stamp->month_first || stamp->month > 12) && stamp->day <= 12) {
		stamp->month = part[0];
		stamp->day = part[1];
	}
	return at;
}

static bool
has_word(const char *text, const char *word)
{
	return g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

/* "18:07:00", "6:07 PM", "18h07"; midnight when there is none. */
static const char *
take_time(const char *at, struct stamp *stamp)
{
	int hours = 0, minutes = 0, seconds = 0;
	at = skip_to_digit(at);
	if (*at == '\0')
		return at;
	at = take_number(at, &hours);
	if (*at != ':' && g_ascii_tolower(*at) != 'h')
		return NULL;
	at = take_number(at + 1, &minutes);
	if (*at == ':')
		at = take_number(at + 1, &seconds);
	if (*at == '.')
		at += 1 + strspn(at + 1, "0123456789");
	/* Browsers put a narrow no-break space before "PM". */
	at += strspn(at, " \302\240\342\200\257");
	if (has_word(at, "PM") || has_word(at, "AM")) {
		hours = hours % 12 + (has_word(at, "PM") ? 12 : 0);
		at += 2;
	}
	if (hours > 23 || minutes > 59 || seconds > 60)
		return NULL;
	stamp->seconds = hours * 3600 + minutes * 60 + MIN(seconds, 59);
	return at;
}

/* "Z", "UTC", "GMT+2", "+02:00". */
static void
take_offset(const char *at, struct stamp *stamp)
{
	while (*at == ' ' || *at == '(')
		at++;
	bool named = has_word(at, "UTC") || has_word(at, "GMT");
	stamp->has_offset = named || *at == 'Z' || *at == '+' || *at == '-';
	at += named ? 3 : 0;
	if (*at != '+' && *at != '-')
		return;
	int sign = *at == '-' ? -1 : 1, hours = 0, minutes = 0;
	const char *behind = take_number(at + 1, &hours);
	if (behind - at > 3) {
		minutes = hours % 100;
		hours /= 100;
	} else if (*behind == ':') {
		take_number(behind + 1, &minutes);
	}
	stamp->offset = sign * (MIN(hours, 14) * 3600 + MIN(minutes, 59) * 60);
}

static gint64
stamp_utc(const struct stamp *stamp, const char *day, GTimeZone *zone)
{
	gint64 local = (gint64)date_number(day) * DAY_SECONDS + stamp->seconds;
	if (stamp->has_offset)
		return local - stamp->offset;
	int interval = g_time_zone_adjust_time(zone, G_TIME_TYPE_STANDARD, &local);
	return local - g_time_zone_get_offset(zone, interval);
}

static void
instant_put(gint64 seconds, char instant[static 21])
{
	gint64 day = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	int within = (int)(seconds - day * DAY_SECONDS);
	date_from_number((int)day, instant);
	instant[10] = 'T';
	time_from_minutes(within / 60, instant + 11);
	instant[16] = ':';
	instant[17] = (char)('0' + within % 60 / 10);
	instant[18] = (char)('0' + within % 10);
	instant[19] = 'Z';
	instant[20] = '\0';
}

bool
value_seconds(const char *typed, GTimeZone *zone, bool month_first, gint64 *seconds,
	      char day[static 11])
{
	struct stamp stamp = {.month_first = month_first};
	const char *at = take_date(typed, &stamp);
	if (at == NULL || stamp.year > 9999 || stamp.month > 99 || stamp.day > 99)
		return false;
	char written[16];
	g_snprintf(written, sizeof written, "%04d-%02d-%02d", stamp.year, stamp.month, stamp.day);
	if (!date_is_day(written))
		return false;
	at = take_time(at, &stamp);
	if (at == NULL)
		return false;
	take_offset(at, &stamp);
	memcpy(day, written, 11);
	*seconds = stamp_utc(&stamp, day, zone);
	return true;
}

bool
value_instant(const char *typed, GTimeZone *zone, char instant[static 21], char day[static 11])
{
	gint64 seconds = 0;
	if (!value_seconds(typed, zone, false, &seconds, day))
		return false;
	instant_put(seconds, instant);
	return true;
}
