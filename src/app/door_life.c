/* What the centre itself did to a row, as its history tells. */
#include "app/door_merge_private.h"
#include "store/history.h"

struct life {
	gint64 id;
	GPtrArray *changes; /* struct door_change, of all gestures */
	void *made;         /* as the centre made it; NULL: it did not, or not that is known */
};

static void
life_free(gpointer pointer, const struct entity *entity)
{
	struct life *life = pointer;
	g_ptr_array_unref(life->changes);
	entity_free(entity, life->made);
	g_free(life);
}

static bool
is_own(const struct door_change *change, char operation)
{
	return change->operation == operation && change->stands && !change->merge;
}

static bool
member_first(guint place, gpointer user)
{
	bool *met = user;
	bool first = !met[place];
	met[place] = true;
	return first;
}

/* The row as it was made: what was changed since stands in the first change of each member. */
static void *
row_as_made(Store *store, const struct entity *entity, gint64 id, const GPtrArray *changes)
{
	void *row = history_row(store, entity, id);
	g_autofree bool *met = g_new0(bool, entity->n_fields);
	for (guint i = 0; row != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		if (change->operation == 'u')
			image_take(entity, row, change->before, member_first, met);
	}
	return row;
}

static struct life *
life_load(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	GPtrArray *changes = door_changes(store, 0, entity, id, error);
	if (changes == NULL)
		return NULL;
	struct life *life = g_new0(struct life, 1);
	life->id = id;
	life->changes = changes;
	for (guint i = 0; i < changes->len && life->made == NULL; i++)
		if (is_own(changes->pdata[i], 'i'))
			life->made = row_as_made(store, entity, id, changes);
	return life;
}

/* The last change by which the centre wrote the register: what it did not say when it made the row
 * it has not said. */
static void
life_ask(const struct life *life, const struct entity *entity, const struct door_register *one,
	 struct door_said *said, char **at)
{
	for (guint i = 0; i < life->changes->len; i++) {
		const struct door_change *change = life->changes->pdata[i];
		bool wrote =
			is_own(change, 'u') && image_has(entity, change->after, one->head->name);
		wrote |= is_own(change, 'i') && life->made != NULL &&
			 !field_missing(one->head, life->made) && !door_is_identity(entity, one);
		if (!wrote || change->gesture <= said->gesture)
			continue;
		said->gesture = said->known = said->base = change->gesture;
		g_free(*at);
		*at = g_strdup(change->at);
	}
}

bool
door_centre_said(struct bringing *bringing, const struct entity *entity, const GArray *ids,
		 const struct door_register *one, struct door_said *said, char **at, GError **error)
{
	for (guint i = 0; i < ids->len; i++) {
		struct life *life =
			life_load(bringing->home, entity, g_array_index(ids, gint64, i), error);
		if (life == NULL)
			return false;
		life_ask(life, entity, one, said, at);
		life_free(life, entity);
	}
	return true;
}

static gint64
first_export(const struct bringing *bringing)
{
	gint64 first = bringing->out->export_gesture;
	for (guint i = 0; i < bringing->copies->n; i++) {
		const struct door_copy *copy = bringing->copies->row[i];
		if (copy->event_id == bringing->out->event_id)
			first = MIN(first, copy->export_gesture);
	}
	return first;
}

static bool
member_any(guint place, gpointer user)
{
	(void)place;
	(void)user;
	return true;
}

bool
door_value_before(struct bringing *bringing, const struct entity *entity, gint64 id,
		  const struct door_register *one, char **before, GError **error)
{
	g_autoptr(GPtrArray) changes =
		door_changes(bringing->home, first_export(bringing), entity, id, error);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		if (change->operation != 'u' || !change->stands ||
		    !image_has(entity, change->after, one->head->name))
			continue;
		void *row = store_get(bringing->home, entity, id, error);
		if (row == NULL)
			return false;
		image_take(entity, row, change->before, member_any, NULL);
		*before = register_image(one, row);
		entity_free(entity, row);
		return true;
	}
	return changes != NULL;
}
