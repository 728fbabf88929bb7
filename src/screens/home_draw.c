/* The first screen as it is drawn: in one part, or in two beside each other. */
#include "screens/home_private.h"

#include <string.h>

#include "base/date.h"

#define DATE_WIDTH   14
#define SEATS_WIDTH  7 /* and the state of an event behind them, each in line */
#define DETAIL_WIDTH 17
#define GAP          3 /* between the parts */

guint
home_part_of(const struct home *home, guint place)
{
	return home->wide && place >= home->parts[1].first ? 1 : 0;
}

void
home_parts_make(struct home *home, int width)
{
	guint second = 0, n = home->lines->len;
	while (second < n && !home_line_at(home, second)->beside)
		second++;
	bool nothing = home->agenda != NULL && home->agenda->nothing;
	home->wide = width >= HOME_WIDE && second < n && !nothing;
	home->parts[0].first = 0;
	home->parts[0].n = home->wide ? second : n;
	home->parts[1].first = second;
	home->parts[1].n = home->wide ? n - second : 0;
}

/* ---- a line -------------------------------------------------------------------------------------
 */

/* So many days away, the year is said too. */
#define DAYS_NEAR 300

static char *
day_text(const char *day, const char *today)
{
	bool near = date_is_day(day) && ABS(date_number(day) - date_number(today)) < DAYS_NEAR;
	return date_text(day, near ? DATE_SHORT : DATE_NUMERIC);
}

/* What stands before the words: the day, or the time of an event of today. */
static char *
line_date(const struct agenda_line *line, const char *today)
{
	if (line->kind == AGENDA_DOOR)
		return g_strdup("");
	if (line->time != NULL)
		return time_text(line->time, false);
	return line->date != NULL ? day_text(line->date, today) : NULL;
}

static void
draw_detail(int y, int x, enum style style, const char *detail)
{
	const char *state = strstr(detail, "  ");
	if (state == NULL) {
		draw_right(y, x, DETAIL_WIDTH, style, detail);
		return;
	}
	g_autofree char *seats = g_strndup(detail, (gsize)(state - detail));
	draw_right(y, x, SEATS_WIDTH, style, seats);
	draw_text(y, x + SEATS_WIDTH + 1, DETAIL_WIDTH - SEATS_WIDTH - 1, style, state + 2);
}

static void
draw_agenda(const struct agenda_line *line, const char *today, struct area area, enum style style)
{
	int x = area.x + 3, room = area.width - 4;
	g_autofree char *date = line_date(line, today);
	if (date != NULL) {
		draw_text(area.y, x, DATE_WIDTH, style, date);
		x += DATE_WIDTH + 1;
		room -= DATE_WIDTH + 1;
	}
	if (line->detail != NULL) {
		room -= DETAIL_WIDTH + 1;
		draw_detail(area.y, area.x + area.width - DETAIL_WIDTH - 1, style, line->detail);
	}
	draw_text(area.y, x, room, style, line->text);
}

static void
draw_line_of(const struct home *home, guint place, struct area area)
{
	const struct home_line *line = home_line_at(home, place);
	bool focus = place == home->cursor && home_line_opens(line);
	enum style style = focus ? STYLE_FOCUS : line->style;
	if (home_line_opens(line))
		draw_hit(area, HIT_ROW, (int)place);
	if (focus)
		draw_cell(area.y, area.x, area.width, style, "");
	draw_text(area.y, area.x + 1, 1, style, focus ? ">" : "");
	if (line->agenda != NULL)
		draw_agenda(line->agenda, home->agenda->today, area, style);
	else if (line->text != NULL && line->kind == HOME_HEADING)
		draw_text(area.y, area.x + 1, area.width - 2, style, line->text);
	else if (line->text != NULL)
		draw_text(area.y, area.x + 3, area.width - 4, style, line->text);
	if (focus)
		draw_cursor(area.y, area.x + 1);
}

/* ---- parts --------------------------------------------------------------------------------------
 */

/* True when nobody can stand above CURSOR in the part. */
static bool
part_begins(const struct home *home, const struct home_part *part, guint cursor)
{
	for (guint i = part->first; i < cursor; i++)
		if (home_line_opens(home_line_at(home, i)))
			return false;
	return true;
}

/* True when nobody can stand below CURSOR in the part. */
static bool
part_ends(const struct home *home, const struct home_part *part, guint cursor)
{
	for (guint i = cursor + 1; i < part->first + part->n; i++)
		if (home_line_opens(home_line_at(home, i)))
			return false;
	return true;
}

/* With the first line one can stand on all that is above it is shown, and with the last one all
 * that is below it. */
static void
part_scroll(const struct home *home, struct home_part *part, guint cursor)
{
	guint at = cursor - part->first;
	if (at < part->top + 1)
		part->top = at > 0 ? at - 1 : 0;
	if (at >= part->top + part->page)
		part->top = at - part->page + 1;
	if (at < part->page && part_begins(home, part, cursor))
		part->top = 0;
	else if (part->n > part->page && part_ends(home, part, cursor))
		part->top = MIN(at, part->n - part->page);
	if (part->n <= part->page)
		part->top = 0;
	else
		part->top = MIN(part->top, part->n - part->page);
}

static void
part_draw(struct home *home, guint which, struct area area)
{
	struct home_part *part = &home->parts[which];
	part->page = (guint)MAX(area.height, 1);
	if (home_part_of(home, home->cursor) == which)
		part_scroll(home, part, home->cursor);
	else
		part->top = MIN(part->top, part->n > part->page ? part->n - part->page : 0);
	for (guint i = 0; i < part->page && part->top + i < part->n; i++)
		draw_line_of(home, part->first + part->top + i,
			     (struct area){area.y + (int)i, area.x, 1, area.width});
}

void
home_draw_lines(struct home *home, struct area body)
{
	g_autofree char *date =
		home->agenda != NULL ? date_text(home->agenda->today, DATE_LONG) : NULL;
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_FAINT, date);
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	if (!home->wide) {
		part_draw(home, 0, area);
		return;
	}
	int left = (body.width - GAP) / 2;
	part_draw(home, 0, (struct area){area.y, area.x, area.height, left});
	part_draw(home, 1,
		  (struct area){area.y, area.x + left + GAP, area.height, body.width - left - GAP});
}
