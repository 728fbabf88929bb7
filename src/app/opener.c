#include "app/opener.h"

#include <string.h>
#include <unistd.h>

#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/link.h"

/* What we make, and no program in it. */
static const char *const endings[] = {".pdf", ".xlsx", ".ods", ".odt",  ".csv", ".tsv",
				      ".ics", ".html", ".txt", ".json", ".png"};

static const char *const console_browsers[] = {"w3m", "lynx", "links", "links2", "elinks"};

static bool
ending_is_ours(const char *path)
{
	for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
		if (g_str_has_suffix(path, endings[i]))
			return true;
	return false;
}

static bool
is_link(const char *target)
{
	g_autofree char *link = link_clean(target);
	return link != NULL && strcmp(link, target) == 0;
}

static bool
target_check(const char *target, GError **error)
{
	if (is_link(target))
		return true;
	bool folder = g_file_test(target, G_FILE_TEST_IS_DIR);
	if (!g_path_is_absolute(target) || !g_file_test(target, G_FILE_TEST_EXISTS))
		return fail(error, ERROR_INVALID, _("“%s” is not there any more"), target);
	return folder || ending_is_ours(target) ||
	       fail(error, ERROR_INVALID, _("“%s” is of no kind that Ateliers opens"), target);
}

/* "firefox:w3m" names several, the first one first; one with a "%" wants a shell to be put into. */
static char *
browser_named(void)
{
	const char *set = g_getenv("BROWSER");
	g_auto(GStrv) names = g_strsplit(set != NULL ? set : "", ":", -1);
	for (guint i = 0; names[i] != NULL; i++) {
		g_autofree char *path = *names[i] != '\0' && strpbrk(names[i], " %") == NULL
						? g_find_program_in_path(names[i])
						: NULL;
		if (path != NULL)
			return g_steal_pointer(&path);
	}
	return NULL;
}

/* Without a desktop xdg-open falls back on what draws on the terminal, over us. */
static char *
system_opener(void)
{
	bool desktop = g_getenv("DISPLAY") != NULL || g_getenv("WAYLAND_DISPLAY") != NULL;
	char *path = desktop ? g_find_program_in_path("xdg-open") : NULL;
#ifdef __APPLE__
	if (path == NULL)
		path = g_find_program_in_path("open");
#endif
	return path;
}

static bool
is_console(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	for (gsize i = 0; i < G_N_ELEMENTS(console_browsers); i++)
		if (strcmp(name, console_browsers[i]) == 0)
			return true;
	return false;
}

char **
opener_words(const char *target, bool *console, GError **error)
{
	*console = false;
	if (secure_refuses(_("open a link or a file"), error) || !target_check(target, error))
		return NULL;
	bool mail = g_str_has_prefix(target, "mailto:");
	g_autofree char *path = is_link(target) && !mail ? browser_named() : NULL;
	if (path == NULL)
		path = system_opener();
	if (path == NULL) {
		fail(error, ERROR_NOT_FOUND, _("nothing on this machine opens “%s”"), target);
		return NULL;
	}
	*console = is_console(path);
	char **words = g_new0(char *, 3);
	words[0] = g_steal_pointer(&path);
	words[1] = g_strdup(target);
	return words;
}

/* Of a session of its own: it stays when we go, and a key pressed here is not its. */
static void
on_its_own(gpointer user)
{
	(void)user;
	setsid();
}

bool
opener_start(char *const *words, GError **error)
{
	GError *why = NULL;
	if (g_spawn_async(NULL, (char **)(gsize)words, NULL,
			  G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, on_its_own, NULL,
			  NULL, &why))
		return true;
	fail(error, ERROR_IO, _("“%s” cannot be started: %s"), words[0], why->message);
	g_error_free(why);
	return false;
}
