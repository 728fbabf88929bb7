/* libFuzzer's way into the reader of spreadsheets. The first byte chooses what the others are: a
 * whole file, or one member of a file whose other members are good; for a mutation of what is
 * compressed says little about what is in it. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zip.h>

#include "exchange/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006/relationships"
#define DOCUMENT "urn:oasis:names:tc:opendocument:xmlns:"

struct member {
	const char *name, *text;
};

static const struct member workbook[] = {
	{"xl/worksheets/a.xml",
	 "<worksheet xmlns='" MAIN "'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
	 "<c t='s'><v>1</v></c></row><row><c s='1'><v>46402.5</v></c><c s='2'><v>7</v></c></row>"
	 "</sheetData></worksheet>"},
	{"xl/texts.xml", "<sst xmlns='" MAIN "'><si><t>Nom</t></si><si><t>Jour</t></si></sst>"},
	{"xl/looks.xml",
	 "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='00000'/>"
	 "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/><xf numFmtId='164'/></cellXfs>"
	 "</styleSheet>"},
	{"xl/workbook.xml",
	 "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets><sheet name='a' r:id='s'/>"
	 "<sheet name='b' r:id='s'/></sheets></workbook>"},
	{"xl/_rels/workbook.xml.rels",
	 "<Relationships xmlns='" PACKAGE "'><Relationship Id='s' Type='" OFFICE
	 "/worksheet' Target='worksheets/a.xml'/><Relationship Id='t' Type='" OFFICE
	 "/sharedStrings' Target='texts.xml'/><Relationship Id='u' Type='" OFFICE
	 "/styles' Target='looks.xml'/></Relationships>"},
	{"_rels/.rels", "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" OFFICE
			"/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
};

static const struct member document[] = {
	{"content.xml",
	 "<o:document-content xmlns:o='" DOCUMENT "office:1.0' xmlns:t='" DOCUMENT
	 "table:1.0'><o:body><o:spreadsheet><t:table t:name='a'/></o:spreadsheet></o:body>"
	 "</o:document-content>"},
	{"styles.xml", "<a/>"},
	{"META-INF/manifest.xml", "<a/>"},
	{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
};

/* What was read keeps what the contract says of it. */
static void
table_check(const Table *table)
{
	g_assert_cmpuint(table->head->len, >, 0);
	g_assert_cmpuint(table->rows->len, <=, TABLE_ROWS_MAX);
	for (guint r = 0; r < table->rows->len; r++) {
		const struct table_row *row = &g_array_index(table->rows, struct table_row, r);
		g_assert_cmpuint(row->n_cells, <=, TABLE_COLUMNS_MAX);
		for (guint i = 0; i < row->n_cells; i++) {
			g_assert_cmpuint(strlen(row->cells[i]), <=, TABLE_CELL_MAX);
			g_assert_true(g_utf8_validate(row->cells[i], -1, NULL));
		}
	}
}

static void
file_read(const char *bytes, gsize size)
{
	g_autoptr(GError) error = NULL;
	Table *table = exchange_module()->read(bytes, size, NULL, &error);
	g_assert_true((table == NULL) == (error != NULL));
	if (table != NULL)
		table_check(table);
	exchange_module()->free(table);
}

static void
member_add(zip_t *zip, const char *name, const char *text, gsize size)
{
	zip_int64_t at = zip_file_add(zip, name, zip_source_buffer(zip, text, size, 0), 0);
	g_assert_true(at >= 0);
	zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
}

/* The file of N MEMBERS in which the one numbered CHOSEN holds BYTES. */
static void
member_read(const struct member *members, gsize n, gsize chosen, const char *bytes, gsize size)
{
	zip_source_t *file = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(file);
	zip_t *zip = zip_open_from_source(file, ZIP_TRUNCATE, NULL);
	for (gsize i = 0; i < n; i++) {
		bool own = i == chosen;
		member_add(zip, members[i].name, own ? bytes : members[i].text,
			   own ? size : strlen(members[i].text));
	}
	g_assert_cmpint(zip_close(zip), ==, 0);
	zip_stat_t status;
	zip_source_stat(file, &status);
	g_autofree char *whole = g_malloc(status.size);
	zip_source_open(file);
	zip_source_read(file, whole, status.size);
	zip_source_close(file);
	zip_source_free(file);
	file_read(whole, status.size);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size == 0)
		return 0;
	gsize choice = bytes[0] % (1 + G_N_ELEMENTS(workbook) + G_N_ELEMENTS(document));
	const char *rest = (const char *)bytes + 1;
	if (choice == 0)
		file_read(rest, size - 1);
	else if (choice <= G_N_ELEMENTS(workbook))
		member_read(workbook, G_N_ELEMENTS(workbook), choice - 1, rest, size - 1);
	else
		member_read(document, G_N_ELEMENTS(document), choice - 1 - G_N_ELEMENTS(workbook),
			    rest, size - 1);
	return 0;
}
