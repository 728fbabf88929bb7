#include "cli/backup_note.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/output.h"
#include "store/store.h"

#define NOTE "latest"

void
backup_note_write(const char *path, const char *backup)
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

/* "2026-11-23T08-30-00Z-daily.db" was made at 08:30. */
static char *
instant_of_name(const char *name)
{
	char instant[INSTANT_SIZE], local[17];
	if (!g_str_has_suffix(name, ".db") || strlen(name) < INSTANT_SIZE)
		return NULL;
	g_strlcpy(instant, name, sizeof instant);
	instant[13] = instant[16] = ':';
	return clock_local(instant, "UTC", local) ? g_strdup(instant) : NULL;
}

static char *
note_instant(const char *folder, char **where)
{
	char local[17];
	g_autofree char *note = g_build_filename(folder, NOTE, NULL);
	g_autofree char *text = NULL;
	if (!g_file_get_contents(note, &text, NULL, NULL) || strlen(text) < INSTANT_SIZE)
		return NULL;
	g_autofree char *instant = g_strndup(text, INSTANT_SIZE - 1);
	g_autofree char *path = g_strstrip(g_strdup(text + INSTANT_SIZE - 1));
	if (!clock_local(instant, "UTC", local) || !g_file_test(path, G_FILE_TEST_EXISTS))
		return NULL;
	*where = g_steal_pointer(&path);
	return g_steal_pointer(&instant);
}

char *
backup_note_read(const char *path, char **where)
{
	g_autofree char *folder = store_backup_folder(path);
	g_autofree char *place = NULL;
	char *last = note_instant(folder, &place);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *instant = instant_of_name(name);
		if (instant == NULL || g_strcmp0(instant, last) <= 0)
			continue;
		g_free(last);
		g_free(place);
		last = g_steal_pointer(&instant);
		place = g_build_filename(folder, name, NULL);
	}
	if (where != NULL)
		*where = g_steal_pointer(&place);
	return last;
}
