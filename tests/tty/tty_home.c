/* Where a program under test lives: an empty home and a clean environment. */
#include "tty_private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

char *
tty_home_new(GError **error)
{
	/* Not in TMPDIR: a path shown on a screen must be as long on every machine. */
	g_autofree char *path = g_strdup("/tmp/ateliers-tty-XXXXXX");

	if (g_mkdtemp(path) == NULL) {
		tty_refuse(error, "cannot make %s: %s", path, g_strerror(errno));
		return NULL;
	}
	/* The one XDG directory that is there before the first start of anything. */
	g_autofree char *runtime = g_build_filename(path, ".run", NULL);
	if (g_mkdir(runtime, 0700) != 0) {
		tty_refuse(error, "cannot make %s: %s", runtime, g_strerror(errno));
		return NULL;
	}
	return g_steal_pointer(&path);
}

static void
remove_tree(const char *path)
{
	const char *name = NULL;

	/* A test may have made it unreadable or read-only. */
	if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && g_file_test(path, G_FILE_TEST_IS_DIR)) {
		g_chmod(path, 0700);
		g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
		while (directory != NULL && (name = g_dir_read_name(directory)) != NULL) {
			g_autofree char *inner = g_build_filename(path, name, NULL);
			remove_tree(inner);
		}
	}
	if (g_remove(path) != 0)
		g_printerr("# cannot remove %s: %s\n", path, g_strerror(errno));
}

void
tty_home_free(char *home)
{
	if (home == NULL)
		return;
	tty_process_sweep(0, home);
	remove_tree(home);
	g_free(home);
}

static char **
set_below(char **environment, const char *variable, const char *home, const char *folder)
{
	g_autofree char *path = g_build_filename(home, folder, NULL);

	return g_environ_setenv(environment, variable, path, TRUE);
}

static char **
pass_on(char **environment, const char *variable)
{
	const char *value = g_getenv(variable);

	return value != NULL ? g_environ_setenv(environment, variable, value, TRUE) : environment;
}

static char **
apply(char **environment, const char *setting)
{
	const char *equals = strchr(setting, '=');

	if (equals == NULL)
		return g_environ_unsetenv(environment, setting);
	g_autofree char *variable = g_strndup(setting, (gsize)(equals - setting));
	return g_environ_setenv(environment, variable, equals + 1, TRUE);
}

char **
tty_environment(const char *home, const char *term, const char *const *extra)
{
	static const char *const passed[] = {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
					     "LSAN_OPTIONS"};
	char **environment = g_new0(char *, 1);

	for (gsize i = 0; i < G_N_ELEMENTS(passed); i++)
		environment = pass_on(environment, passed[i]);
	environment = g_environ_setenv(environment, "HOME", home, TRUE);
	environment = set_below(environment, "XDG_CONFIG_HOME", home, ".config");
	environment = set_below(environment, "XDG_DATA_HOME", home, ".local/share");
	environment = set_below(environment, "XDG_STATE_HOME", home, ".local/state");
	environment = set_below(environment, "XDG_CACHE_HOME", home, ".cache");
	environment = set_below(environment, "XDG_RUNTIME_DIR", home, ".run");
	environment = g_environ_setenv(environment, "LANG", "C.UTF-8", TRUE);
	environment =
		g_environ_setenv(environment, "TERM", term != NULL ? term : DEFAULT_TERM, TRUE);
	environment = g_environ_setenv(environment, "ATELIERS_NOW", "2026-11-23T08:30:00Z", TRUE);
	for (gsize i = 0; extra != NULL && extra[i] != NULL; i++)
		environment = apply(environment, extra[i]);
	return environment;
}
