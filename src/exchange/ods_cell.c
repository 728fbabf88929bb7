/* One cell of an OpenDocument spreadsheet: its value, or what it shows. */
#include <string.h>

#include "exchange/ods_private.h"
#include "exchange/shown.h"

#define REPEATED_MAX (1u << 24)

void
ods_cell_init(struct ods_cell *cell)
{
	*cell = (struct ods_cell){.value = g_string_new(NULL), .shown.text = g_string_new(NULL)};
}

void
ods_cell_clear(struct ods_cell *cell)
{
	g_string_free(cell->value, TRUE);
	g_string_free(cell->shown.text, TRUE);
}

guint
ods_repeated(const struct xml_tag *tag, const char *name)
{
	const char *value = xml_attribute(tag, XML_TABLE, name);
	guint64 n = value != NULL ? g_ascii_strtoull(value, NULL, 10) : 1;
	return (guint)CLAMP(n, 1, REPEATED_MAX);
}

/* Where the value of each type is written. */
static const struct {
	const char *type, *attribute;
} values[] = {
	{"float", "value"},         {"percentage", "value"}, {"currency", "value"},
	{"date", "date-value"},     {"time", "time-value"},  {"boolean", "boolean-value"},
	{"string", "string-value"},
};

void
ods_cell_open(struct ods_cell *cell, const struct xml_tag *tag)
{
	const char *type = xml_attribute(tag, XML_OFFICE, "value-type");
	const char *value = NULL;
	g_strlcpy(cell->type, type != NULL ? type : "", sizeof cell->type);
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		if (strcmp(values[i].type, cell->type) == 0)
			value = xml_attribute(tag, XML_OFFICE, values[i].attribute);
	g_string_assign(cell->value, value != NULL ? value : "");
	cell->has_value = value != NULL;
	cell->is_error = xml_attribute_is(tag, XML_CALC, "value-type", "error");
	cell->is_formula = xml_attribute(tag, XML_TABLE, "formula") != NULL;
	cell->repeated = ods_repeated(tag, "number-columns-repeated");
	ods_text_clear(&cell->shown);
}

/* LibreOffice itself and other programs write an error as a text or a number, and show this. */
static bool
shows_error(const GString *text)
{
	static const char *const errors[] = {"#N/A",  "#REF!",  "#VALUE!", "#DIV/0!", "#NAME?",
					     "#NUM!", "#NULL!", "Err:",    NULL};
	for (gsize i = 0; errors[i] != NULL; i++)
		if (g_str_has_prefix(text->str, errors[i]))
			return true;
	return false;
}

/* "07000" that is shown of 7000: the zeros in front belong to a postal code or a telephone. */
static bool
shows_zeros(const struct ods_cell *cell, const char *plain, GString *digits)
{
	const GString *shown = cell->shown.text;
	if (shown->str[0] != '0' || shown->len > 60)
		return false;
	for (const char *at = shown->str; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
		gunichar letter = g_utf8_get_char(at);
		if (g_unichar_isspace(letter) || letter == '.' || letter == '-')
			continue;
		if (letter < '0' || letter > '9')
			return false;
		g_string_append_c(digits, (char)letter);
	}
	const char *without = digits->str;
	while (without[0] == '0' && without[1] != '\0')
		without++;
	return without > digits->str && strcmp(without, plain) == 0;
}

/* Calc computes TRUE() as the number 1 that looks like a word. */
static const char *
shows_boolean(const char *shown)
{
	static const char *const yes[] = {"TRUE", "VRAI", NULL}, *const no[] = {"FALSE", "FAUX",
										NULL};
	if (g_strv_contains(yes, shown))
		return shown_boolean(true);
	return g_strv_contains(no, shown) ? shown_boolean(false) : NULL;
}

static void
number_show(struct ods_cell *cell)
{
	const char *word = shows_boolean(cell->shown.text->str);
	if (word != NULL) {
		g_string_assign(cell->value, word);
		return;
	}
	struct look look = {.percent = strcmp(cell->type, "percentage") == 0};
	g_autoptr(GString) plain = g_string_new(NULL);
	g_autoptr(GString) digits = g_string_new(NULL);
	shown_number(plain, cell->value->str, &look, false);
	bool padded = shows_zeros(cell, plain->str, digits);
	g_string_assign(cell->value, padded ? digits->str : plain->str);
}

const GString *
ods_cell_text(struct ods_cell *cell, bool *faulty)
{
	g_autofree char *raw = NULL;
	*faulty = cell->is_error || (cell->is_formula && shows_error(cell->shown.text));
	if (*faulty) {
		g_string_truncate(cell->value, 0);
		return cell->value;
	}
	if (!cell->has_value)
		return cell->shown.text;
	raw = g_strdup(cell->value->str);
	switch (cell->type[0]) {
	case 'f':
	case 'p':
	case 'c':
		number_show(cell);
		break;
	case 'd':
		g_string_truncate(cell->value, 0);
		shown_moment(cell->value, raw, cell->parts);
		break;
	case 't':
		g_string_truncate(cell->value, 0);
		shown_duration(cell->value, raw);
		break;
	case 'b':
		g_string_assign(cell->value, shown_boolean(strcmp(raw, "true") == 0));
		break;
	}
	return cell->value;
}
