/* Which columns of a section there is room for, and how wide they are. */
#include <string.h>

#include "base/text.h"
#include "screens/report_view_private.h"

#define LABEL_LEAST 18
#define LABEL_MOST  40

void
view_layout_clear(struct view_layout *layout)
{
	for (guint i = 0; i < layout->n; i++)
		g_free(layout->columns[i].head);
	layout->n = 0;
}

static void
column_measure(const struct report_table *table, struct view_column *column, bool brief)
{
	g_free(column->head);
	column->head = report_shown_head(table, &column->shown, brief);
	column->width = text_width(column->head);
	for (guint i = 0; i < table->n_lines; i++) {
		g_autofree char *text = report_shown_text(table, i, &column->shown);
		column->width = MAX(column->width, text_width(text));
	}
	column->width += VIEW_GAP;
}

static int
layout_width(const struct view_layout *layout)
{
	int width = 0;
	for (guint i = 0; i < layout->n; i++)
		width += layout->columns[i].width;
	return width;
}

static void
layout_measure(struct view_layout *layout, const struct report_table *table, bool brief)
{
	for (guint i = 0; i < layout->n; i++)
		column_measure(table, &layout->columns[i], brief);
}

static void
layout_drop(struct view_layout *layout, guint place)
{
	g_free(layout->columns[place].head);
	layout->n--;
	memmove(&layout->columns[place], &layout->columns[place + 1],
		(layout->n - place) * sizeof layout->columns[0]);
}

/* The column to go without: of the comparison first, then the last one that does not lead. */
static guint
layout_least(const struct view_layout *layout, const struct report_table *table)
{
	for (guint i = layout->n; i > 0; i--)
		if (layout->columns[i - 1].shown.aspect != SHOWN_NOW)
			return i - 1;
	bool leads = layout->columns[layout->n - 1].shown.column == table->lead;
	return layout->n - (leads ? 2 : 1);
}

static void
layout_fit(struct view_layout *layout, const struct report_table *table, int room)
{
	while (layout->n > 1 && layout_width(layout) > room)
		layout_drop(layout, layout_least(layout, table));
}

static void
layout_columns(struct view_layout *layout, const struct report_table *table)
{
	struct report_shown shown[REPORT_SHOWN_MAX];
	layout->n = report_table_shown(table, shown);
	for (guint i = 0; i < layout->n; i++)
		layout->columns[i] = (struct view_column){.shown = shown[i]};
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
void
view_layout_make(struct report_view *view, const struct report_table *table, int width)
{
	struct view_layout *layout = &view->layout;
	if (view->laid == table && view->laid_width == width)
		return;
	view_layout_clear(layout);
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
