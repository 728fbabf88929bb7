/* A list as a workbook: the labels for people as headings, numbers, dates and times as what they
 * are.
 */
#include <string.h>

#include "app/modules.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "cli/sheet.h"
#include "core/status.h"
#include "store/setting.h"

static enum workbook_kind
kind_of(enum sheet_type type)
{
	switch (type) {
	case SHEET_NUMBER:
		return WORKBOOK_NUMBER;
	case SHEET_DATE:
		return WORKBOOK_DATE;
	case SHEET_TIME:
		return WORKBOOK_TIME;
	case SHEET_INSTANT:
		return WORKBOOK_INSTANT;
	case SHEET_TEXT:
	case SHEET_LONG:
	case SHEET_BOOLEAN:
	case SHEET_MANY:
		break;
	}
	return WORKBOOK_TEXT;
}

bool
sheet_is_typed(const struct sheet_column *column)
{
	return kind_of(column->type) != WORKBOOK_TEXT;
}

static const char *
cell_text(const struct sheet_column *column, const char *value, const char *words)
{
	if (sheet_is_typed(column) || (words == NULL && value == NULL))
		return value;
	if (words != NULL)
		return words;
	if (column->type == SHEET_BOOLEAN)
		return code_label(&code_yes_no, strcmp(value, "1") == 0 ? "yes" : "no");
	return value;
}

static bool
rows_write(const struct exchange_module *exchange, Workbook *book, const Sheet *sheet,
	   GError **error)
{
	guint n = sheet->shown->len;
	g_autofree const char **cells = g_new0(const char *, n);
	for (guint r = 0; r < sheet->rows->len; r++) {
		const struct sheet_row *row = g_ptr_array_index(sheet->rows, r);
		for (guint k = 0; k < n; k++) {
			guint i = g_array_index(sheet->shown, guint, k);
			cells[k] = cell_text(&g_array_index(sheet->columns, struct sheet_column, i),
					     row->value[i], row->words[i]);
		}
		if (!exchange->workbook_row(book, cells, error))
			return false;
	}
	return true;
}

static bool
sheet_begin(const struct exchange_module *exchange, Workbook *book, const Sheet *sheet,
	    const char *title, GError **error)
{
	guint n = sheet->shown->len;
	g_autofree struct workbook_column *columns = g_new0(struct workbook_column, n);
	for (guint k = 0; k < n; k++) {
		const struct sheet_column *column =
			&g_array_index(sheet->columns, struct sheet_column,
				       g_array_index(sheet->shown, guint, k));
		columns[k].heading = column->label;
		columns[k].kind = kind_of(column->type);
	}
	return exchange->workbook_sheet(book, title, columns, n, error);
}

bool
sheet_workbook(struct run *run, const Sheet *sheet, GError **error)
{
	if (run->scripted)
		return true;
	const struct exchange_module *exchange = module_exchange(error);
	if (exchange == NULL)
		return false;
	char now[INSTANT_SIZE];
	clock_instant(now);
	g_autofree char *centre = setting_get(run->store, "centre_name");
	const char *title = sheet->title != NULL ? sheet->title : _("List");
	const struct workbook_about about = {.title = title,
					     .author = centre,
					     .created_at = now,
					     .zone = store_zone(run->store)};
	Workbook *book = exchange->workbook_open(run_option(run, OPTION_OUTPUT), &about, error);
	if (book == NULL)
		return false;
	if (sheet_begin(exchange, book, sheet, title, error) &&
	    rows_write(exchange, book, sheet, error))
		return exchange->workbook_close(book, error);
	exchange->workbook_abandon(book);
	return false;
}
