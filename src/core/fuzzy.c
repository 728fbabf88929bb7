#include "core/fuzzy.h"

#include <string.h>

#include "base/text.h"

/* The ranks do not meet: a beginning is better than any middle, a middle than scattered letters. */
#define BEGINNING 90
#define MIDDLE    60
#define SCATTERED 30
#define SPREAD    25 /* how far a rank goes down by length and distance */

/* Two letters are in order in nearly every name. */
#define SCATTERED_FROM 3

void
fuzzy_begin(struct fuzzy *fuzzy, const char *typed)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_auto(GStrv) split = g_strsplit_set(typed, " \t\n", -1);
	fuzzy->letters = 0;
	for (guint i = 0; split[i] != NULL; i++) {
		char *word = text_search_key(split[i]);
		fuzzy->letters |= fuzzy_letters(word);
		if (*word != '\0')
			g_ptr_array_add(words, word);
		else
			g_free(word);
	}
	g_ptr_array_add(words, NULL);
	fuzzy->words = (char **)g_ptr_array_steal(words, NULL);
}

void
fuzzy_clear(struct fuzzy *fuzzy)
{
	g_strfreev(fuzzy->words);
	*fuzzy = (struct fuzzy){0};
}

guint64
fuzzy_letters(const char *key)
{
	guint64 letters = 0;
	for (; *key != '\0'; key++) {
		guchar byte = (guchar)*key;
		guint bit = byte >= 'a' && byte <= 'z'   ? (guint)byte - 'a'
			    : byte >= '0' && byte <= '9' ? 26U + (guint)byte - '0'
							 : 36U + byte % 28U;
		letters |= G_GUINT64_CONSTANT(1) << bit;
	}
	return letters;
}

bool
fuzzy_may(const struct fuzzy *fuzzy, guint64 letters)
{
	return (fuzzy->letters & ~letters) == 0;
}

static bool
between_parts(char byte)
{
	return byte == '|' || byte == '\001';
}

static const char *
part_end(const char *part)
{
	while (*part != '\0' && !between_parts(*part))
		part++;
	return part;
}

/* The letters of WORD in their order from the first letter of the part on, not too far apart. */
static int
scattered(const char *part, gsize size, const char *word, gsize length)
{
	gsize far = MIN(size, length * 3 + 4), found = 0;
	if (length < SCATTERED_FROM || *part != *word)
		return 0;
	for (gsize i = 0; i < far; i++) {
		found += part[i] == word[found];
		if (found == length)
			return SCATTERED - (int)MIN(i + 1 - length, SPREAD);
	}
	return 0;
}

/* Where WORD stands in KEY, AT: at the beginning of a part, or so far behind it. */
static int
whole_score(const char *key, const char *at, gsize length)
{
	gsize before = 0;
	while (before < SPREAD && at - before > key && !between_parts(*(at - before - 1)))
		before++;
	if (before > 0)
		return MIDDLE - (int)before;
	gsize more = (gsize)(part_end(at + length) - at) - length;
	return more == 0 ? FUZZY_BEST : BEGINNING - (int)MIN(more, SPREAD);
}

static int
scattered_score(const char *key, const char *word, gsize length)
{
	int best = 0;
	for (;;) {
		const char *end = part_end(key);
		best = MAX(best, scattered(key, (gsize)(end - key), word, length));
		if (*end == '\0')
			return best;
		key = end + 1;
	}
}

/* One letter is in the middle of all names: it only answers where it begins a part. */
static int
letter_score(const char *key, const char *letter)
{
	int best = 0;
	for (;;) {
		if (*key == *letter)
			best = MAX(best, whole_score(key, key, 1));
		key = part_end(key);
		if (*key == '\0')
			return best;
		key++;
	}
}

static int
word_score(const char *key, const char *word)
{
	int best = 0;
	gsize length = strlen(word);
	if (length == 1)
		return letter_score(key, word);
	for (const char *at = strstr(key, word); at != NULL; at = strstr(at + 1, word)) {
		if (best > 0 && !between_parts(at[-1]))
			continue; /* of several middles the first one counts */
		best = MAX(best, whole_score(key, at, length));
		if (best == FUZZY_BEST)
			return best;
	}
	return best > 0 ? best : scattered_score(key, word, length);
}

int
fuzzy_score(const struct fuzzy *fuzzy, const char *key)
{
	int sum = 0, n = 0;
	for (; fuzzy->words[n] != NULL; n++) {
		int score = word_score(key, fuzzy->words[n]);
		if (score == 0)
			return 0;
		sum += score;
	}
	return n > 0 ? sum / n : FUZZY_BEST;
}
