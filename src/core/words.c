#include "core/words.h"

#include <string.h>

#include "base/text.h"

static void
word_clear(gpointer word)
{
	g_free(((struct word *)word)->key);
}

static bool
is_word_letter(gunichar letter)
{
	return g_unichar_isalnum(letter) || g_unichar_ismark(letter);
}

static void
words_add(Words *words, gsize start, gsize end, bool dotted)
{
	g_autofree char *piece = g_strndup(words->text + start, end - start);
	char *key = strcmp(piece, "&") == 0 ? g_strdup("et") : text_search_key(piece);
	if (*key == '\0') {
		g_free(key);
		return;
	}
	struct word word = {.key = key, .start = start, .end = end, .dotted = dotted};
	g_array_append_val(words->list, word);
}

/* Behind initials such as "P.-O." or "D.D.E.T.S." that start at AT; AT when there are fewer than
 * two of them. */
static const char *
initials_end(const char *at)
{
	const char *end = at;
	guint n = 0;
	while (g_unichar_isalpha(g_utf8_get_char(end))) {
		const char *dot = g_utf8_find_next_char(end, NULL);
		if (*dot != '.')
			break;
		n++;
		end = dot + 1;
		if (*end == '-' && g_unichar_isalpha(g_utf8_get_char(end + 1)))
			end++;
	}
	return n >= 2 ? end : at;
}

/* Behind the letters and digits that start at AT, or behind the letters alone when two or more of
 * them end in a number. */
static const char *
word_end(const char *at)
{
	const char *end = at;
	const char *digits = NULL;
	guint letters = 0;
	for (; is_word_letter(g_utf8_get_char(end)); end = g_utf8_find_next_char(end, NULL)) {
		bool digit = g_ascii_isdigit(*end);
		if (digit && digits == NULL)
			digits = end;
		else if (!digit && digits == NULL)
			letters++;
		else if (!digit && end - digits > 1)
			letters = 0; /* letters again behind a number: a code, left whole */
	}
	return digits != NULL && letters >= 2 ? digits : end;
}

Words *
words_of(const char *text, guint most)
{
	Words *words = g_new0(Words, 1);
	words->text = g_utf8_make_valid(text != NULL ? text : "", -1);
	words->list = g_array_new(FALSE, TRUE, sizeof(struct word));
	g_array_set_clear_func(words->list, word_clear);
	const char *start = words->text;
	for (const char *at = start; *at != '\0' && words->list->len < most;) {
		gunichar letter = g_utf8_get_char(at);
		if (letter != '&' && !is_word_letter(letter)) {
			at = g_utf8_find_next_char(at, NULL);
			continue;
		}
		const char *end = letter == '&' ? at + 1 : initials_end(at);
		bool dotted = letter != '&' && end > at;
		if (end == at)
			end = word_end(at);
		words_add(words, (gsize)(at - start), (gsize)(end - start), dotted);
		at = end;
	}
	return words;
}

void
words_free(Words *words)
{
	if (words == NULL)
		return;
	g_array_free(words->list, TRUE);
	g_free(words->text);
	g_free(words);
}

const struct word *
words_at(const Words *words, guint index)
{
	return &g_array_index(words->list, struct word, index);
}

guint
words_match(const Words *words, guint index, const char *pattern)
{
	guint n = 0;
	for (; *pattern != '\0'; n++) {
		if (index + n >= words->list->len)
			return 0;
		gsize length = strcspn(pattern, " ");
		const char *key = words_at(words, index + n)->key;
		if (strncmp(key, pattern, length) != 0 || key[length] != '\0')
			return 0;
		pattern += length + (pattern[length] == ' ');
	}
	return n;
}
