#include "tui/list.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/chooser.h"

#define COLUMNS_MAX 16

void
list_free(struct list *list)
{
	g_hash_table_destroy(list->selected);
	g_hash_table_destroy(list->cells);
	g_clear_pointer(&list->only, g_hash_table_destroy);
	input_clear(&list->filter);
	index_free(list->index);
	g_free(list->shown);
	g_free(list);
}

gint64
list_current(const struct list *list)
{
	return list->cursor < list->n_shown ? list->shown[list->cursor] : 0;
}

void
list_go_to(struct list *list, gint64 id)
{
	for (guint i = 0; i < list->n_shown; i++)
		if (list->shown[i] == id)
			list->cursor = i;
}

gint64 *
list_targets(const struct list *list, guint *n)
{
	gint64 *ids = g_new(gint64, list->n_shown + 1);
	*n = 0;
	for (guint i = 0; i < list->n_shown; i++)
		if (g_hash_table_contains(list->selected, &list->shown[i]))
			ids[(*n)++] = list->shown[i];
	if (*n == 0 && list_current(list) != 0)
		ids[(*n)++] = list_current(list);
	return ids;
}

guint
list_count_targets(const struct list *list)
{
	guint n = 0;
	g_free(list_targets(list, &n));
	return n;
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

static void
only_keep(struct list *list)
{
	guint kept = 0;
	for (guint i = 0; list->only != NULL && i < list->n_shown; i++)
		if (g_hash_table_contains(list->only, &list->shown[i]))
			list->shown[kept++] = list->shown[i];
	if (list->only != NULL)
		list->n_shown = kept;
}

static void
list_refilter(struct list *list)
{
	gint64 current = list_current(list);
	guint place = list->cursor;
	g_autofree char *words = text_words_key(list->filter.text->str);
	g_free(list->shown);
	list->shown = index_filter(list->index, words, 0, &list->n_shown);
	only_keep(list);
	list->cursor = MIN(place, list->n_shown > 0 ? list->n_shown - 1 : 0);
	if (current != 0)
		list_go_to(list, current);
}

void
list_restrict(struct list *list, GHashTable *only)
{
	g_clear_pointer(&list->only, g_hash_table_destroy);
	list->only = only;
	list_refilter(list);
}

void
list_reload(struct list *list, struct ui *ui)
{
	GError *error = NULL;
	bool keys = list->filtering || list->filter.text->len > 0;
	Index *index = store_index(ui->store, list->spec->noun->entity, list->column, list->value,
				   list->sort != NULL ? list->sort->sort : NULL, list->descending,
				   keys, &error);
	ui_fail(ui, error);
	if (index == NULL)
		return;
	index_free(list->index);
	list->index = index;
	g_hash_table_remove_all(list->cells);
	list_refilter(list);
}

struct list *
list_new(struct ui *ui, const struct list_spec *spec, const char *column, gint64 value)
{
	struct list *list = g_new0(struct list, 1);
	list->spec = spec;
	list->column = column;
	list->value = value;
	list->selected = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	list->cells = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
					    (GDestroyNotify)g_strfreev);
	input_init(&list->filter, NULL, false);
	list_reload(list, ui);
	return list;
}

static char *
cell_text(const struct list *list, Store *store, const struct list_column *column, const void *row)
{
	if (column->text != NULL)
		return column->text(store, row);
	const struct noun *noun = list->spec->noun;
	return noun_text(store, noun, noun_key(noun, column->key), row);
}

static char **
row_cells(struct list *list, struct ui *ui, gint64 id)
{
	char **cells = g_hash_table_lookup(list->cells, &id);
	if (cells != NULL)
		return cells;
	void *row = store_get(ui->store, list->spec->noun->entity, id, NULL);
	guint n = list->spec->n_columns;
	cells = g_new0(char *, n + 2);
	for (guint i = 0; i < n; i++)
		cells[i] = row != NULL ? cell_text(list, ui->store, &list->spec->columns[i], row)
				       : g_strdup("");
	bool warns = row != NULL && list->spec->warns != NULL && list->spec->warns(ui->store, row);
	cells[n] = warns ? g_strdup("!") : NULL;
	entity_free(list->spec->noun->entity, row);
	g_hash_table_insert(list->cells, g_memdup2(&id, sizeof id), cells);
	return cells;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

/* Give columns their widths: the least important fall away until the others fit, and what is left
 * over goes to those that grow. */
static void
widths_share(const struct list_spec *spec, int room, int *widths)
{
	int needed = 0, shares = 0;
	for (guint i = 0; i < spec->n_columns; i++) {
		widths[i] = spec->columns[i].width;
		needed += widths[i] + 1;
	}
	while (needed > room) {
		int least = -1;
		for (guint i = 0; i < spec->n_columns; i++)
			if (widths[i] > 0 && (least < 0 || spec->columns[i].priority <
								   spec->columns[least].priority))
				least = (int)i;
		if (least < 0)
			return;
		needed -= widths[least] + 1;
		widths[least] = 0;
	}
	for (guint i = 0; i < spec->n_columns; i++)
		shares += widths[i] > 0 ? spec->columns[i].grow : 0;
	for (guint i = 0; shares > 0 && i < spec->n_columns; i++)
		if (widths[i] > 0)
			widths[i] += (room - needed) * spec->columns[i].grow / shares;
}

static const char *
column_label(const struct list_spec *spec, const struct list_column *column)
{
	if (column->label != NULL)
		return _(column->label);
	return noun_key_label(spec->noun, noun_key(spec->noun, column->key));
}

static void
draw_head(const struct list *list, int y, int x, const int *widths)
{
	const struct list_spec *spec = list->spec;
	for (guint i = 0; i < spec->n_columns; i++) {
		if (widths[i] <= 0)
			continue;
		const char *arrow = "";
		if (list->sort == &spec->columns[i])
			arrow = list->descending ? draw_letter(" ↓", " v")
						 : draw_letter(" ↑", " ^");
		g_autofree char *label =
			g_strconcat(column_label(spec, &spec->columns[i]), arrow, NULL);
		draw_hit((struct area){y, x, 1, widths[i]}, HIT_HEAD, (int)i);
		if (spec->columns[i].right)
			draw_right(y, x, widths[i], STYLE_HEAD, label);
		else
			draw_text(y, x, widths[i], STYLE_HEAD, label);
		x += widths[i] + 1;
	}
}

static void
draw_row(struct list *list, struct ui *ui, guint place, int y, struct area area, const int *widths)
{
	const struct list_spec *spec = list->spec;
	gint64 id = list->shown[place];
	char **cells = row_cells(list, ui, id);
	bool focus = place == list->cursor;
	bool marked = g_hash_table_contains(list->selected, &id);
	enum style style = focus                            ? STYLE_FOCUS
			   : marked                         ? STYLE_MARKED
			   : cells[spec->n_columns] != NULL ? STYLE_WARNING
							    : STYLE_PLAIN;
	draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	draw_cell(y, area.x, area.width, style, "");
	draw_text(y, area.x, 1, style, marked ? draw_letter("●", "*") : " ");
	draw_text(y, area.x + 1, 1, style, focus ? ">" : " ");
	int x = area.x + 3;
	for (guint i = 0; i < spec->n_columns; i++) {
		if (widths[i] <= 0)
			continue;
		if (spec->columns[i].right)
			draw_right(y, x, widths[i], style, cells[i]);
		else
			draw_text(y, x, widths[i], style, cells[i]);
		x += widths[i] + 1;
	}
	if (focus && !list->filtering)
		draw_cursor(y, area.x + 1);
}

static void
draw_filter(struct list *list, int y, struct area area)
{
	int x = area.x + 1 + draw_text(y, area.x + 1, area.width, STYLE_HEAD, _("Filter: "));
	int room = area.width - (x - area.x) - 22;
	input_draw(&list->filter, (struct area){y, x, 1, MAX(room, 10)}, list->filtering);
	g_autofree char *count = g_strdup_printf(_("%u of %u"), list->n_shown, list->index->n);
	draw_right(y, area.x + area.width - 21, 20, STYLE_PLAIN, count);
}

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
	int widths[COLUMNS_MAX];
	g_assert(list->spec->n_columns <= COLUMNS_MAX);
	widths_share(list->spec, area.width - 4, widths);
	if (list->filtering || list->filter.text->len > 0) {
		draw_filter(list, area.y, area);
		area.y++;
		area.height--;
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

/* ---- keys ---------------------------------------------------------------------------------------
 */

static bool
filter_key(struct list *list, struct ui *ui, const struct key *key)
{
	(void)ui;
	if (key_is(key, "Esc") || key_is(key, "C-c")) {
		input_set(&list->filter, NULL);
		list->filtering = false;
	} else if (key_is(key, "Enter")) {
		list->filtering = false;
		return true;
	} else if (key_is(key, "Up") || key_is(key, "Down") || key_is(key, "PgUp") ||
		   key_is(key, "PgDn")) {
		list->filtering = false;
		return list_key(list, ui, key);
	} else if (!input_key(&list->filter, key)) {
		return false;
	}
	list_refilter(list);
	return true;
}

bool
list_key(struct list *list, struct ui *ui, const struct key *key)
{
	if (list->filtering)
		return filter_key(list, ui, key);
	if (key_is(key, "Esc") && list->filter.text->len > 0) {
		input_set(&list->filter, NULL);
		list_refilter(list);
		return true;
	}
	return key_moves(key, &list->cursor, list->n_shown, list->page);
}

static void
select_toggle(struct list *list, gint64 id)
{
	if (!g_hash_table_remove(list->selected, &id))
		g_hash_table_add(list->selected, g_memdup2(&id, sizeof id));
}

static void
select_all(struct list *list)
{
	bool all = true;
	for (guint i = 0; i < list->n_shown; i++)
		all &= g_hash_table_contains(list->selected, &list->shown[i]);
	g_hash_table_remove_all(list->selected);
	for (guint i = 0; !all && i < list->n_shown; i++)
		select_toggle(list, list->shown[i]);
}

/* By a column, or, when it is that one already, the other way round. */
static void
sort_by(struct list *list, struct ui *ui, const struct list_column *column)
{
	if (column->sort == NULL)
		return;
	list->descending = list->sort == column ? !list->descending : false;
	list->sort = column;
	list_reload(list, ui);
}

bool
list_click(struct list *list, struct ui *ui, const struct hit *hit)
{
	if (hit->kind == HIT_HEAD)
		sort_by(list, ui, &list->spec->columns[hit->value]);
	if (hit->kind != HIT_ROW || (guint)hit->value >= list->n_shown)
		return false;
	list->filtering = false;
	list->cursor = (guint)hit->value;
	return true;
}

static void
sort_chosen(struct ui *ui, guint index, gpointer user)
{
	struct list *list = user;
	guint place = 0;
	for (guint i = 0; i < list->spec->n_columns; i++) {
		const struct list_column *column = &list->spec->columns[i];
		if (column->sort == NULL || place++ != index)
			continue;
		sort_by(list, ui, column);
		return;
	}
}

static void
sort_ask(struct list *list, struct ui *ui)
{
	struct chooser *chooser = chooser_new(_("Sort by"), sort_chosen, list, NULL);
	for (guint i = 0; i < list->spec->n_columns; i++) {
		const struct list_column *column = &list->spec->columns[i];
		if (column->sort != NULL)
			chooser_add(chooser, column_label(list->spec, column),
				    column == list->sort ? _("again: the other way round") : NULL);
	}
	chooser_show(chooser, ui, 0);
}

bool
list_act(struct list *list, struct ui *ui, enum act act)
{
	switch ((int)act) {
	case ACT_FILTER:
		list->filtering = true;
		list_reload(list, ui); /* search keys are read when they are first needed */
		return true;
	case ACT_SORT:
		sort_ask(list, ui);
		return true;
	case ACT_SELECT:
		if (list_current(list) != 0)
			select_toggle(list, list_current(list));
		list->cursor = MIN(list->cursor + 1, MAX(list->n_shown, 1) - 1);
		return true;
	case ACT_SELECT_ALL:
		select_all(list);
		return true;
	case ACT_SELECT_INVERT:
		for (guint i = 0; i < list->n_shown; i++)
			select_toggle(list, list->shown[i]);
		return true;
	default:
		return false;
	}
}
