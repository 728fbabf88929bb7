/* The report of an import. */
#include "cli/import_report.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/sheet.h"

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

json_t *
import_problem_json(const struct import_problem *problem)
{
	return problem_json(problem->line, problem->field, problem->severity, problem->message);
}

/* Who gets a seat beyond those there are, and why there was none. */
static json_t *
beyond_json(const GPtrArray *rows)
{
	json_t *beyond = json_array();
	for (guint i = 0; i < rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(rows, i);
		if (row->beyond == NULL)
			continue;
		json_t *one = json_object();
		json_object_set_new(one, "line", json_integer(row->line));
		json_object_set_new(one, "title", sheet_json_text(row->title));
		json_object_set_new(one, "reason", sheet_json_text(row->beyond));
		json_array_append_new(beyond, one);
	}
	return beyond;
}

/* A row that is left for a person to decide, of which only --update writes what has changed, or who
 * found no seat. */
static char *
waiting_words(const struct import_report *report, const struct import_line *row)
{
	const char *why = row->reason != NULL ? row->reason : "";
	if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_SKIP)
		return row->other != NULL
			       ? g_strdup_printf(_("doubtful, left out: %s (%s); may be %s"),
						 row->title, why, row->other)
			       : g_strdup_printf(_("doubtful, left out: %s (%s)"), row->title, why);
	if (row->outcome == IMPORT_CHANGED && !report->updates)
		return g_strdup_printf(_("changed, left as it was: %s (%s)"), row->title, why);
	return row->waiting != NULL ? g_strdup_printf(_("%s: %s"), row->title, row->waiting) : NULL;
}

static json_t *
report_json(const struct import_report *report, const struct import_counts *counts)
{
	json_t *object = json_object(), *problems = json_array();
	json_object_set_new(object, "new", json_integer(counts->new));
	json_object_set_new(object, "same", json_integer(counts->same));
	json_object_set_new(object, "changed", json_integer(counts->changed));
	json_object_set_new(object, "doubtful", json_integer(counts->doubtful));
	json_object_set_new(object, "refused", json_integer(counts->refused));
	if (report->removes)
		json_object_set_new(object, "removed", json_integer(report->removed));
	if (report->seats) {
		json_object_set_new(object, "waiting", json_integer(counts->waiting));
		json_object_set_new(object, "beyond_seats", json_integer(report->beyond));
		json_object_set_new(object, "beyond", beyond_json(report->rows));
	}
	for (guint i = 0; i < report->problems->len; i++) {
		json_array_append_new(problems,
				      import_problem_json(g_ptr_array_index(report->problems, i)));
	}
	for (guint i = 0; i < report->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(report->rows, i);
		g_autofree char *words = waiting_words(report, row);
		if (words != NULL)
			json_array_append_new(problems,
					      problem_json(row->line, NULL, "information", words));
	}
	json_object_set_new(object, "problems", problems);
	return object;
}

static const char *
severity_words(const char *severity)
{
	if (strcmp(severity, "error") == 0)
		return _("refused");
	return strcmp(severity, "warning") == 0 ? _("warning") : _("note");
}

void
import_problem_note(const struct run *run, const struct import_problem *problem)
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
	const char *decision = run_option(run, OPTION_DOUBTFUL);
	if (g_strcmp0(decision, "new") == 0)
		run_note(run,
			 i18n_count("%u doubtful row was taken for somebody or something new",
				    "%u doubtful rows were taken for somebody or something new",
				    counts->doubtful),
			 counts->doubtful);
	else if (g_strcmp0(decision, "same") == 0)
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
waiting_notes(const struct run *run, const struct import_report *report)
{
	for (guint i = 0; i < report->rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(report->rows, i);
		g_autofree char *words = waiting_words(report, row);
		if (words != NULL)
			run_note(run, _("line %u: %s"), row->line, words);
	}
}

static void
counts_note(const struct run *run, const struct import_report *report,
	    const struct import_counts *counts)
{
	g_autoptr(GString) words = g_string_new(NULL);
	g_string_printf(words, i18n_count("%u row:", "%u rows:", report->rows->len),
			report->rows->len);
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
	if (report->removed > 0)
		g_string_append_printf(words,
				       i18n_count(", %u removed", ", %u removed", report->removed),
				       report->removed);
	run_note(run, "%s", words->str);
}

static void
seats_notes(const struct run *run, const struct import_report *report,
	    const struct import_counts *counts)
{
	if (counts->waiting > 0)
		run_note(run,
			 i18n_count("%u person goes onto the waiting list; --over registers all",
				    "%u people go onto the waiting list; --over registers all",
				    counts->waiting),
			 counts->waiting);
	g_autofree char *beyond = import_named(report->rows, true);
	if (beyond != NULL)
		run_note(run,
			 i18n_count("warning: %u person gets a seat beyond those there are: %s",
				    "warning: %u people get seats beyond those there are: %s",
				    report->beyond),
			 report->beyond, beyond);
}

static void
report_notes(const struct run *run, const struct import_report *report,
	     const struct import_counts *counts)
{
	for (guint i = 0; i < report->problems->len; i++)
		import_problem_note(run, g_ptr_array_index(report->problems, i));
	waiting_notes(run, report);
	counts_note(run, report, counts);
	seats_notes(run, report, counts);
	if (counts->changed > 0 && !report->updates)
		run_note(run, _("changed values were left as they are; --update applies them"));
	if (counts->doubtful > 0)
		decided_note(run, counts);
}

bool
import_report(struct run *run, const struct import_report *report, GError **error)
{
	struct import_counts counts;
	import_count_rows(report->rows, &counts);
	report_notes(run, report, &counts);
	return run_format(run) != FORMAT_JSON || run_json(run, report_json(report, &counts), error);
}

bool
import_strict_allows(struct run *run, const struct import_report *report, GError **error)
{
	struct import_counts counts;
	import_count_rows(report->rows, &counts);
	if (!run_given(run, OPTION_STRICT) || counts.refused == 0)
		return true;
	return import_report(run, report, error) &&
	       fail(error, ERROR_INVALID,
		    i18n_count("%u row is refused: nothing was written (--strict)",
			       "%u rows are refused: nothing was written (--strict)",
			       counts.refused),
		    counts.refused);
}
