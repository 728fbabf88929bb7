#include "cli/print_batch.h"

#include <string.h>

#include "app/printer.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/sheet.h"
#include "core/door_copy.h"
#include "paper/batch.h"

bool
print_hand(struct run *run, const char *path, GError **error)
{
	const char *printer = run_option(run, OPTION_PRINTER);
	if (!printer_send(printer, path, error))
		return false;
	run_note(run, _("handed to the printer “%s”: %s"), printer, path);
	return true;
}

/* ---- what became of them ------------------------------------------------------------------------
 */

static const char *
state_words(enum batch_state state)
{
	switch (state) {
	case BATCH_MADE:
		return _("made");
	case BATCH_UNCHANGED:
		return _("unchanged");
	case BATCH_NOTHING:
		return _("nothing to print");
	case BATCH_FAILED:
	case BATCH_STATES:
		break;
	}
	return _("could not be made");
}

static void
sheet_columns(Sheet *sheet)
{
	sheet_column(sheet, "paper", _("Paper"), SHEET_TEXT, true);
	sheet_column(sheet, "state", _("State"), SHEET_TEXT, true);
	sheet_column(sheet, "version", _("Version"), SHEET_NUMBER, true);
	sheet_column(sheet, "pages", _("Pages"), SHEET_NUMBER, false);
	sheet_column(sheet, "file", _("File"), SHEET_TEXT, true);
	sheet_column(sheet, "reason", _("Reason"), SHEET_TEXT, true);
}

static char *
number_text(guint number)
{
	return number > 0 ? g_strdup_printf("%u", number) : NULL;
}

static void
sheet_line(const Sheet *sheet, struct sheet_row *row, const struct batch_line *line)
{
	sheet_set(sheet, row, 0, g_strdup(line->document), g_strdup(line->label));
	sheet_set(sheet, row, 1, g_strdup(batch_state_code(line->state)),
		  g_strdup(state_words(line->state)));
	sheet_set(sheet, row, 2, number_text((guint)line->version),
		  line->version > 0 ? door_version_text(line->version) : NULL);
	sheet_set(sheet, row, 3, number_text(line->pages), NULL);
	sheet_set(sheet, row, 4, g_strdup(line->path), NULL);
	sheet_set(sheet, row, 5, g_strdup(line->reason), NULL);
}

/* -o is the folder of the papers here, not where their names go. */
static bool
batch_result(struct run *run, const PaperBatch *batch, GError **error)
{
	g_autoptr(Sheet) sheet = sheet_new();
	struct command_line line = *run->line;
	struct run plain = *run;
	sheet_columns(sheet);
	for (guint i = 0; i < batch_count(batch); i++)
		sheet_line(sheet, sheet_row(sheet), batch_line(batch, i));
	line.value[OPTION_OUTPUT] = NULL;
	plain.line = &line;
	return run_list(&plain, sheet, error);
}

/* ---- making them --------------------------------------------------------------------------------
 */

/* A printer that does not take one does not take the next either: it is said of each. */
static void
line_hand(struct run *run, const struct batch_line *line)
{
	GError *error = NULL;
	if (run_option(run, OPTION_PRINTER) == NULL || line->state != BATCH_MADE ||
	    run_given(run, OPTION_DRY_RUN) || print_hand(run, line->path, &error))
		return;
	run_note(run, "%s", error->message);
	run->exit_code = 1;
	g_error_free(error);
}

static bool
batch_run(struct run *run, PaperBatch *batch, GError **error)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	const struct batch_line *line = NULL;
	while ((line = batch_step(batch, notes)) != NULL) {
		if (line->state == BATCH_FAILED)
			run->exit_code = 1;
		line_hand(run, line);
	}
	run_notes(run, notes);
	if (run_given(run, OPTION_DRY_RUN))
		run_note(run, _("dry run: nothing was written"));
	return batch_result(run, batch, error);
}

/* Who names a PDF expects a file: only a folder that is there already may be called so. */
static bool
is_called_as_a_file(const char *folder)
{
	const char *ending = folder != NULL ? strrchr(folder, '.') : NULL;
	return ending != NULL && paper_format_of(ending + 1) != PAPER_FORMATS &&
	       !g_file_test(folder, G_FILE_TEST_IS_DIR);
}

static bool
folder_choose(struct run *run, struct batch_choice *choice, GError **error)
{
	choice->folder = run_option(run, OPTION_OUTPUT);
	choice->dry_run = run_given(run, OPTION_DRY_RUN);
	if (g_strcmp0(choice->folder, "-") == 0)
		return fail(error, ERROR_USAGE, _("papers go into a folder: -o FOLDER"));
	return !is_called_as_a_file(choice->folder) ||
	       fail(error, ERROR_USAGE,
		    _("several papers are made: “%s” would be a folder; say -o FOLDER, without "
		      "“%s”"),
		    choice->folder, strrchr(choice->folder, '.'));
}

/* The day has papers of every sort: what is for some of them alone has no place here. */
static bool
day_options_fit(struct run *run, GError **error)
{
	static const enum option others[] = {OPTION_SESSION, OPTION_EACH_SESSION, OPTION_SORT,
					     OPTION_SHARED,  OPTION_TO,           OPTION_CHANGED,
					     OPTION_GRID,    OPTION_START,        OPTION_BLANK,
					     OPTION_REISSUE};
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autofree char *name = option_name(others[i]);
		if (run_given(run, others[i]))
			return fail(error, ERROR_USAGE, _("“%s” does not go with “%s”"), name,
				    "day");
	}
	return true;
}

bool
print_day(struct run *run, GError **error)
{
	struct batch_choice choice = {.again = run_given(run, OPTION_ALL)};
	if (!day_options_fit(run, error) || !folder_choose(run, &choice, error))
		return false;
	choice.event_id = run_event(run, run->argument[1], error);
	g_autoptr(PaperBatch) batch =
		choice.event_id != 0 ? batch_of_day(run->store, &choice, error) : NULL;
	return batch != NULL && batch_run(run, batch, error);
}

bool
print_each_session(struct run *run, const struct paper_choice *paper, GError **error)
{
	struct batch_choice choice = {.event_id = paper->event_id, .again = true};
	if (!folder_choose(run, &choice, error))
		return false;
	g_autoptr(PaperBatch) batch = batch_of_sessions(run->store, paper, &choice, error);
	return batch != NULL && batch_run(run, batch, error);
}
