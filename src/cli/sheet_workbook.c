/* A list as a workbook: the labels for people as headings, numbers, dates and times as what they
 * are.
 */
#include <string.h>

#include "app/modules.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "cli/sheet_workbook.h"
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

bool
sheet_file_row(struct sheet_file *file, const Sheet *sheet, const struct sheet_row *row,
	       GError **error)
{
	for (guint k = 0; k < sheet->shown->len; k++) {
		guint i = g_array_index(sheet->shown, guint, k);
		file->cells[k] = cell_text(&g_array_index(sheet->columns, struct sheet_column, i),
					   row->value[i], row->words[i]);
	}
	return file->exchange->workbook_row(file->book, file->cells, error);
}

static bool
heading_write(const struct sheet_file *file, const Sheet *sheet, const char *title, GError **error)
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
	return file->exchange->workbook_sheet(file->book, title, columns, n, error);
}

bool
sheet_file_begin(struct sheet_file *file, struct run *run, const Sheet *sheet, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	g_autofree char *centre = setting_get(run->store, "centre_name");
	const char *title = sheet->title != NULL ? sheet->title : _("List");
	const struct workbook_about about = {.title = title,
					     .author = centre,
					     .created_at = now,
					     .zone = store_zone(run->store)};
	*file = (struct sheet_file){.exchange = module_exchange(error)};
	if (file->exchange != NULL)
		file->book = file->exchange->workbook_open(run_option(run, OPTION_OUTPUT), &about,
							   error);
	if (file->book == NULL)
		return false;
	file->cells = g_new0(const char *, sheet->shown->len);
	if (heading_write(file, sheet, title, error))
		return true;
	return sheet_file_end(file, false, error);
}

bool
sheet_file_end(struct sheet_file *file, bool done, GError **error)
{
	if (done)
		done = file->exchange->workbook_close(file->book, error);
	else
		file->exchange->workbook_abandon(file->book);
	g_free(file->cells);
	return done;
}

bool
sheet_workbook(struct run *run, const Sheet *sheet, GError **error)
{
	struct sheet_file file;
	if (run->scripted)
		return true;
	if (!sheet_file_begin(&file, run, sheet, error))
		return false;
	bool done = true;
	for (guint i = 0; done && i < sheet->rows->len; i++)
		done = sheet_file_row(&file, sheet, g_ptr_array_index(sheet->rows, i), error);
	return sheet_file_end(&file, done, error);
}
