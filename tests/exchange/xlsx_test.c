/* Workbooks of Excel, cell by cell. */
#include "exchange/book.h"

#include "base/i18n.h"

static void
rows_are(const char *rows, const char *expected)
{
	struct book_xlsx book = {.rows = rows};
	book_is(book_xlsx(&book), expected);
}

static void
xlsx__reads__shared_and_inline_texts(void **state)
{
	(void)state;
	struct book_xlsx book = {
		.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
			"t='inlineStr'><is><t>Ville"
			"</t></is></c></row><row r='2'><c r='A2' t='s'><v>1</v></c>"
			"<c r='B2' t='s'><v>2</v></c></row><row r='3'><c r='A3' t='str'><f>A2</f>"
			"<v>d’Élan</v></c><c r='B3' t='inlineStr'><is><r><t>Al</t></r><r><t>ès</t>"
			"</r></is></c></row>",
		.strings = "<si><t> Nom </t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>Zoé "
			   "</t></r><r><t>ÉLAN</t></r><rPh sb='0' eb='1'><t>zo</t></rPh></si>"
			   "<si><t>Nîmes\n&amp; Alès</t></si>",
	};
	book_is(book_xlsx(&book), "Nom¦Ville/Zoé ÉLAN¦Nîmes\n& Alès/d’Élan¦Alès");
}

static void
xlsx__undoes__excels_own_escapes(void **state)
{
	(void)state;
	rows_are("<row><c t='str'><v>a_x000D_b</v></c><c t='str'><v>_x005F_x000D_ "
		 "_x00e9__x1_</v></c>"
		 "<c t='str'><v>_xD83D__x0000_.</v></c><c t='n'><v>5</v></c></row>",
		 "a\rb¦_x000D_ é_x1_¦.¦5");
}

static void
xlsx__puts__cells_where_they_say(void **state)
{
	(void)state;
	rows_are("<row r='2'><c r='B2'><v>1</v></c><c><v>2</v></c></row>"
		 "<row><c r='C3'><v>3</v></c><c r='A3'><v>4</v></c><c r='ZZ3' s='4'/></row>",
		 "¦1¦2/4¦¦3");
}

static void
xlsx__counts__rows_as_the_sheet_does(void **state)
{
	(void)state;
	struct book_xlsx book = {
		.rows = "<row r='3'><c t='str'><v>Nom</v></c></row><row r='4'/><row "
			"r='5'><c><v/></c>"
			"<c t='str'><v>  </v></c></row><row r='9' hidden='1'><c><v>1</v></c></row>"
			"<row><c><v>2</v></c></row>"};
	Table *table = book_read(book_xlsx(&book));
	assert_text(table->encoding, "XLSX");
	assert_int_equal(table->separator, 0);
	assert_int_equal(table->head_line, 3);
	assert_int_equal(table->rows->len, 2);
	assert_int_equal(sheet_row(table, 0)->line, 9);
	assert_int_equal(sheet_row(table, 1)->line, 10);
	exchange_module()->free(table);
}

static void
xlsx__shows__numbers_as_people_write_them(void **state)
{
	(void)state;
	rows_are("<row><c><v>1</v></c></row>"
		 "<row><c><v>612345678</v></c><c><v>12.0</v></c><c><v>1.2E+3</v></c></row>"
		 "<row><c><v>3.3612345678E10</v></c><c><v>12345678901234</v></c><c><v>1E+15</v></c>"
		 "</row><row><c><v>0.30000000000000004</v></c><c><v>-2.5</v></c><c><v>1E-3</v></c>"
		 "</row><row><c><v>1E+30</v></c><c><v>0</v></c><c><v>-0</v></c></row>"
		 "<row><c><v>abc</v></c><c><v>1e400</v></c><c><v>0x10</v></c></row>",
		 "1/612345678¦12¦1200/33612345678¦12345678901234¦1000000000000000/0.3¦-2.5¦0.001"
		 "/1e+30¦0¦0/abc¦inf¦0x10");
}

static void
xlsx__says__oui_and_non(void **state)
{
	(void)state;
	rows_are("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='b'><v>true</v></c></row>",
		 "oui¦non¦oui");
}

static void
xlsx__empties__errors_and_counts_them(void **state)
{
	(void)state;
	struct book_xlsx book = {
		.rows = "<row><c><v>1</v></c></row><row><c t='e'><v>#N/A</v></c><c><v>2</v></c>"
			"<c><f>A1+1</f></c><c><f>A1</f><v>3</v></c><c t='str'><f>\"\"</f><v/></c>"
			"</row>"};
	Table *table = book_read(book_xlsx(&book));
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "1/¦2¦¦3");
	assert_int_equal(table->errors, 2);
	exchange_module()->free(table);
}

/* ---- formats -------------------------------------------------------------------------------- */

#define STYLES                                                                                     \
	"<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy\\ hh:mm'/>"                        \
	"<numFmt numFmtId='165' formatCode='00000'/>"                                              \
	"<numFmt numFmtId='166' formatCode='0#&quot; &quot;##&quot; &quot;##&quot; &quot;##"       \
	"&quot; &quot;##'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"    \
	"<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/>"             \
	"<xf numFmtId='17'/><xf numFmtId='46'/><xf numFmtId='165'/><xf numFmtId='166'/>"           \
	"<xf numFmtId='10'/></cellXfs>"

static void
styled_are(const char *rows, const char *workbook, const char *expected)
{
	struct book_xlsx book = {.rows = rows, .styles = STYLES, .workbook = workbook};
	book_is(book_xlsx(&book), expected);
}

static void
xlsx__knows__days_by_their_format(void **state)
{
	(void)state;
	styled_are("<row><c s='1'><v>46402</v></c><c s='2'><v>46402.395833333336</v></c>"
		   "<c s='3'><v>0.39583333333333331</v></c><c s='4'><v>42005</v></c></row>"
		   "<row><c s='2'><v>46402</v></c><c s='2'><v>46402.395914351851</v></c>"
		   "<c s='5'><v>1.1041666666666667</v></c><c s='0'><v>46402</v></c></row>",
		   NULL,
		   "2027-01-15¦2027-01-15 09:30¦09:30¦2015-01"
		   "/2027-01-15¦2027-01-15 09:30:07¦26:30¦46402");
}

static void
xlsx__counts__days_as_lotus_did(void **state)
{
	(void)state;
	styled_are("<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>60</v></c>"
		   "<c s='1'><v>61</v></c><c s='1'><v>0</v></c><c s='1'><v>-1</v></c>"
		   "<c s='1'><v>2958465</v></c><c s='1'><v>2958466</v></c></row>",
		   NULL, "1900-01-01¦1900-02-28¦60¦1900-03-01¦0¦-1¦9999-12-31¦2958466");
}

static void
xlsx__counts__days_from_1904_where_the_book_does(void **state)
{
	(void)state;
	styled_are("<row><c s='1'><v>44940</v></c><c s='1'><v>1</v></c></row>",
		   "<workbookPr date1904='1'/><sheets><sheet name='a' r:id='s1'/></sheets>",
		   "2027-01-15¦1904-01-02");
}

static void
xlsx__keeps__zeros_in_front(void **state)
{
	(void)state;
	styled_are("<row><c s='6'><v>7000</v></c><c s='7'><v>612345678</v></c>"
		   "<c t='str'><v>07000</v></c><c s='6'><v>-5</v></c><c s='6'><v>1.5</v></c></row>",
		   NULL, "07000¦0612345678¦07000¦-5¦1.5");
}

static void
xlsx__shows__percentages(void **state)
{
	(void)state;
	styled_are("<row><c s='8'><v>7.0000000000000007E-2</v></c><c s='8'><v>1</v></c></row>",
		   NULL, "7%¦100%");
}

static void
xlsx__reads__iso_dates_of_strict_files(void **state)
{
	(void)state;
	styled_are(
		"<row><c t='d' s='2'><v>2027-01-15T09:30:00</v></c><c t='d'><v>2027-01-15</v></c>"
		"<c t='d' s='1'><v>2027-01-15T00:00:00.000</v></c><c t='d' s='3'><v>T09:30:00</v>"
		"</c><c t='d'><v>bientôt</v></c><c t='d' s='4'><v>2015-01-01</v></c></row>",
		NULL, "2027-01-15 09:30¦2027-01-15¦2027-01-15¦09:30¦bientôt¦2015-01");
}

/* ---- sheets --------------------------------------------------------------------------------- */

static void
sheets_give(const char *sheets, const char *expected, const char *name, guint more)
{
	g_autofree char *workbook = g_strconcat("<sheets>", sheets, "</sheets>", NULL);
	struct book_xlsx book = {.rows = "<row r='1'><c><v>1</v></c></row>", .workbook = workbook};
	Table *table = book_read(book_xlsx(&book));
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, expected);
	assert_text(table->sheet, name);
	assert_int_equal(table->more_sheets, more);
	exchange_module()->free(table);
}

static void
xlsx__reads__the_first_visible_sheet_that_holds_something(void **state)
{
	(void)state;
	sheets_give("<sheet name='vide' r:id='s3'/><sheet name='graphique' r:id='s4'/>"
		    "<sheet name='cachée' state='hidden' r:id='s1'/><sheet name='lue' r:id='s2'/>",
		    "¦7¦oui", "lue", 0);
	sheets_give("<sheet name='a' r:id='s1'/><sheet name='b' r:id='s2'/>"
		    "<sheet name='c' r:id='s3'/><sheet name='d' r:id='s2' state='veryHidden'/>"
		    "<sheet name='e' r:id='s2' state='visible'/>",
		    "1", "a", 2);
}

static void
xlsx__refuses__a_book_without_anything(void **state)
{
	(void)state;
	struct book_xlsx empty = {.rows = "<row r='1'><c r='A1' s='1'/></row>"};
	book_refused(book_xlsx(&empty), ERROR_INVALID, "empty");
	struct book_xlsx none = {.workbook = "<sheets/>"};
	book_refused(book_xlsx(&none), ERROR_INVALID, "empty");
}

static void
xlsx__reads__strict_names_and_other_prefixes(void **state)
{
	(void)state;
	static const struct book_part parts[] = {
		{"_RELS\\.rels",
		 "<p:Relationships "
		 "xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'>"
		 "<p:Relationship Id='a' "
		 "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' "
		 "Target='/Book.xml'/></p:Relationships>",
		 0},
		{"book.xml",
		 "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
		 "xmlns:y='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:sheets>"
		 "<x:sheet name='a' y:id='b'/></x:sheets></x:workbook>",
		 0},
		{"_rels/book.xml.rels",
		 "<p:Relationships "
		 "xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'>"
		 "<p:Relationship Id='b' "
		 "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' "
		 "Target='ma%20feuille.xml'/></p:Relationships>",
		 0},
		{"ma feuille.xml",
		 "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
		 "xmlns:v='urn:other'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>Nom</x:t>"
		 "<v:t>non</v:t></x:is></x:c></x:row></x:sheetData></x:worksheet>",
		 0},
		{NULL, NULL, 0},
	};
	book_is(book_zip(parts), "Nom");
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xlsx__reads__shared_and_inline_texts),
		cmocka_unit_test(xlsx__undoes__excels_own_escapes),
		cmocka_unit_test(xlsx__puts__cells_where_they_say),
		cmocka_unit_test(xlsx__counts__rows_as_the_sheet_does),
		cmocka_unit_test(xlsx__shows__numbers_as_people_write_them),
		cmocka_unit_test(xlsx__says__oui_and_non),
		cmocka_unit_test(xlsx__empties__errors_and_counts_them),
		cmocka_unit_test(xlsx__knows__days_by_their_format),
		cmocka_unit_test(xlsx__counts__days_as_lotus_did),
		cmocka_unit_test(xlsx__counts__days_from_1904_where_the_book_does),
		cmocka_unit_test(xlsx__keeps__zeros_in_front),
		cmocka_unit_test(xlsx__shows__percentages),
		cmocka_unit_test(xlsx__reads__iso_dates_of_strict_files),
		cmocka_unit_test(xlsx__reads__the_first_visible_sheet_that_holds_something),
		cmocka_unit_test(xlsx__refuses__a_book_without_anything),
		cmocka_unit_test(xlsx__reads__strict_names_and_other_prefixes),
	};
	return test_run("exchange/xlsx", tests);
}
