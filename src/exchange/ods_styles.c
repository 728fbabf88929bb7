/* Which style shows how much of a date, and which sheets are hidden. */
#include <string.h>

#include "exchange/look.h"
#include "exchange/ods_private.h"

/* No document has so many; what is more is let pass, for a file must not fill the memory. */
#define STYLES_MAX 100000u

void
ods_styles_init(struct ods_styles *styles)
{
	*styles = (struct ods_styles){
		.formats = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.cells = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.hidden = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};
}

void
ods_styles_clear(struct ods_styles *styles)
{
	g_hash_table_destroy(styles->formats);
	g_hash_table_destroy(styles->cells);
	g_hash_table_destroy(styles->hidden);
	g_free(styles->format);
	g_free(styles->sheet);
}

static void
style_keep(GHashTable *table, const char *name, guint parts)
{
	if (g_hash_table_size(table) < STYLES_MAX)
		g_hash_table_replace(table, g_strdup(name), GUINT_TO_POINTER(parts));
}

static guint
parts_of(GHashTable *table, const char *name)
{
	return name != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(table, name)) : 0;
}

guint
ods_styles_parts(const struct ods_styles *styles, const char *style)
{
	return parts_of(styles->cells, style);
}

static void
part_add(struct ods_styles *styles, const char *name)
{
	static const struct {
		const char *name;
		guint part;
	} parts[] = {
		{"year", LOOK_YEAR},       {"month", LOOK_MONTH},   {"day", LOOK_DAY},
		{"day-of-week", LOOK_DAY}, {"hours", LOOK_CLOCK},   {"minutes", LOOK_CLOCK},
		{"seconds", LOOK_CLOCK},   {"quarter", LOOK_MONTH},
	};
	guint known = parts_of(styles->formats, styles->format);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (strcmp(parts[i].name, name) == 0)
			style_keep(styles->formats, styles->format, known | parts[i].part);
}

/* What a style does not say it has from its parent, which stands before it. */
static void
style_open(struct ods_styles *styles, const struct xml_tag *tag)
{
	const char *name = xml_attribute(tag, XML_STYLE, "name");
	const char *format = xml_attribute(tag, XML_STYLE, "data-style-name");
	const char *parent = xml_attribute(tag, XML_STYLE, "parent-style-name");
	if (name == NULL)
		return;
	if (xml_attribute_is(tag, XML_STYLE, "family", "table")) {
		g_free(styles->sheet);
		styles->sheet = g_strdup(name);
	} else {
		guint parts = format != NULL ? parts_of(styles->formats, format)
					     : parts_of(styles->cells, parent);
		style_keep(styles->cells, name, parts);
	}
}

static void
format_open(struct ods_styles *styles, const struct xml_tag *tag)
{
	g_free(styles->format);
	styles->format = g_strdup(xml_attribute(tag, XML_STYLE, "name"));
	if (styles->format != NULL) /* a document's own one replaces that of its styles.xml */
		style_keep(styles->formats, styles->format, 0);
}

void
ods_styles_open(struct ods_styles *styles, const struct xml_tag *tag)
{
	if (xml_is(tag, XML_NUMBER, "date-style")) {
		format_open(styles, tag);
	} else if (tag->space == XML_NUMBER && styles->format != NULL) {
		part_add(styles, tag->name);
	} else if (xml_is(tag, XML_STYLE, "style")) {
		style_open(styles, tag);
	} else if (styles->sheet != NULL && xml_is(tag, XML_STYLE, "table-properties") &&
		   xml_attribute_is(tag, XML_TABLE, "display", "false")) {
		style_keep(styles->hidden, styles->sheet, 0);
	}
}

void
ods_styles_close(struct ods_styles *styles, const struct xml_tag *tag)
{
	if (xml_is(tag, XML_NUMBER, "date-style"))
		g_clear_pointer(&styles->format, g_free);
	else if (xml_is(tag, XML_STYLE, "style"))
		g_clear_pointer(&styles->sheet, g_free);
}

static bool
member_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	ods_styles_open(user, tag);
	return true;
}

static bool
member_close(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	ods_styles_close(user, tag);
	return !xml_is(tag, XML_OFFICE, "styles");
}

bool
ods_styles_read(struct ods_styles *styles, Archive *archive, GError **error)
{
	static const struct xml_reader reader = {.open = member_open, .close = member_close};
	return !archive_has(archive, "styles.xml") ||
	       archive_xml(archive, "styles.xml", &reader, styles, error);
}
