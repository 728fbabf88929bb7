/* Rows that one side deleted and the other needs: nothing of what was said at a door is lost. */
#include <string.h>

#include "app/door_merge_private.h"
#include "base/i18n.h"
#include "core/event.h"

/* Somebody who deleted it. */
struct deletion {
	gint64 copy_id; /* 0: the centre */
	char *at;
};

static void
deletion_clear(gpointer pointer)
{
	g_free(((struct deletion *)pointer)->at);
}

static void
deletion_add(GArray *deletions, gint64 copy_id, const char *at)
{
	struct deletion deletion = {copy_id, g_strdup(at)};
	g_array_append_val(deletions, deletion);
}

/* The gesture until which it was decided that the row stays. */
static gint64
kept_until(const GPtrArray *stamps)
{
	gint64 until = 0;
	for (guint i = 0; i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		if (strcmp(stamp->member, DOOR_KEPT) == 0)
			until = MAX(until, stamp->known_gesture);
	}
	return until;
}

static bool
by_copies(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 *kept,
	  GArray *deletions, GError **error)
{
	g_autoptr(GPtrArray) stamps = door_stamps_of(bringing->home, entity, id, error);
	*kept = stamps != NULL ? kept_until(stamps) : 0;
	gint64 after = MAX(bringing->out->export_gesture, *kept);
	for (guint i = 0; stamps != NULL && i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		if (strcmp(stamp->member, DOOR_DELETED) == 0 &&
		    stamp->copy_id != bringing->out->id && stamp->known_gesture > after)
			deletion_add(deletions, stamp->copy_id, stamp->said_at);
	}
	return stamps != NULL;
}

/* Since the copy was made, for it has the row. */
static bool
by_centre(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 kept,
	  GArray *deletions, GError **error)
{
	g_autofree char *at = NULL;
	g_autoptr(GPtrArray) changes =
		door_changes(bringing->home, MAX(bringing->out->export_gesture, kept), entity, id,
			     error);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		if (change->merge || change->operation == 'u')
			continue;
		g_clear_pointer(&at, g_free);
		if (change->operation == 'd') /* and it did not give it back */
			at = g_strdup(change->at);
	}
	if (at != NULL)
		deletion_add(deletions, 0, at);
	return changes != NULL;
}

/* Who deleted the row without knowing what the copy did to it. That a half-day went only followed
 * from the programme. NULL on error. */
static GArray *
deletions_of(struct bringing *bringing, const struct entity *entity, gint64 id, GError **error)
{
	gint64 kept = 0;
	GArray *deletions = g_array_new(FALSE, FALSE, sizeof(struct deletion));
	g_array_set_clear_func(deletions, deletion_clear);
	if (entity != &entity_half_day &&
	    (!by_copies(bringing, entity, id, &kept, deletions, error) ||
	     !by_centre(bringing, entity, id, kept, deletions, error)))
		g_clear_pointer(&deletions, g_array_unref);
	return deletions;
}

/* ---- what is needed of it -----------------------------------------------------------------------
 */

static bool
dispute(struct bringing *bringing, const struct entity *entity, const void *row,
	const struct deletion *deletion, GError **error)
{
	bool added = false;
	gint64 id = ((const struct row_head *)row)->id;
	struct door_conflict_said said = {.event_id = bringing->out->event_id,
					  .copy_id = deletion->copy_id,
					  .row_id = id,
					  .entity = entity,
					  .kind = "deleted",
					  .at = deletion->at};
	door_speaks_of(entity, row, &said.attendee_id, &said.person_id);
	if (!door_conflict_set(bringing->home, &said, &added, error))
		return false;
	g_autofree char *words = door_row_words(bringing->home, entity, id);
	if (added)
		door_note(bringing, g_strdup_printf(_("“%s” was deleted on one side, and something "
						      "was said of it on the other: it is kept "
						      "until that is decided"),
						    words));
	return true;
}

static bool
is_among(const GArray *deletions, gint64 copy_id)
{
	for (guint i = 0; i < deletions->len; i++)
		if (g_array_index(deletions, struct deletion, i).copy_id == copy_id)
			return true;
	return false;
}

/* What went only because something else went is that one's matter. */
static bool
owners_touch(struct bringing *bringing, const struct entity *entity, const void *row,
	     GArray *deletions, GError **error)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		gint64 owner =
			(field->flags & FIELD_OWNER) != 0 ? field_get(field, row).integer : 0;
		if (owner == 0)
			continue;
		g_autoptr(GArray) of_owner = deletions_of(bringing, field->target, owner, error);
		if (of_owner == NULL || !door_touch(bringing, field->target, owner, error))
			return false;
		for (guint j = deletions->len; j > 0; j--)
			if (is_among(of_owner,
				     g_array_index(deletions, struct deletion, j - 1).copy_id))
				g_array_remove_index(deletions, j - 1);
	}
	return true;
}

bool
door_touch(struct bringing *bringing, const struct entity *entity, gint64 id, GError **error)
{
	void *row = store_get(bringing->home, entity, id, NULL);
	if (row == NULL)
		return true;
	g_autoptr(GArray) deletions = deletions_of(bringing, entity, id, error);
	bool done = deletions != NULL && owners_touch(bringing, entity, row, deletions, error);
	for (guint i = 0; done && i < deletions->len; i++)
		done = dispute(bringing, entity, row, &g_array_index(deletions, struct deletion, i),
			       error);
	entity_free(entity, row);
	return done;
}

/* ---- giving back --------------------------------------------------------------------------------
 */

static bool
called_here(const struct entity *entity, gint64 id, gint64 *here, gpointer user, GError **error)
{
	return door_row_here(user, entity, id, here, error);
}

bool
door_give_back(struct bringing *bringing, const struct entity *entity, gint64 id, bool *revived,
	       GError **error)
{
	return store_revive(bringing->home, entity, id, called_here, bringing, revived, error);
}

/* ---- taking a deletion back ---------------------------------------------------------------------
 */

/* True when it was this copy's deletion, brought back, by which the row went, and nobody else's. */
static bool
went_by_copy(struct bringing *bringing, const struct entity *entity, gint64 id, bool *went,
	     GError **error)
{
	g_autoptr(GPtrArray) changes = door_changes(bringing->home, 0, entity, id, error);
	const struct door_change *last =
		changes != NULL && changes->len > 0 ? changes->pdata[changes->len - 1] : NULL;
	g_autoptr(GPtrArray) stamps =
		changes != NULL ? door_stamps_of(bringing->home, entity, id, error) : NULL;
	*went = stamps != NULL && last != NULL && last->operation == 'd' && last->merge &&
		!last->back && last->copy == bringing->out->id;
	for (guint i = 0; *went && i < stamps->len; i++)
		*went = strcmp(((const struct door_stamp *)stamps->pdata[i])->member,
			       DOOR_DELETED) != 0;
	return stamps != NULL;
}

static bool
own_conflicts_drop(struct bringing *bringing, const struct entity *entity, gint64 id,
		   GError **error)
{
	g_autoptr(GPtrArray) conflicts = door_conflicts_of(bringing->home, entity, id, error);
	bool done = conflicts != NULL;
	for (guint i = 0; done && i < conflicts->len; i++) {
		const struct door_conflict *conflict = conflicts->pdata[i];
		if (conflict->copy_id == bringing->out->id &&
		    strcmp(conflict->kind, "deleted") == 0)
			done = store_delete(bringing->home, &entity_door_conflict, conflict->id,
					    error);
	}
	return done;
}

bool
door_undelete(struct bringing *bringing, const struct said_row *row, GError **error)
{
	bool went = false;
	gint64 here = door_alias_of(bringing->home, row->entity, row->id);
	return door_stamp_drop(bringing, row->entity, row->id, DOOR_DELETED, error) &&
	       own_conflicts_drop(bringing, row->entity, here, error) &&
	       went_by_copy(bringing, row->entity, here, &went, error) &&
	       (!went || door_row_here(bringing, row->entity, row->id, &here, error));
}
