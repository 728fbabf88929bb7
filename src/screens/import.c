#include "screens/import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/output.h"
#include "app/secure.h"
#include "base/i18n.h"
#include "base/path.h"
#include "core/event.h"
#include "screens/import_work.h"
#include "screens/screen_connections.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

#define FILES_SHOWN 30
#define PASTE_TOO                                                                                  \
	N_("A list copied elsewhere (a mail, a sheet) needs no file: it is pasted straight into "  \
	   "the participants, with Ctrl-Shift-V.")

struct asked {
	enum import_subject subject;
	gint64 event_id;
	bool log;         /* of a remote meeting, whatever the subject */
	GPtrArray *paths; /* char *: the files offered; the last option is to type a path */
};

static void
asked_free(gpointer pointer)
{
	struct asked *asked = pointer;
	g_ptr_array_unref(asked->paths);
	g_free(asked);
}

/* QUESTION, where there is one, goes once the table has been read. */
static void
file_take(struct ui *ui, const struct asked *asked, const char *path, const struct screen *question)
{
	if (asked->log)
		connections_open(ui, asked->event_id, path, question);
	else
		import_read(ui, &(struct reading){.subject = asked->subject,
						  .event_id = asked->event_id,
						  .path = path,
						  .question = question});
}

static bool
path_typed(struct ui *ui, const char *typed, gpointer user)
{
	const struct asked *asked = user;
	g_autofree char *path = path_as_typed(typed);
	/* The preview stands above the list, not above this question; a path that is wrong can be
	 * mended. */
	if (*path != '\0')
		file_take(ui, asked, path, ui_top(ui));
	return false;
}

static struct asked *
asked_new(const struct asked *from)
{
	struct asked *asked = g_memdup2(from, sizeof *from);
	asked->paths = g_ptr_array_new_with_free_func(g_free);
	return asked;
}

static void
path_ask(struct ui *ui, const struct asked *asked)
{
	prompt_show_path(ui, _("File to bring in"),
			 asked->log ? _("Path of the list of participants of Zoom, Teams or "
					"BigBlueButton, as it was handed out")
				    : _("Path of a table (.csv, .tsv, .xlsx, .ods); the form "
					"service's "
					"export as it is"),
			 "~/", path_typed, asked_new(asked), asked_free);
}

static void
file_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct asked *asked = user;
	if (index < asked->paths->len)
		file_take(ui, asked, g_ptr_array_index(asked->paths, index), NULL);
	else
		path_ask(ui, asked);
}

struct found {
	char *path;
	gint64 modified;
};

static bool
is_table(const char *name)
{
	static const char *const ends[] = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods"};
	g_autofree char *lower = g_ascii_strdown(name, -1);
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(lower, ends[i]))
			return true;
	return false;
}

static gint
by_newest(gconstpointer a, gconstpointer b)
{
	const struct found *first = a, *second = b;
	return first->modified < second->modified ? 1 : first->modified > second->modified ? -1 : 0;
}

static void
folder_look(const char *folder, GArray *found)
{
	g_autoptr(GDir) dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		GStatBuf status;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (*name == '.' || !is_table(name) || g_stat(path, &status) != 0 ||
		    !S_ISREG(status.st_mode))
			continue;
		struct found one = {g_steal_pointer(&path), status.st_mtime};
		g_array_append_val(found, one);
	}
}

static void
folders_look(Store *store, GArray *found)
{
	if (secure_mode()) {
		g_autofree char *folder = output_folder(store);
		folder_look(folder, found);
		return;
	}
	g_autofree char *here = g_get_current_dir();
	const char *downloads = g_get_user_special_dir(G_USER_DIRECTORY_DOWNLOAD);
	folder_look(downloads, found);
	if (g_strcmp0(here, downloads) != 0)
		folder_look(here, found);
}

static void
file_ask(struct ui *ui, const struct asked *of)
{
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct found));
	folders_look(ui->store, found);
	if (found->len == 0) {
		path_ask(ui, of);
		return;
	}
	g_array_sort(found, by_newest);
	struct asked *asked = asked_new(of);
	struct chooser *chooser =
		chooser_new(_("Bring in which file?"), file_chosen, asked, asked_free);
	if (of->subject == IMPORT_ATTENDEES)
		chooser_explain(chooser, _(PASTE_TOO));
	for (guint i = 0; i < found->len; i++) {
		struct found *one = &g_array_index(found, struct found, i);
		g_autofree char *name = g_path_get_basename(one->path);
		g_autofree char *folder = g_path_get_dirname(one->path);
		if (i < FILES_SHOWN) {
			chooser_add(chooser, name, folder);
			g_ptr_array_add(asked->paths, one->path);
		} else {
			g_free(one->path);
		}
	}
	chooser_add(chooser, _("Another file: type its path"), NULL);
	chooser_show(chooser, ui, 0);
}

void
import_ask(struct ui *ui, enum import_subject subject, gint64 event_id)
{
	file_ask(ui, &(struct asked){.subject = subject, .event_id = event_id});
}

const char *
import_subject_label(enum import_subject subject)
{
	static const char *const labels[] = {
		[IMPORT_EVENTS] = N_("Import of events"),
		[IMPORT_ATTENDEES] = N_("Import of registrations"),
		[IMPORT_PEOPLE] = N_("Import of people"),
		[IMPORT_ORGANISATIONS] = N_("Import of organisations"),
		[IMPORT_HOLIDAYS] = N_("Import of holidays"),
		[IMPORT_SURVEY] = N_("Import of a satisfaction survey"),
	};
	return _(labels[subject]);
}

static void
event_file_chosen(struct ui *ui, guint index, gpointer user)
{
	file_ask(ui, &(struct asked){.subject = IMPORT_ATTENDEES,
				     .event_id = *(const gint64 *)user,
				     .log = index == 1});
}

static bool
has_meeting(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	bool remote = event != NULL &&
		      (event->online_link != NULL || g_strcmp0(event->mode, "remote") == 0 ||
		       g_strcmp0(event->mode, "hybrid") == 0);
	entity_free(&entity_event, event);
	return remote;
}

void
import_ask_event(struct ui *ui, gint64 event_id)
{
	if (!has_meeting(ui->store, event_id)) {
		import_ask(ui, IMPORT_ATTENDEES, event_id);
		return;
	}
	struct chooser *chooser = chooser_new(_("What does the file hold?"), event_file_chosen,
					      g_memdup2(&event_id, sizeof event_id), g_free);
	chooser_explain(chooser, _(PASTE_TOO));
	chooser_add(chooser, _("Registrations"), _("a form service’s export"));
	chooser_add(chooser, _("Connection log"), _("who was there, and for how long"));
	chooser_show(chooser, ui, 0);
}

static const struct {
	enum import_subject subject;
	const char *label;
} subjects[] = {
	{IMPORT_EVENTS, N_("Events, past or to come")},
	{IMPORT_PEOPLE, N_("People")},
	{IMPORT_ORGANISATIONS, N_("Organisations")},
	{IMPORT_HOLIDAYS, N_("School holidays or periods to avoid")},
};

static void
subject_chosen(struct ui *ui, guint index, gpointer user)
{
	(void)user;
	if (index < G_N_ELEMENTS(subjects))
		import_ask(ui, subjects[index].subject, 0);
}

void
import_ask_subject(struct ui *ui)
{
	struct chooser *chooser =
		chooser_new(_("What does the file hold?"), subject_chosen, NULL, NULL);
	chooser_explain(chooser,
			_("Registrations are brought in from their event: open it, then b."));
	for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++)
		chooser_add(chooser, _(subjects[i].label), NULL);
	chooser_show(chooser, ui, 0);
}
