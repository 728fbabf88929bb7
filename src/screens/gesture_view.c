#include "screens/gesture_view.h"

#include <string.h>

#include "app/gesture.h"
#include "app/moment.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/undo.h"

#define ROWS_SHOWN 200

struct view {
	struct screen screen;
	gint64 id, event_id;
	char *sentence, *when;
	bool stands;      /* it was done, and was not undone */
	bool final;       /* it cannot be taken back */
	GPtrArray *lines; /* char * */
	char *later;      /* what has touched the same rows since; NULL: nothing */
	guint top, page;
};

static void
view_free(struct screen *screen)
{
	struct view *view = (struct view *)screen;
	g_free(view->sentence);
	g_free(view->when);
	g_free(view->later);
	g_ptr_array_unref(view->lines);
	g_free(view);
}

static char *
since_words(Store *store, const struct gesture *last, guint n)
{
	g_autofree char *words = gesture_sentence(last);
	g_autofree char *when = moment_text(store, last->happened_at, DATE_SHORT);
	return n == 1 ? g_strdup_printf(_("Since then: %s (%s, %s)"), words, last->who, when)
		      : g_strdup_printf(i18n_count("Since then %u gesture, the last: %s (%s, %s)",
						   "Since then %u gestures, the last: %s (%s, %s)",
						   n),
					n, words, last->who, when);
}

/* What has touched the same rows, and is to be taken back before this one can be. */
static char *
later_words(Store *store, gint64 gesture)
{
	g_autoptr(GPtrArray) later = history_later(store, gesture, NULL);
	return later != NULL && later->len > 0 ? since_words(store, later->pdata[0], later->len)
					       : NULL;
}

/* What else was done to the event since: something of it may stand on this one. */
static char *
event_words(Store *store, const struct view *view)
{
	g_autoptr(GPtrArray) gestures =
		view->event_id != 0 ? history_list(store, view->event_id, 0, NULL) : NULL;
	const struct gesture *last = NULL;
	guint n = 0;
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *one = gestures->pdata[i];
		if (one->id <= view->id || one->undone || strcmp(one->kind, "do") != 0)
			continue;
		last = last != NULL ? last : one;
		n++;
	}
	return last != NULL ? since_words(store, last, n) : NULL;
}

static void
view_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct view *view = (struct view *)screen;
	(void)ui;
	struct area area = {body.y, body.x + 1, body.height, body.width - 2};
	int lines = draw_paragraph(area, STYLE_HEAD, view->sentence);
	draw_text(area.y + lines, area.x, area.width, STYLE_FAINT, view->when);
	lines++;
	if (view->later != NULL)
		lines += draw_paragraph((struct area){area.y + lines, area.x, 3, area.width},
					STYLE_WARNING, view->later);
	area.y += lines + 1;
	area.height = MAX(area.height - lines - 1, 1);
	view->page = (guint)area.height;
	int y = 0;
	for (guint i = view->top; i < view->lines->len && y < area.height; i++)
		y += MAX(draw_paragraph((struct area){area.y + y, area.x + 2, area.height - y,
						      area.width - 2},
					STYLE_PLAIN, view->lines->pdata[i]),
			 1);
	draw_cursor(body.y, area.x);
}

/* Nothing else is taken back with it; when something stands on it, that is named. */
static void
view_undo(struct view *view, struct ui *ui)
{
	GError *error = NULL;
	struct gesture *done = NULL;
	if (!view->stands || view->final) {
		ui_say(ui, TOAST_NOTE,
		       view->final ? _("This cannot be undone: it erased")
				   : _("Only what was done and still stands can be undone"));
		return;
	}
	if (view->lines->len >= ROWS_SHOWN) { /* it may take long: beside the interface */
		gint64 id = view->id;
		ui_pop(ui);
		undo_show(ui, id);
		return;
	}
	if (history_undo(ui->store, view->id, &done, &error)) {
		g_autofree char *words = gesture_sentence(done);
		gesture_free(done);
		ui_pop(ui);
		ui_reload(ui);
		ui_say(ui, TOAST_REDO, _("Undone: %s"), words);
		return;
	}
	if (view->later == NULL)
		view->later = event_words(ui->store, view);
	if (view->later != NULL && g_error_matches(error, ATELIERS_ERROR, ERROR_OVERWRITTEN)) {
		ui_say(ui, TOAST_ERROR, "%s · %s", error->message, view->later);
		g_clear_error(&error);
	}
	ui_fail(ui, error);
}

static bool
view_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct view *view = (struct view *)screen;
	if (key_is(key, "Enter")) {
		view_undo(view, ui);
		return true;
	}
	return key_moves(key, &view->top, view->lines->len, view->page);
}

static const struct key_help view_keys[] = {
	{"Enter", N_("Undo this gesture alone")},
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class view_class = {
	.keys = view_keys,
	.name = "gesture",
	.hint = N_("Enter undo this gesture alone · ↑↓ move · Esc back"),
	.contexts = CONTEXT_HISTORY,
	.draw = view_draw,
	.key = view_key,
	.free = view_free,
};

struct screen *
gesture_screen(struct ui *ui, const struct gesture *gesture)
{
	struct view *view = g_new0(struct view, 1);
	GError *error = NULL;
	g_autofree char *moment = moment_text(ui->store, gesture->happened_at, DATE_LONG);
	view->screen = (struct screen){.class = &view_class, .tab = -1};
	view->id = gesture->id;
	view->event_id = gesture->event_id;
	view->sentence = gesture_sentence_placed(ui->store, gesture);
	view->when = g_strdup_printf(_("%s, %s%s"), gesture->who, moment,
				     gesture->undone ? _(" — undone") : "");
	view->stands = strcmp(gesture->kind, "do") == 0 && !gesture->undone;
	view->final = gesture->final;
	view->later = view->stands ? later_words(ui->store, gesture->id) : NULL;
	view->lines = gesture_details(ui->store, gesture->id, ROWS_SHOWN, &error);
	ui_fail(ui, error);
	if (view->lines == NULL)
		view->lines = g_ptr_array_new_with_free_func(g_free);
	return &view->screen;
}
