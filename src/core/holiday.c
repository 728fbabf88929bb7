#include "core/holiday.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199 };

/* A holiday by rule: a day of the month, or so many days after Easter when MONTH is 0. */
struct holiday_rule {
	int month;
	int day;
	const char *departments; /* codes between spaces; NULL: everywhere */
	const char *name;
};

#define ALSACE_MOSELLE " 57 67 68 "

static const struct holiday_rule holiday_rules[] = {
	{.month = 1, .day = 1, .name = N_("New Year’s Day")},
	{.day = -2, .departments = ALSACE_MOSELLE, .name = N_("Good Friday")},
	{.day = 1, .name = N_("Easter Monday")},
	{.month = 4, .day = 27, .departments = " 976 ", .name = N_("Abolition of slavery")},
	{.month = 5, .day = 1, .name = N_("Labour Day")},
	{.month = 5, .day = 8, .name = N_("Victory 1945")},
	{.day = 39, .name = N_("Ascension Day")},
	{.day = 50, .name = N_("Whit Monday")},
	{.month = 5, .day = 22, .departments = " 972 ", .name = N_("Abolition of slavery")},
	{.month = 5, .day = 27, .departments = " 971 ", .name = N_("Abolition of slavery")},
	{.month = 5, .day = 28, .departments = " 978 ", .name = N_("Abolition of slavery")},
	{.month = 6, .day = 10, .departments = " 973 ", .name = N_("Abolition of slavery")},
	{.month = 7, .day = 14, .name = N_("National Day")},
	{.month = 8, .day = 15, .name = N_("Assumption Day")},
	{.month = 10, .day = 9, .departments = " 977 ", .name = N_("Abolition of slavery")},
	{.month = 11, .day = 1, .name = N_("All Saints’ Day")},
	{.month = 11, .day = 11, .name = N_("Armistice 1918")},
	{.month = 12, .day = 20, .departments = " 974 ", .name = N_("Abolition of slavery")},
	{.month = 12, .day = 25, .name = N_("Christmas Day")},
	{.month = 12, .day = 26, .departments = ALSACE_MOSELLE, .name = N_("Saint Stephen’s Day")},
};

static void
day_write(char day[static 11], int year, int month, int of_month)
{
	g_snprintf(day, 11, "%04u-%02u-%02u", (unsigned)year % 10000u, (unsigned)month % 100u,
		   (unsigned)of_month % 100u);
}

/* The names are those of the published algorithm (Meeus, Astronomical Algorithms, ch. 8). */
void
holiday_easter(int year, char day[static 11])
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	day_write(day, year, n / 31, n % 31 + 1);
}

static bool
rule_applies(const struct holiday_rule *rule, const char *department)
{
	if (rule->departments == NULL)
		return true;
	if (department == NULL || *department == '\0')
		return false;
	g_autofree char *between = g_strdup_printf(" %s ", department);
	return strstr(rule->departments, between) != NULL;
}

static gint
holiday_order(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct holiday *)a)->date, ((const struct holiday *)b)->date);
}

GArray *
holiday_year(int year, const char *department)
{
	GArray *holidays = g_array_new(FALSE, TRUE, sizeof(struct holiday));
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return holidays;
	char easter[11];
	holiday_easter(year, easter);
	for (guint i = 0; i < G_N_ELEMENTS(holiday_rules); i++) {
		const struct holiday_rule *rule = &holiday_rules[i];
		if (!rule_applies(rule, department))
			continue;
		struct holiday holiday = {.name = rule->name};
		if (rule->month == 0)
			date_from_number(date_number(easter) + rule->day, holiday.date);
		else
			day_write(holiday.date, year, rule->month, rule->day);
		g_array_append_val(holidays, holiday);
	}
	g_array_sort(holidays, holiday_order);
	return holidays;
}

const char *
holiday_name(const char *day, const char *department)
{
	if (!date_is_day(day))
		return NULL;
	g_autoptr(GArray) holidays = holiday_year((int)g_ascii_strtoll(day, NULL, 10), department);
	for (guint i = 0; i < holidays->len; i++) {
		const struct holiday *holiday = &g_array_index(holidays, struct holiday, i);
		if (strcmp(holiday->date, day) == 0)
			return _(holiday->name);
	}
	return NULL;
}
