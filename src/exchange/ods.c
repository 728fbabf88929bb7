/* Sheets and rows of an OpenDocument spreadsheet, in one pass.
 *
 * Rows and columns that are hidden are read: people hide what they filter out or do not print, not
 * what is untrue. */
#include "exchange/ods.h"

#include <string.h>

#include "exchange/cell.h"
#include "exchange/ods_private.h"

/* What the columns of a sheet show of dates in cells without a style of their own. */
struct columns {
	guint n;
	guint parts[TABLE_COLUMNS_MAX];
};

struct document {
	struct gather gather;
	struct ods_styles styles;
	struct ods_cell cell;
	struct columns columns;
	guint skipped; /* depth within what is left out */
	bool in_body, in_sheet, in_row, in_cell;
	char *name;   /* of the sheet under way */
	bool filled;  /* the sheet under way, which is not the one that is read, holds something */
	guint64 line; /* of the row under way */
	guint times;  /* that it stands there */
	guint row_parts; /* that its cells show of dates */
	guint column;    /* of the next cell; the first is 0 */
};

static bool
is_read(const struct document *document)
{
	return document->gather.rows.table->sheet == NULL;
}

static void
skip(struct document *document)
{
	document->skipped = 1;
}

/* ---- sheets --------------------------------------------------------------------------------- */

static void
sheet_open(struct document *document, const struct xml_tag *tag)
{
	const char *style = xml_attribute(tag, XML_TABLE, "style-name");
	const char *name = xml_attribute(tag, XML_TABLE, "name");
	if (style != NULL && g_hash_table_contains(document->styles.hidden, style)) {
		skip(document);
		return;
	}
	g_free(document->name);
	document->name = g_strdup(name != NULL ? name : "");
	document->in_sheet = true;
	document->filled = false;
	document->columns.n = 0;
	document->line = 1;
}

static void
sheet_close(struct document *document)
{
	Table *table = document->gather.rows.table;
	document->in_sheet = false;
	if (is_read(document) && gather_has_head(&document->gather))
		table->sheet = g_strdup(document->name);
	else
		table->more_sheets += document->filled;
}

static void
column_open(struct document *document, const struct xml_tag *tag)
{
	const char *style = xml_attribute(tag, XML_TABLE, "default-cell-style-name");
	guint parts = ods_styles_parts(&document->styles, style);
	struct columns *columns = &document->columns;
	for (guint i = ods_repeated(tag, "number-columns-repeated");
	     i > 0 && columns->n < TABLE_COLUMNS_MAX; i--)
		columns->parts[columns->n++] = parts;
}

static void
row_open(struct document *document, const struct xml_tag *tag)
{
	const char *style = xml_attribute(tag, XML_TABLE, "default-cell-style-name");
	if (document->filled) { /* all that one wants to know of this sheet */
		skip(document);
		return;
	}
	document->in_row = true;
	document->times = ods_repeated(tag, "number-rows-repeated");
	document->row_parts = ods_styles_parts(&document->styles, style);
	document->column = 0;
}

static bool
row_close(struct document *document, GError **error)
{
	guint line = (guint)MIN(document->line, G_MAXUINT / 2);
	document->in_row = false;
	document->line += document->times;
	return gather_end(&document->gather, line, document->times, error);
}

/* ---- cells ---------------------------------------------------------------------------------- */

static void
cell_open(struct document *document, const struct xml_tag *tag)
{
	const char *style = xml_attribute(tag, XML_TABLE, "style-name");
	const struct columns *columns = &document->columns;
	ods_cell_open(&document->cell, tag);
	document->in_cell = true;
	if (style != NULL)
		document->cell.parts = ods_styles_parts(&document->styles, style);
	else if (document->row_parts != 0)
		document->cell.parts = document->row_parts;
	else
		document->cell.parts =
			document->column < columns->n ? columns->parts[document->column] : 0;
}

static void
column_go_on(struct document *document, guint cells)
{
	document->column = MIN(document->column + cells, G_MAXUINT16);
}

static bool
cell_write(struct document *document, const GString *value, GError **error)
{
	const char *text = gather_keep(&document->gather, value->str, value->len, error);
	bool done = text != NULL;
	for (guint i = 0; done && i < document->cell.repeated; i++)
		done = gather_put(&document->gather, (guint)MIN(document->line, G_MAXUINT),
				  document->column + i, text, error);
	return done;
}

static bool
cell_close(struct document *document, GError **error)
{
	bool faulty = false, done = true;
	const GString *value = ods_cell_text(&document->cell, &faulty);
	document->in_cell = false;
	if (is_read(document)) {
		document->gather.rows.table->errors += faulty;
		done = value->len == 0 || cell_write(document, value, error);
	} else if (!cell_is_blank(value->str, value->len)) {
		document->filled = true;
	}
	column_go_on(document, document->cell.repeated);
	return done;
}

/* ---- what passes ---------------------------------------------------------------------------- */

static void
inside_sheet(struct document *document, const struct xml_tag *tag)
{
	static const char *const groups[] =
		{"table-header-rows",  "table-row-group", "table-rows", "table-header-columns",
		 "table-column-group", "table-columns",   NULL};
	if (document->in_row) {
		if (xml_is(tag, XML_TABLE, "table-cell")) {
			cell_open(document, tag);
		} else { /* of merged cells the first has the value, whatever the others keep */
			if (xml_is(tag, XML_TABLE, "covered-table-cell"))
				column_go_on(document,
					     ods_repeated(tag, "number-columns-repeated"));
			skip(document);
		}
	} else if (xml_is(tag, XML_TABLE, "table-row")) {
		row_open(document, tag);
	} else if (xml_is(tag, XML_TABLE, "table-column")) {
		column_open(document, tag);
		skip(document);
	} else if (tag->space != XML_TABLE || !g_strv_contains(groups, tag->name)) {
		skip(document); /* shapes, forms, the source of a linked table */
	}
}

static bool
document_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct document *document = user;
	if (document->skipped > 0) {
		document->skipped++;
	} else if (document->in_cell) {
		if (!ods_text_open(&document->cell.shown, tag))
			skip(document); /* notes, pictures, a table in the cell */
	} else if (document->in_sheet) {
		inside_sheet(document, tag);
	} else if (document->in_body) {
		if (xml_is(tag, XML_TABLE, "table"))
			sheet_open(document, tag);
		else
			skip(document); /* tracked changes hold cells too */
	} else if (xml_is(tag, XML_OFFICE, "spreadsheet")) {
		document->in_body = true;
	} else {
		ods_styles_open(&document->styles, tag);
	}
	return true;
}

static bool
document_close(gpointer user, const struct xml_tag *tag, GError **error)
{
	struct document *document = user;
	if (document->skipped > 0) {
		document->skipped--;
		return true;
	}
	if (document->in_cell) {
		if (document->cell.shown.depth == 0)
			return cell_close(document, error);
		ods_text_close(&document->cell.shown);
		return true;
	}
	if (document->in_row)
		return row_close(document, error);
	if (document->in_sheet && xml_is(tag, XML_TABLE, "table"))
		sheet_close(document);
	else if (document->in_body && xml_is(tag, XML_OFFICE, "spreadsheet"))
		return false;
	else if (!document->in_body)
		ods_styles_close(&document->styles, tag);
	return true;
}

static bool
document_text(gpointer user, const char *text, gsize size, GError **error)
{
	struct document *document = user;
	return !document->in_cell || document->skipped > 0 ||
	       ods_text_add(&document->cell.shown, text, size, error);
}

Table *
ods_read(Archive *archive, GError **error)
{
	static const struct xml_reader reader = {document_open, document_close, document_text};
	struct document document = {.line = 1};
	gather_open(&document.gather);
	document.gather.rows.table->encoding = "ODS";
	ods_styles_init(&document.styles);
	ods_cell_init(&document.cell);
	bool done = ods_styles_read(&document.styles, archive, error) &&
		    archive_xml(archive, "content.xml", &reader, &document, error);
	ods_styles_clear(&document.styles);
	ods_cell_clear(&document.cell);
	g_free(document.name);
	return gather_close(&document.gather, done, error);
}
