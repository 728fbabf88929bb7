#include "app/consent.h"

#include <string.h>

#include "base/text.h"

/* In the order in which they were given, the last one counts. */
enum consent_state
consent_state(Store *store, gint64 person_id, const char *purpose)
{
	enum consent_state state = CONSENT_UNKNOWN;
	g_autoptr(Rows) rows = store_of(store, &entity_consent, "person_id", person_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct consent *consent = rows->row[i];
		if (strcmp(consent->purpose, purpose) == 0)
			state = consent->agreed == 1 ? CONSENT_GIVEN : CONSENT_OPPOSED;
	}
	return state;
}

bool
consent_note(Store *store, gint64 person_id, const char *purpose, bool agreed, const char *given_on,
	     const char *origin, GError **error)
{
	struct consent *consent = entity_new(&entity_consent);
	consent->person_id = person_id;
	text_set(&consent->purpose, purpose);
	consent->agreed = agreed;
	text_set(&consent->given_on, given_on);
	text_set(&consent->origin, origin);
	bool done = store_insert(store, &entity_consent, consent, error);
	entity_free(&entity_consent, consent);
	return done;
}

/* ---- addresses ----------------------------------------------------------------------------------
 */

static void
address_take(Store *store, const struct person *person, const char *purpose, GHashTable *seen,
	     GString *list, struct addresses *addresses)
{
	if (person->erased_at != NULL)
		return;
	if (consent_state(store, person->id, purpose) == CONSENT_OPPOSED) {
		addresses->opposed++;
		return;
	}
	if (person->email_key == NULL) {
		addresses->unusable++;
		return;
	}
	if (!g_hash_table_add(seen, g_strdup(person->email_key)))
		return;
	g_autofree char *email = text_for_file(person->email, false);
	g_string_append_printf(list, "%s%s", list->len > 0 ? "; " : "", g_strstrip(email));
	addresses->n++;
}

bool
addresses_collect(Store *store, const gint64 *people, guint n, const char *purpose,
		  struct addresses *addresses, GError **error)
{
	*addresses = (struct addresses){.list = NULL};
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GString) list = g_string_new(NULL);
	for (guint i = 0; i < n; i++) {
		struct person *person = store_get(store, &entity_person, people[i], error);
		if (person == NULL)
			return false;
		address_take(store, person, purpose, seen, list, addresses);
		entity_free(&entity_person, person);
	}
	addresses->list = g_strdup(list->str);
	return true;
}

void
addresses_clear(struct addresses *addresses)
{
	g_clear_pointer(&addresses->list, g_free);
}
