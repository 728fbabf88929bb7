#include "base/text_char.h"

gunichar
char_take(const char **at)
{
	unsigned char first = (unsigned char)**at;
	if (first < 0x80) {
		(*at)++;
		return first;
	}
	gunichar letter = g_utf8_get_char_validated(*at, -1);
	if (letter == (gunichar)-1 || letter == (gunichar)-2) {
		(*at)++;
		return CHAR_REPLACEMENT;
	}
	*at += g_utf8_skip[first];
	return letter;
}

bool
char_all_ascii(const char *text)
{
	while (*text >= ' ' && *text <= '~')
		text++;
	return *text == '\0';
}

const char *
char_skip_plain(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	for (;;) {
		if (*at >= ' ' && *at <= '~')
			at++;
		else if (*at >= 0xc3 && *at <= 0xca && (at[1] & 0xc0) == 0x80)
			at += 2; /* À to U+02BF: letters, each its own NFC */
		else
			return (const char *)at;
	}
}

bool
char_all_plain(const char *text)
{
	return *char_skip_plain(text) == '\0';
}

bool
char_breaks_line(gunichar letter)
{
	return (letter >= '\n' && letter <= '\r') || letter == 0x85 || letter == 0x2028 ||
	       letter == 0x2029;
}

bool
char_turns_direction(gunichar letter)
{
	return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

bool
char_is_invisible(gunichar letter)
{
	return letter == 0xAD || letter == 0x61C || letter == 0x180E ||
	       (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x2060 && letter <= 0x2064) ||
	       letter == 0xFEFF;
}

bool
char_is_variation(gunichar letter)
{
	return (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0x180B && letter <= 0x180D) ||
	       letter == 0x180F || (letter >= 0xE0100 && letter <= 0xE01EF);
}

bool
char_is_mark(gunichar letter)
{
	return letter >= 0x300 && g_unichar_iszerowidth(letter);
}

bool
char_is_noncharacter(gunichar letter)
{
	return (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
}

static bool
is_blank(gunichar letter)
{
	return letter == ' ' || g_unichar_isspace(letter) || char_breaks_line(letter) ||
	       char_is_invisible(letter);
}

const char *
char_skip_blanks(const char *text)
{
	for (const char *next = text; *text != '\0' && is_blank(char_take(&next)); text = next)
		;
	return text;
}

void
char_trim_end(GString *text)
{
	while (text->len > 0) {
		const char *last = g_utf8_prev_char(text->str + text->len);
		if (!is_blank(g_utf8_get_char(last)))
			return;
		g_string_truncate(text, (gsize)(last - text->str));
	}
}
