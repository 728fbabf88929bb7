#include "base/date.h"

#include <string.h>

#include "base/date_civil.h"

/* 0001-01-01 and 9999-12-31, beyond which ISO text has no four digits. */
#define FIRST_NUMBER (-719162)
#define LAST_NUMBER  2932896

static bool
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && leap(year));
}

/* The COUNT digits at TEXT as a number, -1 when there are others. */
static int
digits(const char *text, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++) {
		if (!g_ascii_isdigit(text[i]))
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static void
put_digits(char *text, int count, int value)
{
	for (int i = count - 1; i >= 0; i--, value /= 10)
		text[i] = (char)('0' + value % 10);
}

bool
civil_read(const char *date, struct civil *civil)
{
	gsize length = date != NULL ? strnlen(date, 11) : 0;
	*civil = (struct civil){0};
	if (length != 4 && length != 7 && length != 10)
		return false;
	civil->year = digits(date, 4);
	if (civil->year < CIVIL_FIRST_YEAR || civil->year > CIVIL_LAST_YEAR)
		return false;
	if (length == 4)
		return true;
	civil->month = digits(date + 5, 2);
	if (date[4] != '-' || civil->month < 1 || civil->month > 12)
		return false;
	if (length == 7)
		return true;
	civil->day = digits(date + 8, 2);
	return date[7] == '-' && civil->day >= 1 &&
	       civil->day <= month_days(civil->year, civil->month);
}

bool
date_valid(const char *date)
{
	struct civil civil;
	return civil_read(date, &civil);
}

bool
date_is_day(const char *date)
{
	struct civil civil;
	return civil_read(date, &civil) && civil.day != 0;
}

/* Days are counted in years that begin in March, so that the leap day comes last, and in eras of
 * 400 years, which repeat exactly (146,097 days). Years are positive here. */
static int
civil_number(const struct civil *civil)
{
	int year = civil->year - (civil->month <= 2);
	int month = (civil->month + 9) % 12;
	int era = year / 400, year_of_era = year % 400;
	int day_of_year = (153 * month + 2) / 5 + civil->day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

int
date_number(const char *day)
{
	struct civil civil;
	return civil_read(day, &civil) ? civil_number(&civil) : 0;
}

void
date_from_number(int number, char day[static 11])
{
	int days = CLAMP(number, FIRST_NUMBER, LAST_NUMBER) + 719468;
	int era = days / 146097, day_of_era = days % 146097;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	int civil_month = month < 10 ? month + 3 : month - 9;
	put_digits(day, 4, era * 400 + year_of_era + (civil_month <= 2));
	put_digits(day + 5, 2, civil_month);
	put_digits(day + 8, 2, day_of_year - (153 * month + 2) / 5 + 1);
	day[4] = day[7] = '-';
	day[10] = '\0';
}

/* 1970-01-01 was a Thursday. */
static int
weekday_of(int number)
{
	return ((number + 3) % 7 + 7) % 7 + 1;
}

int
date_weekday(const char *day)
{
	return weekday_of(date_number(day));
}

/* ISO 8601: a week belongs to the year its Thursday is in. */
int
date_week(const char *day)
{
	int number = date_number(day);
	int thursday = number - weekday_of(number) + 4;
	char text[11];
	date_from_number(thursday, text);
	struct civil new_year = {digits(text, 4), 1, 1};
	return (thursday - civil_number(&new_year)) / 7 + 1;
}
