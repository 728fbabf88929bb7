/* Spreadsheet files made from readable parts, for tests that read them. */
#ifndef TESTS_EXCHANGE_BOOK_H
#define TESTS_EXCHANGE_BOOK_H

#include <zip.h>

#include "exchange/sheet.h"

#define BOOK_MAIN   "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define BOOK_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** A member of an archive; SIZE 0: TEXT ends with NUL. */
struct book_part {
	const char *name, *text;
	gsize size;
};

/** An archive of PARTS, which end with one without a name. Free with g_bytes_unref(). */
static inline GBytes *
book_zip(const struct book_part *parts)
{
	zip_source_t *file = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(file);
	zip_t *zip = zip_open_from_source(file, ZIP_TRUNCATE, NULL);
	assert_non_null(zip);
	for (; parts->name != NULL; parts++) {
		gsize size = parts->size > 0 ? parts->size : strlen(parts->text);
		zip_source_t *part = zip_source_buffer(zip, parts->text, size, 0);
		assert_true(zip_file_add(zip, parts->name, part, ZIP_FL_ENC_UTF_8) >= 0);
	}
	assert_int_equal(zip_close(zip), 0);
	zip_stat_t status;
	assert_int_equal(zip_source_stat(file, &status), 0);
	char *bytes = g_malloc(status.size);
	assert_int_equal(zip_source_open(file), 0);
	assert_int_equal(zip_source_read(file, bytes, status.size), status.size);
	zip_source_close(file);
	zip_source_free(file);
	return g_bytes_new_take(bytes, status.size);
}

/** What differs between one small workbook and another; NULL: what is usual. */
struct book_xlsx {
	const char *rows;     /* what is in sheetData of its only sheet */
	const char *strings;  /* what is in sst */
	const char *styles;   /* what is in styleSheet */
	const char *workbook; /* what is in workbook */
};

static inline GBytes *
book_xlsx(const struct book_xlsx *book)
{
#define OR_NONE(text) ((text) != NULL ? (text) : "")
	g_autofree char *workbook =
		g_strconcat("<workbook xmlns='" BOOK_MAIN "' xmlns:r='" BOOK_OFFICE "'>",
			    book->workbook != NULL ? book->workbook
						   : "<sheets><sheet name='Feuil1' sheetId='1' "
						     "r:id='s1'/></sheets>",
			    "</workbook>", NULL);
	g_autofree char *sheet = g_strconcat("<worksheet xmlns='" BOOK_MAIN "'><sheetData>",
					     OR_NONE(book->rows), "</sheetData></worksheet>", NULL);
	g_autofree char *strings =
		g_strconcat("<sst xmlns='" BOOK_MAIN "'>", OR_NONE(book->strings), "</sst>", NULL);
	g_autofree char *styles = g_strconcat("<styleSheet xmlns='" BOOK_MAIN "'>",
					      OR_NONE(book->styles), "</styleSheet>", NULL);
#undef OR_NONE
	const struct book_part parts[] = {
		{"_rels/.rels",
		 "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
		 "relationships'><Relationship Id='a' Type='" BOOK_OFFICE
		 "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
		 0},
		{"xl/workbook.xml", workbook, 0},
		{"xl/_rels/workbook.xml.rels",
		 "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
		 "relationships'><Relationship Id='s1' Type='" BOOK_OFFICE
		 "/worksheet' Target='worksheets/a.xml'/><Relationship Id='s2' Type='" BOOK_OFFICE
		 "/worksheet' Target='/xl/worksheets/b.xml'/><Relationship Id='s3' "
		 "Type='" BOOK_OFFICE
		 "/worksheet' Target='../xl/c.xml'/><Relationship Id='s4' Type='" BOOK_OFFICE
		 "/chartsheet' Target='d.xml'/><Relationship Id='t' Type='" BOOK_OFFICE
		 "/sharedStrings' Target='texts.xml'/><Relationship Id='u' Type='" BOOK_OFFICE
		 "/styles' Target='looks.xml'/></Relationships>",
		 0},
		{"xl/worksheets/a.xml", sheet, 0},
		{"xl/worksheets/b.xml",
		 "<worksheet xmlns='" BOOK_MAIN "'><sheetData><row r='3'><c r='B3'><v>7</v></c>"
		 "<c r='C3' t='b'><v>1</v></c></row></sheetData></worksheet>",
		 0},
		{"xl/c.xml", "<worksheet xmlns='" BOOK_MAIN "'><sheetData/></worksheet>", 0},
		{"xl/texts.xml", strings, 0},
		{"xl/looks.xml", styles, 0},
		{NULL, NULL, 0},
	};
	return book_zip(parts);
}

/** An OpenDocument spreadsheet: STYLES are its automatic ones, BODY is what it holds. */
static inline GBytes *
book_ods(const char *styles, const char *body)
{
	g_autofree char *content =
		g_strconcat("<office:document-content"
			    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
			    " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
			    " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
			    " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
			    " xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'"
			    " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
			    " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:"
			    "xmlns:"
			    "calcext:1.0'><office:automatic-styles>",
			    styles != NULL ? styles : "",
			    "</office:automatic-styles><office:body><office:spreadsheet>", body,
			    "</office:spreadsheet></office:body></office:document-content>", NULL);
	const struct book_part parts[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml", content, 0},
		{NULL, NULL, 0},
	};
	return book_zip(parts);
}

/** Read BOOK, which is freed, or fail the test. Caller frees with free(). */
static inline Table *
book_read(GBytes *book)
{
	gsize size = 0;
	const char *bytes = g_bytes_get_data(book, &size);
	Table *table = sheet_read(bytes, size, NULL);
	g_bytes_unref(book);
	return table;
}

/** Expect that BOOK, which is freed, shows as EXPECTED. */
static inline void
book_is(GBytes *book, const char *expected)
{
	Table *table = book_read(book);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, expected);
	exchange_module()->free(table);
}

/** Expect that BOOK, which is freed, is refused with CODE and WORDS. */
static inline void
book_refused(GBytes *book, int code, const char *words)
{
	gsize size = 0;
	const char *bytes = g_bytes_get_data(book, &size);
	g_autofree char *message = sheet_refused(bytes, size, NULL, code);
	if (strstr(message, words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", message, words);
	g_bytes_unref(book);
}

#endif
