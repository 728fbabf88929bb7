#include "tui/list_private.h"
#include "tui/memory.h"

/* One group for each list: what it shows, in which order, and for which owner (an event, a place)
 * it was filtered and where one stood. */
#define KEY_COLUMNS    "columns"
#define KEY_SORT       "sort"
#define KEY_DESCENDING "descending"
#define KEY_FILTER     "filter"
#define KEY_ROW        "row"
#define KEY_OWNER      "owner"

static const char *
list_name(const struct list *list)
{
	return list->spec->name != NULL ? list->spec->name : list->spec->noun->name;
}

void
list_recall(struct list *list)
{
	GKeyFile *lists = ui_memory(list->ui);
	const char *name = list_name(list);
	g_auto(GStrv) columns = g_key_file_get_string_list(lists, name, KEY_COLUMNS, NULL, NULL);
	if (columns != NULL)
		list_columns_choose(list, (const char *const *)columns);
	list->sort = g_key_file_get_string(lists, name, KEY_SORT, NULL);
	list->descending = g_key_file_get_boolean(lists, name, KEY_DESCENDING, NULL);
}

void
list_resume(struct list *list)
{
	GKeyFile *lists = ui_memory(list->ui);
	const char *name = list_name(list);
	list->keeps_place = true;
	if (g_key_file_get_int64(lists, name, KEY_OWNER, NULL) != list->value)
		return;
	g_autofree char *filter = g_key_file_get_string(lists, name, KEY_FILTER, NULL);
	gint64 row = g_key_file_get_int64(lists, name, KEY_ROW, NULL);
	list_go_to(list, row);
	if (filter == NULL || *filter == '\0')
		return;
	/* What takes its time to be read goes on once the list is there. */
	list->from = row;
	input_set(&list->filter, filter);
	list_refilter(list);
}

static void
columns_keep(GKeyFile *lists, const struct list *list)
{
	const char *names[LIST_COLUMNS_MAX];
	for (guint i = 0; i < list->columns->len; i++)
		names[i] = list_column_name(&g_array_index(list->columns, struct list_column, i));
	if (list->columns_chosen)
		g_key_file_set_string_list(lists, list_name(list), KEY_COLUMNS, names,
					   list->columns->len);
	else
		g_key_file_remove_key(lists, list_name(list), KEY_COLUMNS, NULL);
}

void
list_remember(const struct list *list)
{
	GKeyFile *lists = ui_memory(list->ui);
	const char *name = list_name(list);
	columns_keep(lists, list);
	ui_memory_set(list->ui, name, KEY_SORT, list->sort);
	g_key_file_set_boolean(lists, name, KEY_DESCENDING, list->descending);
	if (!list->keeps_place || list->only != NULL)
		return;
	ui_memory_set(list->ui, name, KEY_FILTER, list->filter.text->str);
	g_key_file_set_int64(lists, name, KEY_ROW, list_current(list));
	g_key_file_set_int64(lists, name, KEY_OWNER, list->value);
}
