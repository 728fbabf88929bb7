/* A conflict decided. */
#include <string.h>

#include "app/door.h"
#include "app/door_merge_private.h"
#include "app/presence.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/presence.h"
#include "core/status.h"
#include "store/history.h"

/* All that was said otherwise of the same thing is decided with it. */
static bool
conflicts_close(Store *store, const struct door_conflict *decided, GError **error)
{
	g_autoptr(GPtrArray) conflicts =
		door_conflicts_of(store, entity_of_table(decided->table_name), decided->row_id,
				  error);
	bool done = conflicts != NULL;
	for (guint i = 0; done && i < conflicts->len; i++) {
		const struct door_conflict *conflict = conflicts->pdata[i];
		if (strcmp(conflict->kind, decided->kind) == 0 &&
		    g_strcmp0(conflict->member, decided->member) == 0)
			done = store_delete(store, &entity_door_conflict, conflict->id, error);
	}
	return done;
}

/* That what stands goes on to stand is the centre's word from now on. */
static bool
changed_decide(Store *store, const struct door_conflict *conflict, bool there, GError **error)
{
	const struct entity *entity = entity_of_table(conflict->table_name);
	struct door_register one = door_register_named(entity, conflict->member);
	char now[INSTANT_SIZE];
	clock_instant(now);
	if (there && (conflict->value == NULL || one.head == NULL))
		return fail(error, ERROR_NOTHING,
			    _("what was said there is no longer known: bring the copy back once "
			      "more, or keep what is here"));
	void *row = there ? store_get(store, entity, conflict->row_id, error) : NULL;
	if (there && row == NULL)
		return false;
	if (there)
		register_set(&one, row, conflict->value);
	bool done = !there || store_update(store, entity, row, error);
	entity_free(entity, row);
	struct door_stamp_said said = {.row_id = conflict->row_id,
				       .entity = entity,
				       .member = conflict->member,
				       .at = now,
				       .gesture = store_gesture(store),
				       .known = store_gesture(store)};
	return done && door_stamp_set(store, conflict->event_id, &said, error) &&
	       conflicts_close(store, conflict, error);
}

static void
second_after(const char *instant, char after[static INSTANT_SIZE])
{
	g_autoptr(GDateTime) at = g_date_time_new_from_iso8601(instant, NULL);
	g_autoptr(GDateTime) next = at != NULL ? g_date_time_add_seconds(at, 1) : NULL;
	g_autofree char *text =
		next != NULL ? g_date_time_format(next, "%Y-%m-%dT%H:%M:%SZ") : g_strdup(instant);
	g_strlcpy(after, text, INSTANT_SIZE);
}

/* The decision is a mark of its own, later than all that there are: whatever clock they went by. */
static bool
presence_decide(Store *store, const struct door_conflict *conflict, bool there, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct presence_mark *said =
		store_get(store, &entity_presence_mark, conflict->row_id, error);
	struct presence_mark *last = said != NULL ? door_mark_deciding(store, said, error) : NULL;
	bool done = last != NULL;
	if (done) {
		struct presence_mark *mark =
			entity_copy(&entity_presence_mark, there ? said : last);
		mark->id = 0;
		text_set(&mark->nonce, NULL);
		text_set(&mark->recorded_at, now);
		text_set(&mark->recorded_by, store_who(store));
		if (strcmp(now, last->happened_at) <= 0)
			second_after(last->happened_at, now);
		text_set(&mark->happened_at, now);
		done = store_insert(store, &entity_presence_mark, mark, error) &&
		       conflicts_close(store, conflict, error);
		entity_free(&entity_presence_mark, mark);
	}
	entity_free(&entity_presence_mark, last);
	entity_free(&entity_presence_mark, said);
	return done;
}

/* They were not there: no mark that counts stands any longer. */
static bool
presences_retract(Store *store, gint64 attendee_id, GError **error)
{
	bool more = true;
	while (more) {
		g_autoptr(Rows) marks =
			store_of(store, &entity_presence_mark, "attendee_id", attendee_id, error);
		more = false;
		for (guint i = 0; marks != NULL && !more && i < marks->n; i++) {
			struct presence_mark *last =
				door_mark_deciding(store, marks->row[i], error);
			g_autofree char *state =
				last != NULL
					? attendee_presence(store, attendee_id, last->half_day_id)
					: NULL;
			bool counted = state != NULL &&
				       code_is(&code_presence_states, state, CODE_COUNTED);
			bool done = last != NULL &&
				    (!counted || store_mark_retract(store, last, error));
			entity_free(&entity_presence_mark, last);
			if (!done)
				return false;
			more = counted;
		}
		if (marks == NULL)
			return false;
	}
	return true;
}

static bool
withdrawn_decide(Store *store, const struct door_conflict *conflict, bool there, GError **error)
{
	return (there ? attendee_stands_again(store, conflict->row_id, error)
		      : presences_retract(store, conflict->row_id, error)) &&
	       conflicts_close(store, conflict, error);
}

static bool
deleted_decide(Store *store, const struct door_conflict *conflict, bool there, GError **error)
{
	const struct entity *entity = entity_of_table(conflict->table_name);
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct door_stamp_said kept = {.row_id = conflict->row_id,
				       .entity = entity,
				       .member = DOOR_KEPT,
				       .at = now,
				       .gesture = store_gesture(store),
				       .known = store_gesture(store)};
	return conflicts_close(store, conflict, error) &&
	       (there ? store_delete(store, entity, conflict->row_id, error)
		      : door_stamp_set(store, conflict->event_id, &kept, error));
}

static bool
conflict_decide(Store *store, const struct door_conflict *conflict, bool there, GError **error)
{
	if (entity_of_table(conflict->table_name) == NULL)
		return fail(error, ERROR_NOT_FOUND,
			    _("this no longer exists: somebody has deleted it"));
	if (strcmp(conflict->kind, "presence") == 0)
		return presence_decide(store, conflict, there, error);
	if (strcmp(conflict->kind, "withdrawn") == 0)
		return withdrawn_decide(store, conflict, there, error);
	if (strcmp(conflict->kind, "deleted") == 0)
		return deleted_decide(store, conflict, there, error);
	return changed_decide(store, conflict, there, error);
}

bool
door_decide(Store *store, gint64 conflict_id, bool there, GError **error)
{
	struct door_conflict *conflict =
		store_get(store, &entity_door_conflict, conflict_id, error);
	if (conflict == NULL)
		return false;
	store_about(store, &entity_door_conflict, conflict_id, conflict->event_id, 1);
	bool done = conflict_decide(store, conflict, there, error);
	entity_free(&entity_door_conflict, conflict);
	return done;
}
