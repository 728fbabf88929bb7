#include <string.h>

#include "base/i18n.h"
#include "tui/chooser.h"
#include "tui/list_private.h"

/* Keys of order come first: they know particles and articles. What a column says in other words is
 * sorted by what it says it of, and only what has no key at all by its words. */
static struct values_source
column_source(const struct list_spec *spec, const struct list_column *column)
{
	struct values_source source = {.noun = spec->noun, .member = column->sort};
	if (column->sort == NULL)
		source.key = list_column_key(spec, column);
	if (column->sort == NULL && source.key == NULL)
		source.text = column->text;
	return source;
}

void
list_order(struct list *list)
{
	struct list_column column;
	g_clear_pointer(&list->order, g_free);
	if (list->sort == NULL || list->index == NULL)
		return;
	if (!list_column_find(list->spec, list->sort, &column)) {
		g_clear_pointer(&list->sort, g_free);
		return;
	}
	const struct values_source source = column_source(list->spec, &column);
	list->order = values_order(list_values(list, &source, VALUES_TO_SORT), list->descending);
}

/* ---- asking -------------------------------------------------------------------------------------
 */

/* The columns to sort by: those shown, then those that are the list's own. */
static GPtrArray *
names_to_sort(const struct list *list)
{
	GPtrArray *names = g_ptr_array_new();
	for (guint i = 0; i < list->columns->len; i++)
		g_ptr_array_add(names,
				(gpointer)(gsize)list_column_name(
					&g_array_index(list->columns, struct list_column, i)));
	for (guint i = 0; i < list->spec->n_columns; i++) {
		const char *name = list_column_name(&list->spec->columns[i]);
		if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
			g_ptr_array_add(names, (gpointer)(gsize)name);
	}
	return names;
}

void
list_sort_by(struct list *list, const char *name)
{
	list->descending =
		name != NULL && g_strcmp0(list->sort, name) == 0 ? !list->descending : false;
	g_free(list->sort);
	list->sort = g_strdup(name);
	list_order(list);
	list_refilter(list);
	list_settle(list);
}

static void
sort_chosen(struct ui *ui, guint index, gpointer user)
{
	struct list *list = user;
	g_autoptr(GPtrArray) names = names_to_sort(list);
	const char *name = index < names->len ? names->pdata[index] : NULL;
	(void)ui;
	list_sort_by(list, name);
}

void
list_sort_ask(struct list *list, struct ui *ui)
{
	struct chooser *chooser = chooser_new(_("Sort by"), sort_chosen, list, NULL);
	g_autoptr(GPtrArray) names = names_to_sort(list);
	guint start = 0;
	for (guint i = 0; i < names->len; i++) {
		struct list_column column;
		if (!list_column_find(list->spec, names->pdata[i], &column))
			continue;
		bool now = g_strcmp0(list->sort, names->pdata[i]) == 0;
		start = now ? i : start;
		chooser_add(chooser, list_column_label(list->spec, &column),
			    now ? _("again: the other way round") : NULL);
	}
	chooser_add(chooser, _("The usual order"), NULL);
	chooser_show(chooser, ui, start);
}
