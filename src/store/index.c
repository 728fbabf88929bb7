#include "store/index.h"

#include <string.h>

#include "core/attendee.h"
#include "core/checklist.h"
#include "core/decision.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/practice.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/task.h"
#include "store/private.h"

#define NAMED(table, column)                                                                       \
	" || '|' || coalesce((SELECT search_key FROM " table " AS t WHERE t.id = " column "), '')"

/* What one may type to find a row: its own words and those of what it points to. */
static const struct {
	const struct entity *entity;
	const char *key;
} keys[] = {
	{&entity_event,
	 "event.search_key || '|' || replace(coalesce(start_date, ''), '-', "
	 "'')" NAMED("kind", "event.kind_id")
		 NAMED("cycle", "event.cycle_id") " || '|' || coalesce((SELECT t.search_key "
						  "FROM event_day JOIN venue AS t ON t.id = "
						  "venue_id WHERE event_id = event.id ORDER "
						  "BY date LIMIT 1), '')"},
	{&entity_person, "person.search_key" NAMED("organisation", "person.organisation_id")},
	{&entity_organisation, "search_key || '|' || coalesce(department, '')"},
	{&entity_venue, "search_key || '|' || coalesce(department, '')"},
	{&entity_attendee, "attendee.search_key || '|' || coalesce(department, '')"},
	{&entity_partner, "''" NAMED("organisation", "partner.organisation_id")},
	{&entity_speaker, "''" NAMED("person", "speaker.person_id")},
	{&entity_cycle, "search_key"},
	{&entity_theme, "search_key"},
	{&entity_kind, "search_key"},
	{&entity_room, "search_key"},
	{&entity_practice, "practice.search_key" NAMED("theme", "practice.theme_id")},
	{&entity_task,
	 "coalesce(task.search_key, '')" NAMED("person", "task.person_id")
		 NAMED("organisation", "task.organisation_id") NAMED("event", "task.event_id")},
	{&entity_decision, "search_key"},
	{&entity_checklist, "search_key"},
};

static const char *
key_expression(const struct entity *entity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		if (keys[i].entity == entity)
			return keys[i].key;
	return "''";
}

struct collected {
	GArray *ids;
	GPtrArray *keys;
	GStringChunk *text;
};

static bool
index_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct collected *collected = user;
	gint64 id = store_column_integer(store, cursor, 0);
	g_array_append_val(collected->ids, id);
	if (collected->keys != NULL) {
		struct value key = store_column(store, cursor, 1);
		g_ptr_array_add(collected->keys,
				g_string_chunk_insert(collected->text,
						      key.type == VALUE_TEXT ? key.text : ""));
	}
	return true;
}

static char *
index_sql(const struct entity *entity, const char *column, const char *sort, bool descending,
	  bool with_keys)
{
	g_autofree char *order = NULL;
	if (sort != NULL)
		order = g_strdup_printf("%s %s NULLS LAST, id", sort, descending ? "DESC" : "ASC");
	/* Who has been forgotten is a row without a name, kept for the counts alone. */
	bool forgettable = entity_field(entity, "erased_at") != NULL;
	g_autofree char *where =
		g_strconcat(column != NULL || forgettable ? "WHERE " : "",
			    column != NULL ? column : "", column != NULL ? " = $1" : "",
			    column != NULL && forgettable ? " AND " : "",
			    forgettable ? "erased_at IS NULL" : "", NULL);
	return g_strdup_printf("SELECT id%s%s FROM %s %s ORDER BY %s", with_keys ? ", " : "",
			       with_keys ? key_expression(entity) : "", entity->table, where,
			       order != NULL ? order : entity_order(entity));
}

Index *
store_index(Store *store, const struct entity *entity, const char *column, gint64 id,
	    const char *sort, bool descending, bool with_keys, GError **error)
{
	g_assert(sort == NULL || entity_field(entity, sort) != NULL);
	g_assert(column == NULL || entity_field(entity, column) != NULL);
	struct collected collected = {
		.ids = g_array_new(FALSE, FALSE, sizeof(gint64)),
		.keys = with_keys ? g_ptr_array_new() : NULL,
		.text = g_string_chunk_new(16384),
	};
	g_autofree char *sql = index_sql(entity, column, sort, descending, with_keys);
	struct value args[] = {value_integer(id)};
	bool done =
		store_each(store, sql, args, column != NULL ? 1 : 0, index_row, &collected, error);
	Index *index = g_new0(Index, 1);
	index->n = collected.ids->len;
	index->id = (gint64 *)(void *)g_array_free(collected.ids, FALSE);
	if (with_keys)
		index->key = (const char **)(void *)g_ptr_array_free(collected.keys, FALSE);
	index->text = collected.text;
	if (!done)
		g_clear_pointer(&index, index_free);
	return index;
}

void
index_free(Index *index)
{
	if (index == NULL)
		return;
	g_free(index->id);
	g_free(index->key);
	g_string_chunk_free(index->text);
	g_free(index);
}

static bool
key_has_words(const char *key, char *const *words)
{
	for (; *words != NULL; words++)
		if (**words != '\0' && strstr(key, *words) == NULL)
			return false;
	return true;
}

gint64 *
index_filter(const Index *index, const char *words, guint limit, guint *n)
{
	g_auto(GStrv) split = g_strsplit(words, " ", -1);
	gint64 *ids = g_new(gint64, index->n + 1);
	guint found = 0;
	for (guint i = 0; i < index->n && (limit == 0 || found < limit); i++)
		if (index->key == NULL || key_has_words(index->key[i], split))
			ids[found++] = index->id[i];
	*n = found;
	return ids;
}
