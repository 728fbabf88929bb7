/* A week as a grid of hours, events side by side where they overlap. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

enum {
	HOURS_WIDTH = 6,
	USUAL_FIRST = 8 * 60,
	USUAL_LAST = 19 * 60,
	LANES = 8,
	WIDE = 20,       /* columns of an event in which its status is told too */
	LEAST_WIDTH = 4, /* of an event; narrower ones are only counted */
	NO_END = 60,     /* minutes of an event whose end is not known */
};

struct grid {
	struct calendar *calendar;
	struct area area; /* of the hours */
	int first;        /* minutes of its first row */
	int step;         /* minutes of a row */
	int last;
	bool untimed; /* its first row is for events without times */
};

static int
end_of(const struct calendar_event *event)
{
	return event->end > event->start ? event->end : event->start + NO_END;
}

/* ---- which hours --------------------------------------------------------------------------------
 */

static void
grid_span(struct grid *grid, int monday)
{
	grid->first = USUAL_FIRST;
	grid->last = USUAL_LAST;
	for (int i = 0; i < DAYS; i++) {
		g_autoptr(GPtrArray) events = calendar_on(grid->calendar, monday + i);
		for (guint j = 0; j < events->len; j++) {
			const struct calendar_event *event = g_ptr_array_index(events, j);
			grid->untimed |= event->start < 0;
			if (event->start < 0)
				continue;
			grid->first = MIN(grid->first, event->start / 60 * 60);
			grid->last = MAX(grid->last, (MIN(end_of(event), 1440) + 59) / 60 * 60);
		}
	}
}

/* The minute that has to be seen: of the event one is on, else where a new one would begin. */
static int
minute_wanted(const struct calendar *calendar)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	if (calendar->index >= events->len)
		return calendar->slot;
	const struct calendar_event *event = g_ptr_array_index(events, calendar->index);
	return event->start >= 0 ? event->start : calendar->slot;
}

/* Half-hours where they fit, else hours, of which some may lie outside. */
static void
grid_fit(struct grid *grid)
{
	int rows = grid->area.height - (grid->untimed ? 1 : 0);
	int hours = (grid->last - grid->first) / 60;
	grid->step = rows >= 2 * hours ? 30 : 60;
	int hidden = hours * 60 - rows * grid->step;
	if (hidden <= 0)
		return;
	int wanted = minute_wanted(grid->calendar);
	int scroll = CLAMP(wanted - (rows / 2) * grid->step - grid->first, 0, hidden);
	grid->first += (scroll + grid->step - 1) / grid->step * grid->step;
}

static int
row_of(const struct grid *grid, int minutes)
{
	int offset = minutes - grid->first;
	int row = offset >= 0 ? offset / grid->step : -1;
	return grid->area.y + (grid->untimed ? 1 : 0) + row;
}

/* ---- events -------------------------------------------------------------------------------------
 */

/* The first lane of the day that is free when EVENT begins. */
static guint
lane_find(int *ends, const struct calendar_event *event, guint *n)
{
	guint lane = 0;
	while (lane < *n && ends[lane] > event->start)
		lane++;
	lane = MIN(lane, LANES - 1);
	ends[lane] = end_of(event);
	*n = MAX(*n, lane + 1);
	return lane;
}

/* What follows the title: place and seats, as far as there is room. */
static int
tails_find(const struct calendar_event *event, const char *seats, int height, const char *tails[2])
{
	int n = 0, most = height >= 4 ? 2 : height == 3 ? 1 : 0;
	if (most == 2 && event->town != NULL)
		tails[n++] = event->town;
	if (most > 0 && seats != NULL)
		tails[n++] = seats;
	return n;
}

/* The title takes as many lines as it needs and there are. */
static void
block_draw(const struct grid *grid, const struct calendar_event *event, struct area area,
	   enum style style)
{
	g_autofree char *seats =
		area.width < WIDE ? calendar_count(event) : calendar_seats(grid->calendar, event);
	g_autofree char *title = g_strconcat(calendar_sign(event), event->title, NULL);
	const char *tails[2], *rest = title;
	int n = tails_find(event, seats, area.height, tails), told = 0, room = area.width - 1;
	for (int i = 0; i < area.height; i++) {
		draw_cell(area.y + i, area.x, area.width, style, draw_letter("▌", "|"));
		if (*rest != '\0' && i == area.height - n - 1) {
			draw_text(area.y + i, area.x + 1, room, style, rest);
			rest = "";
		} else if (*rest != '\0') {
			g_autofree char *line = draw_line_take(&rest, room);
			draw_text(area.y + i, area.x + 1, room, style, line);
		} else if (told < n) {
			draw_text(area.y + i, area.x + 1, room, style, tails[told++]);
		}
	}
}

/* False where it lies outside of the hours that are shown. */
static bool
event_draw(const struct grid *grid, const struct calendar_event *event, int x, int width,
	   enum style style)
{
	int top = grid->area.y, bottom = grid->area.y + grid->area.height;
	int from = event->start < 0 ? top : row_of(grid, event->start);
	int until = event->start < 0 ? top + 1 : row_of(grid, end_of(event) + grid->step - 1);
	from = MAX(from, top + (grid->untimed && event->start >= 0 ? 1 : 0));
	until = MIN(MAX(until, from + 1), bottom);
	if (from >= bottom || (event->start >= 0 && end_of(event) <= grid->first))
		return false;
	block_draw(grid, event, (struct area){from, x, until - from, width}, style);
	return true;
}

/* Dates of partners lie faintly behind. */
static void
busy_draw(const struct grid *grid, int day, int x, int width)
{
	const GArray *all = grid->calendar->period->busy;
	int top = grid->area.y + (grid->untimed ? 1 : 0), bottom = grid->area.y + grid->area.height;
	for (guint i = 0; i < all->len; i++) {
		const struct finder_busy *busy = &g_array_index(all, struct finder_busy, i);
		if (busy->first != day || busy->last != day || busy->start < 0)
			continue;
		int end = busy->end > busy->start ? busy->end : busy->start + NO_END;
		int from = MAX(row_of(grid, busy->start), top);
		int until = MIN(row_of(grid, end + grid->step - 1), bottom);
		for (int y = from; y < until; y++)
			draw_text(y, x, width, STYLE_FAINT,
				  y == from ? busy->source : draw_letter("┊", ":"));
	}
}

/* Events of one day, as many beside each other as overlap; those for which there is no room are
 * counted below. */
static void
day_draw(const struct grid *grid, int day, int x, int width)
{
	const struct calendar *calendar = grid->calendar;
	g_autoptr(GPtrArray) events = calendar_on(calendar, day);
	g_autofree guint *lanes = g_new0(guint, events->len + 1);
	int ends[LANES] = {0};
	guint n = 1, hidden = 0, untimed = 0;
	for (guint i = 0; i < events->len; i++)
		lanes[i] = ((struct calendar_event *)g_ptr_array_index(events, i))->start >= 0
				   ? lane_find(ends, g_ptr_array_index(events, i), &n)
				   : 0;
	guint shown = MIN(n, (guint)MAX(width / LEAST_WIDTH, 1));
	int lane_width = width / (int)shown;
	busy_draw(grid, day, x + 1, width - 1);
	for (guint i = 0; i < events->len; i++) {
		const struct calendar_event *event = g_ptr_array_index(events, i);
		bool focus = day == calendar->day && i == calendar->index;
		guint lane = focus && lanes[i] >= shown ? shown - 1 : lanes[i];
		/* Those without an hour share one row. */
		bool first = event->start >= 0 || untimed++ == 0;
		hidden += !first;
		if ((!first && !focus) || lane >= shown) {
			hidden += first;
			continue;
		}
		hidden += !event_draw(grid, event, x + (int)lane * lane_width,
				      event->start < 0 ? width : lane_width,
				      focus ? STYLE_FOCUS : calendar_style(calendar, event));
	}
	if (hidden > 0)
		draw_format(grid->area.y + grid->area.height - 1, x, width, STYLE_WARNING, "+%u",
			    hidden);
}

/* ---- frame --------------------------------------------------------------------------------------
 */

static void
heads_draw(const struct calendar *calendar, struct area area, int monday, int width)
{
	for (int i = 0; i < DAYS; i++) {
		int day = monday + i, x = area.x + HOURS_WIDTH + i * width;
		const struct calendar_mark *mark = calendar_mark(calendar, day);
		g_autofree char *head = calendar_day_head(day);
		g_autofree char *shown =
			g_strconcat(day == calendar->day ? ">" : " ", head,
				    day == calendar->today ? draw_letter("°", "*") : "", NULL);
		draw_cell(area.y, x, width - 1, day == calendar->day ? STYLE_FOCUS : STYLE_HEAD,
			  shown);
		draw_text(area.y + 1, x + 1, width - 2,
			  mark->holiday != NULL || mark->avoid != NULL ? STYLE_WARNING
								       : STYLE_FAINT,
			  calendar_mark_word(mark));
	}
}

static void
hours_draw(const struct grid *grid)
{
	int offset = grid->untimed ? 1 : 0;
	if (grid->untimed)
		draw_text(grid->area.y, grid->area.x, HOURS_WIDTH - 1, STYLE_FAINT, _("day"));
	for (int i = 0; i + offset < grid->area.height; i++) {
		int minutes = grid->first + i * grid->step;
		if (minutes >= 1440)
			return;
		if (minutes % 60 == 0)
			draw_format(grid->area.y + offset + i, grid->area.x, HOURS_WIDTH - 1,
				    STYLE_FAINT, "%02d:00", minutes / 60);
	}
}

static void
slot_draw(const struct grid *grid, int x, int width)
{
	const struct calendar *calendar = grid->calendar;
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	int y = row_of(grid, minute_wanted(calendar));
	bool inside = y >= grid->area.y && y < grid->area.y + grid->area.height;
	if (events->len == 0 && inside && calendar->move == NULL)
		draw_cell(y, x, width - 1, STYLE_FOCUS, ">");
	draw_cursor(inside ? y : grid->area.y, x);
}

void
calendar_week_draw(struct calendar *calendar, struct ui *ui, struct area area)
{
	if (calendar_is_agenda(calendar, area.width)) {
		calendar_agenda_draw(calendar, ui, area);
		return;
	}
	int monday = day_monday(calendar->day);
	int width = (area.width - HOURS_WIDTH) / DAYS;
	heads_draw(calendar, area, monday, width);
	struct grid grid = {.calendar = calendar,
			    .area = {area.y + 2, area.x, area.height - 2, area.width}};
	grid_span(&grid, monday);
	grid_fit(&grid);
	hours_draw(&grid);
	for (int i = 0; i < DAYS; i++)
		day_draw(&grid, monday + i, area.x + HOURS_WIDTH + i * width, width - 1);
	slot_draw(&grid, area.x + HOURS_WIDTH + (calendar->day - monday) * width, width);
}
