/* What is behind a line, asked for when it tells several figures. */
#include "base/i18n.h"
#include "screens/report_view_private.h"
#include "tui/chooser.h"
#include "tui/opener.h"

struct opening {
	Report *report;
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
	report_free(opening->report);
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
	opening->cell(ui, opening->report, cell, words, opening->user);
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
		.report = report_hold(view->report),
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
	if (view->cursor >= view->lines->len ||
	    view_line_at(view, view->cursor)->kind < VIEW_FIGURE)
		return;
	const struct view_line *line = view_line_at(view, view->cursor);
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
	cell(ui, view->report, &asked, words, user);
}

/* ---- copying ------------------------------------------------------------------------------------
 */

/* "Ateliers · Événements : 3 · Participants : 29". Caller frees. */
static char *
columns_text(const struct report_view *view, const struct view_line *line)
{
	const struct report_table *table = line->table;
	g_autoptr(GString) text = g_string_new(table->lines[line->line].label);
	for (guint i = 0; i < table->n_columns; i++) {
		struct report_cell cell = report_table_cell(table, line->line, i);
		enum report_unit unit = report_figure_unit(cell.figure);
		g_autofree char *number = report_text(report_count(view->report->now, &cell), unit);
		g_string_append_printf(text, _(" · %s: %s"), table->columns[i].label, number);
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *
line_text(const struct report_view *view, const struct view_line *line)
{
	if (line->kind == VIEW_COUNTS)
		return columns_text(view, line);
	if (line->kind == VIEW_FIGURE) {
		const struct report_line *row = &line->table->lines[line->line];
		g_autofree char *label = report_line_label(row);
		return words_of(label, NULL, row->now[0], row->unit);
	}
	if (line->kind == VIEW_ROW && line->value != NULL)
		return g_strdup_printf("%s · %s", line->text, line->value);
	return g_strdup(line->kind == VIEW_ROW ? line->text : NULL);
}

void
report_view_copy(const struct report_view *view, struct ui *ui)
{
	bool stands = view != NULL && view->cursor < view->lines->len;
	g_autofree char *text = stands ? line_text(view, view_line_at(view, view->cursor)) : NULL;
	copy_give(ui, _("figure"), text != NULL ? text : "");
}
