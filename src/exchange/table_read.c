#include "exchange/table_read.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/cell.h"
#include "exchange/encoding.h"
#include "exchange/foreign.h"
#include "exchange/separator.h"

#define MEGABYTE (1024u * 1024)
#define KILOBYTE 1024u

struct reader {
	Table *table;
	gsize size; /* of the text */
	gsize at;
	guint line; /* physical line of the cell at AT */
	struct dialect dialect;
	GPtrArray *cells; /* of all rows so far: pieces of the table's text */
};

void
table_free(Table *table)
{
	if (table == NULL)
		return;
	g_ptr_array_unref(table->head);
	g_array_unref(table->rows);
	g_free(table->cells);
	g_free(table->text);
	g_free(table);
}

static Table *
table_new(void)
{
	Table *table = g_new0(Table, 1);
	table->head = g_ptr_array_new_with_free_func(g_free);
	table->rows = g_array_new(FALSE, FALSE, sizeof(struct table_row));
	return table;
}

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
	if (column > TABLE_COLUMNS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u has more than %u columns: check the separator, or remove "
			      "the columns that are too many"),
			    reader->line, TABLE_COLUMNS_MAX);
	if (reader->cells->len >= TABLE_CELLS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u: the table has more than %u cells; split it into several "
			      "files"),
			    reader->line, TABLE_CELLS_MAX);
	char *text = reader->table->text;
	if (cell->form == CELL_DOUBLED)
		doubled_quotes_undo(text, cell);
	if (cell->end - cell->start > TABLE_CELL_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u, column %u: the cell is longer than %u KB; shorten it, or "
			      "check the quotation marks around it"),
			    reader->line, column, TABLE_CELL_MAX / KILOBYTE);
	text[cell->end] = '\0';
	g_ptr_array_add(reader->cells, text + cell->start);
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
		cell = cell_read(reader->table->text, reader->size, reader->at, &reader->dialect);
		if (!cell_keep(reader, &cell, ++row->n_cells, error))
			return false;
		if (*blank)
			*blank = cell_is_blank(reader->table->text + cell.start,
					       cell.end - cell.start);
		reader->at = cell.next;
		reader->line += cell.breaks;
	} while (!cell.last);
	reader->line++;
	return true;
}

static char *
cell_trimmed(const char *cell)
{
	gsize size = strlen(cell);
	const char *start = cell, *end = cell + size;
	while (start < end &&
	       cell_is_blank(start, (gsize)(g_utf8_find_next_char(start, NULL) - start)))
		start = g_utf8_find_next_char(start, NULL);
	while (end > start) {
		const char *last = g_utf8_prev_char(end);
		if (!cell_is_blank(last, (gsize)(end - last)))
			break;
		end = last;
	}
	return g_strndup(start, (gsize)(end - start));
}

static void
head_keep(struct reader *reader, const struct table_row *row)
{
	reader->table->head_line = row->line;
	for (guint i = 0; i < row->n_cells; i++)
		g_ptr_array_add(reader->table->head,
				cell_trimmed(g_ptr_array_index(reader->cells, i)));
	g_ptr_array_set_size(reader->cells, 0);
}

/* Published data often begin with "# where it comes from"; a column may be called "# order", but a
 * table has more than one. */
static bool
is_comment(const struct reader *reader, const struct table_row *row)
{
	if (reader->dialect.quoting == QUOTES_DATA || reader->table->head->len > 0)
		return false;
	const char *first = g_ptr_array_index(reader->cells, 0);
	bool alone = true;
	for (guint i = 1; i < row->n_cells; i++) {
		const char *cell = g_ptr_array_index(reader->cells, i);
		alone = alone && cell_is_blank(cell, strlen(cell));
	}
	return alone && *first == '#';
}

static bool
row_keep(struct reader *reader, const struct table_row *row, GError **error)
{
	Table *table = reader->table;
	if (table->head->len == 0) {
		head_keep(reader, row);
		return true;
	}
	if (table->rows->len == TABLE_ROWS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u: the table has more than %u rows; split it into several "
			      "files"),
			    row->line, TABLE_ROWS_MAX);
	g_array_append_vals(table->rows, row, 1);
	return true;
}

static bool
rows_read(struct reader *reader, GError **error)
{
	while (reader->at < reader->size) {
		struct table_row row;
		bool blank;
		if (!row_read(reader, &row, &blank, error))
			return false;
		if (blank || is_comment(reader, &row))
			g_ptr_array_set_size(reader->cells,
					     (gint)(reader->cells->len - row.n_cells));
		else if (!row_keep(reader, &row, error))
			return false;
	}
	return reader->table->head->len > 0 ||
	       fail(error, ERROR_INVALID,
		    _("The table is empty: it needs a row of headings, then one row per record"));
}

/* Cells have stopped moving: each row learns where its own are. */
static void
rows_link(struct reader *reader)
{
	Table *table = reader->table;
	table->cells = (char **)g_ptr_array_free(reader->cells, FALSE);
	char **cells = table->cells;
	for (guint i = 0; i < table->rows->len; i++) {
		struct table_row *row = &g_array_index(table->rows, struct table_row, i);
		row->cells = cells;
		cells += row->n_cells;
	}
}

static bool
text_decode(struct reader *reader, const char *bytes, gsize size, const char *forced,
	    GError **error)
{
	const struct encoding *encoding = encoding_find(bytes, size, forced, error);
	if (encoding == NULL)
		return false;
	Table *table = reader->table;
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
	const char *text = reader->table->text;
	char separator = options->separator, declared = 0;
	if (!options->paste)
		reader->at = separator_declared(text, reader->size, &declared);
	if (reader->at > 0)
		reader->line++;
	if (separator == 0)
		separator = options->paste ? '\t' : declared;
	if (separator == 0)
		separator = separator_find(text, reader->size);
	reader->table->separator = separator;
	reader->dialect = dialect_of(separator, options->paste);
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
	struct reader reader = {.table = table_new(), .line = 1, .cells = g_ptr_array_new()};
	bool done = text_decode(&reader, bytes, size, options->encoding, error);
	if (done) {
		separator_choose(&reader, options);
		done = rows_read(&reader, error);
	}
	rows_link(&reader);
	if (done)
		return reader.table;
	table_free(reader.table);
	return NULL;
}
