/* Rows and cells of one sheet of a workbook.
 *
 * Rows and columns that are hidden are read: people hide what they filter out or do not print, not
 * what is untrue. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/shown.h"
#include "exchange/xlsx_private.h"

struct sheet {
	struct book *book;
	bool peek;   /* only whether there is anything */
	bool filled; /* there is */
	guint line;  /* number of the row under way; 0 before the first */
	/* the cell under way */
	guint column; /* the first is 0 */
	char type[12];
	guint style;
	struct run run;
	bool has_formula;
	/* and the one behind it, where a cell does not say where it is */
	guint next;
};

static void
cell_open(struct sheet *sheet, const struct xml_tag *tag)
{
	const char *at = xml_attribute(tag, XML_NONE, "r");
	const char *type = xml_attribute(tag, XML_NONE, "t");
	const char *style = xml_attribute(tag, XML_NONE, "s");
	guint column = 0;
	for (; at != NULL && g_ascii_isalpha(*at) && column < G_MAXUINT16; at++)
		column = column * 26 + (guint)(g_ascii_toupper(*at) - 'A') + 1;
	sheet->column = column > 0 ? column - 1 : sheet->next;
	sheet->next = sheet->column + 1;
	g_strlcpy(sheet->type, type != NULL ? type : "n", sizeof sheet->type);
	sheet->style = style != NULL ? (guint)MIN(g_ascii_strtoull(style, NULL, 10), G_MAXUINT) : 0;
	sheet->has_formula = false;
	g_string_truncate(sheet->run.text, 0);
}

static void
row_open(struct sheet *sheet, const struct xml_tag *tag)
{
	const char *number = xml_attribute(tag, XML_NONE, "r");
	guint64 line = number != NULL ? g_ascii_strtoull(number, NULL, 10) : 0;
	sheet->line = line > 0 && line < G_MAXUINT ? (guint)line : sheet->line + 1;
	sheet->next = 0;
}

static bool
sheet_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct sheet *sheet = user;
	if (tag->space != XML_SHEET)
		return true;
	if (strcmp(tag->name, "c") == 0)
		cell_open(sheet, tag);
	else if (strcmp(tag->name, "v") == 0)
		sheet->run.open = true;
	else if (strcmp(tag->name, "row") == 0)
		row_open(sheet, tag);
	else if (strcmp(tag->name, "f") == 0)
		sheet->has_formula = true;
	else
		run_open(&sheet->run, tag);
	return true;
}

/* ---- what a cell says ----------------------------------------------------------------------- */

static const char *
shared_text(struct sheet *sheet, GError **error)
{
	const char *raw = sheet->run.text->str;
	guint64 number = g_ascii_strtoull(raw, NULL, 10);
	if (g_ascii_isdigit(*raw) && number < sheet->book->strings->len)
		return g_ptr_array_index(sheet->book->strings, number);
	fail(error, ERROR_FORMAT,
	     _("Line %u, column %u: this spreadsheet is damaged, the text of the cell is missing; "
	       "open it in Excel or LibreOffice, save it anew, and import the new file"),
	     sheet->line, sheet->column + 1);
	return NULL;
}

static void
number_show(const struct sheet *sheet, GString *text)
{
	static const struct look plain = {.parts = 0};
	const GArray *looks = sheet->book->looks;
	const struct look *look = sheet->style < looks->len
					  ? &g_array_index(looks, struct look, sheet->style)
					  : &plain;
	g_autofree char *raw = g_strdup(text->str);
	g_string_truncate(text, 0);
	if (strcmp(sheet->type, "d") == 0)
		shown_moment(text, raw, look->parts);
	else
		shown_number(text, raw, look, sheet->book->dates_1904);
}

/* Most numbers are written as they are shown. */
static bool
is_plain(const struct sheet *sheet)
{
	const GString *text = sheet->run.text;
	if (sheet->style > 0 || text->len > 15 || text->str[0] == '0')
		return false;
	return strspn(text->str, "0123456789") == text->len;
}

/* A cell whose formula was never computed (programs that write files do not compute) has no value
 * to give; one that shows an error has none either. */
static const char *
cell_text(struct sheet *sheet, GError **error)
{
	GString *text = sheet->run.text;
	const char *type = sheet->type;
	if (strcmp(type, "s") == 0 && text->len > 0)
		return shared_text(sheet, error);
	if (strcmp(type, "e") == 0 ||
	    (sheet->has_formula && text->len == 0 && strcmp(type, "str") != 0)) {
		sheet->book->gather.rows.table->errors++;
		return sheet->book->gather.nothing;
	}
	if (strcmp(type, "b") == 0 && text->len > 0)
		g_string_assign(text, shown_boolean(strcmp(text->str, "0") != 0 &&
						    strcmp(text->str, "false") != 0));
	else if (strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0)
		xstring_unescape(text);
	else if (text->len > 0 && !is_plain(sheet))
		number_show(sheet, text);
	return gather_keep(&sheet->book->gather, text->str, text->len, error);
}

static bool
cell_close(struct sheet *sheet, GError **error)
{
	const char *text = cell_text(sheet, error);
	return text != NULL &&
	       gather_put(&sheet->book->gather, sheet->line, sheet->column, text, error);
}

static bool
row_close(struct sheet *sheet, GError **error)
{
	struct gather *gather = &sheet->book->gather;
	sheet->filled = sheet->filled || !gather->blank;
	if (!sheet->peek)
		return gather_end(gather, sheet->line, 1, error);
	return gather_end(gather, sheet->line, 0, error) && !sheet->filled;
}

static bool
sheet_close(gpointer user, const struct xml_tag *tag, GError **error)
{
	struct sheet *sheet = user;
	if (tag->space != XML_SHEET)
		return true;
	if (strcmp(tag->name, "c") == 0)
		return cell_close(sheet, error);
	if (strcmp(tag->name, "row") == 0)
		return row_close(sheet, error);
	if (strcmp(tag->name, "v") == 0)
		sheet->run.open = false;
	else if (strcmp(tag->name, "sheetData") == 0)
		return false; /* nothing behind the rows is read */
	else
		run_close(&sheet->run, tag);
	return true;
}

static bool
sheet_text(gpointer user, const char *text, gsize size, GError **error)
{
	return run_text(&((struct sheet *)user)->run, text, size, error);
}

/* ---- a sheet -------------------------------------------------------------------------------- */

static bool
part_read(struct sheet *sheet, const char *name, GError **error)
{
	static const struct xml_reader reader = {sheet_open, sheet_close, sheet_text};
	sheet->run.text = g_string_new(NULL);
	bool done = archive_xml(sheet->book->archive, name, &reader, sheet, error);
	g_string_free(sheet->run.text, TRUE);
	return done;
}

bool
sheet_part_read(struct book *book, const char *name, GError **error)
{
	struct sheet sheet = {.book = book};
	return part_read(&sheet, name, error);
}

bool
sheet_part_peek(struct book *book, const char *name, bool *filled, GError **error)
{
	struct sheet sheet = {.book = book, .peek = true};
	guint errors = book->gather.rows.table->errors; /* of the sheet that was read */
	bool done = part_read(&sheet, name, error);
	book->gather.rows.table->errors = errors;
	*filled = sheet.filled;
	return done;
}
