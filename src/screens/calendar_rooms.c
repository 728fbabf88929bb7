/* Rooms and days: what is taken in a week, and what is free. */
#include <string.h>

#include "base/i18n.h"
#include "core/day_grid.h"
#include "screens/calendar_private.h"

#define LABEL_WIDTH 20 /* of a room, at least */

static const struct calendar_taken *
taken_at(const struct calendar *calendar, gint64 room, int day, guint *n)
{
	const struct calendar_taken *first = NULL;
	*n = 0;
	for (guint i = 0; i < calendar->period->taken->len; i++) {
		const struct calendar_taken *taken =
			&g_array_index(calendar->period->taken, struct calendar_taken, i);
		if (taken->room != room || taken->day != day)
			continue;
		first = first != NULL ? first : taken;
		(*n)++;
	}
	return first;
}

static gint64
room_id(const struct calendar *calendar, guint place)
{
	return g_array_index(calendar->period->room_ids, gint64, place);
}

gint64
calendar_room_event(const struct calendar *calendar)
{
	guint n = 0;
	if (calendar->period->taken == NULL || calendar->room >= calendar->period->room_ids->len)
		return 0;
	const struct calendar_taken *taken =
		taken_at(calendar, room_id(calendar, calendar->room), calendar->day, &n);
	return taken != NULL ? taken->event_id : 0;
}

static void
cell_draw(const struct calendar *calendar, guint place, int day, struct area area)
{
	guint n = 0;
	const struct calendar_taken *taken = taken_at(calendar, room_id(calendar, place), day, &n);
	bool focus = place == calendar->room && day == calendar->day;
	g_autofree char *text =
		taken == NULL ? g_strdup(day_weekday(day) > 5 ? "" : draw_letter("·", "-"))
		: n > 1       ? g_strdup_printf("!%u %s", n, taken->title)
			      : g_strdup(taken->title);
	g_autofree char *shown = g_strconcat(focus ? ">" : "", text, NULL);
	draw_cell(area.y, area.x, area.width,
		  focus           ? STYLE_FOCUS
		  : n > 1         ? STYLE_WARNING
		  : taken == NULL ? STYLE_FAINT
				  : STYLE_PLAIN,
		  shown);
	if (focus)
		draw_cursor(area.y, area.x);
}

static void
heads_draw(const struct calendar *calendar, struct area area, int monday, int label, int width)
{
	draw_text(area.y, area.x + 1, label - 2, STYLE_HEAD, _("Room"));
	for (int i = 0; i < DAYS; i++) {
		g_autofree char *head = calendar_day_head(monday + i);
		g_autofree char *letters = calendar_letters(calendar_mark(calendar, monday + i));
		/* "jeu. 24", "24 FV" where both do not fit */
		const char *number = strrchr(head, ' ');
		bool tight = (width < 8 || (width < 11 && *letters != '\0')) && number != NULL;
		g_autofree char *shown = g_strconcat(tight ? number + 1 : head,
						     *letters != '\0' ? " " : "", letters, NULL);
		draw_text(area.y, area.x + label + i * width, width - 1,
			  monday + i == calendar->day ? STYLE_FOCUS : STYLE_HEAD, shown);
	}
}

void
calendar_rooms_draw(struct calendar *calendar, struct area area)
{
	guint n = calendar->period->room_ids->len;
	if (n == 0) {
		draw_paragraph(area, STYLE_FAINT,
			       _("No room yet: they are those of the places (g l, Enter)"));
		draw_cursor(area.y, area.x);
		return;
	}
	int monday = day_monday(calendar->day);
	int width = CLAMP((area.width - LABEL_WIDTH) / DAYS, 5, 16);
	int label = area.width - DAYS * width, rows = MAX(area.height - 1, 1);
	heads_draw(calendar, area, monday, label, width);
	calendar->room = MIN(calendar->room, n - 1);
	calendar->room_top = MIN(calendar->room_top, calendar->room);
	if (calendar->room >= calendar->room_top + (guint)rows)
		calendar->room_top = calendar->room - (guint)rows + 1;
	for (int i = 0; i < rows && calendar->room_top + (guint)i < n; i++) {
		guint place = calendar->room_top + (guint)i;
		int y = area.y + 1 + i;
		draw_text(y, area.x + 1, label - 2,
			  place == calendar->room ? STYLE_FOCUS : STYLE_PLAIN,
			  g_ptr_array_index(calendar->period->room_names, place));
		for (int j = 0; j < DAYS; j++)
			cell_draw(calendar, place, monday + j,
				  (struct area){y, area.x + label + j * width, 1, width - 1});
	}
}
