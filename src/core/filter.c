#include "core/filter.h"

#include <string.h>

#include "base/text.h"

/* ---- pieces -------------------------------------------------------------------------------------
 */

static bool
is_blank(char letter)
{
	return g_ascii_isspace(letter);
}

/* What stands in quotes at *AT, or up to the next blank; *AT goes behind it. A quote that nobody
 * has closed yet reaches to the end. */
static char *
piece_take(const char **at, bool *quoted)
{
	const char *start = *at;
	*quoted = *start == '"';
	if (!*quoted) {
		while (**at != '\0' && !is_blank(**at))
			(*at)++;
		return g_strndup(start, (gsize)(*at - start));
	}
	start++;
	const char *end = strchr(start, '"');
	if (end == NULL)
		end = start + strlen(start);
	*at = *end == '"' ? end + 1 : end;
	return g_strndup(start, (gsize)(end - start));
}

static bool
is_name_letter(gunichar letter)
{
	return g_unichar_isalnum(letter) || g_unichar_ismark(letter) || letter == '_' ||
	       letter == '-' || letter == '\'' || letter == 0x2019 || letter == 0xb7;
}

/* Behind the name of a field and its colon; AT when none stands there. Times (9:30) and addresses
 * (https://…) are words. */
static const char *
field_end(const char *at)
{
	const char *end = at;
	if (*at == '"') {
		const char *closed = strchr(at + 1, '"');
		return closed != NULL && closed > at + 1 && closed[1] == ':' ? closed + 2 : at;
	}
	if (!g_unichar_isalpha(g_utf8_get_char(at)))
		return at;
	while (is_name_letter(g_utf8_get_char(end)))
		end = g_utf8_find_next_char(end, NULL);
	return *end == ':' && strncmp(end, "://", 3) != 0 ? end + 1 : at;
}

static enum filter_compare
compare_take(const char **at)
{
	static const struct {
		const char *sign;
		enum filter_compare compare;
	} signs[] = {
		{">=", FILTER_FROM},   {"≥", FILTER_FROM},  {"<=", FILTER_UP_TO},
		{"≤", FILTER_UP_TO},   {">", FILTER_ABOVE}, {"<", FILTER_BELOW},
		{"=", FILTER_EXACTLY},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (g_str_has_prefix(*at, signs[i].sign)) {
			*at += strlen(signs[i].sign);
			return signs[i].compare;
		}
	return FILTER_LIKE;
}

/* ---- terms --------------------------------------------------------------------------------------
 */

static struct filter_term
field_term(const char **at, const char *end)
{
	gsize quote = **at == '"' ? 1 : 0;
	struct filter_term term = {
		.field = g_strndup(*at + quote, (gsize)(end - *at) - 1 - 2 * quote)};
	*at = end;
	term.compare = compare_take(at);
	term.value = piece_take(at, &term.quoted);
	char *dots = term.quoted || term.compare != FILTER_LIKE ? NULL : strstr(term.value, "..");
	if (dots != NULL) {
		term.compare = FILTER_WITHIN;
		term.until = g_strdup(dots + 2);
		*dots = '\0';
	}
	return term;
}

static struct filter_term
words_term(const char **at)
{
	struct filter_term term = {0};
	g_autofree char *typed = piece_take(at, &term.quoted);
	term.value = term.quoted ? text_search_key(typed) : text_words_key(typed);
	term.words = term.quoted ? g_strdupv((char *[]){term.value, NULL})
				 : g_strsplit(term.value, " ", -1);
	return term;
}

static void
term_clear(gpointer pointer)
{
	struct filter_term *term = pointer;
	g_free(term->field);
	g_free(term->value);
	g_free(term->until);
	g_strfreev(term->words);
}

Filter *
filter_parse(const char *typed)
{
	g_autofree char *text = g_utf8_make_valid(typed != NULL ? typed : "", -1);
	GArray *terms = g_array_new(FALSE, FALSE, sizeof(struct filter_term));
	const char *at = text;
	for (;;) {
		while (is_blank(*at))
			at++;
		if (*at == '\0')
			break;
		bool without = *at == '-';
		at += without ? 1 : 0;
		const char *end = field_end(at);
		struct filter_term term = end != at ? field_term(&at, end) : words_term(&at);
		term.without = without;
		if (term.field != NULL || *term.value != '\0')
			g_array_append_val(terms, term);
		else
			term_clear(&term);
	}
	Filter *filter = g_new0(Filter, 1);
	filter->n = terms->len;
	filter->terms = (struct filter_term *)(void *)g_array_free(terms, FALSE);
	return filter;
}

void
filter_free(Filter *filter)
{
	if (filter == NULL)
		return;
	for (guint i = 0; i < filter->n; i++)
		term_clear(&filter->terms[i]);
	g_free(filter->terms);
	g_free(filter);
}

/* ---- words --------------------------------------------------------------------------------------
 */

bool
filter_words_take(const struct filter_term *term, const char *key)
{
	bool holds = true;
	for (char *const *word = term->words; holds && *word != NULL; word++)
		holds = strstr(key, *word) != NULL;
	return holds != term->without;
}
