/* A month: so many events a day, their titles where there is room. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

enum { WEEK_WIDTH = 5, WEEKS = 6 };

static void
titles_draw(const struct calendar *calendar, int day, struct area area)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, day);
	for (guint i = 0; i < events->len && (int)i < area.height; i++) {
		const struct calendar_event *event = g_ptr_array_index(events, i);
		int y = area.y + (int)i;
		/* With one line alone the first title stands, for the number is above it. */
		if (i > 0 && (int)i == area.height - 1 && i + 1 < events->len) {
			draw_format(y, area.x, area.width, STYLE_FAINT, "+%u", events->len - i);
			return;
		}
		g_autofree char *text = g_strconcat(calendar_sign(event), event->title, NULL);
		draw_text(y, area.x, area.width, calendar_style(calendar, event), text);
	}
}

/* ">12 F  ▄2" */
static void
cell_draw(const struct calendar *calendar, int day, guint load, bool inside, struct area area)
{
	bool focus = day == calendar->day;
	int year, month, of_month;
	day_parts(day, &year, &month, &of_month);
	const struct calendar_mark *mark = calendar_mark(calendar, day);
	g_autofree char *letters = calendar_letters(mark);
	g_autofree char *text =
		g_strdup_printf("%s%2d%s %s",
				focus ? calendar->move != NULL ? draw_letter("»", ">") : ">" : " ",
				of_month, day == calendar->today ? draw_letter("°", "*") : "",
				letters);
	enum style style = focus                   ? STYLE_FOCUS
			   : !inside               ? STYLE_FAINT
			   : mark->holiday != NULL ? STYLE_WARNING
			   : day_weekday(day) > 5  ? STYLE_FAINT
						   : STYLE_PLAIN;
	draw_cell(area.y, area.x, area.width, style, text);
	if (load > 0) {
		g_autofree char *heat = g_strdup_printf("%s%u", calendar_heat(load), load);
		draw_right(area.y, area.x + area.width - 3, 3, style, heat);
	}
	if (focus)
		draw_cursor(area.y, area.x);
	titles_draw(calendar, day,
		    (struct area){area.y + 1, area.x + 1, area.height - 1, area.width - 2});
}

static void
heads_draw(struct area area, int width)
{
	for (int i = 0; i < DAYS; i++) {
		const char *name = date_weekday_name(i + 1);
		g_autofree char *shown = width < 11 ? g_utf8_substring(name, 0, 3) : g_strdup(name);
		draw_text(area.y, area.x + WEEK_WIDTH + i * width + 1, width - 2, STYLE_HEAD,
			  shown);
	}
}

void
calendar_month_draw(struct calendar *calendar, struct area area)
{
	int first = day_month_first(calendar->day), length = day_month_length(first);
	int monday = day_monday(first);
	int width = (area.width - WEEK_WIDTH) / DAYS;
	int weeks = (first + length - monday + DAYS - 1) / DAYS;
	int height = MAX((area.height - 1) / WEEKS, 1);
	g_autofree guint *load = calendar_load(calendar, monday, WEEKS * DAYS);
	heads_draw(area, width);
	for (int week = 0; week < weeks; week++) {
		int y = area.y + 1 + week * height;
		draw_format(y, area.x, WEEK_WIDTH - 1, STYLE_FAINT, _("W%02d"),
			    day_iso_week(monday + week * DAYS));
		for (int i = 0; i < DAYS; i++) {
			int day = monday + week * DAYS + i;
			cell_draw(calendar, day, load[week * DAYS + i],
				  day >= first && day < first + length,
				  (struct area){y, area.x + WEEK_WIDTH + i * width, height,
						width - 1});
		}
	}
}
