/* The timetable as it is drawn. */
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/timetable_private.h"

#define TIME_WIDTH 12
#define CELL_LEAST 16

/* What has no room has a column where it stands beside something; alone, it has all the width. */
static guint
columns_count(const struct timetable *table)
{
	for (guint i = 0; i < table->rows->len; i++) {
		const GPtrArray *cells = g_array_index(table->rows, struct timetable_row, i).cells;
		for (guint j = 0; cells != NULL && cells->len > 1 && j < cells->len; j++)
			if (((const struct session *)cells->pdata[j])->room_id == 0)
				return table->rooms->len;
	}
	return MAX(table->rooms->len, 2) - 1;
}

/* Of the columns, one for each room, when all of them fit; else 0: those of each row share its
 * width. */
static int
cell_width(const struct timetable *table, struct area area)
{
	int width = (area.width - TIME_WIDTH - 2) / (int)columns_count(table);
	return width >= CELL_LEAST ? width : 0;
}

static void
draw_head(const struct timetable *table, struct area area, int width)
{
	bool any = table->rooms->len > 1; /* beside none */
	guint n = any && width > 0 ? columns_count(table) : 0;
	for (guint i = 0; i < n; i++)
		draw_text(area.y, area.x + TIME_WIDTH + 2 + (int)i * width, width - 1, STYLE_HEAD,
			  table->room_names->pdata[i]);
}

static char *
times_text(const struct session *session)
{
	if (session->start_time == NULL)
		return g_strdup("–");
	g_autofree char *start = time_text(session->start_time, false);
	g_autofree char *end = time_text(session->end_time, false);
	return session->end_time != NULL ? g_strdup_printf("%s–%s", start, end)
					 : g_steal_pointer(&start);
}

/* Its title; its own end, where another stands at the left; that it overlaps. */
static char *
cell_text(const struct timetable *table, const struct session *session, const struct session *first,
	  bool names)
{
	GString *text = g_string_new(timetable_overlaps(table, session) ? "! " : "");
	g_string_append(text, session->title);
	if (g_strcmp0(session->end_time, first->end_time) != 0 && session->end_time != NULL) {
		g_autofree char *end = time_text(session->end_time, false);
		g_string_append_printf(text, " %s%s", draw_letter("→", "->"), end);
	}
	if (names && session->room_id != 0) {
		guint place = timetable_room_place(table, session->room_id);
		g_string_append_printf(text, " · %s",
				       (const char *)table->room_names->pdata[place]);
	}
	return g_string_free(text, FALSE);
}

static void
draw_cell_of(const struct timetable *table, const struct session *session,
	     const struct session *first, struct area area, bool names)
{
	bool focus = session == timetable_current(table);
	bool moving = focus && table->moving != 0;
	enum style style = moving                               ? STYLE_MARKED
			   : focus                              ? STYLE_FOCUS
			   : timetable_overlaps(table, session) ? STYLE_WARNING
								: STYLE_PLAIN;
	g_autofree char *text = cell_text(table, session, first, names);
	g_autofree char *shown = g_strdup_printf("%s%s", focus ? ">" : " ", text);
	if (focus)
		draw_cell(area.y, area.x, area.width - 1, style, shown);
	else
		draw_text(area.y, area.x, area.width - 1, style, shown);
	if (focus)
		draw_cursor(area.y, area.x);
}

/* One session alone, wherever it is, has the width of all. */
static void
draw_sessions(const struct timetable *table, const GPtrArray *cells, struct area area, int width)
{
	const struct session *first = cells->pdata[0];
	g_autofree char *times = times_text(first);
	draw_text(area.y, area.x + 1, TIME_WIDTH, STYLE_PLAIN, times);
	int x = area.x + TIME_WIDTH + 1, room = area.width - TIME_WIDTH - 1;
	int share = room / (int)cells->len;
	for (guint i = 0; i < cells->len; i++) {
		const struct session *session = cells->pdata[i];
		int place = (int)timetable_room_place(table, session->room_id);
		bool in_column = width > 0 && (cells->len > 1 || session->room_id != 0);
		bool twice =
			in_column && i > 0 &&
			((const struct session *)cells->pdata[i - 1])->room_id == session->room_id;
		int at = in_column && !twice ? x + place * width : x + (int)i * share;
		int wide = in_column && cells->len > 1 ? width
			   : in_column                 ? area.x + area.width - at
						       : share;
		draw_cell_of(table, session, first, (struct area){area.y, at, 1, wide}, width == 0);
	}
}

static guint
row_of_current(const struct timetable *table)
{
	const struct session *current = timetable_current(table);
	for (guint i = 0; i < table->rows->len; i++) {
		const GPtrArray *cells = g_array_index(table->rows, struct timetable_row, i).cells;
		if (cells != NULL && g_ptr_array_find((GPtrArray *)(gsize)cells, current, NULL))
			return i;
	}
	return 0;
}

static void
timetable_scroll(struct timetable *table, guint page)
{
	guint at = row_of_current(table);
	if (at < table->top + 1)
		table->top = at > 0 ? at - 1 : 0;
	if (at >= table->top + page)
		table->top = at - page + 1;
	if (table->rows->len <= page)
		table->top = 0;
}

static void
draw_row(const struct timetable *table, const struct timetable_row *row, struct area area,
	 int width)
{
	if (row->kind == ROW_SESSIONS)
		draw_sessions(table, row->cells, area, width);
	else if (row->kind == ROW_GAP)
		draw_format(area.y, area.x + TIME_WIDTH + 2, area.width - TIME_WIDTH - 2,
			    STYLE_FAINT, "· %s", row->text);
	else
		draw_text(area.y, area.x + (row->kind == ROW_DAY ? 0 : 1), area.width - 1,
			  row->kind == ROW_DAY ? STYLE_HEAD : STYLE_FAINT, row->text);
}

void
timetable_draw(struct timetable *table, struct ui *ui, struct area area)
{
	(void)ui;
	if (table->rows->len == 0) {
		draw_text(area.y + 1, area.x + 3, area.width - 4, STYLE_FAINT,
			  _("No session yet. n: add the first one"));
		return;
	}
	if (table->moving != 0) {
		int lines = draw_paragraph((struct area){area.y, area.x, 2, area.width}, STYLE_GOOD,
					   _("Moving: ↑↓ earlier or later · ←→ another room · "
					     "Enter puts it down · "
					     "Esc gives it back"));
		area.y += lines;
		area.height -= lines;
	}
	int width = cell_width(table, area);
	draw_head(table, area, width);
	int head = width > 0 ? 1 : 0;
	guint page = (guint)MAX(area.height - head, 1);
	timetable_scroll(table, page);
	for (guint i = 0; i < page && table->top + i < table->rows->len; i++)
		draw_row(table, &g_array_index(table->rows, struct timetable_row, table->top + i),
			 (struct area){area.y + head + (int)i, area.x, 1, area.width}, width);
}
