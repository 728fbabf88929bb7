/* What a filter's columns are compared with: numbers, dates, times, codes, texts. */
#include <string.h>

#include "app/filter_private.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "core/status.h"

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

/* Those of which a word, in whatever way it is called, begins with KEY. */
static void
codes_with_word(GPtrArray *codes, const struct code_list *list, const char *key)
{
	for (guint i = 0; i < list->n; i++)
		if (code_has_word(&list->codes[i], key))
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
	if (noun == &noun_attendee && strcmp(key->key, "attendance") == 0)
		lists[0] = &code_presence_states;
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
	/* a word is enough where none of the labels begins so: "attente" */
	for (guint i = 0; i < 2 && lists[i] != NULL && term->codes->len == 0; i++)
		codes_with_word(term->codes, lists[i], key);
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

bool
filter_value_read(const struct reading *reading, GError **error)
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

char *
filter_value_hint(const struct reading *reading)
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

/* ---- words --------------------------------------------------------------------------------------
 */

/* Shorter ones begin names more often than they mean a status. */
#define LABEL_LETTERS 4

static void
label_clear(gpointer pointer)
{
	g_ptr_array_unref(((struct term_label *)pointer)->codes);
}

static GPtrArray *
codes_labelled(const struct code_list *const lists[2], const char *word)
{
	GPtrArray *codes = g_ptr_array_new();
	for (guint i = 0; i < 2 && lists[i] != NULL; i++)
		codes_with_word(codes, lists[i], word);
	return codes;
}

static void
label_add(const struct noun *noun, const struct noun_key *key, struct term *term)
{
	const struct code_list *lists[2];
	if (noun_key_kind(noun, key) == FIELD_BOOLEAN || !key_lists(noun, key, lists))
		return;
	for (guint i = 0; term->typed->words[i] != NULL; i++) {
		if (g_utf8_strlen(term->typed->words[i], -1) < LABEL_LETTERS)
			continue;
		struct term_label label = {key, i, codes_labelled(lists, term->typed->words[i])};
		if (label.codes->len > 0)
			g_array_append_val(term->labels, label);
		else
			label_clear(&label);
	}
}

void
filter_labels_read(const struct noun *noun, const struct sieve_name *names, guint n,
		   struct term *term)
{
	term->labels = g_array_new(FALSE, FALSE, sizeof(struct term_label));
	g_array_set_clear_func(term->labels, label_clear);
	for (guint i = 0; i < n; i++)
		label_add(noun, names[i].key, term);
	for (guint i = 0; n == 0 && i < noun->n_keys; i++)
		if ((noun->keys[i].flags & NOUN_LISTED) != 0)
			label_add(noun, &noun->keys[i], term);
}
