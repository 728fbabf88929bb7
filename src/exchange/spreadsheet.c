#include "exchange/spreadsheet.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/foreign.h"
#include "exchange/ods.h"
#include "exchange/package.h"
#include "exchange/xlsx.h"

#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."

bool
spreadsheet_is(const char *bytes, gsize size)
{
	return size >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

/* ---- OOXML ---------------------------------------------------------------------------------- */

struct root {
	enum xml_space space;
	bool workbook;
};

static bool
root_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct root *root = user;
	*root = (struct root){tag->space, xml_is(tag, XML_SHEET, "workbook")};
	return false;
}

/* The first element of the main part tells a workbook from a letter or slides. */
static Table *
ooxml_read(Archive *archive, GError **error)
{
	static const struct xml_reader reader = {.open = root_open};
	struct root root = {XML_NONE, false};
	g_autoptr(GPtrArray) relations = package_relations(archive, "", error);
	if (relations == NULL)
		return NULL;
	const struct relation *main = package_of_type(relations, "officeDocument");
	if (main == NULL) {
		foreign_fail(FOREIGN_ARCHIVE, error);
		return NULL;
	}
	if (g_str_has_suffix(main->target, ".bin")) {
		foreign_fail(FOREIGN_WORKBOOK, error);
		return NULL;
	}
	if (!archive_xml(archive, main->target, &reader, &root, error))
		return NULL;
	if (root.workbook)
		return xlsx_read(archive, main->target, error);
	foreign_fail(root.space == XML_WORD || root.space == XML_SLIDES ? FOREIGN_DOCUMENT
									: FOREIGN_ARCHIVE,
		     error);
	return NULL;
}

/* ---- OpenDocument --------------------------------------------------------------------------- */

struct manifest {
	char *type; /* of the whole file */
	bool is_protected;
};

static bool
manifest_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct manifest *manifest = user;
	if (xml_is(tag, XML_MANIFEST, "encryption-data"))
		manifest->is_protected = true;
	else if (manifest->type == NULL && xml_is(tag, XML_MANIFEST, "file-entry") &&
		 xml_attribute_is(tag, XML_MANIFEST, "full-path", "/"))
		manifest->type = g_strdup(xml_attribute(tag, XML_MANIFEST, "media-type"));
	return true;
}

/* A template of spreadsheets ("…spreadsheet-template") is one as well. */
static Table *
open_document_read(Archive *archive, const char *type, bool is_protected, GError **error)
{
	if (!g_str_has_prefix(type + strlen(OPEN_DOCUMENT), "spreadsheet"))
		foreign_fail(FOREIGN_DOCUMENT, error);
	else if (is_protected)
		foreign_fail(FOREIGN_PROTECTED, error);
	else
		return ods_read(archive, error);
	return NULL;
}

static bool
manifest_read(Archive *archive, struct manifest *manifest, GError **error)
{
	static const struct xml_reader reader = {.open = manifest_open};
	return !archive_has(archive, "META-INF/manifest.xml") ||
	       archive_xml(archive, "META-INF/manifest.xml", &reader, manifest, error);
}

/* An OpenDocument file says what it is in a member of its own, or else in its manifest. */
static Table *
kind_read(Archive *archive, const struct manifest *manifest, GError **error)
{
	g_autofree char *mimetype = archive_text(archive, "mimetype", 100);
	const char *type = mimetype != NULL ? mimetype : manifest->type;
	if (type != NULL && g_str_has_prefix(type, OPEN_DOCUMENT))
		return open_document_read(archive, type, manifest->is_protected, error);
	if (archive_has(archive, "_rels/.rels"))
		return ooxml_read(archive, error);
	foreign_fail(FOREIGN_ARCHIVE, error);
	return NULL;
}

static Table *
archive_read(Archive *archive, GError **error)
{
	struct manifest manifest = {NULL, false};
	Table *table = NULL;
	if (manifest_read(archive, &manifest, error))
		table = kind_read(archive, &manifest, error);
	g_free(manifest.type);
	return table;
}

Table *
spreadsheet_read(const char *bytes, gsize size, GError **error)
{
	g_autoptr(Archive) archive = archive_open(bytes, size, error);
	return archive != NULL ? archive_read(archive, error) : NULL;
}
