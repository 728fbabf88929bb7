#include "store/setting.h"

#include "base/error.h"
#include "base/i18n.h"
#include "core/reference.h"
#include "core/setting.h"
#include "store/private.h"

/* NULL when it was never set, and on error. */
static struct setting *
setting_row(Store *store, const char *name, GError **error)
{
	g_autoptr(Rows) rows = store_where(store, &entity_setting, "name", value_text(name), error);
	return rows != NULL && rows->n > 0 ? g_steal_pointer(&rows->row[0]) : NULL;
}

char *
setting_read(Store *store, const char *name, GError **error)
{
	struct setting *row = setting_row(store, name, error);
	const struct setting_rule *rule = setting_rule(name);
	char *value = row != NULL ? g_strdup(row->value) : NULL;
	if (value == NULL && rule != NULL)
		value = g_strdup(rule->fallback);
	entity_free(&entity_setting, row);
	return value;
}

char *
setting_get(Store *store, const char *name)
{
	return setting_read(store, name, NULL);
}

gint64
setting_number(Store *store, const char *name, gint64 fallback)
{
	g_autofree char *value = setting_get(store, name);
	gint64 number = fallback;
	if (value != NULL)
		g_ascii_string_to_signed(value, 10, 0, G_MAXINT32, &number, NULL);
	return number;
}

bool
setting_set(Store *store, const char *name, const char *value, GError **error)
{
	const struct setting_rule *rule = setting_rule(name);
	if (rule == NULL)
		return fail(error, ERROR_NOT_FOUND,
			    _("there is no setting “%s”; “ateliers setting list” shows them"),
			    name);
	g_autofree char *accepted = NULL;
	if (value != NULL && *value != '\0') {
		accepted = setting_accept(rule, value, error);
		if (accepted == NULL)
			return false;
	}
	GError *reason = NULL;
	struct setting *row = setting_row(store, name, &reason);
	if (reason != NULL) {
		g_propagate_error(error, reason);
		return false;
	}
	bool fresh = row == NULL;
	if (fresh) {
		row = entity_new(&entity_setting);
		text_set(&row->name, name);
	}
	text_set(&row->value, accepted);
	bool done = fresh ? store_insert(store, &entity_setting, row, error)
			  : store_update(store, &entity_setting, row, error);
	entity_free(&entity_setting, row);
	return done;
}
