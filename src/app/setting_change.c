#include "app/setting_change.h"

#include <string.h>

#include "app/picture.h"
#include "app/secure.h"
#include "core/setting.h"
#include "store/setting.h"

/* The setting itself keeps the file's name, for people; the picture is in the database. */
static bool
picture_change(Store *store, const char *name, const char *path, GError **error)
{
	g_autofree char *shown = *path != '\0' ? g_path_get_basename(path) : g_strdup("");
	return picture_set(store, name, 0, path, error) && setting_set(store, name, shown, error);
}

bool
setting_change(Store *store, const char *name, const char *typed, GError **error)
{
	const struct setting_rule *rule = setting_rule(name);
	if (strcmp(name, "output_folder") == 0 && secure_refuses(name, error))
		return false;
	if (rule != NULL && rule->kind == SETTING_PICTURE)
		return picture_change(store, name, typed, error);
	return setting_set(store, name, typed, error);
}
