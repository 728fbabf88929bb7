#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "store/migrate.h"
#include "store/private.h"

char *
store_backup_folder(const char *path)
{
	const char *state = g_getenv("XDG_STATE_HOME");
	g_autofree char *base =
		state != NULL && g_path_is_absolute(state)
			? g_strdup(state)
			: g_build_filename(g_get_home_dir(), ".local", "state", NULL);
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, absolute, -1);
	digest[8] = '\0'; /* two centres may both call their file ateliers.db */
	g_autofree char *name = g_path_get_basename(absolute);
	g_autofree char *own = g_strdup_printf("%s-%s", name, digest);
	return g_build_filename(base, "ateliers", "backups", own, NULL);
}

char *
store_backup_path(Store *store, const char *reason, GError **error)
{
	g_autofree char *folder = store_backup_folder(store->path);
	if (g_mkdir_with_parents(folder, 0700) != 0) {
		fail(error, ERROR_IO, _("the backup folder “%s” cannot be made: %s"), folder,
		     g_strerror(errno));
		return NULL;
	}
	char instant[INSTANT_SIZE];
	clock_instant(instant);
	g_strdelimit(instant, ":", '-');
	for (guint i = 0;; i++) {
		g_autofree char *name = i == 0 ? g_strdup_printf("%s-%s.db", instant, reason)
					       : g_strdup_printf("%s-%s-%u.db", instant, reason, i);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (!g_file_test(path, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&path);
	}
}

static bool
copy_checked(Store *store, const char *temporary, GError **error)
{
	return store->driver->copy(store->engine, temporary, error) &&
	       store_check_with(store->driver, temporary, error);
}

bool
store_backup(Store *store, const char *path, GError **error)
{
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return fail(error, ERROR_IO,
			    _("“%s” already exists and was left as it is: choose another name"),
			    path);
	g_autofree char *temporary = g_strdup_printf("%s.%d.partial", path, (int)getpid());
	bool done = copy_checked(store, temporary, error);
	int trouble = done ? output_name_new(temporary, path) : 0;
	if (trouble != 0)
		done = fail(error, ERROR_IO, _("“%s” cannot be written: %s"), path,
			    g_strerror(trouble));
	g_unlink(temporary);
	return done;
}
