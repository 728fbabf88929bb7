/* The name of a forgotten person in texts that belong to nobody: who is in charge of a task, the
 * officer of an event, a decision. What is the name alone goes; a sentence in which it stands is a
 * text of somebody else, whom it is left to: it is named, so that it can be corrected. */
#include "app/forget_texts.h"

#include <string.h>

#include "app/nouns.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/reference.h"
#include "store/erase.h"

struct forgotten_names {
	GHashTable *whole;  /* "zoeelan": a text that is this is the name */
	GPtrArray *phrases; /* " zoe elan ", " mme elan ": a text that holds this names them */
	GPtrArray *emails;
};

ForgottenNames *
forgotten_names_new(void)
{
	ForgottenNames *names = g_new0(ForgottenNames, 1);
	names->whole = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	names->phrases = g_ptr_array_new_with_free_func(g_free);
	names->emails = g_ptr_array_new_with_free_func(g_free);
	return names;
}

void
forgotten_names_free(ForgottenNames *names)
{
	if (names == NULL)
		return;
	g_hash_table_destroy(names->whole);
	g_ptr_array_unref(names->phrases);
	g_ptr_array_unref(names->emails);
	g_free(names);
}

/* ---- how they are called ------------------------------------------------------------------------
 */

static void
phrase_add(ForgottenNames *names, const char *before, const char *last)
{
	g_ptr_array_add(names->phrases, g_strdup_printf(" %s %s ", before, last));
}

/* A last name alone is the word of a language as often as not. */
static void
name_add(ForgottenNames *names, const char *first_name, const char *last_name)
{
	static const char *const civilities[] = {"mme",      "madame", "mlle", "m", "mr",
						 "monsieur", "dr",     "mrs",  "ms"};
	g_autofree char *first = text_words_key(first_name);
	g_autofree char *last = text_words_key(last_name);
	if (*last == '\0' || *first == '\0')
		return;
	g_autofree char *shown = g_strconcat(first_name, last_name, NULL);
	g_autofree char *listed = g_strconcat(last_name, first_name, NULL);
	g_hash_table_add(names->whole, text_search_key(shown));
	g_hash_table_add(names->whole, text_search_key(listed));
	g_autofree char *initial = g_utf8_substring(first, 0, 1);
	phrase_add(names, first, last);
	phrase_add(names, last, first);
	phrase_add(names, initial, last);
	for (gsize i = 0; i < G_N_ELEMENTS(civilities); i++)
		phrase_add(names, civilities[i], last);
}

static void
email_add(ForgottenNames *names, const char *email)
{
	char *key = text_email_key(email);
	if (key != NULL)
		g_ptr_array_add(names->emails, key);
}

bool
forgotten_names_add(Store *store, ForgottenNames *names, gint64 person_id, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	name_add(names, person->first_name, person->last_name);
	email_add(names, person->email);
	entity_free(&entity_person, person);
	g_autoptr(Rows) declared = store_of(store, &entity_attendee, "person_id", person_id, error);
	for (guint i = 0; declared != NULL && i < declared->n; i++) {
		const struct attendee *attendee = declared->row[i];
		name_add(names, attendee->first_name, attendee->last_name);
		email_add(names, attendee->email);
	}
	return declared != NULL;
}

/* Of two people of one name the field may be the other's. */
static bool
namesakes_leave(Store *store, const ForgottenNames *names, GError **error)
{
	g_autoptr(Rows) people = store_all(store, &entity_person, error);
	for (guint i = 0; people != NULL && i < people->n; i++) {
		const struct person *person = people->row[i];
		g_autofree char *shown =
			g_strconcat(person->first_name != NULL ? person->first_name : "",
				    person->last_name, NULL);
		g_autofree char *key = text_search_key(shown);
		if (person->erased_at == NULL && g_hash_table_contains(names->whole, key))
			g_hash_table_remove_all(names->whole);
	}
	return people != NULL;
}

/* ---- where they stand ---------------------------------------------------------------------------
 */

static bool
is_text(const struct field *field)
{
	return (field->kind == FIELD_TEXT || field->kind == FIELD_LONG) && field->label != NULL &&
	       (field->flags & (FIELD_DERIVED | FIELD_INTERNAL)) == 0;
}

static bool
text_names(const ForgottenNames *names, const char *text)
{
	g_autofree char *key = text_words_key(text);
	g_autofree char *words = g_strdup_printf(" %s ", key);
	for (guint i = 0; i < names->phrases->len; i++)
		if (strstr(words, names->phrases->pdata[i]) != NULL)
			return true;
	g_autofree char *lower = names->emails->len > 0 ? g_utf8_strdown(text, -1) : NULL;
	for (guint i = 0; i < names->emails->len; i++)
		if (strstr(lower, names->emails->pdata[i]) != NULL)
			return true;
	return false;
}

/* What identifies somebody or something else is nobody's to clear here. */
static bool
may_clear(const struct entity *entity, const struct field *field)
{
	return (field->flags & FIELD_REQUIRED) == 0 && entity != &entity_person &&
	       entity != &entity_attendee && entity != &entity_organisation &&
	       entity != &entity_setting;
}

/* "Decision “Budget” (2026-002)". */
static char *
object_words(Store *store, const struct entity *entity, const void *row)
{
	const struct noun *noun = NULL;
	for (guint i = 0; nouns[i] != NULL; i++)
		if (nouns[i]->entity == entity)
			noun = nouns[i];
	const struct field *owner = entity_field(entity, "event_id");
	gint64 event_id = owner != NULL ? field_get(owner, row).integer : 0;
	g_autofree char *number = event_id != 0 ? event_number_of(store, event_id) : NULL;
	g_autofree char *name = noun != NULL ? noun_name(store, noun, row) : NULL;
	GString *words = g_string_new(_(entity->label));
	if (name != NULL)
		g_string_append_printf(words, _(" “%s”"), name);
	if (number != NULL)
		g_string_append_printf(words, " (%s)", number);
	return g_string_free(words, FALSE);
}

static bool
field_forget(Store *store, const ForgottenNames *names, const struct entity *entity,
	     const struct field *field, const void *row, struct forgotten *forgotten,
	     GError **error)
{
	const char *text = field_get(field, row).text;
	g_autofree char *key = text_search_key(text);
	if (g_hash_table_contains(names->whole, key) && may_clear(entity, field)) {
		const char *const columns[] = {field->name, NULL};
		forgotten->texts++;
		return erase_members(store, entity, ((const struct row_head *)row)->id, columns,
				     error);
	}
	if (!text_names(names, text))
		return true;
	g_autofree char *object = object_words(store, entity, row);
	g_ptr_array_add(forgotten->mentions, g_strdup_printf("%s, %s", object, _(field->label)));
	return true;
}

static bool
entity_forget(Store *store, const ForgottenNames *names, const struct entity *entity,
	      struct forgotten *forgotten, GError **error)
{
	bool any = false;
	for (guint i = 0; i < entity->n_fields; i++)
		any |= is_text(&entity->fields[i]);
	if (!any)
		return true;
	g_autoptr(Rows) rows = store_all(store, entity, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++)
		for (guint j = 0; done && j < entity->n_fields; j++) {
			const struct field *field = &entity->fields[j];
			if (is_text(field) && !field_missing(field, rows->row[i]))
				done = field_forget(store, names, entity, field, rows->row[i],
						    forgotten, error);
		}
	return done;
}

/* What was written before, and corrected since, is in the history: there nobody corrects it. */
static bool
is_condemned(const struct field *field, const char *text, gconstpointer user)
{
	const ForgottenNames *names = user;
	g_autofree char *key = is_text(field) ? text_search_key(text) : NULL;
	return key != NULL && (g_hash_table_contains(names->whole, key) || text_names(names, text));
}

bool
texts_forget(Store *store, const ForgottenNames *names, struct forgotten *forgotten, GError **error)
{
	bool done = namesakes_leave(store, names, error);
	for (guint i = 0; done && entities[i] != NULL; i++)
		done = entity_forget(store, names, entities[i], forgotten, error) &&
		       erase_texts(store, entities[i], is_condemned, names, &forgotten->earlier,
				   error);
	return done;
}
