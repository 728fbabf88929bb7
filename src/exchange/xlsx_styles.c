/* Which style shows numbers as days, which with zeros in front. */
#include <string.h>

#include "exchange/xlsx_private.h"

/* Excel's own limit of a workbook is 65,490. */
#define STYLES_MAX 100000u

struct styles {
	GArray *looks;
	GHashTable *codes; /* number of a format → its struct look, where the file defines it */
	bool in_cells;     /* within "cellXfs": styles that cells name */
};

static guint
number_of(const struct xml_tag *tag, const char *name)
{
	const char *value = xml_attribute(tag, XML_NONE, name);
	return value != NULL ? (guint)MIN(g_ascii_strtoull(value, NULL, 10), G_MAXUINT16) : 0;
}

static void
format_take(struct styles *styles, const struct xml_tag *tag)
{
	const char *code = xml_attribute(tag, XML_NONE, "formatCode");
	if (code == NULL || g_hash_table_size(styles->codes) >= STYLES_MAX)
		return;
	struct look *look = g_new(struct look, 1);
	*look = look_of_code(code);
	g_hash_table_replace(styles->codes, GUINT_TO_POINTER(number_of(tag, "numFmtId")), look);
}

static void
style_take(struct styles *styles, const struct xml_tag *tag)
{
	guint number = number_of(tag, "numFmtId");
	const struct look *own = g_hash_table_lookup(styles->codes, GUINT_TO_POINTER(number));
	struct look look = own != NULL ? *own : look_of_builtin(number);
	if (styles->looks->len < STYLES_MAX)
		g_array_append_val(styles->looks, look);
}

/* The formats stand before the styles that name them (18.8.39). */
static bool
styles_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct styles *styles = user;
	if (xml_is(tag, XML_SHEET, "numFmt"))
		format_take(styles, tag);
	else if (xml_is(tag, XML_SHEET, "cellXfs"))
		styles->in_cells = true;
	else if (styles->in_cells && xml_is(tag, XML_SHEET, "xf"))
		style_take(styles, tag);
	return true;
}

static bool
styles_close(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)user, (void)error;
	return !xml_is(tag, XML_SHEET, "cellXfs"); /* nothing behind it matters */
}

bool
styles_read(struct book *book, const char *name, GError **error)
{
	static const struct xml_reader reader = {.open = styles_open, .close = styles_close};
	struct styles styles = {.looks = book->looks};
	styles.codes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	bool done = archive_xml(book->archive, name, &reader, &styles, error);
	g_hash_table_destroy(styles.codes);
	return done;
}
