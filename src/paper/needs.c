#include "paper/needs.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"

static void
need_free(gpointer pointer)
{
	struct need *need = pointer;
	g_free(need->text);
	g_free(need->key);
	g_free(need);
}

static void
need_add(GPtrArray *needs, const char *text)
{
	g_autofree char *key = text_words_key(text);
	for (guint i = 0; i < needs->len; i++) {
		struct need *known = needs->pdata[i];
		if (strcmp(known->key, key) == 0) {
			known->n++;
			return;
		}
	}
	struct need *need = g_new0(struct need, 1);
	*need = (struct need){.text = g_strdup(text), .key = g_steal_pointer(&key), .n = 1};
	g_ptr_array_add(needs, need);
}

/* A name of one or two letters would be found in any text. */
static bool
names_person(const char *text, const struct attendee *attendee)
{
	g_autofree char *words = text_search_key(text);
	const char *const names[] = {attendee->last_name, attendee->first_name};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *name = text_search_key(names[i]);
		if (strlen(name) > 2 && strstr(words, name) != NULL)
			return true;
	}
	return false;
}

static gint
need_order(gconstpointer one, gconstpointer other)
{
	const struct need *a = *(const struct need *const *)one;
	const struct need *b = *(const struct need *const *)other;
	return a->n != b->n ? (a->n > b->n ? -1 : 1) : strcmp(a->key, b->key);
}

GPtrArray *
needs_count(const Rows *attendees, const char *member)
{
	const struct field *field = entity_field(&entity_attendee, member);
	GPtrArray *needs = g_ptr_array_new_with_free_func(need_free);
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		const char *text = field_get(field, attendee).text;
		if (text == NULL ||
		    !code_is(&code_attendee_statuses, attendee->status, CODE_TAKES_SEAT))
			continue;
		need_add(needs, names_person(text, attendee) ? _("another, to be asked") : text);
	}
	g_ptr_array_sort(needs, need_order);
	return needs;
}
