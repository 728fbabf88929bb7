/* Names of files. */
#include "base/text.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text_char.h"

static bool
is_kept(gunichar letter)
{
	if (letter < 0x80)
		return g_ascii_isalnum((char)letter) ||
		       (letter != 0 && strchr(" -_.,", (int)letter) != NULL);
	return g_unichar_isalnum(letter) || (g_unichar_ismark(letter) && char_is_mark(letter)) ||
	       g_unichar_type(letter) == G_UNICODE_SPACING_MARK;
}

/* TEXT with the rest as "-", runs of "-" and of spaces drawn together. */
static GString *
kept_letters(const char *text)
{
	GString *name = g_string_new(NULL);
	while (*text != '\0') {
		gunichar letter = char_take(&text);
		if (char_is_invisible(letter))
			continue;
		if (g_unichar_isspace(letter))
			letter = ' ';
		else if (!is_kept(letter))
			letter = '-';
		char before = name->len > 0 ? name->str[name->len - 1] : '\0';
		if ((letter != '-' && letter != ' ') || (gunichar)before != letter)
			g_string_append_unichar(name, letter);
	}
	return name;
}

/* Shells take a leading "-" for an option and hide a leading "."; a mark has no letter there. */
static void
trim_start(GString *name)
{
	const char *at = name->str;
	for (const char *next = at; *at != '\0'; at = next) {
		gunichar letter = char_take(&next);
		if ((letter >= 0x80 || strchr(" -.,", (int)letter) == NULL) &&
		    !char_is_mark(letter))
			break;
	}
	g_string_erase(name, 0, at - name->str);
}

/* Windows drops a final "." or space, and then two files are one. */
static void
trim_end(GString *name)
{
	while (name->len > 0 && strchr(" -.,", name->str[name->len - 1]) != NULL)
		g_string_truncate(name, name->len - 1);
}

static void
cut(GString *name, gsize bytes)
{
	const char *end = name->str;
	for (const char *next = end; *end != '\0'; end = next) {
		next = text_next(end);
		if ((gsize)(next - name->str) > bytes)
			break;
	}
	g_string_truncate(name, (gsize)(end - name->str));
	trim_end(name);
}

/* Devices of Windows, with any extension; our files are sent to such machines. */
static bool
is_device(const char *name)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul"};
	gsize length = strcspn(name, ".");
	for (gsize i = 0; i < G_N_ELEMENTS(devices); i++)
		if (length == 3 && g_ascii_strncasecmp(name, devices[i], 3) == 0)
			return true;
	return length == 4 && g_ascii_isdigit(name[3]) &&
	       (g_ascii_strncasecmp(name, "com", 3) == 0 ||
		g_ascii_strncasecmp(name, "lpt", 3) == 0);
}

char *
text_file_name(const char *text, gsize bytes)
{
	g_autofree char *clean = text_accept(text, false, NULL);
	GString *name = kept_letters(clean != NULL ? clean : "");
	trim_start(name);
	cut(name, bytes);
	if (is_device(name->str)) {
		g_string_prepend_c(name, '_');
		cut(name, bytes);
	}
	if (name->len == 0) {
		g_string_assign(name, _("unnamed"));
		cut(name, MAX(bytes, 1));
	}
	return g_string_free(name, FALSE);
}
