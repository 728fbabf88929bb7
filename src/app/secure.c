#include "app/secure.h"

#include <stdlib.h>
#include <string.h>

#include "app/output.h"
#include "base/error.h"
#include "base/i18n.h"

bool
secure_mode(void)
{
	const char *set = g_getenv("ATELIERS_SECURE");
	return set != NULL && *set != '\0' && strcmp(set, "0") != 0;
}

/* The folder without links on its way; NULL when there is none. */
static char *
folder_real(const char *folder)
{
	char *real = realpath(folder, (char *)NULL); /* freed by g_free(): one allocator */
	return real;
}

/* What begins with a dot is no table and no paper, but “..” leads out, and a shell or ssh may do
 * what stands in such a file where the output folder is the home folder. */
static bool
lies_in(const char *path, const char *folder)
{
	g_autofree char *parent = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *real_parent = folder_real(parent);
	g_autofree char *real_folder = folder_real(folder);
	return *name != '.' && real_parent != NULL && g_strcmp0(real_parent, real_folder) == 0 &&
	       !g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

bool
secure_allows(Store *store, const char *path, GError **error)
{
	if (!secure_mode() || strcmp(path, "-") == 0)
		return true;
	g_autofree char *folder = output_folder(store);
	return lies_in(path, folder) ||
	       fail(error, ERROR_INVALID, _("shared account: files stand in “%s” alone"), folder);
}

bool
secure_refuses(const char *what, GError **error)
{
	return secure_mode() && !fail(error, ERROR_INVALID,
				      _("shared account: “%s” is for whoever keeps the "
					"machine"),
				      what);
}
