#include "app/in_use.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"

static bool
process_has(const char *process, const struct stat *file)
{
	g_autofree char *folder = g_build_filename("/proc", process, "fd", NULL);
	g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);
	const char *name = NULL;
	while (open != NULL && (name = g_dir_read_name(open)) != NULL) {
		struct stat status;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (stat(path, &status) == 0 && status.st_dev == file->st_dev &&
		    status.st_ino == file->st_ino)
			return true;
	}
	return false;
}

bool
in_use_by_nobody(const char *path, GError **error)
{
	struct stat file;
	g_autoptr(GDir) processes = g_dir_open("/proc", 0, NULL);
	g_autofree char *own = g_strdup_printf("%d", (int)getpid());
	const char *name = NULL;
	if (processes == NULL || stat(path, &file) != 0)
		return true;
	while ((name = g_dir_read_name(processes)) != NULL)
		if (g_ascii_isdigit(*name) && !g_str_equal(name, own) && process_has(name, &file))
			return fail(error, ERROR_BUSY,
				    _("“%s” is open in another program (process %s): close it "
				      "first"),
				    path, name);
	return true;
}
