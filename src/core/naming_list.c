/* Pasted lines made plain: what mail clients, word processors and people put before and between
 * names is taken away, and a line of recipients is cut into people. */
#include <string.h>

#include "base/text.h"
#include "core/naming.h"
#include "core/naming_words.h"

/* ---- spaces -------------------------------------------------------------------------------------
 */

/* No-break, narrow and wide spaces are spaces; a tab stays what it is. */
static char *
spaces_plain(const char *line)
{
	GString *plain = g_string_new(NULL);
	for (const char *at = line; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter >= 0x80 && g_unichar_isspace(letter))
			g_string_append_c(plain, ' ');
		else
			g_string_append_unichar(plain, letter);
	}
	return g_string_free(plain, FALSE);
}

static const char *
skip_blank(const char *at)
{
	return at + strspn(at, " \t");
}

/* ---- what stands before a name ------------------------------------------------------------------
 */

/* "À :", "Cc:", as a header of a mail is copied. */
static const char *
skip_label(const char *at)
{
	static const char *const labels[] = {"à",   "a",  "cc",   "cci", "to",
					     "bcc", "de", "from", "pour"};
	gsize size = strcspn(at, ":");
	if (at[size] == '\0' || size > 12)
		return at;
	g_autofree char *label = g_strndup(at, size);
	g_autofree char *key = g_utf8_strdown(g_strstrip(label), -1);
	for (gsize i = 0; i < G_N_ELEMENTS(labels); i++)
		if (strcmp(key, labels[i]) == 0)
			return skip_blank(at + size + 1);
	return at;
}

/* "[ ]", "[x]". */
static const char *
skip_box(const char *at)
{
	bool box = at[0] == '[' && at[1] != '\0' && at[2] == ']';
	return box && strchr(" xX", at[1]) != NULL ? skip_blank(at + 3) : at;
}

/* Signs that no name begins with; quotes and brackets may hold one. */
static bool
is_bullet(gunichar letter)
{
	if (letter == 0 || g_unichar_isalnum(letter) || g_unichar_ismark(letter) ||
	    g_unichar_isspace(letter))
		return false;
	/* guillemets, curly quotes, and the letter that an export has lost */
	static const gunichar kept[] = {0xAB, 0x2018, 0x2019, 0x201C, 0x201D, 0xFFFD};
	for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
		if (letter == kept[i])
			return false;
	return letter >= 0x80 || strchr("-*>~#.", (int)letter) != NULL;
}

static const char *
skip_signs(const char *at)
{
	while (is_bullet(g_utf8_get_char(at)) || *at == ' ' || *at == '\t')
		at = g_utf8_find_next_char(at, NULL);
	/* the hollow bullet of word processors */
	return at[0] == 'o' && at[1] == '\t' ? skip_blank(at + 1) : at;
}

/* "1.", "1)", "1 -", "1°", "n° 3", "01 ", "a)"; not the digits of an address ("12@…") nor of a
 * name that begins with some ("3F"). */
static const char *
skip_number(const char *at)
{
	const char *digits = at;
	if ((*digits == 'n' || *digits == 'N') && g_str_has_prefix(digits + 1, "°"))
		digits = skip_blank(digits + 1 + strlen("°"));
	const char *end = digits + strspn(digits, "0123456789");
	if (end == digits && g_ascii_isalpha(*at) && at[1] == ')')
		return skip_blank(at + 2);
	if (end == digits)
		return at;
	const char *behind = skip_blank(end);
	const char *sign = behind;
	if (g_str_has_prefix(behind, "°") || g_str_has_prefix(behind, "–"))
		behind = g_utf8_find_next_char(behind, NULL);
	if (*behind != '\0' && strchr(".)/-:", *behind) != NULL)
		behind++;
	if (behind == sign && sign == end && *end != '\0')
		return at;
	return skip_blank(behind);
}

char *
name_line_plain(const char *line)
{
	g_autofree char *spaced = spaces_plain(line);
	const char *at = skip_label(skip_signs(skip_blank(spaced)));
	at = skip_box(at);
	const char *counted = skip_number(at);
	if (counted != at)
		at = skip_box(skip_signs(counted));
	return g_strdup(at);
}

/* ---- several people on one line -----------------------------------------------------------------
 */

/* Whether PIECE says more than an address. */
static bool
has_name(const char *piece)
{
	const char *at = strchr(piece, '@');
	const char *start = at, *end = at;
	if (at == NULL)
		return true;
	while (start > piece && strchr(" \t<([\"", start[-1]) == NULL)
		start--;
	end += strcspn(at, " \t>)]\";,");
	g_autofree char *before = g_strndup(piece, (gsize)(start - piece));
	g_autofree char *rest = g_strconcat(before, " ", end, NULL);
	g_autofree char *key = text_search_key(rest);
	return *key != '\0';
}

/* Where the piece that begins at TEXT ends: at a semicolon, or at a comma behind an address; not
 * within quotes. */
static const char *
piece_end(const char *text)
{
	bool quoted = false, address = false;
	for (; *text != '\0'; text++) {
		if (*text == '"')
			quoted = !quoted;
		address |= *text == '@';
		if (!quoted && (*text == ';' || (*text == ',' && address)))
			return text;
	}
	return text;
}

static GPtrArray *
pieces_of(const char *line, guint *addressed)
{
	GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
	*addressed = 0;
	for (const char *at = line;; at++) {
		const char *end = piece_end(at);
		char *piece = g_strstrip(g_strndup(at, (gsize)(end - at)));
		if (piece[strspn(piece, " ,")] != '\0') {
			*addressed += strchr(piece, '@') != NULL;
			g_ptr_array_add(pieces, piece);
		} else {
			g_free(piece);
		}
		at = end;
		if (*at == '\0')
			return pieces;
	}
}

/* A piece with an address begins somebody new when the one before it has an address; a bare one
 * does so in a list of several, and is else a second address. */
static bool
piece_begins(const char *piece, const GString *person, bool many)
{
	if (person->len == 0 || strchr(piece, '@') == NULL || strchr(person->str, '@') == NULL)
		return false;
	return many || has_name(piece) || !has_name(person->str);
}

char **
name_split_line(const char *line)
{
	guint addressed = 0;
	GPtrArray *people = g_ptr_array_new();
	g_autofree char *clean = text_accept(line, true, NULL);
	g_autofree char *plain = name_line_plain(clean != NULL ? clean : "");
	g_autoptr(GPtrArray) pieces = pieces_of(g_strchomp(plain), &addressed);
	g_autoptr(GString) person = g_string_new(NULL);
	bool title = addressed == 0 && g_str_has_suffix(plain, ":");
	for (guint i = 0; i < pieces->len && !title; i++) {
		const char *piece = pieces->pdata[i];
		if (piece_begins(piece, person, addressed > 2)) {
			g_ptr_array_add(people, g_strdup(person->str));
			g_string_truncate(person, 0);
		}
		g_string_append_printf(person, "%s%s", person->len > 0 ? "; " : "", piece);
	}
	/* Of one person the line stays as it was written. */
	if (person->len > 0)
		g_ptr_array_add(people, g_strdup(people->len > 0 ? person->str : plain));
	g_ptr_array_add(people, NULL);
	return (char **)g_ptr_array_free(people, FALSE);
}
