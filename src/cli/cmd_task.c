/* What is to be done for an event, and who is to be thanked after it. */
#include "app/task.h"

#include "app/thanks.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"

/* ---- the list -----------------------------------------------------------------------------------
 */

/* Rows that are not due go, in place. */
static bool
due_leave(struct run *run, Rows *rows, GError **error)
{
	g_autoptr(GHashTable) due = tasks_due(run->store, error);
	guint kept = 0;
	if (due == NULL)
		return false;
	for (guint i = 0; i < rows->n; i++) {
		if (g_hash_table_contains(due, &((struct row_head *)rows->row[i])->id))
			rows->row[kept++] = rows->row[i];
		else
			entity_free(rows->entity, rows->row[i]);
	}
	rows->n = kept;
	return true;
}

static Sheet *
tasks_sheet(struct run *run, const Rows *rows, bool of_all)
{
	Sheet *sheet = noun_sheet(&noun_task);
	/* A list of all events says of which one each is. */
	g_array_index(sheet->columns, struct sheet_column, 0).listed = of_all;
	for (guint i = 0; i < rows->n; i++) {
		struct sheet_row *cells =
			noun_sheet_row(run, sheet, &noun_task, rows->row[i], false);
		if (of_all && run_format(run) == FORMAT_TABLE)
			sheet_set(sheet, cells, 0, NULL,
				  noun_text(run->store, &noun_task, &noun_task.keys[0],
					    rows->row[i]));
	}
	return sheet;
}

bool
cmd_task_list(struct run *run, GError **error)
{
	bool of_all = run->n_arguments == 0;
	gint64 event_id = of_all ? 0 : run_event(run, run->argument[0], error);
	if (!of_all && event_id == 0)
		return false;
	g_autoptr(Rows) rows =
		of_all ? store_all(run->store, &entity_task, error)
		       : store_of(run->store, &entity_task, "event_id", event_id, error);
	if (rows == NULL || (run_given(run, OPTION_DUE) && !due_leave(run, rows, error)) ||
	    !noun_rows_arrange(run, &noun_task, rows, error))
		return false;
	g_autoptr(Sheet) sheet = tasks_sheet(run, rows, of_all);
	return run_list(run, sheet, error);
}

/* ---- done ---------------------------------------------------------------------------------------
 */

static bool
tasks_do(struct run *run, gint64 event_id, GError **error)
{
	for (guint i = 1; i < run->n_arguments; i++) {
		gint64 id = subject_find(run, &noun_task, event_id, run->argument[i], error);
		if (id == 0 || !task_set_done(run->store, id, true, error))
			return false;
		store_about(run->store, &entity_task, id, event_id, i);
	}
	return true;
}

bool
cmd_task_done(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	return event_id != 0 && run_begin(run, "task_done", error) &&
	       run_end(run, tasks_do(run, event_id, error), error);
}

bool
cmd_task_propose(struct run *run, GError **error)
{
	guint made = 0;
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !run_begin(run, "task_propose", error))
		return false;
	bool done = task_propose(run->store, event_id, &made, error);
	store_about(run->store, &entity_event, event_id, event_id, made);
	if (!run_end(run, done, error))
		return false;
	if (made == 0)
		run_note(run, _("nothing to add: all of it is on the list"));
	else
		run_note(run, i18n_count("%u task added", "%u tasks added", made), made);
	return true;
}

/* ---- thanks -------------------------------------------------------------------------------------
 */

static Sheet *
thanks_sheet(const GPtrArray *all)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "name", _("Name"), SHEET_TEXT, true);
	sheet_column(sheet, "role", _("Role"), SHEET_TEXT, true);
	sheet_column(sheet, "organisation", _("Organisation"), SHEET_TEXT, true);
	sheet_column(sheet, "email", _("E-mail"), SHEET_TEXT, true);
	sheet_column(sheet, "opposed", _("Opposed"), SHEET_BOOLEAN, false);
	sheet_column(sheet, "thanked_on", _("Thanked on"), SHEET_TEXT, true);
	for (guint i = 0; i < all->len; i++) {
		const struct thanks *thanks = all->pdata[i];
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(thanks->name), NULL);
		sheet_set(sheet, row, 1, g_strdup(thanks->role), NULL);
		sheet_set(sheet, row, 2, g_strdup(thanks->organisation), NULL);
		sheet_set(sheet, row, 3, g_strdup(thanks->email),
			  thanks->opposed ? g_strdup(_("opposed")) : NULL);
		sheet_set(sheet, row, 4, g_strdup(thanks->opposed ? "1" : "0"), NULL);
		sheet_set(sheet, row, 5, g_strdup(thanks->thanked_on),
			  thanks->thanked_on != NULL ? date_text(thanks->thanked_on, DATE_NUMERIC)
						     : NULL);
	}
	return sheet;
}

static bool
thanks_print(struct run *run, const GPtrArray *all, GError **error)
{
	struct addresses addresses;
	thanks_addresses(all, &addresses);
	run_note(run,
		 i18n_count("%u address; left out: %u who oppose, %u without a usable one",
			    "%u addresses; left out: %u who oppose, %u without a usable one",
			    addresses.n),
		 addresses.n, addresses.opposed, addresses.unusable);
	bool done = run_line_result(run, addresses.list, error);
	addresses_clear(&addresses);
	return done;
}

bool
cmd_event_thanks(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(GPtrArray) all = event_id != 0 ? event_thanks(run->store, event_id, error) : NULL;
	if (all == NULL)
		return false;
	if (run_given(run, OPTION_ADDRESSES))
		return thanks_print(run, all, error);
	g_autoptr(Sheet) sheet = thanks_sheet(all);
	return run_list(run, sheet, error);
}
