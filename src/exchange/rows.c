#include "exchange/rows.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/cell.h"

void
table_free(Table *table)
{
	if (table == NULL)
		return;
	g_ptr_array_unref(table->head);
	g_array_unref(table->rows);
	if (table->texts != NULL)
		g_string_chunk_free(table->texts);
	g_free(table->cells);
	g_free(table->text);
	g_free(table->sheet);
	g_free(table);
}

void
rows_open(struct rows *rows)
{
	Table *table = g_new0(Table, 1);
	table->head = g_ptr_array_new_with_free_func(g_free);
	table->rows = g_array_new(FALSE, FALSE, sizeof(struct table_row));
	*rows = (struct rows){.table = table, .cells = g_ptr_array_new(), .comments = true};
}

bool
rows_room(const struct rows *rows, guint line, guint column, GError **error)
{
	if (column > TABLE_COLUMNS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u has more than %u columns: check the separator, or remove "
			      "the columns that are too many"),
			    line, TABLE_COLUMNS_MAX);
	if (rows->cells->len >= TABLE_CELLS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u: the table has more than %u cells; split it into several "
			      "files"),
			    line, TABLE_CELLS_MAX);
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

static char **
row_cells(const struct rows *rows, const struct table_row *row)
{
	return (char **)rows->cells->pdata + (rows->cells->len - row->n_cells);
}

static void
row_drop(struct rows *rows, const struct table_row *row)
{
	g_ptr_array_set_size(rows->cells, (gint)(rows->cells->len - row->n_cells));
}

static void
head_keep(struct rows *rows, const struct table_row *row)
{
	rows->table->head_line = row->line;
	for (guint i = 0; i < row->n_cells; i++)
		g_ptr_array_add(rows->table->head, cell_trimmed(row_cells(rows, row)[i]));
	row_drop(rows, row);
}

/* Published data often begin with "# where it comes from"; a column may be called "# order", but a
 * table has more than one. */
static bool
is_comment(const struct rows *rows, const struct table_row *row)
{
	if (!rows->comments || rows->table->head->len > 0 || row->n_cells == 0)
		return false;
	char **cells = row_cells(rows, row);
	bool alone = true;
	for (guint i = 1; i < row->n_cells; i++)
		alone = alone && cell_is_blank(cells[i], strlen(cells[i]));
	return alone && cells[0][0] == '#';
}

bool
rows_end(struct rows *rows, const struct table_row *row, bool blank, GError **error)
{
	Table *table = rows->table;
	if (blank || is_comment(rows, row)) {
		row_drop(rows, row);
		return true;
	}
	if (table->head->len == 0) {
		head_keep(rows, row);
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

/* Cells have stopped moving: each row learns where its own are. */
static void
rows_link(struct rows *rows)
{
	Table *table = rows->table;
	table->cells = (char **)g_ptr_array_free(rows->cells, FALSE);
	char **cells = table->cells;
	for (guint i = 0; i < table->rows->len; i++) {
		struct table_row *row = &g_array_index(table->rows, struct table_row, i);
		row->cells = cells;
		cells += row->n_cells;
	}
}

Table *
rows_close(struct rows *rows, bool done, GError **error)
{
	rows_link(rows);
	if (done && rows->table->head->len == 0)
		done = fail(error, ERROR_INVALID,
			    _("The table is empty: it needs a row of headings, then one row per "
			      "record"));
	if (!done)
		g_clear_pointer(&rows->table, table_free);
	return rows->table;
}
