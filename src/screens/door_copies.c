#include "screens/door_copies.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/door_copy.h"
#include "app/output.h"
#include "app/secure.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"
#include "core/event.h"
#include "screens/import.h"
#include "screens/roots.h"
#include "screens/screen_conflicts.h"
#include "screens/screen_event.h"
#include "tui/chooser.h"
#include "tui/prompt.h"
#include "tui/result.h"
#include "tui/work.h"

#define FILES_SHOWN 20

/* What is under way; the thread's, until it has ended. */
struct carrying {
	gint64 event_id;
	char *path;
	const struct screen *question; /* goes once it is done; NULL: none */
	struct door_exported made;
	DoorReport *report;
};

static void
carrying_free(gpointer pointer)
{
	struct carrying *carrying = pointer;
	door_exported_clear(&carrying->made);
	g_clear_pointer(&carrying->report, door_report_free);
	g_free(carrying->path);
	g_free(carrying);
}

static void
carrying_begin(struct ui *ui, const char *title, const struct work_order *how,
	       const struct carrying *what)
{
	struct work_order order = *how;
	order.user = g_memdup2(what, sizeof *what);
	order.user_free = carrying_free;
	order.gesture = true;
	work_show(ui, title, &order);
}

static void
question_leave(struct ui *ui, const struct screen *question)
{
	if (question != NULL && g_ptr_array_find(ui->stack, question, NULL))
		ui_remove(ui, (struct screen *)(gsize)question);
}

/* ---- taking along -------------------------------------------------------------------------------
 */

/* In the thread. */
static bool
export_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct carrying *carrying = user;
	(void)work;
	return door_export(store, carrying->event_id, carrying->path, false, &carrying->made,
			   error);
}

static void
export_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct carrying *carrying = user;
	const struct door_exported *made = &carrying->made;
	work_fail(ui, error);
	if (!done)
		return;
	question_leave(ui, carrying->question);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lines, g_strdup(_("On the laptop: ateliers --db FILE. Its walk-ins are "
					  "numbered by its letter.")));
	g_ptr_array_add(lines, g_strdup(_("It holds people’s data: bring it back, then delete "
					  "it.")));
	g_autofree char *what =
		g_strdup_printf(i18n_count("Copy %s: %u registration and the organisations (%u)",
					   "Copy %s: %u registrations and the organisations (%u)",
					   made->attendees),
				made->letter, made->attendees, made->organisations);
	result_show(ui, what, made->path, lines);
	ui_reload(ui);
}

/* The question stays until it is done: a path that is wrong can be mended. */
static bool
export_typed(struct ui *ui, const char *typed, gpointer user)
{
	static const struct work_order how = {.run = export_run, .done = export_done};
	char *path = path_as_typed(typed);
	if (*path != '\0')
		carrying_begin(ui, _("Take the event along"), &how,
			       &(struct carrying){.event_id = *(gint64 *)user,
						  .path = path,
						  .question = ui_top(ui)});
	else
		g_free(path);
	return false;
}

static void
export_ask(struct ui *ui, gint64 event_id)
{
	g_autofree char *path = output_name(ui->store, event_id, _("copy for the desk"), 0, "db");
	for (int version = 2; g_file_test(path, G_FILE_TEST_EXISTS) && version < 100; version++) {
		g_free(path);
		path = output_name(ui->store, event_id, _("copy for the desk"), version, "db");
	}
	prompt_show_path(ui, _("Take the event along"),
			 _("A database of its own for a laptop: this event, its people and places, "
			   "the "
			   "names of organisations. Where to:"),
			 path, export_typed, g_memdup2(&event_id, sizeof event_id), g_free);
}

/* ---- bringing back ------------------------------------------------------------------------------
 */

struct found {
	char *path;
	gint64 modified;
};

static void
found_clear(gpointer pointer)
{
	g_free(((struct found *)pointer)->path);
}

static gint
by_newest(gconstpointer a, gconstpointer b)
{
	const struct found *first = a, *second = b;
	return first->modified < second->modified ? 1 : first->modified > second->modified ? -1 : 0;
}

/* What was done last in a copy may stand beside it still. */
static gint64
log_changed(const char *path)
{
	GStatBuf status;
	g_autofree char *log = g_strconcat(path, "-wal", NULL);
	return g_stat(log, &status) == 0 && status.st_size > 0 ? status.st_mtime : 0;
}

static void
folder_look(const Store *store, const char *folder, GArray *found)
{
	g_autoptr(GDir) dir = folder != NULL ? g_dir_open(folder, 0, NULL) : NULL;
	const char *name = NULL;
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		GStatBuf status;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (*name == '.' || !g_str_has_suffix(name, ".db") || g_stat(path, &status) != 0 ||
		    !S_ISREG(status.st_mode) || store_is_file(store, path))
			continue;
		gint64 modified = MAX((gint64)status.st_mtime, log_changed(path));
		struct found one = {g_steal_pointer(&path), modified};
		g_array_append_val(found, one);
	}
}

static GArray *
folders_look(struct ui *ui)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct found));
	g_array_set_clear_func(found, found_clear);
	g_autofree char *output = output_folder(ui->store);
	g_autofree char *here = g_get_current_dir();
	const char *downloads = g_get_user_special_dir(G_USER_DIRECTORY_DOWNLOAD);
	folder_look(ui->store, output, found);
	if (!secure_mode() && g_strcmp0(downloads, output) != 0)
		folder_look(ui->store, downloads, found);
	if (!secure_mode() && strcmp(here, output) != 0 && g_strcmp0(here, downloads) != 0)
		folder_look(ui->store, here, found);
	g_array_sort(found, by_newest);
	return found;
}

struct brought {
	gint64 event_id;
	char *path;
};

static void
brought_free(gpointer pointer)
{
	struct brought *brought = pointer;
	g_free(brought->path);
	g_free(brought);
}

/* Another file of the event in the same folders holds people's data as well. Caller frees. */
static char *
other_copy(struct ui *ui, gint64 event_id)
{
	g_autoptr(GArray) found = folders_look(ui);
	struct event *event = store_get(ui->store, &entity_event, event_id, NULL);
	g_autofree char *number = text_file_name(event != NULL ? event->number : NULL, 40);
	entity_free(&entity_event, event);
	for (guint i = 0; i < found->len; i++) {
		const char *path = g_array_index(found, struct found, i).path;
		g_autofree char *name = g_path_get_basename(path);
		if (g_str_has_prefix(name, number))
			return g_strdup(path);
	}
	return NULL;
}

static void
wiped_say(struct ui *ui, const struct brought *brought)
{
	g_autofree char *other = other_copy(ui, brought->event_id);
	if (other != NULL)
		ui_say(ui, TOAST_DONE, _("The copy was deleted. Another holds people’s data: %s"),
		       other);
	else
		ui_say(ui, TOAST_DONE, _("The copy was deleted: %s"), brought->path);
}

static void
next_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct brought *brought = user;
	GError *error = NULL;
	if (index == 1) {
		if (door_wipe(ui->store, brought->path, &error))
			wiped_say(ui, brought);
		ui_fail(ui, error);
		ui_reload(ui);
	} else if (index == 2) {
		ui_push(ui, conflicts_screen(ui, brought->event_id));
	}
}

static void
line_add(GString *text, const char *line)
{
	g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* Takes part. */
static void
part_add(GString *line, char *part)
{
	g_string_append_printf(line, "%s%s", line->len > 0 ? ", " : "", part);
	g_free(part);
}

static void
count_append(GString *text, const struct door_count *count)
{
	g_autoptr(GString) line = g_string_new(NULL);
	if (count->added > 0)
		part_add(line, g_strdup_printf(i18n_count("%u added", "%u added", count->added),
					       count->added));
	if (count->changed > 0)
		part_add(line,
			 g_strdup_printf(i18n_count("%u changed", "%u changed", count->changed),
					 count->changed));
	if (count->removed > 0)
		part_add(line,
			 g_strdup_printf(i18n_count("%u deleted", "%u deleted", count->removed),
					 count->removed));
	if (count->conflicts > 0)
		part_add(line, g_strdup_printf(i18n_count("%u to decide", "%u to decide",
							  count->conflicts),
					       count->conflicts));
	if (line->len == 0)
		return;
	g_autofree char *said = g_strdup_printf(_("%s: %s"), _(count->entity->label), line->str);
	line_add(text, said);
}

/* What came, then whether the copy goes. */
static void
brought_say(struct ui *ui, const DoorReport *report, const char *path)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *title = g_strdup_printf(_("Copy %s brought back"), report->letter);
	struct brought *brought = g_new0(struct brought, 1);
	brought->event_id = report->event_id;
	brought->path = g_strdup(path);
	for (guint i = 0; i < report->counts->len; i++)
		count_append(text, &g_array_index(report->counts, struct door_count, i));
	for (guint i = 0; i < report->notes->len; i++)
		line_add(text, report->notes->pdata[i]);
	if (text->len == 0)
		g_string_append(text, _("All that it holds was here already"));
	struct chooser *chooser = chooser_new(title, next_chosen, brought, brought_free);
	chooser_explain(chooser, text->str);
	chooser_add(chooser, _("Keep the copy"), NULL);
	chooser_add(chooser, _("Delete the copy: it holds people’s data"), NULL);
	if (report->conflicts > 0) {
		g_autofree char *n = g_strdup_printf("%u", report->conflicts);
		chooser_add(chooser, _("Decide the conflicts"), n);
	}
	chooser_show(chooser, ui, report->conflicts > 0 ? 2 : 0);
}

/* In the thread. */
static bool
bring_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct carrying *carrying = user;
	(void)work;
	carrying->report = door_merge(store, carrying->path, false, error);
	return carrying->report != NULL;
}

static void
bring_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct carrying *carrying = user;
	work_fail(ui, error);
	if (!done)
		return;
	question_leave(ui, carrying->question);
	if (carrying->report->changes)
		ui_say(ui, TOAST_UNDO, _("Copy %s brought back"), carrying->report->letter);
	ui_reload(ui);
	brought_say(ui, carrying->report, carrying->path);
}

/* PATH is taken. */
static void
file_bring(struct ui *ui, char *path, const struct screen *question)
{
	static const struct work_order how = {.run = bring_run, .done = bring_done};
	carrying_begin(ui, _("Bring a copy back"), &how,
		       &(struct carrying){.path = path, .question = question});
}

static bool
merge_typed(struct ui *ui, const char *typed, gpointer user)
{
	(void)user;
	char *path = path_as_typed(typed);
	if (*path != '\0')
		file_bring(ui, path, ui_top(ui));
	else
		g_free(path);
	return false;
}

static void
path_ask(struct ui *ui)
{
	prompt_show_path(ui, _("Bring a copy back"), _("Path of the copy (.db)"), "~/", merge_typed,
			 NULL, NULL);
}

static void
file_chosen(struct ui *ui, guint index, gpointer user)
{
	const GPtrArray *paths = user;
	if (index < paths->len)
		file_bring(ui, g_strdup(paths->pdata[index]), NULL);
	else
		path_ask(ui);
}

static void
merge_ask(struct ui *ui)
{
	g_autoptr(GArray) found = folders_look(ui);
	if (found->len == 0) {
		path_ask(ui);
		return;
	}
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	struct chooser *chooser = chooser_new(_("Bring back which copy?"), file_chosen, paths,
					      (GDestroyNotify)g_ptr_array_unref);
	for (guint i = 0; i < found->len && i < FILES_SHOWN; i++) {
		const char *path = g_array_index(found, struct found, i).path;
		g_autofree char *name = g_path_get_basename(path);
		g_autofree char *folder = g_path_get_dirname(path);
		chooser_add(chooser, name, folder);
		g_ptr_array_add(paths, g_strdup(path));
	}
	chooser_add(chooser, _("Another file: type its path"), NULL);
	chooser_show(chooser, ui, 0);
}

/* ---- the copies ---------------------------------------------------------------------------------
 */

static void
copies_show(struct ui *ui, gint64 event_id)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(Rows) rows = store_of(ui->store, &entity_door_copy, "event_id", event_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		g_autofree char *words = door_copy_words(ui->store, rows->row[i]);
		line_add(text, words);
	}
	if (text->len == 0)
		g_string_append(text, _("This event was never taken along"));
	result_read(ui, _("The copies"), text->str);
}

static void
way_chosen(struct ui *ui, guint index, gpointer user)
{
	gint64 event_id = *(gint64 *)user;
	switch (index) {
	case 0:
		export_ask(ui, event_id);
		break;
	case 1:
		merge_ask(ui);
		break;
	case 2:
		copies_show(ui, event_id);
		break;
	default:
		ui_push(ui, conflicts_screen(ui, event_id));
		break;
	}
}

static char *
rows_of_event(Store *store, const struct entity *entity, gint64 event_id)
{
	gint64 n = store_count(store, entity, "event_id", value_integer(event_id), NULL);
	return g_strdup_printf("%d", (int)MAX(n, 0));
}

void
door_copies_ask(struct ui *ui, gint64 event_id)
{
	if (event_id == 0)
		return;
	g_autofree char *taken = store_taken_words(ui->store);
	if (taken != NULL) {
		ui_say(ui, TOAST_NOTE,
		       _("This is %s: it is brought back at the centre, by the "
			 "same key"),
		       taken);
		return;
	}
	g_autofree char *copies = rows_of_event(ui->store, &entity_door_copy, event_id);
	g_autofree char *conflicts = rows_of_event(ui->store, &entity_door_conflict, event_id);
	struct chooser *chooser = chooser_new(_("Take along, bring back"), way_chosen,
					      g_memdup2(&event_id, sizeof event_id), g_free);
	chooser_add(chooser, _("Take the event along (a copy for a laptop)"), NULL);
	chooser_add(chooser, _("Bring a copy back"), NULL);
	chooser_add(chooser, _("The copies"), copies);
	chooser_add(chooser, _("The conflicts"), conflicts);
	chooser_show(chooser, ui, 0);
}

void
door_copies_begin(struct ui *ui)
{
	gint64 taken = store_taken(ui->store);
	struct door_copy *copy =
		taken != 0 ? store_get(ui->store, &entity_door_copy, taken, NULL) : NULL;
	if (copy != NULL) {
		ui_go(ui, ROOT_EVENTS);
		ui_push(ui, event_screen(ui, copy->event_id));
	}
	entity_free(&entity_door_copy, copy);
}
