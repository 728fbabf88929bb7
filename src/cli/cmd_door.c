/* An event taken along on a laptop, and brought back. */
#include <string.h>

#include "app/door_copy.h"
#include "app/moment.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "core/status.h"

/* ---- taking along -------------------------------------------------------------------------------
 */

bool
cmd_door_export(struct run *run, GError **error)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	bool dry_run = run_given(run, OPTION_DRY_RUN);
	struct door_exported made;
	if (g_strcmp0(path, "-") == 0)
		return fail(error, ERROR_USAGE, _("a copy needs a file of its own, not “-”"));
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !door_export(run->store, event_id, path, dry_run, &made, error))
		return false;
	run_note(run,
		 i18n_count("copy %s: %u registration and the organisations (%u)",
			    "copy %s: %u registrations and the organisations (%u)", made.attendees),
		 made.letter, made.attendees, made.organisations);
	if (dry_run)
		run_note(run, _("dry run: nothing was written"));
	else
		run_note(run, _("it holds people’s data: bring it back with “ateliers door merge "
				"FILE --wipe”"));
	bool done = path != NULL || run_line_result(run, made.path, error);
	door_exported_clear(&made);
	return done;
}

/* ---- bringing back ------------------------------------------------------------------------------
 */

static json_t *
count_json(const struct door_count *count)
{
	return json_pack("{s:s, s:i, s:i, s:i, s:i, s:i}", "table", count->entity->table, "new",
			 (int)count->added, "changed", (int)count->changed, "removed",
			 (int)count->removed, "same", (int)count->same, "conflicts",
			 (int)count->conflicts);
}

static json_t *
report_json(struct run *run, const DoorReport *report)
{
	json_t *object = json_object(), *rows = json_array(), *notes = json_array();
	struct event *event = store_get(run->store, &entity_event, report->event_id, NULL);
	json_object_set_new(object, "event", sheet_json_text(event != NULL ? event->number : NULL));
	entity_free(&entity_event, event);
	json_object_set_new(object, "copy", sheet_json_text(report->letter));
	json_object_set_new(object, "conflicts", json_integer(report->conflicts));
	for (guint i = 0; i < report->counts->len; i++)
		json_array_append_new(rows, count_json(&g_array_index(report->counts,
								      struct door_count, i)));
	for (guint i = 0; i < report->notes->len; i++)
		json_array_append_new(notes, sheet_json_text(report->notes->pdata[i]));
	json_object_set_new(object, "rows", rows);
	json_object_set_new(object, "notes", notes);
	return object;
}

static void
count_set(Sheet *sheet, struct sheet_row *row, guint column, guint n)
{
	sheet_set(sheet, row, column, g_strdup_printf("%u", n), NULL);
}

static Sheet *
report_sheet(const DoorReport *report)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "table", _("Kind"), SHEET_TEXT, true);
	sheet_column(sheet, "new", _("New"), SHEET_NUMBER, true);
	sheet_column(sheet, "changed", _("Changed"), SHEET_NUMBER, true);
	sheet_column(sheet, "removed", _("Deleted"), SHEET_NUMBER, true);
	sheet_column(sheet, "same", _("Already so"), SHEET_NUMBER, true);
	sheet_column(sheet, "conflicts", _("To decide"), SHEET_NUMBER, true);
	for (guint i = 0; i < report->counts->len; i++) {
		const struct door_count *count =
			&g_array_index(report->counts, struct door_count, i);
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(count->entity->table),
			  g_strdup(_(count->entity->label)));
		count_set(sheet, row, 1, count->added);
		count_set(sheet, row, 2, count->changed);
		count_set(sheet, row, 3, count->removed);
		count_set(sheet, row, 4, count->same);
		count_set(sheet, row, 5, count->conflicts);
	}
	return sheet;
}

static bool
report_print(struct run *run, const DoorReport *report, GError **error)
{
	run_note(run, _("copy %s:"), report->letter);
	run_notes(run, report->notes);
	if (!report->changes)
		run_note(run, _("nothing had to be changed"));
	if (report->conflicts > 0)
		run_note(run,
			 i18n_count("%u conflict to decide: “ateliers door conflicts EVENT”",
				    "%u conflicts to decide: “ateliers door conflicts EVENT”",
				    report->conflicts),
			 report->conflicts);
	if (run_format(run) == FORMAT_JSON)
		return run_json(run, report_json(run, report), error);
	g_autoptr(Sheet) sheet = report_sheet(report);
	return report->counts->len == 0 || run_list(run, sheet, error);
}

bool
cmd_door_merge(struct run *run, GError **error)
{
	const char *path = run->argument[0];
	bool dry_run = run_given(run, OPTION_DRY_RUN);
	g_autoptr(DoorReport) report = door_merge(run->store, path, dry_run, error);
	if (report == NULL || !report_print(run, report, error))
		return false;
	if (dry_run)
		run_note(run, _("dry run: nothing was changed"));
	if (dry_run || !run_given(run, OPTION_WIPE))
		return true;
	if (!door_wipe(run->store, path, error))
		return false;
	run_note(run, _("the copy was deleted: %s"), path);
	return true;
}

/* ---- what is out, what contradicts --------------------------------------------------------------
 */

static void
instant_set(struct run *run, Sheet *sheet, struct sheet_row *row, guint column, const char *instant)
{
	sheet_set(sheet, row, column, g_strdup(instant),
		  instant != NULL ? moment_text(run->store, instant, DATE_NUMERIC) : NULL);
}

bool
cmd_door_list(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Rows) rows =
		event_id != 0 ? store_of(run->store, &entity_door_copy, "event_id", event_id, error)
			      : NULL;
	if (rows == NULL)
		return false;
	g_autoptr(Sheet) sheet = sheet_new();
	sheet_column(sheet, "copy", _("Copy"), SHEET_TEXT, true);
	sheet_column(sheet, "exported_at", _("Taken along"), SHEET_TEXT, true);
	sheet_column(sheet, "exported_by", _("By"), SHEET_TEXT, true);
	sheet_column(sheet, "merged_at", _("Brought back"), SHEET_TEXT, true);
	sheet_column(sheet, "wiped_at", _("Wiped"), SHEET_TEXT, true);
	for (guint i = 0; i < rows->n; i++) {
		const struct door_copy *copy = rows->row[i];
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(copy->letter), NULL);
		instant_set(run, sheet, row, 1, copy->exported_at);
		sheet_set(sheet, row, 2, g_strdup(copy->exported_by), NULL);
		instant_set(run, sheet, row, 3, copy->merged_at);
		instant_set(run, sheet, row, 4, copy->wiped_at);
	}
	return run_list(run, sheet, error);
}

bool
cmd_door_conflicts(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(GPtrArray) disputes =
		event_id != 0 ? door_disputes(run->store, event_id, error) : NULL;
	if (disputes == NULL)
		return false;
	g_autoptr(Sheet) sheet = sheet_new();
	sheet_column(sheet, "number", _("No."), SHEET_NUMBER, true);
	sheet_column(sheet, "kind", _("Kind"), SHEET_TEXT, false);
	sheet_column(sheet, "subject", _("Of"), SHEET_TEXT, true);
	sheet_column(sheet, "member", _("Field"), SHEET_TEXT, true);
	sheet_column(sheet, "here", _("Here"), SHEET_TEXT, true);
	sheet_column(sheet, "here_by", _("Here by"), SHEET_TEXT, false);
	sheet_column(sheet, "there", _("There"), SHEET_TEXT, true);
	sheet_column(sheet, "there_by", _("There by"), SHEET_TEXT, true);
	for (guint i = 0; i < disputes->len; i++) {
		const struct door_dispute *dispute = disputes->pdata[i];
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup_printf("%" G_GINT64_FORMAT, dispute->number),
			  NULL);
		sheet_set(sheet, row, 1, g_strdup(dispute->kind),
			  g_strdup(code_label(&code_door_conflicts, dispute->kind)));
		sheet_set(sheet, row, 2, g_strdup(dispute->subject), NULL);
		sheet_set(sheet, row, 3, g_strdup(dispute->member), NULL);
		sheet_set(sheet, row, 4, g_strdup(dispute->here), NULL);
		sheet_set(sheet, row, 5, g_strdup(dispute->here_by), NULL);
		sheet_set(sheet, row, 6, g_strdup(dispute->there),
			  dispute->there == NULL ? g_strdup(_("no longer known")) : NULL);
		sheet_set(sheet, row, 7, g_strdup(dispute->there_by), NULL);
	}
	return run_list(run, sheet, error);
}

/* ---- deciding -----------------------------------------------------------------------------------
 */

static gint64
conflict_find(struct run *run, gint64 event_id, const char *typed, GError **error)
{
	gint64 number = 0;
	g_autoptr(Rows) rows =
		store_of(run->store, &entity_door_conflict, "event_id", event_id, error);
	if (rows == NULL)
		return 0;
	if (!g_ascii_string_to_signed(typed, 10, 1, G_MAXINT32, &number, NULL)) {
		fail(error, ERROR_USAGE,
		     _("“%s” is no number of a conflict; “ateliers door conflicts” lists them"),
		     typed);
		return 0;
	}
	for (guint i = 0; i < rows->n; i++)
		if (((const struct door_conflict *)rows->row[i])->number == number)
			return ((const struct door_conflict *)rows->row[i])->id;
	fail(error, ERROR_NOT_FOUND,
	     _("there is no open conflict %s; “ateliers door conflicts” lists them"), typed);
	return 0;
}

bool
cmd_door_decide(struct run *run, GError **error)
{
	const char *side = run->argument[2];
	bool there = strcmp(side, "there") == 0;
	if (!there && strcmp(side, "here") != 0)
		return fail(error, ERROR_USAGE,
			    _("“%s”: say “here” to keep what stands, or “there” to take what was "
			      "said elsewhere"),
			    side);
	gint64 event_id = run_event(run, run->argument[0], error);
	gint64 id = event_id != 0 ? conflict_find(run, event_id, run->argument[1], error) : 0;
	if (id == 0 || !run_begin(run, "door_decide", error))
		return false;
	return run_end(run, door_decide(run->store, id, there, error), error);
}
