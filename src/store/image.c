/* Images of rows in the history, as compact JSON: {"title":"…","seat_limit":40}. */
#include <jansson.h>

#include "base/error.h"
#include "base/i18n.h"
#include "store/private.h"

static json_t *
value_json(struct value value)
{
	if (value.type == VALUE_TEXT)
		return json_string(value.text);
	return value.type == VALUE_INTEGER ? json_integer(value.integer) : json_null();
}

static struct value
json_value_of(const json_t *json)
{
	if (json_is_integer(json))
		return value_integer(json_integer_value(json));
	return value_text(json_string_value(json));
}

char *
image_of(const struct entity *entity, const void *row, const bool *fields)
{
	const struct row_head *head = row;
	json_t *image = json_object();
	if (fields == NULL)
		json_object_set_new(image, "rev", json_integer(head->rev));
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_FLEETING) == 0 &&
		    (fields != NULL ? fields[i] : !field_missing(&entity->fields[i], row)))
			json_object_set_new(image, entity->fields[i].name,
					    value_json(field_get(&entity->fields[i], row)));
	char *text = json_dumps(image, JSON_COMPACT);
	json_decref(image);
	char *copy = g_strdup(text);
	free(text);
	return copy;
}

static json_t *
image_parse(const char *image, GError **error)
{
	json_t *json = image != NULL ? json_loads(image, 0, NULL) : NULL;
	if (!json_is_object(json)) {
		json_decref(json);
		fail(error, ERROR_DAMAGED, _("an entry of the history cannot be read"));
		return NULL;
	}
	return json;
}

bool
image_apply(const struct entity *entity, void *row, const char *image, gint64 *rev, GError **error)
{
	json_t *json = image_parse(image, error);
	if (json == NULL)
		return false;
	const char *name;
	json_t *member;
	json_object_foreach(json, name, member)
	{
		const struct field *field = entity_field(entity, name);
		if (field != NULL)
			field_set(field, row, json_value_of(member));
	}
	if (rev != NULL)
		*rev = json_integer_value(json_object_get(json, "rev"));
	json_decref(json);
	return true;
}

bool
image_matches(const struct entity *entity, const void *row, const char *image)
{
	json_t *json = image_parse(image, NULL);
	if (json == NULL)
		return false;
	bool same = true;
	const char *name;
	json_t *member;
	json_object_foreach(json, name, member)
	{
		const struct field *field = entity_field(entity, name);
		if (field == NULL || (field->flags & (FIELD_KEPT | FIELD_DERIVED)) != 0)
			continue;
		if (!value_equal(field_get(field, row), json_value_of(member)))
			same = false;
	}
	json_decref(json);
	return same;
}

char *
image_without(const char *image, const char *const *columns)
{
	json_t *json = image_parse(image, NULL);
	if (json == NULL)
		return NULL;
	for (; *columns != NULL; columns++)
		json_object_del(json, *columns);
	bool rev_alone = json_object_size(json) == 1 && json_object_get(json, "rev") != NULL;
	bool empty = json_object_size(json) == 0 || rev_alone;
	char *text = empty ? NULL : json_dumps(json, JSON_COMPACT);
	json_decref(json);
	char *copy = g_strdup(text);
	free(text);
	return copy;
}
