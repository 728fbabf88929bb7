#include "print/plot.h"

#include "print/label.h"

#define LINE        12.0 /* from bar to bar */
#define BAR         6.5
#define BAR_BEFORE  9.5
#define LABEL_SHARE 0.3 /* of the width */
#define VALUE_WIDTH 60.0
#define GAP         6.0
#define DARK        0.25
#define LIGHT       0.82
#define KEY_SIZE    7.0

static const struct label_style label_style = {.size = 8,
					       .least = 6,
					       .lines = 1,
					       .tallest = LINE,
					       .align = PANGO_ALIGN_RIGHT};
static const struct label_style value_style = {.size = 8, .least = 6, .lines = 1, .tallest = LINE};

struct bar {
	const struct label *label, *value;
	gint64 now, before; /* unknown is 0: there is nothing to draw */
};

struct plot {
	struct bar *bars;
	guint n;
	gint64 most;
	double width;
	const struct label *year, *year_before, *what;
};

static double
label_width(const struct plot *plot)
{
	return plot->width * LABEL_SHARE;
}

static struct bar
bar_of(Ink *ink, const struct plot *plot, const struct report_table *table, guint line)
{
	const struct report_line *row = &table->lines[line];
	gint64 now = row->now[table->lead];
	g_autofree char *value = report_text(now, report_table_unit(table, line, table->lead));
	return (struct bar){
		.label = ink_label(ink, &label_style, row->label, label_width(plot)),
		.value = ink_label(ink, &value_style, value, VALUE_WIDTH),
		.now = MAX(now, 0),
		.before = row->before != NULL ? MAX(row->before[table->lead], 0) : 0,
	};
}

Plot *
plot_new(Ink *ink, const struct report_table *table, double width)
{
	Plot *plot = g_new0(Plot, 1);
	plot->width = width;
	plot->n = table->n_lines;
	plot->bars = g_new0(struct bar, plot->n + 1);
	for (guint i = 0; i < plot->n; i++) {
		plot->bars[i] = bar_of(ink, plot, table, i);
		plot->most = MAX(plot->most, MAX(plot->bars[i].now, plot->bars[i].before));
	}
	plot->what =
		ink_label(ink, &label_style, table->columns[table->lead].label, label_width(plot));
	plot->year = ink_label(ink, &value_style, table->year, VALUE_WIDTH);
	plot->year_before = ink_label(ink, &value_style, table->year_before, VALUE_WIDTH);
	return plot;
}

void
plot_free(Plot *plot)
{
	if (plot == NULL)
		return;
	g_free(plot->bars);
	g_free(plot);
}

double
plot_height(const Plot *plot)
{
	return (plot->n + 1) * LINE;
}

static void
rectangle(cairo_t *cairo, double grey, double x, double y, double width, double height)
{
	cairo_set_source_rgb(cairo, grey, grey, grey);
	cairo_rectangle(cairo, x, y, width, height);
	cairo_fill(cairo);
	cairo_set_source_rgb(cairo, 0, 0, 0);
}

/* In the middle of a line that begins at Y. */
static void
line_label(const struct label *label, cairo_t *cairo, double x, double y)
{
	label_draw(label, cairo, x, y + (LINE - label_height(label)) / 2);
}

/* What is drawn, and which bar is which year. */
static void
key_draw(const struct plot *plot, cairo_t *cairo, double x, double y)
{
	double at = x + label_width(plot) + GAP, middle = y + (LINE - KEY_SIZE) / 2;
	line_label(plot->what, cairo, x, y);
	rectangle(cairo, DARK, at, middle, KEY_SIZE, KEY_SIZE);
	line_label(plot->year, cairo, at + KEY_SIZE + GAP / 2, y);
	at += KEY_SIZE + VALUE_WIDTH;
	rectangle(cairo, LIGHT, at, middle, KEY_SIZE, KEY_SIZE);
	line_label(plot->year_before, cairo, at + KEY_SIZE + GAP / 2, y);
}

static void
bar_draw(const struct plot *plot, const struct bar *bar, cairo_t *cairo, double x, double y)
{
	double left = x + label_width(plot) + GAP;
	double room = plot->width - label_width(plot) - VALUE_WIDTH - 2 * GAP;
	double scale = plot->most > 0 ? room / (double)plot->most : 0;
	double now = scale * (double)bar->now, before = scale * (double)bar->before;
	line_label(bar->label, cairo, x, y);
	rectangle(cairo, LIGHT, left, y + (LINE - BAR_BEFORE) / 2, before, BAR_BEFORE);
	rectangle(cairo, DARK, left, y + (LINE - BAR) / 2, now, BAR);
	line_label(bar->value, cairo, left + MAX(now, before) + GAP / 2, y);
}

void
plot_draw(const void *what, Paper *paper, double x, double y)
{
	const struct plot *plot = what;
	cairo_t *cairo = paper_cairo(paper);
	paper_tag(paper, "Figure");
	key_draw(plot, cairo, x, y);
	for (guint i = 0; i < plot->n; i++)
		bar_draw(plot, &plot->bars[i], cairo, x, y + (i + 1) * LINE);
	paper_end_tag(paper, "Figure");
}
