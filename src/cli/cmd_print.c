/* The papers of an event. */
#include <string.h>

#include "app/printer.h"
#include "app/secure.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "cli/cmd.h"
#include "cli/folder.h"
#include "cli/print_batch.h"
#include "cli/subject.h"
#include "core/card_grid.h"
#include "paper/papers.h"

/* More is a slip of the finger. */
#define MOST_CELLS 1000
#define MOST_BLANK 1000

/* ---- what is asked for --------------------------------------------------------------------------
 */

static const struct paper_kind *
kind_named(const char *name, GError **error)
{
	const struct paper_kind *kind = paper_kind_find(name);
	if (kind != NULL)
		return kind;
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; paper_kind_at(i) != NULL; i++)
		g_string_append_printf(names, "%s ", paper_kind_at(i)->name);
	g_string_append(names, "day");
	fail(error, ERROR_USAGE, _("there is no paper “%s”; they are: %s"), name, names->str);
	return NULL;
}

/* What another program would open, and refuse: a PDF is not called so. */
static bool
ending_is_foreign(struct run *run, const char *ending)
{
	static const char *const foreign[] = {"doc",  "docx", "rtf", "xls",
					      "xlsm", "ods",  "md",  NULL};
	g_autofree char *low = ending != NULL ? g_ascii_strdown(ending + 1, -1) : NULL;
	return low != NULL && !run_given(run, OPTION_EACH_SESSION) && g_strv_contains(foreign, low);
}

/* By --format, else by the ending of the file; PDF when neither says anything else. */
static bool
format_choose(struct run *run, const struct paper_kind *kind, enum paper_format *format,
	      GError **error)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	const char *ending = path != NULL ? strrchr(path, '.') : NULL;
	enum paper_format by_ending = ending != NULL ? paper_format_of(ending + 1) : PAPER_FORMATS;
	*format = run_format(run) == FORMAT_CSV    ? PAPER_CSV
		  : run_format(run) == FORMAT_XLSX ? PAPER_XLSX
		  : by_ending != PAPER_FORMATS     ? by_ending
						   : PAPER_PDF;
	/* of several papers, it is what became of them that JSON says */
	bool said = run_format(run) != FORMAT_JSON || run_given(run, OPTION_EACH_SESSION);
	if (said && (kind->formats & (1u << *format)) != 0 && !ending_is_foreign(run, ending))
		return true;
	g_autofree char *endings = paper_kind_endings(kind);
	return fail(error, ERROR_USAGE, _("“%s” can be made as: %s"), kind->name, endings);
}

static bool
sort_choose(const struct paper_kind *kind, const char *sort, GError **error)
{
	static const char *const sorts[] = {"name", "organisation", "department", "workshop", NULL};
	if (sort == NULL)
		return true;
	if ((kind->traits & PAPER_SORTED) == 0)
		return fail(error, ERROR_USAGE, _("“%s” has an order of its own"), kind->name);
	return g_strv_contains(sorts, sort) ||
	       fail(error, ERROR_USAGE, _("“%s” takes one of: %s; not “%s”"), "--sort",
		    "name organisation department workshop", sort);
}

/* Options that some papers alone take. */
static bool
options_fit(struct run *run, const struct paper_kind *kind, GError **error)
{
	static const struct {
		enum option option;
		unsigned trait;
	} needs[] = {{OPTION_SESSION, PAPER_OF_SESSION}, {OPTION_EACH_SESSION, PAPER_OF_SESSION},
		     {OPTION_ALL, PAPER_REPRINTED},      {OPTION_CHANGED, PAPER_REPRINTED},
		     {OPTION_GRID, PAPER_LABELS},        {OPTION_START, PAPER_LABELS},
		     {OPTION_BLANK, PAPER_LABELS},       {OPTION_TO, PAPER_OF_PEOPLE},
		     {OPTION_REISSUE, PAPER_ISSUED},     {OPTION_SHARED, PAPER_SHARED}};
	for (gsize i = 0; i < G_N_ELEMENTS(needs); i++) {
		g_autofree char *name = option_name(needs[i].option);
		if (run_given(run, needs[i].option) && (kind->traits & needs[i].trait) == 0)
			return fail(error, ERROR_USAGE, _("“%s” does not go with “%s”"), name,
				    kind->name);
	}
	return true;
}

static bool
number_choose(struct run *run, enum option option, guint least, guint most, guint *number,
	      GError **error)
{
	const char *typed = run_option(run, option);
	guint64 value = 0;
	g_autofree char *name = option_name(option);
	if (typed == NULL)
		return true;
	if (!g_ascii_string_to_unsigned(typed, 10, least, most, &value, NULL))
		return fail(error, ERROR_USAGE, _("“%s” takes a number from %u to %u, not “%s”"),
			    name, least, most, typed);
	*number = (guint)value;
	return true;
}

/* The first cell is one of the sheet, which may be that of the setting: the paper checks it. */
static bool
labels_choose(struct run *run, struct paper_choice *choice, GError **error)
{
	choice->grid = run_option(run, OPTION_GRID);
	if (choice->grid != NULL && card_grid_find(choice->grid) == NULL) {
		g_autofree char *names = card_grid_names();
		return fail(error, ERROR_USAGE, _("there is no sheet “%s”; they are: %s"),
			    choice->grid, names);
	}
	return number_choose(run, OPTION_START, 1, MOST_CELLS, &choice->first_cell, error) &&
	       number_choose(run, OPTION_BLANK, 1, MOST_BLANK, &choice->blank, error);
}

static bool
paper_choose(struct run *run, struct paper_choice *choice, GError **error)
{
	const char *session = run_option(run, OPTION_SESSION);
	const struct paper_kind *kind = kind_named(choice->document, error);
	if (kind == NULL || !options_fit(run, kind, error) ||
	    !format_choose(run, kind, &choice->format, error) ||
	    !sort_choose(kind, choice->sort, error) || !labels_choose(run, choice, error))
		return false;
	choice->event_id = run_event(run, run->argument[1], error);
	if (choice->event_id == 0)
		return false;
	if (session != NULL)
		choice->session_id =
			subject_find(run, &noun_session, choice->event_id, session, error);
	return session == NULL || choice->session_id != 0;
}

/* --to and --reissue: attendees of the event. */
static bool
people_choose(struct run *run, struct paper_choice *choice, GError **error)
{
	if (run->line->to->len > 0 && run->line->reissue->len > 0)
		return fail(error, ERROR_USAGE, _("“%s” does not go with “%s”"), "--to",
			    "--reissue");
	choice->everyone = run_given(run, OPTION_ALL);
	choice->changed = run_given(run, OPTION_CHANGED);
	choice->n_to = run->line->to->len;
	choice->n_reissue = run->line->reissue->len;
	choice->to = subject_attendees(run, choice->event_id, run->line->to, error);
	if (choice->to == NULL)
		return false;
	choice->reissue = subject_attendees(run, choice->event_id, run->line->reissue, error);
	return choice->reissue != NULL;
}

static void
choice_clear(const struct paper_choice *choice)
{
	g_free((gpointer)(guintptr)choice->to);
	g_free((gpointer)(guintptr)choice->reissue);
}

/* ---- making it ----------------------------------------------------------------------------------
 */

static bool
paper_made(struct run *run, const struct paper_outcome *outcome, GError **error)
{
	const char *printer = run_option(run, OPTION_PRINTER);
	bool dry = run_given(run, OPTION_DRY_RUN);
	if (dry)
		run_note(run, _("dry run: nothing was written"));
	if (outcome->pages > 0)
		run_note(run, i18n_count("%u page", "%u pages", outcome->pages), outcome->pages);
	if (outcome->path != NULL && run_option(run, OPTION_OUTPUT) == NULL &&
	    !run_line_result(run, outcome->path, error))
		return false;
	return printer == NULL || dry || print_hand(run, outcome->path, error);
}

/* To standard output: made whole in a folder of its own first, for a PDF cannot be written in one
 * go. */
static bool
paper_to_output(struct run *run, const struct paper_choice *choice, struct paper_outcome *outcome,
		GPtrArray *notes, GError **error)
{
	g_autofree char *folder = folder_temporary(error);
	if (folder == NULL)
		return false;
	g_autofree char *path = g_build_filename(folder, "paper", NULL);
	g_autofree char *bytes = NULL;
	gsize size = 0;
	bool done = paper_print_outcome(run->store, choice, path, outcome, notes, error);
	if (done && !choice->dry_run)
		done = g_file_get_contents(path, &bytes, &size, error) &&
		       output_file("-", bytes, size, error);
	folder_remove(folder);
	return done;
}

/* That nobody has changed is no failure of whoever asked for the changed ones. */
static bool
nothing_said(struct run *run, const struct paper_choice *choice, GError **error)
{
	if (!choice->changed || !g_error_matches(*error, ATELIERS_ERROR, ERROR_NOTHING))
		return false;
	run_note(run, "%s", (*error)->message);
	g_clear_error(error);
	return true;
}

static bool
paper_run(struct run *run, const struct paper_choice *choice, GError **error)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	struct paper_outcome outcome = {.path = NULL};
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	GError *reason = NULL;
	bool done =
		g_strcmp0(path, "-") == 0
			? paper_to_output(run, choice, &outcome, notes, &reason)
			: paper_print_outcome(run->store, choice, path, &outcome, notes, &reason);
	run_notes(run, notes);
	if (outcome.said != NULL)
		run_note(run, "%s", outcome.said);
	if (done)
		done = paper_made(run, &outcome, error);
	else if (nothing_said(run, choice, &reason))
		done = true;
	else
		g_propagate_error(error, reason);
	g_free(outcome.path);
	g_free(outcome.said);
	return done;
}

/* ---- what is asked of all of them ---------------------------------------------------------------
 */

static bool
printer_fits(struct run *run, GError **error)
{
	const char *printer = run_option(run, OPTION_PRINTER);
	if (printer == NULL)
		return true;
	if (g_strcmp0(run_option(run, OPTION_OUTPUT), "-") == 0)
		return fail(error, ERROR_USAGE,
			    _("a paper goes to a printer as a file: leave “-o -” out"));
	return printer_check(printer, error) && !secure_refuses("--printer", error);
}

static bool
print_chosen(struct run *run, const struct paper_choice *choice, GError **error)
{
	if (choice->format != PAPER_PDF && run_given(run, OPTION_PRINTER))
		return fail(error, ERROR_USAGE,
			    _("a printer takes a paper, not a table: leave "
			      "--printer or the format out"));
	if (!run_given(run, OPTION_EACH_SESSION))
		return paper_run(run, choice, error);
	if (choice->session_id != 0)
		return fail(error, ERROR_USAGE, _("“%s” does not go with “%s”"), "--session",
			    "--each-session");
	return print_each_session(run, choice, error);
}

static bool
print_one(struct run *run, GError **error)
{
	struct paper_choice choice = {
		.document = run->argument[0],
		.sort = run_option(run, OPTION_SORT),
		.shared = run_given(run, OPTION_SHARED),
		.dry_run = run_given(run, OPTION_DRY_RUN),
	};
	bool done = paper_choose(run, &choice, error) && people_choose(run, &choice, error) &&
		    print_chosen(run, &choice, error);
	choice_clear(&choice);
	return done;
}

bool
cmd_print(struct run *run, GError **error)
{
	if (!printer_fits(run, error))
		return false;
	if (strcmp(run->argument[0], "day") == 0)
		return print_day(run, error);
	return print_one(run, error);
}
