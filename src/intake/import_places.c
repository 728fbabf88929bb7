/* Places that rows of events name. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/place.h"
#include "intake/import_events.h"

struct places {
	GHashTable *by_name; /* folded name → GPtrArray of struct venue */
};

static void
venue_free(gpointer venue)
{
	entity_free(&entity_venue, venue);
}

static void
places_add(Places *places, struct venue *venue)
{
	g_autofree char *key = text_search_key(venue->name);
	GPtrArray *namesakes = g_hash_table_lookup(places->by_name, key);
	if (namesakes == NULL) {
		namesakes = g_ptr_array_new_with_free_func(venue_free);
		g_hash_table_insert(places->by_name, g_steal_pointer(&key), namesakes);
	}
	g_ptr_array_add(namesakes, venue);
}

Places *
places_load(Store *store, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, &entity_venue, error);
	if (rows == NULL)
		return NULL;
	Places *places = g_new0(Places, 1);
	places->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						(GDestroyNotify)g_ptr_array_unref);
	for (guint i = 0; i < rows->n; i++)
		places_add(places, g_steal_pointer(&rows->row[i]));
	return places;
}

void
places_free(Places *places)
{
	if (places == NULL)
		return;
	g_hash_table_destroy(places->by_name);
	g_free(places);
}

static bool
folds_alike(const char *a, const char *b)
{
	g_autofree char *left = text_search_key(a);
	g_autofree char *right = text_search_key(b);
	return strcmp(left, right) == 0;
}

/* What is not known on one side says nothing against it. */
static bool
agrees(const char *a, const char *b)
{
	return a == NULL || b == NULL || folds_alike(a, b);
}

/* Another town or département makes another place: there is a CREPS in each region. Of a place
 * without a name only its town is known. */
static bool
is_place(const struct venue *venue, const struct place *place)
{
	return (place->venue != NULL || venue->address == NULL) &&
	       agrees(venue->town, place->town) && agrees(venue->department, place->department);
}

const struct venue *
places_find(const Places *places, const struct place *place)
{
	const char *name = place->venue != NULL ? place->venue : place->town;
	if (name == NULL)
		return NULL;
	g_autofree char *key = text_search_key(name);
	const GPtrArray *namesakes = g_hash_table_lookup(places->by_name, key);
	for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
		if (is_place(g_ptr_array_index(namesakes, i), place))
			return g_ptr_array_index(namesakes, i);
	return NULL;
}

static void
place_fit(char **member, const char *name, const char *text)
{
	const struct field *field = entity_field(&entity_venue, name);
	g_autofree char *cut = text != NULL ? value_cut(text, field->length) : NULL;
	text_set(member, cut != NULL ? cut : text);
}

/* A département that does not fit its field is no code: it is told in the notes. */
static void
department_fit(struct venue *venue, const char *department)
{
	const struct field *field = entity_field(&entity_venue, "department");
	g_autofree char *cut = department != NULL ? value_cut(department, field->length) : NULL;
	if (cut == NULL)
		text_set(&venue->department, department);
	else
		venue->notes = g_strdup_printf(_("%s: %s"), _("Département"), department);
}

bool
places_make(Store *store, Places *places, const struct place *place, gint64 *id, GError **error)
{
	const struct venue *known = places_find(places, place);
	*id = known != NULL ? known->id : 0;
	if (known != NULL || (place->venue == NULL && place->town == NULL))
		return true;
	struct venue *venue = entity_new(&entity_venue);
	place_fit(&venue->name, "name", place->venue != NULL ? place->venue : place->town);
	place_fit(&venue->town, "town", place->town);
	department_fit(venue, place->department);
	if (!store_insert(store, &entity_venue, venue, error)) {
		entity_free(&entity_venue, venue);
		return false;
	}
	*id = venue->id;
	places_add(places, venue);
	return true;
}
