/* Which rows a filter takes. */
#include <string.h>

#include "app/filter_private.h"
#include "app/values.h"
#include "base/error.h"
#include "base/text.h"

static bool
order_takes(enum filter_compare compare, int from, int until)
{
	switch (compare) {
	case FILTER_BELOW:
		return from < 0;
	case FILTER_UP_TO:
		return from <= 0;
	case FILTER_ABOVE:
		return from > 0;
	case FILTER_FROM:
		return from >= 0;
	case FILTER_WITHIN:
		return from >= 0 && until <= 0;
	case FILTER_LIKE:
	case FILTER_EXACTLY:
		break;
	}
	return from == 0;
}

static int
number_order(gint64 number, gint64 other)
{
	return number < other ? -1 : number > other ? 1 : 0;
}

/* As far as the other one goes: all of January is neither before nor after "2027-01". */
static int
text_order_to(const char *text, const char *other)
{
	return other != NULL ? strncmp(text, other, strlen(other)) : 0;
}

static bool
code_takes(const struct term *term, const char *value)
{
	for (guint i = 0; i < term->codes->len; i++)
		if (strcmp(term->codes->pdata[i], value) == 0)
			return true;
	return false;
}

static bool
words_take(const struct term *term, const char *folded)
{
	enum filter_compare compare = term->typed->compare;
	if (compare == FILTER_LIKE)
		return strstr(folded, term->from) != NULL;
	if (compare == FILTER_EXACTLY)
		return strcmp(folded, term->from) == 0;
	return order_takes(compare, text_order_to(folded, term->from),
			   text_order_to(folded, term->until));
}

static bool
value_takes(const struct term *term, const char *value, const char *folded)
{
	bool missing = value == NULL || *value == '\0';
	if (missing || term->none || term->anything)
		return missing ? term->none : term->anything;
	if (term->codes != NULL)
		return code_takes(term, value);
	switch (term->kind) {
	case FIELD_INTEGER: {
		gint64 number = g_ascii_strtoll(value, NULL, 10);
		return order_takes(term->typed->compare, number_order(number, term->least),
				   number_order(number, term->most));
	}
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_TIME:
	case FIELD_INSTANT:
		return order_takes(term->typed->compare, text_order_to(value, term->from),
				   text_order_to(value, term->until));
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_BOOLEAN:
	case FIELD_CODE:
	case FIELD_REFERENCE:
		break;
	}
	return words_take(term, folded);
}

bool
sieve_takes(const Sieve *sieve, guint i, const char *value, const char *folded)
{
	const struct term *term = &g_array_index(sieve->terms, struct term, i);
	if (term->key == NULL)
		return filter_words_take(term->typed, folded);
	return value_takes(term, value, folded) != term->typed->without;
}

static bool
label_holds(const GArray *labels, guint word, const char *const *values)
{
	for (guint i = 0; i < labels->len; i++) {
		const struct term_label *label = &g_array_index(labels, struct term_label, i);
		if (label->word == word && values[i] != NULL &&
		    g_ptr_array_find_with_equal_func(label->codes, values[i], g_str_equal, NULL))
			return true;
	}
	return false;
}

bool
sieve_takes_words(const Sieve *sieve, guint i, const char *folded, const char *const *values)
{
	const struct term *term = &g_array_index(sieve->terms, struct term, i);
	bool holds = true;
	for (guint word = 0; holds && term->typed->words[word] != NULL; word++)
		holds = strstr(folded, term->typed->words[word]) != NULL ||
			label_holds(term->labels, word, values);
	return holds != term->typed->without;
}

char *
sieve_row_words(Store *store, const struct noun *noun, const void *row)
{
	GString *words = g_string_new(NULL);
	for (guint i = 0; i < noun->n_keys; i++) {
		g_autofree char *text = noun_text(store, noun, &noun->keys[i], row);
		g_autofree char *folded = text_search_key(text);
		g_string_append_printf(words, "\001%s", folded);
	}
	return g_string_free(words, FALSE);
}

/* ---- the command line ---------------------------------------------------------------------------
 */

static bool
row_words_taken(Store *store, const Sieve *sieve, guint i, const struct noun *noun, const void *row,
		const char *words)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	for (guint label = 0; label < sieve_labels(sieve, i); label++)
		g_ptr_array_add(values, value_to_filter(store, noun,
							sieve_label_key(sieve, i, label), row));
	return sieve_takes_words(sieve, i, words, (const char *const *)values->pdata);
}

static bool
row_taken(Store *store, const Sieve *sieve, const struct noun *noun, const void *row,
	  const char *words)
{
	for (guint i = 0; i < sieve_count(sieve); i++) {
		const struct noun_key *key = sieve_key(sieve, i);
		if (key == NULL && !row_words_taken(store, sieve, i, noun, row, words))
			return false;
		if (key == NULL)
			continue;
		g_autofree char *value = value_to_filter(store, noun, key, row);
		g_autofree char *folded = value != NULL && key->named == NULL
						  ? text_search_key(value)
						  : g_strdup(value != NULL ? value : "");
		if (!sieve_takes(sieve, i, value, folded))
			return false;
	}
	return true;
}

static bool
asks_for_words(const Sieve *sieve)
{
	bool asks = false;
	for (guint i = 0; i < sieve_count(sieve); i++)
		asks |= sieve_key(sieve, i) == NULL;
	return asks;
}

static void
rows_keep(Store *store, const Sieve *sieve, const struct noun *noun, Rows *rows, GHashTable *words)
{
	guint kept = 0;
	for (guint i = 0; i < rows->n; i++) {
		void *row = rows->row[i];
		const char *key = g_hash_table_lookup(words, &((struct row_head *)row)->id);
		g_autofree char *own = key == NULL && asks_for_words(sieve)
					       ? sieve_row_words(store, noun, row)
					       : NULL;
		if (row_taken(store, sieve, noun, row, key != NULL ? key : own))
			rows->row[kept++] = row;
		else
			entity_free(rows->entity, row);
	}
	rows->n = kept;
}

bool
filter_rows(Store *store, const struct noun *noun, Rows *rows, const char *typed, GError **error)
{
	g_autoptr(Sieve) sieve = sieve_new(store, noun, NULL, 0, typed);
	const char *wrong = sieve->trouble != NULL ? sieve->trouble : sieve->hint;
	if (wrong != NULL)
		return fail(error, ERROR_USAGE, "%s", wrong);
	bool keyed = index_has_words(noun->entity) && asks_for_words(sieve);
	g_autoptr(Index) index =
		store_index(store, noun->entity, NULL, 0, NULL, false, keyed, error);
	if (index == NULL)
		return false;
	g_autoptr(GHashTable) words = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; keyed && i < index->n; i++)
		g_hash_table_insert(words, &index->id[i], (gpointer)(gsize)index->key[i]);
	rows_keep(store, sieve, noun, rows, words);
	return true;
}
