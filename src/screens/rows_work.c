#include "screens/rows_work.h"

#include "app/gesture.h"
#include "app/registration.h"
#include "base/i18n.h"
#include "core/event.h"
#include "store/history.h"
#include "tui/work.h"

/* The thread's, until it has ended. */
struct rows_working {
	struct rows_order order;
	char *action;
	gint64 *ids;
	guint n;
	gint64 gesture;
	char *followed;              /* who got a seat by it, or NULL */
	const struct screen *screen; /* of the list */
};

static void
rows_working_free(gpointer pointer)
{
	struct rows_working *working = pointer;
	g_free(working->action);
	g_free(working->ids);
	g_free(working->followed);
	g_free(working);
}

/* In the thread, or at once. */
static bool
rows_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct rows_working *working = user;
	const struct rows_order *order = &working->order;
	if (!store_begin(store, working->action, error))
		return false;
	bool done = true;
	for (guint i = 0; done && i < working->n; i++) {
		work_goes_on(i, working->n, work); /* the store stops it */
		done = order->each(store, order, working->ids[i], error);
	}
	if (!done) {
		store_rollback(store);
		return false;
	}
	work_goes_on(working->n, working->n, work);
	store_about(store, order->noun->entity, working->ids[0], order->event_id, working->n);
	if (!store_commit(store, &working->gesture, error))
		return false;
	working->followed = registration_followed(store);
	return true;
}

/* What is hidden stays selected. */
static void
targets_leave(struct list *list, const gint64 *ids, guint n)
{
	for (guint i = 0; i < n; i++)
		g_hash_table_remove(list->selected, &ids[i]);
}

/* "2027-001 Journée Élan", "Zoé Élan": what one row is called; NULL when it has no name. */
static char *
subject_of(Store *store, const struct rows_working *working)
{
	g_autoptr(GPtrArray) latest = history_list(store, 0, 1, NULL);
	const struct gesture *gesture =
		latest != NULL && latest->len > 0 ? g_ptr_array_index(latest, 0) : NULL;
	if (gesture == NULL || gesture->id != working->gesture || gesture->subject == NULL)
		return NULL;
	struct event *event = working->order.noun == &noun_event
				      ? history_row(store, &entity_event, working->ids[0])
				      : NULL;
	char *subject = event != NULL ? g_strdup_printf("%s %s", event->number, gesture->subject)
				      : g_strdup(gesture->subject);
	entity_free(&entity_event, event);
	return subject;
}

/* Of one row what it is called: the wrong one is seen at once. */
static char *
phrase_of(Store *store, const struct rows_working *working)
{
	g_autofree char *phrase = gesture_phrase(working->action, working->n);
	g_autofree char *subject = working->n == 1 ? subject_of(store, working) : NULL;
	return subject != NULL ? g_strdup_printf(_("%s: %s"), phrase, subject)
			       : g_steal_pointer(&phrase);
}

static void
rows_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct rows_working *working = user;
	work_fail(ui, error);
	if (done && working->order.unselect != NULL &&
	    g_ptr_array_find(ui->stack, working->screen, NULL))
		targets_leave(working->order.unselect, working->ids, working->n);
	if (done && working->gesture != 0) {
		g_autofree char *what = phrase_of(ui->store, working);
		ui_say_done(ui, working->followed, what);
	}
	ui_reload(ui);
}

void
rows_work(struct ui *ui, const struct rows_order *asked, gint64 *ids, guint n)
{
	if (n == 0) {
		g_free(ids);
		return;
	}
	struct rows_working *working = g_new0(struct rows_working, 1);
	*working = (struct rows_working){.order = *asked,
					 .action = g_strdup(asked->action),
					 .ids = ids,
					 .n = n,
					 .screen = ui_top(ui)};
	const struct work_order order = {.run = rows_run,
					 .done = rows_done,
					 .user = working,
					 .user_free = rows_working_free,
					 .gesture = true,
					 .rows = n};
	g_autofree char *title = gesture_phrase(working->action, n);
	work_show(ui, title, &order);
}
