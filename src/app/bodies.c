#include "app/bodies.h"

#include <string.h>

#include "app/directory.h"
#include "base/text.h"
#include "core/match.h"

struct bodies {
	GHashTable *by_name;  /* folded name → id */
	GHashTable *by_match; /* match_organisation_key() → id */
	GHashTable *typed;    /* name as typed → struct known */
	GHashTable *names;    /* id → name */
	GHashTable *keys;     /* id → "#id" */
	GStringChunk *texts;
	Classifier *classifier; /* loaded with the first organisation that is made */
};

/* What a name as typed has led to: tables repeat the same few organisations. */
struct known {
	gint64 id;
	const char *key;
};

static gint64 *
id_copy(gint64 id)
{
	return g_memdup2(&id, sizeof id);
}

static void
key_take(GHashTable *table, char *key, gint64 id)
{
	if (key == NULL || *key == '\0' || g_hash_table_contains(table, key))
		g_free(key);
	else
		g_hash_table_insert(table, key, id_copy(id));
}

void
bodies_add_name(Bodies *bodies, gint64 id, const char *name)
{
	if (name == NULL)
		return;
	key_take(bodies->by_name, text_search_key(name), id);
	key_take(bodies->by_match, match_organisation_key(name), id);
}

void
bodies_add(Bodies *bodies, const struct organisation *organisation)
{
	g_hash_table_insert(bodies->names, id_copy(organisation->id), g_strdup(organisation->name));
	bodies_add_name(bodies, organisation->id, organisation->name);
	bodies_add_name(bodies, organisation->id, organisation->short_name);
}

Bodies *
bodies_load(Store *store, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, &entity_organisation, error);
	g_autoptr(Rows) aliases =
		rows != NULL ? store_all(store, &entity_organisation_alias, error) : NULL;
	if (aliases == NULL)
		return NULL;
	Bodies *bodies = g_new0(Bodies, 1);
	bodies->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	bodies->by_match = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	bodies->typed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	bodies->names = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	bodies->keys = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	bodies->texts = g_string_chunk_new(4096);
	for (guint i = 0; i < rows->n; i++)
		bodies_add(bodies, rows->row[i]);
	for (guint i = 0; i < aliases->n; i++) {
		const struct organisation_alias *alias = aliases->row[i];
		bodies_add_name(bodies, alias->organisation_id, alias->name);
	}
	return bodies;
}

void
bodies_free(Bodies *bodies)
{
	if (bodies == NULL)
		return;
	g_hash_table_destroy(bodies->by_name);
	g_hash_table_destroy(bodies->by_match);
	g_hash_table_destroy(bodies->typed);
	g_hash_table_destroy(bodies->names);
	g_hash_table_destroy(bodies->keys);
	g_string_chunk_free(bodies->texts);
	classifier_free(bodies->classifier);
	g_free(bodies);
}

const char *
bodies_key_of(Bodies *bodies, gint64 id)
{
	const char *key = g_hash_table_lookup(bodies->keys, &id);
	if (key != NULL || id == 0)
		return key;
	g_autofree char *made = g_strdup_printf("#%" G_GINT64_FORMAT, id);
	key = g_string_chunk_insert(bodies->texts, made);
	g_hash_table_insert(bodies->keys, id_copy(id), (gpointer)(gsize)key);
	return key;
}

const char *
bodies_name(const Bodies *bodies, gint64 id)
{
	return g_hash_table_lookup(bodies->names, &id);
}

/* A name that led nowhere may lead to what has been added since. */
static const struct known *
known_again(Bodies *bodies, struct known *known)
{
	const gint64 *id =
		known->key != NULL ? g_hash_table_lookup(bodies->by_name, known->key) : NULL;
	if (id != NULL) {
		known->id = *id;
		known->key = bodies_key_of(bodies, *id);
	}
	return known;
}

static const struct known *
typed_find(Bodies *bodies, const char *name)
{
	struct known *known = g_hash_table_lookup(bodies->typed, name);
	if (known != NULL)
		return known->id == 0 ? known_again(bodies, known) : known;
	known = g_new0(struct known, 1);
	g_autofree char *folded = text_search_key(name);
	const gint64 *id = g_hash_table_lookup(bodies->by_name, folded);
	known->id = id != NULL ? *id : 0;
	known->key = known->id != 0    ? bodies_key_of(bodies, known->id)
		     : *folded != '\0' ? g_string_chunk_insert_const(bodies->texts, folded)
				       : NULL;
	g_hash_table_insert(bodies->typed, g_strdup(name), known);
	return known;
}

gint64
bodies_find(Bodies *bodies, const char *name)
{
	return typed_find(bodies, name)->id;
}

gint64
bodies_near(const Bodies *bodies, const char *name)
{
	g_autofree char *match = match_organisation_key(name);
	const gint64 *id = match != NULL ? g_hash_table_lookup(bodies->by_match, match) : NULL;
	return id != NULL ? *id : 0;
}

const char *
bodies_key(Bodies *bodies, const char *name)
{
	return name != NULL ? typed_find(bodies, name)->key : NULL;
}

gint64
bodies_make(Store *store, Bodies *bodies, const char *name, guint *made, GError **error)
{
	gint64 id = bodies_find(bodies, name);
	if (id != 0)
		return id;
	if (bodies->classifier == NULL)
		bodies->classifier = classifier_load(store);
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	if (bodies->classifier != NULL)
		organisation_propose_with(bodies->classifier, organisation);
	if (store_insert(store, &entity_organisation, organisation, error)) {
		id = organisation->id;
		bodies_add(bodies, organisation);
		++*made;
	}
	entity_free(&entity_organisation, organisation);
	return id;
}
