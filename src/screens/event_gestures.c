/* Gestures on the event as a whole. */
#include <string.h>

#include "app/event.h"
#include "base/date.h"
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

/* Whoever has been told of it is to be told that it is not. Caller frees. */
static char *
cancelled_words(Store *store, const struct event *event)
{
	char today[11];
	store_today(store, today);
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	gint64 n = event_registered(store, event->id, NULL) + event_waiting(store, event->id, NULL);
	if (n <= 0 || (date_is_day(last) && strcmp(last, today) < 0))
		return g_strdup(_("Event cancelled; it stays in the calendar, marked"));
	return g_strdup_printf(i18n_count("Event cancelled; %d person is registered: tell them",
					  "Event cancelled; %d people are registered: tell them",
					  (guint)n),
			       (int)n);
}

static bool
cancel(struct ui *ui, struct event *event, GError **error)
{
	if (!event_may_cancel(event, error) || !ui_begin(ui, "event_cancel"))
		return false;
	text_set(&event->status, "cancelled");
	if (!store_update(ui->store, &entity_event, event, error)) {
		store_rollback(ui->store);
		return false;
	}
	store_about(ui->store, &entity_event, event->id, event->id, 1);
	g_autofree char *words = cancelled_words(ui->store, event);
	return ui_commit(ui, words);
}

void
event_cancel(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	struct event *event =
		event_id != 0 ? store_get(ui->store, &entity_event, event_id, &error) : NULL;
	if (event != NULL && g_strcmp0(event->status, "cancelled") == 0)
		ui_say(ui, TOAST_NOTE, _("%s is cancelled already; e gives it another status"),
		       event->number);
	else if (event != NULL)
		cancel(ui, event, &error);
	ui_fail(ui, error);
	entity_free(&entity_event, event);
}
