#include "tui/work.h"

#include "base/error.h"
#include "base/i18n.h"

/* How often the screen shows how far it is, and how long nothing is shown at all. */
#define SHOW_EVERY_MS 200
#define SILENT_MS     200

/* So many rows take less than that. */
#define ROWS_AT_ONCE 20

struct work {
	struct ui *ui;
	struct work_order order;
	char *path, *who;
	GThread *thread;
	guint shown; /* the timer's source */
	/* the thread's, read by the loop: atomic, or once it has ended */
	gint cancelled, n_done, n_total;
	bool succeeded;
	GError *error;
	GMutex lock;
	GCond ended;
	bool over; /* under LOCK: nothing is left to do but to tell */
};

bool
work_goes_on(guint done, guint total, gpointer user)
{
	struct work *work = user;
	if (work == NULL)
		return true;
	g_atomic_int_set(&work->n_total, (gint)total);
	g_atomic_int_set(&work->n_done, (gint)done);
	return g_atomic_int_get(&work->cancelled) == 0;
}

/* What the store itself says; where it has not counted, what the order's run said stands. */
static bool
work_watched(guint done, guint total, gpointer user)
{
	struct work *work = user;
	return total != 0 ? work_goes_on(done, total, work)
			  : g_atomic_int_get(&work->cancelled) == 0;
}

/* In the loop. It is told once, and may be freed by whoever is told. */
static gboolean
work_tell(gpointer user)
{
	struct work *work = user;
	struct ui *ui = work->ui;
	work->order.done(ui, work->succeeded, g_steal_pointer(&work->error), work->order.user);
	ui_draw(ui);
	return G_SOURCE_REMOVE;
}

static gboolean
work_shown(gpointer user)
{
	struct work *work = user;
	ui_draw(work->ui);
	return G_SOURCE_CONTINUE;
}

static gpointer
work_run(gpointer user)
{
	struct work *work = user;
	Store *store = store_open(work->path, STORE_OPEN, work->who, &work->error);
	if (store != NULL && work->order.gesture)
		store_watch(store, work_watched, work);
	work->succeeded =
		store != NULL && work->order.run(store, work, work->order.user, &work->error);
	if (store != NULL)
		store_watch(store, NULL, NULL);
	store_close(store);
	g_idle_add(work_tell, work);
	g_mutex_lock(&work->lock);
	work->over = true;
	g_cond_signal(&work->ended);
	g_mutex_unlock(&work->lock);
	return NULL;
}

struct work *
work_begin(struct ui *ui, const struct work_order *order)
{
	struct work *work = g_new0(struct work, 1);
	work->ui = ui;
	work->order = *order;
	work->path = g_strdup(store_path(ui->store));
	work->who = g_strdup(store_who(ui->store));
	g_mutex_init(&work->lock);
	g_cond_init(&work->ended);
	work->shown = g_timeout_add(SHOW_EVERY_MS, work_shown, work);
	work->thread = g_thread_new("work", work_run, work);
	return work;
}

void
work_progress(struct work *work, guint *done, guint *total)
{
	*done = (guint)g_atomic_int_get(&work->n_done);
	*total = (guint)g_atomic_int_get(&work->n_total);
}

void
work_end(struct work *work)
{
	if (work == NULL)
		return;
	g_atomic_int_set(&work->cancelled, 1);
	g_thread_join(work->thread);
	g_idle_remove_by_data(work);
	g_source_remove(work->shown);
	if (work->order.user_free != NULL)
		work->order.user_free(work->order.user);
	g_mutex_clear(&work->lock);
	g_cond_clear(&work->ended);
	g_clear_error(&work->error);
	g_free(work->path);
	g_free(work->who);
	g_free(work);
}

/* ---- under a dialogue ---------------------------------------------------------------------------
 */

struct work_dialogue {
	struct screen screen;
	struct work *work;
	struct work_order order; /* whose end is told once the dialogue has gone */
	char *title;
	bool stopped; /* Esc was pressed */
};

static void
dialogue_free(struct screen *screen)
{
	struct work_dialogue *dialogue = (struct work_dialogue *)screen;
	work_end(dialogue->work);
	if (dialogue->order.user_free != NULL)
		dialogue->order.user_free(dialogue->order.user);
	g_free(dialogue->title);
	g_free(dialogue);
}

static void
dialogue_draw(struct screen *screen, struct ui *ui, struct area body)
{
	const struct work_dialogue *dialogue = (struct work_dialogue *)screen;
	guint done = 0, total = 0;
	int width = MIN(body.width - 4, 60);
	struct area area = {body.y + (body.height - 3) / 2, body.x + (body.width - width) / 2, 3,
			    width};
	(void)ui;
	work_progress(dialogue->work, &done, &total);
	draw_frame(area, dialogue->title);
	int y = area.y + 1, x = area.x + 2, room = area.width - 4;
	if (dialogue->stopped)
		draw_text(y, x, room, STYLE_PLAIN, _("Stopping…"));
	else if (total == 0)
		draw_text(y, x, room, STYLE_PLAIN, _("Under way…"));
	else if (done >= total)
		draw_text(y, x, room, STYLE_PLAIN,
			  dialogue->order.gesture ? _("It is being saved…")
						  : _("The file is being finished…"));
	else
		draw_format(y, x, room, STYLE_PLAIN, _("%u of %u"), done, total);
	draw_cursor(y, x);
}

/* Nothing else can be done meanwhile but leaving, which stops it. */
static bool
dialogue_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct work_dialogue *dialogue = (struct work_dialogue *)screen;
	if (key_is(key, "C-q"))
		return false;
	if (key_is(key, "Esc") || key_is(key, "C-c")) {
		dialogue->stopped = true;
		g_atomic_int_set(&dialogue->work->cancelled, 1);
		ui->dirty = true;
	}
	return true;
}

static char *
dialogue_unfinished(struct screen *screen)
{
	const struct work_dialogue *dialogue = (struct work_dialogue *)screen;
	return g_strdup_printf(_("Not finished: %s"), dialogue->title);
}

static const struct screen_class dialogue_class = {
	.name = "work",
	.hint = N_("Esc stop"),
	.overlay = true,
	.draw = dialogue_draw,
	.key = dialogue_key,
	.unfinished = dialogue_unfinished,
	.free = dialogue_free,
};

/* The dialogue goes first: what is told may open another one. */
static void
dialogue_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct work_dialogue *dialogue = user;
	struct work_order order = dialogue->order;
	dialogue->order.user_free = NULL;
	bool stands = g_ptr_array_find(ui->stack, dialogue, NULL);
	if (stands)
		ui_remove(ui, &dialogue->screen);
	else
		dialogue_free(&dialogue->screen);
	order.done(ui, done, error, order.user);
	if (order.user_free != NULL)
		order.user_free(order.user);
}

static bool
work_wait(struct work *work)
{
	gint64 until = g_get_monotonic_time() + SILENT_MS * G_TIME_SPAN_MILLISECOND;
	g_mutex_lock(&work->lock);
	while (!work->over && g_cond_wait_until(&work->ended, &work->lock, until))
		continue;
	bool over = work->over;
	g_mutex_unlock(&work->lock);
	return over;
}

static bool
dialogue_run(Store *store, struct work *work, gpointer user, GError **error)
{
	const struct work_dialogue *dialogue = user;
	return dialogue->order.run(store, work, dialogue->order.user, error);
}

static void
work_at_once(struct ui *ui, const struct work_order *order)
{
	GError *error = NULL;
	bool done = order->run(ui->store, NULL, order->user, &error);
	order->done(ui, done, error, order->user);
	if (order->user_free != NULL)
		order->user_free(order->user);
}

void
work_show(struct ui *ui, const char *title, const struct work_order *order)
{
	if (order->rows != 0 && order->rows <= ROWS_AT_ONCE) {
		work_at_once(ui, order);
		return;
	}
	struct work_dialogue *dialogue = g_new0(struct work_dialogue, 1);
	dialogue->screen = (struct screen){.class = &dialogue_class, .tab = -1};
	dialogue->title = g_strdup(title);
	dialogue->order = *order;
	const struct work_order inner = {.run = dialogue_run,
					 .done = dialogue_done,
					 .user = dialogue,
					 .gesture = order->gesture};
	dialogue->work = work_begin(ui, &inner);
	if (work_wait(dialogue->work)) {
		g_idle_remove_by_data(dialogue->work);
		work_tell(dialogue->work);
	} else {
		ui_push(ui, &dialogue->screen);
	}
}

void
work_fail(struct ui *ui, GError *error)
{
	if (g_error_matches(error, ATELIERS_ERROR, ERROR_CANCELLED)) {
		ui_say(ui, TOAST_NOTE, "%s", error->message);
		g_clear_error(&error);
	}
	ui_fail(ui, error);
}
