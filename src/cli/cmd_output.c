/* What leaves the house: calendars and invitations; and the checks before them. */
#include <string.h>
#include <unistd.h>

#include "app/output.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/folder.h"
#include "cli/sheet.h"
#include "cli/subject.h"
#include "core/check.h"

/* ---- check --------------------------------------------------------------------------------------
 */

static const char *
severity_words(enum check_severity severity)
{
	switch (severity) {
	case CHECK_ERROR:
		return _("error");
	case CHECK_WARNING:
		return _("warning");
	case CHECK_INFORMATION:
		break;
	}
	return _("note");
}

static Sheet *
problems_sheet(const GPtrArray *problems)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "severity", _("Severity"), SHEET_TEXT, true);
	sheet_column(sheet, "code", _("Code"), SHEET_TEXT, false);
	sheet_column(sheet, "field", _("Field"), SHEET_TEXT, false);
	sheet_column(sheet, "message", _("Problem"), SHEET_TEXT, true);
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(problems, i);
		struct sheet_row *cells = sheet_row(sheet);
		sheet_set(sheet, cells, 0, g_strdup(check_severity_code(problem->severity)),
			  g_strdup(severity_words(problem->severity)));
		sheet_set(sheet, cells, 1, g_strdup(problem->code), NULL);
		sheet_set(sheet, cells, 2, g_strdup(problem->field), NULL);
		sheet_set(sheet, cells, 3, g_strdup(problem->message), NULL);
	}
	return sheet;
}

bool
cmd_check(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(GPtrArray) problems =
		event_id != 0 ? event_check(run->store, event_id, error) : NULL;
	if (problems == NULL)
		return false;
	run->exit_code = check_count(problems, CHECK_ERROR) > 0 ? 1 : 0;
	if (problems->len == 0)
		run_note(run, _("no problem found"));
	if (problems->len == 0 && run_format(run) == FORMAT_TABLE)
		return true;
	g_autoptr(Sheet) sheet = problems_sheet(problems);
	return run_list(run, sheet, error);
}

/* ---- calendar -----------------------------------------------------------------------------------
 */

bool
cmd_calendar_export(struct run *run, GError **error)
{
	const char *event = run_option(run, OPTION_EVENT), *path = run_option(run, OPTION_OUTPUT);
	struct calendar_choice choice = {
		.event_id = event != NULL ? run_event(run, event, error) : 0,
		.year = run_option(run, OPTION_YEAR),
		.sessions = run_given(run, OPTION_SESSIONS),
	};
	if (event != NULL && choice.event_id == 0)
		return false;
	if (choice.year != NULL && (strlen(choice.year) != 4 || !date_valid(choice.year)))
		return fail(error, ERROR_USAGE, _("“%s” is no year; they are written 2026"),
			    choice.year);
	guint entries = 0;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	if (!calendar_export(run->store, &choice, path != NULL ? path : "-", &entries, notes,
			     error))
		return false;
	run_notes(run, notes);
	run_note(run, i18n_count("%u calendar entry", "%u calendar entries", entries), entries);
	return true;
}

/* ---- invitations --------------------------------------------------------------------------------
 */

static bool
files_result(struct run *run, const GPtrArray *files, const char *folder, GError **error)
{
	g_autoptr(Sheet) sheet = sheet_new();
	g_autoptr(GString) text = g_string_new(NULL);
	sheet_column(sheet, "file", _("File"), SHEET_TEXT, true);
	for (guint i = 0; i < files->len; i++) {
		g_autofree char *name = g_path_get_basename(g_ptr_array_index(files, i));
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *clean = text_for_terminal(path);
		g_string_append_printf(text, "%s\n", clean);
		sheet_set(sheet, sheet_row(sheet), 0, g_steal_pointer(&path), NULL);
	}
	/* -o is the folder of the files here, not where their names go. */
	struct command_line line = *run->line;
	line.value[OPTION_OUTPUT] = NULL;
	struct run plain = *run;
	plain.line = &line;
	return run_format(run) == FORMAT_TABLE ? run_result(&plain, text->str, text->len, error)
					       : run_list(&plain, sheet, error);
}

static bool
invitations(struct run *run, gint64 event_id, const gint64 *to, const char *folder, GError **error)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) unreached = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	guint n = run->line->to->len;
	if (!invitations_write(run->store, event_id, n > 0 ? to : NULL, n, folder, files, unreached,
			       notes, error))
		return false;
	run_notes(run, notes);
	for (guint i = 0; i < unreached->len; i++)
		run_note(run, _("no usable address: %s"),
			 (const char *)g_ptr_array_index(unreached, i));
	return files_result(run, files, run_option(run, OPTION_OUTPUT), error);
}

/* A dry run makes the files where nobody sees them, so that all that could go wrong does. */
static bool
invitations_trial(struct run *run, gint64 event_id, const gint64 *to, GError **error)
{
	g_autofree char *folder = folder_temporary(error);
	if (folder == NULL)
		return false;
	bool done = invitations(run, event_id, to, folder, error);
	folder_remove(folder);
	if (done)
		run_note(run, _("dry run: nothing was written"));
	return done;
}

bool
cmd_invite(struct run *run, GError **error)
{
	const char *folder = run_option(run, OPTION_OUTPUT);
	if (!run_given(run, OPTION_ICS) || folder == NULL)
		return fail(error, ERROR_USAGE, _("something is missing: ateliers %s %s"),
			    run->command->words, _(run->command->arguments));
	if (strcmp(folder, "-") == 0)
		return fail(error, ERROR_USAGE, _("invitations go into a folder: -o FOLDER"));
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autofree gint64 *to =
		event_id != 0 ? subject_attendees(run, event_id, run->line->to, error) : NULL;
	if (to == NULL)
		return false;
	return run_given(run, OPTION_DRY_RUN) ? invitations_trial(run, event_id, to, error)
					      : invitations(run, event_id, to, folder, error);
}
