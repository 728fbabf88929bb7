#include <string.h>

#include "tui/list_private.h"

/* A key is answered within a frame: what is not read by then goes on between keys. */
#define NARROWING_SPELL 2000 /* microseconds */
#define TERMS_MOST      32   /* more than fit in any row */
#define LABELS_MOST     16   /* columns in whose words those of a term are looked for */
#define NARROWING_ROWS  64   /* between two looks at the clock */

/* ---- values -------------------------------------------------------------------------------------
 */

Values *
list_values(struct list *list, const struct values_source *source, enum values_use use)
{
	const char *what = source->member != NULL ? source->member
			   : source->key != NULL  ? source->key->key
						  : "";
	g_autofree char *name =
		g_strdup_printf("%d %s %p", (int)use, what,
				source->text != NULL ? (void *)(gsize)source->text : NULL);
	Values *values = g_hash_table_lookup(list->values, name);
	if (values == NULL) {
		values = values_new(list->ui->store, list->index, source, use);
		g_hash_table_insert(list->values, g_steal_pointer(&name), values);
	}
	return values;
}

static Values *
key_values(struct list *list, const struct noun_key *key)
{
	const struct values_source source = {.noun = list->spec->noun, .key = key};
	return list_values(list, &source, VALUES_TO_FILTER);
}

static Values *
words_values(struct list *list)
{
	const struct values_source source = {.noun = list->spec->noun};
	return list_values(list, &source, VALUES_TO_FILTER);
}

/* ---- narrowing ----------------------------------------------------------------------------------
 */

/* What each term asks, looked up once for many rows. */
struct asked {
	const Sieve *sieve;
	guint n;
	bool words[TERMS_MOST];
	Values *values[TERMS_MOST];
	guint n_labels[TERMS_MOST];
	Values *labels[TERMS_MOST][LABELS_MOST];
};

static void
asked_begin(struct asked *asked, struct list *list)
{
	asked->sieve = list->sieve;
	asked->n = list->sieve != NULL ? MIN(sieve_count(list->sieve), TERMS_MOST) : 0;
	for (guint i = 0; i < asked->n; i++) {
		const struct noun_key *key = sieve_key(list->sieve, i);
		asked->words[i] = key == NULL;
		asked->values[i] = key != NULL ? key_values(list, key) : words_values(list);
		asked->n_labels[i] = MIN(sieve_labels(list->sieve, i), LABELS_MOST);
		for (guint label = 0; label < asked->n_labels[i]; label++)
			asked->labels[i][label] =
				key_values(list, sieve_label_key(list->sieve, i, label));
	}
}

/* True when all that can be read at once has been. */
static bool
asked_read(const struct asked *asked, gint64 until)
{
	for (guint i = 0; i < asked->n; i++) {
		if (!values_read(asked->values[i], until))
			return false;
		for (guint label = 0; label < asked->n_labels[i]; label++)
			if (!values_read(asked->labels[i][label], until))
				return false;
	}
	return true;
}

static bool
words_pass(const struct asked *asked, guint i, guint place)
{
	const char *own = values_at(asked->values[i], place);
	const char *values[LABELS_MOST] = {NULL};
	for (guint label = 0; label < asked->n_labels[i]; label++)
		values[label] = values_at(asked->labels[i][label], place);
	return sieve_takes_words(asked->sieve, i, own != NULL ? own : "", values);
}

static bool
place_passes(const struct asked *asked, guint place)
{
	for (guint i = 0; i < asked->n; i++) {
		bool passes = asked->words[i] ? words_pass(asked, i, place)
					      : sieve_takes(asked->sieve, i,
							    values_at(asked->values[i], place),
							    values_folded(asked->values[i], place));
		if (!passes)
			return false;
	}
	return true;
}

static bool
is_allowed(const struct list *list, gint64 id)
{
	return list->only == NULL || g_hash_table_contains(list->only, &id);
}

/* Judge rows until UNTIL (monotonic); true when all of them are. */
static bool
narrow(struct list *list, gint64 until)
{
	struct list_narrowing *narrowing = &list->narrowing;
	struct asked asked;
	asked_begin(&asked, list);
	if (!asked_read(&asked, until))
		return false;
	guint n = narrowing->among != NULL ? narrowing->n_among : list->index->n;
	const guint *way = narrowing->among != NULL ? narrowing->among : list->order;
	for (; narrowing->at < n; narrowing->at++) {
		guint place = way != NULL ? way[narrowing->at] : narrowing->at;
		gint64 id = list->index->id[place];
		if (is_allowed(list, id) && place_passes(&asked, place)) {
			narrowing->places[narrowing->n] = place;
			narrowing->kept[narrowing->n++] = id;
		}
		if (narrowing->at % NARROWING_ROWS == NARROWING_ROWS - 1 &&
		    g_get_monotonic_time() > until) {
			narrowing->at++;
			return narrowing->at >= n;
		}
	}
	return true;
}

static void
narrowing_forget(struct list *list)
{
	if (list->narrowing.source != 0)
		g_source_remove(list->narrowing.source);
	g_free(list->narrowing.kept);
	g_free(list->narrowing.places);
	g_free(list->narrowing.among);
	list->narrowing = (struct list_narrowing){0};
}

static void
narrowing_end(struct list *list)
{
	gint64 current = list_current(list);
	guint place = list->cursor;
	g_free(list->shown);
	g_free(list->shown_places);
	list->shown = g_steal_pointer(&list->narrowing.kept);
	list->shown_places = g_steal_pointer(&list->narrowing.places);
	list->n_shown = list->narrowing.n;
	narrowing_forget(list);
	list->cursor = MIN(place, list->n_shown > 0 ? list->n_shown - 1 : 0);
	if (current != 0)
		list_go_to(list, current);
	if (list->from != 0)
		list_go_to(list, list->from);
}

/* What will be asked for next: the values of the column that was just named, the words of the rows
 * once somebody has begun to type; true when they are there. */
static bool
read_ahead(struct list *list, gint64 until)
{
	const struct noun_key *open = list->sieve != NULL ? sieve_open(list->sieve) : NULL;
	Values *next = open != NULL      ? key_values(list, open)
		       : list->filtering ? words_values(list)
					 : NULL;
	return next == NULL || values_read(next, until);
}

static gboolean
narrow_on(gpointer user)
{
	struct list *list = user;
	gint64 until = g_get_monotonic_time() + NARROWING_SPELL;
	if (list->narrowing.kept != NULL) {
		if (!narrow(list, until))
			return G_SOURCE_CONTINUE;
		guint source = list->narrowing.source;
		list->narrowing.source = 0;
		narrowing_end(list);
		list->narrowing.source = source;
		ui_draw(list->ui);
	}
	if (!read_ahead(list, until))
		return G_SOURCE_CONTINUE;
	list->narrowing.source = 0;
	return G_SOURCE_REMOVE;
}

void
list_filter_begin(struct list *list)
{
	list->from = list_current(list);
	list->filtering = true;
	list->taken_up = list->filter.text->len > 0;
	if (list->index != NULL && list->narrowing.source == 0)
		list->narrowing.source = g_idle_add(narrow_on, list);
}

void
list_settle(struct list *list)
{
	if (list->narrowing.kept == NULL || list->index == NULL)
		return;
	narrow(list, G_MAXINT64);
	narrowing_end(list);
}

/* What lists call the keys of their noun comes before the noun's own names. */
static Sieve *
sieve_of(struct list *list)
{
	const struct list_spec *spec = list->spec;
	g_autofree struct sieve_name *names = g_new0(struct sieve_name, spec->n_columns + 1);
	guint n = 0;
	for (guint i = 0; i < spec->n_columns; i++) {
		const struct noun_key *key = list_column_key(spec, &spec->columns[i]);
		if (key != NULL)
			names[n++] = (struct sieve_name){spec->columns[i].label, key};
	}
	return sieve_new(list->ui->store, spec->noun, names, n, list->filter.text->str);
}

/* A word that has become long enough finds rows that its beginning did not. */
static bool
finds_labels(const Sieve *sieve)
{
	for (guint i = 0; sieve != NULL && i < sieve_count(sieve); i++)
		if (sieve_labels(sieve, i) > 0)
			return true;
	return false;
}

/* GROWN: the filter only says more than the one that chose what is shown, so that only those rows
 * can still pass. */
static void
refilter(struct list *list, bool grown)
{
	narrowing_forget(list);
	g_clear_pointer(&list->sieve, sieve_free);
	if (list->index == NULL)
		return;
	if (list->filter.text->len > 0)
		list->sieve = sieve_of(list);
	grown = grown && !finds_labels(list->sieve);
	guint most = grown ? list->n_shown : list->index->n;
	list->narrowing.kept = g_new(gint64, most + 1);
	list->narrowing.places = g_new(guint, most + 1);
	if (grown) {
		list->narrowing.among = g_steal_pointer(&list->shown_places);
		list->narrowing.n_among = list->n_shown;
	}
	if (narrow(list, g_get_monotonic_time() + NARROWING_SPELL))
		narrowing_end(list);
	if (list->narrowing.kept != NULL || list->filtering)
		list->narrowing.source = g_idle_add(narrow_on, list);
}

void
list_refilter(struct list *list)
{
	refilter(list, false);
}

void
list_filter_free(struct list *list)
{
	narrowing_forget(list);
	g_free(list->shown_places);
	g_clear_pointer(&list->sieve, sieve_free);
	input_clear(&list->filter);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

void
list_filter_set(struct list *list, const char *text)
{
	input_set(&list->filter, text);
	list_refilter(list);
	list_settle(list);
}

/* Words, and more of them or longer ones: what did not have the shorter word has not the longer. */
static bool
is_grown(const char *before, const char *now)
{
	return *before != '\0' && g_str_has_prefix(now, before) && strpbrk(now, ":-\"") == NULL;
}

bool
list_filter_key(struct list *list, const struct key *key)
{
	if (key_is(key, "Esc") || key_is(key, "C-c")) {
		list_filter_set(list, NULL);
		list->filtering = false;
		list->from = 0;
		return true;
	}
	if (key_is(key, "Enter")) {
		list->filtering = false;
		list_settle(list);
		list->from = 0;
		return true;
	}
	if (key_is(key, "Up") || key_is(key, "Down") || key_is(key, "PgUp") ||
	    key_is(key, "PgDn")) {
		list->filtering = false;
		return list_key(list, list->ui, key);
	}
	/* A letter begins anew; a blank or an arrow goes on with what is there. */
	if (list->taken_up && *key->text != '\0' && !key_is(key, "Space"))
		input_set(&list->filter, NULL);
	list->taken_up = false;
	g_autofree char *before = g_strdup(list->filter.text->str);
	bool whole = list->narrowing.kept == NULL && list->shown_places != NULL;
	if (!input_key(&list->filter, key))
		return false;
	refilter(list, whole && is_grown(before, list->filter.text->str));
	return true;
}
