/* Who carries the event, in one sentence: the wording is political, and so is the order. */
#include <string.h>

#include "base/i18n.h"
#include "core/status.h"
#include "paper/paper.h"

static const char *
partner_name(const struct partner *partner, const Rows *organisations)
{
	const struct organisation *organisation =
		rows_find(organisations, partner->organisation_id);
	if (partner->name != NULL)
		return partner->name;
	return organisation != NULL ? organisation->name : "";
}

static const char *
partner_phrase(const struct partner *partner)
{
	return partner->wording != NULL ? partner->wording
					: code_label(&code_partner_roles, partner->role);
}

/* "de" before a vowel is "d’" in French; a silent h is left to the coordinator's own wording. */
static bool
is_elided(const char *phrase, const char *name)
{
	if (strcmp(i18n_language(), "fr") != 0 || !g_str_has_suffix(phrase, " de"))
		return false;
	g_autofree char *bare = g_utf8_normalize(name, -1, G_NORMALIZE_NFD);
	return bare != NULL && *bare != '\0' && strchr("aeiouyAEIOU", *bare) != NULL;
}

static void
append_phrase(GString *sentence, const char *phrase, const char *name)
{
	gsize size = strlen(phrase);
	if (is_elided(phrase, name)) {
		g_string_append_len(sentence, phrase, (gssize)size - 1);
		g_string_append(sentence, "’");
		return;
	}
	g_string_append(sentence, phrase);
	g_string_append_c(sentence, ' ');
}

/* "A, B et C". */
static void
append_names(GString *sentence, const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++) {
		if (i > 0)
			g_string_append(sentence, i + 1 < names->len ? ", " : _(" and "));
		g_string_append(sentence, names->pdata[i]);
	}
}

static void
append_group(GString *sentence, const char *phrase, const GPtrArray *names)
{
	if (sentence->len > 0)
		g_string_append(sentence, ", ");
	append_phrase(sentence, phrase, names->pdata[0]);
	append_names(sentence, names);
}

/* The partners of one role, those with the same wording together, in their own order. */
static void
append_role(GString *sentence, const char *role, const Rows *partners, const Rows *organisations)
{
	g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < partners->n; i++) {
		const struct partner *first = partners->row[i];
		const char *phrase = partner_phrase(first);
		if (strcmp(first->role, role) != 0 ||
		    !g_hash_table_add(done, (gpointer)(guintptr)phrase))
			continue;
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		for (guint j = i; j < partners->n; j++) {
			const struct partner *other = partners->row[j];
			if (strcmp(other->role, role) == 0 &&
			    strcmp(partner_phrase(other), phrase) == 0)
				g_ptr_array_add(names,
						(gpointer)(guintptr)partner_name(other,
										 organisations));
		}
		append_group(sentence, phrase, names);
	}
}

char *
partners_sentence(const Rows *partners, const Rows *organisations)
{
	g_autoptr(GString) sentence = g_string_new(NULL);
	for (guint i = 0; i < code_partner_roles.n; i++)
		append_role(sentence, code_partner_roles.codes[i].code, partners, organisations);
	if (sentence->len == 0)
		return NULL;
	const char *rest = g_utf8_find_next_char(sentence->str, NULL);
	g_autofree char *first = g_utf8_strup(sentence->str, rest - sentence->str);
	return g_strconcat(first, rest, NULL);
}
