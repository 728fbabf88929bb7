/* People and organisations of the directory, as imports compare with them. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/match.h"
#include "core/naming.h"
#include "core/person.h"
#include "intake/import_private.h"

bool
known_people_load(Store *store, Bodies *bodies, MatchIndex *index, GError **error)
{
	g_autoptr(Rows) people = store_all(store, &entity_person, error);
	for (guint i = 0; people != NULL && i < people->n; i++) {
		const struct person *person = people->row[i];
		if (person->erased_at != NULL)
			continue;
		struct match_person known = {
			.id = person->id,
			.last_name = person->last_name,
			.first_name = person->first_name,
			.email_key = person->email_key,
			.organisation_key = bodies_key_of(bodies, person->organisation_id),
		};
		match_index_add(index, &known);
	}
	return people != NULL;
}

char *
person_words(const char *first_name, const char *last_name, const char *organisation)
{
	g_autofree char *name = name_listed(first_name, last_name);
	return organisation != NULL ? g_strdup_printf("%s · %s", name, organisation)
				    : g_steal_pointer(&name);
}

char *
known_person_words(Store *store, const Bodies *bodies, gint64 person_id)
{
	struct person *person = store_get(store, &entity_person, person_id, NULL);
	if (person == NULL)
		return NULL;
	char *words = person_words(person->first_name, person->last_name,
				   bodies_name(bodies, person->organisation_id));
	entity_free(&entity_person, person);
	return words;
}

/* ---- what becomes of organisations ---------------------------------------------------------- */

void
bodies_said_init(struct bodies_said *said)
{
	said->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	said->fresh = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	said->near = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void
bodies_said_clear(struct bodies_said *said)
{
	g_clear_pointer(&said->names, g_hash_table_destroy);
	g_clear_pointer(&said->fresh, g_hash_table_destroy);
	g_clear_pointer(&said->near, g_hash_table_destroy);
}

/* The known organisation, or the earlier one of the table, that bears the town hall's other title.
 */
static const char *
near_name(struct bodies_said *said, Bodies *bodies, const char *name)
{
	gint64 id = bodies_near(bodies, name);
	if (id != 0)
		return bodies_name(bodies, id);
	g_autofree char *key = match_organisation_key(name);
	if (key == NULL)
		return NULL;
	const char *earlier = g_hash_table_lookup(said->near, key);
	if (earlier == NULL)
		g_hash_table_insert(said->near, g_steal_pointer(&key), g_strdup(name));
	return earlier;
}

void
bodies_say(ImportPlan *plan, struct bodies_said *said, Bodies *bodies, guint line, const char *name)
{
	if (name == NULL || g_hash_table_contains(said->names, name))
		return;
	g_hash_table_add(said->names, g_strdup(name));
	const char *key = bodies_key(bodies, name);
	if (bodies_find(bodies, name) != 0 || key == NULL)
		return;
	if (!g_hash_table_contains(said->fresh, key))
		g_hash_table_insert(said->fresh, g_strdup(key), g_strdup(name));
	const char *other = near_name(said, bodies, name);
	if (other != NULL)
		say_information(plan, line, "organisation",
				_("“%s” may be “%s”: if so, make it an alias of it, or merge them"),
				name, other);
}

void
bodies_say_fresh(ImportPlan *plan, const struct bodies_said *said)
{
	guint n = g_hash_table_size(said->fresh);
	if (n > 0)
		say_information(plan, 0, "organisation",
				i18n_count("%u organisation is not known yet: it is made with "
					   "what its name suggests, and to be classified",
					   "%u organisations are not known yet: they are made "
					   "with what their names suggest, and to be classified",
					   n),
				n);
}
