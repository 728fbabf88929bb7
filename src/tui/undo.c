#include "tui/undo.h"

#include <string.h>

#include "app/gesture.h"
#include "base/i18n.h"
#include "store/history.h"
#include "tui/work.h"

/* The thread's, until it has ended. */
struct undoing {
	gint64 gesture;
	bool again;
	struct gesture *done;
};

static void
undoing_free(gpointer pointer)
{
	struct undoing *undoing = pointer;
	gesture_free(undoing->done);
	g_free(undoing);
}

/* In the thread. */
static bool
undoing_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct undoing *undoing = user;
	(void)work;
	return undoing->again ? history_redo(store, &undoing->done, error)
			      : history_undo(store, undoing->gesture, &undoing->done, error);
}

static void
undone_say(struct ui *ui, const struct undoing *undoing)
{
	g_autofree char *subject =
		undoing->again ? gesture_subject(ui->store, undoing->done) : NULL;
	g_autofree char *words = undoing->again ? gesture_plain(undoing->done, subject)
						: gesture_sentence(undoing->done);
	if (undoing->again)
		ui_say(ui, TOAST_UNDO, _("Done again: %s"), words);
	else
		ui_say(ui, TOAST_REDO, _("Undone: %s"), words);
}

/* Of more rows than these nobody looks for one. */
#define REVEAL_MOST 500

/* Rows that came back, for what was taken back deleted them: the cursor goes to the first one that
 * the screen shows. */
static void
undone_reveal(struct ui *ui, const struct undoing *undoing)
{
	const struct gesture *done = undoing->done;
	if (done == NULL || done->changes > REVEAL_MOST)
		return;
	g_autoptr(GPtrArray) changes = history_changes(ui->store, done->id, NULL);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct gesture_change *change = changes->pdata[i];
		if (strcmp(change->operation, "delete") == 0 &&
		    ui_reveal(ui, change->entity, change->row_id))
			return;
	}
}

static void
undoing_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	if (done)
		undone_say(ui, user);
	work_fail(ui, error);
	ui_reload(ui);
	if (done)
		undone_reveal(ui, user);
}

static void
undoing_show(struct ui *ui, const char *title, gint64 gesture, bool again)
{
	struct undoing *undoing = g_new0(struct undoing, 1);
	*undoing = (struct undoing){.gesture = gesture, .again = again};
	const struct work_order order = {.run = undoing_run,
					 .done = undoing_done,
					 .user = undoing,
					 .user_free = undoing_free,
					 .gesture = true};
	work_show(ui, title, &order);
}

void
undo_show(struct ui *ui, gint64 gesture)
{
	undoing_show(ui, _("Undoing"), gesture, false);
}

void
redo_show(struct ui *ui)
{
	undoing_show(ui, _("Doing again"), 0, true);
}
