#include "exchange/table_write.h"

#include <string.h>

#include "exchange/separator.h"

/* What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
static bool
begins_formula(const char *text)
{
	gunichar letter = g_utf8_get_char(text);
	switch (letter) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case '\n':
	case 0xFF1D: /* the same four at full width: an input method makes them, Excel obeys */
	case 0xFF0B:
	case 0xFF0D:
	case 0xFF20:
		return true;
	default:
		return false;
	}
}

/* Excel, LibreOffice and Google Sheets may drop spaces before they look; and an apostrophe that was
 * there already gets a second one, so that taking one away is always right. */
static bool
needs_neutral(const char *text)
{
	while (*text == '\'')
		text++;
	while (!begins_formula(text) && g_unichar_isspace(g_utf8_get_char(text)))
		text = g_utf8_find_next_char(text, NULL);
	return begins_formula(text);
}

const char *
table_unneutralised(const char *cell)
{
	return *cell == '\'' && needs_neutral(cell) ? cell + 1 : cell;
}

/* Also the separators of others, so that who guesses ours from the file guesses right; and spaces
 * at an end, which some readers drop; and a first letter that would be read as a BOM. */
static bool
needs_quotes(const char *text, char separator)
{
	gsize size = strlen(text);
	if (size == 0)
		return false;
	return strpbrk(text, "\"\r\n\t,;|") != NULL || strchr(text, separator) != NULL ||
	       text[0] == ' ' || text[size - 1] == ' ' || g_str_has_prefix(text, "\xEF\xBB\xBF");
}

/* "+33611223344", "-12,5": a sign and what a number or a phone number is written with does nothing,
 * even where it is computed. */
static bool
is_signed_number(const char *text)
{
	return (*text == '+' || *text == '-') &&
	       strspn(text + 1, "0123456789 .,()") == strlen(text + 1);
}

static bool
is_marked(const char *text, const struct table_style *style)
{
	return style->neutralise && needs_neutral(text) &&
	       !(style->numbers_bare && is_signed_number(text));
}

static void
cell_write(GString *row, const char *text, const struct table_style *style)
{
	const char *mark = is_marked(text, style) ? "'" : "";
	if (!needs_quotes(text, style->separator)) {
		g_string_append(row, mark);
		g_string_append(row, text);
		return;
	}
	g_string_append_c(row, '"');
	g_string_append(row, mark);
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '"')
			g_string_append_c(row, '"');
		g_string_append_c(row, *at);
	}
	g_string_append_c(row, '"');
}

static void
cell_write_valid(GString *row, const char *text, const struct table_style *style)
{
	if (g_utf8_validate(text, -1, NULL)) {
		cell_write(row, text, style);
		return;
	}
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	cell_write(row, valid, style);
}

bool
table_write_row(const char *const *cells, guint n, const struct table_style *style, bool first,
		table_sink sink, gpointer user, GError **error)
{
	if (!separator_accept(style->separator, error))
		return false;
	g_autoptr(GString) row = g_string_new(first && style->bom ? "\xEF\xBB\xBF" : NULL);
	for (guint i = 0; i < n; i++) {
		if (i > 0)
			g_string_append_c(row, style->separator);
		if (cells[i] != NULL)
			cell_write_valid(row, cells[i], style);
	}
	if (n == 1 && (cells[0] == NULL || *cells[0] == '\0'))
		g_string_append(row, "\"\""); /* or a row of one column would be a blank line */
	g_string_append(row, "\r\n");
	return sink(row->str, row->len, user, error);
}
