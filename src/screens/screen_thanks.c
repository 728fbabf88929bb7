#include "screens/screen_thanks.h"

#include "app/gesture.h"
#include "app/thanks.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/event.h"
#include "screens/addresses.h"

struct thanks_list {
	struct screen screen;
	gint64 event_id;
	GPtrArray *rows; /* struct thanks */
	guint cursor, top, page;
};

static void
thanks_screen_free(struct screen *screen)
{
	struct thanks_list *list = (struct thanks_list *)screen;
	g_ptr_array_unref(list->rows);
	g_free(list);
}

static void
thanks_reload(struct screen *screen, struct ui *ui)
{
	struct thanks_list *list = (struct thanks_list *)screen;
	GError *error = NULL;
	GPtrArray *rows = event_thanks(ui->store, list->event_id, &error);
	ui_fail(ui, error);
	if (rows == NULL)
		return;
	g_ptr_array_unref(list->rows);
	list->rows = rows;
	list->cursor = MIN(list->cursor, rows->len > 0 ? rows->len - 1 : 0);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

/* Who, as what, where to write, and since when they have been thanked; the narrower, the less. */
static void
row_draw(const struct thanks_list *list, guint place, int y, struct area area)
{
	const struct thanks *thanks = list->rows->pdata[place];
	bool focus = place == list->cursor;
	enum style style = focus                        ? STYLE_FOCUS
			   : thanks->thanked_on != NULL ? STYLE_FAINT
							: STYLE_PLAIN;
	g_autofree char *day = date_text(thanks->thanked_on, DATE_NUMERIC);
	int name = (area.width - 14) * 2 / 5, role = (area.width - 14) / 4;
	int address = area.width - 14 - name - role;
	draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)place);
	draw_cell(y, area.x, area.width, style, focus ? ">" : " ");
	draw_text(y, area.x + 2, name - 1, style, thanks->name);
	draw_text(y, area.x + 2 + name, role - 1, style, thanks->role);
	draw_text(y, area.x + 2 + name + role, address - 1, style,
		  thanks->opposed         ? _("opposed")
		  : thanks->email != NULL ? thanks->email
					  : thanks->organisation);
	draw_right(y, area.x + area.width - 11, 10, style, day);
	if (focus)
		draw_cursor(y, area.x);
}

static void
thanks_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct thanks_list *list = (struct thanks_list *)screen;
	guint thanked = 0;
	(void)ui;
	for (guint i = 0; i < list->rows->len; i++)
		thanked +=
			((const struct thanks *)list->rows->pdata[i])->thanked_on != NULL ? 1 : 0;
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD,
		    i18n_count("Thanks: %u of %u thanked", "Thanks: %u of %u thanked", thanked),
		    thanked, list->rows->len);
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	list->page = (guint)MAX(area.height, 1);
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor >= list->top + list->page)
		list->top = list->cursor - list->page + 1;
	for (guint i = 0; i < list->page && list->top + i < list->rows->len; i++)
		row_draw(list, list->top + i, area.y + (int)i, area);
	if (list->rows->len == 0)
		draw_paragraph((struct area){area.y + 1, area.x + 2, area.height - 1,
					     area.width - 4},
			       STYLE_FAINT,
			       _("Nobody to thank: the event has neither speakers nor partners"));
}

/* ---- acts ---------------------------------------------------------------------------------------
 */

static void
row_thank(struct thanks_list *list, struct ui *ui)
{
	const struct thanks *thanks =
		list->cursor < list->rows->len ? list->rows->pdata[list->cursor] : NULL;
	GError *error = NULL;
	if (thanks == NULL)
		return;
	if (thanks->thanked_on != NULL) {
		ui_say(ui, TOAST_NOTE,
		       _("%s has been thanked; the task can be reopened in the "
			 "follow-up"),
		       thanks->name);
		return;
	}
	if (!ui_begin(ui, "task_done"))
		return;
	if (!thanks_note(ui->store, list->event_id, thanks, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_event, list->event_id, list->event_id, 1);
	g_autofree char *what = g_strdup_printf(_("%s: thanked"), thanks->name);
	ui_commit(ui, what);
}

static void
addresses_copy(const struct thanks_list *list, struct ui *ui)
{
	struct addresses addresses;
	thanks_addresses(list->rows, &addresses);
	addresses_give(ui, &addresses);
	addresses_clear(&addresses);
}

static bool
thanks_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct thanks_list *list = (struct thanks_list *)screen;
	if (act == ACT_DONE)
		row_thank(list, ui);
	else if (act == ACT_COPY)
		addresses_copy(list, ui);
	else
		return false;
	return true;
}

static bool
thanks_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct thanks_list *list = (struct thanks_list *)screen;
	(void)ui;
	return key_moves(key, &list->cursor, list->rows->len, list->page);
}

static const struct key_help thanks_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class thanks_class = {
	.name = "thanks",
	.contexts = CONTEXT_THANKS,
	.draw = thanks_draw,
	.keys = thanks_keys,
	.key = thanks_key,
	.act = thanks_act,
	.reload = thanks_reload,
	.free = thanks_screen_free,
};

struct screen *
thanks_screen(struct ui *ui, gint64 event_id)
{
	struct thanks_list *list = g_new0(struct thanks_list, 1);
	list->screen = (struct screen){.class = &thanks_class, .tab = -1};
	list->event_id = event_id;
	list->rows = g_ptr_array_new();
	thanks_reload(&list->screen, ui);
	return &list->screen;
}
