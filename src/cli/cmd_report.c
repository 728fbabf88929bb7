/* The figures of a year. */
#include <string.h>

#include "app/report.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "cli/table.h"
#include "paper/year_report.h"

/* ---- for scripts: a row for each figure ---------------------------------------------------------
 */

enum long_column {
	LONG_SECTION,
	LONG_LINE,
	LONG_LABEL,
	LONG_PART,
	LONG_FIGURE,
	LONG_VALUE,
	LONG_BEFORE,
	LONG_UNIT,
};

static const char *
unit_code(enum report_unit unit)
{
	static const char *const codes[] = {
		[REPORT_COUNT] = "count",
		[REPORT_HALVES] = "half_days",
		[REPORT_PERMILLE] = "percent",
	};
	return codes[unit];
}

/* Halves and rates are real numbers in JSON, counts whole ones. */
static void
number_set(const Sheet *sheet, struct sheet_row *row, guint column, const char *key, gint64 value,
	   enum report_unit unit)
{
	char *number = report_number(value, unit);
	if (number != NULL && unit != REPORT_COUNT)
		json_object_set_new(row->extra, key, json_real(g_ascii_strtod(number, NULL)));
	sheet_set(sheet, row, column, number, NULL);
}

static void
figure_row(Sheet *sheet, const struct report_table *table, guint i, guint j)
{
	const struct report_line *line = &table->lines[i];
	enum report_unit unit = report_table_unit(table, i, j);
	struct sheet_row *row = sheet_row(sheet);
	const char *line_key = table->lines_are_figures ? NULL : line->key;
	const char *figure = table->lines_are_figures ? line->key : table->columns[j].key;
	row->extra = json_object();
	sheet_set(sheet, row, LONG_SECTION, g_strdup(table->key), NULL);
	sheet_set(sheet, row, LONG_LINE, g_strdup(line_key), NULL);
	sheet_set(sheet, row, LONG_LABEL, report_line_label(line), NULL);
	sheet_set(sheet, row, LONG_PART, g_strdup(line->part_key), NULL);
	sheet_set(sheet, row, LONG_FIGURE, g_strdup(figure), NULL);
	number_set(sheet, row, LONG_VALUE, "value", line->now[j], unit);
	number_set(sheet, row, LONG_BEFORE, "value_before",
		   line->before != NULL ? line->before[j] : REPORT_UNKNOWN, unit);
	sheet_set(sheet, row, LONG_UNIT, g_strdup(unit_code(unit)), NULL);
}

static Sheet *
long_sheet(const Report *report)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "section", _("Section"), SHEET_TEXT, true);
	sheet_column(sheet, "line", _("Line"), SHEET_TEXT, true);
	sheet_column(sheet, "label", _("Label"), SHEET_TEXT, true);
	sheet_column(sheet, "part", _("Part"), SHEET_TEXT, true);
	sheet_column(sheet, "figure", _("Figure"), SHEET_TEXT, true);
	sheet_column(sheet, "value", report->year, SHEET_NUMBER, true);
	sheet_column(sheet, "value_before", report->year_before, SHEET_NUMBER, true);
	sheet_column(sheet, "unit", _("Unit"), SHEET_TEXT, true);
	for (guint t = 0; t < report->tables->len; t++) {
		const struct report_table *table = report->tables->pdata[t];
		for (guint i = 0; i < table->n_lines; i++)
			for (guint j = 0; j < table->n_columns; j++)
				figure_row(sheet, table, i, j);
	}
	return sheet;
}

/* ---- for people: section by section -------------------------------------------------------------
 */

/* Heads live as long as the program: there are few. */
static const char *
head_kept(char *head)
{
	const char *kept = g_intern_string(head);
	g_free(head);
	return kept;
}

static Sheet *
section_sheet(const struct report_table *table)
{
	struct report_shown shown[REPORT_SHOWN_MAX];
	guint n = report_table_shown(table, shown);
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "label", "", SHEET_TEXT, true);
	for (guint j = 0; j < n; j++)
		sheet_column(sheet, table->columns[shown[j].column].key,
			     head_kept(report_shown_head(table, &shown[j], true)), SHEET_NUMBER,
			     true);
	if (table->lines_are_figures)
		sheet_column(sheet, "note", "", SHEET_TEXT, true);
	for (guint i = 0; i < table->n_lines; i++) {
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, report_line_shown(&table->lines[i]), NULL);
		for (guint j = 0; j < n; j++)
			sheet_set(sheet, row, j + 1, report_shown_text(table, i, &shown[j]), NULL);
		if (table->lines_are_figures)
			sheet_set(sheet, row, n + 1, g_strdup(table->lines[i].note), NULL);
	}
	return sheet;
}

static bool
section_append(struct run *run, GString *text, const struct report_table *table, GError **error)
{
	g_autoptr(Sheet) sheet = section_sheet(table);
	if (!sheet_settle(run, sheet, error))
		return false;
	g_autofree char *lines = table_text(sheet, table_width(run));
	g_string_append_printf(text, "\n%s\n", table->label);
	if (table->note != NULL)
		g_string_append_printf(text, "(%s)\n", table->note);
	g_string_append(text, lines);
	return true;
}

/* A section of zeros says no more than that there is nothing. */
static void
nothing_append(GString *text, const struct report_table *table)
{
	g_autofree char *nothing = report_table_nothing(table);
	g_string_append_printf(text, "\n%s\n%s\n", table->label, nothing);
}

static bool
report_print(struct run *run, const Report *report, GError **error)
{
	g_autofree char *title = report_title(report);
	g_autoptr(GString) text = g_string_new(title);
	g_string_append_c(text, '\n');
	for (guint i = 0; i < report->tables->len; i++) {
		const struct report_table *table = report->tables->pdata[i];
		if (!table->lines_are_figures && !report_table_tells(table))
			nothing_append(text, table);
		else if (!section_append(run, text, table, error))
			return false;
	}
	return run_result(run, text->str, text->len, error);
}

/* ---- where it goes ------------------------------------------------------------------------------
 */

static bool
is_pdf(const struct run *run)
{
	const char *output = run_option(run, OPTION_OUTPUT);
	g_autofree char *low = output != NULL ? g_ascii_strdown(output, -1) : g_strdup("");
	return g_str_has_suffix(low, ".pdf");
}

static bool
output_fits(const struct run *run, GError **error)
{
	const char *output = run_option(run, OPTION_OUTPUT);
	if (is_pdf(run) && run_option(run, OPTION_FORMAT) != NULL)
		return fail(error, ERROR_USAGE,
			    _("“%s” would be no PDF: leave out --format, or choose another ending"),
			    output);
	return run_format(run) != FORMAT_XLSX || (output != NULL && strcmp(output, "-") != 0) ||
	       fail(error, ERROR_USAGE,
		    _("a workbook cannot be written to standard output: give the name of a file"));
}

static bool
file_write(struct run *run, const Report *report, enum year_report_format format, GError **error)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	guint pages = 0;
	bool done = year_report_write(run->store, report, format, run_option(run, OPTION_OUTPUT),
				      NULL, &pages, notes, error);
	run_notes(run, notes);
	if (done && pages > 0)
		run_note(run, i18n_count("%u page", "%u pages", pages), pages);
	return done;
}

static bool
report_show(struct run *run, const Report *report, GError **error)
{
	if (is_pdf(run))
		return file_write(run, report, YEAR_REPORT_PDF, error);
	if (run_format(run) == FORMAT_XLSX)
		return file_write(run, report, YEAR_REPORT_WORKBOOK, error);
	if (run_format(run) == FORMAT_TABLE)
		return report_print(run, report, error);
	g_autoptr(Sheet) sheet = long_sheet(report);
	return run_list(run, sheet, error);
}

bool
cmd_report(struct run *run, GError **error)
{
	const char *year = run->argument[0];
	if (strlen(year) != 4 || !date_valid(year))
		return fail(error, ERROR_USAGE, _("“%s” is no year; they are written 2026"), year);
	if (!output_fits(run, error))
		return false;
	g_autoptr(Report) report = report_of_year(run->store, year, error);
	if (report == NULL)
		return false;
	g_autoptr(GPtrArray) notes = report_notes(report);
	run_notes(run, notes);
	return report_show(run, report, error);
}
