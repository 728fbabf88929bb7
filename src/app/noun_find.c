/* The row that somebody names. A number and an address name one row or none: whoever mistypes them
 * must not be given another row than the one that was meant. A name may be cut short, but only a
 * name: what else stands in a row (its address, its organisation) is not what it is called. */
#include <string.h>

#include "app/noun.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/status.h"
#include "core/task.h"

#define CANDIDATES_NAMED 5

struct search {
	Store *store;
	const struct noun *noun;
	const char *typed;
	char *key;    /* folded, all of it */
	char **words; /* folded */
	guint nth;    /* "Pause #2": which of several; 0: none was said */
	GPtrArray *exact, *begun, *close, *near; /* rows, borrowed */
};

/* ---- what is typed ------------------------------------------------------------------------------
 */

static bool
is_number(const char *typed)
{
	return *typed != '\0' && strspn(typed, "0123456789-") == strlen(typed);
}

/* "Pause #2" is the second of those called Pause. */
static char *
nth_part(const char *typed, guint *nth)
{
	const char *mark = strrchr(typed, '#');
	guint64 number = 0;
	*nth = 0;
	if (mark == NULL || mark == typed || mark[-1] != ' ' ||
	    !g_ascii_string_to_unsigned(mark + 1, 10, 1, 10000, &number, NULL))
		return g_strdup(typed);
	*nth = (guint)number;
	return g_strchomp(g_strndup(typed, (gsize)(mark - typed)));
}

/* ---- what a row is called -----------------------------------------------------------------------
 */

static const char *
member_text(const struct noun *noun, const void *row, const char *name)
{
	const struct field *field = entity_field(noun->entity, name);
	return field != NULL && !field_missing(field, row) ? field_get(field, row).text : NULL;
}

static char *
joined_key(const char *a, const char *b)
{
	g_autofree char *joined = g_strconcat(a != NULL ? a : "", b != NULL ? b : "", NULL);
	return text_search_key(joined);
}

static void
key_add(GPtrArray *keys, char *key)
{
	if (*key != '\0')
		g_ptr_array_add(keys, key);
	else
		g_free(key);
}

static void
aliases_add(const struct search *search, const void *row, GPtrArray *keys)
{
	if (search->noun->entity != &entity_organisation)
		return;
	g_autoptr(Rows) aliases =
		store_of(search->store, &entity_organisation_alias, "organisation_id",
			 ((const struct row_head *)row)->id, NULL);
	for (guint i = 0; aliases != NULL && i < aliases->n; i++)
		key_add(keys, g_strdup(((struct organisation_alias *)aliases->row[i])->search_key));
}

/* Every name of the row, folded; people's both ways round. */
static GPtrArray *
names_of(const struct search *search, const void *row)
{
	static const char *const members[] = {"title", "short_title", "name", "short_name"};
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		key_add(keys, text_search_key(member_text(search->noun, row, members[i])));
	const char *last = member_text(search->noun, row, "last_name");
	const char *first = member_text(search->noun, row, "first_name");
	if (last != NULL) {
		key_add(keys, joined_key(first, last));
		key_add(keys, joined_key(last, first));
	}
	if (keys->len == 0) { /* a speaker, a partner: called by what it points to */
		g_autofree char *name = noun_name(search->store, search->noun, row);
		key_add(keys, text_search_key(name));
	}
	aliases_add(search, row, keys);
	return keys;
}

/* What tells rows of one name apart, for the list of them. */
static char *
row_told_apart(const struct search *search, const void *row)
{
	static const char *const beside[] = {"date",   "first_day",    "start_time",
					     "venue",  "organisation", "email",
					     "number", "town",         "session"};
	GString *words = g_string_new(NULL);
	g_autofree char *name = noun_name(search->store, search->noun, row);
	g_string_append(words, name);
	guint n = 0;
	for (gsize i = 0; n < 2 && i < G_N_ELEMENTS(beside); i++) {
		const struct noun_key *key = noun_key(search->noun, beside[i]);
		if (key == NULL || strcmp(key->key, search->noun->name_key) == 0)
			continue;
		g_autofree char *value = noun_text(search->store, search->noun, key, row);
		if (value == NULL || *value == '\0' || strstr(name, value) != NULL)
			continue;
		g_string_append_printf(words, "%s%s", n++ == 0 ? " (" : ", ", value);
	}
	if (n > 0)
		g_string_append_c(words, ')');
	return g_string_free(words, FALSE);
}

/* ---- comparing ----------------------------------------------------------------------------------
 */

static bool
has_all_words(const char *key, char *const *words)
{
	for (guint i = 0; words[i] != NULL; i++)
		if (strstr(key, words[i]) == NULL)
			return false;
	return words[0] != NULL;
}

/* A task is called by its kind as well, by any word for it in either language, or the beginning of
 * one. Its own title says more, and so does whom it is about: then the word for the kind alone is
 * no more than a beginning. */
static void
task_compare(const struct search *search, void *row, bool *begun, bool *close)
{
	const struct task *task = row;
	bool plain = task->title == NULL && task->person_id == 0 && task->organisation_id == 0;
	g_autoptr(GPtrArray) keys = code_keys(&code_task_kinds, task->kind);
	for (guint i = 0; i < keys->len; i++) {
		const char *key = keys->pdata[i];
		if (plain && strcmp(key, search->key) == 0) {
			g_ptr_array_add(search->exact, row);
			return;
		}
		bool begins = g_str_has_prefix(key, search->key);
		*begun |= begins && task->title == NULL;
		*close |= begins;
	}
}

/* All that was typed, in its order, says more than its words anywhere: "Atelier A". */
static void
names_compare(struct search *search, void *row)
{
	g_autoptr(GPtrArray) names = names_of(search, row);
	bool begun = false, close = false, near = false;
	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		if (strcmp(name, search->key) == 0) {
			g_ptr_array_add(search->exact, row);
			return;
		}
		close |= strstr(name, search->key) != NULL;
		near |= has_all_words(name, search->words);
		begun |=
			search->noun->entity == &entity_task && g_str_has_prefix(name, search->key);
	}
	if (search->noun->entity == &entity_task)
		task_compare(search, row, &begun, &close);
	if (g_ptr_array_find(search->exact, row, NULL))
		return;
	if (begun)
		g_ptr_array_add(search->begun, row);
	else if (close)
		g_ptr_array_add(search->close, row);
	else if (near)
		g_ptr_array_add(search->near, row);
}

/* The address of the row, or of the person that it points to. */
static char *
row_email_key(const struct search *search, const void *row)
{
	const char *own = member_text(search->noun, row, "email");
	const struct field *pointer = entity_field(search->noun->entity, "person_id");
	if (own != NULL || pointer == NULL || field_missing(pointer, row))
		return own != NULL ? text_email_key(own) : NULL;
	struct person *person =
		store_get(search->store, &entity_person, field_get(pointer, row).integer, NULL);
	char *key = person != NULL ? g_strdup(person->email_key) : NULL;
	entity_free(&entity_person, person);
	return key;
}

static void
row_compare(struct search *search, void *row)
{
	const char *number = member_text(search->noun, row, "number");
	if (strchr(search->typed, '@') != NULL) {
		g_autofree char *wanted = text_email_key(search->typed);
		g_autofree char *email = row_email_key(search, row);
		const char *typed = member_text(search->noun, row, "email");
		if ((wanted != NULL && g_strcmp0(wanted, email) == 0) ||
		    g_strcmp0(typed, search->typed) == 0)
			g_ptr_array_add(search->exact, row);
		return;
	}
	if (number != NULL && g_ascii_strcasecmp(number, search->typed) == 0)
		g_ptr_array_add(search->exact, row);
	else if (*search->key != '\0' && (number == NULL || !is_number(search->typed) ||
					  member_text(search->noun, row, "title") != NULL))
		names_compare(search, row);
}

/* ---- the answer ---------------------------------------------------------------------------------
 */

static const GPtrArray *
best_of(const struct search *search)
{
	if (search->exact->len > 0)
		return search->exact;
	if (search->begun->len > 0)
		return search->begun;
	return search->close->len > 0 ? search->close : search->near;
}

static void
several_fail(const struct search *search, const GPtrArray *found, GError **error)
{
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < found->len && i < CANDIDATES_NAMED; i++) {
		g_autofree char *name = row_told_apart(search, found->pdata[i]);
		g_string_append_printf(names, "%s#%u %s", i > 0 ? ", " : "", i + 1, name);
	}
	fail(error, ERROR_AMBIGUOUS, _("“%s” names %u of them: %s%s; say more, or which: “%s #2”"),
	     search->typed, found->len, names->str, found->len > CANDIDATES_NAMED ? "…" : "",
	     search->typed);
}

static gint64
search_answer(const struct search *search, GError **error)
{
	const GPtrArray *found = best_of(search);
	guint index = search->nth > 0 ? search->nth - 1 : 0;
	if (index < found->len && (search->nth > 0 || found->len == 1))
		return ((const struct row_head *)found->pdata[index])->id;
	if (found->len == 0 || search->nth > 0)
		fail(error, ERROR_NOT_FOUND, _("there is no %s “%s”"),
		     _(search->noun->entity->label), search->typed);
	else
		several_fail(search, found, error);
	return 0;
}

static void
search_clear(struct search *search)
{
	g_free(search->key);
	g_strfreev(search->words);
	g_ptr_array_unref(search->exact);
	g_ptr_array_unref(search->begun);
	g_ptr_array_unref(search->close);
	g_ptr_array_unref(search->near);
}

static void
rows_compare(struct search *search, const Rows *rows, const char *name)
{
	g_free(search->key);
	g_strfreev(search->words);
	g_autofree char *folded = text_words_key(name);
	search->typed = name;
	search->key = text_search_key(name);
	search->words = *folded != '\0' ? g_strsplit(folded, " ", -1) : g_new0(char *, 1);
	g_ptr_array_set_size(search->exact, 0);
	g_ptr_array_set_size(search->begun, 0);
	g_ptr_array_set_size(search->close, 0);
	g_ptr_array_set_size(search->near, 0);
	for (guint i = 0; i < rows->n; i++)
		row_compare(search, rows->row[i]);
}

gint64
noun_find(Store *store, const struct noun *noun, gint64 owner, const char *typed, GError **error)
{
	g_autoptr(Rows) rows = owner != 0 ? store_of(store, noun->entity, noun->owner, owner, error)
					  : store_all(store, noun->entity, error);
	if (rows == NULL)
		return 0;
	struct search search = {.store = store,
				.noun = noun,
				.exact = g_ptr_array_new(),
				.begun = g_ptr_array_new(),
				.close = g_ptr_array_new(),
				.near = g_ptr_array_new()};
	guint nth = 0;
	g_autofree char *name = nth_part(typed, &nth);
	rows_compare(&search, rows, typed);
	if (nth > 0 && search.exact->len == 0) { /* not a name that ends so: "Atelier #2" */
		search.nth = nth;
		rows_compare(&search, rows, name);
	}
	gint64 id = search_answer(&search, error);
	search_clear(&search);
	return id;
}
