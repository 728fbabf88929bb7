/* Gestures on the event as a whole. */
#include "app/event.h"
#include "base/i18n.h"
#include "core/event.h"
#include "screens/screen_event.h"

void
event_duplicate(struct ui *ui, gint64 event_id)
{
	if (event_id == 0 || !ui_begin(ui, "event_copy"))
		return;
	GError *error = NULL;
	gint64 copy = event_copy(ui->store, event_id, NULL, &error);
	if (copy == 0) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_event, copy, copy, 1);
	if (ui_commit(ui, _("Copied, without people and dates")))
		ui_push(ui, event_screen(ui, copy));
}

void
event_cancel(struct ui *ui, gint64 event_id)
{
	struct event *event =
		event_id != 0 ? store_get(ui->store, &entity_event, event_id, NULL) : NULL;
	if (event == NULL)
		return;
	GError *error = NULL;
	if (ui_begin(ui, "event_cancel")) {
		text_set(&event->status, "cancelled");
		if (store_update(ui->store, &entity_event, event, &error)) {
			store_about(ui->store, &entity_event, event_id, event_id, 1);
			ui_commit(ui, _("Event cancelled; it stays in the calendar, marked"));
		} else {
			store_rollback(ui->store);
			ui_fail(ui, error);
		}
	}
	entity_free(&entity_event, event);
}
