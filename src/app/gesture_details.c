/* What a gesture changed, row by row, in words. */
#include <jansson.h>
#include <string.h>

#include "app/gesture.h"
#include "app/noun.h"
#include "base/i18n.h"

/* ---- names --------------------------------------------------------------------------------------
 */

static const struct noun *
noun_of(const struct entity *entity)
{
	for (guint i = 0; nouns[i] != NULL; i++)
		if (nouns[i]->entity == entity)
			return nouns[i];
	return NULL;
}

/* What people call a row, there or gone; NULL when it has no name. */
static char *
called(Store *store, const struct entity *entity, gint64 id)
{
	const struct noun *noun = noun_of(entity);
	void *row = noun != NULL ? history_row(store, entity, id) : NULL;
	char *name = row != NULL ? noun_name(store, noun, row) : NULL;
	entity_free(entity, row);
	return name;
}

/* ---- values -------------------------------------------------------------------------------------
 */

/* A member as the history kept it. */
static char *
value_words(Store *store, const struct entity *entity, const struct field *field,
	    const json_t *value)
{
	if (value == NULL || json_is_null(value))
		return g_strdup(_("nothing"));
	if (field->kind == FIELD_REFERENCE) {
		char *name = called(store, field->target, json_integer_value(value));
		return name != NULL ? name : g_strdup(_("something"));
	}
	void *row = entity_new(entity);
	field_set(field, row,
		  json_is_string(value) ? value_text(json_string_value(value))
					: value_integer(json_integer_value(value)));
	char *words = field_text(field, row);
	entity_free(entity, row);
	return words;
}

/* "Statut : inscrit → en attente". */
static void
member_append(Store *store, const struct gesture_change *change, const struct field *field,
	      const json_t *before, const json_t *after, GString *line)
{
	const json_t *was = json_object_get(before, field->name);
	const json_t *is = json_object_get(after, field->name);
	if (field->label == NULL || (field->flags & (FIELD_DERIVED | FIELD_INTERNAL)) != 0 ||
	    (was == NULL && is == NULL))
		return;
	g_autofree char *old = value_words(store, change->entity, field, was);
	g_autofree char *new = value_words(store, change->entity, field, is);
	g_string_append_printf(line, _(" · %s: %s (before: %s)"), _(field->label), new, old);
}

/* An erased image says nothing any more. */
static void
members_append(Store *store, const struct gesture_change *change, GString *line)
{
	json_t *before = change->before != NULL ? json_loads(change->before, 0, NULL) : NULL;
	json_t *after = change->after != NULL ? json_loads(change->after, 0, NULL) : NULL;
	for (guint i = 0; i < change->entity->n_fields; i++)
		member_append(store, change, &change->entity->fields[i], before, after, line);
	json_decref(before);
	json_decref(after);
}

static char *
change_words(Store *store, const struct gesture_change *change)
{
	const char *done = strcmp(change->operation, "insert") == 0   ? _("added")
			   : strcmp(change->operation, "delete") == 0 ? _("deleted")
								      : _("changed");
	g_autofree char *name = called(store, change->entity, change->row_id);
	GString *line = g_string_new(NULL);
	g_string_append_printf(line, "%s — ", _(change->entity->label));
	if (name != NULL)
		g_string_append_printf(line, _("%s: %s"), done, name);
	else
		g_string_append(line, done);
	if (strcmp(change->operation, "update") == 0)
		members_append(store, change, line);
	return g_string_free(line, FALSE);
}

GPtrArray *
gesture_details(Store *store, gint64 gesture, guint most, GError **error)
{
	g_autoptr(GPtrArray) changes = history_changes(store, gesture, error);
	if (changes == NULL)
		return NULL;
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < changes->len && i < most; i++)
		g_ptr_array_add(lines, change_words(store, changes->pdata[i]));
	guint rest = changes->len > most ? changes->len - most : 0;
	if (rest > 0)
		g_ptr_array_add(lines, g_strdup_printf(i18n_count("and %u more row",
								  "and %u more rows", rest),
						       rest));
	return lines;
}
