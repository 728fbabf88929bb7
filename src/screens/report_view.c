#include "base/i18n.h"
#include "base/text.h"
#include "screens/report_view_private.h"

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
report_view_new(Report *report)
{
	struct report_view *view = g_new0(struct report_view, 1);
	view->report = report_hold(report);
	view->lines = g_array_new(FALSE, TRUE, sizeof(struct view_line));
	g_array_set_clear_func(view->lines, view_line_clear);
	return view;
}

void
report_view_free(struct report_view *view)
{
	if (view == NULL)
		return;
	view_layout_clear(&view->layout);
	g_array_unref(view->lines);
	report_free(view->report);
	g_free(view);
}

/* ---- lines --------------------------------------------------------------------------------------
 */

const struct view_line *
view_line_at(const struct report_view *view, guint place)
{
	return &g_array_index(view->lines, struct view_line, place);
}

bool
view_line_stops(const struct report_view *view, guint place)
{
	return view_line_at(view, place)->kind >= VIEW_ROW;
}

static void
line_add(struct report_view *view, struct view_line line)
{
	g_array_append_val(view->lines, line);
	guint last = view->lines->len - 1;
	if (line.kind >= VIEW_ROW && !view_line_stops(view, view->cursor))
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
	if (at < view->lines->len && view_line_stops(view, at))
		view->cursor = at;
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
		bool first = rest == line->paragraph;
		struct view_line part = {
			.kind = VIEW_TEXT,
			.text = g_strndup(rest, (gsize)(end - rest)),
			.paragraph = first ? g_strdup(line->paragraph) : NULL,
			.style = line->style,
		};
		g_array_append_val(lines, part);
		rest = end;
	} while (*rest != '\0');
}

/* Texts are parted anew when the width has changed; the cursor stays on its line. */
void
view_texts_wrap(struct report_view *view, int width)
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

/* ---- keys ---------------------------------------------------------------------------------------
 */

/* The next line where one can stand from AT on, downwards or up; the number of lines when there is
 * none. */
static guint
next_that_stops(const struct report_view *view, guint at, bool down)
{
	while (at < view->lines->len && !view_line_stops(view, at))
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

bool
report_view_click(struct report_view *view, int line)
{
	if ((guint)line >= view->lines->len || !view_line_stops(view, (guint)line))
		return false;
	view->cursor = (guint)line;
	return true;
}
