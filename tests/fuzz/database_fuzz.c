/* libFuzzer's way into a database of doubtful origin: it is opened, read and looked over, never
 * written by us. The file lies in a private folder, in memory where that can be had. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/organisation.h"
#include "core/person.h"
#include "store/calendar_rows.h"
#include "store/event_rows.h"
#include "store/history.h"
#include "store/index.h"
#include "store/setting.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static char *folder, *path;

static void folder_empty(const char *name);

static void
folder_end(void)
{
	folder_empty(folder);
	g_rmdir(folder);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	if (g_access("/dev/shm", W_OK) == 0)
		g_setenv("TMPDIR", "/dev/shm", TRUE);
	folder = g_dir_make_tmp("ateliers-fuzz-XXXXXX", NULL);
	path = g_build_filename(folder, "fuzz.db", NULL);
	g_setenv("XDG_STATE_HOME", folder, TRUE);
	atexit(folder_end);
	g_setenv("ATELIERS_NOW", "2026-11-23T08:30:00Z", TRUE);
	return 0;
}

static void
folder_empty(const char *name)
{
	g_autoptr(GDir) dir = g_dir_open(name, 0, NULL);
	const char *entry = NULL;
	while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
		g_autofree char *inside = g_build_filename(name, entry, NULL);
		if (g_file_test(inside, G_FILE_TEST_IS_DIR))
			folder_empty(inside);
		g_remove(inside);
	}
}

static bool
row_taken(const struct calendar_row *row, gpointer user, GError **error)
{
	(void)error;
	*(guint *)user += row->uid != NULL ? 1 : 0;
	return true;
}

static void
events_read(Store *store)
{
	struct calendar_filter filter = {.year = NULL};
	guint n = 0;
	calendar_rows(store, &filter, row_taken, &n, NULL);
	filter.sessions = true;
	calendar_rows(store, &filter, row_taken, &n, NULL);
	g_auto(GStrv) zones = calendar_zones(store, &filter, NULL);
	g_autofree char *zone = setting_get(store, "time_zone");
	g_assert_true(zones == NULL || zones[0] == NULL || *zones[0] != '\0');
	g_assert_true(zone == NULL || *zone != '\0');
}

static void
all_read(Store *store)
{
	for (guint i = 0; entities[i] != NULL; i++) {
		g_autoptr(Rows) rows = store_all(store, entities[i], NULL);
		for (guint j = 0; rows != NULL && j < rows->n && j < 5; j++)
			entity_check(entities[i], rows->row[j], NULL);
	}
	g_autoptr(Index) index =
		store_index(store, &entity_person, NULL, 0, NULL, false, true, NULL);
	g_assert_true(index == NULL || index->n < 1000000);
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 20, NULL);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		g_autoptr(GPtrArray) changes =
			history_changes(store, ((struct gesture *)gestures->pdata[i])->id, NULL);
		g_assert_true(changes == NULL || changes->len < 1000000);
	}
	events_read(store);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (!g_file_set_contents_full(path, (const char *)bytes, (gssize)size,
				      G_FILE_SET_CONTENTS_NONE, 0600, NULL))
		g_error("the file cannot be written");
	g_autoptr(GError) error = NULL;
	Store *store = store_open(path, STORE_OPEN, "nadia", &error);
	g_assert_true((store == NULL) == (error != NULL));
	if (store != NULL) {
		all_read(store);
		GPtrArray *problems = store_doctor(store, NULL);
		g_clear_pointer(&problems, g_ptr_array_unref);
		store_close(store);
	}
	folder_empty(folder);
	return 0;
}
