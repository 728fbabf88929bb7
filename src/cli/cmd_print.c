/* The papers of an event. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "cli/cmd.h"
#include "cli/folder.h"
#include "cli/subject.h"
#include "paper/papers.h"

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
		g_string_append_printf(names, "%s%s", i > 0 ? " " : "", paper_kind_at(i)->name);
	fail(error, ERROR_USAGE, _("there is no paper “%s”; they are: %s"), name, names->str);
	return NULL;
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
	if (run_format(run) != FORMAT_JSON && (kind->formats & (1u << *format)) != 0)
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

static bool
paper_choose(struct run *run, struct paper_choice *choice, GError **error)
{
	const char *session = run_option(run, OPTION_SESSION);
	const struct paper_kind *kind = kind_named(choice->document, error);
	if (kind == NULL || !format_choose(run, kind, &choice->format, error) ||
	    !sort_choose(kind, choice->sort, error))
		return false;
	if (session != NULL && (kind->traits & PAPER_OF_SESSION) == 0)
		return fail(error, ERROR_USAGE,
			    _("“%s” is made for the whole event, not for a session"), kind->name);
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
paper_made(struct run *run, const char *made, guint pages, GError **error)
{
	if (run_given(run, OPTION_DRY_RUN))
		run_note(run, _("dry run: nothing was written"));
	if (pages > 0)
		run_note(run, i18n_count("%u page", "%u pages", pages), pages);
	if (made == NULL || run_option(run, OPTION_OUTPUT) != NULL)
		return true;
	return run_line_result(run, made, error);
}

/* To standard output: made whole in a folder of its own first, for a PDF cannot be written in one
 * go. */
static bool
paper_to_output(struct run *run, const struct paper_choice *choice, guint *pages, GPtrArray *notes,
		GError **error)
{
	g_autofree char *folder = folder_temporary(error);
	if (folder == NULL)
		return false;
	g_autofree char *path = g_build_filename(folder, "paper", NULL);
	g_autofree char *made = NULL;
	g_autofree char *bytes = NULL;
	gsize size = 0;
	bool done = paper_print(run->store, choice, path, &made, pages, notes, error);
	if (done && !choice->dry_run)
		done = g_file_get_contents(path, &bytes, &size, error) &&
		       output_file("-", bytes, size, error);
	folder_remove(folder);
	return done;
}

static bool
paper_ask(struct run *run, const struct paper_choice *choice, GError **error)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	guint pages = 0;
	g_autofree char *made = NULL;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	bool done = g_strcmp0(path, "-") == 0
			    ? paper_to_output(run, choice, &pages, notes, error)
			    : paper_print(run->store, choice, path, &made, &pages, notes, error);
	run_notes(run, notes);
	return done && paper_made(run, made, pages, error);
}

bool
cmd_print(struct run *run, GError **error)
{
	struct paper_choice choice = {
		.document = run->argument[0],
		.sort = run_option(run, OPTION_SORT),
		.shared = run_given(run, OPTION_SHARED),
		.dry_run = run_given(run, OPTION_DRY_RUN),
	};
	bool done = paper_choose(run, &choice, error) && people_choose(run, &choice, error) &&
		    paper_ask(run, &choice, error);
	choice_clear(&choice);
	return done;
}
