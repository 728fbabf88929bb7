/* Of marks of presence the last one that stands decides. That one side saw somebody whom the other
 * marked absent, or withdrew, is left to be decided. */
#include <string.h>

#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/status.h"

/* ---- what contradicts ---------------------------------------------------------------------------
 */

/* What each side says last of one half-day. */
struct seen {
	const struct presence_mark *mark;
	struct door_said said;
};

static struct door_said
said_by(const struct bringing *bringing, const struct door_origin *origin)
{
	const struct door_copy *copy = door_copy_find(bringing->copies, origin->copy_id);
	return (struct door_said){.origin = origin->copy_id,
				  .uid = copy != NULL ? copy->uid : "",
				  .known = origin->known,
				  .base = copy != NULL ? copy->export_gesture : origin->known};
}

static bool
is_later(const struct presence_mark *a, const struct presence_mark *b)
{
	int order = strcmp(a->happened_at, b->happened_at);
	return order != 0 ? order > 0 : strcmp(a->nonce, b->nonce) > 0;
}

static bool
counts(const struct presence_mark *mark)
{
	return code_is(&code_presence_states, mark->state, CODE_COUNTED);
}

/* The last standing mark of each origin for the half-day. */
static bool
seen_load(struct bringing *bringing, const Rows *marks, gint64 half_day, GArray *seen,
	  GError **error)
{
	for (guint i = 0; i < marks->n; i++) {
		const struct presence_mark *mark = marks->row[i];
		struct door_origin origin;
		if (mark->half_day_id != half_day || mark->retracts != NULL ||
		    door_mark_is_back(marks, mark))
			continue;
		if (!door_origin_find(bringing->home, mark->id, &origin, error))
			return false;
		struct seen one = {mark, said_by(bringing, &origin)};
		bool known = false;
		for (guint j = 0; j < seen->len; j++) {
			struct seen *other = &g_array_index(seen, struct seen, j);
			if (other->said.origin != one.said.origin)
				continue;
			known = true;
			if (is_later(mark, other->mark))
				*other = one;
		}
		if (!known)
			g_array_append_val(seen, one);
	}
	return true;
}

static const struct seen *
seen_last(const GArray *seen)
{
	const struct seen *last = NULL;
	for (guint i = 0; i < seen->len; i++) {
		const struct seen *one = &g_array_index(seen, struct seen, i);
		if (last == NULL || is_later(one->mark, last->mark))
			last = one;
	}
	return last;
}

static bool
parted(const struct door_said *a, const struct door_said *b)
{
	return a->origin != b->origin && !door_said_sees(a, b) && !door_said_sees(b, a);
}

static char *
state_image(const char *state)
{
	return g_strdup_printf("{\"state\":\"%s\"}", state);
}

static bool
dispute(struct bringing *bringing, const struct entity *entity, gint64 row_id, const char *kind,
	const struct seen *seen, GPtrArray *found, GError **error)
{
	g_autofree char *value = state_image(seen->mark->state);
	struct door_conflict_said said = {.event_id = bringing->out->event_id,
					  .copy_id = seen->said.origin,
					  .row_id = row_id,
					  .entity = entity,
					  .kind = kind,
					  .member = "state",
					  .at = seen->mark->happened_at,
					  .value = value,
					  .attendee_id = seen->mark->attendee_id};
	g_ptr_array_add(found, g_strdup_printf("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, kind,
					       row_id, said.copy_id));
	return door_conflict_set(bringing->home, &said, NULL, error);
}

static bool
half_day_compare(struct bringing *bringing, const struct attendee *attendee, const Rows *marks,
		 gint64 half_day, const struct door_said *withdrawn, GPtrArray *found,
		 GError **error)
{
	g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(struct seen));
	if (!seen_load(bringing, marks, half_day, seen, error))
		return false;
	const struct seen *last = seen_last(seen);
	if (last == NULL)
		return true;
	for (guint i = 0; i < seen->len; i++) {
		const struct seen *one = &g_array_index(seen, struct seen, i);
		if (counts(one->mark) != counts(last->mark) && parted(&one->said, &last->said) &&
		    !dispute(bringing, &entity_presence_mark, one->mark->id, "presence", one, found,
			     error))
			return false;
	}
	return withdrawn == NULL || !counts(last->mark) || !parted(&last->said, withdrawn) ||
	       dispute(bringing, &entity_attendee, attendee->id, "withdrawn", last, found, error);
}

/* ---- withdrawn ----------------------------------------------------------------------------------
 */

/* Whose word it is that the registration does not stand; false in IS when it stands. */
static bool
withdrawn_find(struct bringing *bringing, const struct attendee *attendee, bool *is,
	       struct door_said *said, GError **error)
{
	struct door_register status = {.head = entity_field(&entity_attendee, "status"),
				       .head_tells = true};
	*is = false;
	if (code_is(&code_attendee_statuses, attendee->status, CODE_LIVE))
		return true;
	g_autoptr(GArray) words =
		door_words_load(bringing, &entity_attendee, attendee->id, &status, error);
	if (words == NULL)
		return false;
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct door_said));
	for (guint i = 0; i < words->len; i++)
		g_array_append_val(all, g_array_index(words, struct door_word, i).said);
	*is = all->len > 0;
	if (*is)
		*said = g_array_index(all, struct door_said,
				      door_said_standing((const struct door_said *)(void *)
								 all->data,
							 all->len));
	said->uid = said->at = ""; /* of the words, which go */
	return true;
}

/* ---- all of them --------------------------------------------------------------------------------
 */

static bool
was_found(const GPtrArray *found, const struct door_conflict *conflict)
{
	g_autofree char *key = g_strdup_printf("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
					       conflict->kind, conflict->row_id, conflict->copy_id);
	for (guint i = 0; i < found->len; i++)
		if (strcmp(found->pdata[i], key) == 0)
			return true;
	return false;
}

/* What contradicts no longer is no conflict. */
static bool
settled_drop(Store *store, gint64 attendee_id, const GPtrArray *found, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_door_conflict, "attendee_id", attendee_id, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++) {
		const struct door_conflict *conflict = rows->row[i];
		if (g_strcmp0(conflict->member, "state") == 0 && !was_found(found, conflict))
			done = store_delete(store, &entity_door_conflict, conflict->id, error);
	}
	return done;
}

static bool
attendee_compare(struct bringing *bringing, const struct attendee *attendee, GError **error)
{
	bool withdrawn = false;
	struct door_said said = {.uid = ""};
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) half_days = g_hash_table_new(g_int64_hash, g_int64_equal);
	g_autoptr(Rows) marks =
		store_of(bringing->home, &entity_presence_mark, "attendee_id", attendee->id, error);
	if (marks == NULL || !withdrawn_find(bringing, attendee, &withdrawn, &said, error))
		return false;
	for (guint i = 0; i < marks->n; i++) {
		struct presence_mark *mark = marks->row[i];
		if (g_hash_table_add(half_days, &mark->half_day_id) &&
		    !half_day_compare(bringing, attendee, marks, mark->half_day_id,
				      withdrawn ? &said : NULL, found, error))
			return false;
	}
	return settled_drop(bringing->home, attendee->id, found, error);
}

bool
door_presence_compare(struct bringing *bringing, GError **error)
{
	GHashTableIter iter;
	gpointer id = NULL;
	g_hash_table_iter_init(&iter, bringing->looked);
	while (g_hash_table_iter_next(&iter, &id, NULL)) {
		gint64 here = door_alias_of(bringing->home, &entity_attendee, *(gint64 *)id);
		struct attendee *attendee = store_get(bringing->home, &entity_attendee, here, NULL);
		bool done = attendee == NULL || attendee_compare(bringing, attendee, error);
		entity_free(&entity_attendee, attendee);
		if (!done)
			return false;
	}
	return true;
}
