/* What people call a column when they filter by it. */
#include <string.h>

#include "app/filter_private.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#define NAMED_BYTES 100 /* of names in a message: it is read beside the list */

/* Words people use that are no label, folded; NULL: of every noun that has the key. */
static const struct {
	const struct noun *noun;
	const char *words, *key;
} also[] = {
	{NULL, "dept;dpt;dep", "department"},
	{NULL, "organisme;organisation;organization;structure;employeur", "organisation"},
	{NULL, "mail;email;courriel;adresseelectronique", "email"},
	{NULL, "tel;telephone", "phone"},
	{NULL, "ville;city", "town"},
	{&noun_event, "date;jour", "start_date"},
	{&noun_event, "etat;statut;status;state", "shown_status"},
	{&noun_event, "inscrits;reg", "registered"},
	{&noun_event, "theme", "themes"},
	{&noun_attendee, "etat", "status"},
	{&noun_speaker, "etat;statut;status", "state"},
	{&noun_speaker, "nom;name", "person"},
	{&noun_session, "jour;day", "date"},
	{&noun_task, "echeance", "due_on"},
};

/* How well a name answers to what was typed. */
enum answer { ANSWER_NO, ANSWER_BEGINS, ANSWER_IS };

static enum answer
word_answers(const char *word, const char *typed)
{
	if (word == NULL)
		return ANSWER_NO;
	g_autofree char *key = text_search_key(word);
	return strcmp(key, typed) == 0        ? ANSWER_IS
	       : g_str_has_prefix(key, typed) ? ANSWER_BEGINS
					      : ANSWER_NO;
}

/* In the language of the moment, and in both. */
static enum answer
label_answers(const char *label, const char *typed)
{
	return label == NULL
		       ? ANSWER_NO
		       : MAX(word_answers(label, typed), word_answers(i18n_french(label), typed));
}

static enum answer
own_answers(const struct noun *noun, const struct noun_key *key, const char *typed)
{
	const struct field *field = noun_field(noun, key);
	const char *label = key->label != NULL ? key->label : field != NULL ? field->label : NULL;
	return MAX(word_answers(key->key, typed), label_answers(label, typed));
}

static const struct noun_key *
alias_key(const struct noun *noun, const char *typed)
{
	for (gsize i = 0; i < G_N_ELEMENTS(also); i++) {
		g_auto(GStrv) words = g_strsplit(also[i].words, ";", -1);
		if ((also[i].noun == NULL || also[i].noun == noun) &&
		    g_strv_contains((const char *const *)words, typed) &&
		    noun_key(noun, also[i].key) != NULL)
			return noun_key(noun, also[i].key);
	}
	return NULL;
}

static void
key_add(GPtrArray *keys, const struct noun_key *key)
{
	if (!g_ptr_array_find(keys, key, NULL))
		g_ptr_array_add(keys, (gpointer)(gsize)key);
}

/* Who answers at least so well: those that the list calls so, else the noun's own. */
static void
keys_collect(GPtrArray *keys, const struct noun *noun, const struct sieve_name *names, guint n,
	     const char *typed, enum answer least)
{
	for (guint i = 0; i < n; i++)
		if (MAX(label_answers(names[i].label, typed),
			own_answers(noun, names[i].key, typed)) >= least)
			key_add(keys, names[i].key);
	if (keys->len > 0 && (least == ANSWER_IS || keys->len == 1))
		return;
	for (guint i = 0; i < noun->n_keys; i++)
		if (own_answers(noun, &noun->keys[i], typed) >= least)
			key_add(keys, &noun->keys[i]);
}

const char *
filter_key_name(const struct noun *noun, const struct sieve_name *names, guint n,
		const struct noun_key *key)
{
	for (guint i = 0; i < n; i++)
		if (names[i].key == key && names[i].label != NULL)
			return _(names[i].label);
	return noun_key_label(noun, key);
}

static char *
names_text(const struct noun *noun, const struct sieve_name *names, guint n, const GPtrArray *keys)
{
	g_autoptr(GPtrArray) labels = g_ptr_array_new();
	for (guint i = 0; i < keys->len; i++) {
		const char *name = filter_key_name(noun, names, n, keys->pdata[i]);
		if (!g_ptr_array_find_with_equal_func(labels, name, g_str_equal, NULL))
			g_ptr_array_add(labels, (gpointer)(gsize)name);
	}
	GString *text = g_string_new(NULL);
	guint i = 0;
	for (; i < labels->len && text->len < NAMED_BYTES; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
				       (const char *)labels->pdata[i]);
	if (i < labels->len)
		g_string_append(text, "…");
	return g_string_free(text, FALSE);
}

static void
unknown_fail(const struct noun *noun, const struct sieve_name *names, guint n, const char *typed,
	     GError **error)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	for (guint i = 0; i < n; i++)
		key_add(all, names[i].key);
	for (guint i = 0; i < noun->n_keys; i++)
		key_add(all, &noun->keys[i]);
	g_autofree char *text = names_text(noun, names, n, all);
	fail(error, ERROR_USAGE, _("No column is called “%s”; there are: %s"), typed, text);
}

const struct noun_key *
filter_key_find(const struct noun *noun, const struct sieve_name *names, guint n, const char *typed,
		GError **error)
{
	g_autofree char *word = text_search_key(typed);
	const struct noun_key *key = alias_key(noun, word);
	if (key != NULL)
		return key;
	g_autoptr(GPtrArray) keys = g_ptr_array_new();
	if (*word != '\0') {
		keys_collect(keys, noun, names, n, word, ANSWER_IS);
		if (keys->len == 0)
			keys_collect(keys, noun, names, n, word, ANSWER_BEGINS);
	}
	if (keys->len == 1)
		return keys->pdata[0];
	if (keys->len == 0) {
		unknown_fail(noun, names, n, typed, error);
		return NULL;
	}
	g_autofree char *text = names_text(noun, names, n, keys);
	fail(error, ERROR_USAGE, _("“%s” may be: %s; type more of it"), typed, text);
	return NULL;
}
