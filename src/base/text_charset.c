/* Text for terminals and files that are not UTF-8. */
#include "base/text.h"

#include <string.h>

#include "base/text_char.h"
#include "base/text_fold.h"

struct replacement {
	gunichar letter;
	const char *ascii;
};

/* Signs that folding would drop. iconv's own //TRANSLIT answers "?" for all of them, and for é,
 * under a locale without tables. */
static const struct replacement signs[] = {
	{0xA0, " "},     {0xA9, "(c)"},  {0xAB, "\""},   {0xAE, "(R)"},  {0xB0, "o"},
	{0xB4, "'"},     {0xB7, "."},    {0xBB, "\""},   {0xBC, "1/4"},  {0xBD, "1/2"},
	{0xBE, "3/4"},   {0xD7, "x"},    {0xF7, "/"},    {0x2010, "-"},  {0x2011, "-"},
	{0x2012, "-"},   {0x2013, "-"},  {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"},
	{0x201A, "'"},   {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2022, "*"},
	{0x2026, "..."}, {0x202F, " "},  {0x2032, "'"},  {0x2039, "'"},  {0x203A, "'"},
	{0x20AC, "EUR"}, {0x2122, "TM"}, {0x2190, "<"},  {0x2191, "^"},  {0x2192, ">"},
	{0x2193, "v"},   {0x2212, "-"},  {0x2500, "-"},  {0x2502, "|"},  {0x2588, "#"},
	{0x2591, "."},   {0x2713, "x"},
};

struct target {
	GIConv converter;
	GString *text;
};

static bool
target_has(struct target *target, const char *letter, gsize size)
{
	char input[8], output[16];
	memcpy(input, letter, size);
	char *from = input, *to = output;
	gsize left = size, room = sizeof output;
	g_iconv(target->converter, NULL, NULL, NULL, NULL);
	return g_iconv(target->converter, &from, &left, &to, &room) == 0 && left == 0;
}

static bool
put_if_had(struct target *target, gunichar letter)
{
	char bytes[6];
	int size = g_unichar_to_utf8(letter, bytes);
	if (!target_has(target, bytes, (gsize)size))
		return false;
	g_string_append_len(target->text, bytes, size);
	return true;
}

static const char *
sign_replacement(gunichar letter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (signs[i].letter == letter)
			return signs[i].ascii;
	return g_unichar_isspace(letter) ? " " : NULL;
}

/* The letter without its accent, or the letters it folds to, in its own case. */
static bool
put_plainer(struct target *target, gunichar letter)
{
	gunichar parts[2];
	if (g_unichar_fully_decompose(letter, TRUE, parts, 2) > 1 && char_is_mark(parts[1]) &&
	    put_if_had(target, parts[0]))
		return true;
	char bytes[7] = "";
	g_unichar_to_utf8(letter, bytes);
	g_autofree char *folded = text_fold(bytes, false);
	if (*folded == '\0' || !char_all_ascii(folded))
		return false;
	g_autofree char *upper = g_unichar_isupper(letter) ? g_ascii_strup(folded, -1) : NULL;
	g_string_append(target->text, upper != NULL ? upper : folded);
	return true;
}

static void
put(struct target *target, gunichar letter)
{
	if (letter < 0x80) {
		g_string_append_c(target->text, (char)letter);
		return;
	}
	if (put_if_had(target, letter) || char_is_mark(letter) || char_is_invisible(letter))
		return;
	const char *sign = sign_replacement(letter);
	if (sign != NULL)
		g_string_append(target->text, sign);
	else if (!put_plainer(target, letter))
		g_string_append_c(target->text, '?');
}

char *
text_for_charset(const char *text, const char *charset)
{
	if (text == NULL || char_all_ascii(text))
		return g_strdup(text != NULL ? text : "");
	if (g_ascii_strcasecmp(charset, "UTF-8") == 0 || g_ascii_strcasecmp(charset, "UTF8") == 0)
		return g_utf8_make_valid(text, -1);
	struct target target = {.converter = g_iconv_open(charset, "UTF-8")};
	if (target.converter == (GIConv)-1)
		target.converter = g_iconv_open("US-ASCII", "UTF-8");
	g_return_val_if_fail(target.converter != (GIConv)-1, g_strdup("?"));
	target.text = g_string_new(NULL);
	while (*text != '\0')
		put(&target, char_take(&text));
	g_iconv_close(target.converter);
	return g_string_free(target.text, FALSE);
}
