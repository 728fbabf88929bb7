#include "exchange/table_read.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/cell.h"
#include "exchange/encoding.h"
#include "exchange/foreign.h"
#include "exchange/rows.h"
#include "exchange/separator.h"
#include "exchange/spreadsheet.h"

#define MEGABYTE (1024u * 1024)
#define KILOBYTE 1024u

struct reader {
	struct rows rows;
	gsize size; /* of the text */
	gsize at;
	guint line; /* physical line of the cell at AT */
	struct dialect dialect;
};

static void
doubled_quotes_undo(char *text, struct cell *cell)
{
	gsize end = cell->start;
	for (gsize at = cell->start; at < cell->end; at++) {
		text[end++] = text[at];
		if (text[at] == '"')
			at++;
	}
	cell->end = end;
}

/* The cell becomes a text of its own where it stands: its terminator, already understood, becomes
 * the NUL. */
static bool
cell_keep(struct reader *reader, struct cell *cell, guint column, GError **error)
{
	if (cell->form == CELL_UNCLOSED)
		return fail(error, ERROR_FORMAT,
			    _("Line %u, column %u: a quotation mark opens this cell and none "
			      "closes it; put one at its end, or remove it, and try again"),
			    reader->line, column);
	if (!rows_room(&reader->rows, reader->line, column, error))
		return false;
	char *text = reader->rows.table->text;
	if (cell->form == CELL_DOUBLED)
		doubled_quotes_undo(text, cell);
	if (cell->end - cell->start > TABLE_CELL_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u, column %u: the cell is longer than %u KB; shorten it, or "
			      "check the quotation marks around it"),
			    reader->line, column, TABLE_CELL_MAX / KILOBYTE);
	text[cell->end] = '\0';
	g_ptr_array_add(reader->rows.cells, text + cell->start);
	return true;
}

/* Read the row at AT into ROW, its cells onto the end of all cells. */
static bool
row_read(struct reader *reader, struct table_row *row, bool *blank, GError **error)
{
	*row = (struct table_row){.line = reader->line};
	*blank = true;
	struct cell cell;
	do {
		cell = cell_read(reader->rows.table->text, reader->size, reader->at,
				 &reader->dialect);
		if (!cell_keep(reader, &cell, ++row->n_cells, error))
			return false;
		if (*blank)
			*blank = cell_is_blank(reader->rows.table->text + cell.start,
					       cell.end - cell.start);
		reader->at = cell.next;
		reader->line += cell.breaks;
	} while (!cell.last);
	reader->line++;
	return true;
}

static bool
rows_read(struct reader *reader, GError **error)
{
	while (reader->at < reader->size) {
		struct table_row row;
		bool blank;
		if (!row_read(reader, &row, &blank, error) ||
		    !rows_end(&reader->rows, &row, blank, error))
			return false;
	}
	return true;
}

static bool
text_decode(struct reader *reader, const char *bytes, gsize size, const char *forced,
	    GError **error)
{
	const struct encoding *encoding = encoding_find(bytes, size, forced, error);
	if (encoding == NULL)
		return false;
	Table *table = reader->rows.table;
	table->encoding = encoding->name;
	table->text = encoding_decode(encoding, bytes, size, &reader->size, &table->replaced);
	return memchr(table->text, '\0', reader->size) == NULL ||
	       fail(error, ERROR_FORMAT,
		    _("This file holds NUL bytes: it is not text; open it with the program that "
		      "made it and save its table as “CSV UTF-8”"));
}

/* Past Excel's declaration when there is one: it is a line, but no row. */
static void
separator_choose(struct reader *reader, const struct table_options *options)
{
	const char *text = reader->rows.table->text;
	char separator = options->separator, declared = 0;
	if (!options->paste)
		reader->at = separator_declared(text, reader->size, &declared);
	if (reader->at > 0)
		reader->line++;
	if (separator == 0)
		separator = options->paste ? '\t' : declared;
	if (separator == 0)
		separator = separator_find(text, reader->size);
	reader->rows.table->separator = separator;
	reader->dialect = dialect_of(separator, options->paste);
	reader->rows.comments = !options->paste;
}

static bool
size_accept(gsize size, GError **error)
{
	if (size == 0)
		return fail(error, ERROR_INVALID, _("This file is empty"));
	return size <= TABLE_BYTES_MAX ||
	       fail(error, ERROR_FORMAT,
		    _("This file is larger than %u MB: split the table into several files"),
		    TABLE_BYTES_MAX / MEGABYTE);
}

Table *
table_read(const char *bytes, gsize size, const struct table_options *options, GError **error)
{
	static const struct table_options automatic = {.encoding = NULL};
	if (options == NULL)
		options = &automatic;
	if (options->separator != 0 && !separator_accept(options->separator, error))
		return NULL;
	if (!size_accept(size, error) || !foreign_refuse(bytes, size, error))
		return NULL;
	if (spreadsheet_is(bytes, size))
		return spreadsheet_read(bytes, size, error);
	struct reader reader = {.line = 1};
	rows_open(&reader.rows);
	bool done = text_decode(&reader, bytes, size, options->encoding, error);
	if (done) {
		separator_choose(&reader, options);
		done = rows_read(&reader, error);
	}
	return rows_close(&reader.rows, done, error);
}
