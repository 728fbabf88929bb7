/* Bytes into rows of cells. */
#include <string.h>

#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "intake/import_private.h"

/* How many cells the widest row has, blank ones at its end aside. */
static guint
columns_used(const Table *table)
{
	guint used = table->head->len;
	for (guint i = 0; i < table->rows->len; i++) {
		const struct table_row *row = &g_array_index(table->rows, struct table_row, i);
		for (guint j = row->n_cells; j > used; j--)
			if (*row->cells[j - 1] != '\0')
				used = j;
	}
	return used;
}

/* A row that is wider than the head has columns all the same: what stands there is kept under a
 * name, like everything that has no column of ours. */
static GPtrArray *
heads_of(const Table *table)
{
	guint used = columns_used(table);
	if (used == table->head->len)
		return g_ptr_array_ref(table->head);
	GPtrArray *heads = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < used; i++)
		g_ptr_array_add(heads, i < table->head->len
					       ? g_strdup(table->head->pdata[i])
					       : g_strdup_printf(_("column %u"), i + 1));
	return heads;
}

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
	sheet->heads = heads_of(sheet->table);
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
