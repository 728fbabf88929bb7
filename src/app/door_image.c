/* Values of members as JSON, as the history and the conflicts keep them. */
#include <jansson.h>
#include <string.h>

#include "app/door_merge_private.h"

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
	return json_is_integer(json) ? value_integer(json_integer_value(json))
				     : value_text(json_string_value(json));
}

static const struct field *
register_field(const struct door_register *one, guint i)
{
	if (i == 0)
		return one->head;
	return i <= G_N_ELEMENTS(one->also) ? one->also[i - 1] : NULL;
}

char *
register_image(const struct door_register *one, const void *row)
{
	json_t *image = json_object();
	const struct field *field = NULL;
	for (guint i = 0; (field = register_field(one, i)) != NULL; i++)
		json_object_set_new(image, field->name, value_json(field_get(field, row)));
	char *text = json_dumps(image, JSON_COMPACT);
	json_decref(image);
	char *copy = g_strdup(text != NULL ? text : "{}");
	free(text);
	return copy;
}

void
register_set(const struct door_register *one, void *row, const char *image)
{
	json_t *json = json_loads(image, 0, NULL);
	const struct field *field = NULL;
	for (guint i = 0; (field = register_field(one, i)) != NULL; i++) {
		const json_t *member = json_object_get(json, field->name);
		if (member != NULL)
			field_set(field, row, json_value_of(member));
	}
	json_decref(json);
}

bool
register_same(const struct door_register *one, const char *a, const char *b)
{
	if (g_strcmp0(a, b) == 0 || !one->head_tells)
		return g_strcmp0(a, b) == 0;
	json_t *left = json_loads(a, 0, NULL), *right = json_loads(b, 0, NULL);
	bool same = json_equal(json_object_get(left, one->head->name),
			       json_object_get(right, one->head->name));
	json_decref(left);
	json_decref(right);
	return same;
}

void
image_take(const struct entity *entity, void *row, const char *image, image_member take,
	   gpointer user)
{
	json_t *json = image != NULL ? json_loads(image, 0, NULL) : NULL;
	for (guint i = 0; json != NULL && i < entity->n_fields; i++) {
		const json_t *member = json_object_get(json, entity->fields[i].name);
		if (member != NULL && take(i, user))
			field_set(&entity->fields[i], row, json_value_of(member));
	}
	json_decref(json);
}

bool
image_has(const struct entity *entity, const char *image, const char *head)
{
	json_t *json = image != NULL ? json_loads(image, 0, NULL) : NULL;
	bool has = false;
	const char *name;
	json_t *member;
	json_object_foreach(json, name, member)
	{
		has |= g_strcmp0(door_register_head(entity, name), head) == 0;
	}
	json_decref(json);
	return has;
}

struct door_register
door_register_named(const struct entity *entity, const char *head)
{
	struct door_register found = {.head = NULL};
	g_autoptr(GArray) registers = door_registers(entity);
	for (guint i = 0; i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		if (g_strcmp0(one->head->name, head) == 0)
			found = *one;
	}
	return found;
}
