/* Usual tasks of kinds of events. */
#include "app/checklist.h"

#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "core/reference.h"

/* Of a list that comes with the program, lines as its rows would be. */
static bool
shipped_list(struct run *run, gint64 kind_id, const Checklist *list, GError **error)
{
	g_autoptr(Sheet) sheet = noun_sheet(&noun_checklist);
	run_note(run, _("this kind has no list of its own: these come with the program"));
	for (guint i = 0; i < list->lines->len; i++) {
		const struct task_line *line = &g_array_index(list->lines, struct task_line, i);
		if (!checklist_holds(list, line))
			continue;
		struct checklist *row = checklist_row(line, kind_id, i);
		noun_sheet_row(run, sheet, &noun_checklist, row, false);
		entity_free(&entity_checklist, row);
	}
	return run_list(run, sheet, error);
}

bool
cmd_checklist_list(struct run *run, GError **error)
{
	gint64 kind_id = run_owner(run, error);
	g_autoptr(Checklist) list =
		kind_id != 0 ? checklist_of_kind(run->store, kind_id, error) : NULL;
	if (list == NULL)
		return false;
	return list->own ? cmd_owned_list(run, error) : shipped_list(run, kind_id, list, error);
}

bool
cmd_checklist_take(struct run *run, GError **error)
{
	guint made = 0;
	gint64 kind_id = run_owner(run, error);
	if (kind_id == 0 || !run_begin(run, "checklist_take", error))
		return false;
	bool done = checklist_take(run->store, kind_id, &made, error);
	store_about(run->store, &entity_kind, kind_id, 0, made);
	if (!run_end(run, done, error))
		return false;
	run_note(run,
		 i18n_count("%u usual task, to be changed", "%u usual tasks, to be changed", made),
		 made);
	return true;
}
