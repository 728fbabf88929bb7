#include "print/grid.h"

#define PAD_SIDE   4.0
#define PAD_ABOVE  1.5
#define PAD_HEAD   1.0 /* more, above and below */
#define RULE       0.5
#define RULE_GREY  0.35
#define SHADE_GREY 0.92
#define BAR_GREY   0.55
#define BAR_HEIGHT 7.5

static const struct label_style head_style = {.size = 8.5,
					      .least = 6,
					      .lines = 4,
					      .bold = true,
					      .breaks = true,
					      .tallest = 50,
					      .align = PANGO_ALIGN_CENTER};

/* What stands at one place; a cell takes SPAN columns, those it covers are empty. */
struct grid_cell {
	const struct label *label;
	guint span;
	int bar; /* thousandths; 0: none */
};

struct grid {
	Ink *ink;
	struct grid_column *columns; /* their heads are not kept */
	const struct label **heads;
	guint n_columns;
	double least;
	double width;
	double head_height; /* 0: no head */
	GArray *cells;      /* struct grid_cell, row after row */
	GArray *heights;    /* of the rows: double */
};

static double
cell_height(const struct label *label)
{
	return label != NULL ? label->height + 2 * PAD_ABOVE : 0;
}

Table *
grid_new(Ink *ink, const struct grid_column *columns, guint n, double least)
{
	Table *table = g_new0(Table, 1);
	table->ink = ink;
	table->columns = g_memdup2(columns, n * sizeof *columns);
	table->heads = g_new0(const struct label *, n);
	table->n_columns = n;
	table->least = least;
	for (guint i = 0; i < n; i++) {
		table->heads[i] = ink_label(ink, &head_style, columns[i].head,
					    columns[i].width - 2 * PAD_SIDE);
		if (table->heads[i] != NULL)
			table->head_height = MAX(table->head_height,
						 cell_height(table->heads[i]) + 2 * PAD_HEAD);
		table->width += columns[i].width;
	}
	table->cells = g_array_new(FALSE, TRUE, sizeof(struct grid_cell));
	table->heights = g_array_new(FALSE, FALSE, sizeof(double));
	return table;
}

void
grid_free(Table *table)
{
	if (table == NULL)
		return;
	g_free(table->columns);
	g_free(table->heads);
	g_array_unref(table->cells);
	g_array_unref(table->heights);
	g_free(table);
}

void
grid_add_row(Table *table)
{
	g_array_set_size(table->cells, table->cells->len + table->n_columns);
	g_array_append_val(table->heights, table->least);
}

static struct grid_cell *
grid_cell_at(const Table *table, guint row, guint column)
{
	return &g_array_index(table->cells, struct grid_cell, row * table->n_columns + column);
}

static void
grid_put_label(Table *table, guint column, guint span, const struct label *label)
{
	guint last = table->heights->len - 1;
	double *height = &g_array_index(table->heights, double, last);
	struct grid_cell *cell = grid_cell_at(table, last, column);
	cell->label = label;
	cell->span = span;
	*height = MAX(*height, cell_height(label));
}

static double
columns_width(const Table *table, guint column, guint span)
{
	double width = 0;
	for (guint i = column; i < MIN(column + span, table->n_columns); i++)
		width += table->columns[i].width;
	return width;
}

void
grid_put(Table *table, guint column, const char *text)
{
	const struct grid_column *at = &table->columns[column];
	grid_put_label(table, column, 1,
		       ink_label(table->ink, at->style, text, at->width - 2 * PAD_SIDE));
}

void
grid_put_person(Table *table, guint column, const char *last_name, const char *first_name)
{
	const struct grid_column *at = &table->columns[column];
	grid_put_label(table, column, 1,
		       ink_person(table->ink, at->style, last_name, first_name,
				  at->width - 2 * PAD_SIDE));
}

void
grid_put_headed(Table *table, guint column, guint span, const char *head, const char *text)
{
	const struct grid_column *at = &table->columns[column];
	double width = columns_width(table, column, span) - 2 * PAD_SIDE;
	grid_put_label(table, column, span,
		       ink_headed(table->ink, at->style, head, "\n", text, width));
}

void
grid_put_bar(Table *table, guint column, int thousandths)
{
	grid_cell_at(table, table->heights->len - 1, column)->bar = thousandths;
}

guint
grid_rows(const Table *table)
{
	return table->heights->len;
}

double
grid_head_height(const Table *table)
{
	return table->head_height;
}

double
grid_row_height(const Table *table, guint row)
{
	return g_array_index(table->heights, double, row);
}

static void
grid_draw_bar(const Table *table, Paper *paper, guint column, int bar, double x, double y,
	      double height)
{
	cairo_t *cairo = paper_cairo(paper);
	double width = table->columns[column].width - 2 * PAD_SIDE;
	cairo_set_source_rgb(cairo, BAR_GREY, BAR_GREY, BAR_GREY);
	cairo_rectangle(cairo, x + PAD_SIDE, y + (height - BAR_HEIGHT) / 2, width * bar / 1000,
			BAR_HEIGHT);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

/* One row of labels, in the middle of its height; the bars are no part of the structure, for the
 * numbers stand beside them. */
static void
grid_draw_cells(const Table *table, Paper *paper, guint row, double x, double y)
{
	double height = grid_row_height(table, row);
	paper_tag(paper, "TR");
	for (guint i = 0, next; i < table->n_columns; i = next) {
		const struct grid_cell *cell = grid_cell_at(table, row, i);
		next = i + MAX(cell->span, 1);
		if (cell->bar > 0)
			grid_draw_bar(table, paper, i, cell->bar, x, y, height);
		paper_tag(paper, "TD");
		label_draw(cell->label, paper_cairo(paper), x + PAD_SIDE,
			   y + (height - label_height(cell->label)) / 2);
		paper_end_tag(paper, "TD");
		x += columns_width(table, i, next - i);
	}
	paper_end_tag(paper, "TR");
}

static void
grid_draw_heads(const Table *table, Paper *paper, bool tagged, double x, double y)
{
	if (tagged)
		paper_tag(paper, "TR");
	for (guint i = 0; i < table->n_columns; i++) {
		const struct label *label = table->heads[i];
		if (tagged)
			paper_tag(paper, "TH");
		label_draw(label, paper_cairo(paper), x + PAD_SIDE,
			   y + (table->head_height - label_height(label)) / 2);
		if (tagged)
			paper_end_tag(paper, "TH");
		x += table->columns[i].width;
	}
	if (tagged)
		paper_end_tag(paper, "TR");
}

static void
grid_draw_head(const Table *table, Paper *paper, bool tagged, double x, double y)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_set_source_rgb(cairo, SHADE_GREY, SHADE_GREY, SHADE_GREY);
	cairo_rectangle(cairo, x, y, table->width, table->head_height);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
	grid_draw_heads(table, paper, tagged, x, y);
}

/* True when a cell of ROW goes over the rule before COLUMN. */
static bool
row_covers(const Table *table, guint row, guint column)
{
	for (guint i = 0; i < column;) {
		guint next = i + MAX(grid_cell_at(table, row, i)->span, 1);
		if (next > column)
			return true;
		i = next;
	}
	return false;
}

/* The rule before COLUMN, from row to row, but where a cell goes over it. */
static void
grid_draw_upright(const Table *table, Paper *paper, guint column, double x, double y, guint first,
		  guint end)
{
	cairo_t *cairo = paper_cairo(paper);
	cairo_move_to(cairo, x, y);
	y += table->head_height;
	cairo_line_to(cairo, x, y);
	for (guint row = first; row < end; row++) {
		y += grid_row_height(table, row);
		if (column < table->n_columns && row_covers(table, row, column))
			cairo_move_to(cairo, x, y);
		else
			cairo_line_to(cairo, x, y);
	}
}

static void
grid_draw_rules(const Table *table, Paper *paper, double x, double y, guint first, guint end)
{
	cairo_t *cairo = paper_cairo(paper);
	double bottom = y;
	cairo_move_to(cairo, x, bottom);
	cairo_rel_line_to(cairo, table->width, 0);
	if (table->head_height > 0) {
		bottom += table->head_height;
		cairo_move_to(cairo, x, bottom);
		cairo_rel_line_to(cairo, table->width, 0);
	}
	for (guint row = first; row < end; row++) {
		bottom += grid_row_height(table, row);
		cairo_move_to(cairo, x, bottom);
		cairo_rel_line_to(cairo, table->width, 0);
	}
	for (guint i = 0; i <= table->n_columns; i++) {
		grid_draw_upright(table, paper, i, x, y, first, end);
		x += i < table->n_columns ? table->columns[i].width : 0;
	}
	cairo_set_line_width(cairo, RULE);
	cairo_set_source_rgb(cairo, RULE_GREY, RULE_GREY, RULE_GREY);
	cairo_stroke(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

void
grid_draw(const Table *table, Paper *paper, double x, double y, guint first, guint end)
{
	double top = y;
	if (first == 0)
		paper_tag(paper, "Table");
	if (table->head_height > 0)
		grid_draw_head(table, paper, first == 0, x, y);
	y += table->head_height;
	for (guint row = first; row < end; row++) {
		grid_draw_cells(table, paper, row, x, y);
		y += grid_row_height(table, row);
	}
	grid_draw_rules(table, paper, x, top, first, end);
	if (end == grid_rows(table))
		paper_end_tag(paper, "Table");
}
