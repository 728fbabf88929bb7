#include "tui/list.h"

#include <string.h>

#include "base/i18n.h"
#include "tui/list_private.h"

void
list_free(struct list *list)
{
	list_remember(list);
	list_filter_free(list);
	g_hash_table_destroy(list->selected);
	g_hash_table_destroy(list->cells);
	g_hash_table_destroy(list->values);
	g_clear_pointer(&list->only, g_hash_table_destroy);
	g_array_unref(list->columns);
	index_free(list->index);
	g_free(list->order);
	g_free(list->shown);
	g_free(list->sort);
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
		if (list->shown[i] == id) {
			list->cursor = i;
			return;
		}
}

bool
list_reveal(struct list *list, const struct entity *entity, gint64 id)
{
	if (list->spec->noun->entity != entity)
		return false;
	list_settle(list);
	list_go_to(list, id);
	return list_current(list) == id;
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

void
list_restrict(struct list *list, GHashTable *only)
{
	g_clear_pointer(&list->only, g_hash_table_destroy);
	list->only = only;
	list_refilter(list);
	list_settle(list);
}

void
list_reload(struct list *list, struct ui *ui)
{
	GError *error = NULL;
	Index *index = store_index(ui->store, list->spec->noun->entity, list->column, list->value,
				   NULL, false, false, &error);
	ui_fail(ui, error);
	if (index == NULL)
		return;
	g_hash_table_remove_all(list->values);
	g_hash_table_remove_all(list->cells);
	index_free(list->index);
	list->index = index;
	list_order(list);
	list_refilter(list);
	list_settle(list);
}

struct list *
list_new(struct ui *ui, const struct list_spec *spec, const char *column, gint64 value)
{
	struct list *list = g_new0(struct list, 1);
	list->ui = ui;
	list->spec = spec;
	list->column = column;
	list->value = value;
	list->columns = g_array_new(FALSE, FALSE, sizeof(struct list_column));
	list->selected = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	list->cells = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
					    (GDestroyNotify)g_strfreev);
	list->values =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)values_free);
	input_init(&list->filter, NULL, false);
	list_columns_reset(list);
	list_recall(list);
	list_reload(list, ui);
	return list;
}

/* ---- selection ----------------------------------------------------------------------------------
 */

gint64 *
list_targets(struct list *list, guint *n)
{
	list_settle(list);
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
list_count_targets(struct list *list)
{
	guint n = 0;
	g_free(list_targets(list, &n));
	return n;
}

guint
list_count_hidden(struct list *list)
{
	bool all = list->filter.text->len == 0 && list->only == NULL;
	guint hidden = all ? 0 : g_hash_table_size(list->selected);
	for (guint i = 0; hidden > 0 && i < list->n_shown; i++)
		hidden -= g_hash_table_contains(list->selected, &list->shown[i]) ? 1 : 0;
	return hidden;
}

static void
select_toggle(struct list *list, gint64 id)
{
	if (!g_hash_table_remove(list->selected, &id))
		g_hash_table_add(list->selected, g_memdup2(&id, sizeof id));
}

static void
select_current(struct list *list)
{
	if (list_current(list) != 0)
		select_toggle(list, list_current(list));
	list->cursor = MIN(list->cursor + 1, MAX(list->n_shown, 1) - 1);
}

/* All that is shown, and nothing else: what the filter hides is left alone from here on. */
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

bool
list_click(struct list *list, struct ui *ui, const struct hit *hit)
{
	(void)ui;
	if (hit->kind == HIT_HEAD && (guint)hit->value < list->columns->len)
		list_sort_by(list,
			     list_column_name(&g_array_index(list->columns, struct list_column,
							     hit->value)));
	if (hit->kind != HIT_ROW || (guint)hit->value >= list->n_shown)
		return false;
	list->filtering = false;
	list->cursor = (guint)hit->value;
	return true;
}

static void
select_invert(struct list *list)
{
	for (guint i = 0; i < list->n_shown; i++)
		select_toggle(list, list->shown[i]);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

bool
list_key(struct list *list, struct ui *ui, const struct key *key)
{
	if (list->filtering)
		return list_filter_key(list, key);
	(void)ui;
	list_settle(list);
	list->from = 0;
	if (key_is(key, "Esc") && list->filter.text->len > 0) {
		list_filter_set(list, NULL);
		return true;
	}
	/* Rows that are marked are what one looks at: Esc leaves them, not the screen. */
	if (key_is(key, "Esc") && g_hash_table_size(list->selected) > 0) {
		g_hash_table_remove_all(list->selected);
		return true;
	}
	return key_moves(key, &list->cursor, list->n_shown, list->page);
}

bool
list_act(struct list *list, struct ui *ui, enum act act)
{
	list_settle(list);
	switch ((int)act) {
	case ACT_FILTER:
		list_filter_begin(list);
		return true;
	case ACT_SORT:
		list_sort_ask(list, ui);
		return true;
	case ACT_COLUMNS:
		list_columns_ask(list, ui);
		return true;
	case ACT_FIRST:
		list->cursor = 0;
		return true;
	case ACT_SELECT:
		select_current(list);
		return true;
	case ACT_SELECT_ALL:
		select_all(list);
		return true;
	case ACT_SELECT_INVERT:
		select_invert(list);
		return true;
	default:
		return false;
	}
}
