/* What the files that read an OpenDocument spreadsheet share. */
#ifndef EXCHANGE_ODS_PRIVATE_H
#define EXCHANGE_ODS_PRIVATE_H

#include "exchange/archive.h"
#include "exchange/gather.h"

/* ---- ods_styles.c --------------------------------------------------------------------------- */

/** The styles, which stand before the sheets: which show how much of a date, which hide a sheet. */
struct ods_styles {
	GHashTable *formats;  /* name of a date's format → parts of struct look */
	GHashTable *cells;    /* name of a cell's style → the same */
	GHashTable *hidden;   /* names of styles of hidden sheets */
	char *format, *sheet; /* the ones under way, or NULL */
};

void ods_styles_init(struct ods_styles *styles);
void ods_styles_clear(struct ods_styles *styles);
void ods_styles_open(struct ods_styles *styles, const struct xml_tag *tag);
void ods_styles_close(struct ods_styles *styles, const struct xml_tag *tag);

/** Take those that the file keeps apart, in styles.xml. */
bool ods_styles_read(struct ods_styles *styles, Archive *archive, GError **error);

/** The parts of a date that cells of STYLE show; 0: not known. STYLE may be NULL. */
guint ods_styles_parts(const struct ods_styles *styles, const char *style);

/* ---- ods_text.c ----------------------------------------------------------------------------- */

/** The paragraphs of a cell, joined by line breaks. */
struct ods_text {
	GString *text;
	guint paragraphs; /* begun so far */
	guint depth;      /* within the one under way */
	bool space;       /* a space was written last: more of them say nothing */
};

void ods_text_clear(struct ods_text *text);

/** Take an element within the cell; false when it and what is in it are no text of the cell. */
bool ods_text_open(struct ods_text *text, const struct xml_tag *tag);
void ods_text_close(struct ods_text *text);

/** Take TEXT of the document. ERROR_FORMAT when it becomes longer than a cell may be. */
bool ods_text_add(struct ods_text *text, const char *piece, gsize size, GError **error);

/* ---- ods_cell.c ----------------------------------------------------------------------------- */

/** A cell under way. */
struct ods_cell {
	char type[16];  /* office:value-type */
	GString *value; /* as its type writes it */
	bool has_value;
	bool is_error; /* LibreOffice says so */
	bool is_formula;
	guint repeated;
	guint parts; /* of its style */
	struct ods_text shown;
};

void ods_cell_init(struct ods_cell *cell);
void ods_cell_clear(struct ods_cell *cell);

/** Begin a cell; the parts of its style are the caller's. */
void ods_cell_open(struct ods_cell *cell, const struct xml_tag *tag);

/** What a person sees of CELL; *FAULTY when that is an error, which is empty. Borrowed from CELL.
 */
const GString *ods_cell_text(struct ods_cell *cell, bool *faulty);

/** The number in the attribute table:NAME, 1 when there is none, at most 16 million. */
guint ods_repeated(const struct xml_tag *tag, const char *name);

#endif
