#include "app/backups.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/output.h"
#include "core/rotation.h"
#include "store/store.h"

#define NOTE "latest"

void
backup_file_free(struct backup_file *file)
{
	g_free(file->path);
	g_free(file->instant);
	g_free(file->reason);
	g_free(file);
}

/* ---- names --------------------------------------------------------------------------------------
 */

/* "2026-11-23T08-30-00Z" was 08:30; NULL when TEXT does not begin so. */
static char *
instant_at(const char *text)
{
	char instant[INSTANT_SIZE], local[17];
	if (strlen(text) < INSTANT_SIZE - 1)
		return NULL;
	g_strlcpy(instant, text, sizeof instant);
	instant[13] = instant[16] = ':';
	return clock_local(instant, "UTC", local) ? g_strdup(instant) : NULL;
}

static char *
reason_at(const char *name)
{
	static const char *const reasons[] = {"daily", "migration"};
	if (strlen(name) <= INSTANT_SIZE)
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (g_str_has_prefix(name + INSTANT_SIZE, reasons[i]))
			return g_strdup(reasons[i]);
	return NULL;
}

/* ---- finding them -------------------------------------------------------------------------------
 */

static void
file_add(GPtrArray *files, char *path, char *instant, char *reason)
{
	struct backup_file *file = g_new(struct backup_file, 1);
	*file = (struct backup_file){path, instant, reason};
	g_ptr_array_add(files, file);
}

static void
folder_add(GPtrArray *files, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		char *instant = g_str_has_suffix(name, ".db") ? instant_at(name) : NULL;
		if (instant != NULL)
			file_add(files, g_build_filename(folder, name, NULL), instant,
				 reason_at(name));
	}
}

/* "ateliers.db.2026-11-23T08-30-00Z" is what a restored database was before. */
static void
beside_add(GPtrArray *files, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *own = g_path_get_basename(path);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	gsize length = strlen(own);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		if (!g_str_has_prefix(name, own) || name[length] != '.')
			continue;
		char *instant = instant_at(name + length + 1);
		bool log = g_str_has_suffix(name, "-wal") || g_str_has_suffix(name, "-shm");
		if (instant != NULL && !log)
			file_add(files, g_build_filename(folder, name, NULL), instant, NULL);
		else
			g_free(instant);
	}
}

static void
noted_add(GPtrArray *files, const char *folder)
{
	g_autofree char *note = g_build_filename(folder, NOTE, NULL);
	g_autofree char *text = NULL;
	if (!g_file_get_contents(note, &text, NULL, NULL) || strlen(text) < INSTANT_SIZE)
		return;
	char *path = g_strstrip(g_strdup(text + INSTANT_SIZE - 1));
	char *instant = instant_at(text);
	if (instant != NULL && g_file_test(path, G_FILE_TEST_EXISTS)) {
		file_add(files, path, instant, NULL);
		return;
	}
	g_free(path);
	g_free(instant);
}

static int
latest_first(gconstpointer a, gconstpointer b)
{
	const struct backup_file *first = *(const struct backup_file *const *)a;
	const struct backup_file *second = *(const struct backup_file *const *)b;
	return strcmp(second->instant, first->instant);
}

GPtrArray *
backups_list(const char *path)
{
	GPtrArray *files =
		g_ptr_array_new_with_free_func((GDestroyNotify)(void (*)(void))backup_file_free);
	g_autofree char *folder = store_backup_folder(path);
	folder_add(files, folder);
	noted_add(files, folder);
	beside_add(files, path);
	g_ptr_array_sort(files, latest_first);
	return files;
}

char *
backups_last(const char *path, char **where)
{
	g_autoptr(GPtrArray) files = backups_list(path);
	const struct backup_file *last = files->len > 0 ? files->pdata[0] : NULL;
	if (where != NULL)
		*where = last != NULL ? g_strdup(last->path) : NULL;
	return last != NULL ? g_strdup(last->instant) : NULL;
}

void
backups_note(const char *path, const char *backup)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	g_autofree char *folder = store_backup_folder(path);
	g_autofree char *note = g_build_filename(folder, NOTE, NULL);
	g_autofree char *absolute = g_canonicalize_filename(backup, NULL);
	g_autofree char *text = g_strdup_printf("%s %s\n", now, absolute);
	if (g_mkdir_with_parents(folder, 0700) == 0)
		output_file(note, text, strlen(text), NULL);
}

/* ---- making and removing them -------------------------------------------------------------------
 */

static GPtrArray *
of_reason(const GPtrArray *files, const char *reason)
{
	GPtrArray *found = g_ptr_array_new();
	for (guint i = 0; i < files->len; i++)
		if (g_strcmp0(((struct backup_file *)files->pdata[i])->reason, reason) == 0)
			g_ptr_array_add(found, files->pdata[i]);
	return found;
}

/* Each reason has its own days and weeks: a change of schema does not push out a daily copy. */
static void
reason_prune(const GPtrArray *files, const char *reason, const char *today)
{
	g_autoptr(GPtrArray) found = of_reason(files, reason);
	g_autofree const char **instants = g_new(const char *, found->len + 1);
	g_autofree bool *keep = g_new0(bool, found->len + 1);
	for (guint i = 0; i < found->len; i++)
		instants[i] = ((struct backup_file *)found->pdata[i])->instant;
	rotation_choose(instants, found->len, today, keep);
	for (guint i = 0; i < found->len; i++)
		if (!keep[i])
			g_unlink(((struct backup_file *)found->pdata[i])->path);
}

static bool
is_of_today(const GPtrArray *files, const char *today)
{
	g_autoptr(GPtrArray) daily = of_reason(files, "daily");
	for (guint i = 0; i < daily->len; i++)
		if (g_str_has_prefix(((struct backup_file *)daily->pdata[i])->instant, today))
			return true;
	return false;
}

bool
backups_daily(const char *path, bool *made, GError **error)
{
	char today[11];
	clock_today("UTC", today);
	g_autoptr(GPtrArray) before = backups_list(path);
	*made = !is_of_today(before, today);
	if (!*made)
		return true;
	g_autoptr(Store) store = store_open(path, STORE_OPEN, NULL, error);
	g_autofree char *copy = store != NULL ? store_backup_path(store, "daily", error) : NULL;
	if (copy == NULL || !store_backup(store, copy, error))
		return false;
	g_autoptr(GPtrArray) files = backups_list(path);
	reason_prune(files, "daily", today);
	reason_prune(files, "migration", today);
	return true;
}
