#include "core/columns_heading.h"

#include <string.h>

#include "base/text.h"
#include "core/columns.h"
#include "core/words.h"

/* Longer headings are paragraphs; their first words say what they ask. */
#define HEADING_WORDS_MAX 30

static bool
is_small_word(const char *key)
{
	static const char *const small[] =
		{"votre",    "vos",        "le",          "la",       "les",        "l",
		 "de",       "du",         "des",         "d",        "un",         "une",
		 "quel",     "quelle",     "quels",       "quelles",  "est",        "sont",
		 "merci",    "indiquer",   "indiquez",    "preciser", "precisez",   "saisir",
		 "veuillez", "renseigner", "s",           "il",       "vous",       "plait",
		 "svp",      "avez",       "etes",        "serez",    "souhaitez",  "sur",
		 "a",        "au",         "aux",         "en",       "et",         "ou",
		 "e",        "y",          "your",        "please",   "the",        "of",
		 "what",     "is",         "obligatoire", "required", "facultatif", "si",
		 "pour",     "dans",       "ce",          "cette",    "j",          "je",
		 "ma",       "mon",        NULL};
	return g_strv_contains(small, key);
}

/* Names that LimeSurvey gives to its own columns. */
static bool
is_form_word(const char *word, gsize length)
{
	static const char *const own[] = {"id",     "submitdate", "lastpage",  "startlanguage",
					  "seed",   "token",      "startdate", "datestamp",
					  "ipaddr", "refurl"};
	for (guint i = 0; i < G_N_ELEMENTS(own); i++)
		if (strlen(own[i]) == length && strncmp(own[i], word, length) == 0)
			return true;
	return false;
}

/* Behind the letters, digits and brackets of a question's code ("G02Q01[SQ001]"), HEAD when it does
 * not begin with one. "Tel. portable" begins with a word, not with a code. */
static const char *
code_end(const char *head)
{
	const char *at = head;
	bool marked = false;
	if (!g_ascii_isalpha(*at))
		return head;
	for (; g_ascii_isalnum(*at) || *at == '_' || *at == '[' || *at == ']'; at++)
		marked = marked || g_ascii_isdigit(*at) || *at == '[';
	bool ends = at[0] == '.' && at[1] == ' ';
	return ends && (marked || is_form_word(head, (gsize)(at - head))) ? at : head;
}

/* Behind "1. ", "3) ", "Q2 - ". */
static const char *
numbering_end(const char *head)
{
	const char *at = *head == 'Q' && g_ascii_isdigit(head[1]) ? head + 1 : head;
	const char *digits = at;
	while (g_ascii_isdigit(*at))
		at++;
	if (at == digits)
		return head;
	const char *mark = at + strspn(at, " ");
	if (*mark == '\0' || strchr(".):-", *mark) == NULL || mark[1] != ' ')
		return head;
	return mark + 2;
}

static void
drop_end(GString *text, const char *end)
{
	if (g_str_has_suffix(text->str, end))
		g_string_truncate(text, text->len - strlen(end));
}

char *
columns_question(const char *head)
{
	g_autofree char *clean = text_accept(head, false, NULL);
	if (clean == NULL)
		return g_strdup("");
	const char *code = code_end(clean);
	const char *start = code > clean ? code + 2 : numbering_end(clean);
	g_autoptr(GString) text = g_string_new(start);
	g_strchomp(text->str);
	text->len = strlen(text->str);
	drop_end(text, "*");
	drop_end(text, "(obligatoire)");
	g_autofree char *question = text_accept(text->str, false, NULL);
	return question != NULL ? g_steal_pointer(&question) : g_steal_pointer(&clean);
}

/* The heading's words; the small ones stay when there are no others. */
static GPtrArray *
heading_keys(const char *question)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(Words) words = words_of(question, HEADING_WORDS_MAX);
	for (guint i = 0; i < words->list->len; i++)
		if (!is_small_word(words_at(words, i)->key) || words_match(words, i, "e mail") > 0)
			g_ptr_array_add(keys, g_strdup(words_at(words, i)->key));
	for (guint i = 0; keys->len == 0 && i < words->list->len; i++)
		g_ptr_array_add(keys, g_strdup(words_at(words, i)->key));
	return keys;
}

void
heading_read(struct heading *heading, const char *head)
{
	g_autofree char *clean = text_accept(head, false, NULL);
	const char *text = clean != NULL ? clean : "";
	const char *end = code_end(text);
	g_autofree char *question = columns_question(text);
	heading->code = end > text ? g_ascii_strdown(text, end - text) : NULL;
	heading->keys = heading_keys(question);
}

void
heading_clear(struct heading *heading)
{
	g_ptr_array_unref(heading->keys);
	g_free(heading->code);
}

static guint
phrase_match(const struct heading *heading, guint at, const char *phrase)
{
	guint n = 0;
	for (; *phrase != '\0'; n++) {
		if (at + n >= heading->keys->len)
			return 0;
		gsize length = strcspn(phrase, " ");
		const char *key = g_ptr_array_index(heading->keys, at + n);
		if (strncmp(key, phrase, length) != 0 || key[length] != '\0')
			return 0;
		phrase += length + (phrase[length] == ' ');
	}
	return n;
}

/* "Type de structure", "Nombre de repas": about the thing, not the thing. */
static bool
asks_about(const struct heading *heading)
{
	static const char *const about[] = {"type",   "categorie", "nature",  "nombre",   "nb",
					    "autre",  "autres",    "combien", "pourquoi", "comment",
					    "taille", "statut",    NULL};
	return heading->keys->len > 1 &&
	       g_strv_contains(about, g_ptr_array_index(heading->keys, 0));
}

/* A ticket's payer is not the person who comes. */
static bool
speaks_of_payer(const struct heading *heading)
{
	static const char *const payers[] = {"payeur", "payeuse",     "acheteur", "acheteuse",
					     "payer",  "facturation", "buyer",    NULL};
	for (guint i = 0; i < heading->keys->len; i++)
		if (g_strv_contains(payers, g_ptr_array_index(heading->keys, i)))
			return true;
	return false;
}

static int
phrase_score(const struct heading *heading, const char *phrase)
{
	bool whole = *phrase == '=';
	phrase += whole ? 1 : 0;
	if (heading->code != NULL && strcmp(heading->code, phrase) == 0)
		return 100;
	int words = (int)heading->keys->len;
	for (guint at = 0; at < heading->keys->len; at++) {
		int n = (int)phrase_match(heading, at, phrase);
		if (n == 0)
			continue;
		if (n == words)
			return 100;
		if (whole)
			return 0;
		if (at == 0)
			return 45 + 45 * n / words;
		return 30 + 50 * n / words - (asks_about(heading) ? 35 : 0);
	}
	return 0;
}

int
heading_score(const struct heading *heading, const char *phrases)
{
	g_auto(GStrv) list = g_strsplit(phrases, "|", -1);
	int best = 0;
	for (guint i = 0; list[i] != NULL; i++)
		best = MAX(best, phrase_score(heading, list[i]));
	return MAX(best - (speaks_of_payer(heading) ? 40 : 0), 0);
}
