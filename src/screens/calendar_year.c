/* A year: twelve small months where there is room, else a line for each month. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

enum {
	MONTHS = 12,
	MONTH_WIDTH = 26, /* a week's number, seven days of three columns, and a gap */
	MONTH_HEIGHT = 8, /* its name and days of the week, and six weeks */
	WEEK_WIDTH = 4,
	LINE_DAYS = 37, /* thirty-one, and up to six before the first Monday */
	LINE_LABEL = 6,
};

struct year {
	struct calendar *calendar;
	int first; /* 1 January */
	guint *load;
};

static guint
load_on(const struct year *year, int day)
{
	return year->load[day - year->first];
}

/* One column: how many events, else what the day is. */
static const char *
day_letter(const struct year *year, int day)
{
	const struct calendar_mark *mark = calendar_mark(year->calendar, day);
	guint load = load_on(year, day);
	if (load > 0)
		return calendar_heat(load);
	return mark->holiday != NULL  ? C_("day mark", "H")
	       : mark->avoid != NULL  ? C_("day mark", "A")
	       : mark->school != NULL ? C_("day mark", "S")
	       : mark->busy > 0       ? C_("day mark", "p")
	       : day_weekday(day) > 5 ? " "
				      : draw_letter("·", "-");
}

static enum style
day_style(const struct year *year, int day)
{
	if (day == year->calendar->day)
		return STYLE_FOCUS;
	if (load_on(year, day) > 0)
		return STYLE_PLAIN;
	return calendar_mark(year->calendar, day)->holiday != NULL ? STYLE_WARNING : STYLE_FAINT;
}

static guint
month_load(const struct year *year, int first)
{
	guint sum = 0;
	for (int day = first; day < first + day_month_length(first); day++)
		sum += load_on(year, day);
	return sum;
}

/* ---- small months -------------------------------------------------------------------------------
 */

static void
small_month_draw(const struct year *year, int month, struct area area)
{
	int first = day_months_later(year->first, month), length = day_month_length(first);
	int monday = day_monday(first);
	guint load = month_load(year, first);
	g_autofree char *name =
		load > 0 ? g_strdup_printf("%s · %u", date_month_name(month + 1), load)
			 : g_strdup(date_month_name(month + 1));
	draw_text(area.y, area.x + WEEK_WIDTH, area.width - WEEK_WIDTH, STYLE_HEAD, name);
	for (int day = first; day < first + length; day++) {
		int y = area.y + 1 + (day - monday) / DAYS;
		int x = area.x + WEEK_WIDTH + (day - monday) % DAYS * 3;
		/* What the letter of the day one is on says stands below. */
		bool focus = day == year->calendar->day;
		g_autofree char *text = g_strdup_printf("%2d%s", day - first + 1,
							focus ? "<" : day_letter(year, day));
		if (day == first || day_weekday(day) == 1)
			draw_format(y, area.x, WEEK_WIDTH - 1, STYLE_FAINT, _("W%02d"),
				    day_iso_week(day));
		draw_text(y, x, 3, day_style(year, day), text);
		if (focus)
			draw_cursor(y, x);
	}
}

static void
small_months_draw(const struct year *year, struct area area, int across)
{
	for (int month = 0; month < MONTHS; month++)
		small_month_draw(year, month,
				 (struct area){area.y + month / across * (MONTH_HEIGHT + 1),
					       area.x + 1 + month % across * MONTH_WIDTH,
					       MONTH_HEIGHT, MONTH_WIDTH});
}

/* How many beside each other; 0: they do not fit. */
static int
months_across(struct area area)
{
	static const int ways[] = {4, 6};
	for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
		if (ways[i] * MONTH_WIDTH <= area.width &&
		    MONTHS / ways[i] * (MONTH_HEIGHT + 1) - 1 <= area.height)
			return ways[i];
	return 0;
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static void
weekday_heads_draw(struct area area, int width)
{
	for (int i = 0; i < LINE_DAYS; i++) {
		g_autofree char *letter = g_utf8_substring(date_weekday_name(i % DAYS + 1), 0, 1);
		draw_text(area.y, area.x + LINE_LABEL + i * width, 1, STYLE_FAINT, letter);
	}
}

static void
month_line_draw(const struct year *year, int month, struct area area, int width)
{
	int first = day_months_later(year->first, month), length = day_month_length(first);
	int before = day_weekday(first) - 1;
	char date[11];
	date_from_number(first, date);
	/* "ven. 1er janv." */
	g_autofree char *shown_first = date_text(date, DATE_SHORT);
	const char *name = strrchr(shown_first, ' ');
	int behind = LINE_LABEL + LINE_DAYS * width + 1;
	draw_text(area.y, area.x + 1, LINE_LABEL - 1, STYLE_HEAD, name != NULL ? name + 1 : "");
	if (area.width >= behind + 3 && month_load(year, first) > 0)
		draw_format(area.y, area.x + behind, 3, STYLE_HEAD, "%3u", month_load(year, first));
	for (int day = first; day < first + length; day++) {
		int x = area.x + LINE_LABEL + (before + day - first) * width;
		bool focus = day == year->calendar->day;
		g_autofree char *shown =
			g_strconcat(day_letter(year, day), width > 1 && focus ? "<" : "", NULL);
		draw_text(area.y, x, width, day_style(year, day), shown);
		if (focus)
			draw_cursor(area.y, x);
	}
}

void
calendar_year_draw(struct calendar *calendar, struct area area)
{
	int number, month, of_month;
	day_parts(calendar->day, &number, &month, &of_month);
	struct year year = {.calendar = calendar, .first = day_of_month(number, 1)};
	g_autofree guint *load = calendar_load(calendar, year.first,
					       (guint)(day_of_month(number + 1, 1) - year.first));
	year.load = load;
	int across = months_across(area);
	if (across > 0) {
		small_months_draw(&year, area, across);
		return;
	}
	int width = area.width >= LINE_LABEL + LINE_DAYS * 2 ? 2 : 1;
	weekday_heads_draw(area, width);
	int rows = area.height - 1;
	int top = CLAMP(month - 1 - rows / 2, 0, MAX(MONTHS - rows, 0));
	guint below = (guint)MAX(MONTHS - top - rows, 0);
	for (int i = 0; i < rows && top + i < MONTHS; i++)
		month_line_draw(&year, top + i,
				(struct area){area.y + 1 + i, area.x, 1, area.width}, width);
	draw_more(area.y + 1, area.x + area.width - 1, (guint)top, false, true);
	draw_more(area.y + rows, area.x + area.width - 1, below, true, true);
}
