/* A copy that was brought back is no longer needed, and holds people's data. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/backups.h"
#include "app/door_copy.h"
#include "app/in_use.h"
#include "app/moment.h"
#include "app/secure.h"
#include "app/state.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"

/* All that was done there is known here. */
static bool
is_back(Store *store, const char *path, gint64 *copy_id, GError **error)
{
	gint64 last = 0;
	g_autoptr(Store) image = door_file_open(store, path, error);
	struct door_copy *there =
		image != NULL ? store_get(image, &entity_door_copy, store_taken(image), error)
			      : NULL;
	g_autoptr(Rows) rows = there != NULL ? store_where(store, &entity_door_copy, "uid",
							   value_text(there->uid), error)
					     : NULL;
	entity_free(&entity_door_copy, there);
	if (rows == NULL || !door_last_gesture(image, &last, error))
		return false;
	const struct door_copy *out = rows->n > 0 ? rows->row[0] : NULL;
	if (out == NULL || out->merged_at == NULL || out->merged_gesture < last)
		return fail(error, ERROR_INVALID,
			    _("“%s” holds what was not brought back yet: bring it back first"),
			    path);
	*copy_id = out->id;
	return true;
}

/* What this machine kept of it: copies of the day, a form that was open. */
static void
remains_remove(const char *path)
{
	g_autofree char *draft = state_draft_path(path);
	g_autoptr(GPtrArray) copies = backups_list(path);
	for (guint i = 0; i < copies->len; i++)
		g_unlink(((const struct backup_file *)copies->pdata[i])->path);
	g_unlink(draft);
}

static bool
file_remove(const char *path, GError **error)
{
	static const char *const ends[] = {"-wal", "-shm", "-journal"};
	if (g_unlink(path) != 0)
		return fail(error, ERROR_IO, _("“%s” cannot be deleted: %s"), path,
			    g_strerror(errno));
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *beside = g_strconcat(path, ends[i], NULL);
		g_unlink(beside);
	}
	return true;
}

static bool
wiped_note(Store *store, gint64 copy_id, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct door_copy *out = store_get(store, &entity_door_copy, copy_id, error);
	if (out == NULL)
		return false;
	store_as_record(store);
	store_about(store, &entity_door_copy, copy_id, out->event_id, 1);
	text_set(&out->wiped_at, now);
	bool done = store_update(store, &entity_door_copy, out, error);
	entity_free(&entity_door_copy, out);
	return done;
}

/* It goes once that is sure to be on record, and the record goes when it cannot. */
bool
door_wipe(Store *store, const char *path, GError **error)
{
	gint64 copy_id = 0;
	if (!secure_allows(store, path, error) || !in_use_by_nobody(path, error) ||
	    !is_back(store, path, &copy_id, error) || !store_begin(store, "door_wipe", error))
		return false;
	if (!wiped_note(store, copy_id, error) || !file_remove(path, error)) {
		store_rollback(store);
		return false;
	}
	remains_remove(path);
	return store_commit(store, NULL, error);
}

char *
door_copy_words(Store *store, const struct door_copy *copy)
{
	g_autofree char *out = moment_text(store, copy->exported_at, DATE_NUMERIC);
	g_autofree char *back =
		copy->merged_at != NULL ? moment_text(store, copy->merged_at, DATE_NUMERIC) : NULL;
	g_autofree char *wiped =
		copy->wiped_at != NULL ? moment_text(store, copy->wiped_at, DATE_NUMERIC) : NULL;
	if (wiped != NULL)
		return g_strdup_printf(_("copy %s: taken along %s by %s, brought back %s, wiped"),
				       copy->letter, out, copy->exported_by,
				       back != NULL ? back : "–");
	if (back != NULL)
		return g_strdup_printf(_("copy %s: taken along %s by %s, brought back %s, not "
					 "wiped"),
				       copy->letter, out, copy->exported_by, back);
	return g_strdup_printf(_("copy %s: taken along %s by %s, not back yet"), copy->letter, out,
			       copy->exported_by);
}
