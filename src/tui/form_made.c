/* What saving would make on the way: a kind, a place, a person that is typed and is not there yet.
 * It is said as soon as the field is left, so that a slip is seen before it becomes a row. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/place.h"
#include "tui/form_private.h"

/* A place is also known by an unambiguous part of its name, where the key reads it so. */
static bool
found_by_part(Store *store, const struct noun *target, gint64 owner, const char *name)
{
	GError *reason = NULL;
	gint64 id = noun_find(store, target, owner, name, &reason);
	bool found = id != 0 || !g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND);
	g_clear_error(&reason);
	return found;
}

/* The name is read as the save will read it; one more row than before says that it was made. */
static bool
name_makes(Store *store, const struct noun *target, const void *row, const char *name)
{
	gint64 before = store_count(store, target->entity, NULL, value_integer(0), NULL);
	GError *reason = NULL;
	target->resolve(store, row, name, NULL, &reason);
	g_clear_error(&reason);
	return store_count(store, target->entity, NULL, value_integer(0), NULL) > before;
}

static bool
value_makes(Store *store, const struct form *form, const struct noun_key *key, const void *row,
	    const char *name)
{
	const struct noun *target = complete_target(key);
	if (form->noun == &noun_venue && strcmp(key->key, "rooms") == 0)
		return form->fresh ||
		       !found_by_part(store, &noun_room, ((const struct row_head *)row)->id, name);
	if (target == NULL || target->resolve == NULL)
		return false;
	if (target == &noun_venue && found_by_part(store, target, 0, name))
		return false;
	return name_makes(store, target, row, name);
}

static void
field_judge(Store *store, const struct form *form, struct form_field *field, const void *row)
{
	bool many = (field->key->flags & NOUN_MANY) != 0;
	g_auto(GStrv) names = g_strsplit(field->input.text->str, many ? ";" : "\n", -1);
	g_ptr_array_set_size(field->made, 0);
	for (guint i = 0; names[i] != NULL; i++) {
		g_autofree char *name = text_accept(names[i], false, NULL);
		if (name != NULL && value_makes(store, form, field->key, row, name))
			g_ptr_array_add(field->made, g_steal_pointer(&name));
	}
}

/* Whoever types a part of a name and goes on may have meant what bears it. */
static void
kin_read(Store *store, struct form *form, struct form_field *field)
{
	struct completion found = {0};
	const char *typed = field->input.text->str;
	if (field->made->len != 1 || field->means != NULL)
		return;
	complete_find(store, form->noun, field->key, form_event(form, form->row), typed, false,
		      &found);
	guint known = found.texts != NULL ? found.texts->len - (found.creates ? 1 : 0) : 0;
	for (guint i = 0; i < known && field->means == NULL; i++) {
		const char *name = g_ptr_array_index(found.texts, i);
		if (strcmp(name, typed) != 0)
			field->means = g_strdup_printf(_("there already: %s (↓)"), name);
	}
	completion_clear(&found);
}

void
form_made_read(Store *store, struct form *form, const void *row)
{
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		const char *typed = field->input.text->str;
		if (g_strcmp0(field->judged, typed) == 0)
			continue;
		g_free(field->judged);
		field->judged = g_strdup(typed);
		if (form_field_changed(field))
			field_judge(store, form, field, row);
		else
			g_ptr_array_set_size(field->made, 0);
		kin_read(store, form, field);
	}
}
