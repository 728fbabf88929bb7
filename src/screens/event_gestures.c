/* Gestures on the event as a whole. */
#include "app/event.h"
#include "base/i18n.h"
#include "core/event.h"
#include "screens/screen_event.h"
#include "tui/form.h"

static void
copy_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen(ui, id));
}

/* The new date is what is asked for; nothing is copied before it is saved. */
void
event_duplicate(struct ui *ui, gint64 event_id)
{
	if (event_id != 0)
		form_open(ui, &(struct form_request){.noun = &noun_event,
						     .copied = event_id,
						     .focus = "start_date",
						     .saved = copy_made});
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
