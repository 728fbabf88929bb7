#include "paper/paper.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/announcement.h"
#include "app/modules.h"
#include "app/output.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "core/check.h"
#include "core/status.h"
#include "paper/writers.h"
#include "store/setting.h"

const char *
paper_keep(struct paper *paper, const char *text)
{
	return text != NULL ? g_string_chunk_insert(paper->words, text) : NULL;
}

const char *
paper_take(struct paper *paper, char *text)
{
	const char *kept = paper_keep(paper, text);
	g_free(text);
	return kept;
}

void
paper_note(const struct paper *paper, const char *format, ...)
{
	va_list args;
	if (paper->notes == NULL)
		return;
	va_start(args, format);
	g_autofree char *note = g_strdup_vprintf(format, args);
	va_end(args);
	if (!g_ptr_array_find_with_equal_func(paper->notes, note, g_str_equal, NULL))
		g_ptr_array_add(paper->notes, g_steal_pointer(&note));
}

static void
written_clear(gpointer written)
{
	union {
		const Writing *borrowed;
		Writing *owned;
	} writing = {((struct written *)written)->writing};
	writing_free(writing.owned);
}

static void
paper_begin(struct paper *paper, Store *store, const struct paper_making *making,
	    const struct paper_choice *choice, GPtrArray *notes)
{
	*paper = (struct paper){
		.store = store,
		.choice = choice,
		.notes = notes,
		.making = making,
		.attendees = g_ptr_array_new_with_free_func(g_free),
		.speakers = g_ptr_array_new_with_free_func(g_free),
		.half_days = g_array_new(FALSE, FALSE, sizeof(struct document_half_day)),
		.days = g_ptr_array_new(),
		.words = g_string_chunk_new(2048),
		.pictures = g_ptr_array_new_with_free_func(g_free),
		.written = g_array_new(FALSE, TRUE, sizeof(struct written)),
	};
	g_array_set_clear_func(paper->written, written_clear);
}

static void
paper_end(struct paper *paper)
{
	g_ptr_array_unref(paper->attendees);
	g_ptr_array_unref(paper->speakers);
	g_array_unref(paper->half_days);
	g_ptr_array_unref(paper->days);
	g_array_unref(paper->written);
	g_ptr_array_unref(paper->pictures);
	g_string_chunk_free(paper->words);
	event_whole_free(paper->whole);
	if (paper->free_facts != NULL)
		paper->free_facts(paper->facts);
	g_free(paper->logo);
	g_free(paper->digest);
	g_free(paper->said);
}

/* A list for spreadsheets alone shows no version. */
static bool
is_versioned(const struct paper_choice *choice)
{
	return choice->format != PAPER_CSV;
}

/* ---- gathering ----------------------------------------------------------------------------------
 */

static bool
session_find(struct paper *paper, GError **error)
{
	gint64 id = paper->choice->session_id;
	paper->session = rows_find(paper->whole->sessions, id);
	return id == 0 || paper->session != NULL ||
	       fail(error, ERROR_NOT_FOUND, _("%s has no such session"),
		    paper->whole->event->number);
}

static void
printed_now(struct paper *paper)
{
	char instant[INSTANT_SIZE], local[17];
	clock_instant(instant);
	if (clock_local(instant, store_zone(paper->store), local))
		paper->reference.printed_at = paper_keep(paper, local);
}

/* What stands on a paper of a cancelled event is that it is cancelled, or nothing. */
static bool
is_of_use(const struct paper *paper, GError **error)
{
	const struct paper_kind *kind = &paper->making->kind;
	return !paper->event.cancelled || (kind->traits & PAPER_OF_LIVE) == 0 ||
	       fail(error, ERROR_NOTHING,
		    _("%s is cancelled: “%s” is not made any more; if it takes place after all, "
		      "set its status to “%s” first"),
		    paper->whole->event->number, _(kind->label),
		    code_label(&code_event_statuses, "announced"));
}

static bool
paper_gather(struct paper *paper, GError **error)
{
	paper->whole = event_whole_load(paper->store, paper->choice->event_id, true, error);
	if (paper->whole == NULL || !session_find(paper, error) ||
	    !paper_gather_event(paper, error) || !is_of_use(paper, error) ||
	    !paper_gather_letterhead(paper, error))
		return false;
	printed_now(paper);
	if (paper->making->gather != NULL && !paper->making->gather(paper, error))
		return false;
	if (paper->making->compose != NULL && !paper->making->compose(paper, error))
		return false;
	return !is_versioned(paper->choice) || paper_find_version(paper, error);
}

/* ---- where it goes ------------------------------------------------------------------------------
 */

static char *
paper_path_named(const struct paper *paper, bool changed)
{
	g_autofree char *what = paper_file_words(paper, changed);
	g_autofree char *made =
		output_name(paper->store, paper->choice->event_id, what, paper->reference.version,
			    paper_format_ending(paper->choice->format));
	g_autofree char *name = g_path_get_basename(made);
	return paper->choice->folder != NULL ? g_build_filename(paper->choice->folder, name, NULL)
					     : g_steal_pointer(&made);
}

/* The path given, else a readable name in the folder, which is made if needed. */
static char *
paper_path(const struct paper *paper, const char *path, GError **error)
{
	if (path != NULL)
		return g_strdup(path);
	char *made = paper_path_named(paper, paper->partial);
	g_autofree char *folder = g_path_get_dirname(made);
	if (paper->choice->dry_run || g_mkdir_with_parents(folder, 0700) == 0)
		return made;
	fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder, g_strerror(errno));
	g_free(made);
	return NULL;
}

/* True when the last version shows the same and is still where it was made: all of it, or those who
 * had changed. PATH becomes the name that it has. */
static bool
paper_is_there(const struct paper *paper, char **path)
{
	if (!paper->choice->unless_there || paper->is_new)
		return false;
	for (int changed = 0; changed <= (paper->choice->changed ? 1 : 0); changed++) {
		g_autofree char *named = paper_path_named(paper, changed != 0);
		if (!g_file_test(named, G_FILE_TEST_IS_REGULAR))
			continue;
		g_free(*path);
		*path = g_steal_pointer(&named);
		return true;
	}
	return false;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

struct document_person *
paper_people_shown(const GPtrArray *people)
{
	struct document_person *shown = g_new0(struct document_person, people->len + 1);
	for (guint i = 0; i < people->len; i++)
		shown[i] = ((const struct paper_person *)people->pdata[i])->shown;
	return shown;
}

bool
paper_draw_fail(const Output *output, GError *reason, GError **error)
{
	if (!g_error_matches(reason, ATELIERS_ERROR, ERROR_FULL)) {
		g_propagate_error(error, reason);
		return false;
	}
	g_error_free(reason);
	return output_fail(output_path(output), ENOSPC, error);
}

static bool
paper_draw(struct paper *paper, Output *output, guint *pages, GError **error)
{
	const struct print_module *print = module_print(error);
	const char *path = output_temporary(output);
	g_autofree char *missing = NULL;
	if (print == NULL)
		return false;
	if (path == NULL)
		return fail(error, ERROR_INVALID,
			    _("a PDF cannot be written to standard output: give the name of a "
			      "file"));
	GError *reason = NULL;
	bool drawn = paper->making->compose != NULL
			     ? writings_draw(paper, print, path, pages, &missing, &reason)
			     : paper->making->draw(paper, print, path, pages, &missing, &reason);
	if (!drawn)
		return paper_draw_fail(output, reason, error);
	if (missing != NULL)
		paper_note(paper, _("no font here has these letters: %s"), missing);
	return true;
}

static bool
paper_write(const struct paper *paper, Output *output, GError **error)
{
	return paper->making->compose != NULL ? writing_write(paper, output, error)
					      : paper->making->write(paper, output, error);
}

/* ---- printing -----------------------------------------------------------------------------------
 */

static bool
is_of_announcement(const struct check_problem *problem)
{
	return strcmp(problem->code, "differs_from_announcement") == 0;
}

/* In one line, and where it is repeated: each of them stands among the problems of the event. */
static bool
note_of_announcement(struct paper *paper, GError **error)
{
	g_autoptr(Announced) announced =
		announced_load(paper->store, paper->choice->event_id, error);
	if (announced == NULL)
		return false;
	guint n = announced->differences->len;
	g_autofree char *when = announced_when(paper->store, announced);
	if (n == 1) {
		const struct announcement_difference *only = announced->differences->pdata[0];
		paper_note(paper, _("Announcement of %s: %s"), when, only->message);
	} else if (n > 1) {
		paper_note(paper,
			   i18n_count("Announcement of %s: %u difference since, told among the "
				      "problems of the event",
				      "Announcement of %s: %u differences since, told among the "
				      "problems of the event",
				      n),
			   when, n);
	}
	return true;
}

/* Whoever made it stands in its letterhead, and is who certifies and answers for the data. */
static void
note_of_centre(const struct paper *paper)
{
	g_autofree char *centre = setting_get(paper->store, "centre_name");
	if (centre == NULL)
		paper_note(paper, _("Your papers do not say whose they are: give the name, the "
				    "address and the town of the centre in its settings"));
}

/* What is wrong with the event is said beside the paper, which is made all the same. */
static bool
notes_of_checks(struct paper *paper, GError **error)
{
	if (paper->notes == NULL)
		return true;
	note_of_centre(paper);
	if ((paper->making->kind.traits & PAPER_ANNOUNCED) != 0 &&
	    !note_of_announcement(paper, error))
		return false;
	g_autoptr(GPtrArray) problems = event_check(paper->store, paper->choice->event_id, error);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (problem->severity != CHECK_INFORMATION && !is_of_announcement(problem))
			paper_note(paper, "%s", problem->message);
	}
	return problems != NULL;
}

/* The version is durable before the file gets its name: a sheet whose lines nobody knows would be
 * worse than a number without a sheet. */
static bool
paper_commit(struct paper *paper, Output *output, bool own_gesture, GError **error)
{
	if (paper->is_new && !paper_record(paper, error)) {
		output_abandon(output);
		return false;
	}
	if (own_gesture && !store_commit(paper->store, NULL, error)) {
		output_abandon(output);
		return false;
	}
	return output_commit(output, error);
}

static bool
paper_make(struct paper *paper, const char *path, bool own_gesture, guint *pages, GError **error)
{
	g_autoptr(Output) output = output_open(path, error);
	if (output == NULL)
		return false;
	bool made = paper->choice->format == PAPER_PDF ? paper_draw(paper, output, pages, error)
						       : paper_write(paper, output, error);
	if (!made)
		return false;
	return is_versioned(paper->choice)
		       ? paper_commit(paper, g_steal_pointer(&output), own_gesture, error)
		       : output_commit(g_steal_pointer(&output), error);
}

static bool
paper_run(struct paper *paper, const char *path, bool own_gesture, struct paper_outcome *outcome,
	  GError **error)
{
	const struct paper_choice *choice = paper->choice;
	if (!notes_of_checks(paper, error) || !paper_gather(paper, error))
		return false;
	g_autofree char *file = paper_path(paper, path, error);
	if (file == NULL)
		return false;
	outcome->version = paper->reference.version;
	outcome->said = g_steal_pointer(&paper->said);
	outcome->made = !paper_is_there(paper, &file);
	if (outcome->made && !choice->dry_run &&
	    !paper_make(paper, file, own_gesture, &outcome->pages, error))
		return false;
	outcome->path = g_steal_pointer(&file);
	return true;
}

static bool
choice_check(const struct paper_choice *choice, const struct paper_making *making, GError **error)
{
	if (making == NULL)
		return fail(error, ERROR_NOT_FOUND, _("there is no paper “%s”"), choice->document);
	const struct paper_kind *kind = &making->kind;
	if ((kind->formats & (1u << choice->format)) == 0)
		return fail(error, ERROR_INVALID, _("“%s” is not made as .%s"), kind->name,
			    paper_format_ending(choice->format));
	if (choice->session_id != 0 && (kind->traits & PAPER_OF_SESSION) == 0)
		return fail(error, ERROR_INVALID,
			    _("“%s” is made for the whole event, not for a session"), kind->name);
	if (choice->n_to > 0 && (kind->traits & PAPER_OF_PEOPLE) == 0)
		return fail(error, ERROR_INVALID, _("“%s” is not made person by person"),
			    kind->name);
	if (choice->n_reissue > 0 && (kind->traits & PAPER_ISSUED) == 0)
		return fail(error, ERROR_INVALID, _("“%s” is not issued: make it again"),
			    kind->name);
	return !choice->changed || (kind->traits & PAPER_REPRINTED) != 0 ||
	       fail(error, ERROR_INVALID, _("“%s” is made for everybody, not for some"),
		    kind->name);
}

bool
paper_print_outcome(Store *store, const struct paper_choice *choice, const char *path,
		    struct paper_outcome *outcome, GPtrArray *notes, GError **error)
{
	const struct paper_making *making = paper_making_find(choice->document);
	*outcome = (struct paper_outcome){.path = NULL};
	if (!choice_check(choice, making, error))
		return false;
	struct paper paper;
	bool own = !choice->dry_run && is_versioned(choice) && !store_in_gesture(store);
	const char *action = making->action != NULL ? making->action : "document_print";
	if (own && !store_begin(store, action, error))
		return false;
	if (own)
		store_as_record(store); /* paper that is printed cannot be taken back */
	paper_begin(&paper, store, making, choice, notes);
	bool done = paper_run(&paper, path, own, outcome, error);
	if (own && store_in_gesture(store))
		store_rollback(store);
	paper_end(&paper);
	return done;
}

bool
paper_print(Store *store, const struct paper_choice *choice, const char *path, char **made,
	    guint *pages, GPtrArray *notes, GError **error)
{
	struct paper_outcome outcome;
	bool done = paper_print_outcome(store, choice, path, &outcome, notes, error);
	if (pages != NULL)
		*pages = outcome.pages;
	if (made != NULL && done)
		*made = g_steal_pointer(&outcome.path);
	if (notes != NULL && outcome.said != NULL)
		g_ptr_array_add(notes, g_steal_pointer(&outcome.said));
	g_free(outcome.said);
	g_free(outcome.path);
	return done;
}
