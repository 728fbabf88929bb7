#include "store/body_rows.h"

#include "core/organisation.h"

gint64
organisation_body(Store *store, gint64 id)
{
	for (guint i = 0; i < SUCCESSION_MAX && id != 0; i++) {
		struct organisation *organisation =
			store_get(store, &entity_organisation, id, NULL);
		gint64 next = organisation != NULL ? organisation->successor_id : 0;
		entity_free(&entity_organisation, organisation);
		if (next == 0)
			break;
		id = next;
	}
	return id;
}
