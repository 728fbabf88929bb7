#include "app/picture.h"

#include <string.h>
#include <sys/stat.h>

#include "app/modules.h"
#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/organisation.h"
#include "core/reference.h"

#define PNG_MAGIC         "\x89PNG\r\n\x1a\n"
#define PICTURE_BYTES_MAX (2 * 1024 * 1024)

static bool
picture_read(Store *store, const char *path, char **base64, GError **error)
{
	struct stat status;
	g_autofree char *bytes = NULL;
	gsize size = 0;
	if (!secure_allows(store, path, error))
		return false;
	if (store_is_file(store, path) || (stat(path, &status) == 0 && !S_ISREG(status.st_mode)))
		return fail(error, ERROR_IO, _("“%s” is not a file"), path);
	GError *reason = NULL;
	if (!g_file_get_contents(path, &bytes, &size, &reason)) {
		fail(error, ERROR_IO, _("“%s” cannot be read: %s"), path,
		     reading_reason_of(reason));
		g_clear_error(&reason);
		return false;
	}
	if (size < sizeof PNG_MAGIC - 1 || memcmp(bytes, PNG_MAGIC, sizeof PNG_MAGIC - 1) != 0)
		return fail(error, ERROR_FORMAT, _("“%s” is no PNG picture: save it as PNG"), path);
	if (size > PICTURE_BYTES_MAX)
		return fail(error, ERROR_INVALID,
			    _("“%s” has %d kB, a logo %d at most: save it smaller"), path,
			    (int)(size / 1024), PICTURE_BYTES_MAX / 1024);
	const struct print_module *print = module_print(NULL);
	if (print != NULL && !print->picture(bytes, size))
		return fail(error, ERROR_FORMAT,
			    _("“%s” cannot be shown as a picture: save it as PNG again"), path);
	*base64 = g_base64_encode((const guchar *)bytes, size);
	return true;
}

/* The picture of that organisation, else of that name; a new one when there is none. */
static struct asset *
asset_find(Store *store, const char *name, gint64 organisation_id, GError **error)
{
	g_autoptr(Rows) rows =
		organisation_id != 0
			? store_of(store, &entity_asset, "organisation_id", organisation_id, error)
			: store_where(store, &entity_asset, "name", value_text(name), error);
	if (rows == NULL)
		return NULL;
	if (rows->n > 0)
		return g_steal_pointer(&rows->row[0]);
	struct asset *asset = entity_new(&entity_asset);
	asset->organisation_id = organisation_id;
	text_set(&asset->name, name);
	return asset;
}

static bool
asset_write(Store *store, struct asset *asset, const char *base64, GError **error)
{
	if (base64 == NULL)
		return asset->id == 0 || store_delete(store, &entity_asset, asset->id, error);
	text_set(&asset->media_type, "image/png");
	text_set(&asset->content, base64);
	return asset->id == 0 ? store_insert(store, &entity_asset, asset, error)
			      : store_update(store, &entity_asset, asset, error);
}

bool
picture_set(Store *store, const char *name, gint64 organisation_id, const char *path,
	    GError **error)
{
	g_autofree char *base64 = NULL;
	if (*path != '\0' && !picture_read(store, path, &base64, error))
		return false;
	struct asset *asset = asset_find(store, name, organisation_id, error);
	bool done = asset != NULL && asset_write(store, asset, base64, error);
	entity_free(&entity_asset, asset);
	return done;
}

bool
organisation_logo_set(Store *store, gint64 organisation_id, const char *path, GError **error)
{
	struct organisation *organisation =
		store_get(store, &entity_organisation, organisation_id, error);
	if (organisation == NULL)
		return false;
	g_autofree char *name = g_strdup_printf("organisation %s", organisation->uid);
	entity_free(&entity_organisation, organisation);
	return picture_set(store, name, organisation_id, path, error);
}
