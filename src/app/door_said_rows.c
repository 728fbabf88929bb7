/* What was done in a copy: its history, row by row. What was done and undone again is as if it had
 * not been. */
#include <string.h>

#include "app/door_merge_private.h"
#include "base/error.h"

void
said_row_free(struct said_row *row)
{
	entity_free(row->entity, row->base);
	entity_free(row->entity, row->now);
	g_free(row->members);
	g_free(row);
}

struct said_row *
said_row_of(const struct bringing *bringing, const struct entity *entity, gint64 id)
{
	struct said_row *row = g_hash_table_lookup(bringing->said, &id);
	return row != NULL && row->entity == entity ? row : NULL;
}

static struct said_row *
row_add(struct bringing *bringing, const struct entity *entity, gint64 id)
{
	struct said_row *row = said_row_of(bringing, entity, id);
	if (row != NULL)
		return row;
	row = g_new0(struct said_row, 1);
	row->entity = entity;
	row->id = id;
	row->base = entity_new(entity);
	row->members = g_new0(struct said_member, entity->n_fields);
	g_ptr_array_add(bringing->rows, row);
	g_hash_table_insert(bringing->said, &row->id, row);
	return row;
}

/* ---- one change ---------------------------------------------------------------------------------
 */

static bool
is_unknown(guint place, gpointer user)
{
	struct said_row *row = user;
	bool unknown = !row->members[place].known;
	row->members[place].known = true;
	return unknown;
}

/* A gesture that stands says when; of one that took something back only when none stands. */
static void
member_touch(struct said_member *member, const struct door_change *change)
{
	member->touched = true;
	if (!change->stands && member->stands)
		return;
	member->stands = change->stands;
	member->gesture = change->gesture;
	g_strlcpy(member->at, change->at, sizeof member->at);
}

static bool
touches(guint place, gpointer user)
{
	const struct {
		struct said_row *row;
		const struct door_change *change;
	} *both = user;
	member_touch(&both->row->members[place], both->change);
	return false;
}

static void
row_all(struct said_row *row, const struct door_change *change)
{
	for (guint i = 0; i < row->entity->n_fields; i++) {
		member_touch(&row->members[i], change);
		if (change->operation == 'd')
			row->members[i].known = true; /* what its image lacks was missing */
	}
}

static void
change_take(struct said_row *row, const struct door_change *change)
{
	struct {
		struct said_row *row;
		const struct door_change *change;
	} both = {row, change};
	if (!row->met)
		row->existed = change->operation != 'i';
	row->met = row->fresh = true;
	image_take(row->entity, row->base, change->before, is_unknown, row);
	if (change->operation == 'u')
		image_take(row->entity, row->base, change->after, touches, &both);
	else
		row_all(row, change);
}

/* ---- all of them --------------------------------------------------------------------------------
 */

static bool
is_known(guint place, gpointer user)
{
	const struct said_row *row = user;
	return row->members[place].known;
}

static bool
row_finish(struct bringing *bringing, struct said_row *row, GError **error)
{
	GError *reason = NULL;
	row->now = store_get(bringing->copy, row->entity, row->id, &reason);
	if (row->now == NULL && !g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		g_propagate_error(error, reason);
		return false;
	}
	g_clear_error(&reason);
	for (guint i = 0; row->now != NULL && i < row->entity->n_fields; i++)
		if (!is_known(i, row))
			field_set(&row->entity->fields[i], row->base,
				  field_get(&row->entity->fields[i], row->now));
	return true;
}

static guint
entity_place(const struct entity *entity)
{
	guint i = 0;
	while (entities[i] != entity)
		i++;
	return i;
}

static gint
owners_first(gconstpointer a, gconstpointer b)
{
	const struct said_row *one = *(const struct said_row *const *)a;
	const struct said_row *other = *(const struct said_row *const *)b;
	guint first = entity_place(one->entity), second = entity_place(other->entity);
	if (first != second)
		return first < second ? -1 : 1;
	return one->id < other->id ? -1 : one->id > other->id;
}

/* A row with which it was taken along, and which it deleted, is there again: all that was done to
 * it counts. */
static void
returned_take(struct bringing *bringing, const GPtrArray *changes)
{
	g_autoptr(GHashTable) first = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		struct said_row *row = said_row_of(bringing, change->entity, change->row_id);
		if (row == NULL || !row->gone || !row->fresh)
			continue;
		if (g_hash_table_add(first, &row->id) && change->operation != 'i') {
			memset(row->members, 0, row->entity->n_fields * sizeof *row->members);
			row->met = false;
			row->returned = true;
		}
		if (row->returned)
			change_take(row, change);
	}
}

bool
said_rows_read(struct bringing *bringing, GError **error)
{
	gint64 after = MAX(bringing->out->merged_gesture, 0);
	g_autoptr(GPtrArray) changes = door_changes(bringing->copy, 0, NULL, 0, error);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		if (!door_comes_back(change->entity))
			continue;
		struct said_row *row = row_add(bringing, change->entity, change->row_id);
		if (change->gesture > after)
			change_take(row, change);
		else
			row->gone = change->operation == 'd';
	}
	bool done = changes != NULL;
	if (done)
		returned_take(bringing, changes);
	for (guint i = 0; done && i < bringing->rows->len; i++)
		done = row_finish(bringing, bringing->rows->pdata[i], error);
	g_ptr_array_sort(bringing->rows, owners_first);
	return done;
}
