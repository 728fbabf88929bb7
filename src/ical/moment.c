#include "ical/moment.h"

#include <glib.h>

#include "base/date.h"

#define DAY_SIZE        (sizeof "2026-11-23")
#define TIME_SIZE       (sizeof "08:30")
#define INSTANT_PATTERN "dddd-dd-ddTdd:dd:ddZ"

/* The number in COUNT digits at TEXT, which are digits. */
static int
digits(const char *text, int count)
{
	int number = 0;
	while (count-- > 0)
		number = number * 10 + (*text++ - '0');
	return number;
}

bool
moment_day(const char *day, struct icaltimetype *moment)
{
	if (!date_is_day(day))
		return false;
	*moment = icaltime_null_date();
	moment->year = digits(day, 4);
	moment->month = digits(day + 5, 2);
	moment->day = digits(day + 8, 2);
	return true;
}

bool
moment_set_time(const char *time, struct icaltimetype *moment)
{
	if (!time_valid(time))
		return false;
	moment->is_date = 0;
	moment->hour = digits(time, 2);
	moment->minute = digits(time + 3, 2);
	moment->second = 0;
	return true;
}

static bool
has_shape(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern++, text++)
		if (*pattern == 'd' ? !g_ascii_isdigit(*text) : *text != *pattern)
			return false;
	return *text == '\0';
}

bool
moment_instant(const char *instant, struct icaltimetype *moment)
{
	if (instant == NULL || !has_shape(instant, INSTANT_PATTERN))
		return false;
	char day[DAY_SIZE], time[TIME_SIZE];
	g_strlcpy(day, instant, sizeof day);
	g_strlcpy(time, instant + DAY_SIZE, sizeof time);
	if (!moment_day(day, moment) || !moment_set_time(time, moment))
		return false;
	moment->second =
		MIN(digits(instant + 17, 2), 59); /* a leap second is not worth a refusal */
	moment->zone = icaltimezone_get_utc_timezone();
	return true;
}
