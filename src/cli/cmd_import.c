/* Tables of other programs brought in, and the report of what became of each row. */
#include <string.h>

#include "app/noun.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/import_report.h"
#include "intake/import_calendar.h"

static enum import_decision
doubtful_decision(const struct run *run)
{
	const char *decision = run_option(run, OPTION_DOUBTFUL);
	if (g_strcmp0(decision, "new") == 0)
		return DECIDE_NEW;
	return g_strcmp0(decision, "same") == 0 ? DECIDE_SAME : DECIDE_SKIP;
}

/* ---- importing ----------------------------------------------------------------------------------
 */

static bool
plan_apply(struct run *run, ImportPlan *plan, GError **error)
{
	struct import_choice choice = {
		.update = run_given(run, OPTION_UPDATE),
		.strict = run_given(run, OPTION_STRICT),
		.dry_run = run_given(run, OPTION_DRY_RUN),
	};
	struct import_report report = {.rows = plan->rows,
				       .problems = plan->problems,
				       .updates = choice.update,
				       .seats = plan->subject == IMPORT_ATTENDEES};
	guint written = 0;
	plan->over = run_given(run, OPTION_OVER);
	import_decide(plan, doubtful_decision(run));
	report.beyond = plan->beyond;
	if (!import_strict_allows(run, &report, error) ||
	    !import_apply(run->store, plan, &choice, &written, error))
		return false;
	report.beyond = plan->beyond;
	if (!import_report(run, &report, error))
		return false;
	if (choice.dry_run)
		run_note(run, _("dry run: nothing was changed"));
	else
		run_followed(run);
	return true;
}

/* The words behind the file: "heading=field" each. The array is the caller's; NULL on error. */
static const char **
columns_given(const struct run *run, guint first, GError **error)
{
	const char **columns = g_new0(const char *, run->n_arguments + 1);
	for (guint i = first; i < run->n_arguments; i++) {
		columns[i - first] = run->argument[i];
		if (strchr(run->argument[i], '=') != NULL)
			continue;
		fail(error, ERROR_USAGE, _("“%s” is not of the form HEADING=FIELD"),
		     run->argument[i]);
		g_free(columns);
		return NULL;
	}
	return columns;
}

static bool
import_table(struct run *run, enum import_subject subject, gint64 event_id, guint word,
	     GError **error)
{
	const char *path = run->argument[word];
	g_autofree const char **columns = columns_given(run, word + 1, error);
	if (columns == NULL)
		return false;
	struct import_options options = {
		.columns = columns,
		.mapping = run_option(run, OPTION_MAP),
		.paste = subject == IMPORT_ATTENDEES && strcmp(path, "-") == 0,
	};
	g_autoptr(ImportPlan) plan =
		import_plan_file(run->store, subject, event_id, path, &options, error);
	return plan != NULL && plan_apply(run, plan, error);
}

bool
cmd_import_events(struct run *run, GError **error)
{
	return import_table(run, IMPORT_EVENTS, 0, 0, error);
}

bool
cmd_import_people(struct run *run, GError **error)
{
	return import_table(run, IMPORT_PEOPLE, 0, 0, error);
}

bool
cmd_import_organisations(struct run *run, GError **error)
{
	return import_table(run, IMPORT_ORGANISATIONS, 0, 0, error);
}

bool
cmd_import_holidays(struct run *run, GError **error)
{
	return import_table(run, IMPORT_HOLIDAYS, 0, 0, error);
}

bool
cmd_import_attendees(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	return event_id != 0 && import_table(run, IMPORT_ATTENDEES, event_id, 1, error);
}

bool
cmd_import_survey(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	return event_id != 0 && import_table(run, IMPORT_SURVEY, event_id, 1, error);
}

/* ---- a partner's calendar -----------------------------------------------------------------------
 */

bool
cmd_import_calendar(struct run *run, GError **error)
{
	struct import_choice choice = {.strict = run_given(run, OPTION_STRICT),
				       .dry_run = run_given(run, OPTION_DRY_RUN)};
	g_autoptr(CalendarPlan) plan = calendar_plan_file(run->store, run->argument[0],
							  run_option(run, OPTION_NAME), error);
	if (plan == NULL)
		return false;
	struct import_report report = {.rows = plan->rows,
				       .problems = plan->problems,
				       .updates = true,
				       .removes = true};
	if (!import_strict_allows(run, &report, error) ||
	    !calendar_plan_apply(run->store, plan, &choice, error))
		return false;
	report.removed = plan->removed;
	run_note(run, _("calendar “%s”:"), plan->source);
	if (!import_report(run, &report, error))
		return false;
	if (choice.dry_run)
		run_note(run, _("dry run: nothing was changed"));
	return true;
}

/* The process that reads such a calendar: started by the one above, not by people. */
bool
cmd_read_calendar(struct run *run, GError **error)
{
	const char *const window[] = {run->argument[0], run->argument[1], run->argument[2]};
	return calendar_reader_be(window, error);
}
