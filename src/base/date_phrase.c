#include "base/date_phrase.h"

#include <glib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/text_char.h"

#define DIGITS_MAX    6
#define WEEKDAY_LEAST 2
#define MONTH_LEAST   3

/* ---- words --------------------------------------------------------------------------------- */

static const char *const weekday_words[][7] = {
	{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
};

static const char *const month_words[][12] = {
	{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
	 "octobre", "novembre", "decembre"},
	{"january", "february", "march", "april", "may", "june", "july", "august", "september",
	 "october", "november", "december"},
};

/* 1… for the one name that WORD begins; 0 when none does, or two different ones. */
static int
name_begun(const char *word, const char *const *names, int count, gsize least)
{
	int found = 0;
	if (strlen(word) < least)
		return 0;
	for (int i = 0; i < count; i++)
		if (g_str_has_prefix(names[i], word)) {
			if (found != 0)
				return 0;
			found = i + 1;
		}
	return found;
}

int
token_weekday(const struct token *token)
{
	/* "mar" is mardi in one language and March in the other. */
	if (g_str_equal(token->word, "mar") && g_str_equal(i18n_language(), "en"))
		return 0;
	int french = name_begun(token->word, weekday_words[0], 7, WEEKDAY_LEAST);
	return french != 0 ? french : name_begun(token->word, weekday_words[1], 7, WEEKDAY_LEAST);
}

int
token_month(const struct token *token)
{
	int french = name_begun(token->word, month_words[0], 12, MONTH_LEAST);
	int english = name_begun(token->word, month_words[1], 12, MONTH_LEAST);
	return french == 0 || french == english ? english : english == 0 ? french : 0;
}

static bool
is_listed(const char *word, const char *list)
{
	g_autofree char *spaced = g_strdup_printf(" %s ", word);
	return strstr(list, spaced) != NULL;
}

/* ---- cutting ------------------------------------------------------------------------------- */

static bool
is_separator(gunichar letter)
{
	return g_unichar_isspace(letter) || char_is_invisible(letter) ||
	       g_unichar_type(letter) == G_UNICODE_DASH_PUNCTUATION ||
	       (letter < 0x80 && strchr("/.,", (int)letter) != NULL);
}

static bool
is_word_part(gunichar letter)
{
	return g_unichar_isalpha(letter) || g_unichar_ismark(letter) || letter == '\'' ||
	       letter == 0x2019;
}

static bool
take_number(const char **at, struct token *token)
{
	*token = (struct token){0};
	for (; g_ascii_isdigit(**at) && token->digits <= DIGITS_MAX; (*at)++, token->digits++)
		token->number = token->number * 10 + (**at - '0');
	return token->digits <= DIGITS_MAX;
}

static bool
take_word(const char **at, struct token *token)
{
	const char *start = *at;
	*token = (struct token){0};
	for (const char *next = start; *next != '\0' && is_word_part(char_take(&next)); *at = next)
		;
	g_autofree char *raw = g_strndup(start, (gsize)(*at - start));
	g_autofree char *folded = text_search_key(raw);
	return *at > start && *folded != '\0' &&
	       g_strlcpy(token->word, folded, sizeof token->word) < sizeof token->word;
}

/* "le 15", "the 1st of", "1er", "lundi prochain": said aloud, of no meaning here. */
static bool
only_dresses(const struct phrase *phrase, const struct token *token)
{
	if (*token->word == '\0')
		return false;
	bool behind_number = phrase->count > 0 && phrase->tokens[phrase->count - 1].digits > 0;
	return is_listed(token->word, " le the on of de du prochain prochaine next ") ||
	       (behind_number && is_listed(token->word, " er re e eme st nd rd th "));
}

bool
phrase_cut(const char *typed, struct phrase *phrase)
{
	const char *at = char_skip_blanks(typed);
	*phrase = (struct phrase){0};
	if (*at == '+' || *at == '-')
		phrase->sign = *at++ == '+' ? 1 : -1;
	while (*at != '\0') {
		const char *next = at;
		struct token token;
		if (is_separator(char_take(&next))) {
			at = next;
			continue;
		}
		if (!(g_ascii_isdigit(*at) ? take_number(&at, &token) : take_word(&at, &token)))
			return false;
		if (only_dresses(phrase, &token))
			continue;
		if (phrase->count == PHRASE_TOKENS)
			return false;
		phrase->tokens[phrase->count++] = token;
	}
	return phrase->count > 0;
}
