/* The day one is on: what it is, and its events one below the other. */
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

#define TITLE_AT 15

static void
head_draw(const struct calendar *calendar, struct area area)
{
	char date[11];
	date_from_number(calendar->day, date);
	g_autofree char *day = date_text(date, DATE_LONG);
	g_autofree char *words = calendar_mark_words(calendar_mark(calendar, calendar->day));
	g_autofree char *head =
		g_strdup_printf(_("%s · week %d%s%s"), day, day_iso_week(calendar->day),
				*words != '\0' ? " · " : "", words);
	g_autofree char *legend = calendar_legend();
	draw_line(area.y, area.x, area.width);
	if (text_width(legend) + 6 <= area.width)
		draw_format(area.y, area.x + 2, area.width - 4, STYLE_FAINT, " %s ", legend);
	draw_text(area.y + 1, area.x + 1, area.width - 2, STYLE_HEAD, head);
}

/* Two lines: when and what; where, how many, what is wrong. */
static void
event_draw(struct calendar *calendar, struct ui *ui, const struct calendar_event *event, bool focus,
	   struct area area)
{
	g_autofree char *hours = calendar_hours(event->start, event->end);
	g_autofree char *state = calendar_seats(calendar, event);
	const char *warning = calendar_warning(calendar, ui, event->event_id);
	g_autofree char *second = g_strconcat(event->place != NULL ? event->place : "",
					      event->place != NULL ? " · " : "", state, NULL);
	draw_text(area.y, area.x, 1, STYLE_KEY, focus ? ">" : "");
	draw_text(area.y, area.x + 1, TITLE_AT - 2, STYLE_PLAIN, hours);
	draw_text(area.y, area.x + TITLE_AT, area.width - TITLE_AT - 1,
		  focus ? STYLE_HEAD : calendar_style(calendar, event), event->title);
	if (area.height < 2)
		return;
	int x = area.x + TITLE_AT;
	x += draw_text(area.y + 1, x, area.width - TITLE_AT - 1, STYLE_FAINT, second);
	if (*warning != '\0')
		draw_format(area.y + 1, x + 2, area.x + area.width - x - 3, STYLE_WARNING, "! %s",
			    warning);
}

static int
busy_draw(const struct calendar *calendar, struct area area)
{
	int y = 0;
	for (guint i = 0; i < calendar->period->busy->len && y < area.height; i++) {
		const struct finder_busy *busy =
			&g_array_index(calendar->period->busy, struct finder_busy, i);
		if (calendar->day < busy->first || calendar->day > busy->last)
			continue;
		bool alone = busy->first == busy->last;
		g_autofree char *hours =
			alone ? calendar_hours(busy->start, busy->end) : g_strdup("");
		draw_text(area.y + y, area.x + 1, TITLE_AT - 2, STYLE_FAINT, hours);
		draw_format(area.y + y, area.x + TITLE_AT, area.width - TITLE_AT - 1, STYLE_FAINT,
			    "%s · %s", busy->source, busy->title);
		y++;
	}
	return y;
}

void
calendar_day_draw(struct calendar *calendar, struct ui *ui, struct area area)
{
	head_draw(calendar, area);
	struct area rest = {area.y + 2, area.x, area.height - 2, area.width};
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	int room = MAX(rest.height / 2, 1);
	guint top = calendar->index >= (guint)room ? calendar->index - (guint)room + 1 : 0;
	int used = 0;
	for (guint i = top; i < events->len && used < rest.height; i++, used += 2)
		event_draw(calendar, ui, g_ptr_array_index(events, i), i == calendar->index,
			   (struct area){rest.y + used, rest.x, rest.height - used, rest.width});
	rest.y += used;
	rest.height -= used;
	if (rest.height > 0 && busy_draw(calendar, rest) == 0 && events->len == 0)
		draw_text(rest.y, rest.x + 1, rest.width - 2, STYLE_FAINT,
			  _("Nothing that day. n: make an event · z: find a date"));
}
