#include "tui/complete.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "core/event.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/index.h"

/* Keys that are no plain reference, and whose rows they name. */
static const struct {
	const char *key;
	const struct noun *noun;
} named_keys[] = {
	{"venue", &noun_venue},
	{"themes", &noun_theme},
	{"speakers", &noun_person},
	{"session", &noun_session},
	{"choices", &noun_session},
	{"workshop", &noun_session},
	{"organisation", &noun_organisation},
};

const struct noun *
complete_target(const struct noun_key *key)
{
	if (key->named != NULL)
		return key->named;
	for (gsize i = 0; i < G_N_ELEMENTS(named_keys); i++)
		if (strcmp(named_keys[i].key, key->key) == 0)
			return named_keys[i].noun;
	return NULL;
}

static const struct code_list *
codes_of(const struct noun *noun, const struct noun_key *key)
{
	const struct field *field = noun_field(noun, key);
	if (field == NULL)
		return NULL;
	if (field->kind == FIELD_BOOLEAN)
		return &code_yes_no;
	return field->kind == FIELD_CODE ? field->codes : NULL;
}

static bool
is_day_of_event(const struct noun *noun, const struct noun_key *key)
{
	return noun == &noun_session && strcmp(key->key, "date") == 0;
}

static bool
is_group(const struct noun *noun, const struct noun_key *key)
{
	return noun == &noun_session && strcmp(key->key, "parallel_group") == 0;
}

bool
complete_can(const struct noun *noun, const struct noun_key *key)
{
	return complete_target(key) != NULL || codes_of(noun, key) != NULL ||
	       is_day_of_event(noun, key) || is_group(noun, key);
}

static const char *
last_value(const struct noun_key *key, const char *typed)
{
	const char *separator = (key->flags & NOUN_MANY) != 0 ? strrchr(typed, ';') : NULL;
	const char *value = separator != NULL ? separator + 1 : typed;
	while (*value == ' ')
		value++;
	return value;
}

char *
complete_apply(const struct noun_key *key, const char *typed, const char *chosen)
{
	const char *value = last_value(key, typed);
	g_autofree char *before = g_strndup(typed, (gsize)(value - typed));
	return g_strconcat(before, chosen, NULL);
}

static void
codes_find(const struct code_list *codes, const char *folded, struct completion *completion)
{
	for (guint i = 0; i < codes->n; i++) {
		const char *label = code_text(&codes->codes[i]);
		g_autofree char *key = text_search_key(label);
		bool other = *folded != '\0' && code_answers(&codes->codes[i], folded, false);
		if (strstr(key, folded) != NULL || other) /* "co-organ" finds "co-construit avec" */
			g_ptr_array_add(completion->texts, g_strdup(label));
	}
}

static void
days_find(Store *store, gint64 event_id, const char *folded, struct completion *completion)
{
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event_id, NULL);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		if (day->date == NULL)
			continue;
		g_autofree char *text = date_text(day->date, DATE_NUMERIC);
		g_autofree char *key = text_search_key(text);
		if (g_str_has_prefix(key, folded))
			g_ptr_array_add(completion->texts, g_steal_pointer(&text));
	}
}

/* The groups that the other sessions of the event are in. */
static void
groups_find(Store *store, gint64 event_id, const char *folded, struct completion *completion)
{
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", event_id, NULL);
	for (guint i = 0; sessions != NULL && i < sessions->n; i++) {
		const char *group = ((struct session *)sessions->row[i])->parallel_group;
		g_autofree char *key = text_search_key(group != NULL ? group : "");
		if (group != NULL && g_str_has_prefix(key, folded) &&
		    !g_ptr_array_find_with_equal_func(completion->texts, group, g_str_equal, NULL))
			g_ptr_array_add(completion->texts, g_strdup(group));
	}
}

/* How a row is written into the field: by the name that finds it again. */
static char *
candidate_text(Store *store, const struct noun *noun, gint64 id)
{
	void *row = store_get(store, noun->entity, id, NULL);
	if (row == NULL)
		return NULL;
	char *name = noun_value(store, noun, noun_key(noun, noun->name_key), row);
	entity_free(noun->entity, row);
	return name;
}

static gint64
owner_of(Store *store, const struct noun *target, gint64 event_id)
{
	if (target->owner == NULL || strcmp(target->owner, "event_id") == 0)
		return target->owner != NULL ? event_id : 0;
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event_id, NULL);
	return days != NULL && days->n > 0 ? ((struct event_day *)days->row[0])->venue_id : 0;
}

static void
rows_find(Store *store, const struct noun *target, gint64 event_id, const char *words,
	  struct completion *completion)
{
	g_autoptr(Index) index =
		store_index(store, target->entity, target->owner, owner_of(store, target, event_id),
			    NULL, false, true, NULL);
	guint n = 0;
	g_autofree gint64 *ids =
		index != NULL ? index_filter(index, words, COMPLETE_MAX, &n) : NULL;
	for (guint i = 0; i < n; i++) {
		char *text = candidate_text(store, target, ids[i]);
		if (text != NULL)
			g_ptr_array_add(completion->texts, text);
	}
}

static bool
completion_has(const struct completion *completion, const char *typed)
{
	g_autofree char *key = text_search_key(typed);
	for (guint i = 0; i < completion->texts->len; i++) {
		g_autofree char *other = text_search_key(g_ptr_array_index(completion->texts, i));
		if (strcmp(other, key) == 0)
			return true;
	}
	return false;
}

void
complete_find(Store *store, const struct noun *noun, const struct noun_key *key, gint64 event_id,
	      const char *typed, bool all, struct completion *completion)
{
	*completion = (struct completion){.texts = g_ptr_array_new_with_free_func(g_free)};
	const char *value = last_value(key, typed);
	g_autofree char *folded = text_search_key(all ? "" : value);
	g_autofree char *words = text_words_key(all ? "" : value);
	const struct code_list *codes = codes_of(noun, key);
	const struct noun *target = complete_target(key);
	if (codes != NULL)
		codes_find(codes, folded, completion);
	else if (is_day_of_event(noun, key))
		days_find(store, event_id, folded, completion);
	else if (is_group(noun, key))
		groups_find(store, event_id, folded, completion);
	else if (target != NULL)
		rows_find(store, target, event_id, words, completion);
	if (target != NULL && target != &noun_session && *value != '\0' &&
	    !completion_has(completion, value)) {
		g_ptr_array_add(completion->texts, g_strdup(value));
		completion->creates = true;
	}
}

void
completion_clear(struct completion *completion)
{
	g_clear_pointer(&completion->texts, g_ptr_array_unref);
	completion->creates = false;
}
