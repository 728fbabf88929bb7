/* OpenDocument spreadsheets, cell by cell. */
#include "exchange/book.h"

#include "base/i18n.h"

/* What the bodies below write short. */
static const struct {
	const char *word, *meaning;
} words[] = {
	{" type=", " office:value-type="},
	{"<sheet>", "<table:table table:name='Feuille1'>"},
	{"</sheet>", "</table:table>"},
	{"<row", "<table:table-row"},
	{"</row>", "</table:table-row>"},
	{"<cell", "<table:table-cell"},
	{"</cell>", "</table:table-cell>"},
	{"<text>", "<table:table-cell office:value-type='string'><text:p>"},
	{"</text>", "</text:p></table:table-cell>"},
	{"<p>", "<text:p>"},
	{"</p>", "</text:p>"},
	{"columns=", "table:number-columns-repeated="},
	{"rows=", "table:number-rows-repeated="},
};

static GBytes *
ods(const char *styles, const char *body)
{
	g_autoptr(GString) whole = g_string_new(body);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		g_string_replace(whole, words[i].word, words[i].meaning, 0);
	return book_ods(styles, whole->str);
}

static void
ods_is(const char *body, const char *expected)
{
	book_is(ods(NULL, body), expected);
}

static void
ods__reads__texts_as_they_are_shown(void **state)
{
	(void)state;
	ods_is("<sheet><row><text> Nom </text><text>Lien</text></row>"
	       "<row><text>  Zoé\n   <text:span>ÉL</text:span>AN </text>"
	       "<text><text:a>zoe@a.example</text:a><text:note>x</text:note></text></row>"
	       "<row><text>un</p><p>deux<text:line-break/>trois</text>"
	       "<text>a<text:s text:c='3'/>b<text:tab/>c<text:s/></text></row></sheet>",
	       "Nom¦Lien/Zoé ÉLAN¦zoe@a.example/un\ndeux\ntrois¦a   b\tc ");
}

static void
ods__leaves_out__notes_and_pictures(void **state)
{
	(void)state;
	ods_is("<table:tracked-changes><cell><p>ancien</p></cell></table:tracked-changes><sheet>"
	       "<table:shapes><draw:frame><p>forme</p></draw:frame></table:shapes>"
	       "<row><cell><office:annotation><p>note</p></office:annotation>"
	       "<draw:frame><draw:text-box><p>image</p></draw:text-box></draw:frame>"
	       "<p>Nom</p></cell></row></sheet>",
	       "Nom");
}

static void
ods__repeats__cells_and_rows(void **state)
{
	(void)state;
	Table *table = book_read(
		ods(NULL, "<sheet><table:table-column columns='16384'/>"
			  "<row rows='2'><cell columns='16384'/></row>"
			  "<row><text>a</text><cell columns='2' type='float' office:value='5'/>"
			  "<cell columns='16381'/></row>"
			  "<row rows='2'><cell/><text>b</text></row>"
			  "<row rows='1048570'><cell columns='16384'/></row>"
			  "<row><cell/><text>c</text></row></sheet>"));
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "a¦5¦5/¦b/¦b/¦c");
	assert_int_equal(table->head_line, 3);
	assert_int_equal(sheet_row(table, 0)->line, 4);
	assert_int_equal(sheet_row(table, 1)->line, 5);
	assert_int_equal(sheet_row(table, 2)->line, 1048576);
	exchange_module()->free(table);
}

static void
ods__takes__the_first_of_merged_cells(void **state)
{
	(void)state;
	ods_is("<sheet><row><text>Nom</text><table:covered-table-cell columns='2' type='string'>"
	       "<p>caché</p></table:covered-table-cell><text>Ville</text></row></sheet>",
	       "Nom¦¦¦Ville");
}

static void
ods__shows__numbers_as_people_write_them(void **state)
{
	(void)state;
	ods_is("<sheet><row><cell type='float' office:value='612345678'><p>612 345 678</p></cell>"
	       "<cell type='float' office:value='0.30000000000000004'><p>0,3</p></cell>"
	       "<cell type='percentage' office:value='0.07'><p>7,00 %</p></cell>"
	       "<cell type='currency' office:value='12.5'><p>12,50 €</p></cell>"
	       "<cell type='float' office:value='1.2E+10'><p>1,2E10</p></cell></row></sheet>",
	       "612345678¦0.3¦7%¦12.5¦12000000000");
}

static void
ods__keeps__zeros_in_front(void **state)
{
	(void)state;
	ods_is("<sheet><row><cell type='float' office:value='7000'><p>07000</p></cell>"
	       "<cell type='float' office:value='612345678'><p>06 12\u00A034 56 78</p></cell>"
	       "<cell type='float' office:value='0.5'><p>0.5</p></cell>"
	       "<cell type='float' office:value='0'><p>000</p></cell>"
	       "<cell type='float' office:value='5'><p>05 ans</p></cell></row></sheet>",
	       "07000¦0612345678¦0.5¦000¦5");
}

static void
ods__says__oui_and_non(void **state)
{
	(void)state;
	ods_is("<sheet><row><cell type='boolean' office:boolean-value='true'><p>VRAI</p></cell>"
	       "<cell type='boolean' office:boolean-value='false'/>"
	       "<cell type='float' office:value='1'><p>VRAI</p></cell>"
	       "<cell type='float' office:value='0'><p>FALSE</p></cell></row></sheet>",
	       "oui¦non¦oui¦non");
}

static void
ods__shows__times(void **state)
{
	(void)state;
	ods_is("<sheet><row><cell type='time' office:time-value='PT09H30M00S'/>"
	       "<cell type='time' office:time-value='PT26H30M07.5S'/>"
	       "<cell type='time' office:time-value='9 h'/><cell type='time' "
	       "office:time-value='PT'/>"
	       "<cell type='date' office:date-value='2027-01-15T09:30:00'/></row></sheet>",
	       "09:30¦26:30:07¦9 h¦PT¦2027-01-15 09:30");
}

static void
ods__shows__as_much_of_a_date_as_its_style(void **state)
{
	(void)state;
	static const char styles[] =
		"<number:date-style style:name='N1'><number:month/><number:text> </number:text>"
		"<number:year/></number:date-style>"
		"<number:date-style style:name='N2'><number:day/><number:month/><number:year/>"
		"</number:date-style>"
		"<style:style style:name='mois' style:family='table-cell' "
		"style:data-style-name='N1'/>"
		"<style:style style:name='jour' style:family='table-cell' "
		"style:data-style-name='N2'/>"
		"<style:style style:name='gras' style:family='table-cell' "
		"style:parent-style-name='mois'/>";
	book_is(ods(styles,
		    "<sheet><table:table-column table:default-cell-style-name='mois'/>"
		    "<table:table-column columns='9' table:default-cell-style-name='jour'/>"
		    "<row><cell type='date' office:date-value='2015-01-01'><p>janv. 15</p></cell>"
		    "<cell type='date' office:date-value='2015-01-02T09:30:00'/>"
		    "<cell table:style-name='gras' type='date' office:date-value='2015-03-01'/>"
		    "<cell table:style-name='inconnu' type='date' office:date-value='2015-03-01'/>"
		    "</row></sheet>"),
		"2015-01¦2015-01-02¦2015-03¦2015-03-01");
}

static void
ods__empties__errors_and_counts_them(void **state)
{
	(void)state;
	Table *table = book_read(
		ods(NULL, "<sheet><row><text>#N/A</text><cell type='string' office:string-value='' "
			  "calcext:value-type='error'><p>#N/A</p></cell>"
			  "<cell table:formula='of:=1/0' type='float' office:value='0'>"
			  "<p>#DIV/0!</p></cell><text>b</text></row></sheet>"));
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "#N/A¦¦¦b");
	assert_int_equal(table->errors, 2);
	exchange_module()->free(table);
}

static void
ods__reads__the_first_visible_sheet_that_holds_something(void **state)
{
	(void)state;
	static const char styles[] = "<style:style style:name='ta1' style:family='table'>"
				     "<style:table-properties table:display='false'/></style:style>"
				     "<style:style style:name='ta2' style:family='table'>"
				     "<style:table-properties table:display='true'/></style:style>";
	Table *table = book_read(
		ods(styles, "<table:table table:name='cachée' table:style-name='ta1'>"
			    "<row><text>x</text></row></sheet>"
			    "<table:table table:name='vide'><row><text> </text></row></sheet>"
			    "<table:table table:name='lue' table:style-name='ta2'>"
			    "<row><text>a</text></row></sheet>"
			    "<table:table table:name='autre'><row/><row><text>b</text></row>"
			    "<row><text>c</text></row></sheet><table:table table:name='vide2'/>"));
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "a");
	assert_text(table->encoding, "ODS");
	assert_text(table->sheet, "lue");
	assert_int_equal(table->more_sheets, 1);
	exchange_module()->free(table);
}

static void
ods__reads__groups_of_rows(void **state)
{
	(void)state;
	ods_is("<sheet><table:table-header-rows><row><text>Nom</text></row>"
	       "</table:table-header-rows><table:table-row-group><table:table-row-group>"
	       "<row table:visibility='filter'><text>Zoé</text></row>"
	       "</table:table-row-group></table:table-row-group></sheet>",
	       "Nom/Zoé");
}

static void
ods__refuses__a_book_without_anything(void **state)
{
	(void)state;
	book_refused(ods(NULL, "<sheet></sheet>"), ERROR_INVALID, "empty");
	book_refused(ods(NULL, ""), ERROR_INVALID, "empty");
}

int
main(void)
{
	i18n_set_language("en");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ods__reads__texts_as_they_are_shown),
		cmocka_unit_test(ods__leaves_out__notes_and_pictures),
		cmocka_unit_test(ods__repeats__cells_and_rows),
		cmocka_unit_test(ods__takes__the_first_of_merged_cells),
		cmocka_unit_test(ods__shows__numbers_as_people_write_them),
		cmocka_unit_test(ods__keeps__zeros_in_front),
		cmocka_unit_test(ods__says__oui_and_non),
		cmocka_unit_test(ods__shows__times),
		cmocka_unit_test(ods__shows__as_much_of_a_date_as_its_style),
		cmocka_unit_test(ods__empties__errors_and_counts_them),
		cmocka_unit_test(ods__reads__the_first_visible_sheet_that_holds_something),
		cmocka_unit_test(ods__reads__groups_of_rows),
		cmocka_unit_test(ods__refuses__a_book_without_anything),
	};
	return test_run("exchange/ods", tests);
}
