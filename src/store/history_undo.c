/* Undo and redo: which gesture, and all of it or nothing. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "store/private.h"
#include "store/undo.h"

/* Two terminals may take the same gesture back: the second finds it done. */
static bool
gesture_mark_undone(Store *store, gint64 gesture, bool undone, GError **error)
{
	gint64 changes = 0;
	struct value args[] = {value_integer(gesture), value_integer(undone)};
	if (!store_run(store, "UPDATE gesture SET undone = $2 WHERE id = $1 AND undone <> $2", args,
		       2, &changes, error))
		return false;
	return changes == 1 || fail(error, ERROR_NOTHING, _("this has already been undone"));
}

/* Take back TARGET's changes, the last one first, as a gesture of KIND. */
static bool
gesture_reverse(Store *store, const struct gesture *target, const char *kind, GError **error)
{
	if (!store_begin(store, target->action, error))
		return false;
	store->kind = kind;
	store->target = target->id;
	store->amount = target->amount;
	store->about_event = target->event_id;
	g_autoptr(GPtrArray) changes = history_changes(store, target->id, error);
	bool done = changes != NULL && gesture_mark_undone(store, target->id, true, error);
	for (guint i = done ? changes->len : 0; done && i > 0; i--)
		done = store_goes_on(store, changes->len - i, changes->len, error) &&
		       change_undo(store, g_ptr_array_index(changes, i - 1), target, error);
	if (done && strcmp(kind, "redo") == 0)
		done = gesture_mark_undone(store, target->target, false, error);
	if (!done) {
		store_rollback(store);
		return false;
	}
	return store_commit(store, NULL, error);
}

static struct gesture *
gesture_one(Store *store, const char *tail, const struct value *args, guint n, GError **error)
{
	g_autoptr(GPtrArray) found = gestures_select(store, tail, args, n, error);
	if (found == NULL || found->len == 0)
		return NULL;
	return g_ptr_array_steal_index(found, 0);
}

static struct gesture *
gesture_to_undo(Store *store, gint64 id, GError **error)
{
	GError *reason = NULL;
	struct value args[] = {id != 0 ? value_integer(id) : value_text(store->who)};
	struct gesture *gesture = gesture_one(store,
					      id != 0 ? "WHERE id = $1"
						      : "WHERE who = $1 AND kind = 'do' AND undone "
							"= 0 ORDER BY id DESC LIMIT 1",
					      args, 1, &reason);
	if (reason != NULL)
		g_propagate_error(error, reason);
	else if (gesture == NULL)
		fail(error, ERROR_NOTHING, _("there is nothing of yours to undo"));
	return gesture;
}

bool
history_undo(Store *store, gint64 id, struct gesture **done, GError **error)
{
	struct gesture *gesture = gesture_to_undo(store, id, error);
	if (gesture == NULL)
		return false;
	bool ok = true;
	if (gesture->undone)
		ok = fail(error, ERROR_NOTHING, _("this has already been undone"));
	else if (gesture->final)
		ok = fail(error, ERROR_OVERWRITTEN,
			  _("what was sent or erased cannot be undone; earlier gestures can, from "
			    "the "
			    "history"));
	else if (strcmp(gesture->kind, "record") == 0)
		ok = fail(error, ERROR_NOTHING,
			  _("what was printed or sent is on record: it is not undone"));
	else if (strcmp(gesture->kind, "do") != 0)
		ok = fail(error, ERROR_NOTHING,
			  _("only a gesture can be undone; to take back an "
			    "undo, redo"));
	else
		ok = gesture_reverse(store, gesture, "undo", error);
	if (ok && done != NULL)
		*done = g_steal_pointer(&gesture);
	gesture_free(gesture);
	return ok;
}

bool
history_redo(Store *store, struct gesture **done, GError **error)
{
	struct value args[] = {value_text(store->who)};
	GError *reason = NULL;
	struct gesture *gesture = gesture_one(store,
					      "WHERE who = $1 AND kind = 'undo' AND undone = 0 AND "
					      "final = 0 AND NOT EXISTS (SELECT 1 FROM "
					      "gesture AS later WHERE later.who = $1 AND "
					      "later.kind = 'do' AND later.id > "
					      "gesture.id) ORDER BY id DESC LIMIT 1",
					      args, 1, &reason);
	if (gesture == NULL) {
		if (reason != NULL)
			g_propagate_error(error, reason);
		else
			fail(error, ERROR_NOTHING, _("there is nothing of yours to redo"));
		return false;
	}
	bool ok = gesture_reverse(store, gesture, "redo", error);
	if (ok && done != NULL)
		*done = g_steal_pointer(&gesture);
	gesture_free(gesture);
	return ok;
}
