/* An event taken along. */
#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/door_copy.h"
#include "app/output.h"
#include "app/secure.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "core/attendee.h"
#include "core/organisation.h"

void
door_exported_clear(struct door_exported *made)
{
	g_clear_pointer(&made->path, g_free);
	g_clear_pointer(&made->letter, g_free);
}

/* The row that says so, here and there. A letter is never given twice. */
static bool
copy_note(Store *store, gint64 event_id, struct door_copy *row, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	g_autofree char *counter = g_strdup_printf("door copy %" G_GINT64_FORMAT, event_id);
	gint64 number = store_next(store, counter, 1, error);
	if (number == 0)
		return false;
	row->event_id = event_id;
	row->letter = door_letter(number);
	row->export_gesture = store_gesture(store);
	text_set(&row->exported_at, now);
	text_set(&row->exported_by, store_who(store));
	store_as_record(store);
	if (!store_insert(store, &entity_door_copy, row, error))
		return false;
	store_about(store, &entity_door_copy, row->id, event_id, 1);
	return true;
}

static bool
path_choose(Store *store, const struct door_copy *row, const char *path, char **chosen,
	    GError **error)
{
	if (path != NULL) {
		*chosen = g_strdup(path);
	} else {
		g_autofree char *what = g_strdup_printf(_("copy %s"), row->letter);
		g_autofree char *folder = output_folder(store);
		*chosen = output_name(store, row->event_id, what, 0, "db");
		if (g_mkdir_with_parents(folder, 0700) != 0)
			return fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"),
				    folder, g_strerror(errno));
	}
	return !g_file_test(*chosen, G_FILE_TEST_EXISTS) ||
	       fail(error, ERROR_IO,
		    _("“%s” already exists and was left as it is: choose another name"), *chosen);
}

static void
went_along(Store *store, gint64 event_id, struct door_exported *made)
{
	made->attendees = (guint)MAX(store_count(store, &entity_attendee, "event_id",
						 value_integer(event_id), NULL),
				     0);
	made->organisations =
		(guint)MAX(store_count(store, &entity_organisation, NULL, value_text(NULL), NULL),
			   0);
}

static bool
copy_write(Store *store, gint64 event_id, const char *path, struct door_copy *row,
	   struct door_exported *made, char **temporary, GError **error)
{
	if (!copy_note(store, event_id, row, error) ||
	    !path_choose(store, row, path, &made->path, error))
		return false;
	made->letter = g_strdup(row->letter);
	went_along(store, event_id, made);
	*temporary = g_strdup_printf("%s.%d.partial", made->path, (int)getpid());
	return door_file_make(store, row, *temporary, error);
}

/* It is on record before it gets its name: a copy of which nobody knows could not be brought back.
 * One that got none is off the record again. */
static bool
copy_name(Store *store, const struct door_copy *row, const char *temporary, const char *path,
	  GError **error)
{
	int trouble = output_name_new(temporary, path);
	if (trouble == 0)
		return true;
	if (store_begin(store, "door_export", NULL)) {
		store_as_record(store);
		store_about(store, NULL, 0, row->event_id, 1);
		if (store_delete(store, &entity_door_copy, row->id, NULL))
			store_commit(store, NULL, NULL);
		else
			store_rollback(store);
	}
	return fail(error, ERROR_IO, _("“%s” cannot be written: %s"), path, g_strerror(trouble));
}

bool
door_export(Store *store, gint64 event_id, const char *path, bool dry_run,
	    struct door_exported *made, GError **error)
{
	*made = (struct door_exported){.path = NULL};
	if (path != NULL && !secure_allows(store, path, error))
		return false;
	if (!store_begin(store, "door_export", error))
		return false;
	g_autofree char *temporary = NULL;
	struct door_copy *row = entity_new(&entity_door_copy);
	bool done = copy_write(store, event_id, path, row, made, &temporary, error);
	if (!done || dry_run)
		store_rollback(store);
	else
		done = store_commit(store, NULL, error) &&
		       copy_name(store, row, temporary, made->path, error);
	if (temporary != NULL)
		g_unlink(temporary);
	entity_free(&entity_door_copy, row);
	if (!done)
		door_exported_clear(made);
	return done;
}
