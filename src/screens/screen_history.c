#include "screens/screen_history.h"

#include <string.h>

#include "app/gesture.h"
#include "app/moment.h"
#include "base/i18n.h"
#include "store/history.h"
#include "tui/chooser.h"
#include "tui/undo.h"

#define HISTORY_SHOWN 500

struct history {
	struct screen screen;
	GPtrArray *gestures; /* struct gesture */
	guint cursor, top, page;
};

static void
history_free(struct screen *screen)
{
	struct history *history = (struct history *)screen;
	g_clear_pointer(&history->gestures, g_ptr_array_unref);
	g_free(history);
}

/* An undo and a redo are about what they took back. */
static void
subjects_follow(GPtrArray *gestures)
{
	for (guint i = 0; i < gestures->len; i++) {
		struct gesture *gesture = g_ptr_array_index(gestures, i);
		if (gesture->subject == NULL)
			gesture->subject = g_strdup(gesture_about(gestures, gesture)->subject);
	}
}

static void
history_reload(struct screen *screen, struct ui *ui)
{
	struct history *history = (struct history *)screen;
	GError *error = NULL;
	GPtrArray *gestures = history_list(ui->store, 0, HISTORY_SHOWN, &error);
	ui_fail(ui, error);
	if (gestures == NULL)
		return;
	g_clear_pointer(&history->gestures, g_ptr_array_unref);
	subjects_follow(gestures);
	history->gestures = gestures;
	history->cursor = MIN(history->cursor, gestures->len > 0 ? gestures->len - 1 : 0);
}

static void
history_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct history *history = (struct history *)screen;
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD,
		  _("History: Enter undoes a gesture of the list"));
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	history->page = (guint)area.height;
	if (history->cursor < history->top)
		history->top = history->cursor;
	if (history->cursor >= history->top + history->page)
		history->top = history->cursor - history->page + 1;
	for (guint i = 0; i < history->page && history->top + i < history->gestures->len; i++) {
		const struct gesture *gesture =
			g_ptr_array_index(history->gestures, history->top + i);
		bool focus = history->top + i == history->cursor;
		enum style style = focus             ? STYLE_FOCUS
				   : gesture->undone ? STYLE_FAINT
						     : STYLE_PLAIN;
		g_autofree char *words = gesture_sentence(gesture);
		g_autofree char *when = moment_text(ui->store, gesture->happened_at, DATE_SHORT);
		int y = area.y + (int)i;
		draw_cell(y, area.x, area.width, style, focus ? ">" : " ");
		draw_text(y, area.x + 2, 20, style, when);
		draw_text(y, area.x + 23, 8, style, gesture->who);
		draw_text(y, area.x + 32, area.width - 33 - (gesture->undone ? 7 : 0), style,
			  words);
		if (gesture->undone)
			draw_right(y, area.x + area.width - 7, 6, style, _("undone"));
		if (focus)
			draw_cursor(y, area.x);
	}
	if (history->gestures->len == 0)
		draw_text(area.y, area.x + 2, area.width - 4, STYLE_FAINT,
			  _("Nothing has been done yet"));
}

static void
undo_chosen(struct ui *ui, guint index, gpointer user)
{
	if (index == 0)
		undo_show(ui, *(gint64 *)user);
}

static void
undo_ask(struct history *history, struct ui *ui)
{
	if (history->cursor >= history->gestures->len)
		return;
	const struct gesture *gesture = g_ptr_array_index(history->gestures, history->cursor);
	if (strcmp(gesture->kind, "do") != 0 || gesture->undone) {
		ui_say(ui, TOAST_NOTE, _("Only what was done and still stands can be undone"));
		return;
	}
	g_autofree char *words = gesture_sentence(gesture);
	struct chooser *chooser = chooser_new(_("Undo this gesture?"), undo_chosen,
					      g_memdup2(&gesture->id, sizeof gesture->id), g_free);
	chooser_explain(chooser, words);
	chooser_add(chooser, _("Undo it"), NULL);
	chooser_add(chooser, _("Leave it"), NULL);
	chooser_show(chooser, ui, 0);
}

static bool
history_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct history *history = (struct history *)screen;
	if (key_moves(key, &history->cursor, history->gestures->len, history->page))
		return true;
	if (!key_is(key, "Enter"))
		return false;
	undo_ask(history, ui);
	return true;
}

static const struct screen_class history_class = {
	.name = "history",
	.hint = N_("Enter undo the gesture · ↑↓ move · Esc back · u undo the last"),
	.contexts = CONTEXT_HISTORY,
	.draw = history_draw,
	.key = history_key,
	.reload = history_reload,
	.free = history_free,
};

struct screen *
history_screen(struct ui *ui)
{
	struct history *history = g_new0(struct history, 1);
	history->screen = (struct screen){.class = &history_class, .tab = -1};
	history->gestures = g_ptr_array_new();
	history_reload(&history->screen, ui);
	return &history->screen;
}
