#include "app/filter.h"

#include <string.h>

#include "app/filter_private.h"
#include "app/values.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/filter.h"
#include "core/reference.h"
#include "core/status.h"

struct term {
	const struct filter_term *typed;
	const struct noun_key *key; /* NULL: words */
	enum field_kind kind;
	char *from, *until;  /* as they are compared; "": open on that side */
	gint64 least, most;  /* of numbers */
	GPtrArray *codes;    /* const char *: the value is one of them; NULL: no codes */
	bool none, anything; /* "" and *: it is missing, it is there */
};

struct sieve {
	Filter *filter;
	GArray *terms; /* struct term: those that take something away */
	char *trouble;
	char *hint;
	const struct noun_key *open; /* what the hint is about */
};

/* What is needed to read a value. */
struct reading {
	Store *store;
	const struct noun *noun;
	const char *name; /* of the column */
	struct term *term;
};

/* ---- values -------------------------------------------------------------------------------------
 */

static bool
number_read(const struct reading *reading, const char *typed, gint64 open, gint64 *number,
	    GError **error)
{
	*number = open;
	return *typed == '\0' || g_ascii_string_to_signed(typed, 10, 0, G_MAXINT32, number, NULL) ||
	       fail(error, ERROR_USAGE, _("%s: “%s” is no number; possible: 5, <5, >=5, 5..10"),
		    reading->name, typed);
}

static bool
numbers_read(const struct reading *reading, GError **error)
{
	struct term *term = reading->term;
	const char *until = term->typed->until;
	return number_read(reading, term->typed->value, 0, &term->least, error) &&
	       number_read(reading, until != NULL ? until : "", G_MAXINT32, &term->most, error);
}

/* A day without a year is the next one; the end of a time is the next one after its beginning. */
static bool
date_read(const struct reading *reading, const char *typed, const char *today, char **date,
	  GError **error)
{
	*date = g_strdup("");
	if (*typed == '\0')
		return true;
	struct date_reading read;
	if (!date_parse(typed, today, &read, NULL))
		return fail(error, ERROR_USAGE,
			    _("%s: “%s” is no date; possible: 15/1, 2027, >=15/1, 15/1..28/2"),
			    reading->name, typed);
	g_free(*date);
	*date = g_strdup(read.date);
	return !read.weekday_wrong ||
	       fail(error, ERROR_USAGE, _("%s: “%s”: that day is a %s"), reading->name, typed,
		    date_weekday_name(date_weekday(read.date)));
}

static bool
dates_read(const struct reading *reading, GError **error)
{
	struct term *term = reading->term;
	char today[11];
	store_today(reading->store, today);
	if (!date_read(reading, term->typed->value, today, &term->from, error))
		return false;
	const char *since = date_is_day(term->from) ? term->from : today;
	return term->typed->until == NULL ||
	       date_read(reading, term->typed->until, since, &term->until, error);
}

static bool
time_read(const struct reading *reading, const char *typed, char **time, GError **error)
{
	char read[6] = "";
	if (*typed != '\0' && !time_parse(typed, read, NULL))
		return fail(error, ERROR_USAGE,
			    _("%s: “%s” is no time; possible: 9h30, <12h, 9h..12h"), reading->name,
			    typed);
	*time = g_strdup(read);
	return true;
}

static bool
times_read(const struct reading *reading, GError **error)
{
	struct term *term = reading->term;
	return time_read(reading, term->typed->value, &term->from, error) &&
	       (term->typed->until == NULL ||
		time_read(reading, term->typed->until, &term->until, error));
}

static void
codes_collect(GPtrArray *codes, const struct code_list *list, const char *key)
{
	for (int exact = 1; exact >= 0 && codes->len == 0; exact--)
		for (guint i = 0; i < list->n; i++)
			if (code_answers(&list->codes[i], key, exact != 0))
				g_ptr_array_add(codes, (gpointer)(gsize)list->codes[i].code);
}

static void
labels_add(GString *labels, const struct code_list *list)
{
	for (guint i = 0; i < list->n; i++)
		g_string_append_printf(labels, "%s%s", labels->len > 0 ? ", " : "",
				       code_text(&list->codes[i]));
}

/* The lists that a key's values come from; the second may be NULL. */
static bool
key_lists(const struct noun *noun, const struct noun_key *key, const struct code_list *lists[2])
{
	const struct field *field = noun_field(noun, key);
	lists[0] = field != NULL ? field->codes : NULL;
	lists[1] = NULL;
	if (field != NULL && field->kind == FIELD_BOOLEAN)
		lists[0] = &code_yes_no;
	if (noun == &noun_event && strcmp(key->key, "shown_status") == 0) {
		lists[0] = &code_event_openings;
		lists[1] = &code_event_statuses;
	}
	return lists[0] != NULL;
}

static char *
lists_text(const struct code_list *const lists[2])
{
	GString *labels = g_string_new(NULL);
	for (guint i = 0; i < 2 && lists[i] != NULL; i++)
		labels_add(labels, lists[i]);
	return g_string_free(labels, FALSE);
}

/* An announced event is shown as open, full or closed, and never as announced. */
static void
announced_add(GPtrArray *codes)
{
	for (guint i = 0; i < code_event_openings.n; i++)
		g_ptr_array_add(codes, (gpointer)(gsize)code_event_openings.codes[i].code);
}

static bool
codes_read(const struct reading *reading, const struct code_list *const lists[2], GError **error)
{
	struct term *term = reading->term;
	g_autofree char *key = text_search_key(term->typed->value);
	term->codes = g_ptr_array_new();
	codes_collect(term->codes, lists[0], key);
	if (term->codes->len == 0 && lists[1] != NULL) {
		codes_collect(term->codes, lists[1], key);
		if (g_ptr_array_find_with_equal_func(term->codes, "announced", g_str_equal, NULL))
			announced_add(term->codes);
	}
	if (term->codes->len > 0)
		return true;
	g_autofree char *labels = lists_text(lists);
	return fail(error, ERROR_USAGE, _("%s: “%s” is none of: %s"), reading->name,
		    term->typed->value, labels);
}

/* A yes is stored as 1. */
static void
yes_no_turn(GPtrArray *codes)
{
	for (guint i = 0; i < codes->len; i++)
		codes->pdata[i] =
			(gpointer)(gsize)(strcmp(codes->pdata[i], "yes") == 0 ? "1" : "0");
}

/* A département may be called by its name. */
static void
departments_named(const struct reading *reading)
{
	struct term *term = reading->term;
	if (strcmp(term->key->key, "department") != 0 ||
	    !g_unichar_isalpha(g_utf8_get_char(term->from)))
		return;
	g_autoptr(Rows) rows = store_where(reading->store, &entity_territory, "type",
					   value_text("department"), NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		g_autofree char *name = text_search_key(territory->name);
		if (!g_str_has_prefix(name, term->from))
			continue;
		if (term->codes == NULL)
			term->codes = g_ptr_array_new_with_free_func(g_free);
		g_ptr_array_add(term->codes, g_strdup(territory->code));
	}
}

static bool
texts_read(const struct reading *reading)
{
	struct term *term = reading->term;
	term->from = text_search_key(term->typed->value);
	if (term->typed->until != NULL)
		term->until = text_search_key(term->typed->until);
	departments_named(reading);
	return true;
}

static bool
value_read(const struct reading *reading, GError **error)
{
	struct term *term = reading->term;
	const struct code_list *lists[2];
	term->none = *term->typed->value == '\0' && term->typed->until == NULL;
	term->anything = !term->typed->quoted && strcmp(term->typed->value, "*") == 0;
	if (term->none || term->anything)
		return true;
	if (key_lists(reading->noun, term->key, lists)) {
		bool done = codes_read(reading, lists, error);
		if (done && lists[0] == &code_yes_no && term->kind == FIELD_BOOLEAN)
			yes_no_turn(term->codes);
		return done;
	}
	switch (term->kind) {
	case FIELD_INTEGER:
		return numbers_read(reading, error);
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_INSTANT:
		return dates_read(reading, error);
	case FIELD_TIME:
		return times_read(reading, error);
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_BOOLEAN:
	case FIELD_CODE:
	case FIELD_REFERENCE:
		break;
	}
	return texts_read(reading);
}

static char *
value_hint(const struct reading *reading)
{
	const struct code_list *lists[2];
	if (key_lists(reading->noun, reading->term->key, lists)) {
		g_autofree char *labels = lists_text(lists);
		return g_strdup_printf(_("%s: %s"), reading->name, labels);
	}
	switch (reading->term->kind) {
	case FIELD_INTEGER:
		return g_strdup_printf(_("%s: a number: 5, <5, >=5, 5..10"), reading->name);
	case FIELD_DATE:
	case FIELD_DAY:
	case FIELD_INSTANT:
		return g_strdup_printf(_("%s: a date: 15/1, 2027, >=15/1, 15/1..28/2"),
				       reading->name);
	case FIELD_TIME:
		return g_strdup_printf(_("%s: a time: 9h30, <12h, 9h..12h"), reading->name);
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_BOOLEAN:
	case FIELD_CODE:
	case FIELD_REFERENCE:
		break;
	}
	return g_strdup_printf(_("%s: some of its letters; “\"\"”: nothing, “*”: anything"),
			       reading->name);
}

/* ---- reading it ---------------------------------------------------------------------------------
 */

static void
term_clear(gpointer pointer)
{
	struct term *term = pointer;
	g_free(term->from);
	g_free(term->until);
	if (term->codes != NULL)
		g_ptr_array_unref(term->codes);
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
		sieve->hint = value_hint(&reading);
		sieve->open = term.key;
	} else if (value_read(&reading, &error)) {
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
		const struct term words = {.typed = one};
		if (one->field != NULL)
			field_add(sieve, store, noun, names, n, one);
		else
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

/* ---- taking rows --------------------------------------------------------------------------------
 */

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
row_taken(Store *store, const Sieve *sieve, const struct noun *noun, const void *row,
	  const char *words)
{
	for (guint i = 0; i < sieve_count(sieve); i++) {
		const struct noun_key *key = sieve_key(sieve, i);
		g_autofree char *value =
			key != NULL ? value_to_filter(store, noun, key, row) : NULL;
		g_autofree char *folded = value != NULL && key->named == NULL
						  ? text_search_key(value)
						  : g_strdup(value != NULL ? value : "");
		if (!sieve_takes(sieve, i, value, key != NULL ? folded : words))
			return false;
	}
	return true;
}

static void
rows_keep(Store *store, const Sieve *sieve, const struct noun *noun, Rows *rows, GHashTable *words)
{
	guint kept = 0;
	for (guint i = 0; i < rows->n; i++) {
		void *row = rows->row[i];
		const char *key = g_hash_table_lookup(words, &((struct row_head *)row)->id);
		g_autofree char *own = key == NULL ? sieve_row_words(store, noun, row) : NULL;
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
	g_autoptr(Index) index =
		store_index(store, noun->entity, NULL, 0, NULL, false, true, error);
	if (index == NULL)
		return false;
	g_autoptr(GHashTable) words = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; index_has_words(noun->entity) && i < index->n; i++)
		g_hash_table_insert(words, &index->id[i], (gpointer)(gsize)index->key[i]);
	rows_keep(store, sieve, noun, rows, words);
	return true;
}
