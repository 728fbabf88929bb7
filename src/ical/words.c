#include "ical/words.h"

#include <string.h>

#include "base/text.h"

/* The size of the letter at TEXT when text_for_file() certainly leaves it alone (printable ASCII,
 * Latin letters with accents, dashes and quotation marks), else 0. Nearly all text is made of
 * these, and looking costs a tenth of cleaning. */
static gsize
plain_letter(const guchar *text, bool lines)
{
	if (text[0] < 0x80)
		return (text[0] >= ' ' && text[0] < 0x7f) || (text[0] == '\n' && lines) ? 1 : 0;
	if (text[0] >= 0xc3 && text[0] <= 0xc5)
		return (text[1] & 0xc0) == 0x80 ? 2 : 0;
	if (text[0] == 0xc2)
		return text[1] >= 0xa0 && text[1] <= 0xbf && text[1] != 0xad ? 2 : 0;
	if (text[0] == 0xe2 && text[1] == 0x80)
		return (text[2] >= 0x90 && text[2] <= 0xa7) || text[2] == 0xaf ? 3 : 0;
	return 0;
}

static bool
is_plain(const char *text, bool lines)
{
	const guchar *at = (const guchar *)text;
	while (*at != '\0') {
		gsize size = plain_letter(at, lines);
		if (size == 0)
			return false;
		at += size;
	}
	return true;
}

static bool
is_blank(const char *text)
{
	return text[strspn(text, " \n")] == '\0';
}

const char *
ics_words(const char *text, bool lines, char **owned)
{
	*owned = NULL;
	if (text == NULL)
		return NULL;
	if (!is_plain(text, lines))
		text = *owned = text_for_file(text, lines);
	return is_blank(text) ? NULL : text;
}

/* What stands for a separator at AT, or NULL for any other letter; *OPEN says whether a quotation
 * is open. A quotation mark alone is an apostrophe: that of inches, or a slip. */
static const char *
label_letter(const char *at, bool *open)
{
	switch (*at) {
	case '"':
		if (!*open && strchr(at + 1, '"') == NULL)
			return "’";
		*open = !*open;
		return *open ? "«\u00a0" : "\u00a0»";
	case ':':
	case ';':
		return " – ";
	case ',':
	case '\\':
	case '^': /* the escape of RFC 6868, which most readers show raw */
		return " ";
	default:
		return NULL;
	}
}

/* Spaces never follow each other nor stand at an end. */
static void
label_append(GString *label, const char *bytes, gsize size)
{
	for (gsize i = 0; i < size; i++)
		if (bytes[i] != ' ' || (label->len > 0 && label->str[label->len - 1] != ' '))
			g_string_append_c(label, bytes[i]);
}

char *
ics_label(const char *text)
{
	g_autofree char *owned = NULL;
	text = ics_words(text, false, &owned);
	if (text == NULL)
		return NULL;
	GString *label = g_string_new(NULL);
	bool open = false;
	for (; *text != '\0'; text++) {
		const char *instead = label_letter(text, &open);
		label_append(label, instead != NULL ? instead : text,
			     instead != NULL ? strlen(instead) : 1);
	}
	if (label->len > 0 && label->str[label->len - 1] == ' ')
		g_string_truncate(label, label->len - 1);
	return g_string_free(label, label->len == 0);
}

char *
ics_mailto(const char *email)
{
	if (email == NULL || !text_is_email(email))
		return NULL;
	g_autofree char *address = g_uri_escape_string(email, "!$'*+@", false);
	return g_strconcat("mailto:", address, NULL);
}

char *
ics_uri(const char *url)
{
	const char *scheme = url != NULL ? g_uri_peek_scheme(url) : NULL;
	if (g_strcmp0(scheme, "https") != 0 && g_strcmp0(scheme, "http") != 0)
		return NULL;
	return g_uri_escape_string(url, "%:/?#[]@!$&'()*+,;=", false);
}
