/* Where the files that are made go, and what they are called. */
#include "app/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "store/setting.h"

#define WHAT_BYTES 100

/* Beyond that the last one is replaced. */
#define VERSIONS_MAX 999

char *
output_folder(Store *store)
{
	char *folder = setting_get(store, "output_folder");
	if (folder != NULL)
		return folder;
	if (secure_mode())
		return g_build_filename(g_get_home_dir(), "ateliers", NULL);
	const char *documents = g_get_user_special_dir(G_USER_DIRECTORY_DOCUMENTS);
	return g_strdup(documents != NULL ? documents : g_get_home_dir());
}

char *
output_name(Store *store, gint64 event_id, const char *what, int version, const char *ending)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	g_autofree char *folder = output_folder(store);
	g_autofree char *number = text_file_name(event != NULL ? event->number : NULL, 40);
	g_autofree char *safe = text_file_name(what, WHAT_BYTES);
	g_autofree char *digits = door_version_text(version);
	g_autofree char *counted = version > 0 ? g_strdup_printf(" v%s", digits) : g_strdup("");
	g_autofree char *named = event != NULL ? g_strdup_printf("%s %s%s", number, safe, counted)
					       : g_strdup_printf("%s%s", safe, counted);
	g_autofree char *name =
		ending != NULL ? g_strdup_printf("%s.%s", named, ending) : g_strdup(named);
	entity_free(&entity_event, event);
	return g_build_filename(folder, name, NULL);
}

/* True when PATH is there and is not TEXT: somebody may still need it. */
static bool
is_another(const char *path, const char *text)
{
	g_autofree char *there = NULL;
	return g_file_test(path, G_FILE_TEST_EXISTS) &&
	       (!g_file_get_contents(path, &there, NULL, NULL) || strcmp(there, text) != 0);
}

static bool
folder_make(Store *store, GError **error)
{
	g_autofree char *folder = output_folder(store);
	return g_mkdir_with_parents(folder, 0700) == 0 ||
	       fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder,
		    g_strerror(errno));
}

char *
output_name_free(Store *store, gint64 event_id, const char *what, const char *ending,
		 GError **error)
{
	if (!folder_make(store, error))
		return NULL;
	for (int version = 1; version <= VERSIONS_MAX; version++) {
		char *path = output_name(store, event_id, what, version > 1 ? version : 0, ending);
		struct stat there;
		if (g_lstat(path, &there) != 0)
			return path;
		g_free(path);
	}
	fail(error, ERROR_CONFLICT,
	     _("the output folder is full of files called “%s”: put some of them away"), what);
	return NULL;
}

bool
output_text(Store *store, const char *what, const char *ending, const char *text, char **path,
	    GError **error)
{
	*path = output_name(store, 0, what, 0, ending);
	for (int version = 2; is_another(*path, text) && version <= VERSIONS_MAX; version++) {
		g_free(*path);
		*path = output_name(store, 0, what, version, ending);
	}
	return folder_make(store, error) && output_file(*path, text, strlen(text), error);
}
