/* Members as people type and read them. */
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/entity.h"
#include "core/status.h"

#define QUOTED_WIDTH 40

#define LINE_LENGTH 4000
#define LONG_LENGTH 100000

static int
field_length(const struct field *field)
{
	if (field->length > 0)
		return field->length;
	return field->kind == FIELD_LONG ? LONG_LENGTH : LINE_LENGTH;
}

static const char *
field_name(const struct field *field)
{
	return field->label != NULL ? _(field->label) : field->name;
}

static bool
text_fits(const struct field *field, const char *text, GError **error)
{
	if (strlen(text) <= (gsize)field_length(field))
		return true; /* no fewer bytes than characters */
	glong length = g_utf8_strlen(text, -1);
	if (length <= field_length(field))
		return true;
	return fail(error, ERROR_INVALID, _("%s: %d characters at most, this has %ld"),
		    field_name(field), field_length(field), length);
}

/* Of a whole page that was pasted a message quotes the beginning. Caller frees. */
static char *
quoted(const char *text)
{
	return text_clip(text, QUOTED_WIDTH, false);
}

static bool
read_integer(const struct field *field, void *row, const char *text, GError **error)
{
	gint64 number = 0;
	if (!g_ascii_string_to_signed(text, 10, 0, G_MAXINT32, &number, NULL)) {
		g_autofree char *shown = quoted(text);
		return fail(error, ERROR_INVALID, _("%s: “%s” is not a whole number of 0 or more"),
			    field_name(field), shown);
	}
	field_set(field, row, value_integer(number));
	return true;
}

static bool
read_boolean(const struct field *field, void *row, const char *text, GError **error)
{
	const char *code = code_parse(&code_yes_no, text);
	if (code == NULL && strcmp(text, "1") == 0)
		code = "yes";
	if (code == NULL && strcmp(text, "0") == 0)
		code = "no";
	if (code == NULL) {
		g_autofree char *shown = quoted(text);
		return fail(error, ERROR_INVALID, _("%s: “%s” is neither yes nor no"),
			    field_name(field), shown);
	}
	field_set(field, row, value_integer(strcmp(code, "yes") == 0));
	return true;
}

/* The words that may be typed, as people read them. */
static char *
labels_text(const struct code_list *list)
{
	GString *labels = g_string_new(NULL);
	for (guint i = 0; i < list->n; i++)
		g_string_append_printf(labels, "%s%s", i > 0 ? ", " : "",
				       code_text(&list->codes[i]));
	return g_string_free(labels, FALSE);
}

static bool
read_code(const struct field *field, void *row, const char *text, GError **error)
{
	const char *code = code_parse(field->codes, text);
	if (code == NULL) {
		g_autofree char *names = labels_text(field->codes);
		g_autofree char *shown = quoted(text);
		return fail(error, ERROR_INVALID, _("%s: “%s” is none of: %s"), field_name(field),
			    shown, names);
	}
	field_set(field, row, value_text(code));
	return true;
}

static bool
read_date(const struct field *field, void *row, const char *text, const char *today, GError **error)
{
	struct date_reading reading;
	if (!date_parse(text, today, &reading, error)) {
		g_prefix_error(error, _("%s: "), field_name(field));
		return false;
	}
	if (reading.weekday_wrong)
		return fail(error, ERROR_INVALID, _("%s: “%s”: that day is a %s"),
			    field_name(field), text, date_weekday_name(date_weekday(reading.date)));
	if (field->kind == FIELD_DAY && !date_is_day(reading.date))
		return fail(error, ERROR_INVALID, _("%s: “%s” does not say the day"),
			    field_name(field), text);
	field_set(field, row, value_text(reading.date));
	return true;
}

static bool
read_time(const struct field *field, void *row, const char *text, GError **error)
{
	char time[6];
	if (!time_parse(text, time, error)) {
		g_prefix_error(error, _("%s: "), field_name(field));
		return false;
	}
	field_set(field, row, value_text(time));
	return true;
}

bool
field_read(const struct field *field, void *row, const char *typed, const char *today,
	   GError **error)
{
	g_autofree char *text = text_accept(typed, field->kind == FIELD_LONG, NULL);
	if (text == NULL) {
		field_set(field, row, value_text(NULL));
		return true;
	}
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_LONG:
		if (!text_fits(field, text, error))
			return false;
		field_set(field, row, value_text(text));
		return true;
	case FIELD_INTEGER:
		return read_integer(field, row, text, error);
	case FIELD_BOOLEAN:
		return read_boolean(field, row, text, error);
	case FIELD_CODE:
		return read_code(field, row, text, error);
	case FIELD_DATE:
	case FIELD_DAY:
		return read_date(field, row, text, today, error);
	case FIELD_TIME:
		return read_time(field, row, text, error);
	case FIELD_INSTANT:
	case FIELD_REFERENCE:
		break;
	}
	return fail(error, ERROR_INVALID, _("%s cannot be typed"), field_name(field));
}

char *
field_text(const struct field *field, const void *row)
{
	if (field_missing(field, row) || field->kind == FIELD_REFERENCE)
		return g_strdup("");
	struct value value = field_get(field, row);
	switch (field->kind) {
	case FIELD_INTEGER:
		return g_strdup_printf("%" G_GINT64_FORMAT, value.integer);
	case FIELD_BOOLEAN:
		return g_strdup(code_label(&code_yes_no, value.integer != 0 ? "yes" : "no"));
	case FIELD_CODE:
		return g_strdup(code_label(field->codes, value.text));
	case FIELD_DATE:
	case FIELD_DAY:
		return date_text(value.text, DATE_MEDIUM);
	case FIELD_TIME:
		return time_text(value.text, false);
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_INSTANT:
	case FIELD_REFERENCE:
		break;
	}
	return g_strdup(value.text);
}

static bool
field_check(const struct field *field, struct value value, GError **error)
{
	const char *text = value.text;
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_LONG:
		return text_fits(field, text, error);
	case FIELD_CODE:
		return code_find(field->codes, text) != NULL ||
		       fail(error, ERROR_INVALID, _("%s: “%s” is not known"), field_name(field),
			    text);
	case FIELD_DATE:
		return date_valid(text) || fail(error, ERROR_INVALID, _("%s: “%s” is no date"),
						field_name(field), text);
	case FIELD_DAY:
		return date_is_day(text) ||
		       fail(error, ERROR_INVALID, _("%s: “%s” is no day"), field_name(field), text);
	case FIELD_TIME:
		return time_valid(text) || fail(error, ERROR_INVALID, _("%s: “%s” is no time"),
						field_name(field), text);
	case FIELD_INTEGER:
		return value.integer >= 0 ||
		       fail(error, ERROR_INVALID, _("%s cannot be negative"), field_name(field));
	case FIELD_INSTANT:
		return strlen(text) == INSTANT_SIZE - 1 ||
		       fail(error, ERROR_INVALID, _("%s: “%s” is no instant"), field_name(field),
			    text);
	case FIELD_BOOLEAN:
	case FIELD_REFERENCE:
		break;
	}
	return true;
}

bool
field_valid(const struct field *field, const void *row)
{
	if (field_missing(field, row))
		return (field->flags & FIELD_REQUIRED) == 0;
	return field_check(field, field_get(field, row), NULL);
}

bool
entity_check(const struct entity *entity, const void *row, GError **error)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (field_missing(field, row)) {
			if ((field->flags & FIELD_REQUIRED) != 0)
				return fail(error, ERROR_INVALID, _("%s is missing"),
					    field_name(field));
			continue;
		}
		if (!field_check(field, field_get(field, row), error))
			return false;
	}
	return true;
}
