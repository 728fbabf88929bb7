/* The log of a remote meeting brought in, and the report of what became of each person. */
#include <string.h>

#include "app/half_day.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/import_report.h"
#include "cli/sheet.h"
#include "intake/import_connections.h"

static const struct connected_half_day *
half_day_at(const ConnectionsPlan *plan, guint i)
{
	return g_ptr_array_index(plan->half_days, i);
}

static gint64
minutes_of(const struct connected *person, guint i)
{
	return person->seconds[i] / 60;
}

/* ---- for people -------------------------------------------------------------------------------
 */

static Sheet *
people_sheet(const ConnectionsPlan *plan)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "line", _("Line"), SHEET_NUMBER, true);
	sheet_column(sheet, "name", _("In the log"), SHEET_TEXT, true);
	sheet_column(sheet, "outcome", _("Outcome"), SHEET_TEXT, true);
	sheet_column(sheet, "number", _("No."), SHEET_TEXT, true);
	sheet_column(sheet, "attendee", _("Attendee"), SHEET_TEXT, true);
	for (guint i = 0; i < plan->half_days->len; i++)
		sheet_column(sheet, half_day_at(plan, i)->name, half_day_at(plan, i)->name,
			     SHEET_NUMBER, true);
	sheet_column(sheet, "reason", _("Reason"), SHEET_TEXT, true);
	return sheet;
}

static void
person_row(Sheet *sheet, const ConnectionsPlan *plan, const struct connected *person)
{
	struct sheet_row *row = sheet_row(sheet);
	guint column = 0;
	sheet_set(sheet, row, column++, g_strdup_printf("%u", person->line), NULL);
	sheet_set(sheet, row, column++, g_strdup(person->name), NULL);
	sheet_set(sheet, row, column++, g_strdup(connected_outcome_code(person->outcome)),
		  g_strdup(connected_outcome_text(person->outcome)));
	sheet_set(sheet, row, column++, g_strdup(person->number), NULL);
	sheet_set(sheet, row, column++, g_strdup(person->attendee), NULL);
	for (guint i = 0; i < plan->half_days->len; i++)
		sheet_set(sheet, row, column++,
			  g_strdup_printf("%" G_GINT64_FORMAT, minutes_of(person, i)),
			  g_strdup_printf("%" G_GINT64_FORMAT " min", minutes_of(person, i)));
	sheet_set(sheet, row, column, g_strdup(person->reason), NULL);
}

/* ---- for scripts --------------------------------------------------------------------------------
 */

static json_t *
half_days_json(const ConnectionsPlan *plan)
{
	json_t *all = json_array();
	for (guint i = 0; i < plan->half_days->len; i++) {
		const struct connected_half_day *half_day = half_day_at(plan, i);
		json_t *one = json_object();
		json_object_set_new(one, "half_day", sheet_json_text(half_day->name));
		json_object_set_new(one, "threshold_minutes",
				    json_integer(half_day->threshold / 60));
		json_array_append_new(all, one);
	}
	return all;
}

static json_t *
person_json(const ConnectionsPlan *plan, const struct connected *person)
{
	json_t *one = json_object(), *minutes = json_object();
	for (guint i = 0; i < plan->half_days->len; i++)
		json_object_set_new(minutes, half_day_at(plan, i)->name,
				    json_integer(minutes_of(person, i)));
	json_object_set_new(one, "line", json_integer(person->line));
	json_object_set_new(one, "name", sheet_json_text(person->name));
	json_object_set_new(one, "email", sheet_json_text(person->email));
	json_object_set_new(one, "outcome",
			    sheet_json_text(connected_outcome_code(person->outcome)));
	json_object_set_new(one, "number", sheet_json_text(person->number));
	json_object_set_new(one, "attendee", sheet_json_text(person->attendee));
	json_object_set_new(one, "minutes", minutes);
	json_object_set_new(one, "reason", sheet_json_text(person->reason));
	return one;
}

static json_t *
report_json(const ConnectionsPlan *plan, const struct connected_counts *counts)
{
	json_t *object = json_object(), *people = json_array(), *problems = json_array();
	for (guint i = 0; i < plan->people->len; i++)
		json_array_append_new(people, person_json(plan, plan->people->pdata[i]));
	for (guint i = 0; i < plan->problems->len; i++)
		json_array_append_new(problems, import_problem_json(plan->problems->pdata[i]));
	json_object_set_new(object, "new", json_integer(counts->new));
	json_object_set_new(object, "same", json_integer(counts->same));
	json_object_set_new(object, "changed", json_integer(counts->changed));
	json_object_set_new(object, "below", json_integer(counts->below));
	json_object_set_new(object, "doubtful", json_integer(counts->doubtful));
	json_object_set_new(object, "unknown", json_integer(counts->unknown));
	json_object_set_new(object, "hosts", json_integer(counts->hosts));
	json_object_set_new(object, "strange", json_integer(counts->strange));
	json_object_set_new(object, "marked", json_integer(plan->marked));
	json_object_set_new(object, "registered", json_integer(plan->registered));
	json_object_set_new(object, "half_days", half_days_json(plan));
	json_object_set_new(object, "people", people);
	json_object_set_new(object, "problems", problems);
	return object;
}

/* ---- the report ---------------------------------------------------------------------------------
 */

static void
counts_note(const struct run *run, const ConnectionsPlan *plan,
	    const struct connected_counts *counts)
{
	for (guint i = 0; i < plan->half_days->len; i++)
		run_note(run, _("%s: present from %d minutes"), half_day_at(plan, i)->words,
			 (int)(half_day_at(plan, i)->threshold / 60));
	run_note(run,
		 _("people connected: %u; present %u (of them changed %u), already there %u, too "
		   "short %u, doubtful %u, not registered %u, led the meeting %u"),
		 plan->people->len, counts->new + counts->changed, counts->changed, counts->same,
		 counts->below, counts->doubtful, counts->unknown, counts->hosts);
}

static void
report_notes(const struct run *run, const ConnectionsPlan *plan,
	     const struct connected_counts *counts)
{
	for (guint i = 0; i < plan->problems->len; i++)
		import_problem_note(run, plan->problems->pdata[i]);
	counts_note(run, plan, counts);
	if (counts->doubtful > 0)
		run_note(run, _("doubtful people were left out; --doubtful=same takes them for the "
				"attendees proposed, --doubtful=new for others"));
	if (counts->walk_ins > 0)
		run_note(run,
			 i18n_count("%u person was there without being registered; --walk-ins "
				    "registers them",
				    "%u people were there without being registered; --walk-ins "
				    "registers them",
				    counts->walk_ins),
			 counts->walk_ins);
	if (counts->strange > 0)
		run_note(run,
			 i18n_count("%u name is that of a device, a room or no whole name, and was "
				    "left out; --include registers it by its line or name",
				    "%u names are those of devices, rooms or no whole names, and "
				    "were left out; --include registers them by their lines or "
				    "names",
				    counts->strange),
			 counts->strange);
	if (plan->registered > 0)
		run_note(run,
			 i18n_count("%u person is registered", "%u people are registered",
				    plan->registered),
			 plan->registered);
	run_note(run, i18n_count("%u mark of presence", "%u marks of presence", plan->marked),
		 plan->marked);
}

static bool
report(struct run *run, const ConnectionsPlan *plan, GError **error)
{
	struct connected_counts counts;
	connections_count(plan, &counts);
	report_notes(run, plan, &counts);
	if (run_format(run) == FORMAT_JSON)
		return run_json(run, report_json(plan, &counts), error);
	g_autoptr(Sheet) sheet = people_sheet(plan);
	for (guint i = 0; i < plan->people->len; i++)
		person_row(sheet, plan, plan->people->pdata[i]);
	return run_list(run, sheet, error);
}

/* ---- the command --------------------------------------------------------------------------------
 */

static enum import_decision
decision_of(const struct run *run)
{
	const char *typed = run_option(run, OPTION_DOUBTFUL);
	if (g_strcmp0(typed, "same") == 0)
		return DECIDE_SAME;
	return g_strcmp0(typed, "new") == 0 ? DECIDE_NEW : DECIDE_SKIP;
}

static ConnectionsPlan *
plan_of(const struct run *run, gint64 event_id, GError **error)
{
	const char *typed = run_option(run, OPTION_HALF_DAY);
	struct connections_options options = {.threshold = run_option(run, OPTION_MINUTES)};
	if (typed != NULL) {
		options.half_day_id = half_day_named(run->store, event_id, typed, error);
		if (options.half_day_id == 0)
			return NULL;
	}
	return connections_plan_file(run->store, event_id, run->argument[1], &options, error);
}

bool
cmd_import_connections(struct run *run, GError **error)
{
	bool dry_run = run_given(run, OPTION_DRY_RUN);
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(ConnectionsPlan) plan = event_id != 0 ? plan_of(run, event_id, error) : NULL;
	if (plan == NULL)
		return false;
	connections_decide_all(plan, decision_of(run));
	const char *included = run_option(run, OPTION_INCLUDE);
	bool walk_ins = run_given(run, OPTION_WALK_INS) || included != NULL;
	if (included != NULL && !connections_include_typed(plan, included, error))
		return false;
	if (!connections_apply(run->store, plan, walk_ins, dry_run, error) ||
	    !report(run, plan, error))
		return false;
	if (dry_run)
		run_note(run, _("dry run: nothing was changed"));
	return true;
}
