#include "base/i18n.h"

#include <string.h>

#include "base/catalogue.h"

/* The layout of a .mo file is that of GNU gettext's manual, "The Format of GNU MO Files": a head of
 * 32-bit words, then two tables of (length, offset), the originals sorted by their bytes. */
enum mo_word { MO_MAGIC, MO_REVISION, MO_COUNT, MO_ORIGINALS, MO_TRANSLATIONS };
#define MO_MAGIC_NUMBER 0x950412deu

static enum { FRENCH, ENGLISH } language = FRENCH;

static guint32
mo_word_at(guint32 offset)
{
	guint32 word;
	memcpy(&word, catalogue_fr + offset, sizeof word);
	return word;
}

static const char *
mo_text(enum mo_word table, guint32 index)
{
	guint32 entry = mo_word_at((guint32)table * 4) + index * 8;
	return (const char *)catalogue_fr + mo_word_at(entry + 4);
}

/* The translation of the original TEXT; of a plural, the first of its forms. */
static const char *
catalogue_find(const char *text)
{
	if (catalogue_fr_size < 28 || mo_word_at(MO_MAGIC) != MO_MAGIC_NUMBER)
		return NULL;
	guint32 low = 0, high = mo_word_at(MO_COUNT * 4);
	while (low < high) {
		guint32 middle = low + (high - low) / 2;
		int order = strcmp(text, mo_text(MO_ORIGINALS, middle));
		if (order == 0)
			return mo_text(MO_TRANSLATIONS, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool
language_from(const char *name)
{
	if (name == NULL || *name == '\0')
		return false;
	if (g_str_has_prefix(name, "fr"))
		language = FRENCH;
	else if (g_str_has_prefix(name, "en"))
		language = ENGLISH;
	else
		return false;
	return true;
}

bool
i18n_set_language(const char *choice)
{
	if (choice != NULL)
		return language_from(choice);
	static const char *const variables[] = {"ATELIERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG",
						"LANGUAGE"};
	language = FRENCH;
	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
		if (language_from(g_getenv(variables[i])))
			break;
	return true;
}

const char *
i18n_language(void)
{
	return language == FRENCH ? "fr" : "en";
}

const char *
i18n_language_known(const char *name)
{
	static const char *const names[] = {"fr", "en"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (g_strcmp0(name, names[i]) == 0)
			return names[i];
	return NULL;
}

const char *
i18n_text(const char *text)
{
	if (text == NULL || language == ENGLISH || *text == '\0')
		return text;
	const char *found = catalogue_find(text);
	return found != NULL ? found : text;
}

const char *
i18n_text_in(const char *text, gsize context_size)
{
	const char *found = language == ENGLISH ? NULL : catalogue_find(text);
	return found != NULL ? found : text + context_size;
}

const char *
i18n_count(const char *singular, const char *plural, gint64 n)
{
	if (language == ENGLISH)
		return n == 1 ? singular : plural;
	const char *found = catalogue_find(singular);
	if (found == NULL)
		return n == 1 ? singular : plural;
	bool is_plural = n > 1 || n < -1; /* the rule in the head of fr.po: n > 1 */
	return is_plural ? found + strlen(found) + 1 : found;
}
