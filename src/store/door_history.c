/* What was done in a copy and at the centre, and rows that come back from there. */
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/door_private.h"
#include "store/history.h"
#include "store/private.h"

/* ---- changes ------------------------------------------------------------------------------------
 */

static void
door_change_free(gpointer pointer)
{
	struct door_change *change = pointer;
	g_free(change->before);
	g_free(change->after);
	g_free(change->at);
	g_free(change);
}

static bool
change_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct entity *entity = entity_of_table(store_column(store, cursor, 0).text);
	if (entity == NULL)
		return true;
	struct door_change *change = g_new0(struct door_change, 1);
	change->entity = entity;
	change->row_id = store_column_integer(store, cursor, 1);
	change->operation = *store_column(store, cursor, 2).text;
	change->before = store_column_text(store, cursor, 3);
	change->after = store_column_text(store, cursor, 4);
	change->gesture = store_column_integer(store, cursor, 5);
	change->at = store_column_text(store, cursor, 6);
	change->stands = store_column_integer(store, cursor, 7) != 0;
	change->merge = store_column_integer(store, cursor, 8) != 0;
	change->copy = store_column_integer(store, cursor, 9);
	change->back = store_column_integer(store, cursor, 10) != 0;
	g_ptr_array_add(user, change);
	return true;
}

/* The gesture under way has no row of its own yet: it stands, and is what it is. */
#define CHANGES                                                                                    \
	"SELECT c.table_name, c.row_id, c.operation, c.before, c.after, c.gesture_id, "            \
	"coalesce(g.happened_at, $4), CASE WHEN g.id IS NULL OR (g.undone = 0 AND (g.kind = 'do' " \
	"OR g.kind = 'record')) THEN 1 ELSE 0 END, CASE WHEN coalesce(g.action, $5) = "            \
	"'door_merge' THEN 1 ELSE 0 END, coalesce(g.subject_id, $6), CASE WHEN g.kind = 'undo' "   \
	"THEN 1 ELSE 0 END FROM change c LEFT JOIN gesture g ON g.id = c.gesture_id WHERE "

GPtrArray *
door_changes(Store *store, gint64 after, const struct entity *entity, gint64 id, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	GPtrArray *changes = g_ptr_array_new_with_free_func(door_change_free);
	struct value args[] = {value_integer(after),
			       value_integer(id),
			       value_text(entity != NULL ? entity->table : NULL),
			       value_text(now),
			       value_text(store->action != NULL ? store->action : ""),
			       value_integer(store->about_id)};
	const char *sql = id != 0 ? CHANGES
				  "c.row_id = $2 AND c.table_name = $3 AND c.gesture_id > $1 ORDER "
				  "BY c.gesture_id, c.position"
				  : CHANGES "c.gesture_id > $1 ORDER BY c.gesture_id, c.position";
	if (!store_each(store, sql, args, G_N_ELEMENTS(args), change_row, changes, error))
		g_clear_pointer(&changes, g_ptr_array_unref);
	return changes;
}

bool
door_last_gesture(Store *store, gint64 *gesture, GError **error)
{
	return store_number(store, "SELECT max(id) FROM gesture", NULL, 0, 0, gesture, error);
}

/* ---- rows that come -----------------------------------------------------------------------------
 */

static bool
first_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(char *)user = *store_column(store, cursor, 0).text;
	return false;
}

/* A revision never goes back, nor does it when an undo had taken the row away: it counts the
 * row's insertions and changes, and one that was there before the history began. */
static bool
rev_next(Store *store, const struct entity *entity, gint64 id, gint64 *rev, GError **error)
{
	gint64 steps = 0;
	char first = 'i';
	struct value args[] = {value_integer(id), value_text(entity->table)};
	if (!store_number(store,
			  "SELECT count(*) FROM change WHERE row_id = $1 AND table_name = $2 AND "
			  "operation <> 'delete'",
			  args, 2, 0, &steps, error) ||
	    !store_each(store,
			"SELECT operation FROM change WHERE row_id = $1 AND table_name = $2 ORDER "
			"BY gesture_id, position LIMIT 1",
			args, 2, first_row, &first, error))
		return false;
	*rev = steps + 1 + (first != 'i');
	return true;
}

bool
store_bring(Store *store, const struct entity *entity, void *row, GError **error)
{
	g_assert(store->gesture != 0);
	struct row_head *head = row;
	if (entity->prepare != NULL)
		entity->prepare(row);
	return entity_check(entity, row, error) &&
	       rev_next(store, entity, head->id, &head->rev, error) &&
	       row_insert(store, entity, row, error);
}

/* ---- rows that come again -----------------------------------------------------------------------
 */

/* What one gesture deleted, in its order: what a row owned comes before it. */
struct reviving {
	Store *store;
	GPtrArray *changes; /* struct gesture_change */
	void **row;         /* of each, as it was; NULL: no deletion, or not known any longer */
	bool *back;
	store_called called;
	gpointer user;
};

static int
deleted_place(const struct reviving *reviving, const struct entity *entity, gint64 id)
{
	for (guint i = 0; i < reviving->changes->len; i++) {
		const struct gesture_change *change = reviving->changes->pdata[i];
		if (reviving->row[i] != NULL && change->entity == entity && change->row_id == id)
			return (int)i;
	}
	return -1;
}

static bool
row_is_there(Store *store, const struct entity *entity, gint64 id)
{
	void *row = store_get(store, entity, id, NULL);
	entity_free(entity, row);
	return row != NULL;
}

/* A row comes back with what it belongs to. */
static void
back_with_owners(struct reviving *reviving, int place)
{
	if (place < 0 || reviving->back[place])
		return;
	const struct entity *entity =
		((const struct gesture_change *)reviving->changes->pdata[place])->entity;
	reviving->back[place] = true;
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		gint64 target = field->kind == FIELD_REFERENCE
					? field_get(field, reviving->row[place]).integer
					: 0;
		if (target != 0 && !row_is_there(reviving->store, field->target, target))
			back_with_owners(reviving, deleted_place(reviving, field->target, target));
	}
}

/* True when what the row belongs to comes back. */
static bool
follows(const struct reviving *reviving, guint place)
{
	const struct entity *entity =
		((const struct gesture_change *)reviving->changes->pdata[place])->entity;
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		gint64 target = (field->flags & FIELD_OWNER) != 0
					? field_get(field, reviving->row[place]).integer
					: 0;
		int owner = target != 0 ? deleted_place(reviving, field->target, target) : -1;
		if (owner >= 0 && reviving->back[owner])
			return true;
	}
	return false;
}

static void
back_with_owned(struct reviving *reviving)
{
	bool more = true;
	while (more) {
		more = false;
		for (guint i = 0; i < reviving->changes->len; i++)
			if (reviving->row[i] != NULL && !reviving->back[i] && follows(reviving, i))
				more = reviving->back[i] = true;
	}
}

/* References to what has another name since, or is no longer there. */
static bool
references_ask(struct reviving *reviving, const struct entity *entity, void *row, bool *stands,
	       GError **error)
{
	*stands = true;
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		gint64 target = field->kind == FIELD_REFERENCE ? field_get(field, row).integer : 0;
		gint64 here = 0;
		if (target == 0 || row_is_there(reviving->store, field->target, target))
			continue;
		if (!reviving->called(field->target, target, &here, reviving->user, error))
			return false;
		field_set(field, row, here != 0 ? value_integer(here) : value_text(NULL));
		*stands &= here != 0 || (field->flags & FIELD_REQUIRED) == 0;
	}
	return true;
}

/* What was deleted last comes first: the rest belongs to it. */
static bool
all_back(struct reviving *reviving, GError **error)
{
	bool done = true;
	for (guint i = reviving->changes->len; done && i > 0; i--) {
		const struct gesture_change *change = reviving->changes->pdata[i - 1];
		bool stands = true;
		if (!reviving->back[i - 1] ||
		    row_is_there(reviving->store, change->entity, change->row_id))
			continue;
		void *row = reviving->row[i - 1];
		((struct row_head *)row)->id = change->row_id;
		done = references_ask(reviving, change->entity, row, &stands, error);
		/* Somebody who was asked may have given it back. */
		if (done && stands &&
		    !row_is_there(reviving->store, change->entity, change->row_id))
			done = store_bring(reviving->store, change->entity, row, error);
	}
	return done;
}

/* A mark that took another back as its registration went: that one is as it was before. */
static bool
was_made_there(const struct reviving *reviving, guint place)
{
	const struct gesture_change *deletion = reviving->changes->pdata[place];
	for (guint i = 0; i < place; i++) {
		const struct gesture_change *change = reviving->changes->pdata[i];
		if (change->row_id == deletion->row_id && change->entity == deletion->entity &&
		    strcmp(change->operation, "insert") == 0)
			return true;
	}
	return false;
}

static void
rows_read(struct reviving *reviving)
{
	for (guint i = 0; i < reviving->changes->len; i++) {
		const struct gesture_change *change = reviving->changes->pdata[i];
		if (strcmp(change->operation, "delete") != 0 || change->before == NULL ||
		    was_made_there(reviving, i))
			continue;
		reviving->row[i] = entity_new(change->entity);
		if (!image_apply(change->entity, reviving->row[i], change->before, NULL, NULL)) {
			entity_free(change->entity, reviving->row[i]);
			reviving->row[i] = NULL;
		}
	}
}

static void
rows_clear(struct reviving *reviving)
{
	for (guint i = 0; i < reviving->changes->len; i++)
		entity_free(((const struct gesture_change *)reviving->changes->pdata[i])->entity,
			    reviving->row[i]);
	g_free(reviving->row);
	g_free(reviving->back);
}

bool
store_revive(Store *store, const struct entity *entity, gint64 id, store_called called,
	     gpointer user, bool *revived, GError **error)
{
	gint64 deletion = 0;
	*revived = false;
	struct value args[] = {value_text(entity->table), value_integer(id)};
	if (!store_number(store,
			  "SELECT max(gesture_id) FROM change WHERE row_id = $2 AND table_name = "
			  "$1 AND operation = 'delete'",
			  args, 2, 0, &deletion, error))
		return false;
	g_autoptr(GPtrArray) changes =
		deletion != 0 ? history_changes(store, deletion, error) : NULL;
	if (changes == NULL)
		return deletion == 0;
	struct reviving reviving = {.store = store,
				    .changes = changes,
				    .row = g_new0(void *, changes->len + 1),
				    .back = g_new0(bool, changes->len + 1),
				    .called = called,
				    .user = user};
	rows_read(&reviving);
	int place = deleted_place(&reviving, entity, id);
	back_with_owners(&reviving, place);
	back_with_owned(&reviving);
	bool done = place < 0 || all_back(&reviving, error);
	*revived = done && place >= 0 && row_is_there(store, entity, id);
	rows_clear(&reviving);
	return done;
}
