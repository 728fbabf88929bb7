/* Copies of the event that were taken along. */
#include "app/event_check.h"
#include "base/clock.h"
#include "store/door.h"

/* A copy is not out of itself. */
bool
gather_copies(struct gathering *gathering, GError **error)
{
	Store *store = gathering->store;
	gint64 event_id = gathering->whole->event->id;
	gathering->copies = g_array_new(FALSE, FALSE, sizeof(struct check_copy));
	g_autoptr(Rows) rows = store_of(store, &entity_door_copy, "event_id", event_id, error);
	gint64 conflicts = store_count(store, &entity_door_conflict, "event_id",
				       value_integer(event_id), error);
	if (rows == NULL || conflicts < 0)
		return false;
	for (guint i = 0; i < rows->n; i++) {
		const struct door_copy *row = rows->row[i];
		char local[17] = "";
		if (row->merged_at != NULL || row->wiped_at != NULL ||
		    row->id == store_taken(store))
			continue;
		clock_local(row->exported_at, gathering->whole->event->time_zone, local);
		local[10] = '\0';
		struct check_copy copy = {g_string_chunk_insert(gathering->words, row->letter),
					  g_string_chunk_insert(gathering->words, local)};
		g_array_append_val(gathering->copies, copy);
	}
	gathering->facts.copies = (gconstpointer)gathering->copies->data;
	gathering->facts.n_copies = gathering->copies->len;
	gathering->facts.n_conflicts = (guint)conflicts;
	return true;
}
