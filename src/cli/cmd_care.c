/* Copies of the database, and bringing one back. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/backups.h"
#include "app/in_use.h"
#include "app/secure.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "cli/cmd.h"

bool
cmd_backup(struct run *run, GError **error)
{
	const char *path = run->argument[0];
	if (strcmp(path, "-") == 0)
		return fail(error, ERROR_USAGE, _("a backup needs a file of its own, not “-”"));
	if (!secure_allows(run->store, path, error) || !store_backup(run->store, path, error))
		return false;
	backups_note(run->path, path);
	run_note(run, _("backup made and checked: %s"), path);
	return true;
}

/* ---- restore ------------------------------------------------------------------------------------
 */

/* Files that a running database keeps beside itself. */
static const char *const companions[] = {"-wal", "-shm", "-journal"};

static void
companions_remove(const char *path)
{
	for (gsize i = 0; i < G_N_ELEMENTS(companions); i++) {
		g_autofree char *file = g_strconcat(path, companions[i], NULL);
		g_unlink(file);
	}
}

static void
database_remove(const char *path)
{
	g_unlink(path);
	companions_remove(path);
}

static bool
file_copy(const char *from, const char *to, GError **error)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	GError *reason = NULL;
	if (g_file_get_contents(from, &bytes, &size, &reason))
		return output_file(to, bytes, size, error);
	fail(error, ERROR_IO, _("“%s” cannot be read: %s"), from, reading_reason_of(reason));
	g_clear_error(&reason);
	return false;
}

/* The file that is brought back is never opened itself, for opening may change it: a copy is,
 * beside the database, brought up to date there and checked. */
static bool
copy_prepare(const char *from, const char *copy, GError **error)
{
	g_autofree char *log = g_strconcat(from, companions[0], NULL);
	g_autofree char *copy_log = g_strconcat(copy, companions[0], NULL);
	GError *reason = NULL;
	bool done = file_copy(from, copy, error);
	if (done && g_file_test(log, G_FILE_TEST_EXISTS))
		done = file_copy(log, copy_log, error);
	if (!done)
		return false;
	Store *store = NULL;
	if (store_check_file(copy, &reason))
		store = store_open(copy, STORE_OPEN, NULL, &reason);
	store_close(store);
	if (store != NULL)
		return true;
	GString *message = g_string_new(reason->message); /* speak of the file that was named */
	g_string_replace(message, copy, from, 0);
	g_set_error_literal(error, reason->domain, reason->code, message->str);
	g_string_free(message, TRUE);
	g_clear_error(&reason);
	return false;
}

static char *
aside_name(const char *path)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	g_strdelimit(now, ":", '-');
	for (guint i = 0;; i++) {
		g_autofree char *name = i == 0 ? g_strdup_printf("%s.%s", path, now)
					       : g_strdup_printf("%s.%s-%u", path, now, i);
		if (!g_file_test(name, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&name);
	}
}

/* Put COPY in the place of PATH, with the rights that PATH had. */
static bool
replace(const char *copy, const char *path, GError **error)
{
	struct stat status;
	if (stat(path, &status) == 0) {
		int file = open(copy, O_RDWR | O_CLOEXEC);
		bool kept = file >= 0 &&
			    (status.st_gid == getgid() ||
			     fchown(file, (uid_t)-1, status.st_gid) == 0) &&
			    fchmod(file, status.st_mode & 0777) == 0 && fsync(file) == 0;
		int trouble = errno;
		if (file >= 0)
			close(file);
		if (!kept)
			return fail(error, ERROR_IO, _("“%s” cannot get the rights of “%s”: %s"),
				    copy, path, g_strerror(trouble));
	}
	companions_remove(path);
	companions_remove(copy);
	if (g_rename(copy, path) != 0)
		return fail(error, ERROR_IO, _("“%s” cannot be written: %s"), path,
			    g_strerror(errno));
	return true;
}

/* A present file that is sound is copied while nobody can write; the copy is checked. */
static bool
present_keep_sound(const char *path, const char *aside, const char *copy, Store *present,
		   GError **error)
{
	if (!store_begin(present, "restore", error))
		return false;
	g_autoptr(Store) reader = store_open(path, STORE_OPEN, NULL, error);
	bool done = reader != NULL && store_backup(reader, aside, error);
	g_clear_pointer(&reader, store_close);
	done = done && replace(copy, path, error);
	store_rollback(present);
	return done;
}

/* One that cannot be opened is moved aside as it is, with what stands beside it. */
static bool
present_keep_broken(const char *path, const char *aside, const char *copy, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(companions); i++) {
		g_autofree char *from = g_strconcat(path, companions[i], NULL);
		g_autofree char *to = g_strconcat(aside, companions[i], NULL);
		g_rename(from, to);
	}
	if (g_rename(path, aside) != 0)
		return fail(error, ERROR_IO, _("“%s” cannot be moved aside: %s"), path,
			    g_strerror(errno));
	return replace(copy, path, error);
}

static bool
present_replace(struct run *run, const char *copy, GError **error)
{
	if (!g_file_test(run->path, G_FILE_TEST_EXISTS))
		return replace(copy, run->path, error);
	if (!in_use_by_nobody(run->path, error))
		return false;
	GError *reason = NULL;
	g_autofree char *aside = aside_name(run->path);
	g_autoptr(Store) present = store_open(run->path, STORE_OPEN, NULL, &reason);
	bool busy = g_error_matches(reason, ATELIERS_ERROR, ERROR_BUSY);
	bool done = false;
	if (busy)
		g_propagate_error(error, g_steal_pointer(&reason));
	else if (present != NULL)
		done = present_keep_sound(run->path, aside, copy, present, error);
	else
		done = present_keep_broken(run->path, aside, copy, error);
	g_clear_error(&reason);
	if (done)
		run_note(run, _("the database as it was is kept: %s"), aside);
	return done;
}

bool
cmd_restore(struct run *run, GError **error)
{
	if (secure_refuses("restore", error))
		return false;
	g_autofree char *copy = g_strdup_printf("%s.%d.restore", run->path, (int)getpid());
	g_autofree char *folder = g_path_get_dirname(run->path);
	if (g_mkdir_with_parents(folder, 0700) != 0)
		return fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder,
			    g_strerror(errno));
	bool done = copy_prepare(run->argument[0], copy, error);
	if (done && run_given(run, OPTION_DRY_RUN))
		run_note(run, _("dry run: the backup is sound; nothing was changed"));
	else if (done)
		done = present_replace(run, copy, error);
	database_remove(copy);
	if (done && !run_given(run, OPTION_DRY_RUN))
		run_note(run, _("restored from %s: %s"), run->argument[0], run->path);
	return done;
}
