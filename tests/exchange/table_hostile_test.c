/* Files that nobody means well with, and a comparison with libcsv on those that are well formed
 * (fault 18 of docs/reliability.md). */
#include "exchange/sheet.h"

#include <csv.h>

#include "base/i18n.h"

static const struct table_options semicolons = {.separator = ';'};

static void
expect_refused(GString *text, const char *words)
{
	g_autofree char *message = sheet_refused(text->str, text->len, NULL, ERROR_FORMAT);
	if (strstr(message, words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", message, words);
	g_string_free(text, TRUE);
}

/* HEAD, then COUNT times PIECE. */
static GString *
repeated(const char *head, const char *piece, gsize count)
{
	gsize size = strlen(piece);
	GString *text = g_string_sized_new(strlen(head) + size * count);
	g_string_append(text, head);
	for (gsize i = 0; i < count; i++)
		g_string_append_len(text, piece, (gssize)size);
	return text;
}

static void
table__refuses__files_of_other_programs(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		gsize size;
		const char *words;
	} files[] = {
		{"PK\x03\x04\x14\0\6\0", 8, "spreadsheet"},
		{"PK\x03\x04", 4, "spreadsheet"},
		{"PK\x03\x04......................\x0D\0\0\0inscrits.csv ", 43, "spreadsheet"},
		{"PK\x03\x04......................\x0C\0\0\0inscrits.csv", 42, "compressed"},
		{"PK\x05\x06\0\0\0\0", 8, "compressed"},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "(.xls, .xlsb)"},
		{"\x1F\x8B\x08\0", 4, "compressed"},
		{"%PDF-1.7\n", 9, "document"},
		{"{\\rtf1\\ansi", 11, "document"},
		{"\x89PNG\r\n\x1A\n", 8, "image"},
		{"\xFF\xD8\xFF\xE0", 4, "image"},
		{"GIF89a", 6, "image"},
		{"RIFF\x10\0\0\0WEBP", 12, "image"},
		{"\0\0\0\x18"
		 "ftypheic",
		 12, "image"},
		{"\xEF\xBB\xBF\n <HTML><table>", 17, "web page"},
		{"<?xml version=\"1.0\"?><Workbook>", 31, "web page"},
		{"BEGIN:VCALENDAR\r\n", 17, "calendar"},
		{"SQLite format 3\0", 16, "NUL"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
		expect_refused(g_string_new_len(files[i].bytes, (gssize)files[i].size),
			       files[i].words);
}

static void
table__accepts__text_that_only_resembles_them(void **state)
{
	(void)state;
	sheet_is("PK;nom\n", "PK¦nom");
	sheet_is("nom;ftyp\n", "nom¦ftyp");
	sheet_is("PDF;<html\n", "PDF¦<html");
}

static void
table__refuses__a_cell_of_64_megabytes(void **state)
{
	(void)state;
	GString *plain = repeated("a;b\nx;", "x", TABLE_BYTES_MAX - 6);
	assert_int_equal(plain->len, TABLE_BYTES_MAX);
	expect_refused(plain, "Line 2, column 2");
	expect_refused(repeated("a;b\n\"", "\"\"", 1000001), "Line 2, column 1");
	GString *lines = repeated("a;b\n\"", "\n", 100000);
	g_string_append(lines, "\"");
	expect_refused(lines, "Line 2, column 1");
}

static void
table__accepts__a_cell_at_the_limit(void **state)
{
	(void)state;
	GString *text = repeated("a;b\n", "x", TABLE_CELL_MAX);
	Table *table = sheet_read(text->str, text->len, NULL);
	assert_int_equal(strlen(sheet_row(table, 0)->cells[0]), TABLE_CELL_MAX);
	exchange_module()->free(table);
	g_string_append_c(text, 'x');
	expect_refused(text, "64 KB");
}

static void
table__refuses__a_file_beyond_the_limit(void **state)
{
	(void)state;
	expect_refused(repeated("", "a;b\n", TABLE_BYTES_MAX / 4 + 1), "64 MB");
}

static void
table__refuses__a_million_columns(void **state)
{
	(void)state;
	expect_refused(repeated("a", ";a", 1000000), "Line 1 has more than 500 columns");
	expect_refused(repeated("a;b\n1", ";", 1000000), "Line 2 has more than 500 columns");
	GString *most = repeated("a", ";", TABLE_COLUMNS_MAX - 1);
	Table *table = sheet_read(most->str, most->len, NULL);
	assert_int_equal(table->head->len, TABLE_COLUMNS_MAX);
	exchange_module()->free(table);
	g_string_free(most, TRUE);
}

static void
table__refuses__too_many_rows(void **state)
{
	(void)state;
	GString *text = repeated("a;b\n", "1;2\n\n", TABLE_ROWS_MAX);
	Table *table = sheet_read(text->str, text->len, NULL);
	assert_int_equal(table->rows->len, TABLE_ROWS_MAX);
	exchange_module()->free(table);
	g_string_append(text, "1;2");
	expect_refused(text, "Line 400002");
}

static void
table__refuses__too_many_empty_cells(void **state)
{
	(void)state;
	GString *row = repeated("x", ";", TABLE_COLUMNS_MAX - 1);
	g_string_append_c(row, '\n');
	GString *text = repeated("a;b\n", row->str, TABLE_CELLS_MAX / TABLE_COLUMNS_MAX + 1);
	expect_refused(text, "8000000 cells");
	g_string_free(row, TRUE);
}

static void
table__drops__blank_rows_without_end(void **state)
{
	(void)state;
	GString *text = repeated("a;b\n", "\r\n", 2000000);
	g_string_append(text, "x;y");
	Table *table = sheet_read(text->str, text->len, NULL);
	assert_int_equal(table->rows->len, 1);
	assert_int_equal(sheet_row(table, 0)->line, 2000002);
	exchange_module()->free(table);
	g_string_free(text, TRUE);
}

static void
table__reads__many_lone_quotes_between_tabs(void **state)
{
	(void)state;
	GString *text = repeated("a\tb\n", "\"x\ty\n", 100001);
	Table *table = sheet_read(text->str, text->len, NULL);
	assert_int_equal(table->rows->len, 100001);
	exchange_module()->free(table);
	g_string_free(text, TRUE);
}

static void
table__keeps__controls_and_bidi_for_the_caller_to_clean(void **state)
{
	(void)state;
	sheet_is("a;b\n\x1B]0;x\x07\n\u202Etxt;\u200B\n", "a¦b/\x1B]0¦x\x07/\u202Etxt¦\u200B");
}

/* Letters that matter to the parser come more often than chance has them. */
static void
noise(GRand *random, GString *text)
{
	static const char *const pieces[] = {
		"\"",
		"\"\"",
		";",
		",",
		"\t",
		"|",
		"\n",
		"\r",
		"\r\n",
		" ",
		"'",
		"=",
		"é",
		"\xE9",
		"a",
		"1",
		"sep=",
		"#",
		"\xEF\xBB\xBF",
		"\xFF\xFE",
		"\xFE\xFF",
	};
	g_string_truncate(text, 0);
	gint32 length = g_rand_int_range(random, 0, 200);
	bool bytes = g_rand_int_range(random, 0, 4) == 0;
	for (gint32 i = 0; i < length; i++) {
		if (bytes)
			g_string_append_c(text, (char)g_rand_int_range(random, 0, 256));
		else
			g_string_append(text,
					pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
	}
}

/* What every table promises, whatever it was read from. */
static void
assert_whole(const Table *table)
{
	guint line = table->head_line;
	assert_true(line >= 1 && table->head->len >= 1);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct table_row *row = sheet_row(table, r);
		assert_true(row->line > line && row->n_cells >= 1);
		line = row->line;
		for (guint i = 0; i < row->n_cells; i++)
			assert_true(g_utf8_validate(row->cells[i], -1, NULL));
	}
}

static void
table__survives__noise(void **state)
{
	(void)state;
	static const struct table_options options[] = {
		{.encoding = NULL},       {.separator = ';'},           {.separator = '\t'},
		{.paste = TRUE},          {.encoding = "UTF-8"},        {.encoding = "UTF-16LE"},
		{.encoding = "UTF-16BE"}, {.encoding = "Windows-1252"},
	};
	GRand *random = g_rand_new_with_seed(4180);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < 20000; i++) {
		noise(random, text);
		/* a copy of its exact size, so that a read past its end is seen */
		char *copy = g_memdup2(text->str, text->len);
		g_autoptr(GError) error = NULL;
		Table *table = exchange_module()->read(copy, text->len,
						       &options[i % G_N_ELEMENTS(options)], &error);
		assert_true((table == NULL) == (error != NULL));
		if (table != NULL)
			assert_whole(table);
		exchange_module()->free(table);
		g_free(copy);
	}
	g_string_free(text, TRUE);
	g_rand_free(random);
}

struct other_reader {
	GString *shown;
	bool inside; /* a row */
	bool blank;
	gsize start; /* of the row in SHOWN */
};

static void
other_cell(void *bytes, size_t size, void *user)
{
	struct other_reader *other = user;
	if (!other->inside) {
		other->start = other->shown->len;
		other->blank = true;
	}
	if (other->shown->len > 0)
		g_string_append(other->shown, other->inside ? "¦" : "/");
	g_string_append_len(other->shown, bytes, (gssize)size);
	other->inside = true;
	for (size_t i = 0; i < size; i++)
		if (!g_ascii_isspace(((const char *)bytes)[i]))
			other->blank = false;
}

static void
other_row(int terminator, void *user)
{
	(void)terminator;
	struct other_reader *other = user;
	if (other->inside && other->blank)
		g_string_truncate(other->shown, other->start);
	other->inside = false;
}

static int
no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

/* TEXT as libcsv reads it. Caller frees. */
static char *
other_shown(const GString *text)
{
	struct csv_parser parser;
	struct other_reader other = {.shown = g_string_new(NULL)};
	assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
	csv_set_delim(&parser, ';');
	csv_set_space_func(&parser, no_space);
	assert_int_equal(csv_parse(&parser, text->str, text->len, other_cell, other_row, &other),
			 text->len);
	assert_int_equal(csv_fini(&parser, other_cell, other_row, &other), 0);
	csv_free(&parser);
	return g_string_free(other.shown, FALSE);
}

/* A well-formed table: any letters, quoted by RFC 4180. */
static void
table_invent(GRand *random, GString *text)
{
	static const char *const letters[] = {"a",  "1",  " ",    "\"", ";",
					      "\n", "\r", "\r\n", "\t", ","};
	g_string_assign(text, "x;y\n");
	gint32 rows = g_rand_int_range(random, 1, 6);
	for (gint32 cell = 0; cell < rows * 3; cell++) {
		bool quoted = g_rand_boolean(random);
		g_string_append(text, quoted ? "\"" : "");
		for (gint32 i = g_rand_int_range(random, 0, 6); i > 0; i--) {
			const char *letter = letters[g_rand_int_range(random, 0, quoted ? 10 : 3)];
			g_string_append(text, *letter == '"' ? "\"\"" : letter);
		}
		g_string_append(text, quoted ? "\"" : "");
		g_string_append(text, cell % 3 < 2 ? ";" : g_rand_boolean(random) ? "\r\n" : "\n");
	}
}

static void
table__agrees__with_libcsv_on_what_is_well_formed(void **state)
{
	(void)state;
	GRand *random = g_rand_new_with_seed(2005);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < 5000; i++) {
		table_invent(random, text);
		Table *table = sheet_read(text->str, text->len, &semicolons);
		g_autofree char *ours = sheet_shown(table), *theirs = other_shown(text);
		assert_text(ours, theirs);
		exchange_module()->free(table);
	}
	g_string_free(text, TRUE);
	g_rand_free(random);
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table__refuses__files_of_other_programs),
		cmocka_unit_test(table__accepts__text_that_only_resembles_them),
		cmocka_unit_test(table__refuses__a_cell_of_64_megabytes),
		cmocka_unit_test(table__accepts__a_cell_at_the_limit),
		cmocka_unit_test(table__refuses__a_file_beyond_the_limit),
		cmocka_unit_test(table__refuses__a_million_columns),
		cmocka_unit_test(table__refuses__too_many_rows),
		cmocka_unit_test(table__refuses__too_many_empty_cells),
		cmocka_unit_test(table__drops__blank_rows_without_end),
		cmocka_unit_test(table__reads__many_lone_quotes_between_tabs),
		cmocka_unit_test(table__keeps__controls_and_bidi_for_the_caller_to_clean),
		cmocka_unit_test(table__survives__noise),
		cmocka_unit_test(table__agrees__with_libcsv_on_what_is_well_formed),
	};
	return test_run("exchange/table_hostile", tests);
}
