/* Bytes into rows of cells. */
#include <string.h>

#include "app/import_private.h"
#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

bool
sheet_read(struct sheet *sheet, const char *bytes, gsize size, const struct import_options *options,
	   GError **error)
{
	struct table_options wanted = {
		.encoding = options->encoding,
		.separator = options->separator,
		.paste = options->paste,
	};
	sheet->exchange = module_exchange(error);
	if (sheet->exchange == NULL)
		return false;
	sheet->table = sheet->exchange->read(bytes, size, &wanted, error);
	if (sheet->table == NULL)
		return false;
	sheet->heads = g_ptr_array_ref(sheet->table->head);
	sheet->rows = g_array_ref(sheet->table->rows);
	return true;
}

void
sheet_clear(struct sheet *sheet)
{
	g_clear_pointer(&sheet->heads, g_ptr_array_unref);
	g_clear_pointer(&sheet->rows, g_array_unref);
	g_clear_pointer(&sheet->cells, g_ptr_array_unref);
	g_clear_pointer(&sheet->texts, g_string_chunk_free);
	if (sheet->table != NULL)
		sheet->exchange->free(sheet->table);
	sheet->table = NULL;
}

static const struct table_row *
sheet_row(const struct sheet *sheet, guint row)
{
	return &g_array_index(sheet->rows, struct table_row, row);
}

guint
sheet_line(const struct sheet *sheet, guint row)
{
	return sheet_row(sheet, row)->line;
}

const char *
sheet_raw(const struct sheet *sheet, guint row, int column)
{
	const struct table_row *cells = sheet_row(sheet, row);
	return column >= 0 && (guint)column < cells->n_cells ? cells->cells[column] : "";
}

/* A dash alone is how people leave a cell empty. */
static bool
is_dash(const char *text)
{
	static const char *const dashes[] = {"-", "--", "–", "—", "/", NULL};
	return g_strv_contains(dashes, text);
}

char *
sheet_cell(const struct sheet *sheet, guint row, int column, bool lines)
{
	const char *raw = sheet_raw(sheet, row, column);
	if (*raw == '\0')
		return NULL;
	char *text = text_accept(raw, lines, NULL);
	if (text != NULL && strlen(text) <= 3 && is_dash(text))
		g_clear_pointer(&text, g_free);
	return text;
}
