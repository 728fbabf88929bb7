/* Writings as OpenDocument text: the container, and what its members say. */
#include "test.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/writing.h"
#include "exchange/table.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* A picture of three pixels by one, as far as its head tells. */
static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\1\10\2\0\0\0";

static bool
take_bytes(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_byte_array_append(user, (const guint8 *)bytes, (guint)size);
	return true;
}

static bool
refuse_bytes(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)bytes;
	(void)size;
	(void)user;
	return fail(error, ERROR_FULL, "full");
}

/* A writing in which everything is hostile. */
static Writing *
writing_hostile(void)
{
	static const struct writing_column columns[] = {{"<a> & \"b\"", 30, WRITING_START},
							{NULL, 10, WRITING_END}};
	Writing *writing = writing_new("<PROGRAMME>", "Titre & \"suite\" ]]>");
	writing_heading(writing, 1, "<office:body>");
	writing_fact(writing, "Lieu", "deux  espaces\net une ligne");
	writing_item(writing, "x\xef\xbf\xbe\x01y");
	writing_text(writing, WRITING_LARGE, "Nguyễn 王 محمد");
	writing_picture(writing, "Logo \"de\" <x>", picture, sizeof picture - 1);
	writing_picture(writing, "rien", "GIF89a", 6);
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	writing_row(table);
	writing_cell(writing, table, "Tête", "corps", 2);
	writing_row(table);
	writing_cell(writing, table, NULL, NULL, 1);
	writing_bar(table, 500);
	return writing;
}

static GByteArray *
odt_of(const Writing *writing)
{
	const struct written paper = {.letterhead = {.centre = "Centre & Cie",
						     .address = "1 rue <x>\n34000 Sète"},
				      .reference = {.number = "2026-014",
						    .printed_at = "2026-11-23T09:30"},
				      .writing = writing};
	GByteArray *bytes = g_byte_array_new();
	GError *error = NULL;
	bool done = exchange_module()->write_odt(&paper, take_bytes, bytes, &error);
	assert_no_error(error);
	assert_true(done);
	return bytes;
}

/* The member NAME of the archive, NUL at its end. Caller frees. */
static char *
member_of(const GByteArray *odt, const char *name)
{
	zip_source_t *source = zip_source_buffer_create(odt->data, odt->len, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
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

/* ---- the container ------------------------------------------------------------------------------
 */

static void
odt__begins_with__its_media_type_as_it_is(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	g_autoptr(GByteArray) odt = odt_of(writing);
	assert_true(odt->len > 100);
	assert_memory_equal(odt->data, "PK\3\4", 4);
	assert_int_equal(odt->data[8], 0);  /* stored */
	assert_int_equal(odt->data[28], 0); /* nothing between the name and the bytes */
	assert_memory_equal(odt->data + 30, "mimetype" MEDIA_TYPE, strlen("mimetype" MEDIA_TYPE));
}

static void
odt__of_the_same_writing__has_the_same_bytes(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	g_autoptr(GByteArray) one = odt_of(writing);
	g_autoptr(GByteArray) other = odt_of(writing);
	assert_int_equal(one->len, other->len);
	assert_memory_equal(one->data, other->data, one->len);
}

static void
odt__lists_its_members__in_the_manifest(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	g_autoptr(GByteArray) odt = odt_of(writing);
	g_autofree char *manifest = member_of(odt, "META-INF/manifest.xml");
	static const char *const members[] = {"content.xml", "styles.xml", "meta.xml",
					      "Pictures/1.png"};
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		g_autofree char *entry = g_strdup_printf("manifest:full-path=\"%s\"", members[i]);
		assert_non_null(strstr(manifest, entry));
	}
	assert_null(strstr(manifest, "Pictures/2.png")); /* no PNG, no picture */
}

static void
odt__that_the_sink_refuses__fails(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	const struct written paper = {.writing = writing};
	GError *error = NULL;
	assert_false(exchange_module()->write_odt(&paper, refuse_bytes, NULL, &error));
	assert_error(error, ERROR_FULL);
	g_clear_error(&error);
}

/* ---- what it says -------------------------------------------------------------------------------
 */

static void
take_text(void *user, const char *text, int n)
{
	g_string_append_len(user, text, n);
}

/* The text of XML, which must be well formed. Caller frees. */
static char *
xml_text(const char *xml)
{
	GString *text = g_string_new(NULL);
	XML_Parser parser = XML_ParserCreate(NULL);
	XML_SetUserData(parser, text);
	XML_SetCharacterDataHandler(parser, take_text);
	if (XML_Parse(parser, xml, (int)strlen(xml), 1) != XML_STATUS_OK)
		fail_msg("%s at line %lu", XML_ErrorString(XML_GetErrorCode(parser)),
			 XML_GetCurrentLineNumber(parser));
	XML_ParserFree(parser);
	return g_string_free(text, FALSE);
}

static void
members__are_well_formed__whatever_the_text(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	g_autoptr(GByteArray) odt = odt_of(writing);
	static const char *const names[] = {"content.xml", "styles.xml", "meta.xml",
					    "META-INF/manifest.xml"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *xml = member_of(odt, names[i]);
		g_autofree char *text = xml_text(xml);
		assert_non_null(text);
	}
}

static void
content__says__all_of_the_writing(void **state)
{
	(void)state;
	g_autoptr(Writing) writing = writing_hostile();
	g_autoptr(GByteArray) odt = odt_of(writing);
	g_autofree char *xml = member_of(odt, "content.xml");
	g_autofree char *text = xml_text(xml);
	static const char *const said[] = {"<PROGRAMME>",   "Titre & \"suite\" ]]>",
					   "<office:body>", "Nguyễn 王 محمد",
					   "Centre & Cie",  "<a> & \"b\"",
					   "Tête",          "corps",
					   "██████"};
	for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
		if (strstr(text, said[i]) == NULL)
			fail_msg("“%s” is not said in:\n%s", said[i], text);
	assert_non_null(strstr(xml, "deux <text:s/>espaces<text:line-break/>et une ligne"));
	assert_non_null(strstr(xml, "table:number-columns-spanned=\"2\""));
	assert_non_null(strstr(xml, "<table:covered-table-cell/>"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(odt__begins_with__its_media_type_as_it_is),
		cmocka_unit_test(odt__of_the_same_writing__has_the_same_bytes),
		cmocka_unit_test(odt__lists_its_members__in_the_manifest),
		cmocka_unit_test(odt__that_the_sink_refuses__fails),
		cmocka_unit_test(members__are_well_formed__whatever_the_text),
		cmocka_unit_test(content__says__all_of_the_writing),
	};
	i18n_set_language("fr");
	return test_run("odt_write", tests);
}
