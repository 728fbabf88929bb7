/* Lists for people's spreadsheets, with headings in words: semicolons and a byte order mark, or a
 * workbook. */
#include "base/clock.h"
#include "paper/paper.h"

static const struct table_style people_style = {.separator = ';', .bom = true, .neutralise = true};

static bool
file_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	return output_write(user, bytes, size, error);
}

bool
paper_write_row(Output *output, const char *const *cells, guint n, bool first, GError **error)
{
	const struct exchange_module *exchange = module_exchange(error);
	return exchange != NULL &&
	       exchange->write_row(cells, n, &people_style, first, file_sink, output, error);
}

/* The workbook takes the place of the temporary file, which the caller then gives its name. */
static bool
workbook_begin(struct paper_table *table, const struct paper *paper,
	       const struct workbook_column *columns, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	const struct workbook_about about = {.title = paper->event.title,
					     .author = paper->letterhead.centre,
					     .created_at = now,
					     .called = output_path(table->output),
					     .zone = store_zone(paper->store)};
	table->book =
		table->exchange->workbook_open(output_temporary(table->output), &about, error);
	if (table->book == NULL)
		return false;
	if (table->exchange->workbook_sheet(table->book, paper->making->file_word(paper), columns,
					    table->n, error))
		return true;
	return paper_table_end(table, false, error);
}

bool
paper_table_begin(struct paper_table *table, const struct paper *paper, Output *output,
		  const struct workbook_column *columns, guint n, GError **error)
{
	*table = (struct paper_table){.output = output, .exchange = module_exchange(error), .n = n};
	if (table->exchange == NULL)
		return false;
	if (paper->choice->format == PAPER_XLSX)
		return workbook_begin(table, paper, columns, error);
	g_autofree const char **headings = g_new0(const char *, n);
	for (guint i = 0; i < n; i++)
		headings[i] = columns[i].heading;
	return paper_write_row(output, headings, n, true, error);
}

bool
paper_table_row(struct paper_table *table, const char *const *cells, GError **error)
{
	return table->book != NULL ? table->exchange->workbook_row(table->book, cells, error)
				   : paper_write_row(table->output, cells, table->n, false, error);
}

bool
paper_table_end(struct paper_table *table, bool done, GError **error)
{
	if (table->book != NULL && done)
		return table->exchange->workbook_close(table->book, error);
	if (table->book != NULL)
		table->exchange->workbook_abandon(table->book);
	return done;
}
