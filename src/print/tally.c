#include "print/tally.h"

#include "base/i18n.h"
#include "base/text.h"
#include "print/wording.h"

/* Add VALUE, folded, to the set of SEEN. */
static void
seen_add(GHashTable *seen, const char *value)
{
	char *key = text_search_key(value);
	if (*key != '\0')
		g_hash_table_add(seen, key);
	else
		g_free(key);
}

/* "3 liste d’attente" for each status, in the order they were met. */
static void
append_statuses(GPtrArray *parts, const struct attendee_list *list)
{
	g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) order = g_ptr_array_new();
	for (guint i = 0; i < list->n_attendees; i++) {
		if (list->attendees[i].status == NULL)
			continue;
		char *status = g_strdup(list->attendees[i].status);
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, status));
		if (count == 0)
			g_ptr_array_add(order, status);
		g_hash_table_insert(counts, status, GUINT_TO_POINTER(count + 1));
	}
	for (guint i = 0; i < order->len; i++) {
		char *status = order->pdata[i];
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, status));
		g_ptr_array_add(parts, g_strdup_printf(_("%s: %u"), status, count));
	}
}

static char *
people_text(const struct attendee_list *list)
{
	guint n = list->n_attendees;
	if (n == 0)
		return g_strdup(list->present ? _("Nobody was present")
					      : _("Nobody is registered"));
	if (list->present)
		return g_strdup_printf(i18n_count("%u person present", "%u people present", n), n);
	return g_strdup_printf(i18n_count("%u person on the list", "%u people on the list", n), n);
}

char *
tally_text(const struct attendee_list *list)
{
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < list->n_attendees; i++) {
		seen_add(bodies, list->attendees[i].organisation);
		seen_add(places, list->attendees[i].department);
	}
	guint n_bodies = g_hash_table_size(bodies), n_places = g_hash_table_size(places);
	g_ptr_array_add(parts, people_text(list));
	append_statuses(parts, list);
	if (n_bodies > 0)
		g_ptr_array_add(parts, g_strdup_printf(i18n_count("%u organisation",
								  "%u organisations", n_bodies),
						       n_bodies));
	if (n_places > 0)
		g_ptr_array_add(parts, g_strdup_printf(i18n_count("%u département",
								  "%u départements", n_places),
						       n_places));
	return wording_join((const char *const *)parts->pdata, parts->len);
}
