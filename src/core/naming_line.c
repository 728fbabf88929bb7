/* Lines pasted from a mail client: name, address and organisation in one. */
#include <string.h>

#include "base/text.h"
#include "core/naming.h"
#include "core/naming_words.h"

#define LINE_BYTES 4096

static bool
is_address_byte(char byte)
{
	return byte != '\0' && strchr(" \t\r\n<>;,()[]\"", byte) == NULL;
}

/* The bytes of the address around AT (an "@"), spaces beside the "@" included. */
static void
address_span(const char *line, const char *at, const char **start, const char **end)
{
	const char *from = at;
	while (from > line && from[-1] == ' ')
		from--;
	while (from > line && is_address_byte(from[-1]))
		from--;
	const char *to = at + 1;
	while (*to == ' ')
		to++;
	while (is_address_byte(*to))
		to++;
	*start = from;
	*end = to;
}

static char *
address_clean(const char *start, const char *end)
{
	GString *address = g_string_new(NULL);
	for (; start < end; start++)
		if (*start != ' ')
			g_string_append_c(address, *start);
	while (address->len > 0 && strchr(".'", address->str[address->len - 1]) != NULL)
		g_string_truncate(address, address->len - 1);
	if (*address->str == '\'')
		g_string_erase(address, 0, 1);
	if (g_ascii_strncasecmp(address->str, "mailto:", 7) == 0)
		g_string_erase(address, 0, 7);
	return g_string_free(address, FALSE);
}

/* Take the address out of LINE; what held it becomes one ";". */
static char *
take_address(GString *line)
{
	const char *at = strchr(line->str, '@');
	if (at == NULL)
		return NULL;
	const char *start, *end;
	address_span(line->str, at, &start, &end);
	char *address = address_clean(start, end);
	while (start > line->str && strchr(" <([\"", start[-1]) != NULL)
		start--;
	while (*end != '\0' && strchr(" >)]\"", *end) != NULL)
		end++;
	gsize from = (gsize)(start - line->str);
	g_string_erase(line, (gssize)from, end - start);
	g_string_insert_c(line, (gssize)from, ';');
	if (strcmp(address, "@") == 0)
		g_clear_pointer(&address, g_free);
	return address;
}

/* TEXT without the spaces, separators and quotes around it; NULL when nothing is left. */
static char *
trimmed(const char *text, gsize length)
{
	static const char around[] = " \t\r\n;,\"";
	while (length > 0 && strchr(around, *text) != NULL) {
		text++;
		length--;
	}
	while (length > 0 && strchr(around, text[length - 1]) != NULL)
		length--;
	g_autofree char *inner = g_strndup(text, length);
	return text_accept(inner, false, NULL);
}

static bool
has_both_cases(const GPtrArray *words)
{
	guint capitals = 0;
	for (guint i = 0; i < words->len; i++)
		capitals += name_word_is_capital(g_ptr_array_index(words, i)) ? 1 : 0;
	return capitals > 0 && capitals < words->len;
}

/* "ÉLAN", "de La Fontaine", "Dupont": a column that holds a last name alone. */
static bool
is_last_name_cell(const char *text)
{
	g_autoptr(GPtrArray) words = name_words(text);
	if (words->len == 0 || has_both_cases(words))
		return false;
	const char *first = g_ptr_array_index(words, 0);
	return words->len == 1 || name_word_is_particle(first) || name_word_is_capital(first);
}

/* In "ÉLAN Zoé, DDETS du Gard" an organisation follows the comma, in "Élan, Zoé" the first name. */
static bool
comma_ends_name(const char *before, const char *behind)
{
	g_autoptr(GPtrArray) left = name_words(before);
	g_autoptr(GPtrArray) right = name_words(behind);
	if (right->len == 0 || left->len < 2)
		return false;
	const char *first = g_ptr_array_index(right, 0);
	bool acronym = name_word_is_capital(first) && strlen(first) > 2;
	return has_both_cases(left) || right->len > 3 || acronym;
}

static void
set_once(char **member, char *text)
{
	if (*member == NULL)
		*member = text;
	else
		g_free(text);
}

/* "chargée de mission, DDETS du Gard" behind a name. */
static void
read_behind_comma(NameParts *parts, const char *text)
{
	const char *comma = strchr(text, ',');
	if (comma == NULL) {
		set_once(&parts->organisation, trimmed(text, strlen(text)));
		return;
	}
	set_once(&parts->function, trimmed(text, (gsize)(comma - text)));
	set_once(&parts->organisation, trimmed(comma, strlen(comma)));
}

/* The dash with a space on both sides, or the colon, that parts a name from an organisation. */
static const char *
find_dash(const char *text, gsize *length)
{
	static const char *const dashes[] = {" - ", " – ", " — ", " | ", " / ", " : ", ": "};
	const char *first = NULL;
	for (guint i = 0; i < G_N_ELEMENTS(dashes); i++) {
		const char *found = strstr(text, dashes[i]);
		if (found == NULL || (first != NULL && found > first))
			continue;
		first = found;
		*length = strlen(dashes[i]);
	}
	return first;
}

/* Read the cell that holds the name: an organisation may follow in brackets, behind a dash or
 * behind a comma. */
static void
read_name_cell(NameParts *parts, char *name)
{
	char *bracket = strchr(name, '(');
	if (bracket != NULL && bracket > name) {
		gsize length = strcspn(bracket + 1, ")");
		set_once(&parts->organisation, trimmed(bracket + 1, length));
		*bracket = '\0';
	}
	gsize length = 0;
	const char *dash = find_dash(name, &length);
	if (dash != NULL) {
		set_once(&parts->organisation, trimmed(dash + length, strlen(dash + length)));
		name[dash - name] = '\0';
	}
	char *comma = strchr(name, ',');
	if (comma != NULL) {
		*comma = '\0';
		bool ends = comma_ends_name(name, comma + 1);
		if (ends)
			read_behind_comma(parts, comma + 1);
		else
			*comma = ',';
	}
	name_read_into(parts, name, parts->email);
}

/* What a name is put into: "(Zoé Élan)" behind an address, 'Zoé Élan', « Zoé Élan ». What stands
 * behind closing brackets stays. Caller frees. */
static char *
unwrapped(const char *text)
{
	static const struct {
		const char *open, *close;
	} wraps[] = {{"(", ")"}, {"[", "]"}, {"'", "'"}, {"‘", "’"}, {"“", "”"}, {"«", "»"}};
	for (gsize i = 0; i < G_N_ELEMENTS(wraps); i++) {
		if (!g_str_has_prefix(text, wraps[i].open))
			continue;
		const char *inner = text + strlen(wraps[i].open);
		const char *close = strstr(inner, wraps[i].close);
		if (close == NULL || close == inner)
			continue;
		g_autofree char *name = g_strndup(inner, (gsize)(close - inner));
		return g_strconcat(name, close + strlen(wraps[i].close), NULL);
	}
	return g_strdup(text);
}

/* "NOM<TAB>Prénom": two columns of a table. Returns what is behind them, or NULL. */
static const char *
read_two_columns(NameParts *parts, const char *name, const char *behind)
{
	if (behind == NULL || *behind != '\t' || !is_last_name_cell(name))
		return NULL;
	const char *start = behind + 1;
	gsize length = strcspn(start, "\t;");
	g_autofree char *first = trimmed(start, length);
	if (first == NULL)
		return NULL;
	parts->last_name = text_accept(name, false, NULL);
	parts->first_name = g_steal_pointer(&first);
	parts->evidence = NAME_COMMA;
	return start + length;
}

/* A second address is no organisation. */
static void
read_organisation(NameParts *parts, const char *text)
{
	g_autofree char *organisation = trimmed(text, strlen(text));
	if (organisation != NULL && strchr(organisation, '@') == NULL)
		set_once(&parts->organisation, g_steal_pointer(&organisation));
}

/* What stands between an address and the name behind it. */
static const char *
skip_between(const char *at)
{
	for (;;) {
		if (*at != '\0' && strchr(" \t\r\n;,:-", *at) != NULL)
			at++;
		else if (g_str_has_prefix(at, "–") || g_str_has_prefix(at, "—"))
			at += strlen("–");
		else
			return at;
	}
}

NameParts *
name_read_line(const char *line)
{
	NameParts *parts = g_new0(NameParts, 1);
	g_autofree char *clean = text_accept(line, true, NULL);
	if (clean == NULL || strlen(clean) > LINE_BYTES)
		return parts;
	g_autofree char *plain = name_line_plain(clean);
	g_autoptr(GString) rest = g_string_new(plain);
	parts->email = take_address(rest);
	while (strchr(rest->str, '@') != NULL)
		g_free(take_address(rest));
	const char *start = skip_between(rest->str);
	gsize length = strcspn(start, ";\t\r\n");
	g_autofree char *cell = trimmed(start, length);
	if (cell == NULL)
		return parts;
	g_autofree char *name = unwrapped(cell);
	const char *behind = start[length] != '\0' ? start + length : NULL;
	const char *columns = read_two_columns(parts, name, behind);
	if (columns == NULL)
		read_name_cell(parts, name);
	if (columns != NULL || behind != NULL)
		read_organisation(parts, columns != NULL ? columns : behind);
	return parts;
}
