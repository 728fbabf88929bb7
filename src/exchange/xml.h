/* XML read as a stream: elements and text are handed on as they pass.
 *
 * Names are told by what their namespace is, whatever prefix a file gives it; OOXML has two sets of
 * them, transitional and strict (ISO/IEC 29500-1, annex A and part 4). Entities that a document
 * declares itself are refused: no spreadsheet needs them, and a few can become gigabytes.
 */
#ifndef EXCHANGE_XML_H
#define EXCHANGE_XML_H

#include <glib.h>
#include <stdbool.h>

enum xml_space {
	XML_NONE, /* no namespace: the attributes of OOXML */
	XML_OTHER,
	XML_SHEET,    /* OOXML: SpreadsheetML */
	XML_WORD,     /* WordprocessingML */
	XML_SLIDES,   /* PresentationML */
	XML_RELATION, /* references between parts */
	XML_PACKAGE,  /* lists of such references */
	XML_OFFICE,   /* OpenDocument */
	XML_TABLE,
	XML_TEXT,
	XML_STYLE,
	XML_NUMBER,
	XML_MANIFEST,
	XML_CALC, /* LibreOffice's own */
};

struct xml_tag {
	enum xml_space space;
	const char *name;              /* without prefix */
	const char *const *attributes; /* of xml_attribute() */
};

/** The value of the attribute NAME, or NULL. Borrowed until the element has been handed on. */
const char *xml_attribute(const struct xml_tag *tag, enum xml_space space, const char *name);

/** True when the attribute NAME is there and is VALUE. */
bool xml_attribute_is(const struct xml_tag *tag, enum xml_space space, const char *name,
		      const char *value);

/** True when TAG is that element. */
bool xml_is(const struct xml_tag *tag, enum xml_space space, const char *name);

/** Who hears of what passes; any may be NULL. False ends the reading: it has failed when ERROR is
 * set, else enough was read. Text comes in pieces, as valid UTF-8. */
struct xml_reader {
	bool (*open)(gpointer user, const struct xml_tag *tag, GError **error);
	bool (*close)(gpointer user, const struct xml_tag *tag, GError **error);
	bool (*text)(gpointer user, const char *text, gsize size, GError **error);
};

/** Put up to SIZE bytes into BUFFER: how many, 0 at the end, -1 with an error. */
typedef gssize (*xml_source)(gpointer from, char *buffer, gsize size, GError **error);

/** Read one document. ERROR_FORMAT when it is no XML or beyond a limit. */
bool xml_read(xml_source source, gpointer from, const struct xml_reader *reader, gpointer user,
	      GError **error);

#endif
