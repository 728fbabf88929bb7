#include "tui/memory.h"

#include <glib/gstdio.h>

#include "app/secure.h"
#include "app/state.h"
#include "store/door.h"

static bool
is_kept(const struct ui *ui)
{
	return !ui->sample && !secure_mode() && store_taken(ui->store) == 0;
}

GKeyFile *
ui_memory(struct ui *ui)
{
	if (ui->memory != NULL)
		return ui->memory;
	ui->memory = g_key_file_new();
	g_autofree char *path = state_lists_path(store_path(ui->store));
	if (is_kept(ui)) /* what cannot be read is as if nothing had been remembered */
		g_key_file_load_from_file(ui->memory, path, G_KEY_FILE_NONE, NULL);
	return ui->memory;
}

void
ui_memory_set(struct ui *ui, const char *group, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		g_key_file_set_string(ui_memory(ui), group, key, text);
	else
		g_key_file_remove_key(ui_memory(ui), group, key, NULL);
}

void
ui_memory_forget(struct ui *ui)
{
	g_clear_pointer(&ui->memory, g_key_file_free);
}

void
ui_memory_keep(struct ui *ui)
{
	if (ui->memory != NULL && is_kept(ui)) {
		g_autofree char *path = state_lists_path(store_path(ui->store));
		g_autofree char *folder = g_path_get_dirname(path);
		gsize size = 0;
		g_autofree char *text = g_key_file_to_data(ui->memory, &size, NULL);
		if (size > 0 && g_mkdir_with_parents(folder, 0700) == 0)
			g_file_set_contents_full(path, text, (gssize)size, G_FILE_SET_CONTENTS_NONE,
						 0600, NULL);
	}
	ui_memory_forget(ui);
}
