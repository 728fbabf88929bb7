#include "app/succession.h"

#include <string.h>

#include "core/organisation.h"

/* The successor of ID; 0 when it has none. ON (may be NULL) receives the day, NULL when it is not
 * known; the caller frees it. */
static gint64
successor_of(Store *store, gint64 id, char **on)
{
	struct organisation *organisation = store_get(store, &entity_organisation, id, NULL);
	gint64 successor = organisation != NULL ? organisation->successor_id : 0;
	if (on != NULL)
		*on = successor != 0 ? g_strdup(organisation->succeeded_on) : NULL;
	entity_free(&entity_organisation, organisation);
	return successor;
}

/* The one organisation whose place ID took after DAY; 0: none, or several. */
static gint64
only_predecessor(Store *store, gint64 id, const char *day)
{
	g_autoptr(Rows) before = store_of(store, &entity_organisation, "successor_id", id, NULL);
	gint64 found = 0;
	for (guint i = 0; before != NULL && i < before->n; i++) {
		const struct organisation *organisation = before->row[i];
		if (organisation->succeeded_on == NULL ||
		    strcmp(day, organisation->succeeded_on) >= 0)
			continue;
		if (found != 0)
			return 0;
		found = organisation->id;
	}
	return found;
}

static gint64
later_on(Store *store, gint64 id, const char *day)
{
	for (guint i = 0; i < SUCCESSION_MAX; i++) {
		g_autofree char *on = NULL;
		gint64 next = successor_of(store, id, &on);
		if (next == 0 || on == NULL || strcmp(day, on) < 0)
			break;
		id = next;
	}
	return id;
}

gint64
organisation_on(Store *store, gint64 id, const char *day)
{
	if (day == NULL || id == 0)
		return id;
	gint64 later = later_on(store, id, day);
	if (later != id)
		return later;
	for (guint i = 0; i < SUCCESSION_MAX; i++) {
		gint64 before = only_predecessor(store, id, day);
		if (before == 0)
			break;
		id = before;
	}
	return id;
}

static bool
is_among(const GArray *ids, gint64 id)
{
	for (guint i = 0; i < ids->len; i++)
		if (g_array_index(ids, gint64, i) == id)
			return true;
	return false;
}

GArray *
organisation_names_of_body(Store *store, gint64 id)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	gint64 body = organisation_body(store, id);
	g_array_append_val(ids, body);
	for (guint i = 0; i < ids->len; i++) {
		g_autoptr(Rows) before = store_of(store, &entity_organisation, "successor_id",
						  g_array_index(ids, gint64, i), NULL);
		for (guint j = 0; before != NULL && j < before->n; j++) {
			gint64 one = ((struct row_head *)before->row[j])->id;
			if (!is_among(ids, one))
				g_array_append_val(ids, one);
		}
	}
	return ids;
}
