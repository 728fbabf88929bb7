/* Events announced, and what has changed since. */
#include "app/announcement.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "cli/subject.h"

bool
cmd_event_announce(struct run *run, GError **error)
{
	gint64 version = 0, id = run_event(run, run->argument[0], error);
	bool added = false;
	if (id == 0 || !run_begin(run, "event_announce", error))
		return false;
	bool done = event_announce(run->store, id, &version, &added, error);
	struct event *event = done ? store_get(run->store, &entity_event, id, error) : NULL;
	if (event != NULL) {
		subject_about(run, &noun_event, event, 1);
		subject_result(run, event);
	}
	entity_free(&entity_event, event);
	if (!run_end(run, done, error))
		return false;
	run_note(run,
		 added ? _("announced as version %d")
		       : _("nothing has changed since version %d was announced"),
		 (int)version);
	return true;
}

bool
cmd_event_differences(struct run *run, GError **error)
{
	gint64 id = run_event(run, run->argument[0], error);
	g_autoptr(Announced) announced = id != 0 ? announced_load(run->store, id, error) : NULL;
	if (announced == NULL)
		return false;
	g_autofree char *when = announced_when(run->store, announced);
	if (when == NULL)
		run_note(run, _("it was never announced"));
	else if (announced->differences->len == 0)
		run_note(run, _("nothing has changed since it was announced on %s"), when);
	g_autoptr(Sheet) sheet = sheet_new();
	sheet_column(sheet, "version", _("Version"), SHEET_NUMBER, true);
	sheet_column(sheet, "field", _("Field"), SHEET_TEXT, false);
	sheet_column(sheet, "difference", _("Difference"), SHEET_TEXT, true);
	for (guint i = 0; i < announced->differences->len; i++) {
		const struct announcement_difference *difference = announced->differences->pdata[i];
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup_printf("%" G_GINT64_FORMAT, announced->version),
			  NULL);
		sheet_set(sheet, row, 1, g_strdup(difference->field), NULL);
		sheet_set(sheet, row, 2, g_strdup(difference->message), NULL);
	}
	return run_list(run, sheet, error);
}
