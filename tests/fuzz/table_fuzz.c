/* libFuzzer's way into the reader of tables: the first byte chooses the options; what was read is
 * written again and must be read back the same. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "exchange/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool
collect(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

static void
read_back(const Table *table, const GString *text, const struct table_options *options)
{
	g_autoptr(GError) error = NULL;
	Table *again = exchange_module()->read(text->str, text->len, options, &error);
	if (again == NULL)
		g_error("what was written is refused: %s", error->message);
	g_assert_cmpuint(again->rows->len, ==, table->rows->len);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct table_row *row = &g_array_index(table->rows, struct table_row, r);
		const struct table_row *twin = &g_array_index(again->rows, struct table_row, r);
		g_assert_cmpuint(twin->n_cells, ==, row->n_cells);
		for (guint i = 0; i < row->n_cells; i++)
			g_assert_cmpstr(exchange_module()->unneutralised(twin->cells[i]), ==,
					row->cells[i]);
	}
	exchange_module()->free(again);
}

static void
write_again(const Table *table)
{
	static const struct table_style style = {.separator = ';', .bom = true, .neutralise = true};
	static const struct table_options options = {.separator = ';'};
	g_autoptr(GString) text = g_string_new(NULL);
	static const char *const head[] = {"x"};
	exchange_module()->write_row(head, 1, &style, true, collect, text, NULL);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct table_row *row = &g_array_index(table->rows, struct table_row, r);
		exchange_module()->write_row((const char *const *)row->cells, row->n_cells, &style,
					     false, collect, text, NULL);
	}
	read_back(table, text, &options);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct table_options options[] = {
		{.encoding = NULL},       {.separator = ';'},           {.separator = '\t'},
		{.paste = TRUE},          {.encoding = "UTF-8"},        {.encoding = "UTF-16LE"},
		{.encoding = "UTF-16BE"}, {.encoding = "Windows-1252"},
	};
	if (size == 0)
		return 0;
	g_autoptr(GError) error = NULL;
	Table *table = exchange_module()->read((const char *)bytes + 1, size - 1,
					       &options[bytes[0] % G_N_ELEMENTS(options)], &error);
	g_assert_true((table == NULL) == (error != NULL));
	if (table != NULL)
		write_again(table);
	exchange_module()->free(table);
	return 0;
}
