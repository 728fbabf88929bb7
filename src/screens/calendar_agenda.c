/* A week as a list of its days, where a grid has no room. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

#define LEAST_GRID 76

struct line {
	int day;
	const struct calendar_event *event; /* NULL: the day itself */
	guint index;
};

bool
calendar_is_agenda(const struct calendar *calendar, int width)
{
	return calendar->view == VIEW_WEEK && width < LEAST_GRID;
}

static GArray *
lines_of(const struct calendar *calendar)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	int monday = day_monday(calendar->day);
	for (int day = monday; day < monday + DAYS; day++) {
		struct line head = {day, NULL, 0};
		g_array_append_val(lines, head);
		g_autoptr(GPtrArray) events = calendar_on(calendar, day);
		for (guint i = 0; i < events->len; i++) {
			struct line line = {day, g_ptr_array_index(events, i), i};
			g_array_append_val(lines, line);
		}
	}
	return lines;
}

static bool
is_focus(const struct calendar *calendar, const struct line *line, guint n_on_day)
{
	if (line->day != calendar->day)
		return false;
	return n_on_day == 0 ? line->event == NULL
			     : line->event != NULL && line->index == calendar->index;
}

static void
line_draw(const struct calendar *calendar, const struct line *line, struct area area, bool focus)
{
	enum style style = focus ? STYLE_FOCUS : STYLE_HEAD;
	if (focus) {
		draw_cell(area.y, area.x, area.width, style, ">");
		draw_cursor(area.y, area.x);
	}
	if (line->event == NULL) {
		char date[11];
		date_from_number(line->day, date);
		g_autofree char *shown = date_text(date, DATE_SHORT);
		g_autofree char *words = calendar_mark_words(calendar_mark(calendar, line->day));
		int x = area.x + 1 + draw_text(area.y, area.x + 1, area.width - 1, style, shown);
		if (line->day == calendar->today)
			x += draw_text(area.y, x, 1, style, draw_letter("°", "*"));
		draw_text(area.y, x + 2, area.x + area.width - x - 2, focus ? style : STYLE_FAINT,
			  words);
		return;
	}
	const struct calendar_event *event = line->event;
	g_autofree char *hours = calendar_hours(event->start, event->end);
	g_autofree char *state = calendar_seats(calendar, event);
	g_autofree char *title = g_strconcat(calendar_sign(event), event->title,
					     event->town != NULL ? " · " : "", event->town, NULL);
	style = focus ? STYLE_FOCUS : calendar_style(calendar, event);
	draw_text(area.y, area.x + 3, 12, style, hours);
	draw_text(area.y, area.x + 16, area.width - 16 - 17, style, title);
	draw_right(area.y, area.x + area.width - 16, 15, style, state);
}

void
calendar_agenda_draw(struct calendar *calendar, struct ui *ui, struct area area)
{
	(void)ui;
	g_autoptr(GArray) lines = lines_of(calendar);
	g_autoptr(GPtrArray) here = calendar_on(calendar, calendar->day);
	int focus = 0;
	for (guint i = 0; i < lines->len; i++)
		if (is_focus(calendar, &g_array_index(lines, struct line, i), here->len))
			focus = (int)i;
	int top = CLAMP(focus - area.height / 2, 0, MAX((int)lines->len - area.height, 0));
	for (int i = 0; i < area.height && top + i < (int)lines->len; i++)
		line_draw(calendar, &g_array_index(lines, struct line, top + i),
			  (struct area){area.y + i, area.x, 1, area.width}, top + i == focus);
}
