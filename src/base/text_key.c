/* Keys for searching and for the order of lists. */
#include "base/text.h"

#include <string.h>

#include "base/text_char.h"
#include "base/text_fold.h"

/* Below the space that separates words, so that "la" comes before "la fontaine". */
#define PART_END '\001'

char *
text_search_key(const char *text)
{
	return text_fold(text, false);
}

char *
text_words_key(const char *text)
{
	return text_fold(text, true);
}

bool
text_word_begins(const char *words, const char *beginning)
{
	for (const char *at = words; (at = strstr(at, beginning)) != NULL; at++)
		if (at == words || at[-1] == ' ')
			return true;
	return false;
}

char *
text_order(const char *text)
{
	return text_fold(text, true);
}

static bool
is_apostrophe(gunichar letter)
{
	return letter == '\'' || letter == '`' || letter == 0xB4 || letter == 0x2018 ||
	       letter == 0x2019 || letter == 0x2BC || letter == 0x2032;
}

/* The particle NAME begins with, *BEHIND standing behind it; NULL when there is none. Case says
 * nothing: half of the forms come in capitals. */
static const char *
leading_particle(const char *name, const char **behind)
{
	if (g_ascii_tolower(name[0]) != 'd')
		return NULL;
	if (g_ascii_tolower(name[1]) == 'e') {
		*behind = char_skip_blanks(name + 2);
		return *behind > name + 2 ? "de" : NULL;
	}
	*behind = char_skip_blanks(name + 1);
	if (**behind == '\0' || !is_apostrophe(char_take(behind)))
		return NULL;
	*behind = char_skip_blanks(*behind);
	return "d";
}

char *
text_name_order(const char *last, const char *first)
{
	g_autofree char *first_key = text_fold(first, true);
	const char *name = last != NULL ? char_skip_blanks(last) : "", *behind = "";
	const char *particle = leading_particle(name, &behind);
	g_autofree char *key = text_fold(particle != NULL ? behind : name, true);
	if (particle != NULL && *key != '\0')
		return g_strdup_printf("%s%c%s%c%s", key, PART_END, first_key, PART_END, particle);
	if (particle != NULL) { /* nothing but a particle: it is the name */
		g_free(key);
		key = text_fold(name, true);
	}
	if (*key == '\0')
		return g_steal_pointer(&first_key);
	return g_strdup_printf("%s%c%s", key, PART_END, first_key);
}
