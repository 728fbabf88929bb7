/* What the files that read a workbook share. */
#ifndef EXCHANGE_XLSX_PRIVATE_H
#define EXCHANGE_XLSX_PRIVATE_H

#include "exchange/archive.h"
#include "exchange/gather.h"
#include "exchange/look.h"

struct book {
	Archive *archive;
	struct gather gather;
	GPtrArray *strings; /* char *: the texts that cells share, kept by the table */
	GArray *looks;      /* struct look, by the number of a cell's style */
	bool dates_1904;
};

/* ---- xlsx_styles.c -------------------------------------------------------------------------- */

/** Fill in BOOK->looks from the part NAME. */
bool styles_read(struct book *book, const char *name, GError **error);

/* ---- xlsx_strings.c ------------------------------------------------------------------------- */

/** Fill in BOOK->strings from the part NAME. */
bool strings_read(struct book *book, const char *name, GError **error);

/** A text (a shared one, or one that stands in its cell) under reading: its runs are joined, the
 * pronunciation that Japanese Excel writes beside them is left out. */
struct run {
	GString *text;
	bool open;     /* within "t" */
	guint skipped; /* depth within what is left out */
};

void run_open(struct run *run, const struct xml_tag *tag);
void run_close(struct run *run, const struct xml_tag *tag);

/** Take TEXT of the document. ERROR_FORMAT when it becomes longer than a cell may be. */
bool run_text(struct run *run, const char *text, gsize size, GError **error);

/** Undo Excel's own escapes: "_x000D_" is a line end (18.4.12, ST_Xstring 22.9.2.19). */
void xstring_unescape(GString *text);

/* ---- xlsx_sheet.c --------------------------------------------------------------------------- */

/** Read the sheet in the part NAME into BOOK->gather. */
bool sheet_part_read(struct book *book, const char *name, GError **error);

/** Whether the sheet in the part NAME holds anything. */
bool sheet_part_peek(struct book *book, const char *name, bool *filled, GError **error);

#endif
