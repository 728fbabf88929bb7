#include "screens/screen_dates.h"

#include "app/announcement.h"
#include "app/event.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "core/event.h"
#include "core/reference.h"
#include "screens/dates_private.h"
#include "screens/screen_event.h"
#include "tui/form.h"

enum { POINTS_WIDTH = 6, DATE_WIDTH = 19, WEEK_WIDTH = 4, HOUR_WIDTH = 6, TOWN_WIDTH = 14 };

static struct dates *
dates_of(struct screen *screen)
{
	return (struct dates *)screen;
}

static void
dates_free(struct screen *screen)
{
	struct dates *dates = dates_of(screen);
	g_clear_pointer(&dates->found, g_ptr_array_unref);
	date_finder_free(dates->finder);
	date_search_free(dates->search);
	g_free(dates->title);
	g_free(dates);
}

static const struct found_day *
found_current(const struct dates *dates)
{
	return dates->found != NULL && dates->cursor < dates->found->len
		       ? g_ptr_array_index(dates->found, dates->cursor)
		       : NULL;
}

void
dates_find(struct dates *dates, struct ui *ui)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	DateFinder *finder = date_finder_load(ui->store, dates->search, notes, &error);
	ui_fail(ui, error);
	if (finder == NULL)
		return;
	if (notes->len > 0)
		ui_say(ui, TOAST_NOTE, "%s", (const char *)g_ptr_array_index(notes, 0));
	g_clear_pointer(&dates->found, g_ptr_array_unref);
	date_finder_free(dates->finder);
	dates->finder = finder;
	dates->found = finder_rank(date_finder_facts(finder));
	dates->cursor = dates->top = 0;
	ui->dirty = true;
}

/* What somebody else did may count; the cursor stays on its day. */
static void
dates_reload(struct screen *screen, struct ui *ui)
{
	struct dates *dates = dates_of(screen);
	const struct found_day *current = found_current(dates);
	int day = current != NULL ? current->day : 0;
	dates_find(dates, ui);
	for (guint i = 0; dates->found != NULL && i < dates->found->len; i++)
		if (((struct found_day *)g_ptr_array_index(dates->found, i))->day == day)
			dates->cursor = i;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static void
row_draw(const struct dates *dates, const struct found_day *found, bool focus, struct area area)
{
	enum style style = focus ? STYLE_FOCUS : found->score < 50 ? STYLE_FAINT : STYLE_PLAIN;
	char date[11], time[6];
	date_from_number(found->day, date);
	g_autofree char *shown = date_text(date, DATE_MEDIUM);
	g_autofree char *words = found_day_words(found, 3);
	int x = area.x + POINTS_WIDTH;
	draw_cell(area.y, area.x, area.width, style, focus ? ">" : "");
	draw_format(area.y, area.x + 1, POINTS_WIDTH - 2, style, "%4d", found->score);
	draw_text(area.y, x, DATE_WIDTH, style, shown);
	x += DATE_WIDTH + 1;
	draw_format(area.y, x, WEEK_WIDTH - 1, style, _("W%02d"), day_iso_week(found->day));
	x += WEEK_WIDTH;
	if (found->start >= 0) {
		time_from_minutes(found->start, time);
		g_autofree char *hour = time_text(time, false);
		draw_text(area.y, x, HOUR_WIDTH - 1, style, hour);
		x += HOUR_WIDTH;
	}
	if (dates->search->towns->len > 1) {
		draw_text(area.y, x, TOWN_WIDTH - 1, style,
			  found->town != NULL ? found->town->name : "");
		x += TOWN_WIDTH;
	}
	draw_text(area.y, x, area.x + area.width - x - 1, style, words);
	if (focus)
		draw_cursor(area.y, area.x);
}

static int
reasons_lines(const struct finder_reason *reason, int width)
{
	return MAX(draw_paragraph_lines(width, reason->text), 1);
}

static void
reasons_draw(const struct found_day *found, struct area area)
{
	draw_line(area.y, area.x, area.width);
	int y = 1;
	for (guint i = 0; i < found->reasons->len && y < area.height; i++) {
		const struct finder_reason *reason =
			&g_array_index(found->reasons, struct finder_reason, i);
		bool against = reason->points > 0;
		int width = area.width - 8;
		int lines = MIN(reasons_lines(reason, width), area.height - y);
		if (against)
			draw_format(area.y + y, area.x + 1, 5, STYLE_WARNING, "%s%d",
				    draw_letter("−", "-"), reason->points);
		else
			draw_text(area.y + y, area.x + 3, 2, STYLE_GOOD, draw_letter("✓", "+"));
		draw_paragraph((struct area){area.y + y, area.x + 7, lines, width},
			       against ? STYLE_PLAIN : STYLE_FAINT, reason->text);
		y += lines;
	}
}

/* It stays below the head: a toast would hide what was just done. */
static int
holidays_draw(const struct dates *dates, struct area area)
{
	g_autofree char *until = NULL;
	if (dates->finder == NULL || !date_finder_holidays_lack(dates->finder, &until))
		return 0;
	g_autofree char *words =
		until != NULL
			? g_strdup_printf(_("School holidays: known until %s (g v: holidays)"),
					  until)
			: g_strdup(_("School holidays: none known (g v: holidays)"));
	int lines = CLAMP(draw_paragraph_lines(area.width, words), 1, 2);
	area.height = lines;
	draw_paragraph(area, STYLE_WARNING, words);
	return lines;
}

static int
head_draw(const struct dates *dates, struct ui *ui, struct area body)
{
	g_autofree char *words = dates_criteria_words(dates, ui->store);
	g_autofree char *title = dates->title != NULL
					 ? g_strdup_printf(_("A date for “%s”"), dates->title)
					 : g_strdup(_("A date for a new event"));
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD, title);
	int lines = CLAMP(draw_paragraph_lines(body.width - 2, words), 1, 2);
	draw_paragraph((struct area){body.y + 1, body.x + 1, lines, body.width - 2}, STYLE_FAINT,
		       words);
	struct area below = {body.y + 1 + lines, body.x + 1, 1, body.width - 2};
	return 1 + lines + holidays_draw(dates, below);
}

static void
dates_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct dates *dates = dates_of(screen);
	int head = head_draw(dates, ui, body), below = CLAMP(body.height / 3, 4, 10);
	struct area list = {body.y + head, body.x, body.height - head - below, body.width};
	const struct found_day *current = found_current(dates);
	if (current == NULL) {
		draw_paragraph(list, STYLE_FAINT,
			       _("No day between these two dates. e: look at others"));
		draw_cursor(list.y, list.x);
		return;
	}
	dates->page = (guint)MAX(list.height, 1);
	dates->top = MIN(dates->top, dates->cursor);
	if (dates->cursor >= dates->top + dates->page)
		dates->top = dates->cursor - dates->page + 1;
	for (guint i = 0; i < dates->page && dates->top + i < dates->found->len; i++)
		row_draw(dates, g_ptr_array_index(dates->found, dates->top + i),
			 dates->top + i == dates->cursor,
			 (struct area){list.y + (int)i, list.x, 1, list.width});
	reasons_draw(current,
		     (struct area){body.y + body.height - below, body.x, below, body.width});
}

/* ---- taking a date ------------------------------------------------------------------------------
 */

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen(ui, id));
}

static void
typed_add(GArray *typed, const char *key, char *text)
{
	struct form_typed one = {key, text, NULL};
	if (text != NULL && *text != '\0')
		g_array_append_val(typed, one);
	else
		g_free(text);
}

static void
typed_clear(gpointer pointer)
{
	g_free(((struct form_typed *)pointer)->text);
}

static char *
day_shown(int day)
{
	char date[11];
	date_from_number(day, date);
	return date_text(date, DATE_NUMERIC);
}

static char *
hour_shown(int minutes)
{
	char time[6];
	if (minutes < 0)
		return NULL;
	time_from_minutes(minutes, time);
	return time_text(time, false);
}

static char *
kind_name(const struct dates *dates, Store *store)
{
	struct kind *kind = dates->search->kind_id != 0
				    ? store_get(store, &entity_kind, dates->search->kind_id, NULL)
				    : NULL;
	char *name = kind != NULL ? g_strdup(kind->name) : NULL;
	entity_free(&entity_kind, kind);
	return name;
}

static void
event_new(const struct dates *dates, struct ui *ui, const struct found_day *found)
{
	g_autoptr(GArray) typed = g_array_new(FALSE, FALSE, sizeof(struct form_typed));
	g_array_set_clear_func(typed, typed_clear);
	typed_add(typed, "kind", kind_name(dates, ui->store));
	typed_add(typed, "start_date", day_shown(found->day));
	if (found->last > found->day)
		typed_add(typed, "end_date", day_shown(found->last));
	typed_add(typed, "start_time", hour_shown(found->start));
	if (found->start >= 0)
		typed_add(typed, "end_time", hour_shown(found->start + dates->search->minutes));
	if (found->town != NULL)
		typed_add(typed, "venue", g_strdup(found->town->name));
	form_open(ui, &(struct form_request){.noun = &noun_event,
					     .saved = event_made,
					     .typed = (const void *)typed->data,
					     .n_typed = typed->len});
}

static bool
event_redate(struct ui *ui, gint64 event_id, const char *date, GError **error)
{
	struct event *event = store_get(ui->store, &entity_event, event_id, error);
	if (event != NULL && !event_may_move(event)) {
		fail(error, ERROR_INVALID,
		     _("%s is over: its date is changed in its form (e), not by moving it"),
		     event->number);
		entity_free(&entity_event, event);
		return false;
	}
	bool done = event != NULL && event_move(ui->store, event, date, error);
	if (done)
		store_about(ui->store, &entity_event, event_id, event_id, 1);
	entity_free(&entity_event, event);
	return done;
}

/* One gesture, and the screen has done its work. */
static void
event_take(struct dates *dates, struct ui *ui, int day)
{
	char date[11];
	date_from_number(day, date);
	GError *error = NULL;
	g_autoptr(Announced) announced = announced_load(ui->store, dates->event_id, NULL);
	g_autofree char *when = announced != NULL ? announced_when(ui->store, announced) : NULL;
	g_autofree char *shown = date_text(date, DATE_MEDIUM);
	g_autofree char *what =
		when != NULL
			? g_strdup_printf(_("moved to %s (announced): A announces it again · %s"),
					  shown, dates->title)
			: g_strdup_printf(_("moved to %s · %s"), shown, dates->title);
	if (!ui_begin(ui, "event_move"))
		return;
	if (!event_redate(ui, dates->event_id, date, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	if (ui_commit(ui, what))
		ui_pop(ui);
}

/* To a form, which stands below. */
static void
date_give(struct dates *dates, struct ui *ui, int day)
{
	date_taker take = dates->take;
	gpointer user = dates->take_user;
	g_autofree char *typed = day_shown(day);
	ui_pop(ui);
	take(ui, typed, user);
}

/* ---- keys and acts ------------------------------------------------------------------------------
 */

static bool
dates_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct dates *dates = dates_of(screen);
	(void)ui;
	return dates->found != NULL &&
	       key_moves(key, &dates->cursor, dates->found->len, dates->page);
}

static bool
dates_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct dates *dates = dates_of(screen);
	const struct found_day *found = found_current(dates);
	switch ((int)act) {
	case ACT_TAKE_DATE:
		if (found != NULL && dates->take != NULL)
			date_give(dates, ui, found->day);
		else if (found != NULL && dates->event_id != 0)
			event_take(dates, ui, found->day);
		else if (found != NULL)
			event_new(dates, ui, found);
		return true;
	case ACT_EDIT:
		dates_criteria_ask(dates, ui);
		return true;
	default:
		return false;
	}
}

static const struct key_help dates_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class dates_class = {
	.keys = dates_keys,
	.name = "dates",
	.contexts = CONTEXT_DATES,
	.draw = dates_draw,
	.key = dates_key,
	.act = dates_act,
	.reload = dates_reload,
	.free = dates_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

static char *
event_title(Store *store, gint64 event_id)
{
	struct event *event =
		event_id != 0 ? store_get(store, &entity_event, event_id, NULL) : NULL;
	char *title = event == NULL ? NULL
				    : g_strdup(event->short_title != NULL ? event->short_title
									  : event->title);
	entity_free(&entity_event, event);
	return title;
}

struct screen *
dates_screen(struct ui *ui, gint64 event_id, int from)
{
	GError *error = NULL;
	DateSearch *search = event_id != 0 ? date_search_of_event(ui->store, event_id, &error)
					   : date_search_new(ui->store);
	ui_fail(ui, error);
	if (search == NULL)
		return NULL;
	if (from > search->from) {
		search->until += from - search->from;
		search->from = from;
	}
	struct dates *dates = g_new0(struct dates, 1);
	dates->screen = (struct screen){.class = &dates_class, .tab = -1};
	dates->event_id = event_id;
	dates->title = event_title(ui->store, event_id);
	dates->search = search;
	dates_find(dates, ui);
	return &dates->screen;
}

void
dates_open(struct ui *ui, gint64 event_id, int from)
{
	struct screen *screen = dates_screen(ui, event_id, from);
	if (screen != NULL)
		ui_push(ui, screen);
}

void
dates_open_for(struct ui *ui, gint64 event_id, date_taker take, gpointer user)
{
	struct screen *screen = dates_screen(ui, event_id, 0);
	if (screen == NULL)
		return;
	struct dates *dates = dates_of(screen);
	dates->take = take;
	dates->take_user = user;
	ui_push(ui, screen);
}
