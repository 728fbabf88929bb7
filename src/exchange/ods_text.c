/* Paragraphs of OpenDocument as plain text (OpenDocument 1.3 part 3, 6.1). */
#include <string.h>

#include "exchange/ods_private.h"

void
ods_text_clear(struct ods_text *text)
{
	g_string_truncate(text->text, 0);
	text->paragraphs = 0;
	text->depth = 0;
	text->space = false;
}

static void
paragraph_open(struct ods_text *text)
{
	if (text->paragraphs++ > 0)
		g_string_append_c(text->text, '\n');
	text->space = true; /* those at its beginning say nothing either */
}

static void
spaces_add(struct ods_text *text, const struct xml_tag *tag)
{
	const char *count = xml_attribute(tag, XML_TEXT, "c");
	guint64 n = count != NULL ? g_ascii_strtoull(count, NULL, 10) : 1;
	for (guint64 i = 0; i < MIN(n, 1000); i++)
		g_string_append_c(text->text, ' ');
	text->space = false;
}

bool
ods_text_open(struct ods_text *text, const struct xml_tag *tag)
{
	static const char *const foreign[] = {"note", "ruby-text", "tracked-changes", NULL};
	if (tag->space != XML_TEXT || g_strv_contains(foreign, tag->name))
		return false;
	if (text->depth++ == 0)
		paragraph_open(text);
	else if (strcmp(tag->name, "s") == 0)
		spaces_add(text, tag);
	else if (strcmp(tag->name, "tab") == 0)
		g_string_append_c(text->text, '\t');
	else if (strcmp(tag->name, "line-break") == 0)
		g_string_append_c(text->text, '\n');
	return true;
}

void
ods_text_close(struct ods_text *text)
{
	if (--text->depth == 0 && text->space && g_str_has_suffix(text->text->str, " "))
		g_string_truncate(text->text, text->text->len - 1);
}

bool
ods_text_add(struct ods_text *text, const char *piece, gsize size, GError **error)
{
	if (text->depth == 0)
		return true;
	for (gsize i = 0; i < size; i++) {
		bool space = strchr(" \t\r\n", piece[i]) != NULL;
		if (!space)
			g_string_append_c(text->text, piece[i]);
		else if (!text->space)
			g_string_append_c(text->text, ' ');
		text->space = space;
	}
	return text->text->len <= 2 * TABLE_CELL_MAX || gather_too_long(text->text->str, error);
}
