/* Days as calendars lay them out: weeks from Monday, months, ISO years.
 *
 * A day is its number (base/date.h: days since 1970-01-01), so that neither time zones nor changes
 * of the hour exist here: one day later is always the next one.
 */
#ifndef CORE_DAY_GRID_H
#define CORE_DAY_GRID_H

#include <glib.h>

/** The Monday of the week of DAY. */
int day_monday(int day);

/** 1 = Monday … 7 = Sunday. */
int day_weekday(int day);

/** Its ISO week (ISO 8601: the week that holds the year's first Thursday is the first), and the
 * year of that week, which around New Year is not always the day's own. */
int day_iso_week(int day);
int day_iso_year(int day);

/** The calendar year, month (1…12) and day of the month of DAY. */
void day_parts(int day, int *year, int *month, int *of_month);

/** The first day of the month of DAY, and how many days that month has. */
int day_month_first(int day);
int day_month_length(int day);

/** The day BY months later: the same day of the month, or its last one where it is shorter. */
int day_months_later(int day, int by);

/** The first day of a month, MONTH being 1…12. */
int day_of_month(int year, int month);

#endif
