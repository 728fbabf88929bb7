#include "screens/logo.h"

#include "app/picture.h"
#include "base/i18n.h"
#include "base/path.h"
#include "core/organisation.h"
#include "core/reference.h"
#include "tui/prompt.h"

static bool
logo_typed(struct ui *ui, const char *typed, gpointer user)
{
	gint64 id = *(const gint64 *)user;
	GError *error = NULL;
	g_autofree char *path = path_as_typed(typed);
	bool none = *path == '\0';
	if (!ui_begin(ui, "organisation_logo"))
		return false;
	if (!organisation_logo_set(ui->store, id, path, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	store_about(ui->store, &entity_organisation, id, 0, 1);
	return ui_commit(ui, none ? _("No logo any more") : _("Logo kept: papers show it"));
}

static bool
has_logo(Store *store, gint64 id)
{
	return store_count(store, &entity_asset, "organisation_id", value_integer(id), NULL) > 0;
}

void
logo_ask(struct list *list, struct ui *ui)
{
	gint64 id = list_current(list);
	struct organisation *body =
		id != 0 ? store_get(ui->store, &entity_organisation, id, NULL) : NULL;
	if (body == NULL)
		return;
	g_autofree char *title = g_strdup_printf(_("Logo of %s"), body->name);
	bool there = has_logo(ui->store, id);
	prompt_show_path(
		ui, title,
		there ? _("It has one. Path of another PNG picture, or nothing to take it away")
		      : _("Path of a PNG picture, of 2 MB at most; papers show it where the "
			  "organisation is a partner"),
		there ? NULL : "~/", logo_typed, g_memdup2(&id, sizeof id), g_free);
	entity_free(&entity_organisation, body);
}
