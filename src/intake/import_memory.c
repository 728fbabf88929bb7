/* Rows that were imported before (data model, rule 5). */
#include <string.h>

#include "base/text.h"
#include "core/columns.h"
#include "intake/import_private.h"

/* Half of a SHA-1: 80 bits of the cells say whether a row is the same one. */
#define HASH_DIGITS 20
G_STATIC_ASSERT(sizeof(struct row_hash) == HASH_DIGITS + 1);

bool
memory_load(Store *store, ImportPlan *plan, GError **error)
{
	struct import_work *work = plan->work;
	g_autoptr(Rows) rows =
		store_where(store, &entity_import_row, "source", value_text(plan->source), error);
	if (rows == NULL)
		return false;
	if (work->hashes == NULL)
		work->hashes = g_new0(struct row_hash, work->sheet.rows->len);
	work->memory = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	work->keys = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < rows->n; i++) {
		struct import_row *row = rows->row[i];
		struct remembered *remembered = g_new(struct remembered, 1);
		*remembered = (struct remembered){row->event_id, row->attendee_id};
		g_hash_table_insert(work->memory, g_steal_pointer(&row->row_key), remembered);
	}
	return true;
}

/* Cells parted by a byte that no text holds, trailing empty ones aside: a column more that says
 * nothing makes no other row. */
const char *
memory_hash(const ImportPlan *plan, guint row)
{
	const struct sheet *sheet = &plan->work->sheet;
	char *hash = plan->work->hashes[row].digits;
	if (*hash != '\0')
		return hash;
	guint n = sheet->heads->len;
	while (n > 0 && *sheet_raw(sheet, row, (int)n - 1) == '\0')
		n--;
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
	for (guint i = 0; i < n; i++) {
		const char *cell = sheet_raw(sheet, row, (int)i);
		g_checksum_update(sum, (const guchar *)cell, (gssize)strlen(cell) + 1);
	}
	g_strlcpy(hash, g_checksum_get_string(sum), HASH_DIGITS + 1);
	return hash;
}

char *
memory_key(const ImportPlan *plan, guint row, const char *who)
{
	g_autofree char *key = sheet_cell(&plan->work->sheet, row, plan->work->at.key, false);
	if (key == NULL)
		return NULL;
	/* Digested like the cells, for it may name somebody who asks to be forgotten. */
	g_autofree char *folded = text_search_key(who);
	g_autofree char *both = g_strdup_printf("%s\001%s", key, folded);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA1, both, -1);
	return g_strdup_printf("k%.*s", HASH_DIGITS, sum);
}

const struct remembered *
memory_find(const ImportPlan *plan, const char *key)
{
	return key != NULL ? g_hash_table_lookup(plan->work->memory, key) : NULL;
}

int
memory_twin(ImportPlan *plan, guint row)
{
	const char *key = memory_hash(plan, row);
	gpointer twin = g_hash_table_lookup(plan->work->keys, key);
	if (twin != NULL)
		return (int)GPOINTER_TO_UINT(twin) - 1;
	g_hash_table_insert(plan->work->keys, (gpointer)(gsize)key, GUINT_TO_POINTER(row + 1));
	return -1;
}

bool
memory_keep(Store *store, ImportPlan *plan, const char *key, guint row, gint64 event_id,
	    gint64 attendee_id, GError **error)
{
	if (key == NULL || memory_find(plan, key) != NULL)
		return true;
	gpointer first = g_hash_table_lookup(plan->work->keys, key);
	if (first == NULL)
		g_hash_table_insert(plan->work->keys, g_string_chunk_insert(plan->work->texts, key),
				    GUINT_TO_POINTER(row + 1));
	else if (GPOINTER_TO_UINT(first) - 1 != row)
		return true;
	struct import_row kept = {
		.source = plan->source,
		.row_key = (char *)(gsize)key,
		.event_id = event_id,
		.attendee_id = attendee_id,
	};
	return store_insert(store, &entity_import_row, &kept, error);
}
