/* Which words are the first name and which the last. */
#include "core/naming.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/naming_words.h"

/* A name longer than this is a sentence that was pasted by mistake. */
#define WORDS_MAX 12

void
name_parts_free(NameParts *parts)
{
	if (parts == NULL)
		return;
	g_free(parts->civility);
	g_free(parts->first_name);
	g_free(parts->last_name);
	g_free(parts->email);
	g_free(parts->function);
	g_free(parts->organisation);
	g_free(parts);
}

/* Words FROM (included) to END, joined by one space; NULL when there are none. */
static char *
words_joined(const GPtrArray *words, guint from, guint end)
{
	if (from >= end)
		return NULL;
	GString *text = g_string_new(g_ptr_array_index(words, from));
	for (guint i = from + 1; i < end; i++)
		g_string_append_printf(text, " %s", (const char *)g_ptr_array_index(words, i));
	return g_string_free(text, FALSE);
}

static bool
is_civility(const char *word)
{
	static const char *const civilities[] = {"m",      "mr", "mme", "mlle", "monsieur",
						 "madame", "me", "dr",  "pr",   "maitre",
						 "mrs",    "ms", NULL};
	g_autofree char *key = text_search_key(word);
	return g_strv_contains(civilities, key);
}

/* "M." and "Mme" are no names; "M" alone in "Zoé M" may be one. */
static void
take_civility(NameParts *parts, GPtrArray *words)
{
	if (words->len < 2 || !is_civility(g_ptr_array_index(words, 0)))
		return;
	parts->civility = g_strdup(g_ptr_array_index(words, 0));
	g_ptr_array_remove_index(words, 0);
}

/* ---- capitals ---------------------------------------------------------------------------- */

static bool
is_capital_at(const GPtrArray *words, guint index)
{
	return name_word_is_capital(g_ptr_array_index(words, index));
}

static bool
is_particle_at(const GPtrArray *words, guint index)
{
	return name_word_is_particle(g_ptr_array_index(words, index));
}

/* The words in capitals that belong together, with the particles before them. */
static void
capitals_find(const GPtrArray *words, guint *from, guint *end)
{
	guint start = 0;
	while (start < words->len && !is_capital_at(words, start))
		start++;
	guint stop = start;
	while (stop < words->len && is_capital_at(words, stop))
		stop++;
	while (start > 0 && start < words->len && is_particle_at(words, start - 1))
		start--;
	*from = start;
	*end = stop;
}

static bool
read_capitals(NameParts *parts, const GPtrArray *words)
{
	guint from, end;
	capitals_find(words, &from, &end);
	if (from >= end || (from == 0 && end == words->len))
		return false;
	parts->last_name = words_joined(words, from, end);
	parts->first_name =
		from > 0 ? words_joined(words, 0, from) : words_joined(words, end, words->len);
	if (from > 0 && end < words->len) { /* "Zoé ÉLAN Marie": nothing is lost */
		g_autofree char *before = parts->first_name;
		g_autofree char *behind = words_joined(words, end, words->len);
		parts->first_name = g_strdup_printf("%s %s", before, behind);
	}
	parts->evidence = NAME_CAPS;
	return true;
}

/* ---- the address ------------------------------------------------------------------------- */

/* True when the letters X and Y of an address are FIRST (or its initial) and LAST. */
static bool
address_says(const char *x, const char *y, const char *first, const char *last)
{
	bool initial = x[0] != '\0' && x[1] == '\0' && x[0] == first[0];
	return strcmp(y, last) == 0 && (initial || strcmp(x, first) == 0);
}

static bool
local_says(const char *local, const char *first, const char *last)
{
	for (const char *at = local; *at != '\0'; at++) {
		if (strchr("._-+", *at) == NULL)
			continue;
		g_autofree char *before = g_strndup(local, (gsize)(at - local));
		g_autofree char *x = text_search_key(before);
		g_autofree char *y = text_search_key(at + 1);
		if (address_says(x, y, first, last))
			return true;
	}
	g_autofree char *whole = text_search_key(local);
	return whole[0] != '\0' && whole[0] == first[0] && strcmp(whole + 1, last) == 0;
}

/* Addresses are "first.last@" almost everywhere; only a whole match is believed. */
static bool
read_by_address(NameParts *parts, const GPtrArray *words, const char *email)
{
	if (email == NULL || strchr(email, '@') == NULL)
		return false;
	g_autofree char *local = g_strndup(email, MIN(strcspn(email, "@"), 64));
	for (guint cut = 1; cut < words->len; cut++) {
		g_autofree char *a = words_joined(words, 0, cut);
		g_autofree char *b = words_joined(words, cut, words->len);
		g_autofree char *a_key = text_search_key(a);
		g_autofree char *b_key = text_search_key(b);
		bool straight = local_says(local, a_key, b_key);
		if (!straight && !local_says(local, b_key, a_key))
			continue;
		parts->first_name = g_strdup(straight ? a : b);
		parts->last_name = g_strdup(straight ? b : a);
		parts->evidence = NAME_EMAIL;
		return true;
	}
	return false;
}

/* ---- what is left ------------------------------------------------------------------------ */

static bool
read_particle(NameParts *parts, const GPtrArray *words)
{
	guint at = 0;
	while (at < words->len && !is_particle_at(words, at))
		at++;
	if (at + 1 > words->len || words->len < 2)
		return false;
	if (at == 0) {
		parts->last_name = words_joined(words, 0, words->len - 1);
		parts->first_name = g_strdup(g_ptr_array_index(words, words->len - 1));
	} else {
		parts->first_name = words_joined(words, 0, at);
		parts->last_name = words_joined(words, at, words->len);
	}
	parts->evidence = NAME_PARTICLE;
	return true;
}

static bool
read_comma(NameParts *parts, const char *name)
{
	const char *comma = strchr(name, ',');
	if (comma == NULL)
		return false;
	g_autofree char *before = g_strndup(name, (gsize)(comma - name));
	parts->last_name = text_accept(before, false, NULL);
	parts->first_name = text_accept(comma + 1, false, NULL);
	parts->evidence = NAME_COMMA;
	return parts->last_name != NULL && parts->first_name != NULL;
}

static bool
has_letter(const char *text)
{
	for (; *text != '\0'; text = g_utf8_find_next_char(text, NULL))
		if (g_unichar_isalpha(g_utf8_get_char(text)))
			return true;
	return false;
}

static void
read_words(NameParts *parts, const GPtrArray *words, const char *email)
{
	if (words->len <= WORDS_MAX &&
	    (read_capitals(parts, words) || read_by_address(parts, words, email) ||
	     read_particle(parts, words)))
		return;
	guint cut = words->len > 1 ? 1 : 0;
	parts->first_name = words_joined(words, 0, cut);
	parts->last_name = words_joined(words, cut, words->len);
	parts->evidence = NAME_GUESSED;
}

void
name_read_into(NameParts *parts, const char *name, const char *email)
{
	if (name == NULL || !has_letter(name))
		return;
	g_autoptr(GPtrArray) words = name_words(name);
	take_civility(parts, words);
	g_autofree char *rest = words_joined(words, 0, words->len);
	if (read_comma(parts, rest))
		return;
	g_clear_pointer(&parts->first_name, g_free);
	g_clear_pointer(&parts->last_name, g_free);
	g_strdelimit(rest, ",", ' ');
	g_autoptr(GPtrArray) bare = name_words(rest);
	read_words(parts, bare, email);
}

NameParts *
name_read(const char *cell, const char *email)
{
	NameParts *parts = g_new0(NameParts, 1);
	g_autofree char *clean = text_accept(cell, false, NULL);
	name_read_into(parts, clean, email);
	return parts;
}

static char *
name_pair(const char *one, const char *other)
{
	if (one == NULL || other == NULL)
		return g_strdup(one != NULL ? one : other != NULL ? other : "");
	return g_strdup_printf("%s %s", one, other);
}

bool
name_is_erased(const char *first_name, const char *last_name)
{
	return first_name == NULL && g_strcmp0(last_name, ERASED_NAME) == 0;
}

const char *
name_last_shown(const char *first_name, const char *last_name)
{
	return name_is_erased(first_name, last_name) ? _("somebody who was erased") : last_name;
}

char *
name_shown(const char *first_name, const char *last_name)
{
	return name_pair(first_name, name_last_shown(first_name, last_name));
}

char *
name_listed(const char *first_name, const char *last_name)
{
	return name_pair(name_last_shown(first_name, last_name), first_name);
}
