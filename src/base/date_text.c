/* Dates in words. */
#include "base/date.h"

#include <string.h>

#include "base/date_civil.h"
#include "base/i18n.h"

struct name {
	const char *whole;
	const char *brief;
};

static const struct name weekdays[] = {
	{N_("Monday"), N_("Mon")},   {N_("Tuesday"), N_("Tue")}, {N_("Wednesday"), N_("Wed")},
	{N_("Thursday"), N_("Thu")}, {N_("Friday"), N_("Fri")},  {N_("Saturday"), N_("Sat")},
	{N_("Sunday"), N_("Sun")},
};

static const struct name months[] = {
	{N_("January"), N_("Jan")}, {N_("February"), N_("Feb")}, {N_("March"), N_("Mar")},
	{N_("April"), N_("Apr")},   {N_("May"), N_("May")},      {N_("June"), N_("Jun")},
	{N_("July"), N_("Jul")},    {N_("August"), N_("Aug")},   {N_("September"), N_("Sep")},
	{N_("October"), N_("Oct")}, {N_("November"), N_("Nov")}, {N_("December"), N_("Dec")},
};

static const char *
name_text(const struct name *name, bool brief)
{
	return _(brief ? name->brief : name->whole);
}

const char *
date_weekday_name(int weekday)
{
	return weekday >= 1 && weekday <= 7 ? name_text(&weekdays[weekday - 1], false) : "";
}

const char *
date_month_name(int month)
{
	return month >= 1 && month <= 12 ? name_text(&months[month - 1], false) : "";
}

/* The day of the month; French says "1er" for the first and no other. */
static void
append_day(GString *text, int day)
{
	if (day == 1)
		g_string_append(text, C_("day of the month", "1"));
	else
		g_string_append_printf(text, "%d", day);
}

static char *
day_text(const char *date, const struct civil *civil, enum date_style style)
{
	if (style == DATE_NUMERIC)
		return g_strdup_printf("%02d/%02d/%04d", civil->day, civil->month, civil->year);
	bool brief = style != DATE_LONG && style != DATE_LETTER;
	GString *text = g_string_new(NULL);
	if (style != DATE_LETTER)
		g_string_append_printf(text, "%s ",
				       name_text(&weekdays[date_weekday(date) - 1], brief));
	append_day(text, civil->day);
	g_string_append_printf(text, " %s", name_text(&months[civil->month - 1], brief));
	if (style != DATE_SHORT)
		g_string_append_printf(text, " %d", civil->year);
	return g_string_free(text, FALSE);
}

char *
date_text(const char *date, enum date_style style)
{
	struct civil civil;
	if (!civil_read(date, &civil))
		return g_strdup(date != NULL ? date : "");
	if (civil.day != 0)
		return day_text(date, &civil, style);
	if (civil.month == 0)
		return g_strdup(date);
	return g_strdup_printf("%s %d", date_month_name(civil.month), civil.year);
}

/* The first of two days, without the month and the year that the second will say. */
static char *
first_text(const struct civil *first, const struct civil *last)
{
	GString *text = g_string_new(NULL);
	append_day(text, first->day);
	if (first->year != last->year || first->month != last->month)
		g_string_append_printf(text, " %s", date_month_name(first->month));
	if (first->year != last->year)
		g_string_append_printf(text, " %d", first->year);
	return g_string_free(text, FALSE);
}

static char *
last_text(const struct civil *last)
{
	GString *text = g_string_new(NULL);
	append_day(text, last->day);
	g_string_append_printf(text, " %s %d", date_month_name(last->month), last->year);
	return g_string_free(text, FALSE);
}

char *
date_range_text(const char *first, const char *last)
{
	if (first == NULL || last == NULL || g_str_equal(first, last))
		return date_text(first != NULL ? first : last, DATE_LONG);
	struct civil begin, end;
	if (civil_read(first, &begin) && civil_read(last, &end) && begin.day != 0 && end.day != 0) {
		g_autofree char *from = first_text(&begin, &end);
		g_autofree char *to = last_text(&end);
		/* Translators: two days, "from 28 to 29 January 2016". */
		return g_strdup_printf(_("from %s to %s"), from, to);
	}
	g_autofree char *from = date_text(first, DATE_LONG);
	g_autofree char *to = date_text(last, DATE_LONG);
	return g_strdup_printf("%s – %s", from, to);
}
