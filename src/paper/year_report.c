#include "paper/year_report.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/modules.h"
#include "app/output.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "paper/paper.h"
#include "store/setting.h"

/* ---- PDF ----------------------------------------------------------------------------------------
 */

static bool
pdf_draw(const struct year_report *paper, Output *output, guint *pages, GPtrArray *notes,
	 GError **error)
{
	const struct print_module *print = module_print(error);
	const char *path = output_temporary(output);
	g_autofree char *missing = NULL;
	if (print == NULL)
		return false;
	if (path == NULL)
		return fail(error, ERROR_INVALID,
			    _("a PDF cannot be written to standard output: give the name of a "
			      "file"));
	GError *reason = NULL;
	if (!print->year_report(paper, path, pages, &missing, &reason))
		return paper_draw_fail(output, reason, error);
	if (notes != NULL && missing != NULL)
		g_ptr_array_add(notes,
				g_strdup_printf(_("no font here has these letters: %s"), missing));
	return true;
}

/* The period first: it stands at the head of every page. */
static GPtrArray *
facts_told(const Report *report)
{
	GPtrArray *facts = report_notes(report);
	g_ptr_array_insert(facts, 0, report_period(report));
	g_ptr_array_add(facts, NULL);
	return facts;
}

static bool
pdf_write(Store *store, const Report *report, const char *path, guint *pages, GPtrArray *notes,
	  GError **error)
{
	g_autoptr(GPtrArray) facts = facts_told(report);
	g_autofree char *title = report_title(report);
	g_autofree guchar *logo = NULL;
	char instant[INSTANT_SIZE], local[17];
	gconstpointer tables = report->tables->pdata;
	struct year_report paper = {.title = title,
				    .notes = (const char *const *)facts->pdata,
				    .tables = tables,
				    .n_tables = report->tables->len};
	clock_instant(instant);
	if (clock_local(instant, store_zone(store), local))
		paper.reference.printed_at = local;
	g_autoptr(Output) output = output_open(path, error);
	GStringChunk *words = g_string_chunk_new(512);
	bool done = output != NULL &&
		    letterhead_gather(store, words, &paper.letterhead, &logo, error) &&
		    pdf_draw(&paper, output, pages, notes, error);
	g_string_chunk_free(words);
	return done && output_commit(g_steal_pointer(&output), error);
}

/* In a table of numbers a rate needs its sign beside its name. Caller frees. */
static char *
line_name(const struct report_line *line)
{
	char *label = report_line_label(line);
	if (line->unit != REPORT_PERMILLE)
		return label;
	char *named = g_strdup_printf(_("%s (%%)"), label);
	g_free(label);
	return named;
}

/* ---- workbook -----------------------------------------------------------------------------------
 */

/* Each figure, and beside it that of the year before. */
#define CELLS_MAX (2 * REPORT_SHOWN_MAX + 2)

static guint
sheet_columns(const struct report_table *table, struct workbook_column *columns, char **heads)
{
	guint n = 0, n_heads = 0;
	columns[n++] = (struct workbook_column){.heading = table->label, .kind = WORKBOOK_TEXT};
	for (guint j = 0; j < table->n_columns; j++) {
		const char *now = table->lines_are_figures ? table->year : table->columns[j].label;
		columns[n++] = (struct workbook_column){.heading = now, .kind = WORKBOOK_NUMBER};
		if (table->year_before == NULL)
			continue;
		struct report_shown before = {j, SHOWN_BEFORE};
		heads[n_heads] = report_shown_head(table, &before, false);
		columns[n++] = (struct workbook_column){.heading = heads[n_heads++],
							.kind = WORKBOOK_NUMBER};
	}
	if (table->lines_are_figures)
		columns[n++] = (struct workbook_column){.heading = _("What is counted"),
							.kind = WORKBOOK_TEXT};
	return n;
}

static bool
sheet_row(const struct exchange_module *exchange, Workbook *book, const struct report_table *table,
	  guint i, GError **error)
{
	const struct report_line *line = &table->lines[i];
	char *numbers[CELLS_MAX] = {NULL};
	const char *cells[CELLS_MAX];
	guint n = 0, n_numbers = 0;
	g_autofree char *label = line_name(line);
	cells[n++] = label;
	for (guint j = 0; j < table->n_columns; j++) {
		enum report_unit unit = report_table_unit(table, i, j);
		cells[n++] = numbers[n_numbers++] = report_number(line->now[j], unit);
		if (table->year_before != NULL)
			cells[n++] = numbers[n_numbers++] = report_number(line->before[j], unit);
	}
	if (table->lines_are_figures)
		cells[n++] = line->note;
	bool done = exchange->workbook_row(book, cells, error);
	for (guint j = 0; j < n_numbers; j++)
		g_free(numbers[j]);
	return done;
}

static bool
sheet_write(const struct exchange_module *exchange, Workbook *book,
	    const struct report_table *table, GError **error)
{
	struct workbook_column columns[CELLS_MAX];
	char *heads[CELLS_MAX] = {NULL};
	g_assert(2 * table->n_columns + 2 <= CELLS_MAX);
	guint n = sheet_columns(table, columns, heads);
	bool done = exchange->workbook_sheet(book, table->label, columns, n, error);
	for (guint i = 0; done && i < table->n_lines; i++)
		done = sheet_row(exchange, book, table, i, error);
	for (guint j = 0; j < CELLS_MAX; j++)
		g_free(heads[j]);
	return done;
}

static bool
workbook_write(Store *store, const Report *report, const char *path, GError **error)
{
	const struct exchange_module *exchange = module_exchange(error);
	g_autofree char *title = report_title(report);
	g_autofree char *centre = setting_get(store, "centre_name");
	char now[INSTANT_SIZE];
	clock_instant(now);
	const struct workbook_about about = {.title = title,
					     .author = centre,
					     .created_at = now,
					     .zone = store_zone(store)};
	Workbook *book = exchange != NULL ? exchange->workbook_open(path, &about, error) : NULL;
	if (book == NULL)
		return false;
	for (guint i = 0; i < report->tables->len; i++) {
		const struct report_table *table = report->tables->pdata[i];
		if (table->n_lines > 0 && !sheet_write(exchange, book, table, error)) {
			exchange->workbook_abandon(book);
			return false;
		}
	}
	return exchange->workbook_close(book, error);
}

/* ---- one table ----------------------------------------------------------------------------------
 */

/* A number as the person's spreadsheet reads it. Caller frees. */
static char *
number_local(gint64 value, enum report_unit unit)
{
	char *number = report_number(value, unit);
	if (number != NULL && strcmp(i18n_language(), "fr") == 0)
		g_strdelimit(number, ".", ',');
	return number;
}

static bool
csv_line(const struct report_table *table, guint i, Output *output, GError **error)
{
	const struct report_line *line = &table->lines[i];
	g_autofree char *name = line_name(line);
	g_autofree char *label = text_for_file(name, false); /* workbooks do it themselves */
	for (guint j = 0; j < table->n_columns; j++) {
		enum report_unit unit = report_table_unit(table, i, j);
		g_autofree char *now = number_local(line->now[j], unit);
		g_autofree char *before =
			number_local(line->before != NULL ? line->before[j] : REPORT_UNKNOWN, unit);
		const char *const cells[] = {table->label, label,
					     table->lines_are_figures ? NULL
								      : table->columns[j].label,
					     now, before};
		if (!paper_write_row(output, cells, G_N_ELEMENTS(cells), false, error))
			return false;
	}
	return true;
}

static bool
csv_write(const Report *report, const char *path, GError **error)
{
	g_autoptr(Output) output = output_open(path, error);
	const char *const heads[] = {_("Section"), _("Line"), _("Figure"), report->year,
				     report->year_before};
	if (output == NULL || !paper_write_row(output, heads, G_N_ELEMENTS(heads), true, error))
		return false;
	for (guint t = 0; t < report->tables->len; t++) {
		const struct report_table *table = report->tables->pdata[t];
		for (guint i = 0; i < table->n_lines; i++)
			if (!csv_line(table, i, output, error))
				return false;
	}
	return output_commit(g_steal_pointer(&output), error);
}

/* ---- any of them --------------------------------------------------------------------------------
 */

static const char *const endings[] = {
	[YEAR_REPORT_PDF] = "pdf",
	[YEAR_REPORT_WORKBOOK] = "xlsx",
	[YEAR_REPORT_CSV] = "csv",
};

/* The path given, else a readable name in the output folder, which is made if needed. */
static char *
path_choose(Store *store, const Report *report, enum year_report_format format, const char *path,
	    GError **error)
{
	if (path != NULL)
		return g_strdup(path);
	g_autofree char *what = g_strdup_printf(_("Report %s"), report->year);
	char *made = output_name(store, 0, what, 0, endings[format]);
	g_autofree char *folder = g_path_get_dirname(made);
	if (g_mkdir_with_parents(folder, 0700) == 0)
		return made;
	fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder, g_strerror(errno));
	g_free(made);
	return NULL;
}

static bool
format_write(Store *store, const Report *report, enum year_report_format format, const char *path,
	     guint *pages, GPtrArray *notes, GError **error)
{
	switch (format) {
	case YEAR_REPORT_PDF:
		return pdf_write(store, report, path, pages, notes, error);
	case YEAR_REPORT_WORKBOOK:
		return workbook_write(store, report, path, error);
	case YEAR_REPORT_CSV:
		return csv_write(report, path, error);
	}
	return false;
}

bool
year_report_write(Store *store, const Report *report, enum year_report_format format,
		  const char *path, char **made, guint *pages, GPtrArray *notes, GError **error)
{
	g_autofree char *file = path_choose(store, report, format, path, error);
	if (pages != NULL)
		*pages = 0;
	if (file == NULL || !format_write(store, report, format, file, pages, notes, error))
		return false;
	if (made != NULL)
		*made = g_steal_pointer(&file);
	return true;
}
