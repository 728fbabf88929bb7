#include "tui/preference.h"

#include "app/state.h"
#include "base/i18n.h"
#include "tui/chooser.h"

static const struct {
	const char *code, *french;
	const char *label; /* English msgid */
} themes[THEMES] = {
	[THEME_DARK] = {"dark", "sombre", N_("Theme for a dark terminal")},
	[THEME_LIGHT] = {"light", "clair", N_("Theme for a light terminal")},
	[THEME_CONTRAST] = {"contrast", "contraste", N_("Theme of high contrast")},
	[THEME_MONO] = {"mono", "sans", N_("No colours")},
};

static char *
preference_of(const char *variable, const char *name)
{
	const char *set = g_getenv(variable);
	return set != NULL && *set != '\0' ? g_strdup(set) : state_preference(name);
}

bool
preference_mouse(void)
{
	static const char *const no[] = {"no", "non", "0", "off"};
	g_autofree char *set = preference_of("ATELIERS_MOUSE", "mouse");
	for (gsize i = 0; set != NULL && i < G_N_ELEMENTS(no); i++)
		if (g_ascii_strcasecmp(set, no[i]) == 0)
			return false;
	return true;
}

enum draw_theme
preference_theme(void)
{
	g_autofree char *set = preference_of("ATELIERS_THEME", "theme");
	for (int i = 0; set != NULL && i < THEMES; i++)
		if (g_ascii_strcasecmp(set, themes[i].code) == 0 ||
		    g_ascii_strcasecmp(set, themes[i].french) == 0)
			return (enum draw_theme)i;
	return THEME_DARK;
}

/* A variable that is set wins, and then choosing changes nothing: that is said. */
static void
preference_set(struct ui *ui, const char *variable, const char *name, const char *value)
{
	GError *error = NULL;
	const char *set = g_getenv(variable);
	if (set != NULL && *set != '\0') {
		ui_say(ui, TOAST_NOTE, _("%s=%s is set where Ateliers was started, and wins"),
		       variable, set);
		return;
	}
	state_prefer(name, value, &error);
	ui_fail(ui, error);
}

static void
preference_chosen(struct ui *ui, guint index, gpointer user)
{
	(void)user;
	if (index < THEMES) {
		preference_set(ui, "ATELIERS_THEME", "theme", themes[index].code);
		draw_theme(preference_theme());
	} else {
		preference_set(ui, "ATELIERS_MOUSE", "mouse", preference_mouse() ? "no" : "yes");
		keys_mouse(preference_mouse());
	}
}

void
preference_ask(struct ui *ui)
{
	struct chooser *chooser = chooser_new(_("My preferences"), preference_chosen, NULL, NULL);
	enum draw_theme theme = preference_theme();
	chooser_explain(chooser, _("For me alone, on this machine, whatever the database"));
	for (int i = 0; i < THEMES; i++)
		chooser_add(chooser, _(themes[i].label), i == (int)theme ? _("now") : NULL);
	chooser_add(chooser,
		    preference_mouse() ? _("Leave the mouse to the terminal") : _("Use the mouse"),
		    preference_mouse() ? _("now: Ateliers takes it") : _("now: the terminal’s"));
	chooser_show(chooser, ui, (guint)theme);
}
