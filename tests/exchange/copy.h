/* A table that was read, written as a spreadsheet of texts. */
#ifndef TESTS_EXCHANGE_COPY_H
#define TESTS_EXCHANGE_COPY_H

#include "exchange/book.h"

/** How a row begins, by the number of rows left out before it and its own, and its cells. */
struct copy_words {
	void (*row_open)(GString *text, guint gap, guint line);
	const char *cell_open, *cell_close, *row_close;
};

static inline void
copy_row(GString *text, const struct copy_words *words, guint *last, guint line,
	 const char *const *cells, guint n)
{
	words->row_open(text, line - *last - 1, line);
	for (guint i = 0; i < n; i++) {
		g_autofree char *escaped = g_markup_escape_text(cells[i], -1);
		g_string_append_printf(text, "%s%s%s", words->cell_open, escaped,
				       words->cell_close);
	}
	g_string_append(text, words->row_close);
	*last = line;
}

static inline char *
copy_rows(const Table *table, const struct copy_words *words)
{
	GString *text = g_string_new(NULL);
	guint last = 0;
	copy_row(text, words, &last, table->head_line, (const char *const *)table->head->pdata,
		 table->head->len);
	for (guint i = 0; i < table->rows->len; i++) {
		const struct table_row *row = sheet_row(table, i);
		copy_row(text, words, &last, row->line, (const char *const *)row->cells,
			 row->n_cells);
	}
	return g_string_free(text, FALSE);
}

static inline void
copy_xlsx_row(GString *text, guint gap, guint line)
{
	(void)gap;
	g_string_append_printf(text, "<row r='%u'>", line);
}

/** Caller frees with g_bytes_unref(). */
static inline GBytes *
copy_as_xlsx(const Table *table)
{
	static const struct copy_words words = {copy_xlsx_row,
						"<c t='inlineStr'><is><t xml:space='preserve'>",
						"</t></is></c>", "</row>"};
	g_autofree char *rows = copy_rows(table, &words);
	struct book_xlsx book = {.rows = rows};
	return book_xlsx(&book);
}

static inline void
copy_ods_row(GString *text, guint gap, guint line)
{
	(void)line;
	if (gap > 0)
		g_string_append_printf(text, "<table:table-row table:number-rows-repeated='%u'/>",
				       gap);
	g_string_append(text, "<table:table-row>");
}

/** Caller frees with g_bytes_unref(). */
static inline GBytes *
copy_as_ods(const Table *table)
{
	static const struct copy_words words =
		{copy_ods_row, "<table:table-cell office:value-type='string'><text:p>",
		 "</text:p></table:table-cell>", "</table:table-row>"};
	g_autofree char *rows = copy_rows(table, &words);
	g_autofree char *body = g_strconcat("<table:table>", rows, "</table:table>", NULL);
	return book_ods(NULL, body);
}

#endif
