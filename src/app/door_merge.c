/* A copy that was taken along, brought back. */
#include "app/door_copy.h"

#include <string.h>

#include "app/door_merge_private.h"
#include "app/secure.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "store/history.h"

/* ---- whose copy it is ---------------------------------------------------------------------------
 */

static struct door_copy *
copy_itself(Store *copy, GError **error)
{
	return store_get(copy, &entity_door_copy, store_taken(copy), error);
}

static struct door_copy *
copy_known(Store *home, const char *uid, GError **error)
{
	g_autoptr(Rows) rows = store_where(home, &entity_door_copy, "uid", value_text(uid), error);
	return rows != NULL && rows->n > 0 ? g_steal_pointer(&rows->row[0]) : NULL;
}

static bool
not_ours(Store *home, const char *path, const struct door_copy *there, GError **error)
{
	struct event *deleted = history_row(home, &entity_event, there->event_id);
	bool was = deleted != NULL;
	g_autofree char *number = was ? g_strdup(deleted->number) : NULL;
	entity_free(&entity_event, deleted);
	if (was)
		return fail(error, ERROR_NOT_FOUND,
			    _("“%s” is a copy of %s, which was deleted here: undo that first"),
			    path, number);
	return fail(error, ERROR_FOREIGN,
		    _("“%s” was taken along from another centre’s database; it was left as it is"),
		    path);
}

/* A database that was itself brought back from an older backup does not know its latest copies; but
 * ids are given once in all the world, and an event is known by its own. */
static bool
copy_adopt(Store *home, const char *path, const struct door_copy *there, const char *event_uid,
	   GError **error)
{
	struct event *event = store_get(home, &entity_event, there->event_id, NULL);
	bool ours = event != NULL && g_strcmp0(event->uid, event_uid) == 0;
	g_autoptr(Rows) rows =
		ours ? store_of(home, &entity_door_copy, "event_id", there->event_id, error) : NULL;
	entity_free(&entity_event, event);
	if (!ours)
		return not_ours(home, path, there, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		if (strcmp(((struct door_copy *)rows->row[i])->letter, there->letter) == 0)
			return fail(error, ERROR_CONFLICT,
				    _("“%s” is not known here, and another copy has its letter "
				      "(%s): bring back the backup that knows it, or keep it"),
				    path, there->letter);
	return rows != NULL;
}

static char *
event_uid_of(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	char *uid = event != NULL ? g_strdup(event->uid) : NULL;
	entity_free(&entity_event, event);
	return uid;
}

static bool
wiped_refuse(Store *home, const char *path, const struct door_copy *out, GError **error)
{
	if (out->wiped_at == NULL)
		return true;
	char local[17] = "";
	clock_local(out->wiped_at, store_zone(home), local);
	local[10] = '\0';
	g_autofree char *day = date_text(local, DATE_NUMERIC);
	return fail(error, ERROR_INVALID,
		    _("“%s” is an old image of copy %s, which was brought back and wiped on %s; it "
		      "was left as it is"),
		    path, out->letter, day);
}

/* ---- the copies ---------------------------------------------------------------------------------
 */

static void
bringing_clear(struct bringing *bringing)
{
	g_clear_pointer(&bringing->copy, store_close);
	entity_free(&entity_door_copy, bringing->out);
	g_clear_pointer(&bringing->copies, rows_free);
	g_clear_pointer(&bringing->said, g_hash_table_unref);
	g_clear_pointer(&bringing->rows, g_ptr_array_unref);
	g_clear_pointer(&bringing->looked, g_hash_table_unref);
	g_clear_pointer(&bringing->open, g_hash_table_unref);
	g_clear_pointer(&bringing->report, door_report_free);
}

static bool
bringing_open(struct bringing *bringing, Store *home, const char *path, GError **error)
{
	*bringing = (struct bringing){.home = home};
	bringing->copy = door_file_open(home, path, error);
	return bringing->copy != NULL;
}

/* In the gesture: what others have done until now is known. */
static bool
out_find(struct bringing *bringing, const char *path, GError **error)
{
	GError *reason = NULL;
	struct door_copy *there = copy_itself(bringing->copy, error);
	if (there == NULL)
		return false;
	bringing->out = copy_known(bringing->home, there->uid, &reason);
	bool done = reason == NULL;
	if (!done) {
		g_propagate_error(error, reason);
	} else if (bringing->out == NULL) {
		g_autofree char *uid = event_uid_of(bringing->copy, there->event_id);
		text_set(&there->merged_at, NULL);
		there->merged_gesture = MISSING;
		done = copy_adopt(bringing->home, path, there, uid, error) &&
		       store_bring(bringing->home, &entity_door_copy, there, error);
		bringing->out = done ? g_steal_pointer(&there) : NULL;
	} else {
		done = wiped_refuse(bringing->home, path, bringing->out, error);
	}
	entity_free(&entity_door_copy, there);
	return done;
}

static bool
bringing_begin(struct bringing *bringing, GError **error)
{
	DoorReport *report = g_new0(DoorReport, 1);
	report->copy_id = bringing->out->id;
	report->event_id = bringing->out->event_id;
	report->letter = g_strdup(bringing->out->letter);
	report->counts = g_array_new(FALSE, FALSE, sizeof(struct door_count));
	report->notes = g_ptr_array_new_with_free_func(g_free);
	bringing->report = report;
	bringing->said = g_hash_table_new(g_int64_hash, g_int64_equal);
	bringing->rows = g_ptr_array_new_with_free_func((GDestroyNotify)said_row_free);
	bringing->looked = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	bringing->open = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	bringing->copies = store_all(bringing->home, &entity_door_copy, error);
	store_about(bringing->home, &entity_door_copy, report->copy_id, report->event_id, 1);
	return bringing->copies != NULL && said_rows_read(bringing, error);
}

/* ---- its rows -----------------------------------------------------------------------------------
 */

static bool
each_row(struct bringing *bringing, bool existed, bool there, bool last_first,
	 bool (*bring)(struct bringing *, struct said_row *, GError **), GError **error)
{
	guint n = bringing->rows->len;
	for (guint i = 0; i < n; i++) {
		struct said_row *row = bringing->rows->pdata[last_first ? n - 1 - i : i];
		if (row->fresh && row->existed == existed && (row->now != NULL) == there &&
		    !bring(bringing, row, error))
			return false;
	}
	return true;
}

/* What was brought back earlier is known. */
static void
known_count(struct bringing *bringing)
{
	for (guint i = 0; i < bringing->rows->len; i++) {
		const struct said_row *row = bringing->rows->pdata[i];
		if (!row->fresh)
			door_count_of(bringing->report, row->entity)->same++;
	}
}

static bool
copy_stamp(struct bringing *bringing, GError **error)
{
	char now[INSTANT_SIZE];
	gint64 last = 0;
	clock_instant(now);
	if (!door_last_gesture(bringing->copy, &last, error))
		return false;
	struct door_copy *out =
		store_get(bringing->home, &entity_door_copy, bringing->out->id, error);
	if (out == NULL)
		return false;
	bool fresh = out->merged_at == NULL || last > out->merged_gesture;
	if (fresh) {
		text_set(&out->merged_at, now);
		out->merged_gesture = last;
	}
	bool done = store_update(bringing->home, &entity_door_copy, out, error);
	entity_free(&entity_door_copy, out);
	return done;
}

/* Those that were open before, and those that are since. */
static bool
conflicts_look(struct bringing *bringing, GError **error)
{
	g_autoptr(Rows) rows = store_of(bringing->home, &entity_door_conflict, "event_id",
					bringing->out->event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		g_hash_table_add(bringing->open,
				 g_memdup2(&((struct row_head *)rows->row[i])->id, sizeof(gint64)));
	return rows != NULL;
}

static bool
conflicts_count(struct bringing *bringing, GError **error)
{
	g_autoptr(Rows) rows = store_of(bringing->home, &entity_door_conflict, "event_id",
					bringing->out->event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct door_conflict *conflict = rows->row[i];
		const struct entity *entity = entity_of_table(conflict->table_name);
		if (entity != NULL && !g_hash_table_contains(bringing->open, &conflict->id))
			door_count_of(bringing->report, entity)->conflicts++;
	}
	bringing->report->conflicts = rows != NULL ? rows->n : 0;
	return rows != NULL;
}

static bool
bring(struct bringing *bringing, GError **error)
{
	store_as_brought(bringing->home);
	known_count(bringing);
	if (!conflicts_look(bringing, error) ||
	    !each_row(bringing, true, true, false, door_row_update, error) ||
	    !each_row(bringing, true, false, true, door_row_remove, error) ||
	    !each_row(bringing, false, true, false, door_row_new, error) ||
	    !door_claims_again(bringing, error) || !door_presence_compare(bringing, error) ||
	    !door_words_recall(bringing, error) || !copy_stamp(bringing, error))
		return false;
	return conflicts_count(bringing, error);
}

static void
changes_tell(DoorReport *report)
{
	for (guint i = 0; i < report->counts->len; i++) {
		const struct door_count *count =
			&g_array_index(report->counts, struct door_count, i);
		report->changes |=
			count->added + count->changed + count->removed + count->conflicts > 0;
	}
}

/* A store that was opened for reading only says so itself. */
static bool
merge_run(struct bringing *bringing, const char *path, bool dry_run, GError **error)
{
	Store *home = bringing->home;
	if (!store_begin(home, "door_merge", error))
		return false;
	bool done = out_find(bringing, path, error) && bringing_begin(bringing, error) &&
		    bring(bringing, error);
	if (done && dry_run)
		done = store_settle(home, error);
	if (!done || dry_run) {
		store_rollback(home);
		return done;
	}
	return store_commit(home, NULL, error);
}

DoorReport *
door_merge(Store *store, const char *path, bool dry_run, GError **error)
{
	struct bringing bringing;
	DoorReport *report = NULL;
	if (!secure_allows(store, path, error))
		return NULL;
	if (bringing_open(&bringing, store, path, error) &&
	    merge_run(&bringing, path, dry_run, error)) {
		report = g_steal_pointer(&bringing.report);
		changes_tell(report);
	}
	bringing_clear(&bringing);
	return report;
}
