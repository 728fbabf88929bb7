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

bool
index_has_words(const struct entity *entity)
{
	return strcmp(key_expression(entity), "''") != 0;
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

/* BESIDE: what is read beside the id, or NULL. */
static char *
index_sql(const struct entity *entity, const char *column, const char *sort, bool descending,
	  const char *beside)
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
	return g_strdup_printf("SELECT id%s%s FROM %s %s ORDER BY %s", beside != NULL ? ", " : "",
			       beside != NULL ? beside : "", entity->table, where,
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
	g_autofree char *sql = index_sql(entity, column, sort, descending,
					 with_keys ? key_expression(entity) : NULL);
	struct value args[] = {value_integer(id)};
	bool done =
		store_each(store, sql, args, column != NULL ? 1 : 0, index_row, &collected, error);
	Index *index = g_new0(Index, 1);
	index->entity = entity;
	index->column = g_strdup(column);
	index->of = id;
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
	g_free(index->column);
	g_free(index->by_id);
	g_free(index->id);
	g_free(index->key);
	g_string_chunk_free(index->text);
	g_free(index);
}

/* ---- values -------------------------------------------------------------------------------------
 */

/* By their ids rows lie one behind the other in the file: in a list's own order reading 100,000 of
 * them takes four times as long. */
#define ROWS_AT_ONCE 1000

static int
by_id(gconstpointer a, gconstpointer b, gpointer user)
{
	const Index *index = user;
	gint64 first = index->id[*(const guint32 *)a], second = index->id[*(const guint32 *)b];
	return first < second ? -1 : first > second ? 1 : 0;
}

static void
places_sort(Index *index)
{
	bool sorted = true;
	index->by_id = g_new(guint32, index->n + 1);
	for (guint i = 0; i < index->n; i++) {
		index->by_id[i] = i;
		sorted &= i == 0 || index->id[i - 1] < index->id[i];
	}
	if (!sorted)
		g_qsort_with_data(index->by_id, (gint)index->n, sizeof *index->by_id, by_id, index);
}

/* The first place in BY_ID whose id is ID or greater. */
static guint
place_search(const Index *index, gint64 id)
{
	guint low = 0, high = index->n;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (index->id[index->by_id[middle]] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct spell {
	Index *index;
	struct index_reading *reading;
	guint at, n; /* next place in BY_ID; rows read */
};

static const char *
column_value(Store *store, struct engine_cursor *cursor, GStringChunk *text)
{
	struct value value = store_column(store, cursor, 1);
	if (value.type == VALUE_TEXT && *value.text != '\0')
		return g_string_chunk_insert_const(text, value.text);
	if (value.type != VALUE_INTEGER)
		return NULL;
	char digits[24];
	g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, value.integer);
	return g_string_chunk_insert_const(text, digits);
}

static bool
spell_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct spell *spell = user;
	const Index *index = spell->index;
	gint64 id = store_column_integer(store, cursor, 0);
	spell->n++;
	spell->reading->after = id;
	while (spell->at < index->n && index->id[index->by_id[spell->at]] < id)
		spell->at++;
	if (spell->at < index->n && index->id[index->by_id[spell->at]] == id)
		spell->reading->value[index->by_id[spell->at]] =
			column_value(store, cursor, spell->reading->text);
	return true;
}

static char *
reading_expression(const struct entity *entity, const struct index_reading *reading)
{
	if (reading->field == NULL)
		return g_strdup(key_expression(entity));
	const struct field *member = entity_field(entity, reading->field);
	g_assert(member != NULL && (reading->named == NULL) == (member->target == NULL));
	if (reading->named == NULL)
		return g_strdup_printf("%s.%s", entity->table, reading->field);
	return g_strdup_printf("(SELECT t.%s FROM %s AS t WHERE t.id = %s.%s)", reading->named,
			       member->target->table, entity->table, reading->field);
}

bool
store_index_read(Store *store, Index *index, struct index_reading *reading, GError **error)
{
	const struct entity *entity = index->entity;
	if (index->by_id == NULL)
		places_sort(index);
	g_autofree char *beside = reading_expression(entity, reading);
	g_autofree char *sql =
		g_strdup_printf("SELECT id, %s FROM %s WHERE id > $1%s%s%s ORDER BY id LIMIT %d",
				beside, entity->table, index->column != NULL ? " AND " : "",
				index->column != NULL ? index->column : "",
				index->column != NULL ? " = $2" : "", ROWS_AT_ONCE);
	struct value args[] = {value_integer(reading->after), value_integer(index->of)};
	struct spell spell = {index, reading, place_search(index, reading->after), 0};
	bool done = store_each(store, sql, args, index->column != NULL ? 2 : 1, spell_row, &spell,
			       error);
	reading->done = !done || spell.n < ROWS_AT_ONCE;
	return done;
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
