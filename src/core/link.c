#include "core/link.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

#define LINK_MOST 2000

/* What may stand in a link beside letters and digits; a quote, a backslash or a bracket may not. */
#define PLAIN ":/?#@!$&()*+,;=%-._~"

static const char *const schemes[] = {"http://", "https://", "mailto:"};

static const char *
scheme_of(const char *text)
{
	for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++)
		if (g_ascii_strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
			return schemes[i];
	return NULL;
}

static bool
has_control(const char *text)
{
	for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
		if (g_unichar_iscntrl(g_utf8_get_char(c)) || g_unichar_isspace(g_utf8_get_char(c)))
			return true;
	return false;
}

/* "www.ville.fr/rendez-vous": nothing before it says what it is. */
static bool
is_bare(const char *text)
{
	return g_ascii_strncasecmp(text, "www.", 4) == 0 && strchr(text + 4, '.') != NULL;
}

char *
link_clean(const char *typed)
{
	g_autofree char *text = g_strstrip(g_strdup(typed != NULL ? typed : ""));
	if (!g_utf8_validate(text, -1, NULL) || strlen(text) > LINK_MOST || has_control(text))
		return NULL;
	const char *scheme = scheme_of(text);
	const char *before = scheme != NULL        ? ""
			     : is_bare(text)       ? "https://"
			     : text_is_email(text) ? "mailto:"
						   : NULL;
	if (before == NULL)
		return NULL;
	const char *rest = text + (scheme != NULL ? strlen(scheme) : 0);
	if (!g_ascii_isalnum(*rest) && (guchar)*rest < 0x80)
		return NULL;
	g_autofree char *escaped = g_uri_escape_string(rest, PLAIN, FALSE);
	return g_strconcat(scheme != NULL ? scheme : before, escaped, NULL);
}

/* A sentence goes on after a link: its full stop is not part of it, nor is a bracket around it. */
static void
trim_end(char *word)
{
	gsize length = strlen(word);
	while (length > 0 && strchr(".,;:!?)>\"'", word[length - 1]) != NULL)
		word[--length] = '\0';
}

static bool
is_known(const GPtrArray *links, const char *link)
{
	for (guint i = 0; i < links->len; i++)
		if (strcmp(links->pdata[i], link) == 0)
			return true;
	return false;
}

GPtrArray *
links_in(const char *text)
{
	GPtrArray *links = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) words = g_strsplit_set(text != NULL ? text : "", " \t\r\n<(\"", -1);
	for (guint i = 0; words[i] != NULL; i++) {
		trim_end(words[i]);
		g_autofree char *link = link_clean(words[i]);
		if (link != NULL && !is_known(links, link))
			g_ptr_array_add(links, g_steal_pointer(&link));
	}
	return links;
}
