#include "screens/screen_settings.h"

#include <string.h>

#include "app/setting_change.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/card_grid.h"
#include "core/date_finder.h"
#include "core/setting.h"
#include "core/status.h"
#include "store/setting.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

struct settings {
	struct screen screen;
	guint cursor, top;
};

static guint
settings_count(void)
{
	guint n = 0;
	while (setting_rules[n].name != NULL)
		n++;
	return n;
}

static void
settings_free(struct screen *screen)
{
	g_free(screen);
}

/* A picture is shown by its being there. */
static char *
setting_shown(struct ui *ui, const struct setting_rule *rule)
{
	g_autofree char *value = setting_get(ui->store, rule->name);
	if (value == NULL)
		return g_strdup("–");
	if (rule->kind == SETTING_YES_NO)
		return g_strdup(code_label(&code_yes_no, value));
	if (rule->kind == SETTING_TIME)
		return time_text(value, false);
	if (rule->kind == SETTING_GRID)
		return card_grid_text(value);
	if (rule->kind == SETTING_CODE)
		return g_strdup(code_label(setting_codes(rule), value));
	g_strdelimit(value, "\n", ' ');
	return g_steal_pointer(&value);
}

static void
settings_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct settings *settings = (struct settings *)screen;
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD, _("Settings of the centre"));
	guint page = (guint)MAX(body.height - 2, 1), n = settings_count();
	if (settings->cursor < settings->top)
		settings->top = settings->cursor;
	if (settings->cursor >= settings->top + page)
		settings->top = settings->cursor - page + 1;
	int label = MIN(40, body.width / 2);
	for (guint i = settings->top; i < n && i < settings->top + page; i++) {
		bool focus = i == settings->cursor;
		enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
		int y = body.y + 2 + (int)(i - settings->top);
		g_autofree char *value = setting_shown(ui, &setting_rules[i]);
		draw_hit((struct area){y, body.x, 1, body.width}, HIT_ROW, (int)i);
		draw_cell(y, body.x, body.width, style, focus ? " >" : "");
		draw_text(y, body.x + 3, label, style, _(setting_rules[i].label));
		draw_text(y, body.x + label + 4, body.width - label - 5, style, value);
		if (focus)
			draw_cursor(y, body.x + 1);
	}
}

static bool
setting_typed(struct ui *ui, const char *typed, gpointer user)
{
	const struct setting_rule *rule = user;
	GError *error = NULL;
	if (!ui_begin(ui, "setting_edit"))
		return false;
	if (!setting_change(ui->store, rule->name, typed, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	return ui_commit(ui, _(rule->label));
}

static void
code_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct setting_rule *rule = user;
	setting_typed(ui, setting_codes(rule)->codes[index].code, user);
}

static void
code_ask(struct ui *ui, const struct setting_rule *rule)
{
	g_autofree char *value = setting_get(ui->store, rule->name);
	struct chooser *chooser =
		chooser_new(_(rule->label), code_chosen, (gpointer)(gsize)rule, NULL);
	const struct code_list *codes = setting_codes(rule);
	guint at = 0;
	for (guint i = 0; i < codes->n; i++) {
		chooser_add(chooser, code_text(&codes->codes[i]), NULL);
		at = g_strcmp0(codes->codes[i].code, value) == 0 ? i : at;
	}
	chooser_show(chooser, ui, at);
}

static void
setting_ask(struct ui *ui, const struct setting_rule *rule)
{
	if (rule->kind == SETTING_CODE) {
		code_ask(ui, rule);
		return;
	}
	g_autofree char *value =
		rule->kind != SETTING_PICTURE ? setting_get(ui->store, rule->name) : NULL;
	g_autofree char *grids = card_grid_names();
	g_autofree char *sheets = g_strdup_printf(_("Size of a badge, one of: %s"), grids);
	g_autofree char *usual = finder_weights_usual();
	g_autofree char *weights = g_strdup_printf(_("Points out of 100 that each takes away; what "
						     "is not named costs the usual: %s"),
						   usual);
	const char *explanation = rule->kind == SETTING_PICTURE
					  ? _("Path of a PNG file; empty takes the logo away")
				  : rule->kind == SETTING_GRID ? sheets
				  : rule->kind == SETTING_WEIGHTS
					  ? weights
					  : _("Empty goes back to what it is without a choice");
	prompt_show(ui, _(rule->label), explanation, value, setting_typed, (gpointer)(gsize)rule,
		    NULL);
}

static bool
settings_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct settings *settings = (struct settings *)screen;
	int at = (int)settings->cursor, last = (int)settings_count() - 1;
	if (key_is(key, "Up") || key_is(key, "k"))
		at--;
	else if (key_is(key, "Down") || key_is(key, "j"))
		at++;
	else if (key_is(key, "Home"))
		at = 0;
	else if (key_is(key, "End"))
		at = last;
	else if (key_is(key, "Enter") || key_is(key, "e"))
		setting_ask(ui, &setting_rules[settings->cursor]);
	else
		return false;
	settings->cursor = (guint)CLAMP(at, 0, last);
	return true;
}

static const struct key_help settings_keys[] = {
	{"Up Down k j", N_("Row above, row below")},
	{"Home End", N_("First row, last row")},
	{"Enter e", N_("Change the setting")},
	{NULL, NULL},
};

static const struct screen_class settings_class = {
	.name = "settings",
	.hint = N_("Enter change · ↑↓ move · Esc back · u undo"),
	.contexts = CONTEXT_SETTINGS,
	.draw = settings_draw,
	.keys = settings_keys,
	.key = settings_key,
	.free = settings_free,
};

struct screen *
settings_screen(struct ui *ui)
{
	struct settings *settings = g_new0(struct settings, 1);
	(void)ui;
	settings->screen = (struct screen){.class = &settings_class, .tab = -1};
	return &settings->screen;
}
