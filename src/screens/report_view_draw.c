#include "base/i18n.h"
#include "base/text.h"
#include "screens/report_view_private.h"

#define VALUE_WIDTH 9 /* of a line that is a figure */

static int
figure_label(struct area area)
{
	return MIN(42, area.width - 2 - 3 * VALUE_WIDTH);
}

static void
head_figures(const struct report_view *view, int y, struct area area)
{
	int x = area.x + 2 + figure_label(area);
	draw_right(y, x, VALUE_WIDTH, STYLE_FAINT, view->report->year);
	draw_right(y, x + VALUE_WIDTH, VALUE_WIDTH, STYLE_FAINT, view->report->year_before);
	draw_right(y, x + 2 * VALUE_WIDTH, VALUE_WIDTH, STYLE_FAINT, "±");
}

/* The title keeps clear of the heads of the columns, which stand at the right of the same line. */
static void
head_draw(struct report_view *view, const struct report_table *table, int y, struct area area)
{
	int x = area.x + area.width;
	if (table->n_lines > 0 && table->lines_are_figures && table->year_before != NULL) {
		x = area.x + 2 + figure_label(area);
		head_figures(view, y, area);
	} else if (table->n_lines > 0 && !table->lines_are_figures) {
		view_layout_make(view, table, area.width - 2);
		x = area.x + 2 + view->layout.label;
	}
	const struct view_layout *layout = &view->layout;
	int at = x, clear = x;
	for (guint i = 0; !table->lines_are_figures && table->n_lines > 0 && i < layout->n; i++) {
		const struct view_column *column = &layout->columns[i];
		draw_right(y, at, column->width, STYLE_FAINT, column->head);
		if (i == 0)
			clear += column->width - text_width(column->head);
		at += column->width;
	}
	draw_text(y, area.x, clear - area.x - 1, STYLE_HEAD, table->label);
}

/* Half a note says nothing; that of the line one is on stands whole below. */
static bool
note_fits(const struct report_view *view, const struct report_line *line, struct area area)
{
	int values = view->report->before != NULL ? 3 : 1;
	int room = area.width - 2 - figure_label(area) - values * VALUE_WIDTH - VIEW_GAP;
	return line->note != NULL && text_width(line->note) <= room;
}

static void
figure_draw(const struct report_view *view, const struct view_line *line, int y, enum style style,
	    struct area area)
{
	const struct report_line *row = &line->table->lines[line->line];
	g_autofree char *label = report_line_label(row);
	g_autofree char *value = report_text(row->now[0], row->unit);
	int width = figure_label(area), x = area.x + 2 + width;
	int indent = row->within ? 2 : 0;
	draw_text(y, area.x + 2 + indent, width - indent, style, label);
	draw_right(y, x, VALUE_WIDTH, style, value);
	x += VALUE_WIDTH;
	if (view->report->before != NULL) {
		g_autofree char *before = report_text(row->before[0], row->unit);
		g_autofree char *change = report_difference(row->now[0], row->before[0], row->unit);
		draw_right(y, x, VALUE_WIDTH, style, before);
		draw_right(y, x + VALUE_WIDTH, VALUE_WIDTH, style, change);
		x += 2 * VALUE_WIDTH;
	}
	if (note_fits(view, row, area))
		draw_text(y, x + VIEW_GAP, text_width(row->note),
			  style == STYLE_FOCUS ? style : STYLE_FAINT, row->note);
}

static void
row_draw(const struct view_line *line, int y, enum style style, struct area area)
{
	int width = line->value != NULL ? figure_label(area) : area.width - 2;
	int x = area.x + 2 + width;
	draw_text(y, area.x + 2, width, style, line->text);
	if (line->value != NULL)
		draw_right(y, x, VALUE_WIDTH, style, line->value);
	if (line->beside != NULL)
		draw_text(y, x + VALUE_WIDTH + VIEW_GAP,
			  area.x + area.width - x - VALUE_WIDTH - VIEW_GAP,
			  style == STYLE_FOCUS ? style : STYLE_FAINT, line->beside);
}

static void
counts_draw(struct report_view *view, const struct view_line *line, int y, enum style style,
	    struct area area)
{
	view_layout_make(view, line->table, area.width - 2);
	int x = area.x + 2 + view->layout.label;
	draw_text(y, area.x + 2, view->layout.label - 1, style,
		  line->table->lines[line->line].label);
	for (guint i = 0; i < view->layout.n; i++) {
		g_autofree char *text =
			report_shown_text(line->table, line->line, &view->layout.columns[i].shown);
		draw_right(y, x, view->layout.columns[i].width, style, text);
		x += view->layout.columns[i].width;
	}
}

static void
line_draw(struct report_view *view, guint place, int y, struct area area)
{
	const struct view_line *line = view_line_at(view, place);
	bool focus = place == view->cursor && view_line_stops(view, place);
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	if (view_line_stops(view, place))
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	if (focus) {
		draw_cell(y, area.x, area.width, style, ">");
		draw_cursor(y, area.x);
	}
	switch (line->kind) {
	case VIEW_BLANK:
		break;
	case VIEW_TEXT:
		draw_text(y, area.x, area.width, line->style, line->text);
		break;
	case VIEW_HEAD:
		head_draw(view, line->table, y, area);
		break;
	case VIEW_ROW:
		row_draw(line, y, style, area);
		break;
	case VIEW_FIGURE:
		figure_draw(view, line, y, style, area);
		break;
	case VIEW_COUNTS:
		counts_draw(view, line, y, style, area);
		break;
	case VIEW_LINK:
		draw_text(y, area.x + 2, area.width - 2, style, line->table->label);
		break;
	}
}

/* Of what is scrolled away, the heads of the columns stay. */
static const struct report_table *
table_scrolled(const struct report_view *view)
{
	if (view->top >= view->lines->len)
		return NULL;
	const struct view_line *first = view_line_at(view, view->top);
	return first->kind == VIEW_COUNTS || first->kind == VIEW_FIGURE ? first->table : NULL;
}

/* The lines above the first where one can stand can be reached too, and those below the last. */
static bool
first_is_focus(const struct report_view *view)
{
	for (guint i = 0; i < view->cursor; i++)
		if (view_line_stops(view, i))
			return false;
	return true;
}

static bool
last_is_focus(const struct report_view *view)
{
	for (guint i = view->cursor + 1; i < view->lines->len; i++)
		if (view_line_stops(view, i))
			return false;
	return true;
}

static void
scroll(struct report_view *view)
{
	guint page = view->page, n = view->lines->len;
	if (last_is_focus(view) && n > page)
		view->top = MIN(view->cursor, n - page);
	if (first_is_focus(view) && view->cursor < page)
		view->top = 0;
	if (view->cursor < view->top + 1)
		view->top = view->cursor > 0 ? view->cursor - 1 : 0;
	if (view->cursor >= view->top + page)
		view->top = view->cursor - page + 1;
}

static bool
notes_need_room(const struct report_view *view, struct area area)
{
	for (guint i = 0; i < view->lines->len; i++) {
		const struct view_line *line = view_line_at(view, i);
		const struct report_line *row =
			line->kind == VIEW_FIGURE ? &line->table->lines[line->line] : NULL;
		if (row != NULL && row->note != NULL && !note_fits(view, row, area))
			return true;
	}
	return false;
}

/* What exactly the figure is that one is on. */
static void
note_draw(const struct report_view *view, int y, struct area area)
{
	if (view->cursor >= view->lines->len)
		return;
	const struct view_line *line = view_line_at(view, view->cursor);
	if (line->kind != VIEW_FIGURE || line->table->lines[line->line].note == NULL)
		return;
	const struct report_line *row = &line->table->lines[line->line];
	g_autofree char *label = report_line_label(row);
	g_autofree char *text = g_strdup_printf(_("%s: %s"), label, row->note);
	draw_text(y, area.x, area.width, STYLE_FAINT, text);
}

void
report_view_draw(struct report_view *view, struct area area)
{
	view_texts_wrap(view, MAX(area.width, 1));
	if (notes_need_room(view, area) && area.height > 2) {
		area.height--;
		note_draw(view, area.y + area.height, area);
	}
	view->page = (guint)MAX(1, area.height);
	scroll(view);
	const struct report_table *scrolled = table_scrolled(view);
	for (guint i = 0; i < view->page && view->top + i < view->lines->len; i++)
		if (i > 0 || scrolled == NULL)
			line_draw(view, view->top + i, area.y + (int)i, area);
	if (scrolled != NULL)
		head_draw(view, scrolled, area.y, area);
}
