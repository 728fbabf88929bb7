#include "exchange/xml.h"

#include <expat.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"

/* Between a namespace and a name; no address holds one. */
#define BREAK '\n'

#define CHUNK     (256 * 1024)
#define DEPTH_MAX 256u

/* Expat 2.5 begins an unfinished tag anew with each chunk: without this limit a tag of a hundred
 * megabytes would take minutes (CVE-2023-52425). */
#define TAG_MAX (1024 * 1024)

struct parsing {
	XML_Parser parser;
	const struct xml_reader *reader;
	gpointer user;
	GError *error;
	guint depth;
	bool ended;      /* nothing more is handed on */
	gsize last_size; /* the namespace that was asked for last, with its break: there are few */
	char last[128];
	enum xml_space last_space;
};

static const struct {
	const char *address;
	enum xml_space space;
} spaces[] = {
	{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XML_SHEET},
	{"http://purl.oclc.org/ooxml/spreadsheetml/main", XML_SHEET},
	{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XML_WORD},
	{"http://purl.oclc.org/ooxml/wordprocessingml/main", XML_WORD},
	{"http://schemas.openxmlformats.org/presentationml/2006/main", XML_SLIDES},
	{"http://purl.oclc.org/ooxml/presentationml/main", XML_SLIDES},
	{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", XML_RELATION},
	{"http://purl.oclc.org/ooxml/officeDocument/relationships", XML_RELATION},
	{"http://schemas.openxmlformats.org/package/2006/relationships", XML_PACKAGE},
	{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", XML_OFFICE},
	{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", XML_TABLE},
	{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", XML_TEXT},
	{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", XML_STYLE},
	{"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", XML_NUMBER},
	{"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", XML_MANIFEST},
	{"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", XML_CALC},
};

/* ---- names ---------------------------------------------------------------------------------- */

static enum xml_space
space_of(const char *full, gsize size)
{
	for (gsize i = 0; i < G_N_ELEMENTS(spaces); i++)
		if (strncmp(full, spaces[i].address, size) == 0 && spaces[i].address[size] == '\0')
			return spaces[i].space;
	return XML_OTHER;
}

static struct xml_tag
tag_of(struct parsing *parsing, const char *full)
{
	if (parsing->last_size > 0 && strncmp(full, parsing->last, parsing->last_size) == 0)
		return (struct xml_tag){.space = parsing->last_space,
					.name = full + parsing->last_size};
	const char *end = strrchr(full, BREAK);
	if (end == NULL)
		return (struct xml_tag){.space = XML_NONE, .name = full};
	gsize size = (gsize)(end - full);
	struct xml_tag tag = {.space = space_of(full, size), .name = end + 1};
	if (size + 1 < sizeof parsing->last) {
		memcpy(parsing->last, full, size + 1);
		parsing->last_size = size + 1;
		parsing->last_space = tag.space;
	}
	return tag;
}

static bool
name_is(const char *full, enum xml_space space, const char *name)
{
	const char *end = strrchr(full, BREAK);
	if (end == NULL)
		return space == XML_NONE && strcmp(full, name) == 0;
	return strcmp(end + 1, name) == 0 && space_of(full, (gsize)(end - full)) == space;
}

const char *
xml_attribute(const struct xml_tag *tag, enum xml_space space, const char *name)
{
	for (const char *const *at = tag->attributes; *at != NULL; at += 2)
		if (name_is(at[0], space, name))
			return at[1];
	return NULL;
}

bool
xml_attribute_is(const struct xml_tag *tag, enum xml_space space, const char *name,
		 const char *value)
{
	return g_strcmp0(xml_attribute(tag, space, name), value) == 0;
}

bool
xml_is(const struct xml_tag *tag, enum xml_space space, const char *name)
{
	return tag->space == space && strcmp(tag->name, name) == 0;
}

/* ---- what passes ---------------------------------------------------------------------------- */

/* Expat may hand on a little more after it was stopped. */
static void
parsing_end(struct parsing *parsing)
{
	parsing->ended = true;
	XML_StopParser(parsing->parser, XML_FALSE);
}

static void
refuse(struct parsing *parsing, const char *message)
{
	fail(&parsing->error, ERROR_FORMAT, "%s", message);
	parsing_end(parsing);
}

static void XMLCALL
heard_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct parsing *parsing = data;
	if (parsing->ended)
		return;
	if (++parsing->depth > DEPTH_MAX) {
		refuse(parsing, _("This file’s XML is nested too deeply, which no spreadsheet’s "
				  "is: it is not read"));
		return;
	}
	struct xml_tag tag = tag_of(parsing, name);
	tag.attributes = (const char *const *)attributes;
	if (parsing->reader->open != NULL &&
	    !parsing->reader->open(parsing->user, &tag, &parsing->error))
		parsing_end(parsing);
}

static void XMLCALL
heard_close(void *data, const XML_Char *name)
{
	static const char *const none[] = {NULL};
	struct parsing *parsing = data;
	if (parsing->ended)
		return;
	parsing->depth--;
	struct xml_tag tag = tag_of(parsing, name);
	tag.attributes = none;
	if (parsing->reader->close != NULL &&
	    !parsing->reader->close(parsing->user, &tag, &parsing->error))
		parsing_end(parsing);
}

static void XMLCALL
heard_text(void *data, const XML_Char *text, int size)
{
	struct parsing *parsing = data;
	if (!parsing->ended && parsing->reader->text != NULL &&
	    !parsing->reader->text(parsing->user, text, (gsize)size, &parsing->error))
		parsing_end(parsing);
}

/* The document type itself is let pass: old OpenDocument files name one. */
static void XMLCALL
heard_entity(void *data, const XML_Char *name, int is_parameter, const XML_Char *value, int size,
	     const XML_Char *base, const XML_Char *system, const XML_Char *public_name,
	     const XML_Char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)size, (void)base, (void)system;
	(void)public_name, (void)notation;
	struct parsing *parsing = data;
	if (!parsing->ended)
		refuse(parsing, _("This file’s XML declares entities, which no spreadsheet’s "
				  "does: it is not read"));
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool
tag_accept(struct parsing *parsing, gsize fed)
{
	XML_Index at = XML_GetCurrentByteIndex(parsing->parser);
	if (at < 0 || fed < (gsize)at + TAG_MAX)
		return true;
	refuse(parsing, _("This file’s XML has a tag larger than any spreadsheet’s: it is not "
			  "read"));
	return false;
}

static void
damaged(struct parsing *parsing)
{
	if (parsing->error == NULL && !parsing->ended)
		refuse(parsing, _("This spreadsheet is damaged: open it in Excel or LibreOffice, "
				  "save it anew, and import the new file"));
}

static void
source_parse(struct parsing *parsing, xml_source source, gpointer from)
{
	gsize fed = 0;
	for (gssize n = 1; n > 0 && !parsing->ended;) {
		void *buffer = XML_GetBuffer(parsing->parser, CHUNK);
		n = buffer != NULL ? source(from, buffer, CHUNK, &parsing->error) : -1;
		if (n < 0 || XML_ParseBuffer(parsing->parser, (int)n, n == 0) == XML_STATUS_ERROR) {
			damaged(parsing);
			return;
		}
		fed += (gsize)n;
		if (!tag_accept(parsing, fed))
			return;
	}
}

bool
xml_read(xml_source source, gpointer from, const struct xml_reader *reader, gpointer user,
	 GError **error)
{
	struct parsing parsing = {.reader = reader, .user = user};
	parsing.parser = XML_ParserCreateNS(NULL, BREAK);
	XML_SetUserData(parsing.parser, &parsing);
	XML_SetElementHandler(parsing.parser, heard_open, heard_close);
	XML_SetCharacterDataHandler(parsing.parser, heard_text);
	XML_SetEntityDeclHandler(parsing.parser, heard_entity);
	source_parse(&parsing, source, from);
	XML_ParserFree(parsing.parser);
	if (parsing.error == NULL)
		return true;
	g_propagate_error(error, parsing.error);
	return false;
}
