#include "screens/tasks.h"

#include "app/gesture.h"
#include "app/task.h"
#include "base/i18n.h"
#include "core/reference.h"
#include "screens/screen_event.h"

/* ---- done, and to be done -----------------------------------------------------------------------
 */

static bool
all_are_done(Store *store, const gint64 *ids, guint n)
{
	bool all = true;
	for (guint i = 0; i < n; i++) {
		struct task *task = store_get(store, &entity_task, ids[i], NULL);
		all &= task != NULL && task->done_on != NULL;
		entity_free(&entity_task, task);
	}
	return all;
}

void
tasks_toggle(struct list *list, struct ui *ui, gint64 event_id)
{
	guint n = 0;
	g_autofree gint64 *ids = list_targets(list, &n);
	bool reopen = all_are_done(ui->store, ids, n);
	const char *action = reopen ? "task_reopen" : "task_done";
	GError *error = NULL;
	bool done = true;
	if (n == 0 || !ui_begin(ui, action))
		return;
	for (guint i = 0; done && i < n; i++)
		done = task_set_done(ui->store, ids[i], !reopen, &error);
	if (!done) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_task, ids[0], event_id, n);
	g_autofree char *what = gesture_phrase(action, n);
	if (ui_commit(ui, what))
		g_hash_table_remove_all(list->selected);
}

void
tasks_propose(struct ui *ui, gint64 event_id)
{
	guint made = 0;
	GError *error = NULL;
	if (!ui_begin(ui, "task_propose"))
		return;
	if (!task_propose(ui->store, event_id, &made, &error) || made == 0) {
		store_rollback(ui->store);
		if (error == NULL)
			ui_say(ui, TOAST_NOTE, _("nothing to add: all of it is on the list"));
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_event, event_id, event_id, made);
	g_autofree char *what =
		g_strdup_printf(i18n_count("%u task added", "%u tasks added", made), made);
	ui_commit(ui, what);
}

/* ---- in a line ----------------------------------------------------------------------------------
 */

char *
tasks_head(Store *store, gint64 event_id)
{
	g_autoptr(Rows) rows = store_of(store, &entity_task, "event_id", event_id, NULL);
	char today[11];
	guint open = 0, late = 0;
	store_today(store, today);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		enum task_state state = task_state(rows->row[i], today);
		open += state != TASK_DONE ? 1 : 0;
		late += state == TASK_LATE ? 1 : 0;
	}
	if (rows == NULL || rows->n == 0)
		return NULL;
	if (open == 0)
		return g_strdup(_("All is done"));
	if (late == 0)
		return g_strdup_printf(i18n_count("%u task to be done", "%u tasks to be done",
						  open),
				       open);
	return g_strdup_printf(i18n_count("%u task to be done, late: %u",
					  "%u tasks to be done, late: %u", open),
			       open, late);
}

char *
tasks_usual(Store *store, gint64 event_id)
{
	struct event *event = store_get(store, &entity_event, event_id, NULL);
	struct kind *kind = event != NULL && event->kind_id != 0
				    ? store_get(store, &entity_kind, event->kind_id, NULL)
				    : NULL;
	bool any = store_count(store, &entity_task, "event_id", value_integer(event_id), NULL) != 0;
	char *usual = event == NULL || any ? NULL
		      : kind != NULL
			      ? g_strdup_printf(_("P adds the usual tasks of “%s”"), kind->name)
			      : g_strdup(_("P adds the usual tasks of an event"));
	entity_free(&entity_kind, kind);
	entity_free(&entity_event, event);
	return usual;
}

/* ---- of all events ------------------------------------------------------------------------------
 */

void
tasks_restrict(struct ui *ui, struct list *list)
{
	GError *error = NULL;
	GHashTable *due = tasks_due(ui->store, &error);
	ui_fail(ui, error);
	if (due != NULL)
		list_restrict(list, due);
}

void
tasks_open_event(struct ui *ui, gint64 task_id)
{
	struct task *task = store_get(ui->store, &entity_task, task_id, NULL);
	if (task != NULL)
		ui_push(ui, event_screen_follow_up(ui, task->event_id, task_id));
	entity_free(&entity_task, task);
}
