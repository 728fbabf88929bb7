#include "app/state.h"

#include <glib/gstdio.h>
#include <string.h>

#define PREFERENCES "preferences"
#define RECENT      "recent"
#define RECENT_MAX  12

/* Two centres may both call their file ateliers.db. Caller frees. */
static char *
path_digest(const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, absolute, -1);
	digest[12] = '\0';
	return digest;
}

/* A file of its own for each database. Caller frees. */
static char *
state_path(const char *path, const char *folder, const char *ending)
{
	g_autofree char *digest = path_digest(path);
	g_autofree char *name = g_strconcat(digest, ending, NULL);
	return g_build_filename(g_get_user_state_dir(), "ateliers", folder, name, NULL);
}

#include "base/output.h"

char *
state_draft_path(const char *path)
{
	return state_path(path, "drafts", ".draft");
}

char *
state_lists_path(const char *path)
{
	return state_path(path, "lists", ".lists");
}

/* ---- what is remembered -------------------------------------------------------------------------
 */

static char *
memory_path(void)
{
	return g_build_filename(g_get_user_state_dir(), "ateliers", "interface", NULL);
}

/* What is there; empty when nothing is, or nothing that can be read. */
static GKeyFile *
memory_read(void)
{
	g_autofree char *path = memory_path();
	GKeyFile *memory = g_key_file_new();
	g_key_file_load_from_file(memory, path, G_KEY_FILE_NONE, NULL);
	return memory;
}

static bool
memory_write(GKeyFile *memory, GError **error)
{
	g_autofree char *path = memory_path();
	g_autofree char *folder = g_path_get_dirname(path);
	gsize size = 0;
	g_autofree char *text = g_key_file_to_data(memory, &size, NULL);
	g_mkdir_with_parents(folder, 0700);
	return g_file_set_contents_full(path, text, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT,
					0600, error);
}

char *
state_preference(const char *name)
{
	g_autoptr(GKeyFile) memory = memory_read();
	return g_key_file_get_string(memory, PREFERENCES, name, NULL);
}

bool
state_prefer(const char *name, const char *value, GError **error)
{
	g_autoptr(GKeyFile) memory = memory_read();
	if (value != NULL)
		g_key_file_set_string(memory, PREFERENCES, name, value);
	else
		g_key_file_remove_key(memory, PREFERENCES, name, NULL);
	return memory_write(memory, error);
}

char **
state_recent(const char *path)
{
	g_autoptr(GKeyFile) memory = memory_read();
	g_autofree char *digest = path_digest(path);
	char **items = g_key_file_get_string_list(memory, RECENT, digest, NULL, NULL);
	if (items == NULL)
		items = g_new0(char *, 1);
	return items;
}

void
state_recent_add(const char *path, const char *item)
{
	g_autoptr(GKeyFile) memory = memory_read();
	g_autofree char *digest = path_digest(path);
	g_auto(GStrv) before = g_key_file_get_string_list(memory, RECENT, digest, NULL, NULL);
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_ptr_array_add(items, (gpointer)(gsize)item);
	for (guint i = 0; before != NULL && before[i] != NULL && items->len < RECENT_MAX; i++)
		if (strcmp(before[i], item) != 0)
			g_ptr_array_add(items, before[i]);
	g_key_file_set_string_list(memory, RECENT, digest, (const char *const *)items->pdata,
				   items->len);
	memory_write(memory, NULL);
}

/* Where nothing can be kept, one is welcomed again. */
bool
state_welcomes(void)
{
	g_autofree char *folder = g_build_filename(g_get_user_state_dir(), "ateliers", NULL);
	g_autofree char *path = g_build_filename(folder, "welcomed", NULL);
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return false;
	if (g_mkdir_with_parents(folder, 0700) == 0)
		output_file(path, "", 0, NULL);
	return true;
}
