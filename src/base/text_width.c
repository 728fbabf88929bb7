/* Columns and graphemes.
 *
 * wcwidth() answers for the locale of the process: -1 for every accented letter under LC_ALL=C, and
 * the locale can change under a thread. GLib's tables know no locale; they agree with glibc on
 * every character but the wide ones below (compared over all of Unicode, glibc 2.36). */
#include "base/text.h"

#include "base/text_char.h"

static bool
is_wide(gunichar letter)
{
	bool circled_tens = letter >= 0x3248 && letter <= 0x324F;
	bool hexagrams = letter >= 0x4DC0 && letter <= 0x4DFF;
	return circled_tens || hexagrams || g_unichar_iswide(letter);
}

static int
char_width(gunichar letter)
{
	if (letter < 0x300)
		return 1;
	if (g_unichar_iszerowidth(letter))
		return 0;
	return is_wide(letter) ? 2 : 1;
}

int
text_width(const char *text)
{
	int width = 0;
	while (*text != '\0')
		width += char_width(char_take(&text));
	return width;
}

const char *
text_next(const char *text)
{
	if (*text == '\0')
		return text;
	char_take(&text);
	for (const char *next = text; *text != '\0' && char_is_mark(char_take(&next)); text = next)
		;
	return text;
}

static const char *
char_before(const char *start, const char *at)
{
	const char *before = g_utf8_find_prev_char(start, at);
	return before != NULL ? before : start;
}

const char *
text_previous(const char *start, const char *at)
{
	while (at > start) {
		const char *next = at = char_before(start, at);
		if (!char_is_mark(char_take(&next)))
			break;
	}
	return at;
}

/* The longest run of whole graphemes that fits into COLUMNS; it ends at the answer. */
static const char *
fitting_end(const char *text, int columns)
{
	while (*text != '\0') {
		const char *next = text_next(text);
		for (const char *at = text; at < next;)
			columns -= char_width(char_take(&at));
		if (columns < 0)
			break;
		text = next;
	}
	return text;
}

char *
text_clip(const char *text, int columns, bool ascii)
{
	if (columns <= 0)
		return g_strdup("");
	if (*fitting_end(text, columns) == '\0')
		return g_strdup(text);
	GString *clipped = g_string_new(NULL);
	g_string_append_len(clipped, text, fitting_end(text, columns - 1) - text);
	g_string_append(clipped, ascii ? "~" : "…");
	return g_string_free(clipped, FALSE);
}
