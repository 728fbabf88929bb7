#include "paper/paper.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/modules.h"
#include "app/output.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "core/check.h"
#include "paper/writers.h"

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
	g_ptr_array_add(paper->notes, g_strdup_vprintf(format, args));
	va_end(args);
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
	    const struct paper_choice *choice)
{
	*paper = (struct paper){
		.store = store,
		.choice = choice,
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

static bool
paper_gather(struct paper *paper, GError **error)
{
	paper->whole = event_whole_load(paper->store, paper->choice->event_id, true, error);
	if (paper->whole == NULL || !session_find(paper, error) ||
	    !paper_gather_event(paper, error) || !paper_gather_letterhead(paper, error))
		return false;
	printed_now(paper);
	if (paper->making->gather != NULL && !paper->making->gather(paper, error))
		return false;
	if (paper->making->compose != NULL && !paper->making->compose(paper, error))
		return false;
	return !is_versioned(paper->choice) || paper_find_version(paper, error);
}

/* ---- its name -----------------------------------------------------------------------------------
 */

/* "émargement Atelier 1", "inscrits à partager". */
static char *
paper_what(const struct paper *paper)
{
	const char *shared = paper->choice->shared ? C_("file", " for sharing") : "";
	return g_strdup_printf("%s%s%s%s", paper->making->file_word(paper), shared,
			       paper->session != NULL ? " " : "",
			       paper->session != NULL ? paper->session->title : "");
}

/* The path given, else a readable name in the output folder, which is made if needed. */
static char *
paper_path(const struct paper *paper, const char *path, GError **error)
{
	if (path != NULL)
		return g_strdup(path);
	g_autofree char *what = paper_what(paper);
	char *made =
		output_name(paper->store, paper->choice->event_id, what, paper->reference.version,
			    paper_format_ending(paper->choice->format));
	g_autofree char *folder = g_path_get_dirname(made);
	if (paper->choice->dry_run || g_mkdir_with_parents(folder, 0700) == 0)
		return made;
	fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder, g_strerror(errno));
	g_free(made);
	return NULL;
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

static void
note_missing(GPtrArray *notes, const char *missing)
{
	if (notes != NULL && missing != NULL)
		g_ptr_array_add(notes,
				g_strdup_printf(_("no font here has these letters: %s"), missing));
}

static bool
paper_draw(const struct paper *paper, Output *output, guint *pages, GPtrArray *notes,
	   GError **error)
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
	bool drawn = paper->making->compose != NULL
			     ? writings_draw(paper, print, path, pages, &missing, error)
			     : paper->making->draw(paper, print, path, pages, &missing, error);
	if (!drawn)
		return false;
	note_missing(notes, missing);
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

/* What is wrong with the event is said beside the paper, which is made all the same. */
static bool
notes_of_checks(Store *store, gint64 event_id, GPtrArray *notes, GError **error)
{
	if (notes == NULL)
		return true;
	g_autoptr(GPtrArray) problems = event_check(store, event_id, error);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (problem->severity != CHECK_INFORMATION)
			g_ptr_array_add(notes, g_strdup(problem->message));
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
paper_make(struct paper *paper, const char *path, bool own_gesture, guint *pages, GPtrArray *notes,
	   GError **error)
{
	g_autoptr(Output) output = output_open(path, error);
	if (output == NULL)
		return false;
	bool made = paper->choice->format == PAPER_PDF
			    ? paper_draw(paper, output, pages, notes, error)
			    : paper_write(paper, output, error);
	if (!made)
		return false;
	return is_versioned(paper->choice)
		       ? paper_commit(paper, g_steal_pointer(&output), own_gesture, error)
		       : output_commit(g_steal_pointer(&output), error);
}

static bool
paper_run(struct paper *paper, const char *path, char **made, bool own_gesture, guint *pages,
	  GPtrArray *notes, GError **error)
{
	paper->notes = notes;
	if (!notes_of_checks(paper->store, paper->choice->event_id, notes, error) ||
	    !paper_gather(paper, error))
		return false;
	g_autofree char *file = paper_path(paper, path, error);
	if (file == NULL ||
	    (!paper->choice->dry_run && !paper_make(paper, file, own_gesture, pages, notes, error)))
		return false;
	if (made != NULL)
		*made = g_steal_pointer(&file);
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
	return true;
}

bool
paper_print(Store *store, const struct paper_choice *choice, const char *path, char **made,
	    guint *pages, GPtrArray *notes, GError **error)
{
	const struct paper_making *making = paper_making_find(choice->document);
	if (!choice_check(choice, making, error))
		return false;
	struct paper paper;
	bool own = !choice->dry_run && is_versioned(choice) && !store_in_gesture(store);
	if (pages != NULL)
		*pages = 0;
	const char *action = making->action != NULL ? making->action : "document_print";
	if (own && !store_begin(store, action, error))
		return false;
	if (own)
		store_as_record(store); /* paper that is printed cannot be taken back */
	paper_begin(&paper, store, making, choice);
	bool done = paper_run(&paper, path, made, own, pages, notes, error);
	if (own && store_in_gesture(store))
		store_rollback(store);
	paper_end(&paper);
	return done;
}
