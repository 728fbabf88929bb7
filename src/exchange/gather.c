#include "exchange/gather.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/cell.h"

#define KILOBYTE   1024u
#define MEGABYTE   (1024u * 1024)
#define TEXT_BLOCK (256 * 1024)

void
gather_open(struct gather *gather)
{
	*gather = (struct gather){.blank = true};
	rows_open(&gather->rows);
	gather->rows.table->texts = g_string_chunk_new(TEXT_BLOCK);
	gather->nothing = g_string_chunk_insert(gather->rows.table->texts, "");
}

bool
gather_too_long(const char *text, GError **error)
{
	g_autofree char *start = g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), 40));
	return fail(error, ERROR_FORMAT,
		    _("This spreadsheet has a cell longer than %u KB, which begins “%s”: shorten "
		      "it"),
		    TABLE_CELL_MAX / KILOBYTE, start);
}

const char *
gather_keep(struct gather *gather, const char *text, gsize size, GError **error)
{
	if (size == 0)
		return gather->nothing;
	if (size <= TABLE_CELL_MAX)
		return g_string_chunk_insert_len(gather->rows.table->texts, text, (gssize)size);
	gather_too_long(text, error);
	return NULL;
}

bool
gather_put(struct gather *gather, guint line, guint column, const char *text, GError **error)
{
	if (*text == '\0')
		return true;
	if (!rows_room(&gather->rows, line, column + 1, error))
		return false;
	while (gather->n <= column)
		gather->cells[gather->n++] = gather->nothing;
	gsize size = strlen(text);
	gather->cells[column] = text;
	gather->of_row += size;
	if (gather->blank)
		gather->blank = cell_is_blank(text, size);
	return true;
}

static bool
row_copy(struct gather *gather, guint line, GError **error)
{
	gather->bytes += gather->of_row;
	if (gather->bytes > TABLE_BYTES_MAX)
		return fail(error, ERROR_FORMAT,
			    _("Line %u: the table holds more than %u MB of text; split it into "
			      "several files"),
			    line, TABLE_BYTES_MAX / MEGABYTE);
	for (guint i = 0; i < gather->n; i++) {
		if (!rows_room(&gather->rows, line, i + 1, error))
			return false;
		g_ptr_array_add(gather->rows.cells, (gpointer)(gsize)gather->cells[i]);
	}
	struct table_row row = {.line = line, .n_cells = gather->n};
	return rows_end(&gather->rows, &row, false, error);
}

bool
gather_end(struct gather *gather, guint line, guint times, GError **error)
{
	bool done = true;
	for (guint i = 0; !gather->blank && done && i < times; i++)
		done = row_copy(gather, line + i, error);
	gather->n = 0;
	gather->of_row = 0;
	gather->blank = true;
	return done;
}

bool
gather_has_head(const struct gather *gather)
{
	return gather->rows.table->head->len > 0;
}

Table *
gather_close(struct gather *gather, bool done, GError **error)
{
	return rows_close(&gather->rows, done, error);
}
