#include "app/town.h"

#include <string.h>

#include "app/noun.h"
#include "base/text.h"
#include "core/reference.h"

static bool
town_take(struct venue *venue, const char *town, const char *code, const char *department)
{
	text_set(&venue->town, town);
	if (venue->town_code == NULL)
		text_set(&venue->town_code, code);
	if (venue->department == NULL)
		text_set(&venue->department, department);
	return true;
}

/* Two towns of one name are told apart by nobody here. */
static const struct territory *
only_town(const Rows *rows)
{
	const struct territory *only = NULL;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		if (g_strcmp0(territory->type, "town") != 0)
			continue;
		if (only != NULL)
			return NULL;
		only = territory;
	}
	return only;
}

bool
town_of_name(Store *store, struct venue *venue)
{
	g_autofree char *part = venue->town == NULL ? place_last_part(venue->name) : NULL;
	if (part == NULL)
		return false;
	g_autofree char *key = text_search_key(part);
	g_autoptr(Rows) towns =
		store_where(store, &entity_territory, "search_key", value_text(key), NULL);
	const struct territory *town = only_town(towns);
	if (town != NULL)
		return town_take(venue, town->name, town->code, town->department);
	g_autoptr(Rows) venues = store_all(store, &entity_venue, NULL);
	for (guint i = 0; venues != NULL && i < venues->n; i++) {
		const struct venue *other = venues->row[i];
		g_autofree char *known = text_search_key(other->town);
		if (other->town != NULL && strcmp(known, key) == 0)
			return town_take(venue, other->town, other->town_code, other->department);
	}
	return false;
}

static char *
town_words(const struct venue *venue)
{
	if (venue->town == NULL)
		return NULL;
	return venue->department != NULL
		       ? g_strdup_printf("%s (%s)", venue->town, venue->department)
		       : g_strdup(venue->town);
}

char *
town_of_place(Store *store, const char *name)
{
	GError *reason = NULL;
	gint64 id = noun_find(store, &noun_venue, 0, name, &reason);
	g_clear_error(&reason);
	struct venue *venue =
		id != 0 ? store_get(store, &entity_venue, id, NULL) : entity_new(&entity_venue);
	if (venue == NULL)
		return NULL;
	if (id == 0) {
		text_set(&venue->name, name);
		town_of_name(store, venue);
	}
	char *words = town_words(venue);
	entity_free(&entity_venue, venue);
	return words;
}
