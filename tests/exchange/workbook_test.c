/* Workbooks written, and read back by our own reader. */
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <zip.h>

#include "base/i18n.h"
#include "exchange/sheet.h"

/* Two letters of UTF-16. */
#define SMILE "😀"

struct place {
	char *folder, *path;
};

static const struct workbook_about about = {.title = "Personnes",
					    .author = "Ateliers",
					    .created_at = "2026-11-23T08:30:00Z",
					    .zone = "Europe/Paris"};

static int
setup(void **state)
{
	struct place *place = g_new0(struct place, 1);
	place->folder = g_dir_make_tmp("ateliers-workbook-XXXXXX", NULL);
	place->path = g_build_filename(place->folder, "liste.xlsx", NULL);
	*state = place;
	return place->folder != NULL ? 0 : -1;
}

/* Nothing may be left but what a test made itself. */
static int
teardown(void **state)
{
	struct place *place = *state;
	g_unlink(place->path);
	int left = g_rmdir(place->folder);
	g_free(place->folder);
	g_free(place->path);
	g_free(place);
	return left;
}

/* ---- short words --------------------------------------------------------------------------- */

static Workbook *
begin(const struct place *place)
{
	GError *error = NULL;
	Workbook *book = exchange_module()->workbook_open(place->path, &about, &error);
	assert_no_error(error);
	assert_non_null(book);
	return book;
}

static void
sheet(Workbook *book, const char *name, const struct workbook_column *columns, guint n)
{
	GError *error = NULL;
	bool done = exchange_module()->workbook_sheet(book, name, columns, n, &error);
	assert_no_error(error);
	assert_true(done);
}

static void
row(Workbook *book, const char *const *cells)
{
	GError *error = NULL;
	bool done = exchange_module()->workbook_row(book, cells, &error);
	assert_no_error(error);
	assert_true(done);
}

static void
end(Workbook *book)
{
	GError *error = NULL;
	bool done = exchange_module()->workbook_close(book, &error);
	assert_no_error(error);
	assert_true(done);
}

/* A workbook with one column of KIND that holds TEXT alone. */
static void
one_cell(const struct place *place, enum workbook_kind kind, const char *text)
{
	const struct workbook_column column = {.heading = "Titre", .kind = kind};
	Workbook *book = begin(place);
	sheet(book, "Liste", &column, 1);
	row(book, &text);
	end(book);
}

static Table *
read_back(const struct place *place)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(place->path, &bytes, &size, NULL));
	return sheet_read(bytes, size, NULL);
}

/* The part NAME of the file. Caller frees. */
static char *
part(const struct place *place, const char *name)
{
	zip_t *zip = zip_open(place->path, ZIP_RDONLY, NULL);
	assert_non_null(zip);
	zip_stat_t status;
	assert_int_equal(zip_stat(zip, name, 0, &status), 0);
	char *text = g_malloc0(status.size + 1);
	zip_file_t *file = zip_fopen(zip, name, 0);
	assert_int_equal(zip_fread(file, text, status.size), status.size);
	zip_fclose(file);
	zip_discard(zip);
	return text;
}

static void
part_has(const struct place *place, const char *name, const char *expected)
{
	g_autofree char *text = part(place, name);
	if (strstr(text, expected) == NULL)
		fail_msg("%s has no %s: %s", name, expected, text);
}

static void
sheet_has(const struct place *place, const char *expected)
{
	part_has(place, "xl/worksheets/sheet1.xml", expected);
}

/* Expect that TEXT in a column of KIND reads as EXPECTED and is written as a CELL beginning so. */
static void
cell_is(const struct place *place, enum workbook_kind kind, const char *text, const char *expected,
	const char *cell)
{
	one_cell(place, kind, text);
	Table *table = read_back(place);
	assert_text(sheet_row(table, 0)->cells[0], expected);
	exchange_module()->free(table);
	sheet_has(place, cell);
	g_autofree char *xml = part(place, "xl/worksheets/sheet1.xml");
	assert_null(strstr(xml, "<f"));
}

#define AS_TEXT(content) "<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>" content "</t>"

/* ---- cells --------------------------------------------------------------------------------- */

static void
workbook__keeps__text_as_text(void **state)
{
	static const struct {
		const char *text, *xml;
	} cases[] = {
		{"Élan", AS_TEXT("Élan")},
		{"01234", AS_TEXT("01234")},
		{"12", AS_TEXT("12")},
		{"2027-01-15", AS_TEXT("2027-01-15")},
		{"=cmd|' /C calc'!A0", AS_TEXT("=cmd|' /C calc'!A0")},
		{"@SUM(1)", AS_TEXT("@SUM(1)")},
		{"+33467123456", AS_TEXT("+33467123456")},
		{"{=1+1}", AS_TEXT("{=1+1}")},
		{"http://exemple.fr", AS_TEXT("http://exemple.fr")},
		{"<b>&amp;", AS_TEXT("&lt;b&gt;&amp;amp;")},
		{"Première\nSeconde", AS_TEXT("Première\nSeconde")},
		{"محمد علي", AS_TEXT("محمد علي")},
		{"Zoé " SMILE, AS_TEXT("Zoé " SMILE)},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		cell_is(*state, WORKBOOK_TEXT, cases[i].text, cases[i].text, cases[i].xml);
}

static void
workbook__cleans__what_xml_or_a_reader_cannot_bear(void **state)
{
	cell_is(*state, WORKBOOK_TEXT,
		"a\x01\x1f\x7f"
		"b\xef\xbf\xbf",
		"ab\uFFFD", AS_TEXT("ab\uFFFD"));
	cell_is(*state, WORKBOOK_TEXT, "\u202Etxt.exe\u202C", "txt.exe", AS_TEXT("txt.exe"));
	cell_is(*state, WORKBOOK_TEXT,
		"a\xff"
		"b",
		"a\uFFFDb", AS_TEXT("a\uFFFDb"));
	cell_is(*state, WORKBOOK_TEXT, "a\r\nb", "a\nb", AS_TEXT("a\nb"));
}

static void
workbook__keeps__what_looks_like_an_escape(void **state)
{
	cell_is(*state, WORKBOOK_TEXT, "_x0041_ et _x000G_", "_x0041_ et _x000G_",
		AS_TEXT("_x005F_x0041_ et _x000G_"));
	cell_is(*state, WORKBOOK_TEXT, "_x0041_x0042_", "_x0041_x0042_",
		AS_TEXT("_x005F_x0041_x005F_x0042_"));
}

static void
workbook__cuts__what_excel_refuses(void **state)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (int i = 0; i < 40000; i++)
		g_string_append(text, "é");
	one_cell(*state, WORKBOOK_TEXT, text->str);
	Table *table = read_back(*state);
	const char *cell = sheet_row(table, 0)->cells[0];
	assert_int_equal(g_utf8_strlen(cell, -1), WORKBOOK_CELL_MAX);
	assert_true(g_str_has_suffix(cell, "é…"));
	exchange_module()->free(table);
}

/* Excel counts letters of UTF-16, and half a pair would be none. */
static void
workbook__counts__pairs_as_two(void **state)
{
	g_autoptr(GString) text = g_string_new("a");
	for (int i = 0; i < 16500; i++)
		g_string_append(text, SMILE);
	one_cell(*state, WORKBOOK_TEXT, text->str);
	Table *table = read_back(*state);
	const char *cell = sheet_row(table, 0)->cells[0];
	assert_int_equal(g_utf8_strlen(cell, -1), 1 + 16382 + 1);
	assert_true(g_str_has_suffix(cell, SMILE "…"));
	exchange_module()->free(table);
}

static void
workbook__cuts__escapes_that_grow(void **state)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (int i = 0; i < 5000; i++)
		g_string_append(text, "_x0041_");
	one_cell(*state, WORKBOOK_TEXT, text->str);
	Table *table = read_back(*state);
	const char *cell = sheet_row(table, 0)->cells[0];
	assert_int_equal(g_utf8_strlen(cell, -1), WORKBOOK_CELL_MAX / 2);
	assert_true(g_str_has_prefix(cell, "_x0041_") && g_str_has_suffix(cell, "…"));
	exchange_module()->free(table);
}

static void
workbook__writes__numbers(void **state)
{
	cell_is(*state, WORKBOOK_NUMBER, "42", "42", "<c r=\"A2\"><v>42</v>");
	cell_is(*state, WORKBOOK_NUMBER, "-0.5", "-0.5", "<c r=\"A2\"><v>-0.5</v>");
	cell_is(*state, WORKBOOK_NUMBER, "0", "0", "<c r=\"A2\"><v>0</v>");
	cell_is(*state, WORKBOOK_NUMBER, "123456789012345", "123456789012345",
		"<v>123456789012345</v>");
}

static void
workbook__leaves__what_is_no_number_as_text(void **state)
{
	static const char *const texts[] = {"0042", "1234567890123456",
					    "12,5", "1e5",
					    "12 €", "-",
					    "1.",   ".5",
					    "0x10", "=1+1"};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *xml = g_strdup_printf(AS_TEXT("%s"), texts[i]);
		cell_is(*state, WORKBOOK_NUMBER, texts[i], texts[i], xml);
	}
}

static void
workbook__writes__dates_as_dates(void **state)
{
	cell_is(*state, WORKBOOK_DATE, "2027-01-15", "2027-01-15",
		"<c r=\"A2\" s=\"2\"><v>46402</v>");
	cell_is(*state, WORKBOOK_DATE, "1900-03-01", "1900-03-01", "<c r=\"A2\" s=\"2\"><v>61</v>");
	part_has(*state, "xl/styles.xml", "formatCode=\"dd/mm/yyyy\"");
}

static void
workbook__leaves__dates_less_known_as_text(void **state)
{
	static const char *const texts[] = {"2027-01",    "2027",       "1900-02-28",
					    "1850-01-01", "2027-02-30", "15/01/2027"};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *xml = g_strdup_printf(AS_TEXT("%s"), texts[i]);
		cell_is(*state, WORKBOOK_DATE, texts[i], texts[i], xml);
	}
}

static void
workbook__writes__times_and_instants(void **state)
{
	cell_is(*state, WORKBOOK_TIME, "09:30", "09:30", "<c r=\"A2\" s=\"2\"><v>0.39583333333333");
	cell_is(*state, WORKBOOK_TIME, "00:00", "00:00", "<c r=\"A2\" s=\"2\"><v>0</v>");
	cell_is(*state, WORKBOOK_TIME, "25:00", "25:00", AS_TEXT("25:00"));
	cell_is(*state, WORKBOOK_INSTANT, "2026-11-23T08:30:00Z", "2026-11-23 09:30",
		"<c r=\"A2\" s=\"2\"><v>46349.3958333333");
	cell_is(*state, WORKBOOK_INSTANT, "2026-07-23T08:30", "2026-07-23 08:30", "s=\"2\"><v>");
	cell_is(*state, WORKBOOK_INSTANT, "2026-07-23 08:30", "2026-07-23 08:30", "s=\"2\"><v>");
	cell_is(*state, WORKBOOK_INSTANT, "bientôt", "bientôt", AS_TEXT("bientôt"));
}

/* ---- sheets -------------------------------------------------------------------------------- */

static void
workbook__leaves__missing_cells_empty(void **state)
{
	const struct workbook_column columns[] = {{.heading = "Nom"},
						  {.heading = "Jours", .kind = WORKBOOK_NUMBER},
						  {.heading = "Ville"}};
	Workbook *book = begin(*state);
	sheet(book, "Liste", columns, 3);
	row(book, (const char *const[]){"Élan", NULL, "Sète"});
	row(book, (const char *const[]){NULL, NULL, NULL});
	row(book, (const char *const[]){"Zoé", "3", ""});
	end(book);
	Table *table = read_back(*state);
	g_autofree char *shown = sheet_shown(table);
	assert_text(shown, "Nom¦Jours¦Ville/Élan¦¦Sète/Zoé¦3");
	assert_int_equal(sheet_row(table, 1)->line, 4);
	exchange_module()->free(table);
}

static void
workbook__arranges__the_sheet(void **state)
{
	const struct workbook_column columns[] = {{.heading = "Nom de la personne", .width = 30},
						  {.heading = "Jour", .kind = WORKBOOK_DATE},
						  {.heading = "Ville"}};
	Workbook *book = begin(*state);
	sheet(book, "Liste", columns, 3);
	row(book, (const char *const[]){"a", "2027-01-15", "Montpellier-le-Vieux"});
	end(book);
	sheet_has(*state, "<pane ySplit=\"1\" topLeftCell=\"A2\"");
	sheet_has(*state, "<autoFilter ref=\"A1:C2\"/>");
	sheet_has(*state, "<col min=\"1\" max=\"1\" width=\"30.7109375\"");
	sheet_has(*state, "<col min=\"2\" max=\"2\" width=\"11.7109375\"");
	sheet_has(*state, "<col min=\"3\" max=\"3\" width=\"20.7109375\"");
	sheet_has(*state, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Nom de la personne</t>");
	sheet_has(*state, "orientation=\"landscape\"");
	part_has(*state, "xl/workbook.xml", "_xlnm.Print_Titles");
	part_has(*state, "docProps/core.xml", "<dc:title>Personnes</dc:title>");
	part_has(*state, "docProps/core.xml", "2026-11-23T08:30:00Z</dcterms:created>");
}

static void
workbook__names__its_sheets(void **state)
{
	static const char *const names[] = {"Inscrits 09/10 [a]:*?\\",
					    "'Élan'",
					    "élan",
					    "'ÉLAN'",
					    "\u202E\n ",
					    "History",
					    "Rencontre régionale des acteurs de la ville"};
	static const char *const given[] = {"name=\"Inscrits 09-10 -a-----\"",
					    "name=\"-Élan-\"",
					    "name=\"élan\"",
					    "name=\"-ÉLAN- (2)\"",
					    "name=\"Liste\"",
					    "name=\"History (2)\"",
					    "name=\"Rencontre régionale des acteur…\""};
	const struct workbook_column column = {.heading = "Nom"};
	Workbook *book = begin(*state);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		sheet(book, names[i], &column, 1);
		row(book, &names[i]);
	}
	end(book);
	for (gsize i = 0; i < G_N_ELEMENTS(given); i++)
		part_has(*state, "xl/workbook.xml", given[i]);
	part_has(*state, "xl/worksheets/sheet7.xml", "acteurs de la ville</t>");
}

static void
workbook__is__whole_with_many_sheets(void **state)
{
	const struct workbook_column column = {.heading = "Nom"};
	const char *name = "Une feuille";
	Workbook *book = begin(*state);
	for (int i = 0; i < 400; i++)
		sheet(book, name, &column, 1);
	end(book);
	part_has(*state, "xl/workbook.xml", "name=\"Une feuille (400)\"");
}

static void
workbook__is__the_same_each_time(void **state)
{
	const struct place *place = *state;
	g_autofree char *first = NULL, *second = NULL;
	gsize size = 0, again = 0;
	one_cell(place, WORKBOOK_TEXT, "Élan");
	assert_true(g_file_get_contents(place->path, &first, &size, NULL));
	one_cell(place, WORKBOOK_TEXT, "Élan");
	assert_true(g_file_get_contents(place->path, &second, &again, NULL));
	assert_int_equal(size, again);
	assert_memory_equal(first, second, size);
}

static void
workbook__holds__many_rows(void **state)
{
	const struct workbook_column columns[] = {{.heading = "N°", .kind = WORKBOOK_NUMBER},
						  {.heading = "Nom"}};
	Workbook *book = begin(*state);
	sheet(book, "Liste", columns, 2);
	for (int i = 1; i <= 20000; i++) {
		g_autofree char *number = g_strdup_printf("%d", i);
		row(book, (const char *const[]){number, "Rencontre régionale & nationale"});
	}
	end(book);
	Table *table = read_back(*state);
	assert_int_equal(table->rows->len, 20000);
	assert_text(sheet_row(table, 19999)->cells[0], "20000");
	exchange_module()->free(table);
}

/* ---- failing ------------------------------------------------------------------------------- */

static guint
open_files(void)
{
	guint n = 0;
	g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
	while (g_dir_read_name(folder) != NULL)
		n++;
	return n;
}

static void
workbook__leaves__nothing_when_abandoned(void **state)
{
	guint before = open_files();
	const struct workbook_column column = {.heading = "Nom"};
	const char *text = "Élan";
	Workbook *book = begin(*state);
	sheet(book, "Liste", &column, 1);
	row(book, &text);
	exchange_module()->workbook_abandon(book);
	exchange_module()->workbook_abandon(NULL);
	exchange_module()->workbook_abandon(begin(*state));
	assert_int_equal(open_files(), before);
}

static void
workbook__refuses__a_folder_that_is_not_there(void **state)
{
	(void)state;
	GError *error = NULL;
	assert_null(exchange_module()->workbook_open("/nulle/part/liste.xlsx", &about, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, "/nulle/part/liste.xlsx"));
	assert_non_null(strstr(error->message, "son dossier n’existe pas"));
	g_clear_error(&error);
	assert_null(exchange_module()->workbook_open("-", &about, &error));
	assert_error(error, ERROR_INVALID);
	g_error_free(error);
}

/* Files may not become longer than LIMIT: 0 or the code of what was said. */
static int
written_within(const struct place *place, rlim_t limit, int rows)
{
	const struct workbook_column column = {.heading = "Nom"};
	struct rlimit before, less;
	getrlimit(RLIMIT_FSIZE, &before);
	less = (struct rlimit){limit, before.rlim_max};
	GError *error = NULL;
	Workbook *book = begin(place);
	setrlimit(RLIMIT_FSIZE, &less);
	bool done = exchange_module()->workbook_sheet(book, "Liste", &column, 1, &error);
	for (int i = 0; done && i < rows; i++) {
		g_autofree char *text =
			g_strdup_printf("Rencontre régionale n° %d", i * 7919 % 10007);
		done = exchange_module()->workbook_row(book, (const char *const *)&text, &error);
	}
	if (done)
		done = exchange_module()->workbook_close(book, &error);
	else
		exchange_module()->workbook_abandon(book);
	setrlimit(RLIMIT_FSIZE, &before);
	int code = done ? 0 : error->code;
	g_clear_error(&error);
	return code;
}

static void
expect_whole_or_before(const struct place *place, rlim_t limit)
{
	one_cell(place, WORKBOOK_TEXT, "avant");
	int code = written_within(place, limit, 900);
	assert_true(code == 0 || code == ERROR_IO || code == ERROR_FULL);
	Table *table = read_back(place);
	assert_int_equal(table->rows->len, code == 0 ? 900 : 1);
	exchange_module()->free(table);
}

static void
workbook__is__whole_or_not_there(void **state)
{
	signal(SIGXFSZ, SIG_IGN);
	for (rlim_t limit = 512; limit < 16384; limit += 512)
		expect_whole_or_before(*state, limit);
	assert_int_equal(written_within(*state, 512, 900), ERROR_IO);
}

/* The library does not see that its second copy of the rows could not be written. */
static void
workbook__notices__what_the_library_does_not(void **state)
{
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(written_within(*state, RLIM_INFINITY, 900), 0);
	g_autofree char *xml = part(*state, "xl/worksheets/sheet1.xml");
	for (rlim_t short_of = 0; short_of < 4096; short_of += 128)
		expect_whole_or_before(*state, strlen(xml) - short_of);
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(workbook__keeps__text_as_text),
		TEST(workbook__cleans__what_xml_or_a_reader_cannot_bear),
		TEST(workbook__keeps__what_looks_like_an_escape),
		TEST(workbook__cuts__what_excel_refuses),
		TEST(workbook__counts__pairs_as_two),
		TEST(workbook__cuts__escapes_that_grow),
		TEST(workbook__writes__numbers),
		TEST(workbook__leaves__what_is_no_number_as_text),
		TEST(workbook__writes__dates_as_dates),
		TEST(workbook__leaves__dates_less_known_as_text),
		TEST(workbook__writes__times_and_instants),
		TEST(workbook__leaves__missing_cells_empty),
		TEST(workbook__arranges__the_sheet),
		TEST(workbook__names__its_sheets),
		TEST(workbook__is__whole_with_many_sheets),
		TEST(workbook__is__the_same_each_time),
		TEST(workbook__holds__many_rows),
		TEST(workbook__leaves__nothing_when_abandoned),
		TEST(workbook__refuses__a_folder_that_is_not_there),
		TEST(workbook__is__whole_or_not_there),
		TEST(workbook__notices__what_the_library_does_not),
#undef TEST
	};
	return test_run("exchange/workbook", tests);
}
