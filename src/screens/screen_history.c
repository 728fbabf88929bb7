#include "screens/screen_history.h"

#include "app/gesture.h"
#include "app/moment.h"
#include "app/noun.h"
#include "base/i18n.h"
#include "core/event.h"
#include "screens/gesture_view.h"
#include "store/history.h"

#define HISTORY_SHOWN 500

struct history {
	struct screen screen;
	GPtrArray *gestures; /* struct gesture */
	gint64 event_id;     /* of which it is; 0: of everything */
	bool whole;          /* of everything, all the same */
	char *head;
	guint cursor, top, page;
};

static void
history_free(struct screen *screen)
{
	struct history *history = (struct history *)screen;
	g_clear_pointer(&history->gestures, g_ptr_array_unref);
	g_free(history->head);
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
	GPtrArray *gestures = history_list(ui->store, history->whole ? 0 : history->event_id,
					   HISTORY_SHOWN, &error);
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
		  history->whole ? _("History of everything: v shows that of the event alone")
				 : history->head);
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
		bool of_one = history->event_id != 0 && !history->whole;
		g_autofree char *words = of_one ? gesture_sentence(gesture)
						: gesture_sentence_placed(ui->store, gesture);
		g_autofree char *when = moment_text(ui->store, gesture->happened_at, DATE_SHORT);
		int y = area.y + (int)i;
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)(history->top + i));
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

static bool
history_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct history *history = (struct history *)screen;
	if (key_moves(key, &history->cursor, history->gestures->len, history->page))
		return true;
	if (key_is(key, "v") && history->event_id != 0) {
		history->whole = !history->whole;
		history->cursor = 0;
		history_reload(screen, ui);
		return true;
	}
	if (!key_is(key, "Enter"))
		return false;
	if (history->cursor < history->gestures->len)
		ui_push(ui, gesture_screen(ui, history->gestures->pdata[history->cursor]));
	return true;
}

static const struct key_help history_keys[] = {
	KEY_HELP_MOVES,
	{"Enter", N_("Undo this gesture")},
	{NULL, NULL},
};

static const struct screen_class history_class = {
	.name = "history",
	.hint = N_("Enter what it changed, undo it · ↑↓ move · Esc back · u undo my last"),
	.contexts = CONTEXT_HISTORY,
	.draw = history_draw,
	.keys = history_keys,
	.key = history_key,
	.reload = history_reload,
	.free = history_free,
};

static struct screen *
history_new(struct ui *ui, gint64 event_id, char *head)
{
	struct history *history = g_new0(struct history, 1);
	history->screen = (struct screen){.class = &history_class, .tab = -1};
	history->gestures = g_ptr_array_new();
	history->event_id = event_id;
	history->head = head;
	history_reload(&history->screen, ui);
	return &history->screen;
}

struct screen *
history_screen(struct ui *ui)
{
	return history_new(ui, 0, g_strdup(_("History: Enter shows a gesture, and undoes it")));
}

struct screen *
history_screen_of(struct ui *ui, gint64 event_id)
{
	struct event *event = store_get(ui->store, &entity_event, event_id, NULL);
	g_autofree char *name =
		event != NULL ? noun_name(ui->store, &noun_event, event) : g_strdup(_("deleted"));
	char *head = g_strdup_printf(_("History of “%s”; v: of everything"), name);
	entity_free(&entity_event, event);
	return history_new(ui, event_id, head);
}
