/* How two names stand to each other. */
#include <string.h>

#include "base/text.h"
#include "core/match.h"
#include "core/match_keys.h"
#include "core/words.h"

#define NAME_WORDS_MAX 12

/* ---- letters that an export has lost ------------------------------------------------------ */

static bool
has_lost_letters(const char *name)
{
	return name != NULL && (strchr(name, '?') != NULL || strstr(name, "\xEF\xBF\xBD") != NULL);
}

/* The search key of NAME with "?" where letters were lost. */
static char *
lost_key(const char *name)
{
	GString *key = g_string_new(NULL);
	g_autofree char *plain = g_strdup(name != NULL ? name : "");
	for (char *bad; (bad = strstr(plain, "\xEF\xBF\xBD")) != NULL;) {
		*bad = '?';
		memmove(bad + 1, bad + 3, strlen(bad + 3) + 1);
	}
	g_auto(GStrv) pieces = g_strsplit(plain, "?", -1);
	for (guint i = 0; pieces[i] != NULL; i++) {
		g_autofree char *piece = text_search_key(pieces[i]);
		g_string_append_printf(key, "%s%s", i > 0 ? "?" : "", piece);
	}
	return g_string_free(key, FALSE);
}

/* A lost letter stands for one, or for the two that it is folded to ("œ"). */
static bool
lost_key_fits(const char *lost, const char *key)
{
	for (; *lost != '\0'; lost++, key++) {
		if (*lost == '?')
			return *key != '\0' &&
			       (lost_key_fits(lost + 1, key + 1) ||
				(key[1] != '\0' && lost_key_fits(lost + 1, key + 2)));
		if (*lost != *key)
			return false;
	}
	return *key == '\0';
}

/* Names with more lost letters than this are not worth the search. */
#define LOST_MAX 4

static bool
fits_lost_name(const char *name, const char *other)
{
	g_autofree char *lost = lost_key(name);
	g_autofree char *key = text_search_key(other);
	guint n = 0;
	for (const char *at = lost; *at != '\0'; at++)
		n += *at == '?' ? 1 : 0;
	return n <= LOST_MAX && strlen(lost) > 2 * n && lost_key_fits(lost, key);
}

/* ---- words -------------------------------------------------------------------------------- */

static bool
is_particle(const char *key)
{
	static const char *const particles[] = {"de", "du",  "des", "d",  "la", "le",
						"l",  "van", "von", "el", "al", NULL};
	return g_strv_contains(particles, key);
}

/* The words of A from FROM on begin those of B from AT on, each the same or its initial. */
static bool
words_begin(const Words *a, guint from, const Words *b, guint at, bool initials)
{
	if (from >= a->list->len || a->list->len - from > b->list->len - MIN(at, b->list->len))
		return false;
	for (guint i = 0; from + i < a->list->len; i++) {
		const char *left = words_at(a, from + i)->key;
		const char *right = words_at(b, at + i)->key;
		bool initial = initials && left[1] == '\0' && left[0] == right[0];
		if (!initial && strcmp(left, right) != 0)
			return false;
	}
	return true;
}

/* "jb" for "Jean-Baptiste", "J.-B." read as one word. */
static bool
is_initials_of(const Words *a, const Words *b)
{
	if (a->list->len != 1 || b->list->len < 2)
		return false;
	const char *key = words_at(a, 0)->key;
	if (strlen(key) != b->list->len)
		return false;
	for (guint i = 0; i < b->list->len; i++)
		if (key[i] != words_at(b, i)->key[0])
			return false;
	return true;
}

static guint
particles_count(const Words *words)
{
	guint n = 0;
	while (n + 1 < words->list->len && is_particle(words_at(words, n)->key))
		n++;
	return n;
}

static bool
first_is_short_for(const char *name, const char *other)
{
	g_autoptr(Words) a = words_of(name, NAME_WORDS_MAX);
	g_autoptr(Words) b = words_of(other, NAME_WORDS_MAX);
	return words_begin(a, 0, b, 0, true) || is_initials_of(a, b);
}

/* "La Fontaine" for "de La Fontaine", "Martin" or "Dupont" for "Martin-Dupont". */
static bool
last_is_part_of(const char *name, const char *other)
{
	g_autoptr(Words) a = words_of(name, NAME_WORDS_MAX);
	g_autoptr(Words) b = words_of(other, NAME_WORDS_MAX);
	guint from = particles_count(a);
	for (guint at = 0; at < b->list->len; at++)
		if (words_begin(a, from, b, at, false))
			return true;
	return false;
}

static bool
fits_with_lost_letters(const char *a, const char *b)
{
	return (has_lost_letters(a) && fits_lost_name(a, b)) ||
	       (has_lost_letters(b) && fits_lost_name(b, a));
}

/* True for "J.-B.", "JB", "J. Baptiste": not longer than initials, or one letter and a mark. */
static bool
has_initials(const char *name, const char *key)
{
	const char *second = g_utf8_find_next_char(name, NULL);
	return strlen(key) <= 4 || !g_unichar_isalnum(g_utf8_get_char(second));
}

/* The keys are looked at first: words are cut only for the few that can answer. */
static bool
can_be_short_for(const char *name, const char *key, const char *other_key)
{
	return key[0] == other_key[0] &&
	       (g_str_has_prefix(other_key, key) || has_initials(name, key));
}

static bool
first_compatible(const struct match_name *a, const struct match_name *b)
{
	if (*a->first_key == '\0' || *b->first_key == '\0')
		return true;
	if (can_be_short_for(a->first, a->first_key, b->first_key) &&
	    first_is_short_for(a->first, b->first))
		return true;
	if (can_be_short_for(b->first, b->first_key, a->first_key) &&
	    first_is_short_for(b->first, a->first))
		return true;
	return fits_with_lost_letters(a->first, b->first);
}

static bool
last_compatible(const struct match_name *a, const struct match_name *b)
{
	if (*a->last_key == '\0' || *b->last_key == '\0')
		return false;
	if ((strstr(b->last_key, a->last_key) != NULL ||
	     strstr(a->last_key, b->last_key) != NULL) &&
	    (last_is_part_of(a->last, b->last) || last_is_part_of(b->last, a->last)))
		return true;
	return fits_with_lost_letters(a->last, b->last);
}

/* ---- the answer --------------------------------------------------------------------------- */

void
match_name_set(struct match_name *name, const char *last, const char *first)
{
	name->last = last;
	name->first = first;
	name->last_key = text_search_key(last);
	name->first_key = text_search_key(first);
}

void
match_name_clear(struct match_name *name)
{
	g_free(name->last_key);
	g_free(name->first_key);
}

static bool
is_nameless(const struct match_name *name)
{
	return *name->last_key == '\0' && *name->first_key == '\0';
}

/* All of a name in one field: "Jean Le Goff", in either order. */
static bool
is_joined(const struct match_name *a, const struct match_name *b)
{
	const char *whole = *a->first_key == '\0' ? a->last_key : a->first_key;
	if ((*a->first_key != '\0' && *a->last_key != '\0') || *b->first_key == '\0' ||
	    *b->last_key == '\0')
		return false;
	g_autofree char *straight = g_strconcat(b->first_key, b->last_key, NULL);
	g_autofree char *turned = g_strconcat(b->last_key, b->first_key, NULL);
	return strcmp(whole, straight) == 0 || strcmp(whole, turned) == 0;
}

bool
match_keyed_swapped(const struct match_name *a, const struct match_name *b)
{
	return strcmp(a->last_key, b->first_key) == 0 && strcmp(a->first_key, b->last_key) == 0;
}

enum name_likeness
match_keyed_names(const struct match_name *a, const struct match_name *b)
{
	if (is_nameless(a) || is_nameless(b))
		return NAME_MISSING;
	bool last_equal = strcmp(a->last_key, b->last_key) == 0;
	bool first_equal = strcmp(a->first_key, b->first_key) == 0;
	if (last_equal && first_equal)
		return NAME_EQUAL;
	if (match_keyed_swapped(a, b) || is_joined(a, b) || is_joined(b, a))
		return NAME_COMPATIBLE;
	if ((last_equal || last_compatible(a, b)) && (first_equal || first_compatible(a, b)))
		return NAME_COMPATIBLE;
	return NAME_OTHER;
}

enum name_likeness
match_names(const char *last_a, const char *first_a, const char *last_b, const char *first_b)
{
	struct match_name a, b;
	match_name_set(&a, last_a, first_a);
	match_name_set(&b, last_b, first_b);
	enum name_likeness likeness = match_keyed_names(&a, &b);
	match_name_clear(&a);
	match_name_clear(&b);
	return likeness;
}
