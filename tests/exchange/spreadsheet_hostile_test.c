/* Spreadsheet files that nobody means well with, or that are something else. */
#include "exchange/book.h"

#include "base/i18n.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static void
rows_refused(const char *rows, const char *words)
{
	struct book_xlsx book = {.rows = rows};
	book_refused(book_xlsx(&book), ERROR_FORMAT, words);
}

/* HEAD, then COUNT times PIECE, then TAIL. Caller frees. */
static char *
repeated(const char *head, const char *piece, gsize count, const char *tail)
{
	GString *text = g_string_sized_new(strlen(piece) * count + 1000);
	g_string_append(text, head);
	for (gsize i = 0; i < count; i++)
		g_string_append(text, piece);
	g_string_append(text, tail);
	return g_string_free(text, FALSE);
}

/* ---- other files ---------------------------------------------------------------------------- */

static void
spreadsheet__knows__text_documents(void **state)
{
	(void)state;
	static const char *const roots[] = {
		"<w:document "
		"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
		"<p:presentation "
		"xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'/>",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++) {
		const struct book_part parts[] = {
			{"_rels/.rels",
			 "<Relationships xmlns='" PACKAGE
			 "'><Relationship Id='a' Type='" BOOK_OFFICE
			 "/officeDocument' Target='main.xml'/></Relationships>",
			 0},
			{"main.xml", roots[i], 0},
			{NULL, NULL, 0},
		};
		book_refused(book_zip(parts), ERROR_FORMAT, "document");
	}
	static const struct book_part text[] = {
		{"mimetype", "application/vnd.oasis.opendocument.text", 0},
		{"content.xml", "<a/>", 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(text), ERROR_FORMAT, "document");
}

static void
spreadsheet__knows__binary_workbooks(void **state)
{
	(void)state;
	static const struct book_part parts[] = {
		{"_rels/.rels",
		 "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" BOOK_OFFICE
		 "/officeDocument' Target='xl/workbook.bin'/></Relationships>",
		 0},
		{"xl/workbook.bin", "\x83\x01", 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(parts), ERROR_FORMAT, ".xlsx");
	g_autofree char *old = sheet_refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b",
					     22, NULL, ERROR_FORMAT);
	assert_non_null(strstr(old, "Save as…"));
}

static void
spreadsheet__knows__other_archives(void **state)
{
	(void)state;
	static const struct book_part parts[] = {{"photo.jpg", "x", 0}, {NULL, NULL, 0}};
	book_refused(book_zip(parts), ERROR_FORMAT, "compressed");
	static const struct book_part package[] = {{"_rels/.rels",
						    "<Relationships xmlns='" PACKAGE "'/>", 0},
						   {NULL, NULL, 0}};
	book_refused(book_zip(package), ERROR_FORMAT, "compressed");
}

static void
spreadsheet__knows__passwords(void **state)
{
	(void)state;
	static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
				  "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	g_autofree char *excel = sheet_refused(ole, sizeof ole, NULL, ERROR_FORMAT);
	assert_non_null(strstr(excel, "password"));
	static const struct book_part calc[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"META-INF/manifest.xml",
		 "<!DOCTYPE m:manifest PUBLIC '-//OpenOffice.org//DTD Manifest 1.0//EN' "
		 "'Manifest.dtd'><m:manifest "
		 "xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry "
		 "m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>",
		 0},
		{"content.xml", "\x01\x02", 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(calc), ERROR_FORMAT, "password");
}

/* ---- damage --------------------------------------------------------------------------------- */

static void
spreadsheet__refuses__every_cut(void **state)
{
	(void)state;
	struct book_xlsx book = {.rows = "<row><c><v>1</v></c></row>"};
	GBytes *whole = book_xlsx(&book);
	gsize size = 0;
	const char *bytes = g_bytes_get_data(whole, &size);
	for (gsize cut = 4; cut < size; cut += 7)
		g_free(sheet_refused(bytes, cut, NULL, ERROR_FORMAT));
	g_bytes_unref(whole);
}

/* A byte that differs is noticed where it is read, or was of no consequence. */
static void
spreadsheet__bears__every_changed_byte(void **state)
{
	(void)state;
	struct book_xlsx book = {.rows = "<row><c><v>1</v></c></row>"};
	GBytes *whole = book_xlsx(&book);
	gsize size = 0;
	g_autofree char *bytes = g_bytes_unref_to_data(whole, &size);
	for (gsize at = 4; at < size; at++) {
		bytes[at] ^= 0x55;
		g_autoptr(GError) error = NULL;
		Table *table = exchange_module()->read(bytes, size, NULL, &error);
		assert_true((table == NULL) == (error != NULL));
		exchange_module()->free(table);
		bytes[at] ^= 0x55;
	}
}

static void
spreadsheet__refuses__damaged_xml(void **state)
{
	(void)state;
	rows_refused("<row><c>", "damaged");
	rows_refused("<row><c t='str'><v>\x01</v></c></row>", "damaged");
	rows_refused("<row><c t='str'><v>&eacute;</v></c></row>", "damaged");
	rows_refused("<row r='3'><c r='B3' t='s'><v>4</v></c></row>", "Line 3, column 2");
	rows_refused("<row r='3'><c r='B3' t='s'><v>-1</v></c></row>", "Line 3, column 2");
	struct book_xlsx book = {.workbook = "<sheets>"};
	book_refused(book_xlsx(&book), ERROR_FORMAT, "damaged");
}

static void
spreadsheet__refuses__a_missing_part(void **state)
{
	(void)state;
	static const struct book_part parts[] = {
		{"_rels/.rels",
		 "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" BOOK_OFFICE
		 "/officeDocument' Target='../../etc/passwd'/></Relationships>",
		 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(parts), ERROR_FORMAT, "damaged");
}

/* ---- bombs ---------------------------------------------------------------------------------- */

static void
spreadsheet__refuses__entities(void **state)
{
	(void)state;
	static const struct book_part laughs[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml",
		 "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
		 "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>",
		 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(laughs), ERROR_FORMAT, "entities");
	static const struct book_part outside[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml", "<!DOCTYPE a [<!ENTITY a SYSTEM '/etc/passwd'>]><a>&a;</a>", 0},
		{NULL, NULL, 0},
	};
	book_refused(book_zip(outside), ERROR_FORMAT, "entities");
}

static void
spreadsheet__refuses__what_swells(void **state)
{
	(void)state;
	g_autofree char *spaces = g_strnfill(16 * 1024 * 1024, ' ');
	rows_refused(spaces, "times as large");
}

static void
spreadsheet__refuses__depth(void **state)
{
	(void)state;
	g_autofree char *deep = repeated("", "<a>", 100000, "");
	rows_refused(deep, "nested");
}

/* Unlike its text, a tag is only understood whole. */
static void
spreadsheet__refuses__a_tag_of_megabytes(void **state)
{
	(void)state;
	GRand *random = g_rand_new_with_seed(1);
	GString *tag = g_string_new("<row a='");
	for (gsize i = 0; i < 3 * 1024 * 1024; i++)
		g_string_append_c(tag, (char)g_rand_int_range(random, 'a', 'z'));
	g_string_append(tag, "'/>");
	rows_refused(tag->str, "tag");
	g_string_free(tag, TRUE);
	g_rand_free(random);
}

static void
spreadsheet__refuses__too_many_parts(void **state)
{
	(void)state;
	struct book_part *parts = g_new0(struct book_part, SPREADSHEET_MEMBERS_MAX + 2);
	for (guint i = 0; i <= SPREADSHEET_MEMBERS_MAX; i++)
		parts[i] = (struct book_part){g_strdup_printf("%u", i), "x", 1};
	book_refused(book_zip(parts), ERROR_FORMAT, "parts");
	for (guint i = 0; i <= SPREADSHEET_MEMBERS_MAX; i++)
		g_free((char *)(gsize)parts[i].name);
	g_free(parts);
}

/* ---- the limits of a table ------------------------------------------------------------------ */

static void
spreadsheet__refuses__too_many_columns(void **state)
{
	(void)state;
	rows_refused("<row r='1'><c r='A1'><v>1</v></c><c r='SG1'><v>1</v></c></row>",
		     "500 columns");
	rows_refused("<row r='1'><c r='ZZZZZZZZZZ1'><v>1</v></c></row>", "500 columns");
	book_refused(book_ods(NULL, "<table:table><table:table-row><table:table-cell "
				    "table:number-columns-repeated='99999999999999999999' "
				    "office:value-type='float' office:value='1'/>"
				    "</table:table-row></table:table>"),
		     ERROR_FORMAT, "500 columns");
}

static void
spreadsheet__refuses__too_many_rows(void **state)
{
	(void)state;
	book_refused(book_ods(NULL, "<table:table><table:table-row "
				    "table:number-rows-repeated='1048576'><table:table-cell "
				    "office:value-type='float' office:value='1'/>"
				    "</table:table-row></table:table>"),
		     ERROR_FORMAT, "200000 rows");
}

static void
spreadsheet__refuses__too_many_cells(void **state)
{
	(void)state;
	book_refused(book_ods(NULL, "<table:table><table:table-row "
				    "table:number-rows-repeated='100000'><table:table-cell "
				    "table:number-columns-repeated='499'/><table:table-cell "
				    "office:value-type='float' office:value='1'/>"
				    "</table:table-row></table:table>"),
		     ERROR_FORMAT, "8000000 cells");
}

static void
spreadsheet__refuses__a_long_cell(void **state)
{
	(void)state;
	g_autofree char *text = repeated("<row><c t='str'><v>", "éa", 22000, "</v></c></row>");
	rows_refused(text, "64 KB, which begins “éaéa");
	struct book_xlsx book = {
		.strings = g_strdup_printf("<si><t>%0*d</t></si>", (int)TABLE_CELL_MAX + 1, 0)};
	book_refused(book_xlsx(&book), ERROR_FORMAT, "64 KB");
	g_free((char *)(gsize)book.strings);
	g_autofree char *calc =
		repeated("<table:table><table:table-row><table:table-cell><text:p>", "Élan ", 40000,
			 "</text:p></table:table-cell></table:table-row></table:table>");
	book_refused(book_ods(NULL, calc), ERROR_FORMAT, "begins “Élan Élan");
}

/* A text that is there once and shown in every cell. */
static void
spreadsheet__refuses__too_much_text(void **state)
{
	(void)state;
	g_autofree char *long_text =
		g_strdup_printf("<si><t>%0*d</t></si>", (int)TABLE_CELL_MAX, 0);
	g_autofree char *rows = repeated("<row>", "<c t='s'><v>0</v></c>", 400, "</row>");
	g_autofree char *many = repeated("", rows, 10, "");
	struct book_xlsx book = {.rows = many, .strings = long_text};
	book_refused(book_xlsx(&book), ERROR_FORMAT, "64 MB of text");
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spreadsheet__knows__text_documents),
		cmocka_unit_test(spreadsheet__knows__binary_workbooks),
		cmocka_unit_test(spreadsheet__knows__other_archives),
		cmocka_unit_test(spreadsheet__knows__passwords),
		cmocka_unit_test(spreadsheet__refuses__every_cut),
		cmocka_unit_test(spreadsheet__bears__every_changed_byte),
		cmocka_unit_test(spreadsheet__refuses__damaged_xml),
		cmocka_unit_test(spreadsheet__refuses__a_missing_part),
		cmocka_unit_test(spreadsheet__refuses__entities),
		cmocka_unit_test(spreadsheet__refuses__what_swells),
		cmocka_unit_test(spreadsheet__refuses__depth),
		cmocka_unit_test(spreadsheet__refuses__a_tag_of_megabytes),
		cmocka_unit_test(spreadsheet__refuses__too_many_parts),
		cmocka_unit_test(spreadsheet__refuses__too_many_columns),
		cmocka_unit_test(spreadsheet__refuses__too_many_rows),
		cmocka_unit_test(spreadsheet__refuses__too_many_cells),
		cmocka_unit_test(spreadsheet__refuses__a_long_cell),
		cmocka_unit_test(spreadsheet__refuses__too_much_text),
	};
	return test_run("exchange/spreadsheet_hostile", tests);
}
