/* The centre's settings. */
#include <string.h>

#include "app/setting_change.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/nearest.h"
#include "cli/sheet.h"
#include "core/setting.h"
#include "store/setting.h"

static const struct setting_rule *
rule_find(const char *name, GError **error)
{
	const struct setting_rule *rule = setting_rule(name);
	if (rule != NULL)
		return rule;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (rule = setting_rules; rule->name != NULL; rule++)
		g_ptr_array_add(names, (gpointer)(gsize)rule->name);
	g_ptr_array_add(names, NULL);
	const char *near = nearest(name, (const char *const *)names->pdata);
	if (near != NULL)
		fail(error, ERROR_USAGE, _("there is no setting “%s”; did you mean “%s”?"), name,
		     near);
	else
		fail(error, ERROR_USAGE,
		     _("there is no setting “%s”; “ateliers setting list” shows them"), name);
	return NULL;
}

static void
setting_columns(Sheet *sheet)
{
	sheet_column(sheet, "name", _("Name"), SHEET_TEXT, true);
	sheet_column(sheet, "value", _("Value"), SHEET_LONG, true);
	sheet_column(sheet, "label", _("What it is"), SHEET_TEXT, true);
}

static void
setting_row(struct run *run, Sheet *sheet, const struct setting_rule *rule)
{
	struct sheet_row *cells = sheet_row(sheet);
	sheet_set(sheet, cells, 0, g_strdup(rule->name), NULL);
	sheet_set(sheet, cells, 1, setting_get(run->store, rule->name), NULL);
	sheet_set(sheet, cells, 2, g_strdup(_(rule->label)), NULL);
}

bool
cmd_setting_list(struct run *run, GError **error)
{
	g_autoptr(Sheet) sheet = sheet_new();
	setting_columns(sheet);
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++)
		setting_row(run, sheet, rule);
	return run_list(run, sheet, error);
}

bool
cmd_setting_get(struct run *run, GError **error)
{
	const struct setting_rule *rule = rule_find(run->argument[0], error);
	if (rule == NULL)
		return false;
	if (run_format(run) != FORMAT_TABLE) {
		g_autoptr(Sheet) sheet = sheet_new();
		setting_columns(sheet);
		setting_row(run, sheet, rule);
		return run_show(run, sheet, error);
	}
	g_autofree char *value = setting_get(run->store, rule->name);
	g_auto(GStrv) lines = g_strsplit(value != NULL ? value : "", "\n", -1);
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; lines[i] != NULL && value != NULL; i++) {
		g_autofree char *clean = text_for_terminal(lines[i]);
		g_string_append_printf(text, "%s\n", clean);
	}
	return run_result(run, text->str, text->len, error);
}

/* ---- setting ------------------------------------------------------------------------------------
 */

static bool
value_set(struct run *run, const char *name, const char *value, GError **error)
{
	return rule_find(name, error) != NULL && setting_change(run->store, name, value, error);
}

static bool
pair_set(struct run *run, const char *word, GError **error)
{
	const char *equal = strchr(word, '=');
	if (equal == NULL)
		return fail(error, ERROR_USAGE, _("“%s” is no name=value"), word);
	g_autofree char *name = g_strndup(word, (gsize)(equal - word));
	return value_set(run, name, equal + 1, error);
}

bool
cmd_setting_set(struct run *run, GError **error)
{
	bool done = true;
	if (!run_begin(run, "setting_edit", error))
		return false;
	if (run->n_arguments == 2 && setting_rule(run->argument[0]) != NULL) {
		done = value_set(run, run->argument[0], run->argument[1], error);
		store_about(run->store, NULL, 0, 0, 1);
		return run_end(run, done, error);
	}
	for (guint i = 0; done && i < run->n_arguments; i++)
		done = pair_set(run, run->argument[i], error);
	store_about(run->store, NULL, 0, 0, run->n_arguments);
	return run_end(run, done, error);
}
