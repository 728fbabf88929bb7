#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/list_private.h"

static const struct list_column *
column_at(const struct list *list, guint i)
{
	return &g_array_index(list->columns, struct list_column, i);
}

/* ---- cells --------------------------------------------------------------------------------------
 */

static char *
cell_text(const struct list *list, Store *store, const struct list_column *column, const void *row)
{
	if (column->text != NULL)
		return column->text(store, row);
	const struct noun *noun = list->spec->noun;
	return noun_cell(store, noun, noun_key(noun, column->key), row);
}

/* The texts of the columns, and behind them "!" for a row that warns. */
static char **
row_cells(struct list *list, struct ui *ui, gint64 id)
{
	char **cells = g_hash_table_lookup(list->cells, &id);
	if (cells != NULL)
		return cells;
	void *row = store_get(ui->store, list->spec->noun->entity, id, NULL);
	guint n = list->columns->len;
	cells = g_new0(char *, n + 2);
	for (guint i = 0; i < n; i++)
		cells[i] = row != NULL ? cell_text(list, ui->store, column_at(list, i), row)
				       : g_strdup("");
	bool warns = row != NULL && list->spec->warns != NULL && list->spec->warns(ui->store, row);
	cells[n] = warns ? g_strdup("!") : NULL;
	entity_free(list->spec->noun->entity, row);
	g_hash_table_insert(list->cells, g_memdup2(&id, sizeof id), cells);
	return cells;
}

/* ---- columns ------------------------------------------------------------------------------------
 */

static int
least_column(const struct list *list, const int *widths)
{
	int least = -1;
	for (guint i = 0; i < list->columns->len; i++)
		if (widths[i] > 0 && (least < 0 || column_at(list, i)->priority <
							   column_at(list, (guint)least)->priority))
			least = (int)i;
	return least;
}

/* Give columns their widths: the least important fall away until the others fit, and what is left
 * over goes to those that grow. */
static void
widths_share(const struct list *list, int room, int *widths)
{
	int needed = 0, shares = 0;
	for (guint i = 0; i < list->columns->len; i++) {
		widths[i] = column_at(list, i)->width;
		needed += widths[i] + 1;
	}
	while (needed > room) {
		int least = least_column(list, widths);
		if (least < 0)
			return;
		needed -= widths[least] + 1;
		widths[least] = 0;
	}
	for (guint i = 0; i < list->columns->len; i++)
		shares += widths[i] > 0 ? column_at(list, i)->grow : 0;
	for (guint i = 0; shares > 0 && i < list->columns->len; i++)
		if (widths[i] > 0)
			widths[i] += (room - needed) * column_at(list, i)->grow / shares;
}

/* The arrow of the column that is sorted stays where its name does not fit beside it. */
static char *
head_text(const struct list *list, const struct list_column *column, int width)
{
	const char *name = list_column_label(list->spec, column);
	if (g_strcmp0(list->sort, list_column_name(column)) != 0)
		return g_strdup(name);
	const char *arrow = list->descending ? draw_letter("↓", "v") : draw_letter("↑", "^");
	const char *gap = text_width(name) + 2 <= width ? " " : "";
	g_autofree char *clipped = text_clip(name, MAX(width - 1, 1), !draw_unicode());
	return g_strconcat(clipped, gap, arrow, NULL);
}

static void
draw_head(const struct list *list, int y, int x, const int *widths)
{
	for (guint i = 0; i < list->columns->len; i++) {
		const struct list_column *column = column_at(list, i);
		if (widths[i] <= 0)
			continue;
		g_autofree char *label = head_text(list, column, widths[i]);
		draw_hit((struct area){y, x, 1, widths[i]}, HIT_HEAD, (int)i);
		if (column->right)
			draw_right(y, x, widths[i], STYLE_HEAD, label);
		else
			draw_text(y, x, widths[i], STYLE_HEAD, label);
		x += widths[i] + 1;
	}
}

static void
draw_row(struct list *list, struct ui *ui, guint place, int y, struct area area, const int *widths)
{
	guint n = list->columns->len;
	gint64 id = list->shown[place];
	char **cells = row_cells(list, ui, id);
	bool focus = place == list->cursor;
	bool marked = g_hash_table_contains(list->selected, &id);
	enum style style = focus              ? STYLE_FOCUS
			   : marked           ? STYLE_MARKED
			   : cells[n] != NULL ? STYLE_WARNING
					      : STYLE_PLAIN;
	draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	draw_cell(y, area.x, area.width, style, "");
	draw_text(y, area.x, 1, style, marked ? draw_letter("●", "*") : " ");
	draw_text(y, area.x + 1, 1, style, focus ? ">" : " ");
	int x = area.x + 3;
	for (guint i = 0; i < n; i++) {
		if (widths[i] <= 0)
			continue;
		if (column_at(list, i)->right)
			draw_right(y, x, widths[i], style, cells[i]);
		else
			draw_text(y, x, widths[i], style, cells[i]);
		x += widths[i] + 1;
	}
	if (focus && !list->filtering)
		draw_cursor(y, area.x + 1);
}

/* ---- the filter ---------------------------------------------------------------------------------
 */

static guint
rows_in_all(const struct list *list)
{
	return list->only != NULL ? MIN(g_hash_table_size(list->only), list->index->n)
				  : list->index->n;
}

/* What is wrong with the filter, or what may come next; returns how many lines it took. */
static int
draw_told(const struct list *list, struct area area)
{
	const char *trouble = list->sieve != NULL ? sieve_trouble(list->sieve) : NULL;
	const char *hint = list->sieve != NULL && list->filtering ? sieve_hint(list->sieve) : NULL;
	const char *told = trouble != NULL ? trouble : hint;
	if (told == NULL)
		return 0;
	g_autofree char *text = g_strconcat(trouble != NULL ? "! " : "", told, NULL);
	struct area lines = {area.y, area.x + 1, MIN(4, area.height / 2), area.width - 2};
	return lines.height > 0
		       ? draw_paragraph(lines, trouble != NULL ? STYLE_WARNING : STYLE_FAINT, text)
		       : 0;
}

static int
draw_filter(struct list *list, struct area area)
{
	int x = area.x + 1 + draw_text(area.y, area.x + 1, area.width, STYLE_HEAD, _("Filter: "));
	g_autofree char *count = g_strdup_printf(_("%u of %u"), list->n_shown, rows_in_all(list));
	g_autofree char *told =
		g_strconcat(count, list->narrowing.kept != NULL ? draw_letter(" …", " ...") : "",
			    NULL);
	int room = area.width - (x - area.x) - 22;
	input_draw(&list->filter, (struct area){area.y, x, 1, MAX(room, 10)}, list->filtering);
	if (list->filtering && list->taken_up)
		draw_text(area.y, x, MAX(room, 10) - 1, STYLE_FOCUS, list->filter.text->str);
	draw_right(area.y, area.x + area.width - 21, 20, STYLE_PLAIN, told);
	return 1 + draw_told(list, (struct area){area.y + 1, area.x, area.height - 1, area.width});
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static void
draw_empty(const struct list *list, struct area area)
{
	if (list->filter.text->len > 0)
		draw_text(area.y + 1, area.x + 3, area.width - 4, STYLE_FAINT,
			  _("Nothing answers to this filter; Esc clears it"));
	else if (list->only != NULL)
		draw_text(area.y + 1, area.x + 3, area.width - 4, STYLE_FAINT,
			  list->spec->none != NULL
				  ? _(list->spec->none)
				  : _("Nobody is in this view: v shows everybody"));
	else if (list->spec->empty != NULL)
		draw_paragraph((struct area){area.y + 1, area.x + 3, 3, area.width - 6},
			       STYLE_FAINT, _(list->spec->empty));
}

void
list_draw(struct list *list, struct ui *ui, struct area area)
{
	if (list->index == NULL)
		return; /* it could not be read; the toast says why */
	int widths[LIST_COLUMNS_MAX];
	g_assert(list->columns->len <= LIST_COLUMNS_MAX);
	widths_share(list, area.width - 4, widths);
	list->fallen = 0;
	for (guint i = 0; i < MIN(list->columns->len, 64); i++)
		list->fallen |= (guint64)(widths[i] == 0) << i;
	if (list->filtering || list->filter.text->len > 0) {
		int lines = draw_filter(list, area);
		area.y += lines;
		area.height -= lines;
	}
	draw_head(list, area.y, area.x + 3, widths);
	area.y++;
	area.height--;
	list->page = (guint)MAX(area.height, 1);
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor >= list->top + list->page)
		list->top = list->cursor - list->page + 1;
	if (list->n_shown <= list->page)
		list->top = 0;
	for (guint i = 0; i < list->page && list->top + i < list->n_shown; i++)
		draw_row(list, ui, list->top + i, area.y + (int)i, area, widths);
	if (list->n_shown == 0)
		draw_empty(list, area);
}

/* What is selected, and how much of it the filter keeps from being acted on. */
static char *
selection_text(struct list *list)
{
	guint n = g_hash_table_size(list->selected), hidden = list_count_hidden(list);
	if (n == 0)
		return NULL;
	g_autofree char *selected =
		g_strdup_printf(i18n_count("%u row selected", "%u rows selected", n - hidden),
				n - hidden);
	if (hidden == 0)
		return g_strdup_printf("%s %s · %s", draw_letter("✓", "x"), selected,
				       _("x: act on them"));
	g_autofree char *left =
		g_strdup_printf(i18n_count("%u more, hidden by the filter, is left alone",
					   "%u more, hidden by the filter, are left alone", hidden),
				hidden);
	return g_strdup_printf("%s %s · %s", draw_letter("✓", "x"), selected, left);
}

void
list_draw_status(struct list *list, struct area row)
{
	g_autofree char *selection = selection_text(list);
	draw_text(row.y, row.x, row.width - 14, STYLE_PLAIN, selection);
	if (list->n_shown <= list->page)
		return; /* all of it stands there */
	g_autofree char *place = g_strdup_printf("%u/%u", list->cursor + 1, list->n_shown);
	draw_right(row.y, row.x + row.width - 13, 13, STYLE_FAINT, place);
}
