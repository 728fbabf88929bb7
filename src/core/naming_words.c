#include "core/naming_words.h"

#include <string.h>

GPtrArray *
name_words(const char *text)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	while (*text != '\0') {
		const char *end = text;
		while (*end != '\0' && !g_unichar_isspace(g_utf8_get_char(end)))
			end = g_utf8_find_next_char(end, NULL);
		if (end > text)
			g_ptr_array_add(words, g_strndup(text, (gsize)(end - text)));
		text = *end != '\0' ? g_utf8_find_next_char(end, NULL) : end;
	}
	return words;
}

/* Behind the small letters that names in capitals keep: "d’ALEMBERT", "McDONALD". */
static const char *
skip_small_start(const char *word)
{
	static const char *const starts[] = {"d'", "d’", "l'", "l’", "Mc", "Mac"};
	for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
		if (g_str_has_prefix(word, starts[i]))
			return word + strlen(starts[i]);
	return word;
}

bool
name_word_is_capital(const char *word)
{
	guint capitals = 0;
	for (const char *at = skip_small_start(word); *at != '\0';
	     at = g_utf8_find_next_char(at, NULL)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter == '.' || g_unichar_islower(letter))
			return false;
		capitals += g_unichar_isupper(letter) ? 1 : 0;
	}
	return capitals >= 2;
}

bool
name_word_is_particle(const char *word)
{
	static const char *const particles[] = {"de",  "du", "des", "la",  "van", "von", "der",
						"den", "da", "dos", "das", "di",  "del", "della",
						"el",  "al", "ben", "bin", "y",   NULL};
	return g_strv_contains(particles, word) || g_str_has_prefix(word, "d'") ||
	       g_str_has_prefix(word, "d’");
}
