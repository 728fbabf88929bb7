/* What is typed into one field and says more than one: "9h30–16h30" in the start, "15-16 mars" in
 * the first day; and "+7", which counts from the day that stands there. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "tui/form_private.h"

static const struct {
	const char *first, *last;
} couples[] = {
	{"start_date", "end_date"},
	{"start_time", "end_time"},
	{"first_day", "last_day"},
};

/* The other field of a couple of which FIELD is the first or the LAST one; NULL: none. */
static struct form_field *
partner_of(struct form *form, const struct form_field *field, bool last)
{
	for (gsize i = 0; i < G_N_ELEMENTS(couples); i++)
		if (strcmp(field->key->key, last ? couples[i].last : couples[i].first) == 0)
			return form_field_named(form, last ? couples[i].first : couples[i].last);
	return NULL;
}

static bool
is_date(const struct form *form, const struct form_field *field)
{
	enum field_kind kind = noun_key_kind(form->noun, field->key);
	return kind == FIELD_DATE || kind == FIELD_DAY;
}

/* ---- two in one ---------------------------------------------------------------------------------
 */

/* As they stand in fields; clear both with g_free(). */
static bool
range_read(Store *store, const struct form *form, const struct form_field *field, char *texts[2])
{
	const char *typed = field->input.text->str;
	char first[11], last[11], today[11];
	store_today(store, today);
	if (is_date(form, field)) {
		if (!date_range_parse(typed, today, first, last))
			return false;
		texts[0] = date_text(first, DATE_NUMERIC);
		texts[1] = date_text(last, DATE_NUMERIC);
		return true;
	}
	if (!time_range_parse(typed, first, last))
		return false;
	texts[0] = time_text(first, false);
	texts[1] = time_text(last, false);
	return true;
}

/* As it would stand in a field; NULL: no day or time. Caller frees. */
static char *
same_shape(Store *store, const struct form *form, const struct form_field *field)
{
	const char *typed = field->input.text->str;
	struct date_reading reading;
	char time[6], today[11];
	store_today(store, today);
	if (is_date(form, field))
		return date_parse(typed, today, &reading, NULL)
			       ? date_text(reading.date, DATE_NUMERIC)
			       : NULL;
	return time_parse(typed, time, NULL) ? time_text(time, false) : NULL;
}

/* The last of the two may be written: nothing was typed there, or the same. */
static bool
is_free(Store *store, const struct form *form, const struct form_field *last, const char *text)
{
	g_autofree char *typed = text_accept(last->input.text->str, false, NULL);
	g_autofree char *shape = same_shape(store, form, last);
	return typed == NULL || g_strcmp0(shape, text) == 0 || !form_field_changed(last);
}

static void
field_put(struct form_field *field, const char *text)
{
	input_set(&field->input, text);
	g_clear_pointer(&field->error, g_free);
	g_clear_pointer(&field->day, g_free);
}

static void
range_spread(Store *store, struct form *form, struct form_field *field)
{
	struct form_field *last = partner_of(form, field, false);
	char *texts[2] = {NULL, NULL};
	if (last == NULL || !range_read(store, form, field, texts))
		return;
	if (is_free(store, form, last, texts[1])) {
		field_put(field, texts[0]);
		field_put(last, texts[1]);
	}
	g_free(texts[0]);
	g_free(texts[1]);
}

char *
form_spread_refusal(Store *store, struct form *form, const struct form_field *field)
{
	struct form_field *last = partner_of(form, field, false);
	char *texts[2] = {NULL, NULL};
	if (last == NULL || !range_read(store, form, field, texts))
		return NULL;
	char *refusal =
		g_strdup_printf(_("“%s” stands in the field %s already: empty it, or type %s here"),
				last->input.text->str, noun_key_label(form->noun, last->key),
				texts[0]);
	g_free(texts[0]);
	g_free(texts[1]);
	return refusal;
}

/* ---- steps --------------------------------------------------------------------------------------
 */

/* A last day that is not known counts from the first. */
static const char *
day_to_count_from(struct form *form, const struct form_field *field, const char *today)
{
	const struct form_field *first = partner_of(form, field, true);
	if (field->stood != NULL)
		return field->stood;
	return first != NULL && first->stood != NULL ? first->stood : today;
}

static void
step_settle(Store *store, struct form *form, struct form_field *field)
{
	const char *typed = field->input.text->str;
	struct date_reading reading;
	char today[11];
	store_today(store, today);
	while (*typed == ' ')
		typed++;
	if ((*typed != '+' && *typed != '-') || !is_date(form, field) ||
	    !date_parse(typed, day_to_count_from(form, field, today), &reading, NULL))
		return;
	g_autofree char *text = date_text(reading.date, DATE_NUMERIC);
	field_put(field, text);
}

void
form_stood_read(Store *store, struct form *form)
{
	char today[11];
	store_today(store, today);
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		struct date_reading reading;
		const char *typed = field->input.text->str;
		if (!is_date(form, field) || *typed == '+' || *typed == '-' ||
		    !date_parse(typed, today, &reading, NULL) || !date_is_day(reading.date))
			continue;
		g_free(field->stood);
		field->stood = g_strdup(reading.date);
	}
}

void
form_spread(Store *store, struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		if (!form_field_changed(field))
			continue;
		range_spread(store, form, field);
		step_settle(store, form, field);
	}
	form_stood_read(store, form);
}
