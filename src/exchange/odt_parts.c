/* What every member of an OpenDocument text is made of: text as XML, and pictures. */
#include <string.h>

#include "base/text.h"
#include "exchange/odt_private.h"

/* ---- text ---------------------------------------------------------------------------------------
 */

/* XML 1.0, production 2. */
static bool
is_allowed(gunichar letter)
{
	return letter == '\t' || letter == '\n' || (letter >= 0x20 && letter <= 0xD7FF) ||
	       (letter >= 0xE000 && letter <= 0xFFFD) || (letter >= 0x10000 && letter <= 0x10FFFF);
}

static void
append_letter(GString *out, gunichar letter)
{
	switch (letter) {
	case '&':
		g_string_append(out, "&amp;");
		break;
	case '<':
		g_string_append(out, "&lt;");
		break;
	case '>':
		g_string_append(out, "&gt;");
		break;
	case '"':
		g_string_append(out, "&quot;");
		break;
	default:
		if (is_allowed(letter))
			g_string_append_unichar(out, letter);
	}
}

void
odt_append_value(GString *out, const char *text)
{
	g_autofree char *clean = text_for_file(text, false);
	for (char *at = clean; *at != '\0'; at = g_utf8_next_char(at))
		append_letter(out, g_utf8_get_char(at));
}

/* A second space is nothing to XML: ODF has an element for it (ODF 1.2, 6.1.3). */
void
odt_append_text(GString *out, const char *text)
{
	g_autofree char *clean = text_for_file(text, true);
	bool space = true;
	for (char *at = clean; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter == '\n')
			g_string_append(out, "<text:line-break/>");
		else if (letter == ' ' && space)
			g_string_append(out, "<text:s/>");
		else
			append_letter(out, letter);
		space = letter == ' ' || letter == '\n';
	}
}

/* ---- pictures -----------------------------------------------------------------------------------
 */

char *
odt_picture_name(guint number)
{
	return g_strdup_printf("Pictures/%u.png", number + 1);
}

static guint32
big_endian(const char *bytes)
{
	guint32 number;
	memcpy(&number, bytes, sizeof number);
	return GUINT32_FROM_BE(number);
}

bool
odt_picture_size(const char *bytes, gsize size, guint32 *width, guint32 *height)
{
	static const char signature[] = "\x89PNG\r\n\x1a\n";
	if (bytes == NULL || size < 24 || memcmp(bytes, signature, 8) != 0 ||
	    memcmp(bytes + 12, "IHDR", 4) != 0)
		return false;
	*width = big_endian(bytes + 16);
	*height = big_endian(bytes + 20);
	return *width > 0 && *height > 0;
}
