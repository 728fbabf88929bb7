/* Columns as they are remembered: JSON, heading → field. */
#include <jansson.h>
#include <stdlib.h>

#include "intake/import_private.h"

static const char *
use_word(const struct import_column *column)
{
	if (column->use == COLUMN_FIELD)
		return column->field;
	return column->use == COLUMN_QUESTION ? "question" : "ignore";
}

char *
mapping_write(const ImportPlan *plan)
{
	json_t *object = json_object();
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct import_column *column = column_at(plan, i);
		json_object_set_new(object, column->heading, json_string(use_word(column)));
	}
	char *text = json_dumps(object, JSON_COMPACT);
	json_decref(object);
	char *copy = g_strdup(text);
	free(text);
	return copy;
}

GHashTable *
mapping_read(const char *json)
{
	json_t *object = json_loads(json, 0, NULL);
	if (!json_is_object(object)) {
		json_decref(object);
		return NULL;
	}
	GHashTable *uses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	const char *heading;
	json_t *use;
	json_object_foreach(object, heading, use)
	{
		if (json_is_string(use))
			g_hash_table_insert(uses, g_strdup(heading),
					    g_strdup(json_string_value(use)));
	}
	json_decref(object);
	return uses;
}
