/* A partner's calendar brought in: asked for, looked at, written in one gesture. */
#include "intake/import_calendar.h"

#include <string.h>

#include "app/secure.h"
#include "base/i18n.h"
#include "base/path.h"
#include "screens/import.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

static void
plan_destroy(gpointer plan)
{
	calendar_plan_free(plan);
}

static void
plan_chosen(struct ui *ui, guint index, gpointer user)
{
	CalendarPlan *plan = user;
	const struct import_choice choice = {0};
	GError *error = NULL;
	if (index != 0)
		return;
	if (calendar_plan_apply(ui->store, plan, &choice, &error))
		ui_say(ui, TOAST_UNDO, _("Dates of “%s” brought in: the calendar shows them"),
		       plan->source);
	ui_fail(ui, error);
	ui_reload(ui);
}

/* What would happen, and the first thing that is wrong. */
static char *
plan_words(const CalendarPlan *plan)
{
	struct import_counts counts = {0};
	import_count_rows(plan->rows, &counts);
	GString *words = g_string_new(NULL);
	g_string_printf(words,
			_("“%s”: new %u, the same %u, changed %u, taken away %u, refused %u"),
			plan->source, counts.new, counts.same, counts.changed, plan->removed,
			counts.refused);
	if (plan->problems->len > 0) {
		const struct import_problem *problem = plan->problems->pdata[0];
		g_string_append_printf(words, _(" · line %u: %s"), problem->line, problem->message);
	}
	return g_string_free(words, FALSE);
}

static void
plan_show(struct ui *ui, CalendarPlan *plan)
{
	struct chooser *chooser =
		chooser_new(_("Bring in this calendar?"), plan_chosen, plan, plan_destroy);
	g_autofree char *words = plan_words(plan);
	chooser_explain(chooser, words);
	chooser_add(chooser, _("Bring it in"), NULL);
	chooser_add(chooser, _("Leave it"), NULL);
	chooser_show(chooser, ui, 0);
}

static bool
path_typed(struct ui *ui, const char *typed, gpointer user)
{
	(void)user;
	GError *error = NULL;
	g_autofree char *path = path_as_typed(typed);
	/* "-" would be the terminal itself. */
	if (*path == '\0' || strcmp(path, "-") == 0)
		return false;
	CalendarPlan *plan = secure_allows(ui->store, path, &error)
				     ? calendar_plan_file(ui->store, path, NULL, &error)
				     : NULL;
	ui_fail(ui, error);
	if (plan == NULL)
		return false;
	plan_show(ui, plan);
	return true;
}

void
import_ask_calendar(struct ui *ui)
{
	prompt_show_path(ui, _("Calendar to bring in"),
			 _("Path of a partner's calendar (.ics): its dates are told when one of "
			   "ours "
			   "falls on them"),
			 "~/", path_typed, NULL, NULL);
}
