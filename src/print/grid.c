#include "print/grid.h"

#define PAD_SIDE   4.0
#define PAD_ABOVE  1.5
#define PAD_HEAD   1.0 /* more, above and below */
#define RULE       0.5
#define RULE_GREY  0.35
#define SHADE_GREY 0.92

static const struct label_style head_style = {.size = 8.5,
					      .least = 6,
					      .lines = 4,
					      .bold = true,
					      .breaks = true,
					      .tallest = 50,
					      .align = PANGO_ALIGN_CENTER};

struct grid {
	Ink *ink;
	struct grid_column *columns; /* their heads are not kept */
	const struct label **heads;
	guint n_columns;
	double least;
	double width;
	double head_height; /* 0: no head */
	GPtrArray *cells;   /* labels or NULL, row after row */
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
	table->cells = g_ptr_array_new();
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
	g_ptr_array_unref(table->cells);
	g_array_unref(table->heights);
	g_free(table);
}

void
grid_add_row(Table *table)
{
	g_ptr_array_set_size(table->cells, (int)(table->cells->len + table->n_columns));
	g_array_append_val(table->heights, table->least);
}

static void
grid_put_label(Table *table, guint column, const struct label *label)
{
	guint last = table->heights->len - 1;
	double *height = &g_array_index(table->heights, double, last);
	union {
		const struct label *label;
		gpointer cell;
	} kept = {.label = label};
	table->cells->pdata[last * table->n_columns + column] = kept.cell;
	*height = MAX(*height, cell_height(label));
}

void
grid_put(Table *table, guint column, const char *text)
{
	const struct grid_column *at = &table->columns[column];
	grid_put_label(table, column,
		       ink_label(table->ink, at->style, text, at->width - 2 * PAD_SIDE));
}

void
grid_put_person(Table *table, guint column, const char *last_name, const char *first_name)
{
	const struct grid_column *at = &table->columns[column];
	grid_put_label(table, column,
		       ink_person(table->ink, at->style, last_name, first_name,
				  at->width - 2 * PAD_SIDE));
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

/* One row of labels, in the middle of its height; TAG is NULL outside the structure. */
static void
grid_draw_cells(const Table *table, Paper *paper, const char *tag, gconstpointer const *cells,
		double x, double y, double height)
{
	if (tag != NULL)
		paper_tag(paper, "TR");
	for (guint i = 0; i < table->n_columns; i++) {
		const struct label *label = cells[i];
		if (tag != NULL)
			paper_tag(paper, tag);
		label_draw(label, paper_cairo(paper), x + PAD_SIDE,
			   y + (height - label_height(label)) / 2);
		if (tag != NULL)
			paper_end_tag(paper, tag);
		x += table->columns[i].width;
	}
	if (tag != NULL)
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
	grid_draw_cells(table, paper, tagged ? "TH" : NULL, (gconstpointer const *)table->heads, x,
			y, table->head_height);
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
		cairo_move_to(cairo, x, y);
		cairo_line_to(cairo, x, bottom);
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
		double height = grid_row_height(table, row);
		grid_draw_cells(table, paper, "TD",
				(gconstpointer const *)table->cells->pdata +
					(gsize)row * table->n_columns,
				x, y, height);
		y += height;
	}
	grid_draw_rules(table, paper, x, top, first, end);
	if (end == grid_rows(table))
		paper_end_tag(paper, "Table");
}
