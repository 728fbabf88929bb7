#include "screens/screen_half_days.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/half_day.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "tui/form.h"
#include "tui/prompt.h"

enum { WORDS_WIDTH = 30, TIMES_WIDTH = 12, COUNTS_WIDTH = 12, PRESENT_WIDTH = 9 };

struct half_days {
	struct screen screen;
	gint64 event_id;
	char *title;
	GArray *ids; /* gint64, in the order of the days */
	guint cursor, top, page;
};

static void
half_days_free(struct screen *screen)
{
	struct half_days *space = (struct half_days *)screen;
	g_array_unref(space->ids);
	g_free(space->title);
	g_free(space);
}

static void
half_days_reload(struct screen *screen, struct ui *ui)
{
	struct half_days *space = (struct half_days *)screen;
	GError *error = NULL;
	GArray *ids = event_half_days(ui->store, space->event_id, &error);
	ui_fail(ui, error);
	if (ids == NULL)
		return;
	g_array_unref(space->ids);
	space->ids = ids;
	space->cursor = MIN(space->cursor, ids->len > 0 ? ids->len - 1 : 0);
}

static gint64
current(const struct half_days *space)
{
	return space->cursor < space->ids->len ? g_array_index(space->ids, gint64, space->cursor)
					       : 0;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static char *
cell_text(struct ui *ui, const struct half_day *half_day, const char *key)
{
	return noun_text(ui->store, &noun_half_day, noun_key(&noun_half_day, key), half_day);
}

/* Where there is no room for all columns, the times give way: the form shows them. */
static int
times_width(struct area area)
{
	const int all = 3 + WORDS_WIDTH + 1 + TIMES_WIDTH + COUNTS_WIDTH + PRESENT_WIDTH;
	return area.width > all ? TIMES_WIDTH : 0;
}

static void
row_draw(struct ui *ui, gint64 id, int y, struct area area, enum style style)
{
	struct half_day *half_day = store_get(ui->store, &entity_half_day, id, NULL);
	if (half_day == NULL)
		return;
	g_autofree char *words = half_day_words(ui->store, id);
	g_autofree char *start = cell_text(ui, half_day, "start_time");
	g_autofree char *end = cell_text(ui, half_day, "end_time");
	g_autofree char *counts = cell_text(ui, half_day, "counts_as");
	g_autofree char *present = cell_text(ui, half_day, "present");
	g_autofree char *times = *start != '\0' || *end != '\0'
					 ? g_strdup_printf("%s–%s", start, end)
					 : g_strdup("");
	int x = area.x + 3;
	draw_text(y, x, WORDS_WIDTH, style, words);
	x += WORDS_WIDTH + 1;
	draw_text(y, x, times_width(area), style, times);
	x += times_width(area);
	draw_right(y, x, COUNTS_WIDTH, style, counts);
	x += COUNTS_WIDTH;
	draw_right(y, x, PRESENT_WIDTH, style, present);
	x += PRESENT_WIDTH + 2;
	if (half_day->adjusted == 1 && text_width(_("adjusted")) < area.width - x)
		draw_text(y, x, area.width - x - 1, style, _("adjusted"));
	entity_free(&entity_half_day, half_day);
}

static void
heads_draw(int y, struct area area)
{
	int x = area.x + 3;
	draw_text(y, x, WORDS_WIDTH, STYLE_HEAD, _("Half-day"));
	x += WORDS_WIDTH + 1;
	draw_text(y, x, times_width(area), STYLE_HEAD, _("Times"));
	x += times_width(area);
	draw_right(y, x, COUNTS_WIDTH, STYLE_HEAD, _("Counts as"));
	x += COUNTS_WIDTH;
	draw_right(y, x, PRESENT_WIDTH, STYLE_HEAD, _("Present"));
}

static void
half_days_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct half_days *space = (struct half_days *)screen;
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, _("Half-days · %s"),
		    space->title);
	draw_text(body.y + 1, body.x + 1, body.width - 2, STYLE_FAINT,
		  _("The programme makes them; what you adjust stays as it is"));
	heads_draw(body.y + 2, body);
	struct area area = {body.y + 3, body.x, body.height - 3, body.width};
	space->page = (guint)MAX(area.height, 1);
	if (space->cursor < space->top)
		space->top = space->cursor;
	if (space->cursor >= space->top + space->page)
		space->top = space->cursor - space->page + 1;
	for (guint i = 0; i < space->page && space->top + i < space->ids->len; i++) {
		bool focus = space->top + i == space->cursor;
		enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
		int y = area.y + (int)i;
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)(space->top + i));
		draw_cell(y, area.x, area.width, style, focus ? " >" : "");
		row_draw(ui, g_array_index(space->ids, gint64, space->top + i), y, area, style);
		if (focus)
			draw_cursor(y, area.x + 1);
	}
	if (space->ids->len == 0)
		draw_text(area.y, area.x + 3, area.width - 4, STYLE_FAINT,
			  _("None yet. n: type one (15/1 morning)"));
}

/* ---- changing -----------------------------------------------------------------------------------
 */

static bool
half_day_typed(struct ui *ui, const char *typed, gpointer user)
{
	const struct half_days *space = user;
	GError *error = NULL;
	char date[11];
	const char *part = NULL;
	if (!half_day_read(ui->store, typed, date, &part, &error)) {
		ui_fail(ui, error);
		return false;
	}
	if (!ui_begin(ui, "half_day_new"))
		return false;
	if (half_day_add(ui->store, space->event_id, date, part, &error) == 0) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	store_about(ui->store, &entity_event, space->event_id, space->event_id, 1);
	return ui_commit(ui, _("Half-day added: Enter gives it its times"));
}

static void
half_day_delete(const struct half_days *space, struct ui *ui)
{
	GError *error = NULL;
	gint64 id = current(space);
	if (id == 0 || !ui_begin(ui, "half_day_delete"))
		return;
	store_about(ui->store, &entity_event, space->event_id, space->event_id, 1);
	if (!half_day_remove(ui->store, id, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	ui_commit(ui, _("Half-day deleted"));
}

static bool
half_days_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct half_days *space = (struct half_days *)screen;
	struct form_request request = {.noun = &noun_half_day, .id = current(space)};
	if (key_moves(key, &space->cursor, space->ids->len, space->page))
		return true;
	if (key_is(key, "Enter") || key_is(key, "e")) {
		if (request.id != 0)
			form_open(ui, &request);
	} else if (key_is(key, "n")) {
		prompt_show(ui, _("New half-day"),
			    _("A date, and morning, afternoon or evening: 15/1 morning"), NULL,
			    half_day_typed, space, NULL);
	} else if (key_is(key, "s")) {
		half_day_delete(space, ui);
	} else {
		return false;
	}
	return true;
}

static const struct key_help half_days_keys[] = {
	KEY_HELP_MOVES,
	{"Enter e", N_("Adjust the half-day")},
	{"n", N_("Add a half-day")},
	{"s", N_("Delete the half-day")},
	{NULL, NULL},
};

static const struct screen_class half_days_class = {
	.name = "half-days",
	.hint = N_("Enter adjust · n add · s delete · ↑↓ move · Esc back · u undo"),
	.contexts = CONTEXT_SETTINGS,
	.draw = half_days_draw,
	.keys = half_days_keys,
	.key = half_days_key,
	.reload = half_days_reload,
	.free = half_days_free,
};

struct screen *
half_days_screen(struct ui *ui, gint64 event_id)
{
	struct half_days *space = g_new0(struct half_days, 1);
	struct event *event = store_get(ui->store, &entity_event, event_id, NULL);
	space->screen = (struct screen){.class = &half_days_class, .tab = -1};
	space->event_id = event_id;
	space->title = event != NULL ? g_strdup_printf("%s · %s", event->number, event->title)
				     : g_strdup("");
	space->ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	entity_free(&entity_event, event);
	half_days_reload(&space->screen, ui);
	return &space->screen;
}
