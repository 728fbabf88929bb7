/* The interface on the sample database. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/event.h"
#include "app/output.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/demo.h"
#include "cli/folder.h"
#include "core/status.h"
#include "paper/papers.h"

bool
demo_open(struct run *run, GError **error)
{
	g_autofree char *folder = folder_temporary(error);
	if (folder == NULL)
		return false;
	g_autofree char *path = g_build_filename(folder, "ateliers.db", NULL);
	bool done = demo_make(path, error);
	if (done)
		run->exit_code = run->interface(path, true);
	folder_remove(folder);
	return done;
}

/* ---- a folder that stays ------------------------------------------------------------------------
 */

/* The first event to come where people will sign; events are the latest first. */
static gint64
next_event(Store *store, GError **error)
{
	char today[11];
	store_today(store, today);
	gint64 next = 0;
	g_autoptr(Rows) rows = store_all(store, &entity_event, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct event *event = rows->row[i];
		if (date_is_day(event->start_date) && strcmp(event->start_date, today) >= 0 &&
		    g_strcmp0(event->mode, "remote") != 0 &&
		    code_is(&code_event_statuses, event->status, CODE_OPEN))
			next = event->id;
	}
	return next;
}

static bool
calendar_make(struct run *run, Store *store, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "all.ics", NULL);
	struct calendar_choice all = {.event_id = 0};
	return calendar_export(store, &all, path, NULL, NULL, error) &&
	       run_line_result(run, path, error);
}

static bool
sheet_make(struct run *run, Store *store, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "sign-in.pdf", NULL);
	g_autofree char *made = NULL;
	struct paper_choice choice = {.document = "sign-in", .event_id = next_event(store, error)};
	if (choice.event_id == 0)
		return true;
	return paper_print(store, &choice, path, &made, NULL, NULL, error) &&
	       run_line_result(run, path, error);
}

static bool
outputs_make(struct run *run, const char *path, const char *folder, GError **error)
{
	g_autoptr(Store) store = store_open(path, STORE_OPEN, NULL, error);
	return store != NULL && run_line_result(run, path, error) &&
	       calendar_make(run, store, folder, error) && sheet_make(run, store, folder, error);
}

static bool
demo_kept(struct run *run, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "ateliers.db", NULL);
	if (g_mkdir_with_parents(folder, 0700) != 0)
		return fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"), folder,
			    g_strerror(errno));
	if (!g_file_test(path, G_FILE_TEST_EXISTS) && !demo_make(path, error))
		return false;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return outputs_make(run, path, folder, error);
	run->exit_code = run->interface(path, true);
	return true;
}

bool
cmd_demo(struct run *run, GError **error)
{
	const char *folder = run_option(run, OPTION_INTO);
	if (run_option(run, OPTION_DB) != NULL)
		return fail(error, ERROR_USAGE,
			    _("“demo” makes a database of its own: leave --db out"));
	return folder != NULL ? demo_kept(run, folder, error) : demo_open(run, error);
}
