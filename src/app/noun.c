#include "app/noun.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

const struct noun *const nouns[] = {
	&noun_event,    &noun_session,      &noun_speaker, &noun_attendee,  &noun_partner,
	&noun_person,   &noun_organisation, &noun_venue,   &noun_room,      &noun_cycle,
	&noun_theme,    &noun_kind,         &noun_busy,    &noun_task,      &noun_half_day,
	&noun_decision, &noun_practice,     &noun_holiday, &noun_checklist, NULL,
};

const struct noun *
noun_named(const char *name)
{
	for (guint i = 0; nouns[i] != NULL; i++)
		if (strcmp(nouns[i]->name, name) == 0)
			return nouns[i];
	return NULL;
}

const struct noun_key *
noun_key(const struct noun *noun, const char *key)
{
	for (guint i = 0; i < noun->n_keys; i++)
		if (strcmp(noun->keys[i].key, key) == 0)
			return &noun->keys[i];
	return NULL;
}

const struct field *
noun_field(const struct noun *noun, const struct noun_key *key)
{
	return key->field != NULL ? entity_field(noun->entity, key->field) : NULL;
}

static enum field_kind
kind_of_field(const struct field *field)
{
	switch (field->kind) {
	case FIELD_CODE:
	case FIELD_REFERENCE:
		return FIELD_TEXT;
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_INTEGER:
	case FIELD_BOOLEAN:
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_TIME:
	case FIELD_INSTANT:
		break;
	}
	return field->kind;
}

enum field_kind
noun_key_kind(const struct noun *noun, const struct noun_key *key)
{
	static const struct {
		enum noun_flag flag;
		enum field_kind kind;
	} computed[] = {{NOUN_NUMBER, FIELD_INTEGER},
			{NOUN_DATE, FIELD_DATE},
			{NOUN_TIME, FIELD_TIME},
			{NOUN_LONG, FIELD_LONG}};
	for (gsize i = 0; i < G_N_ELEMENTS(computed); i++)
		if ((key->flags & (unsigned)computed[i].flag) != 0)
			return computed[i].kind;
	const struct field *field = key->get == NULL ? noun_field(noun, key) : NULL;
	return field != NULL ? kind_of_field(field) : FIELD_TEXT;
}

const char *
noun_key_label(const struct noun *noun, const struct noun_key *key)
{
	const struct field *field = noun_field(noun, key);
	if (key->label != NULL)
		return _(key->label);
	return field != NULL && field->label != NULL ? _(field->label) : key->key;
}

/* The name of the row that a reference points to. */
static char *
reference_name(Store *store, const struct noun *target, gint64 id)
{
	void *row = id != 0 ? store_get(store, target->entity, id, NULL) : NULL;
	if (row == NULL)
		return NULL;
	char *name = noun_value(store, target, noun_key(target, target->name_key), row);
	entity_free(target->entity, row);
	return name;
}

char *
noun_value(Store *store, const struct noun *noun, const struct noun_key *key, const void *row)
{
	if (key->get != NULL)
		return key->get(store, row);
	const struct field *field = noun_field(noun, key);
	if (field_missing(field, row))
		return NULL;
	struct value value = field_get(field, row);
	if (key->named != NULL)
		return reference_name(store, key->named, value.integer);
	if (value.type == VALUE_TEXT)
		return g_strdup(value.text);
	return g_strdup_printf("%" G_GINT64_FORMAT, value.integer);
}

char *
noun_text(Store *store, const struct noun *noun, const struct noun_key *key, const void *row)
{
	const struct field *field = noun_field(noun, key);
	if (key->words != NULL) {
		char *words = key->words(store, row);
		return words != NULL ? words : g_strdup("");
	}
	if (key->get == NULL && key->named == NULL)
		return field_text(field, row);
	char *value = noun_value(store, noun, key, row);
	if (value == NULL)
		return g_strdup("");
	if (date_is_day(value)) {
		char *words = date_text(value, DATE_MEDIUM);
		g_free(value);
		return words;
	}
	if (time_valid(value)) {
		char *words = time_text(value, false);
		g_free(value);
		return words;
	}
	return value;
}

static char *
noun_keys_text(const struct noun *noun)
{
	GString *keys = g_string_new(NULL);
	for (guint i = 0; i < noun->n_keys; i++)
		if ((noun->keys[i].flags & NOUN_READ_ONLY) == 0)
			g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "",
					       noun->keys[i].key);
	return g_string_free(keys, FALSE);
}

bool
noun_pair_read(const struct noun *noun, const char *argument, struct noun_pair *pair,
	       GError **error)
{
	const char *equal = strchr(argument, '=');
	g_autofree char *name =
		equal != NULL ? g_strndup(argument, (gsize)(equal - argument)) : g_strdup(argument);
	const struct noun_key *key = noun_key(noun, name);
	if (equal == NULL || key == NULL || (key->flags & NOUN_READ_ONLY) != 0) {
		g_autofree char *keys = noun_keys_text(noun);
		return fail(error, ERROR_USAGE, _("“%s” is no name=value of %s; the names are: %s"),
			    argument, noun->name, keys);
	}
	*pair = (struct noun_pair){.key = key, .typed = equal + 1};
	return true;
}

/* A reference is typed by its target's name; what does not exist yet is made. */
static bool
reference_write(Store *store, const struct noun *noun, const struct noun_pair *pair, void *row,
		GPtrArray *notes, GError **error)
{
	const struct noun *target = pair->key->named;
	const struct field *field = noun_field(noun, pair->key);
	g_autofree char *typed = text_accept(pair->typed, false, NULL);
	if (typed == NULL) {
		field_set(field, row, value_text(NULL));
		return true;
	}
	GError *reason = NULL;
	gint64 id = target->resolve != NULL ? target->resolve(store, row, typed, notes, &reason)
					    : noun_find(store, target, 0, typed, &reason);
	if (id == 0) {
		g_propagate_error(error, reason);
		return false;
	}
	field_set(field, row, value_integer(id));
	return true;
}

static bool
pairs_set(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
	  GPtrArray *notes, GError **error)
{
	char today[11];
	store_today(store, today);
	bool fresh = ((const struct row_head *)row)->id == 0;
	for (guint i = 0; i < n; i++) {
		if (pairs[i].key->set != NULL) {
			pairs[i].failed = fresh && pairs[i].key->early != NULL &&
					  !pairs[i].key->early(store, row, pairs[i].typed, error);
			if (pairs[i].failed)
				return false;
			continue;
		}
		bool done = pairs[i].key->named != NULL
				    ? reference_write(store, noun, &pairs[i], row, notes, error)
				    : field_read(noun_field(noun, pairs[i].key), row,
						 pairs[i].typed, today, error);
		pairs[i].failed = !done;
		if (!done)
			return false;
	}
	return true;
}

/* In the table's order, whatever the order of the pairs: times stand on days, and a last day on the
 * first. */
static bool
relations_set(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
	      GPtrArray *notes, GError **error)
{
	for (guint i = 0; i < noun->n_keys; i++)
		for (guint j = 0; j < n; j++)
			if (pairs[j].key == &noun->keys[i] && noun->keys[i].set != NULL &&
			    !noun->keys[i].set(store, row, pairs[j].typed, notes, error)) {
				pairs[j].failed = true;
				return false;
			}
	return true;
}

static bool
row_judge(Store *store, const struct noun *noun, const void *row, struct noun_pair *pairs, guint n,
	  GError **error)
{
	const char *key = NULL;
	if (noun->judge == NULL || noun->judge(store, row, &key, error))
		return true;
	for (guint i = 0; i < n; i++)
		pairs[i].failed = key != NULL && strcmp(pairs[i].key->key, key) == 0;
	return false;
}

bool
noun_write(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
	   GPtrArray *notes, GError **error)
{
	const struct row_head *head = row;
	bool fresh = head->id == 0;
	if (!pairs_set(store, noun, row, pairs, n, notes, error))
		return false;
	if (fresh && noun->begin != NULL && !noun->begin(store, row, error))
		return false;
	if (noun->tidy != NULL && !noun->tidy(store, row, error))
		return false;
	if (!(fresh ? store_insert(store, noun->entity, row, error)
		    : store_update(store, noun->entity, row, error)))
		return false;
	if (fresh && noun->made != NULL && !noun->made(store, row, notes, error))
		return false;
	return relations_set(store, noun, row, pairs, n, notes, error) &&
	       row_judge(store, noun, row, pairs, n, error);
}

bool
noun_delete(Store *store, const struct noun *noun, gint64 id, GError **error)
{
	return (noun->deletable == NULL || noun->deletable(store, id, error)) &&
	       store_delete(store, noun->entity, id, error);
}

/* A relation stands on the row as it is stored: of what is typed for it, the text alone is judged.
 */
static bool
pair_judge(Store *store, const struct noun *noun, void *row, const struct noun_pair *pair,
	   GError **error)
{
	const struct noun_key *key = pair->key;
	char today[11];
	if (key->set != NULL)
		return key->early == NULL || key->early(store, row, pair->typed, error);
	if (key->named != NULL)
		return reference_write(store, noun, pair, row, NULL, error);
	store_today(store, today);
	return field_read(noun_field(noun, key), row, pair->typed, today, error);
}

void
noun_faults(Store *store, const struct noun *noun, void *row, struct noun_pair *pairs, guint n,
	    GPtrArray *reasons)
{
	for (guint i = 0; i < n; i++) {
		GError *reason = NULL;
		pairs[i].failed = !pair_judge(store, noun, row, &pairs[i], &reason);
		g_ptr_array_add(reasons, g_strdup(reason != NULL ? reason->message : ""));
		g_clear_error(&reason);
	}
}

char *
noun_name(Store *store, const struct noun *noun, const void *row)
{
	const struct noun_key *number = noun_key(noun, "number");
	g_autofree char *name = noun_value(store, noun, noun_key(noun, noun->name_key), row);
	if (noun == &noun_event && number != NULL) {
		g_autofree char *digits = noun_value(store, noun, number, row);
		return g_strdup_printf("%s %s", digits, name != NULL ? name : "");
	}
	return name != NULL ? g_steal_pointer(&name) : g_strdup("");
}
