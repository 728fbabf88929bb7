/* Registrations of one person for one event, joined: one live, and those that were withdrawn. All
 * of them may hold marks of presence (somebody who withdrew was marked, then registered anew; two
 * people were merged), and each person is present once (core/report.h). */
#include "app/report_facts.h"

#define ONE(attendees, place) (&g_array_index(attendees, struct report_attendee, place))

static guint
attendee_hash(gconstpointer attendee)
{
	const struct report_attendee *one = attendee;
	return g_int64_hash(&one->person) * 31 + one->event;
}

static gboolean
attendee_same(gconstpointer one, gconstpointer other)
{
	const struct report_attendee *a = one, *b = other;
	return a->person == b->person && a->event == b->event;
}

/* The one that stands for all: the live one, else the first. */
static GHashTable *
leads_of(GArray *attendees, const GArray *withdrawn)
{
	GHashTable *leads = g_hash_table_new(attendee_hash, attendee_same);
	for (guint i = withdrawn->len; i-- > 0;) {
		guint place = g_array_index(withdrawn, guint, i);
		g_hash_table_insert(leads, ONE(attendees, place), GUINT_TO_POINTER(place + 1));
	}
	for (guint i = 0, next = 0; i < attendees->len; i++)
		if (next < withdrawn->len && g_array_index(withdrawn, guint, next) == i)
			next++;
		else if (g_hash_table_contains(leads, ONE(attendees, i)))
			g_hash_table_insert(leads, ONE(attendees, i), GUINT_TO_POINTER(i + 1));
	return leads;
}

bool
report_registrations_join(GArray *attendees, const GArray *withdrawn, GHashTable *places)
{
	bool joined = false;
	if (withdrawn->len == 0)
		return false;
	g_autoptr(GHashTable) leads = leads_of(attendees, withdrawn);
	for (guint i = 0; i < withdrawn->len; i++) {
		guint place = g_array_index(withdrawn, guint, i);
		struct report_attendee *one = ONE(attendees, place);
		guint lead = GPOINTER_TO_UINT(g_hash_table_lookup(leads, one)) - 1;
		if (lead == place)
			continue;
		ONE(attendees, lead)->invited |= one->invited;
		one->invited = one->registered = one->walk_in = false;
		g_hash_table_insert(places, &one->id, GUINT_TO_POINTER(lead + 1));
		joined = true;
	}
	return joined;
}

static gint
presence_order(gconstpointer one, gconstpointer other)
{
	const struct report_presence *a = one, *b = other;
	if (a->attendee != b->attendee)
		return a->attendee < b->attendee ? -1 : 1;
	return a->half_day < b->half_day ? -1 : a->half_day > b->half_day;
}

void
report_presences_once(GArray *presences)
{
	guint kept = 0;
	g_array_sort(presences, presence_order);
	struct report_presence *all = (struct report_presence *)(void *)presences->data;
	for (guint i = 0; i < presences->len; i++)
		if (kept == 0 || presence_order(&all[kept - 1], &all[i]) != 0)
			all[kept++] = all[i];
	g_array_set_size(presences, kept);
}
