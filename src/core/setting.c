#include "core/setting.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/card_grid.h"
#include "core/connection_time.h"
#include "core/date_finder.h"
#include "core/status.h"

const struct setting_rule setting_rules[] = {
	{"centre_name", N_("Name of the centre"), SETTING_TEXT, NULL},
	{"centre_address", N_("Address of the centre"), SETTING_LONG, NULL},
	{"centre_town", N_("Town of the centre"), SETTING_TEXT, NULL},
	{"organizer_email", N_("Address that invitations come from"), SETTING_EMAIL, NULL},
	{"funders_mention", N_("Funders’ mention on documents"), SETTING_LONG, NULL},
	{"logo", N_("Logo (PNG)"), SETTING_PICTURE, NULL},
	{"time_zone", N_("Time zone"), SETTING_ZONE, "Europe/Paris"},
	{"region", N_("Region (code)"), SETTING_TEXT, "76"},
	{"school_zone", N_("School holidays zone"), SETTING_TEXT, "C"},
	{"output_folder", N_("Folder for the files that are made"), SETTING_FOLDER, NULL},
	{"photo_notice", N_("Mention of photos on papers"), SETTING_YES_NO, "yes"},
	{"signatory_name", N_("Who signs certificates"), SETTING_TEXT, NULL},
	{"signatory_title", N_("Title of who signs"), SETTING_TEXT, NULL},
	{"blank_lines", N_("Blank lines on sign-in sheets"), SETTING_NUMBER, "4"},
	{"waiting_promotion", N_("A seat that frees, for who is waiting"), SETTING_CODE, "by_hand"},
	{"badge_grid", N_("Sheets for badges"), SETTING_GRID, "86x54"},
	{"afternoon_starts", N_("Afternoon from"), SETTING_TIME, "13:00"},
	{"evening_starts", N_("Evening from"), SETTING_TIME, "18:00"},
	{"half_day_minimum", N_("Minutes that make a half-day"), SETTING_NUMBER, "60"},
	{"half_day_full", N_("Minutes from which it counts whole"), SETTING_NUMBER, "60"},
	{"balance_percent", N_("Share of one family that is told (%, 0: never)"), SETTING_NUMBER,
	 "60"},
	{"remote_minutes", N_("Minutes connected from which somebody was there"), SETTING_SHARE,
	 CONNECTION_THRESHOLD_DEFAULT},
	{"date_weights", N_("What weighs against a date (usual: empty)"), SETTING_WEIGHTS, NULL},
	{"retention_years", N_("Years after the last contact, then erase"), SETTING_NUMBER, "3"},
	{"needs_kept_days", N_("Days after the event, then erase diets and access needs"),
	 SETTING_NUMBER, "30"},
	{"history_months", N_("Months for which gestures can be undone"), SETTING_NUMBER, "36"},
	{.name = NULL},
};

const struct setting_rule *
setting_rule(const char *name)
{
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++)
		if (strcmp(rule->name, name) == 0)
			return rule;
	return NULL;
}

const struct code_list *
setting_codes(const struct setting_rule *rule)
{
	static const struct {
		const char *name;
		const struct code_list *codes;
	} lists[] = {
		{"waiting_promotion", &code_promotions},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		if (strcmp(lists[i].name, rule->name) == 0)
			return lists[i].codes;
	return NULL;
}

static char *
refused(const struct setting_rule *rule, const char *expected, GError **error)
{
	fail(error, ERROR_INVALID, _("%s: %s"), _(rule->label), expected);
	return NULL;
}

static char *
yes_no_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	const char *code = code_parse(&code_yes_no, value);
	return code != NULL ? g_strdup(code) : refused(rule, _("yes or no is expected"), error);
}

static char *
number_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	guint64 number = 0;
	if (g_ascii_string_to_unsigned(value, 10, 0, 100000, &number, NULL))
		return g_strdup_printf("%" G_GUINT64_FORMAT, number);
	return refused(rule, _("a whole number is expected"), error);
}

static char *
share_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	struct connection_threshold read;
	if (!connection_threshold_read(value, &read))
		return refused(rule,
			       _("minutes (30) or a part of the half-day (50 %) are expected"),
			       error);
	return read.percent > 0 ? g_strdup_printf("%d %%", read.percent)
				: g_strdup_printf("%d", read.minutes);
}

static char *
time_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	char time[6];
	return time_parse(value, time, NULL)
		       ? g_strdup(time)
		       : refused(rule, _("a time such as 13:00 is expected"), error);
}

static char *
grid_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	const struct card_grid *grid = card_grid_find(value);
	g_autofree char *names = card_grid_names();
	g_autofree char *expected = g_strdup_printf(_("one of these is expected: %s"), names);
	return grid != NULL ? g_strdup(grid->name) : refused(rule, expected, error);
}

static char *
weights_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	struct finder_weights weights;
	g_autofree char *wrong = NULL;
	if (finder_weights_read(value, &weights, &wrong))
		return g_strdup(value);
	g_autofree char *usual = finder_weights_usual();
	g_autofree char *expected =
		g_strdup_printf(_("“%s” is not understood; the usual ones are %s"), wrong, usual);
	return refused(rule, expected, error);
}

static char *
zone_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(value);
	return zone != NULL ? g_strdup(value)
			    : refused(rule, _("a zone such as Europe/Paris is expected"), error);
}

static char *
code_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	const char *code = code_parse(setting_codes(rule), value);
	if (code != NULL)
		return g_strdup(code);
	g_autofree char *names = code_names(setting_codes(rule));
	g_autofree char *expected = g_strdup_printf(_("one of these is expected: %s"), names);
	return refused(rule, expected, error);
}

char *
setting_accept(const struct setting_rule *rule, const char *value, GError **error)
{
	g_autofree char *text = text_accept(value, rule->kind == SETTING_LONG, NULL);
	if (text == NULL)
		return refused(rule, _("a value is expected"), error);
	switch (rule->kind) {
	case SETTING_EMAIL:
		if (!text_is_email(text))
			return refused(rule, _("an e-mail address is expected"), error);
		break;
	case SETTING_ZONE:
		return zone_accept(rule, text, error);
	case SETTING_NUMBER:
		return number_accept(rule, text, error);
	case SETTING_SHARE:
		return share_accept(rule, text, error);
	case SETTING_TIME:
		return time_accept(rule, text, error);
	case SETTING_YES_NO:
		return yes_no_accept(rule, text, error);
	case SETTING_GRID:
		return grid_accept(rule, text, error);
	case SETTING_WEIGHTS:
		return weights_accept(rule, text, error);
	case SETTING_CODE:
		return code_accept(rule, text, error);
	case SETTING_FOLDER:
		if (!g_path_is_absolute(text))
			return refused(rule, _("the whole path of a folder is expected"), error);
		break;
	case SETTING_TEXT:
	case SETTING_LONG:
	case SETTING_PICTURE:
		break;
	}
	return g_steal_pointer(&text);
}
