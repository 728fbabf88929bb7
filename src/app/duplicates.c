#include "app/duplicates.h"

#include "app/directory.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/match.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/reference.h"

/* ---- those told apart ---------------------------------------------------------------------------
 */

/* Both tables of distinctions have the same two members behind id and rev. */
static const struct entity *
distinction_of(const struct entity *entity)
{
	return entity == &entity_person ? &entity_person_distinction
					: &entity_organisation_distinction;
}

static const struct field *
first_field(const struct entity *distinction)
{
	return entity_field(distinction, distinction == &entity_person_distinction
						 ? "person_id"
						 : "organisation_id");
}

static char *
pair_key(gint64 a, gint64 b)
{
	return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN(a, b), MAX(a, b));
}

/* The pairs that are two, as keys of a set; NULL on error. */
static GHashTable *
distinctions_load(Store *store, const struct entity *entity, GError **error)
{
	const struct entity *distinction = distinction_of(entity);
	g_autoptr(Rows) rows = store_all(store, distinction, error);
	if (rows == NULL)
		return NULL;
	GHashTable *pairs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < rows->n; i++)
		g_hash_table_add(pairs,
				 pair_key(field_get(first_field(distinction), rows->row[i]).integer,
					  field_get(entity_field(distinction, "other_id"),
						    rows->row[i])
						  .integer));
	return pairs;
}

static bool
distinctions_leave_out(Store *store, const struct entity *entity, GArray *found, GError **error)
{
	g_autoptr(GHashTable) pairs = distinctions_load(store, entity, error);
	if (pairs == NULL)
		return false;
	guint kept = 0;
	for (guint i = 0; i < found->len; i++) {
		struct duplicate *duplicate = &g_array_index(found, struct duplicate, i);
		g_autofree char *key = pair_key(duplicate->first, duplicate->second);
		if (!g_hash_table_contains(pairs, key))
			g_array_index(found, struct duplicate, kept++) = *duplicate;
	}
	g_array_set_size(found, kept);
	return true;
}

/* Somebody may have deleted or merged one of them meanwhile. */
static bool
are_there(Store *store, const struct entity *entity, gint64 a, gint64 b, GError **error)
{
	void *first = store_get(store, entity, a, error);
	void *second = first != NULL ? store_get(store, entity, b, error) : NULL;
	bool there = second != NULL;
	entity_free(entity, first);
	entity_free(entity, second);
	return there;
}

bool
duplicates_distinguish(Store *store, const struct entity *entity, gint64 a, gint64 b,
		       GError **error)
{
	const struct entity *distinction = distinction_of(entity);
	if (a == b)
		return fail(error, ERROR_INVALID, _("both are the same %s"), _(entity->label));
	if (!are_there(store, entity, a, b, error))
		return false;
	g_autoptr(GHashTable) pairs = distinctions_load(store, entity, error);
	g_autofree char *key = pair_key(a, b);
	if (pairs == NULL || g_hash_table_contains(pairs, key))
		return pairs != NULL;
	void *row = entity_new(distinction);
	field_set(first_field(distinction), row, value_integer(MIN(a, b)));
	field_set(entity_field(distinction, "other_id"), row, value_integer(MAX(a, b)));
	bool done = store_insert(store, distinction, row, error);
	entity_free(distinction, row);
	return done;
}

/* ---- finding ------------------------------------------------------------------------------------
 */

/* What the names of the people's organisations look like; each is asked for once. */
static GHashTable *
likes_load(Store *store, const Rows *people)
{
	GHashTable *likes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	for (guint i = 0; i < people->n; i++) {
		gint64 id = ((const struct person *)people->row[i])->organisation_id;
		struct organisation *organisation =
			id != 0 && !g_hash_table_contains(likes, &id)
				? store_get(store, &entity_organisation, id, NULL)
				: NULL;
		if (organisation != NULL)
			g_hash_table_insert(likes, g_memdup2(&id, sizeof id),
					    match_organisation_key(organisation->name));
		entity_free(&entity_organisation, organisation);
	}
	return likes;
}

static GArray *
people_compare(Store *store, const Rows *rows, duplicate_progress progress, gpointer user)
{
	g_autoptr(GHashTable) likes = likes_load(store, rows);
	g_autofree struct duplicate_person *people = g_new(struct duplicate_person, rows->n + 1);
	guint n = 0;
	for (guint i = 0; i < rows->n; i++) {
		const struct person *person = rows->row[i];
		if (person->erased_at == NULL)
			people[n++] = (struct duplicate_person){
				.id = person->id,
				.last_name = person->last_name,
				.first_name = person->first_name,
				.email_key = person->email_key,
				.organisation_id = person->organisation_id,
				.organisation_like =
					g_hash_table_lookup(likes, &person->organisation_id),
			};
	}
	return duplicates_of_people(people, n, progress, user);
}

static GArray *
people_find(Store *store, duplicate_progress progress, gpointer user, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, &entity_person, error);
	return rows != NULL ? people_compare(store, rows, progress, user) : NULL;
}

static GArray *
organisations_find(Store *store, duplicate_progress progress, gpointer user, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, &entity_organisation, error);
	if (rows == NULL)
		return NULL;
	g_autoptr(Rows) departments =
		store_where(store, &entity_territory, "type", value_text("department"), error);
	if (departments == NULL)
		return NULL;
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < departments->n; i++) {
		const struct territory *department = departments->row[i];
		g_hash_table_insert(names, department->code, department->name);
	}
	g_autofree struct duplicate_organisation *bodies =
		g_new(struct duplicate_organisation, rows->n + 1);
	for (guint i = 0; i < rows->n; i++) {
		const struct organisation *organisation = rows->row[i];
		bodies[i] = (struct duplicate_organisation){
			.id = organisation->id,
			.name = organisation->name,
			.short_name = organisation->short_name,
			.siren = organisation->siren,
			.department = organisation->department,
			.department_name =
				organisation->department != NULL
					? g_hash_table_lookup(names, organisation->department)
					: NULL,
		};
	}
	return duplicates_of_organisations(bodies, rows->n, progress, user);
}

/* A body and its successor are two names of one through time, not a duplicate. */
static bool
is_succession(Store *store, const struct duplicate *duplicate)
{
	gint64 ids[] = {duplicate->first, duplicate->second};
	bool found = false;
	for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
		struct organisation *organisation =
			store_get(store, &entity_organisation, ids[i], NULL);
		found |= organisation != NULL && organisation->successor_id == ids[1 - i];
		entity_free(&entity_organisation, organisation);
	}
	return found;
}

static void
successions_leave_out(Store *store, GArray *found)
{
	guint kept = 0;
	for (guint i = 0; i < found->len; i++) {
		struct duplicate duplicate = g_array_index(found, struct duplicate, i);
		if (!is_succession(store, &duplicate))
			g_array_index(found, struct duplicate, kept++) = duplicate;
	}
	g_array_set_size(found, kept);
}

GArray *
duplicates_find(Store *store, const struct entity *entity, duplicate_progress progress,
		gpointer user, GError **error)
{
	GError *reason = NULL;
	GArray *found = entity == &entity_person
				? people_find(store, progress, user, &reason)
				: organisations_find(store, progress, user, &reason);
	if (found != NULL && entity == &entity_organisation)
		successions_leave_out(store, found);
	if (found != NULL && !distinctions_leave_out(store, entity, found, &reason))
		g_clear_pointer(&found, g_array_unref);
	if (reason != NULL)
		g_propagate_error(error, reason);
	else if (found == NULL)
		fail(error, ERROR_CANCELLED, _("the search was ended"));
	return found;
}

static GArray *
near_compare(Store *store, const struct person *about, GError **error)
{
	g_autoptr(Rows) rows =
		people_named(store, about->last_name, about->first_name, about->email_key, error);
	return rows != NULL ? people_compare(store, rows, NULL, NULL) : NULL;
}

GArray *
duplicates_of_person(Store *store, gint64 person_id, GError **error)
{
	struct person *about = store_get(store, &entity_person, person_id, error);
	GArray *found = about != NULL ? near_compare(store, about, error) : NULL;
	entity_free(&entity_person, about);
	if (found == NULL)
		return NULL;
	guint kept = 0;
	for (guint i = 0; i < found->len; i++) {
		struct duplicate pair = g_array_index(found, struct duplicate, i);
		if (pair.first == person_id || pair.second == person_id)
			g_array_index(found, struct duplicate, kept++) = pair;
	}
	g_array_set_size(found, kept);
	if (kept > 0 && !distinctions_leave_out(store, &entity_person, found, error))
		g_clear_pointer(&found, g_array_unref);
	return found;
}

char *
duplicates_words(Store *store, const struct noun *noun, gint64 id)
{
	static const char *const beside[] = {"organisation", "town", "email"};
	void *row = store_get(store, noun->entity, id, NULL);
	if (row == NULL)
		return NULL;
	GString *words = g_string_new(NULL);
	g_autofree char *name = noun_name(store, noun, row);
	g_string_append(words, name);
	for (gsize i = 0; i < G_N_ELEMENTS(beside); i++) {
		const struct noun_key *key = noun_key(noun, beside[i]);
		g_autofree char *value = key != NULL ? noun_value(store, noun, key, row) : NULL;
		if (value != NULL)
			g_string_append_printf(words, ", %s", value);
	}
	entity_free(noun->entity, row);
	return g_string_free(words, FALSE);
}
