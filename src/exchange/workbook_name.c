/* Names of sheets, and texts as long as Excel allows: it counts letters of UTF-16. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/workbook_private.h"

/* Excel keeps these for its own list of changes. */
static const char *const reserved[] = {"history", "historique"};

static gsize
units_of(const char *text)
{
	return g_utf8_get_char(text) > 0xFFFF ? 2 : 1;
}

char *
workbook_cut(const char *text, gsize units)
{
	const char *at = text, *end = text; /* END: where there is room for "…" */
	gsize taken = 0;
	while (*at != '\0') {
		const char *next = text_next(at);
		for (; at < next; at = g_utf8_find_next_char(at, NULL))
			taken += units_of(at);
		if (taken > units)
			return g_strdup_printf("%.*s…", (int)(end - text), text);
		if (taken < units)
			end = at;
	}
	return g_strdup(text);
}

/* "'" may stand within a name, not at its ends. */
static char *
name_clean(const char *name)
{
	char *clean = text_for_file(name, false);
	g_strstrip(g_strdelimit(clean, "[]:*?/\\", '-'));
	gsize size = strlen(clean);
	for (gsize i = 0; i < size && clean[i] == '\''; i++)
		clean[i] = '-';
	for (gsize i = size; i > 0 && clean[i - 1] == '\''; i--)
		clean[i - 1] = '-';
	if (*clean != '\0')
		return clean;
	g_free(clean);
	return g_strdup(_("List"));
}

static bool
name_taken(GHashTable *names, const char *name)
{
	g_autofree char *folded = g_utf8_casefold(name, -1);
	return g_strv_contains((const char *const[]){reserved[0], reserved[1], NULL}, folded) ||
	       g_hash_table_contains(names, folded);
}

char *
workbook_sheet_name(GHashTable *names, const char *name)
{
	g_autofree char *clean = name_clean(name);
	char *given = workbook_cut(clean, WORKBOOK_NAME_MAX);
	for (guint number = 2; name_taken(names, given); number++) {
		g_autofree char *behind = g_strdup_printf(" (%u)", number);
		g_autofree char *cut = workbook_cut(clean, WORKBOOK_NAME_MAX - strlen(behind));
		g_free(given);
		given = g_strconcat(cut, behind, NULL);
	}
	g_hash_table_add(names, g_utf8_casefold(given, -1));
	return given;
}
