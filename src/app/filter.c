#include "app/filter.h"

#include "app/filter_private.h"

static void
term_clear(gpointer pointer)
{
	struct term *term = pointer;
	g_free(term->from);
	g_free(term->until);
	if (term->codes != NULL)
		g_ptr_array_unref(term->codes);
	if (term->labels != NULL)
		g_array_unref(term->labels);
}

/* Nothing follows the sign or the colon yet. */
static bool
term_is_open(const struct filter_term *typed)
{
	return *typed->value == '\0' && !typed->quoted &&
	       (typed->until == NULL || *typed->until == '\0');
}

static void
trouble_keep(Sieve *sieve, GError *error)
{
	if (sieve->trouble == NULL)
		sieve->trouble = g_strdup(error->message);
	g_error_free(error);
}

static void
field_add(Sieve *sieve, Store *store, const struct noun *noun, const struct sieve_name *names,
	  guint n, const struct filter_term *typed)
{
	GError *error = NULL;
	struct term term = {.typed = typed,
			    .key = filter_key_find(noun, names, n, typed->field, &error)};
	if (term.key == NULL) {
		trouble_keep(sieve, error);
		return;
	}
	term.kind = noun_key_kind(noun, term.key);
	const struct reading reading = {store, noun, filter_key_name(noun, names, n, term.key),
					&term};
	if (term_is_open(typed)) {
		g_free(sieve->hint);
		sieve->hint = filter_value_hint(&reading);
		sieve->open = term.key;
	} else if (filter_value_read(&reading, &error)) {
		g_array_append_val(sieve->terms, term);
		return;
	} else {
		trouble_keep(sieve, error);
	}
	term_clear(&term);
}

Sieve *
sieve_new(Store *store, const struct noun *noun, const struct sieve_name *names, guint n,
	  const char *typed)
{
	Sieve *sieve = g_new0(Sieve, 1);
	sieve->filter = filter_parse(typed);
	sieve->terms = g_array_new(FALSE, FALSE, sizeof(struct term));
	g_array_set_clear_func(sieve->terms, term_clear);
	for (guint i = 0; i < sieve->filter->n; i++) {
		const struct filter_term *one = &sieve->filter->terms[i];
		struct term words = {.typed = one};
		if (one->field != NULL) {
			field_add(sieve, store, noun, names, n, one);
			continue;
		}
		filter_labels_read(noun, names, n, &words);
		g_array_append_val(sieve->terms, words);
	}
	return sieve;
}

void
sieve_free(Sieve *sieve)
{
	if (sieve == NULL)
		return;
	g_array_unref(sieve->terms);
	filter_free(sieve->filter);
	g_free(sieve->trouble);
	g_free(sieve->hint);
	g_free(sieve);
}

const char *
sieve_trouble(const Sieve *sieve)
{
	return sieve->trouble;
}

const char *
sieve_hint(const Sieve *sieve)
{
	return sieve->hint;
}

const struct noun_key *
sieve_open(const Sieve *sieve)
{
	return sieve->open;
}

guint
sieve_count(const Sieve *sieve)
{
	return sieve->terms->len;
}

const struct noun_key *
sieve_key(const Sieve *sieve, guint i)
{
	return g_array_index(sieve->terms, struct term, i).key;
}

guint
sieve_labels(const Sieve *sieve, guint i)
{
	const GArray *labels = g_array_index(sieve->terms, struct term, i).labels;
	return labels != NULL ? labels->len : 0;
}

const struct noun_key *
sieve_label_key(const Sieve *sieve, guint i, guint label)
{
	const GArray *labels = g_array_index(sieve->terms, struct term, i).labels;
	return g_array_index(labels, struct term_label, label).key;
}
