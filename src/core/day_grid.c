#include "core/day_grid.h"

#include "base/date.h"

/* 1970-01-01 was a Thursday. */
int
day_weekday(int day)
{
	int rest = (day + 3) % 7;
	return (rest < 0 ? rest + 7 : rest) + 1;
}

int
day_monday(int day)
{
	return day - (day_weekday(day) - 1);
}

void
day_parts(int day, int *year, int *month, int *of_month)
{
	char date[11];
	date_from_number(day, date);
	*year = (int)g_ascii_strtoll(date, NULL, 10);
	*month = (date[5] - '0') * 10 + date[6] - '0';
	*of_month = (date[8] - '0') * 10 + date[9] - '0';
}

int
day_of_month(int year, int month)
{
	char date[11];
	g_snprintf(date, sizeof date, "%04u-%02u-01", (unsigned)year % 10000u,
		   (unsigned)month % 100u);
	return date_number(date);
}

int
day_iso_year(int day)
{
	int year, month, of_month;
	day_parts(day_monday(day) + 3, &year, &month, &of_month);
	return year;
}

/* The week of a day is that of its Thursday, and the nth Thursday of the year is that of week n. */
int
day_iso_week(int day)
{
	int thursday = day_monday(day) + 3;
	return (thursday - day_of_month(day_iso_year(day), 1)) / 7 + 1;
}

int
day_month_first(int day)
{
	int year, month, of_month;
	day_parts(day, &year, &month, &of_month);
	return day - (of_month - 1);
}

int
day_months_later(int day, int by)
{
	int year, month, of_month;
	day_parts(day, &year, &month, &of_month);
	int months = year * 12 + month - 1 + by;
	int first = day_of_month(months / 12, months % 12 + 1);
	int length = day_month_length(first);
	return first + MIN(of_month, length) - 1;
}

int
day_month_length(int day)
{
	int year, month, of_month;
	day_parts(day, &year, &month, &of_month);
	int next = month == 12 ? day_of_month(year + 1, 1) : day_of_month(year, month + 1);
	return next - day_of_month(year, month);
}
