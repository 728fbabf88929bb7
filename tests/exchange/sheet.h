/* Short words for tests that read and write tables. */
#ifndef TESTS_EXCHANGE_SHEET_H
#define TESTS_EXCHANGE_SHEET_H

#include "base/error.h"
#include "exchange/table.h"
#include "test.h"

/** Read TEXT (SIZE bytes) or fail the test. */
static inline Table *
sheet_read(const char *text, gsize size, const struct table_options *options)
{
	GError *error = NULL;
	Table *table = exchange_module()->read(text, size, options, &error);
	assert_no_error(error);
	assert_non_null(table);
	return table;
}

/** Expect that TEXT is refused with CODE; the message. Caller frees. */
static inline char *
sheet_refused(const char *text, gsize size, const struct table_options *options, int code)
{
	GError *error = NULL;
	Table *table = exchange_module()->read(text, size, options, &error);
	assert_null(table);
	assert_error(error, code);
	char *message = g_strdup(error->message);
	g_error_free(error);
	return message;
}

static inline const struct table_row *
sheet_row(const Table *table, guint row)
{
	assert_true(row < table->rows->len);
	return &g_array_index(table->rows, struct table_row, row);
}

/** The whole table on one line: head and rows between "/", cells between "¦". Caller frees. */
static inline char *
sheet_shown(const Table *table)
{
	GString *shown = g_string_new(NULL);
	for (guint i = 0; i < table->head->len; i++)
		g_string_append_printf(shown, "%s%s", i > 0 ? "¦" : "",
				       (const char *)g_ptr_array_index(table->head, i));
	for (guint r = 0; r < table->rows->len; r++) {
		const struct table_row *row = sheet_row(table, r);
		for (guint i = 0; i < row->n_cells; i++)
			g_string_append_printf(shown, "%s%s", i > 0 ? "¦" : "/", row->cells[i]);
	}
	return g_string_free(shown, FALSE);
}

/** Expect that TEXT, read with OPTIONS, shows as EXPECTED. */
static inline void
sheet_is_with(const char *text, const struct table_options *options, const char *expected)
{
	Table *table = sheet_read(text, strlen(text), options);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, expected);
	exchange_module()->free(table);
}

static inline void
sheet_is(const char *text, const char *expected)
{
	sheet_is_with(text, NULL, expected);
}

#endif
