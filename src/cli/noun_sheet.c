#include "cli/noun_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "app/filter.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/event_days.h"
#include "cli/sheet_workbook.h"
#include "store/index.h"

static enum sheet_type
key_type(const struct noun *noun, const struct noun_key *key)
{
	static const enum sheet_type types[] = {
		[FIELD_LONG] = SHEET_LONG,       [FIELD_INTEGER] = SHEET_NUMBER,
		[FIELD_BOOLEAN] = SHEET_BOOLEAN, [FIELD_DATE] = SHEET_DATE,
		[FIELD_DAY] = SHEET_DATE,        [FIELD_TIME] = SHEET_TIME,
		[FIELD_INSTANT] = SHEET_INSTANT, [FIELD_REFERENCE] = SHEET_TEXT,
	};
	if ((key->flags & NOUN_MANY) != 0)
		return SHEET_MANY;
	return types[noun_key_kind(noun, key)];
}

Sheet *
noun_sheet(const struct noun *noun)
{
	Sheet *sheet = sheet_new();
	sheet->title = g_strdup(_(noun->label));
	for (guint i = 0; i < noun->n_keys; i++) {
		const struct noun_key *key = &noun->keys[i];
		sheet_column(sheet, key->key, noun_key_label(noun, key), key_type(noun, key),
			     (key->flags & NOUN_LISTED) != 0);
	}
	return sheet;
}

/* A workbook has words for people, but what it computes with is as scripts see it. */
static bool
wants_words(const struct run *run, const struct sheet_column *column)
{
	return run_format(run) == FORMAT_TABLE ||
	       (run_format(run) == FORMAT_XLSX && !sheet_is_typed(column));
}

struct sheet_row *
noun_sheet_row(struct run *run, Sheet *sheet, const struct noun *noun, const void *row, bool whole)
{
	struct sheet_row *cells = sheet_row(sheet);
	for (guint i = 0; i < noun->n_keys; i++) {
		const struct noun_key *key = &noun->keys[i];
		if (!whole && !sheet_lists(run, sheet, i))
			continue;
		if (wants_words(run, &g_array_index(sheet->columns, struct sheet_column, i)))
			sheet_set(sheet, cells, i, NULL, noun_text(run->store, noun, key, row));
		else
			sheet_set(sheet, cells, i, noun_value(run->store, noun, key, row), NULL);
	}
	if (noun == &noun_event && run_format(run) == FORMAT_JSON) {
		cells->extra = json_object();
		json_object_set_new(cells->extra, "days", event_days_json(run->store, row));
	}
	return cells;
}

/* ---- order --------------------------------------------------------------------------------------
 */

struct ordered {
	void *row;
	char *text; /* NULL: missing, and last */
	gint64 number;
	guint place; /* as it was, for equal keys */
	bool descending;
};

static int
ordered_compare(const void *first, const void *second)
{
	const struct ordered *a = first, *b = second;
	int order = 0;
	if (a->text == NULL || b->text == NULL)
		order = (a->text == NULL) - (b->text == NULL);
	else if (a->number != b->number)
		order = a->number < b->number ? -1 : 1;
	else
		order = strcmp(a->text, b->text);
	if (a->descending && a->text != NULL && b->text != NULL)
		order = -order;
	return order != 0 ? order : (a->place < b->place ? -1 : 1);
}

/* Names of people have an order of their own, which their rows bear. */
static char *
order_text(struct run *run, const struct noun *noun, const struct noun_key *key, const void *row)
{
	const struct field *own = entity_field(noun->entity, "sort_key");
	if (own != NULL && strcmp(key->key, noun->name_key) == 0)
		return g_strdup(field_get(own, row).text);
	g_autofree char *value = noun_value(run->store, noun, key, row);
	return value != NULL ? text_order(value) : NULL;
}

static bool
sort_key(const struct noun *noun, const char *typed, const struct noun_key **key, bool *descending,
	 GError **error)
{
	*descending = *typed == '-';
	*key = noun_key(noun, typed + *descending);
	if (*key != NULL)
		return true;
	g_autoptr(GString) keys = g_string_new(NULL);
	for (guint i = 0; i < noun->n_keys; i++)
		g_string_append_printf(keys, "%s%s", i > 0 ? " " : "", noun->keys[i].key);
	return fail(error, ERROR_USAGE, _("“%s” is no key to sort by; the keys are: %s"), typed,
		    keys->str);
}

bool
noun_rows_arrange(struct run *run, const struct noun *noun, Rows *rows, GError **error)
{
	const struct noun_key *key = NULL;
	bool descending = false;
	const char *filter = run_option(run, OPTION_FILTER);
	if (filter != NULL && !filter_rows(run->store, noun, rows, filter, error))
		return false;
	const char *typed = run_option(run, OPTION_SORT);
	if (typed == NULL)
		return true;
	if (!sort_key(noun, typed, &key, &descending, error))
		return false;
	g_autofree struct ordered *ordered = g_new0(struct ordered, rows->n);
	for (guint i = 0; i < rows->n; i++) {
		ordered[i] = (struct ordered){.row = rows->row[i],
					      .text = order_text(run, noun, key, rows->row[i]),
					      .place = i,
					      .descending = descending};
		if (ordered[i].text != NULL)
			g_ascii_string_to_signed(ordered[i].text, 10, 0, G_MAXINT64,
						 &ordered[i].number, NULL);
	}
	qsort(ordered, rows->n, sizeof *ordered, ordered_compare);
	for (guint i = 0; i < rows->n; i++) {
		rows->row[i] = ordered[i].row;
		g_free(ordered[i].text);
	}
	return true;
}

/* ---- printing -----------------------------------------------------------------------------------
 */

bool
noun_rows_list(struct run *run, const struct noun *noun, Rows *rows, GError **error)
{
	if (!noun_rows_arrange(run, noun, rows, error))
		return false;
	g_autoptr(Sheet) sheet = noun_sheet(noun);
	for (guint i = 0; i < rows->n; i++)
		noun_sheet_row(run, sheet, noun, rows->row[i], false);
	return run_list(run, sheet, error);
}

/* A row that somebody has deleted meanwhile is left out. */
static bool
workbook_row(struct run *run, struct sheet_file *file, Sheet *sheet, const struct noun *noun,
	     gint64 id, GError **error)
{
	GError *reason = NULL;
	void *row = store_get(run->store, noun->entity, id, &reason);
	if (g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		g_error_free(reason);
		return true;
	}
	if (row == NULL) {
		g_propagate_error(error, reason);
		return false;
	}
	bool done =
		sheet_file_row(file, sheet, noun_sheet_row(run, sheet, noun, row, false), error);
	entity_free(noun->entity, row);
	sheet_empty(sheet);
	return done;
}

bool
noun_workbook(struct run *run, const struct noun *noun, GError **error)
{
	struct sheet_file file;
	g_autoptr(Sheet) sheet = noun_sheet(noun);
	if (!sheet_settle(run, sheet, error))
		return false;
	store_keep_little(run->store, true);
	Index *index = store_index(run->store, noun->entity, NULL, 0, NULL, false, false, error);
	bool done = index != NULL && sheet_file_begin(&file, run, sheet, error);
	if (done) {
		for (guint i = 0; done && i < index->n; i++)
			done = workbook_row(run, &file, sheet, noun, index->id[i], error);
		done = sheet_file_end(&file, done, error);
	}
	index_free(index);
	store_keep_little(run->store, false);
	return done;
}

bool
noun_row_show(struct run *run, const struct noun *noun, const void *row, GError **error)
{
	g_autoptr(Sheet) sheet = noun_sheet(noun);
	noun_sheet_row(run, sheet, noun, row, true);
	return run_show(run, sheet, error);
}
