/* Tables of other programs brought in, and the report of what became of each row. */
#include <string.h>

#include "app/import.h"
#include "app/noun.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"

static enum import_decision
doubtful_decision(const struct run *run)
{
	const char *decision = run_option(run, OPTION_DOUBTFUL);
	if (g_strcmp0(decision, "new") == 0)
		return DECIDE_NEW;
	return g_strcmp0(decision, "same") == 0 ? DECIDE_SAME : DECIDE_SKIP;
}

/* ---- the report ---------------------------------------------------------------------------------
 */

static json_t *
problem_json(guint line, const char *field, const char *severity, const char *message)
{
	json_t *one = json_object();
	json_object_set_new(one, "line", json_integer(line));
	json_object_set_new(one, "field", sheet_json_text(field));
	json_object_set_new(one, "severity", sheet_json_text(severity));
	json_object_set_new(one, "message", sheet_json_text(message));
	return one;
}

/* A row that is left for a person to decide, or of which only --update writes what has changed. */
static char *
waiting_words(const struct run *run, const struct import_line *row)
{
	const char *why = row->reason != NULL ? row->reason : "";
	if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_SKIP)
		return row->other != NULL
			       ? g_strdup_printf(_("doubtful, left out: %s (%s); may be %s"),
						 row->title, why, row->other)
			       : g_strdup_printf(_("doubtful, left out: %s (%s)"), row->title, why);
	if (row->outcome == IMPORT_CHANGED && !run_given(run, OPTION_UPDATE))
		return g_strdup_printf(_("changed, left as it was: %s (%s)"), row->title, why);
	return NULL;
}

static json_t *
report_json(const struct run *run, const ImportPlan *plan, const struct import_counts *counts)
{
	json_t *report = json_object(), *problems = json_array();
	json_object_set_new(report, "new", json_integer(counts->new));
	json_object_set_new(report, "same", json_integer(counts->same));
	json_object_set_new(report, "changed", json_integer(counts->changed));
	json_object_set_new(report, "doubtful", json_integer(counts->doubtful));
	json_object_set_new(report, "refused", json_integer(counts->refused));
	for (guint i = 0; i < plan->problems->len; i++) {
		const struct import_problem *problem = g_ptr_array_index(plan->problems, i);
		json_array_append_new(problems, problem_json(problem->line, problem->field,
							     problem->severity, problem->message));
	}
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(plan->rows, i);
		g_autofree char *words = waiting_words(run, row);
		if (words != NULL)
			json_array_append_new(problems,
					      problem_json(row->line, NULL, "information", words));
	}
	json_object_set_new(report, "problems", problems);
	return report;
}

static const char *
severity_words(const char *severity)
{
	if (strcmp(severity, "error") == 0)
		return _("refused");
	return strcmp(severity, "warning") == 0 ? _("warning") : _("note");
}

static void
problem_note(const struct run *run, const struct import_problem *problem)
{
	const char *severity = severity_words(problem->severity);
	g_autofree char *where = problem->line > 0 ? g_strdup_printf(_("line %u"), problem->line)
						   : g_strdup(_("file"));
	if (problem->field != NULL)
		run_note(run, _("%s: %s: %s: %s"), where, severity, problem->field,
			 problem->message);
	else
		run_note(run, _("%s: %s: %s"), where, severity, problem->message);
}

static void
decided_note(const struct run *run, const struct import_counts *counts)
{
	enum import_decision decision = doubtful_decision(run);
	if (decision == DECIDE_NEW)
		run_note(run,
			 i18n_count("%u doubtful row was taken for somebody or something new",
				    "%u doubtful rows were taken for somebody or something new",
				    counts->doubtful),
			 counts->doubtful);
	else if (decision == DECIDE_SAME)
		run_note(run,
			 i18n_count("%u doubtful row was taken for the one proposed",
				    "%u doubtful rows were taken for the ones proposed",
				    counts->doubtful),
			 counts->doubtful);
	else if (!run_given(run, OPTION_DOUBTFUL))
		run_note(run, _("doubtful rows were left out; --doubtful=new or --doubtful=same "
				"decides them"));
}

/* Rows that wait are listed with who they may be. */
static void
waiting_notes(const struct run *run, const ImportPlan *plan)
{
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(plan->rows, i);
		g_autofree char *words = waiting_words(run, row);
		if (words != NULL)
			run_note(run, _("line %u: %s"), row->line, words);
	}
}

static void
counts_note(const struct run *run, guint rows, const struct import_counts *counts)
{
	g_autoptr(GString) words = g_string_new(NULL);
	g_string_printf(words, i18n_count("%u row:", "%u rows:", rows), rows);
	g_string_append_c(words, ' ');
	g_string_append_printf(words, i18n_count("%u new", "%u new", counts->new), counts->new);
	g_string_append_printf(words,
			       i18n_count(", %u already there", ", %u already there", counts->same),
			       counts->same);
	g_string_append_printf(words, i18n_count(", %u changed", ", %u changed", counts->changed),
			       counts->changed);
	g_string_append_printf(words,
			       i18n_count(", %u doubtful", ", %u doubtful", counts->doubtful),
			       counts->doubtful);
	g_string_append_printf(words, i18n_count(", %u refused", ", %u refused", counts->refused),
			       counts->refused);
	run_note(run, "%s", words->str);
}

static void
report_notes(const struct run *run, const ImportPlan *plan, const struct import_counts *counts)
{
	for (guint i = 0; i < plan->problems->len; i++)
		problem_note(run, g_ptr_array_index(plan->problems, i));
	waiting_notes(run, plan);
	counts_note(run, plan->rows->len, counts);
	if (counts->changed > 0 && !run_given(run, OPTION_UPDATE))
		run_note(run, _("changed values were left as they are; --update applies them"));
	if (counts->doubtful > 0)
		decided_note(run, counts);
}

static bool
report(struct run *run, const ImportPlan *plan, GError **error)
{
	struct import_counts counts;
	import_count(plan, &counts);
	report_notes(run, plan, &counts);
	return run_format(run) != FORMAT_JSON ||
	       run_json(run, report_json(run, plan, &counts), error);
}

/* ---- importing ----------------------------------------------------------------------------------
 */

static bool
strict_refused(struct run *run, const ImportPlan *plan, GError **error)
{
	struct import_counts counts;
	import_count(plan, &counts);
	if (!run_given(run, OPTION_STRICT) || counts.refused == 0)
		return true;
	return report(run, plan, error) &&
	       fail(error, ERROR_INVALID,
		    i18n_count("%u row is refused: nothing was written (--strict)",
			       "%u rows are refused: nothing was written (--strict)",
			       counts.refused),
		    counts.refused);
}

static bool
plan_apply(struct run *run, ImportPlan *plan, GError **error)
{
	struct import_choice choice = {
		.update = run_given(run, OPTION_UPDATE),
		.strict = run_given(run, OPTION_STRICT),
		.dry_run = run_given(run, OPTION_DRY_RUN),
	};
	guint written = 0;
	import_decide(plan, doubtful_decision(run));
	if (!strict_refused(run, plan, error) ||
	    !import_apply(run->store, plan, &choice, &written, error) || !report(run, plan, error))
		return false;
	if (choice.dry_run)
		run_note(run, _("dry run: nothing was changed"));
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
