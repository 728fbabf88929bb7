#include "cli/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/sheet_workbook.h"
#include "cli/table.h"

static void
row_free(gpointer pointer)
{
	struct sheet_row *row = pointer;
	g_free(row->value);
	g_free(row->words);
	json_decref(row->extra);
	g_free(row);
}

Sheet *
sheet_new(void)
{
	Sheet *sheet = g_new0(Sheet, 1);
	sheet->columns = g_array_new(FALSE, FALSE, sizeof(struct sheet_column));
	sheet->rows = g_ptr_array_new_with_free_func(row_free);
	return sheet;
}

void
sheet_empty(Sheet *sheet)
{
	for (guint i = 0; i < sheet->rows->len; i++) {
		struct sheet_row *row = g_ptr_array_index(sheet->rows, i);
		for (guint j = 0; j < sheet->columns->len; j++) {
			g_free(row->value[j]);
			g_free(row->words[j]);
		}
	}
	g_ptr_array_set_size(sheet->rows, 0);
}

void
sheet_free(Sheet *sheet)
{
	if (sheet == NULL)
		return;
	sheet_empty(sheet);
	g_ptr_array_unref(sheet->rows);
	g_array_unref(sheet->columns);
	if (sheet->shown != NULL)
		g_array_unref(sheet->shown);
	g_free(sheet->title);
	g_free(sheet);
}

void
sheet_column(Sheet *sheet, const char *key, const char *label, enum sheet_type type, bool listed)
{
	g_assert(sheet->rows->len == 0);
	struct sheet_column column = {key, label, type, listed};
	g_array_append_val(sheet->columns, column);
}

struct sheet_row *
sheet_row(Sheet *sheet)
{
	struct sheet_row *row = g_new0(struct sheet_row, 1);
	row->value = g_new0(char *, sheet->columns->len);
	row->words = g_new0(char *, sheet->columns->len);
	g_ptr_array_add(sheet->rows, row);
	return row;
}

void
sheet_set(const Sheet *sheet, struct sheet_row *row, guint column, char *value, char *words)
{
	g_assert(column < sheet->columns->len);
	g_free(row->value[column]);
	g_free(row->words[column]);
	row->value[column] = value;
	row->words[column] = words;
}

/* ---- columns ------------------------------------------------------------------------------------
 */

static const struct sheet_column *
column_at(const Sheet *sheet, guint i)
{
	return &g_array_index(sheet->columns, struct sheet_column, i);
}

static void
columns_choose(Sheet *sheet, const char *typed)
{
	g_auto(GStrv) keys = g_strsplit(typed, ",", -1);
	for (guint k = 0; keys[k] != NULL; k++)
		for (guint i = 0; i < sheet->columns->len; i++)
			if (strcmp(g_strstrip(keys[k]), column_at(sheet, i)->key) == 0)
				g_array_append_val(sheet->shown, i);
}

static void
columns_usual(const struct run *run, Sheet *sheet)
{
	bool table = run_format(run) == FORMAT_TABLE;
	for (guint i = 0; i < sheet->columns->len; i++)
		if (!table || column_at(sheet, i)->listed)
			g_array_append_val(sheet->shown, i);
}

static const GArray *
columns_shown(const struct run *run, Sheet *sheet)
{
	const char *typed = run_option(run, OPTION_COLUMNS);
	if (sheet->shown != NULL)
		return sheet->shown;
	sheet->shown = g_array_new(FALSE, FALSE, sizeof(guint));
	if (typed != NULL)
		columns_choose(sheet, typed);
	else
		columns_usual(run, sheet);
	return sheet->shown;
}

bool
sheet_lists(const struct run *run, Sheet *sheet, guint i)
{
	const GArray *shown = columns_shown(run, sheet);
	for (guint k = 0; k < shown->len; k++)
		if (g_array_index(shown, guint, k) == i)
			return true;
	return false;
}

static bool
key_known(const Sheet *sheet, const char *key)
{
	for (guint i = 0; i < sheet->columns->len; i++)
		if (strcmp(key, column_at(sheet, i)->key) == 0)
			return true;
	return false;
}

static bool
column_unknown(const Sheet *sheet, const char *typed, GError **error)
{
	g_autoptr(GString) keys = g_string_new(NULL);
	for (guint i = 0; i < sheet->columns->len; i++)
		g_string_append_printf(keys, "%s%s", i > 0 ? " " : "", column_at(sheet, i)->key);
	return fail(error, ERROR_USAGE, _("“%s” is no column of this list; they are: %s"), typed,
		    keys->str);
}

/* Each once, so that an object of JSON and a row of CSV say the same. */
static bool
columns_check(const struct run *run, const Sheet *sheet, GError **error)
{
	const char *typed = run_option(run, OPTION_COLUMNS);
	g_auto(GStrv) keys = g_strsplit(typed != NULL ? typed : "", ",", -1);
	for (guint i = 0; keys[i] != NULL; i++) {
		g_strstrip(keys[i]);
		if (!key_known(sheet, keys[i]))
			return column_unknown(sheet, keys[i], error);
		for (guint j = 0; j < i; j++)
			if (strcmp(keys[i], keys[j]) == 0)
				return fail(error, ERROR_USAGE, _("the column “%s” is given twice"),
					    keys[i]);
	}
	return true;
}

bool
sheet_settle(const struct run *run, Sheet *sheet, GError **error)
{
	return columns_check(run, sheet, error) && columns_shown(run, sheet) != NULL;
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

json_t *
sheet_json_text(const char *value)
{
	if (value == NULL)
		return json_null();
	json_t *json = json_string(value);
	if (json != NULL)
		return json;
	g_autofree char *valid = g_utf8_make_valid(value, -1);
	return json_string(valid);
}

static json_t *
json_array_of(const char *value)
{
	json_t *array = json_array();
	g_auto(GStrv) parts = g_strsplit(value != NULL ? value : "", "; ", -1);
	for (guint i = 0; parts[i] != NULL; i++)
		if (*parts[i] != '\0')
			json_array_append_new(array, sheet_json_text(parts[i]));
	return array;
}

/* "0.5"; what is no number stays text. */
static json_t *
decimal_json(const char *value)
{
	char *end = NULL;
	double number = g_ascii_strtod(value, &end);
	return end != value && *end == '\0' ? json_real(number) : sheet_json_text(value);
}

static json_t *
json_of(const struct sheet_column *column, const char *value)
{
	gint64 number = 0;
	switch (column->type) {
	case SHEET_MANY:
		return json_array_of(value);
	case SHEET_BOOLEAN:
		return value != NULL ? json_boolean(strcmp(value, "1") == 0) : json_null();
	case SHEET_NUMBER:
		if (value == NULL)
			return json_null();
		if (g_ascii_string_to_signed(value, 10, G_MININT64, G_MAXINT64, &number, NULL))
			return json_integer(number);
		return decimal_json(value);
	case SHEET_TEXT:
	case SHEET_LONG:
	case SHEET_DATE:
	case SHEET_TIME:
	case SHEET_INSTANT:
		break;
	}
	return sheet_json_text(value);
}

static json_t *
json_row(const Sheet *sheet, const struct sheet_row *row, bool chosen)
{
	json_t *object = json_object();
	for (guint k = 0; k < sheet->shown->len; k++) {
		guint i = g_array_index(sheet->shown, guint, k);
		const struct sheet_column *column = column_at(sheet, i);
		json_object_set_new(object, column->key, json_of(column, row->value[i]));
	}
	if (row->extra != NULL && chosen)
		json_object_update_existing(object, row->extra);
	else if (row->extra != NULL)
		json_object_update(object, row->extra);
	return object;
}

bool
run_json(struct run *run, json_t *json, GError **error)
{
	char *text = json_dumps(json, JSON_INDENT(2));
	json_decref(json);
	if (text == NULL)
		return fail(error, ERROR_IO, _("the result cannot be written as JSON"));
	g_autofree char *whole = g_strconcat(text, "\n", NULL);
	free(text);
	return run_result(run, whole, strlen(whole), error);
}

/* ---- CSV ----------------------------------------------------------------------------------------
 */

static bool
text_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

/* Whatever a script reads, somebody opens in a spreadsheet: no cell can be taken for a formula. A
 * phone number keeps its "+"; values that are exact in every case are those of JSON. */
static bool
csv_print(struct run *run, const Sheet *sheet, guint n_rows, GError **error)
{
	static const struct table_style style = {.separator = ',',
						 .neutralise = true,
						 .numbers_bare = true};
	const struct exchange_module *exchange = module_exchange(error);
	if (exchange == NULL)
		return false;
	g_autoptr(GString) text = g_string_new(NULL);
	guint n = sheet->shown->len;
	const guint *shown = (const guint *)(const void *)sheet->shown->data;
	g_autofree const char **cells = g_new0(const char *, n);
	for (guint i = 0; i < n; i++)
		cells[i] = column_at(sheet, shown[i])->key;
	bool done = exchange->write_row(cells, n, &style, true, text_sink, text, error);
	for (guint r = 0; done && r < n_rows; r++) {
		const struct sheet_row *row = g_ptr_array_index(sheet->rows, r);
		for (guint i = 0; i < n; i++)
			cells[i] = row->value[shown[i]];
		done = exchange->write_row(cells, n, &style, false, text_sink, text, error);
	}
	return done && run_result(run, text->str, text->len, error);
}

/* ---- printing -----------------------------------------------------------------------------------
 */

static bool
json_print(struct run *run, const Sheet *sheet, GError **error)
{
	bool chosen = run_option(run, OPTION_COLUMNS) != NULL;
	json_t *array = json_array();
	for (guint i = 0; i < sheet->rows->len; i++)
		json_array_append_new(array,
				      json_row(sheet, g_ptr_array_index(sheet->rows, i), chosen));
	return run_json(run, array, error);
}

bool
run_list(struct run *run, Sheet *sheet, GError **error)
{
	if (!sheet_settle(run, sheet, error))
		return false;
	switch (run_format(run)) {
	case FORMAT_CSV:
		return csv_print(run, sheet, sheet->rows->len, error);
	case FORMAT_JSON:
		return json_print(run, sheet, error);
	case FORMAT_XLSX:
		return sheet_workbook(run, sheet, error);
	case FORMAT_TABLE:
		break;
	}
	g_autofree char *text = table_text(sheet, table_width(run));
	return run_result(run, text, strlen(text), error);
}

bool
run_show(struct run *run, Sheet *sheet, GError **error)
{
	g_assert(sheet->rows->len > 0);
	columns_shown(run, sheet);
	if (run_format(run) == FORMAT_CSV)
		return csv_print(run, sheet, 1, error);
	if (run_format(run) == FORMAT_JSON)
		return run_json(run, json_row(sheet, g_ptr_array_index(sheet->rows, 0), false),
				error);
	g_autofree char *text = card_text(sheet);
	return run_result(run, text, strlen(text), error);
}
