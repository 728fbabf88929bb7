#include "store/snapshot.h"

#include <string.h>

#include "core/attendee.h"
#include "store/private.h"

#define SHOWN_MAX 8

/* What must return, and what may only grow; what the history never held does not return. */
struct photo {
	char *values;
	gint64 rev, sequence;
	char *stamp;
};

struct snapshot {
	GHashTable *rows; /* "table id" → struct photo */
};

static void
photo_free(gpointer pointer)
{
	struct photo *photo = pointer;
	g_free(photo->values);
	g_free(photo->stamp);
	g_free(photo);
}

void
snapshot_free(Snapshot *snapshot)
{
	if (snapshot == NULL)
		return;
	g_hash_table_destroy(snapshot->rows);
	g_free(snapshot);
}

static void
value_append(GString *text, const struct field *field, const void *row)
{
	struct value value = field_get(field, row);
	if (value.type == VALUE_INTEGER)
		g_string_append_printf(text, " %s=%" G_GINT64_FORMAT, field->name, value.integer);
	else if (value.type == VALUE_TEXT)
		g_string_append_printf(text, " %s=“%s”", field->name, value.text);
}

static struct photo *
photo_new(const struct entity *entity, const void *row)
{
	struct photo *photo = g_new0(struct photo, 1);
	photo->rev = ((const struct row_head *)row)->rev;
	GString *values = g_string_new(NULL);
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (strcmp(field->name, "sequence") == 0)
			photo->sequence = field_get(field, row).integer;
		else if (strcmp(field->name, "stamped_at") == 0)
			photo->stamp = g_strdup(field_get(field, row).text);
		else if (strcmp(field->name, "calendar_digest") != 0 &&
			 (field->flags & FIELD_FLEETING) == 0)
			value_append(values, field, row);
	}
	photo->values = g_string_free(values, FALSE);
	return photo;
}

/* The nonces of the marks that a mark which stands takes back. A retraction is younger than what
 * it retracts, but may have been written again: the chain is followed, not the ids. */
static bool
mark_stands(GHashTable *retractions, const struct presence_mark *mark)
{
	const GPtrArray *by = g_hash_table_lookup(retractions, mark->nonce);
	for (guint i = 0; by != NULL && i < by->len; i++)
		if (mark_stands(retractions, by->pdata[i]))
			return false;
	return true;
}

static GHashTable *
retractions_of(const Rows *rows)
{
	GHashTable *retractions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
							(GDestroyNotify)g_ptr_array_unref);
	for (guint i = 0; i < rows->n; i++) {
		struct presence_mark *mark = rows->row[i];
		if (mark->retracts == NULL)
			continue;
		GPtrArray *by = g_hash_table_lookup(retractions, mark->retracts);
		if (by == NULL) {
			by = g_ptr_array_new();
			g_hash_table_insert(retractions, mark->retracts, by);
		}
		g_ptr_array_add(by, mark);
	}
	return retractions;
}

static bool
rows_photograph(Snapshot *snapshot, Store *store, const struct entity *entity)
{
	g_autoptr(Rows) rows = rows_select(store, entity, "ORDER BY id", NULL, 0, NULL);
	if (rows == NULL)
		return false;
	bool marks = entity == &entity_presence_mark;
	GHashTable *retractions = marks ? retractions_of(rows) : NULL;
	for (guint i = 0; i < rows->n; i++) {
		const struct presence_mark *mark = marks ? rows->row[i] : NULL;
		if (marks && (mark->retracts != NULL || !mark_stands(retractions, mark)))
			continue;
		char *key = g_strdup_printf("%s %" G_GINT64_FORMAT, entity->table,
					    ((const struct row_head *)rows->row[i])->id);
		g_hash_table_insert(snapshot->rows, key, photo_new(entity, rows->row[i]));
	}
	g_clear_pointer(&retractions, g_hash_table_destroy);
	return true;
}

Snapshot *
snapshot_take(Store *store)
{
	Snapshot *snapshot = g_new0(Snapshot, 1);
	snapshot->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, photo_free);
	for (guint i = 0; entities[i] != NULL; i++)
		if (!rows_photograph(snapshot, store, entities[i])) {
			snapshot_free(snapshot);
			return NULL;
		}
	return snapshot;
}

/* One line on a row that is not as it was; NULL when all is well. */
static char *
photo_differs(const char *key, const struct photo *before, const struct photo *after)
{
	if (after == NULL)
		return g_strdup_printf("%s is gone:%s", key, before->values);
	if (strcmp(before->values, after->values) != 0)
		return g_strdup_printf("%s was%s\n    is%s", key, before->values, after->values);
	if (after->rev < before->rev || after->sequence < before->sequence ||
	    g_strcmp0(after->stamp, before->stamp) < 0)
		return g_strdup_printf("%s has gone back: rev %d to %d, sequence %d to %d, %s to "
				       "%s",
				       key, (int)before->rev, (int)after->rev,
				       (int)before->sequence, (int)after->sequence, before->stamp,
				       after->stamp);
	return NULL;
}

char *
snapshot_compare(const Snapshot *earlier, const Snapshot *later)
{
	GString *report = g_string_new(NULL);
	guint n = 0;
	GHashTableIter iter;
	gpointer key, photo;
	g_hash_table_iter_init(&iter, earlier->rows);
	while (n < SHOWN_MAX && g_hash_table_iter_next(&iter, &key, &photo)) {
		g_autofree char *line =
			photo_differs(key, photo, g_hash_table_lookup(later->rows, key));
		if (line != NULL && ++n > 0)
			g_string_append_printf(report, "  %s\n", line);
	}
	g_hash_table_iter_init(&iter, later->rows);
	while (n < SHOWN_MAX && g_hash_table_iter_next(&iter, &key, &photo))
		if (!g_hash_table_contains(earlier->rows, key) && ++n > 0)
			g_string_append_printf(report, "  %s is new:%s\n", (const char *)key,
					       ((const struct photo *)photo)->values);
	return g_string_free(report, FALSE);
}
