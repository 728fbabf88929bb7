/* The tab of the calendar: which view, which day, what keys do. */
#include "screens/calendar.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/day_grid.h"
#include "screens/announce.h"
#include "screens/calendar_private.h"
#include "screens/files.h"
#include "screens/import.h"
#include "screens/roots.h"
#include "screens/screen_dates.h"
#include "screens/screen_door.h"
#include "screens/screen_event.h"
#include "tui/chooser.h"
#include "tui/form.h"
#include "tui/memory.h"

enum { SLOT_FIRST = 9 * 60, SLOT_STEP = 60, SLOT_LAST = 22 * 60 };

static const char *const view_labels[VIEWS] = {
	[VIEW_WEEK] = N_("week"),
	[VIEW_MONTH] = N_("month"),
	[VIEW_YEAR] = N_("year"),
	[VIEW_ROOMS] = N_("rooms"),
};

/* What is remembered of the calendar: the view one left it in. */
#define MEMORY_GROUP "calendar"
#define MEMORY_VIEW  "view"

static const char *const view_codes[VIEWS] = {
	[VIEW_WEEK] = "week",
	[VIEW_MONTH] = "month",
	[VIEW_YEAR] = "year",
	[VIEW_ROOMS] = "rooms",
};

static enum calendar_view
view_recall(struct ui *ui)
{
	g_autofree char *code =
		g_key_file_get_string(ui_memory(ui), MEMORY_GROUP, MEMORY_VIEW, NULL);
	for (int view = 0; code != NULL && view < VIEWS; view++)
		if (strcmp(code, view_codes[view]) == 0)
			return (enum calendar_view)view;
	return VIEW_WEEK;
}

static struct calendar *
calendar_of(struct screen *screen)
{
	return (struct calendar *)screen;
}

static void
calendar_free(struct screen *screen)
{
	struct calendar *calendar = calendar_of(screen);
	calendar_warnings_stop(calendar);
	calendar_move_end(calendar);
	calendar_period_free(calendar->period);
	g_free(calendar);
}

/* What is moved stays up: somebody else has written, or nothing of it. */
static void
calendar_reload(struct screen *screen, struct ui *ui)
{
	struct calendar *calendar = calendar_of(screen);
	char today[11];
	store_today(ui->store, today);
	calendar->today = date_number(today);
	g_clear_pointer(&calendar->period, calendar_period_free);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static char *
title_of(const struct calendar *calendar)
{
	int year, month, of_month;
	day_parts(calendar->day, &year, &month, &of_month);
	if (calendar->view == VIEW_YEAR)
		return g_strdup_printf("%d", year);
	if (calendar->view == VIEW_MONTH) {
		g_autofree char *date = g_strdup_printf("%04d-%02d", year, month);
		return date_text(date, DATE_LONG);
	}
	char first[11], last[11];
	int monday = day_monday(calendar->day);
	date_from_number(monday, first);
	date_from_number(monday + DAYS - 1, last);
	g_autofree char *range = date_range_text(first, last);
	return g_strdup_printf(_("Week %d · %s"), day_iso_week(monday), range);
}

/* All the views, or the one that it is. */
static void
title_draw(const struct calendar *calendar, struct area area)
{
	g_autofree char *title = title_of(calendar);
	g_autoptr(GString) views = g_string_new(NULL);
	for (int i = 0; i < VIEWS; i++)
		g_string_append_printf(views, i == (int)calendar->view ? "[%s]" : " %s ",
				       _(view_labels[i]));
	int taken = draw_text(area.y, area.x + 1, area.width - 2, STYLE_HEAD, title);
	int room = area.width - taken - 4;
	if (text_width(views->str) > room)
		g_string_printf(views, "[%s]", _(view_labels[calendar->view]));
	if (text_width(views->str) <= room)
		draw_right(area.y, area.x + taken + 3, room, STYLE_FAINT, views->str);
}

/* Lines below the view, for the day one is on. */
static int
below_height(const struct calendar *calendar, struct area body)
{
	int least = body.height < 16 ? 4 : 5;
	if (calendar->view == VIEW_MONTH || calendar->view == VIEW_YEAR)
		return CLAMP(body.height - 14, least, 8);
	return body.height >= 40 ? 8 : body.height >= 20 ? 6 : least;
}

static void
view_draw(struct calendar *calendar, struct ui *ui, struct area area)
{
	switch (calendar->view) {
	case VIEW_WEEK:
		calendar_week_draw(calendar, ui, area);
		break;
	case VIEW_MONTH:
		calendar_month_draw(calendar, area);
		break;
	case VIEW_YEAR:
		calendar_year_draw(calendar, area);
		break;
	case VIEW_ROOMS:
		if (calendar_rooms_need(calendar, ui))
			calendar_rooms_draw(calendar, area);
		break;
	case VIEWS:
		break;
	}
}

/* The days that the view shows, and a month around them. */
static bool
days_need(struct calendar *calendar, struct ui *ui)
{
	int year, month, of_month;
	day_parts(calendar->day, &year, &month, &of_month);
	if (calendar->view == VIEW_YEAR)
		return calendar_need(calendar, ui, day_of_month(year, 1),
				     day_of_month(year + 1, 1));
	int first = day_month_first(calendar->day);
	return calendar_need(calendar, ui, day_monday(first),
			     first + day_month_length(first) + 2 * DAYS);
}

static void
index_fit(struct calendar *calendar)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	calendar->index = events->len > 0 ? MIN(calendar->index, events->len - 1) : 0;
}

static void
calendar_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct calendar *calendar = calendar_of(screen);
	if (!days_need(calendar, ui))
		return;
	calendar->width = body.width;
	index_fit(calendar);
	int below = below_height(calendar, body);
	title_draw(calendar, body);
	view_draw(calendar, ui,
		  (struct area){body.y + 1, body.x, body.height - below - 1, body.width});
	struct area area = {body.y + body.height - below, body.x, below, body.width};
	if (calendar->move != NULL)
		calendar_move_draw(calendar, ui, area);
	else
		calendar_day_draw(calendar, ui, area);
}

/* ---- moving about -------------------------------------------------------------------------------
 */

static void
day_go(struct calendar *calendar, int day)
{
	static const int first_year = 1901, last_year = 2198;
	calendar->day = CLAMP(day, day_of_month(first_year, 1), day_of_month(last_year, 1));
	calendar->index = 0;
}

static void
period_go(struct calendar *calendar, int by)
{
	if (calendar->view == VIEW_MONTH)
		day_go(calendar, day_months_later(calendar->day, by));
	else if (calendar->view == VIEW_YEAR)
		day_go(calendar, day_months_later(calendar->day, 12 * by));
	else
		day_go(calendar, calendar->day + DAYS * by);
}

/* Of a day with events, from one to the next, in a list on into the next day; else of its hours. */
static void
week_up_down(struct calendar *calendar, int by)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	int index = (int)calendar->index + by;
	bool agenda = calendar_is_agenda(calendar, calendar->width);
	if (events->len > 0 && index >= 0 && index < (int)events->len) {
		calendar->index = (guint)index;
	} else if (agenda) {
		day_go(calendar, calendar->day + by);
		if (by < 0)
			calendar->index = G_MAXINT;
		index_fit(calendar);
	} else if (events->len == 0) {
		calendar->slot = CLAMP(calendar->slot + by * SLOT_STEP, 0, SLOT_LAST);
	}
}

static void
up_down(struct calendar *calendar, int by)
{
	switch (calendar->view) {
	case VIEW_WEEK:
		if (calendar->move == NULL)
			week_up_down(calendar, by);
		else
			day_go(calendar,
			       calendar->day + by * (calendar_is_agenda(calendar, calendar->width)
							     ? 1
							     : DAYS));
		break;
	case VIEW_MONTH:
		day_go(calendar, calendar->day + DAYS * by);
		break;
	case VIEW_YEAR:
		day_go(calendar, day_months_later(calendar->day, by));
		break;
	case VIEW_ROOMS:
		if (by > 0 || calendar->room > 0)
			calendar->room += (guint)by;
		break;
	case VIEWS:
		break;
	}
}

static bool
moves_about(struct calendar *calendar, const struct key *key)
{
	if (key_is(key, "Left") || key_is(key, "h"))
		day_go(calendar, calendar->day - 1);
	else if (key_is(key, "Right") || key_is(key, "l"))
		day_go(calendar, calendar->day + 1);
	else if (key_is(key, "Up") || key_is(key, "k"))
		up_down(calendar, -1);
	else if (key_is(key, "Down") || key_is(key, "j"))
		up_down(calendar, 1);
	else
		return false;
	return true;
}

static void
move_key(struct calendar *calendar, struct ui *ui, const struct key *key)
{
	if (key_is(key, "Enter"))
		calendar_move_set(calendar, ui);
	else if (key_is(key, "Esc") || key_is(key, "q") || key_is(key, "C-c"))
		calendar_move_end(calendar);
	else if (key_is(key, "PgUp") || key_is(key, "PgDn"))
		period_go(calendar, key_is(key, "PgUp") ? -1 : 1);
	else if (key_is(key, "Home"))
		day_go(calendar, calendar->today);
	else if (key_is(key, "v"))
		calendar->view = (calendar->view + 1) % VIEW_ROOMS;
	else
		moves_about(calendar, key);
}

static bool
calendar_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct calendar *calendar = calendar_of(screen);
	if (calendar->period == NULL && !days_need(calendar, ui))
		return false;
	if (calendar->move == NULL)
		return moves_about(calendar, key);
	if (key_is(key, "Resize") || key_is(key, "C-q") || key_is(key, "C-z"))
		return false;
	move_key(calendar, ui, key);
	return true;
}

/* While an event is moved, letters are no acts. */
static bool
calendar_typing(struct screen *screen)
{
	return calendar_of(screen)->move != NULL;
}

/* ---- acts on an event ---------------------------------------------------------------------------
 */

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen(ui, id));
}

static void
event_act(struct calendar *calendar, struct ui *ui, enum act act, gint64 id)
{
	struct form_request request = {.noun = &noun_event, .id = id};
	switch ((int)act) {
	case ACT_OPEN:
		ui_push(ui, event_screen(ui, id));
		break;
	case ACT_EDIT:
		form_open(ui, &request);
		break;
	case ACT_MOVE:
		calendar_move_begin(calendar, ui, id);
		break;
	case ACT_CALENDAR:
		files_calendar(ui, id);
		break;
	case ACT_PRINT:
		files_print(ui, id, NULL, 0);
		break;
	case ACT_DOOR:
		door_open(ui, id);
		break;
	case ACT_DUPLICATE:
		event_duplicate(ui, id);
		break;
	case ACT_ANNOUNCE:
		announce_ask(ui, id);
		break;
	case ACT_CANCEL_EVENT:
		event_cancel(ui, id);
		break;
	default:
		break;
	}
}

struct choice {
	struct calendar *calendar;
	enum act act;
	GArray *ids; /* gint64 */
};

static void
choice_free(gpointer pointer)
{
	struct choice *choice = pointer;
	g_array_unref(choice->ids);
	g_free(choice);
}

static void
event_chosen(struct ui *ui, guint index, gpointer user)
{
	struct choice *choice = user;
	choice->calendar->index = index;
	event_act(choice->calendar, ui, choice->act, g_array_index(choice->ids, gint64, index));
}

static void
event_ask(struct calendar *calendar, struct ui *ui, enum act act, const GPtrArray *events)
{
	struct choice *choice = g_new0(struct choice, 1);
	*choice = (struct choice){calendar, act, g_array_new(FALSE, FALSE, sizeof(gint64))};
	struct chooser *chooser =
		chooser_new(_("Which event of that day?"), event_chosen, choice, choice_free);
	for (guint i = 0; i < events->len; i++) {
		const struct calendar_event *event = g_ptr_array_index(events, i);
		g_autofree char *hours = calendar_hours(event->start, event->end);
		g_array_append_val(choice->ids, event->event_id);
		chooser_add(chooser, event->title, hours);
	}
	chooser_show(chooser, ui, calendar->index);
}

/* The event one is on; where a day shows several at once, it is asked which. */
static void
event_act_here(struct calendar *calendar, struct ui *ui, enum act act)
{
	g_autoptr(GPtrArray) events = calendar_on(calendar, calendar->day);
	gint64 in_room = calendar->view == VIEW_ROOMS ? calendar_room_event(calendar) : 0;
	if (in_room != 0) {
		event_act(calendar, ui, act, in_room);
	} else if (events->len == 0) {
		ui_say(ui, TOAST_NOTE, _("No event that day. n: make one · z: find a date"));
	} else if (events->len == 1 || calendar->view == VIEW_WEEK) {
		guint place = MIN(calendar->index, events->len - 1);
		const struct calendar_event *event = g_ptr_array_index(events, place);
		event_act(calendar, ui, act, event->event_id);
	} else {
		event_ask(calendar, ui, act, events);
	}
}

/* An hour that somebody chose, not the one the cursor stands on by itself. */
static void
event_new(const struct calendar *calendar, struct ui *ui)
{
	char day[11], time[6];
	date_from_number(calendar->day, day);
	time_from_minutes(calendar->slot, time);
	g_autofree char *date = date_text(day, DATE_NUMERIC);
	g_autofree char *start = time_text(time, false);
	const struct form_typed typed[] = {{"start_date", date, NULL}, {"start_time", start, NULL}};
	bool hour = calendar->view == VIEW_WEEK && calendar->slot != SLOT_FIRST;
	form_open(ui, &(struct form_request){.noun = &noun_event,
					     .saved = event_made,
					     .typed = typed,
					     .n_typed = hour ? 2 : 1});
}

static bool
calendar_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct calendar *calendar = calendar_of(screen);
	if (!days_need(calendar, ui))
		return false;
	switch ((int)act) {
	case ACT_OPEN:
	case ACT_EDIT:
	case ACT_MOVE:
	case ACT_CALENDAR:
	case ACT_PRINT:
	case ACT_DOOR:
	case ACT_DUPLICATE:
	case ACT_ANNOUNCE:
	case ACT_CANCEL_EVENT:
		event_act_here(calendar, ui, act);
		return true;
	case ACT_NEW:
		event_new(calendar, ui);
		return true;
	case ACT_DATES:
		dates_open(ui, 0, calendar->day);
		return true;
	case ACT_IMPORT:
		import_ask_subject(ui);
		return true;
	case ACT_CALENDAR_VIEW:
		calendar->view = (calendar->view + 1) % VIEWS;
		ui_memory_set(ui, MEMORY_GROUP, MEMORY_VIEW, view_codes[calendar->view]);
		return true;
	case ACT_PERIOD_BEFORE:
		period_go(calendar, -1);
		return true;
	case ACT_PERIOD_AFTER:
		period_go(calendar, 1);
		return true;
	case ACT_TODAY:
		day_go(calendar, calendar->today);
		return true;
	default:
		return false;
	}
}

static const struct key_help calendar_keys[] = {
	{"Left Right h l", N_("The day before, the day after")},
	{"Up Down k j", N_("The hour, week or event above, below")},
	{NULL, NULL},
};

static const struct screen_class calendar_class = {
	.keys = calendar_keys,
	.name = "calendar",
	.contexts = CONTEXT_CALENDAR,
	.hint = N_("Enter set it there · Esc leave it · PgUp PgDn further"),
	.draw = calendar_draw,
	.key = calendar_key,
	.act = calendar_act,
	.reload = calendar_reload,
	.typing = calendar_typing,
	.free = calendar_free,
};

struct screen *
calendar_screen(struct ui *ui)
{
	struct calendar *calendar = g_new0(struct calendar, 1);
	calendar->screen = (struct screen){.class = &calendar_class, .tab = ROOT_CALENDAR};
	calendar->view = view_recall(ui);
	calendar_reload(&calendar->screen, ui);
	calendar->day = calendar->today;
	calendar->slot = SLOT_FIRST;
	return &calendar->screen;
}

struct screen *
calendar_screen_at(struct ui *ui, int day)
{
	struct screen *screen = calendar_screen(ui);
	day_go((struct calendar *)screen, day);
	return screen;
}
