#include "cli/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"

char *
folder_temporary(GError **error)
{
	const char *runtime = g_getenv("XDG_RUNTIME_DIR");
	const char *places[] = {runtime, g_get_tmp_dir()};
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		if (places[i] == NULL || !g_path_is_absolute(places[i]))
			continue;
		char *folder = g_build_filename(places[i], "ateliers-XXXXXX", NULL);
		if (g_mkdtemp_full(folder, 0700) != NULL)
			return folder;
		g_free(folder);
	}
	fail(error, ERROR_IO, _("a temporary folder cannot be made in “%s”: %s"), g_get_tmp_dir(),
	     g_strerror(errno));
	return NULL;
}

void
folder_remove(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
			folder_remove(path);
		else
			g_unlink(path);
	}
	g_rmdir(folder);
}
