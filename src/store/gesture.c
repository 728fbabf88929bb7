/* Gestures: one transaction, one entry of the history. */
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/door_private.h"
#include "store/private.h"

/* Later gestures have greater ids, whatever the clock does: the history is read in their order. */
static bool
gesture_id(Store *store, GError **error)
{
	gint64 last = 0;
	if (!store_number(store, "SELECT max(id) FROM gesture", NULL, 0, 0, &last, error))
		return false;
	store->gesture = MAX(id_new(), last + 1);
	return true;
}

bool
store_begin(Store *store, const char *action, GError **error)
{
	g_assert(store->gesture == 0);
	if (!store->driver->begin(store->engine, error))
		return false;
	if (!taken_allows(store, action, error) || !gesture_id(store, error)) {
		store->driver->rollback(store->engine);
		return false;
	}
	g_free(store->action);
	store->action = g_strdup(action);
	store->kind = "do";
	store->target = 0;
	store->changes = 0;
	g_clear_error(&store->broken);
	store->amount = store->about_event = store->about_id = 0;
	store->about = NULL;
	store->final = store->brought = false;
	g_hash_table_remove_all(store->touched);
	g_hash_table_remove_all(store->posts);
	g_hash_table_remove_all(store->freed);
	g_hash_table_remove_all(store->returned);
	g_array_set_size(store->promotions, 0);
	return true;
}

bool
store_in_gesture(const Store *store)
{
	return store->gesture != 0;
}

void
store_as_record(Store *store)
{
	g_assert(store->gesture != 0);
	store->kind = "record";
}

void
store_as_final(Store *store)
{
	g_assert(store->gesture != 0);
	store->final = true;
}

void
store_about(Store *store, const struct entity *entity, gint64 id, gint64 event_id, gint64 amount)
{
	store->about = entity;
	store->about_id = id;
	store->about_event = event_id;
	store->amount = amount;
}

static struct value
id_or_null(gint64 id)
{
	return id != 0 ? value_integer(id) : value_text(NULL);
}

static bool
gesture_write(Store *store, GError **error)
{
	char instant[INSTANT_SIZE];
	clock_instant(instant);
	struct value args[] = {
		value_integer(store->gesture),
		value_text(instant),
		value_text(store->who),
		value_text(store->kind),
		value_text(store->action),
		value_integer(store->amount),
		id_or_null(store->about_event),
		value_text(store->about != NULL ? store->about->table : NULL),
		id_or_null(store->about_id),
		id_or_null(store->target),
		value_integer(store->final),
	};
	return store_run(
		store,
		"INSERT INTO gesture (id, happened_at, who, kind, action, amount, event_id, "
		"subject_table, subject_id, target, undone, final) VALUES ($1, $2, $3, $4, $5, "
		"$6, $7, $8, $9, $10, 0, $11)",
		args, G_N_ELEMENTS(args), NULL, error);
}

/* A commit that failed may be on the disk all the same, and what another COMMIT of the same handle
 * says of it is worth nothing (a failed fsync is forgotten by the system). So the file is closed
 * and opened again, and the history is asked whether this gesture is there. */
static bool
commit_or_find(Store *store, GError **error)
{
	GError *reason = NULL;
	if (store->driver->commit(store->engine, &reason))
		return true;
	gint64 found = 0;
	struct value args[] = {value_integer(store->gesture)};
	bool known = store_reopen(store) &&
		     store_number(store, "SELECT count(*) FROM gesture WHERE id = $1", args, 1, 0,
				  &found, NULL);
	if (known && found == 0) {
		g_propagate_error(error, reason);
		return false;
	}
	if (!known)
		fail(error, reason->code,
		     _("the disk failed while this was being saved, and it cannot be read now "
		       "whether it was: look before you do it again (%s)"),
		     reason->message);
	g_clear_error(&reason);
	return known;
}

bool
store_commit(Store *store, gint64 *gesture, GError **error)
{
	g_assert(store->gesture != 0);
	if (gesture != NULL)
		*gesture = 0;
	bool done =
		store->changes == 0 || (store_settle(store, error) && gesture_write(store, error));
	if (done && store->broken != NULL) {
		g_propagate_error(error, g_error_copy(store->broken));
		done = false;
	}
	if (!done) {
		store_rollback(store);
		return false;
	}
	if (gesture != NULL && store->changes > 0)
		*gesture = store->gesture;
	done = commit_or_find(store, error);
	store->gesture = 0;
	g_clear_pointer(&store->zone, g_free);
	return done;
}

void
store_rollback(Store *store)
{
	store->driver->rollback(store->engine);
	store->gesture = 0;
}

gint64
store_next(Store *store, const char *counter, gint64 at_least, GError **error)
{
	g_assert(store->gesture != 0);
	gint64 next = 0;
	struct value args[] = {value_text(counter), value_integer(MAX(at_least, 1))};
	if (!store_number(store,
			  "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO "
			  "UPDATE SET value = CASE WHEN counter.value + 1 < excluded.value THEN "
			  "excluded.value ELSE counter.value + 1 END RETURNING value",
			  args, 2, 0, &next, error))
		return 0;
	return next;
}
