/* The figures of a year on A4, section by section, bars where a form is seen at a glance. */
#include "base/i18n.h"
#include "print/flow.h"
#include "print/module.h"
#include "print/plot.h"

#define LEAST_ROW    (4.6 * MM)
#define SECTION_GAP  14.0
#define GAP          4.0
#define LABEL_SHARE  0.34 /* of the width of a table; the rest is for its numbers */
#define LABEL_NARROW 0.24 /* where there are MANY_COLUMNS of them */
#define MANY_COLUMNS 8
#define FIGURE_LABEL 0.36
#define FIGURE_VALUE 0.11
#define LINES_KEPT   3   /* of a table together: with its title, and at its end */
#define WHOLE_SHARE  0.5 /* of a page: a table below it is not parted */

static const struct label_style section_style = {.size = 12,
						 .least = 9,
						 .lines = 1,
						 .bold = true,
						 .tallest = 40};
static const struct label_style note_style = {.size = 8, .least = 7, .lines = 3, .tallest = 40};
static const struct label_style cell_style = {.size = 8.5, .least = 6.5, .lines = 2};
static const struct label_style number_style = {.size = 8.5,
						.least = 6,
						.lines = 1,
						.align = PANGO_ALIGN_RIGHT};

struct printing {
	const struct year_report *report;
	Flow *flow;
	GPtrArray *plots;
	double width;
};

/* ---- tables -------------------------------------------------------------------------------------
 */

static Table *
figures_table(const struct printing *printing, const struct report_table *table)
{
	double width = printing->width, value = width * FIGURE_VALUE;
	const struct grid_column columns[] = {
		{"", width * FIGURE_LABEL, &cell_style},
		{table->year, value, &number_style},
		{table->year_before, value, &number_style},
		{"±", value, &number_style},
		{_("What is counted"), width * (1 - FIGURE_LABEL) - 3 * value, &cell_style},
	};
	Table *grid = grid_new(flow_ink(printing->flow), columns, G_N_ELEMENTS(columns), LEAST_ROW);
	for (guint i = 0; i < table->n_lines; i++) {
		const struct report_line *line = &table->lines[i];
		g_autofree char *label = report_line_shown(line);
		g_autofree char *now = report_text(line->now[0], line->unit);
		g_autofree char *before = report_text(line->before[0], line->unit);
		g_autofree char *change =
			report_difference(line->now[0], line->before[0], line->unit);
		grid_add_row(grid);
		grid_put(grid, 0, label);
		grid_put(grid, 1, now);
		grid_put(grid, 2, before);
		grid_put(grid, 3, change);
		grid_put(grid, 4, line->note);
	}
	return grid;
}

static void
counts_row(Table *grid, const struct report_table *table, guint i, const struct report_shown *shown,
	   guint n)
{
	grid_add_row(grid);
	grid_put(grid, 0, table->lines[i].label);
	for (guint j = 0; j < n; j++) {
		g_autofree char *text = report_shown_text(table, i, &shown[j]);
		grid_put(grid, j + 1, text);
	}
}

static Table *
counts_table(const struct printing *printing, const struct report_table *table)
{
	struct report_shown shown[REPORT_SHOWN_MAX];
	guint n = report_table_shown(table, shown);
	double label = n > MANY_COLUMNS ? LABEL_NARROW : LABEL_SHARE;
	struct grid_column columns[REPORT_SHOWN_MAX + 1] = {
		{"", printing->width * label, &cell_style}};
	char *heads[REPORT_SHOWN_MAX];
	for (guint j = 0; j < n; j++) {
		heads[j] = report_shown_head(table, &shown[j], true);
		columns[j + 1] = (struct grid_column){heads[j], printing->width * (1 - label) / n,
						      &number_style};
	}
	Table *grid = grid_new(flow_ink(printing->flow), columns, n + 1, LEAST_ROW);
	for (guint j = 0; j < n; j++)
		g_free(heads[j]);
	for (guint i = 0; i < table->n_lines; i++)
		counts_row(grid, table, i, shown, n);
	return grid;
}

/* ---- sections -----------------------------------------------------------------------------------
 */

static bool
is_plotted(const struct report_table *table)
{
	return table->section == SECTION_MONTH || table->section == SECTION_PLACE ||
	       table->section == SECTION_FAMILY || table->section == SECTION_DEPARTMENT;
}

static Plot *
section_plot(struct printing *printing, const struct report_table *table)
{
	if (!is_plotted(table))
		return NULL;
	Plot *plot = plot_new(flow_ink(printing->flow), table, printing->width);
	g_ptr_array_add(printing->plots, plot);
	return plot;
}

/* What of a table stands with its title: all of a short one. */
static double
table_begins(const Flow *flow, const Table *grid)
{
	double height = grid_head_height(grid), begins = height;
	for (guint i = 0; i < grid_rows(grid); i++) {
		height += grid_row_height(grid, i);
		if (i < LINES_KEPT)
			begins = height;
	}
	return height <= flow_page_room(flow) * WHOLE_SHARE ? height : begins;
}

static void
section_add(struct printing *printing, const struct report_table *table)
{
	Flow *flow = printing->flow;
	const struct label *title =
		ink_label(flow_ink(flow), &section_style, table->label, printing->width);
	const struct label *note =
		ink_label(flow_ink(flow), &note_style, table->note, printing->width);
	Table *grid = table->lines_are_figures ? figures_table(printing, table)
					       : counts_table(printing, table);
	Plot *plot = section_plot(printing, table);
	double below = plot != NULL ? plot_height(plot) + GAP : 0;
	flow_need(flow, SECTION_GAP + label_height(title) + label_height(note) + below +
				table_begins(flow, grid) + 2 * GAP);
	flow_text(flow, "H3", title, SECTION_GAP);
	if (note != NULL)
		flow_text(flow, "P", note, 0);
	if (plot != NULL)
		flow_drawn(flow, plot_draw, plot, plot_height(plot), GAP);
	flow_table_before(flow, grid, GAP, MIN(LINES_KEPT, grid_rows(grid)), 0);
}

/* A section of zeros says no more than that there is nothing. */
static void
nothing_add(struct printing *printing, const struct report_table *table)
{
	Ink *ink = flow_ink(printing->flow);
	g_autofree char *nothing = report_table_nothing(table);
	const struct label *title = ink_label(ink, &section_style, table->label, printing->width);
	const struct label *text = ink_label(ink, &note_style, nothing, printing->width);
	flow_need(printing->flow, SECTION_GAP + label_height(title) + label_height(text));
	flow_text(printing->flow, "H3", title, SECTION_GAP);
	flow_text(printing->flow, "P", text, 0);
}

static void
plot_destroy(gpointer plot)
{
	plot_free(plot);
}

bool
year_report_print(const struct year_report *report, const char *path, guint *pages,
		  char **missing_letters, GError **error)
{
	const struct page_form form = {.letterhead = &report->letterhead,
				       .reference = &report->reference,
				       .document = _("REPORT"),
				       .title = report->title};
	g_autoptr(Flow) flow = flow_new(&form);
	g_autoptr(GPtrArray) plots = g_ptr_array_new_with_free_func(plot_destroy);
	struct printing printing = {report, flow, plots, page_width(flow_page(flow))};
	flow_head(flow, page_head(flow_page(flow), report->notes));
	for (guint i = 0; i < report->n_tables; i++)
		if (report->tables[i]->lines_are_figures || report_table_tells(report->tables[i]))
			section_add(&printing, report->tables[i]);
		else
			nothing_add(&printing, report->tables[i]);
	return flow_write(flow, path, pages, missing_letters, error);
}
