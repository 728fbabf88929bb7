#include "app/nouns.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "core/event.h"

char **
values_split(const char *typed)
{
	g_auto(GStrv) parts = g_strsplit(typed, ";", -1);
	GPtrArray *values = g_ptr_array_new();
	for (guint i = 0; parts[i] != NULL; i++) {
		char *value = text_accept(parts[i], false, NULL);
		if (value != NULL)
			g_ptr_array_add(values, value);
	}
	g_ptr_array_add(values, NULL);
	return (char **)g_ptr_array_free(values, FALSE);
}

void
values_add(GString *values, const char *value)
{
	if (value == NULL)
		return;
	if (values->len > 0)
		g_string_append(values, "; ");
	g_string_append(values, value);
}

char *
values_end(GString *values)
{
	bool empty = values->len == 0;
	char *text = g_string_free(values, empty);
	return empty ? NULL : text;
}

char *
number_text(gint64 number)
{
	return g_strdup_printf("%" G_GINT64_FORMAT, number);
}

char *
event_number_of(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	char *number = event != NULL ? g_strdup(event->number) : NULL;
	entity_free(&entity_event, event);
	return number;
}

gint64
named_resolve(Store *store, const struct noun *noun, const char *typed, GPtrArray *notes,
	      GError **error)
{
	g_autofree char *key = text_search_key(typed);
	const struct field *name = entity_field(noun->entity, noun->name_key);
	g_autoptr(Rows) rows = store_all(store, noun->entity, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		g_autofree char *known = text_search_key(field_get(name, rows->row[i]).text);
		if (strcmp(known, key) == 0)
			return ((struct row_head *)rows->row[i])->id;
	}
	if (rows == NULL)
		return 0;
	void *row = entity_new(noun->entity);
	struct noun_pair pair = {.key = noun_key(noun, noun->name_key), .typed = typed};
	gint64 id = noun_write(store, noun, row, &pair, 1, notes, error)
			    ? ((struct row_head *)row)->id
			    : 0;
	if (id != 0 && notes != NULL)
		g_ptr_array_add(notes,
				g_strdup_printf(_("%s made: %s"), _(noun->entity->label), typed));
	entity_free(noun->entity, row);
	return id;
}
