#include "app/values.h"

#include <string.h>

#include "app/filter.h"
#include "base/clock.h"
#include "base/text.h"
#include "core/status.h"

struct values {
	Store *store;
	Index *index;
	struct values_source source;
	enum values_use use;
	struct index_reading reading; /* its values are unread where no row has been yet */
	const char **fold;            /* by place; NULL until asked for */
	GHashTable *folded;           /* of each value (borrowed from TEXT), once */
};

/* No value can be this one. */
static const char unread[] = "";

/* ---- one row ------------------------------------------------------------------------------------
 */

/* The member of a reference's target that says what is wanted of it; NULL: the target is asked as a
 * noun. */
static const char *
target_member(const struct noun *target, enum values_use use)
{
	static const char *const members[][2] = {
		[VALUES_TO_FILTER] = {"search_key", NULL},
		[VALUES_TO_SORT] = {"sort_key", "search_key"},
	};
	for (guint i = 0; i < 2; i++)
		if (members[use][i] != NULL &&
		    entity_field(target->entity, members[use][i]) != NULL)
			return members[use][i];
	return NULL;
}

static char *
target_value(Store *store, const struct noun *target, gint64 id, enum values_use use)
{
	const char *member = target_member(target, use);
	void *row = id != 0 ? store_get(store, target->entity, id, NULL) : NULL;
	if (row == NULL)
		return NULL;
	char *value = member != NULL
			      ? g_strdup(field_get(entity_field(target->entity, member), row).text)
			      : noun_value(store, target, noun_key(target, target->name_key), row);
	entity_free(target->entity, row);
	return value;
}

static char *
local_instant(Store *store, char *instant)
{
	char local[17];
	if (instant == NULL || !clock_local(instant, store_zone(store), local))
		return instant;
	g_free(instant);
	return g_strdup(local);
}

static char *
row_value(Store *store, const struct values_source *source, const void *row, enum values_use use)
{
	const struct noun_key *key = source->key;
	if (source->member != NULL)
		return g_strdup(
			field_get(entity_field(source->noun->entity, source->member), row).text);
	if (key == NULL)
		return source->text != NULL ? source->text(store, row)
					    : sieve_row_words(store, source->noun, row);
	if (key->get == NULL && key->named != NULL)
		return target_value(store, key->named,
				    field_get(noun_field(source->noun, key), row).integer, use);
	char *value = noun_value(store, source->noun, key, row);
	return noun_key_kind(source->noun, key) == FIELD_INSTANT ? local_instant(store, value)
								 : value;
}

char *
value_to_filter(Store *store, const struct noun *noun, const struct noun_key *key, const void *row)
{
	const struct values_source source = {.noun = noun, .key = key};
	return row_value(store, &source, row, VALUES_TO_FILTER);
}

/* ---- many rows ----------------------------------------------------------------------------------
 */

/* The member that the engine can give for all rows at once, or NULL. */
static const struct field *
plain_member(const struct values_source *source, enum values_use use, const char **named)
{
	const struct entity *entity = source->noun->entity;
	if (source->member != NULL)
		return entity_field(entity, source->member);
	const struct field *field = source->key != NULL && source->key->get == NULL
					    ? noun_field(source->noun, source->key)
					    : NULL;
	if (field == NULL || field->kind == FIELD_INSTANT)
		return NULL;
	if (field->kind == FIELD_REFERENCE && source->key->named != NULL)
		*named = target_member(source->key->named, use);
	return field->kind == FIELD_REFERENCE && *named == NULL ? NULL : field;
}

/* True when the engine can give them for many rows at once. */
static bool
is_plain(Values *values)
{
	const struct values_source *source = &values->source;
	if (source->member == NULL && source->key == NULL && source->text == NULL)
		return index_has_words(source->noun->entity);
	const struct field *member = plain_member(source, values->use, &values->reading.named);
	if (member != NULL)
		values->reading.field = member->name;
	return member != NULL;
}

Values *
values_new(Store *store, Index *index, const struct values_source *source, enum values_use use)
{
	Values *values = g_new0(Values, 1);
	values->store = store;
	values->index = index;
	values->source = *source;
	values->use = use;
	values->reading.text = g_string_chunk_new(16384);
	values->reading.value = g_new(const char *, index->n + 1);
	values->reading.done = !is_plain(values);
	values->fold = g_new0(const char *, index->n + 1);
	values->folded = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
	for (guint i = 0; i < index->n; i++)
		values->reading.value[i] = unread;
	return values;
}

/* What cannot be read so is read row by row, and says why where that fails too. */
bool
values_read(Values *values, gint64 until)
{
	while (!values->reading.done) {
		store_index_read(values->store, values->index, &values->reading, NULL);
		if (g_get_monotonic_time() > until)
			break;
	}
	return values->reading.done;
}

void
values_free(Values *values)
{
	if (values == NULL)
		return;
	g_hash_table_destroy(values->folded);
	g_string_chunk_free(values->reading.text);
	g_free(values->fold);
	g_free(values->reading.value);
	g_free(values);
}

const char *
values_at(Values *values, guint place)
{
	if (values->reading.value[place] != unread)
		return values->reading.value[place];
	const struct entity *entity = values->source.noun->entity;
	void *row = store_get(values->store, entity, values->index->id[place], NULL);
	g_autofree char *value =
		row != NULL ? row_value(values->store, &values->source, row, values->use) : NULL;
	entity_free(entity, row);
	values->reading.value[place] =
		value != NULL && *value != '\0'
			? g_string_chunk_insert_const(values->reading.text, value)
			: NULL;
	return values->reading.value[place];
}

static char *
value_folded(const Values *values, const char *value)
{
	bool key = values->source.key != NULL && values->source.key->named != NULL;
	if (values->use == VALUES_TO_SORT)
		return text_words_key(value);
	return key ? g_strdup(value) : text_search_key(value);
}

static const char *
fold_once(Values *values, const char *value)
{
	char *folded = g_hash_table_lookup(values->folded, value);
	if (folded == NULL) {
		folded = value_folded(values, value);
		g_hash_table_insert(values->folded, (gpointer)(gsize)value, folded);
	}
	return folded;
}

const char *
values_folded(Values *values, guint place)
{
	if (values->fold[place] == NULL) {
		const char *value = values_at(values, place);
		values->fold[place] = value != NULL ? fold_once(values, value) : "";
	}
	return values->fold[place];
}

/* ---- order --------------------------------------------------------------------------------------
 */

struct ranked {
	gint64 number;
	const char *text, *accents; /* of texts: folded, and as it stands */
	guint32 place;
	bool missing;
};

static int
compare(const struct ranked *a, const struct ranked *b)
{
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	int order = g_strcmp0(a->text, b->text);
	return order != 0 ? order : g_strcmp0(a->accents, b->accents);
}

static int
compare_ranked(gconstpointer first, gconstpointer second, gpointer descending)
{
	const struct ranked *a = first, *b = second;
	if (a->missing != b->missing)
		return a->missing ? 1 : -1;
	int order = a->missing ? 0 : compare(a, b);
	if (order != 0)
		return descending != NULL ? -order : order;
	return a->place < b->place ? -1 : 1;
}

static gint64
code_place(const struct code_list *list, const char *code)
{
	const struct code *found = code_find(list, code);
	return found != NULL ? found - list->codes : list->n;
}

static struct ranked
value_rank(Values *values, guint place)
{
	const struct values_source *source = &values->source;
	struct ranked rank = {.place = place};
	const char *value = values_at(values, place);
	const struct field *field =
		source->key != NULL ? noun_field(source->noun, source->key) : NULL;
	rank.missing = value == NULL;
	if (value == NULL)
		return rank;
	if (source->member != NULL || (field != NULL && field->kind == FIELD_REFERENCE)) {
		rank.text = value;
		return rank;
	}
	if (field != NULL && field->codes != NULL) {
		rank.number = code_place(field->codes, value);
		return rank;
	}
	switch (source->key != NULL ? noun_key_kind(source->noun, source->key) : FIELD_TEXT) {
	case FIELD_INTEGER:
	case FIELD_BOOLEAN:
		rank.number = g_ascii_strtoll(value, NULL, 10);
		break;
	case FIELD_TEXT:
	case FIELD_LONG:
		rank.text = values_folded(values, place);
		rank.accents = value;
		break;
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_TIME:
	case FIELD_INSTANT:
	case FIELD_CODE:
	case FIELD_REFERENCE:
		rank.text = value;
		break;
	}
	return rank;
}

guint32 *
values_order(Values *values, bool descending)
{
	guint n = values->index->n;
	values_read(values, G_MAXINT64);
	g_autofree struct ranked *ranked = g_new(struct ranked, n + 1);
	for (guint i = 0; i < n; i++)
		ranked[i] = value_rank(values, i);
	g_qsort_with_data(ranked, (gint)n, sizeof *ranked, compare_ranked,
			  descending ? ranked : NULL);
	guint32 *order = g_new(guint32, n + 1);
	for (guint i = 0; i < n; i++)
		order[i] = ranked[i].place;
	return order;
}
