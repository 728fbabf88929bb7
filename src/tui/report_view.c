#include "tui/report_view.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/chooser.h"

#define LABEL_LEAST 18
#define LABEL_MOST  40
#define VALUE_WIDTH 9 /* of a line that is a figure */
#define GAP         2

struct view_line {
	enum {
		VIEW_BLANK,
		VIEW_TEXT,
		VIEW_HEAD,   /* of a table */
		VIEW_ROW,    /* one can stand on it, and it opens nothing */
		VIEW_FIGURE, /* a line that is a figure */
		VIEW_COUNTS, /* one of several columns */
		VIEW_LINK,
	} kind;
	const struct report_table *table;
	guint line;           /* of the table */
	char *text;           /* of VIEW_TEXT and VIEW_ROW: what stands on this line */
	char *value, *beside; /* of VIEW_ROW; may be NULL */
	char *paragraph;      /* all of it, at its first line; NULL: a line that follows */
	enum style style;
};

/* One column where it stands. */
struct shown_column {
	struct report_shown shown;
	char *head;
	int width;
};

struct layout {
	struct shown_column columns[REPORT_SHOWN_MAX];
	guint n;
	int label;
};

struct report_view {
	const Report *report;
	GArray *lines; /* struct view_line */
	guint cursor, top, page;
	const struct report_table *laid; /* what LAYOUT is of */
	int laid_width;
	struct layout layout;
	int wrapped; /* the width for which texts are parted into lines */
};

static void
view_line_clear(gpointer pointer)
{
	struct view_line *line = pointer;
	g_free(line->text);
	g_free(line->value);
	g_free(line->beside);
	g_free(line->paragraph);
}

struct report_view *
report_view_new(const Report *report)
{
	struct report_view *view = g_new0(struct report_view, 1);
	view->report = report;
	view->lines = g_array_new(FALSE, TRUE, sizeof(struct view_line));
	g_array_set_clear_func(view->lines, view_line_clear);
	return view;
}

static void
layout_clear(struct layout *layout)
{
	for (guint i = 0; i < layout->n; i++)
		g_free(layout->columns[i].head);
	layout->n = 0;
}

void
report_view_free(struct report_view *view)
{
	if (view == NULL)
		return;
	layout_clear(&view->layout);
	g_array_unref(view->lines);
	g_free(view);
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static const struct view_line *
line_at(const struct report_view *view, guint place)
{
	return &g_array_index(view->lines, struct view_line, place);
}

static bool
line_stops(const struct report_view *view, guint place)
{
	return line_at(view, place)->kind >= VIEW_ROW;
}

static void
line_add(struct report_view *view, struct view_line line)
{
	g_array_append_val(view->lines, line);
	guint last = view->lines->len - 1;
	if (line.kind >= VIEW_ROW && !line_stops(view, view->cursor))
		view->cursor = last;
}

static void
blank_add(struct report_view *view)
{
	if (view->lines->len > 0)
		line_add(view, (struct view_line){.kind = VIEW_BLANK});
}

void
report_view_add_text(struct report_view *view, const char *text, enum style style)
{
	line_add(view, (struct view_line){.kind = VIEW_TEXT,
					  .text = g_strdup(text),
					  .paragraph = g_strdup(text),
					  .style = style});
}

void
report_view_add_heading(struct report_view *view, const char *text)
{
	blank_add(view);
	report_view_add_text(view, text, STYLE_HEAD);
}

void
report_view_add_row(struct report_view *view, const char *label, const char *value,
		    const char *beside)
{
	line_add(view, (struct view_line){.kind = VIEW_ROW,
					  .text = g_strdup(label),
					  .value = g_strdup(value),
					  .beside = g_strdup(beside)});
}

void
report_view_add_table(struct report_view *view, const struct report_table *table)
{
	blank_add(view);
	line_add(view, (struct view_line){.kind = VIEW_HEAD, .table = table});
	if (table->note != NULL)
		report_view_add_text(view, table->note, STYLE_FAINT);
	for (guint i = 0; i < table->n_lines; i++)
		line_add(view, (struct view_line){.kind = table->lines_are_figures ? VIEW_FIGURE
										   : VIEW_COUNTS,
						  .table = table,
						  .line = i});
}

void
report_view_add_link(struct report_view *view, const struct report_table *table)
{
	line_add(view, (struct view_line){.kind = VIEW_LINK, .table = table});
}

guint
report_view_place(const struct report_view *view)
{
	return view->cursor;
}

void
report_view_go(struct report_view *view, guint place)
{
	guint at = MIN(place, view->lines->len > 0 ? view->lines->len - 1 : 0);
	if (at < view->lines->len && line_stops(view, at))
		view->cursor = at;
}

/* ---- columns ------------------------------------------------------------------------------------
 */

static void
column_measure(const struct report_table *table, struct shown_column *column, bool brief)
{
	g_free(column->head);
	column->head = report_shown_head(table, &column->shown, brief);
	column->width = text_width(column->head);
	for (guint i = 0; i < table->n_lines; i++) {
		g_autofree char *text = report_shown_text(table, i, &column->shown);
		column->width = MAX(column->width, text_width(text));
	}
	column->width += GAP;
}

static int
layout_width(const struct layout *layout)
{
	int width = 0;
	for (guint i = 0; i < layout->n; i++)
		width += layout->columns[i].width;
	return width;
}

static void
layout_measure(struct layout *layout, const struct report_table *table, bool brief)
{
	for (guint i = 0; i < layout->n; i++)
		column_measure(table, &layout->columns[i], brief);
}

static void
layout_drop(struct layout *layout, guint place)
{
	g_free(layout->columns[place].head);
	layout->n--;
	memmove(&layout->columns[place], &layout->columns[place + 1],
		(layout->n - place) * sizeof layout->columns[0]);
}

/* The column to go without: of the comparison first, then the last one that does not lead. */
static guint
layout_least(const struct layout *layout, const struct report_table *table)
{
	for (guint i = layout->n; i > 0; i--)
		if (layout->columns[i - 1].shown.aspect != SHOWN_NOW)
			return i - 1;
	bool leads = layout->columns[layout->n - 1].shown.column == table->lead;
	return layout->n - (leads ? 2 : 1);
}

static void
layout_fit(struct layout *layout, const struct report_table *table, int room)
{
	while (layout->n > 1 && layout_width(layout) > room)
		layout_drop(layout, layout_least(layout, table));
}

static void
layout_columns(struct layout *layout, const struct report_table *table)
{
	struct report_shown shown[REPORT_SHOWN_MAX];
	layout->n = report_table_shown(table, shown);
	for (guint i = 0; i < layout->n; i++)
		layout->columns[i] = (struct shown_column){.shown = shown[i]};
}

static int
label_width(const struct report_table *table)
{
	int width = 0;
	for (guint i = 0; i < table->n_lines; i++) {
		g_autofree char *label = report_line_label(&table->lines[i]);
		width = MAX(width, text_width(label));
	}
	return width;
}

/* Whole words where there is room for them and for the labels, short ones elsewhere. */
static void
layout_make(struct report_view *view, const struct report_table *table, int width)
{
	struct layout *layout = &view->layout;
	if (view->laid == table && view->laid_width == width)
		return;
	layout_clear(layout);
	view->laid = table;
	view->laid_width = width;
	int label = CLAMP(label_width(table), LABEL_LEAST, LABEL_MOST);
	int least = MIN(label, MAX(LABEL_LEAST, width * 3 / 10));
	layout_columns(layout, table);
	layout_measure(layout, table, false);
	if (layout_width(layout) > width - label)
		layout_measure(layout, table, true);
	layout_fit(layout, table, width - least);
	layout->label = MIN(LABEL_MOST, width - layout_width(layout));
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

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
		layout_make(view, table, area.width - 2);
		x = area.x + 2 + view->layout.label;
	}
	const struct layout *layout = &view->layout;
	int at = x, clear = x;
	for (guint i = 0; !table->lines_are_figures && table->n_lines > 0 && i < layout->n; i++) {
		const struct shown_column *column = &layout->columns[i];
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
	int room = area.width - 2 - figure_label(area) - values * VALUE_WIDTH - GAP;
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
	int indent = row->part ? 2 : 0;
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
		draw_text(y, x + GAP, text_width(row->note),
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
		draw_text(y, x + VALUE_WIDTH + GAP, area.x + area.width - x - VALUE_WIDTH - GAP,
			  style == STYLE_FOCUS ? style : STYLE_FAINT, line->beside);
}

static void
counts_draw(struct report_view *view, const struct view_line *line, int y, enum style style,
	    struct area area)
{
	layout_make(view, line->table, area.width - 2);
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
	const struct view_line *line = line_at(view, place);
	bool focus = place == view->cursor && line_stops(view, place);
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
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
	const struct view_line *first = line_at(view, view->top);
	return first->kind == VIEW_COUNTS || first->kind == VIEW_FIGURE ? first->table : NULL;
}

/* The lines above the first where one can stand can be reached too, and those below the last. */
static bool
first_is_focus(const struct report_view *view)
{
	for (guint i = 0; i < view->cursor; i++)
		if (line_stops(view, i))
			return false;
	return true;
}

static bool
last_is_focus(const struct report_view *view)
{
	for (guint i = view->cursor + 1; i < view->lines->len; i++)
		if (line_stops(view, i))
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

/* ---- long texts ---------------------------------------------------------------------------------
 */

/* The end of what of TEXT fits into WIDTH columns, between two words where there are any. */
static const char *
text_fit(const char *text, int width)
{
	const char *fits = text, *end = text;
	int columns = 0;
	while (*end != '\0') {
		const char *next = text_next(end);
		g_autofree char *letter = g_strndup(end, (gsize)(next - end));
		columns += text_width(letter);
		if (columns > width)
			return fits > text ? fits : end > text ? end : next;
		if (*end == ' ')
			fits = next;
		end = next;
	}
	return end;
}

static void
paragraph_part(GArray *lines, const struct view_line *line, int width)
{
	const char *rest = line->paragraph;
	do {
		const char *end = text_fit(rest, width);
		struct view_line part = {.kind = VIEW_TEXT,
					 .text = g_strndup(rest, (gsize)(end - rest)),
					 .style = line->style};
		if (rest == line->paragraph)
			part.paragraph = g_strdup(line->paragraph);
		g_array_append_val(lines, part);
		rest = end;
	} while (*rest != '\0');
}

/* Texts are parted anew when the width has changed; the cursor stays on its line. */
static void
texts_wrap(struct report_view *view, int width)
{
	if (view->wrapped == width)
		return;
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct view_line));
	guint cursor = 0;
	for (guint i = 0; i < view->lines->len; i++) {
		struct view_line *line = &g_array_index(view->lines, struct view_line, i);
		if (i == view->cursor)
			cursor = lines->len;
		if (line->kind == VIEW_TEXT && line->paragraph != NULL)
			paragraph_part(lines, line, width);
		if (line->kind == VIEW_TEXT)
			continue;
		g_array_append_val(lines, *line);
		*line = (struct view_line){.kind = VIEW_BLANK}; /* its texts have moved */
	}
	g_array_unref(view->lines);
	view->lines = lines;
	g_array_set_clear_func(view->lines, view_line_clear);
	view->cursor = cursor;
	view->wrapped = width;
}

static bool
notes_need_room(const struct report_view *view, struct area area)
{
	for (guint i = 0; i < view->lines->len; i++) {
		const struct view_line *line = line_at(view, i);
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
	const struct view_line *line = line_at(view, view->cursor);
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
	texts_wrap(view, MAX(area.width, 1));
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

/* ---- keys ---------------------------------------------------------------------------------------
 */

/* The next line where one can stand from AT on, downwards or up; the number of lines when there is
 * none. */
static guint
next_that_stops(const struct report_view *view, guint at, bool down)
{
	while (at < view->lines->len && !line_stops(view, at))
		at = down ? at + 1 : at > 0 ? at - 1 : view->lines->len;
	return at;
}

/* On to a line where one can stand, the way one was going; at the ends, back to the last of them.
 */
bool
report_view_key(struct report_view *view, const struct key *key)
{
	guint at = view->cursor, before = at;
	if (!key_moves(key, &at, view->lines->len, view->page))
		return false;
	bool down = at >= before;
	guint found = next_that_stops(view, at, down);
	if (found == view->lines->len)
		found = next_that_stops(view, at, !down);
	if (found < view->lines->len)
		view->cursor = found;
	return true;
}

/* ---- opening ------------------------------------------------------------------------------------
 */

struct opening {
	report_view_cell cell;
	gpointer user;
	GArray *cells;     /* struct report_cell */
	GPtrArray *labels; /* char * */
	GArray *values;    /* gint64 */
	char *line;        /* words of the line; NULL: none */
};

static void
opening_free(gpointer pointer)
{
	struct opening *opening = pointer;
	g_array_unref(opening->cells);
	g_ptr_array_unref(opening->labels);
	g_array_unref(opening->values);
	g_free(opening->line);
	g_free(opening);
}

static char *
words_of(const char *figure, const char *line, gint64 value, enum report_unit unit)
{
	g_autofree char *number = report_text(value, unit);
	return line != NULL ? g_strdup_printf(_("%s, %s: %s"), figure, line, number)
			    : g_strdup_printf(_("%s: %s"), figure, number);
}

static void
figure_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct opening *opening = user;
	const struct report_cell *cell = &g_array_index(opening->cells, struct report_cell, index);
	const char *label = opening->labels->pdata[index];
	bool parted = cell->across != REPORT_ALL;
	g_autofree char *line =
		parted ? g_strdup_printf("%s, %s", opening->line, label) : g_strdup(opening->line);
	g_autofree char *words = words_of(parted ? report_figure_label(cell->figure) : label, line,
					  g_array_index(opening->values, gint64, index),
					  report_figure_unit(cell->figure));
	opening->cell(ui, cell, words, opening->user);
}

/* "29 · 2025 : 12". */
static char *
counts_text(const Report *report, const struct report_cell *cell, gint64 value,
	    enum report_unit unit)
{
	g_autofree char *now = report_text(value, unit);
	if (report->before == NULL)
		return g_steal_pointer(&now);
	g_autofree char *before = report_text(report_count(report->before, cell), unit);
	return g_strdup_printf(_("%s · %s: %s"), now, report->year_before, before);
}

static void
offer(struct opening *opening, struct chooser *chooser, struct report_cell cell, const char *label,
      const Report *report)
{
	enum report_unit unit = report_figure_unit(cell.figure);
	gint64 value = report_count(report->now, &cell);
	g_autofree char *number = counts_text(report, &cell, value, unit);
	g_array_append_val(opening->cells, cell);
	g_array_append_val(opening->values, value);
	g_ptr_array_add(opening->labels, g_strdup(label));
	chooser_add(chooser, label, number);
}

static void
ask_which(struct report_view *view, struct ui *ui, const struct view_line *line,
	  report_view_cell cell, gpointer user)
{
	const struct report_table *table = line->table;
	struct opening *opening = g_new0(struct opening, 1);
	*opening = (struct opening){
		.cell = cell,
		.user = user,
		.cells = g_array_new(FALSE, FALSE, sizeof(struct report_cell)),
		.labels = g_ptr_array_new_with_free_func(g_free),
		.values = g_array_new(FALSE, FALSE, sizeof(gint64)),
		.line = g_strdup(table->lines[line->line].label),
	};
	struct chooser *chooser = chooser_new(opening->line, figure_chosen, opening, opening_free);
	for (guint j = 0; j < table->n_columns; j++)
		if (!table->columns[j].spare)
			offer(opening, chooser, report_table_cell(table, line->line, j),
			      table->columns[j].label, view->report);
	for (const enum report_figure *more = report_section_more(table->section);
	     *more != REPORT_FIGURES; more++) {
		struct report_cell asked = report_table_cell(table, line->line, 0);
		asked.figure = *more;
		offer(opening, chooser, asked, report_figure_label(*more), view->report);
	}
	chooser_show(chooser, ui, table->lead);
}

void
report_view_open(struct report_view *view, struct ui *ui, report_view_cell cell,
		 report_view_section section, gpointer user)
{
	if (view->cursor >= view->lines->len || line_at(view, view->cursor)->kind < VIEW_FIGURE)
		return;
	const struct view_line *line = line_at(view, view->cursor);
	if (line->kind == VIEW_LINK) {
		section(ui, line->table->section, user);
		return;
	}
	if (line->kind == VIEW_COUNTS) {
		ask_which(view, ui, line, cell, user);
		return;
	}
	const struct report_line *row = &line->table->lines[line->line];
	struct report_cell asked = report_table_cell(line->table, line->line, 0);
	g_autofree char *label = report_line_label(row);
	g_autofree char *words = words_of(label, NULL, row->now[0], row->unit);
	cell(ui, &asked, words, user);
}
