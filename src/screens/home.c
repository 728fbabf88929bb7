#include "screens/home.h"

#include <string.h>

#include "app/event.h"
#include "app/registration.h"
#include "app/task.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/place.h"
#include "core/status.h"
#include "screens/columns.h"
#include "screens/files.h"
#include "screens/import.h"
#include "screens/roots.h"
#include "screens/row_line.h"
#include "screens/screen_classify.h"
#include "screens/screen_event.h"
#include "screens/screen_list.h"
#include "tui/form.h"

#define NEXT_SHOWN 40
#define DATE_WIDTH 14

/* A line that opens what it speaks of, or a heading between lines. */
struct line {
	enum { LINE_HEADING, LINE_TEXT, LINE_EVENT, LINE_TO_CLASSIFY, LINE_TASKS } kind;
	char *date; /* NULL: none */
	char *text;
	char *detail;
	gint64 event_id;
	enum style style;
};

struct home {
	struct screen screen;
	GArray *lines; /* struct line */
	guint cursor, top, page;
};

static void
line_clear(gpointer pointer)
{
	struct line *line = pointer;
	g_free(line->date);
	g_free(line->text);
	g_free(line->detail);
}

static void
home_free(struct screen *screen)
{
	struct home *home = (struct home *)screen;
	g_array_unref(home->lines);
	g_free(home);
}

/* ---- what it says -------------------------------------------------------------------------------
 */

static void
line_add(struct home *home, struct line line)
{
	g_array_append_val(home->lines, line);
}

static void
heading_add(struct home *home, const char *text)
{
	line_add(home,
		 (struct line){.kind = LINE_HEADING, .text = g_strdup(text), .style = STYLE_HEAD});
}

static char *
event_place_text(Store *store, const struct event *event)
{
	return noun_text(store, &noun_event, noun_key(&noun_event, "town"), event);
}

static void
event_add(struct ui *ui, struct home *home, const struct event *event)
{
	g_autofree char *date = date_text(event->start_date, DATE_SHORT);
	g_autofree char *town = event_place_text(ui->store, event);
	const char *shown = event_shown_status(ui->store, event);
	const struct code_list *list = code_find(&code_event_openings, shown) != NULL
					       ? &code_event_openings
					       : &code_event_statuses;
	gint64 registered = event_registered(ui->store, event->id, NULL);
	g_autofree char *seats = event->seat_limit > 0 ? g_strdup_printf("%d/%d", (int)registered,
									 (int)event->seat_limit)
						       : g_strdup_printf("%d", (int)registered);
	struct line line = {
		.kind = LINE_EVENT,
		.event_id = event->id,
		.date = g_steal_pointer(&date),
		.text = g_strdup_printf("%s%s%s", event->title, *town != '\0' ? " · " : "", town),
		.detail = g_strdup_printf("%s  %s", seats, code_label(list, shown)),
	};
	line_add(home, line);
}

static bool
event_is_live(const struct event *event)
{
	return code_is(&code_event_statuses, event->status, CODE_LIVE);
}

static bool
covers(const struct event *event, const char *day)
{
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	return date_is_day(event->start_date) && strcmp(event->start_date, day) <= 0 &&
	       strcmp(last, day) >= 0;
}

static void
events_add(struct ui *ui, struct home *home, const Rows *events, const char *today)
{
	bool any = false;
	for (guint i = events->n; i > 0; i--) {
		const struct event *event = events->row[i - 1];
		if (!covers(event, today) || !event_is_live(event))
			continue;
		if (!any)
			heading_add(home, _("Today"));
		any = true;
		event_add(ui, home, event);
	}
	guint next = 0;
	heading_add(home, _("Next events"));
	for (guint i = events->n; i > 0 && next < NEXT_SHOWN; i--) {
		const struct event *event = events->row[i - 1];
		if (event->start_date != NULL && strcmp(event->start_date, today) > 0 &&
		    date_is_day(event->start_date)) {
			event_add(ui, home, event);
			next++;
		}
	}
	if (next == 0)
		line_add(home,
			 (struct line){.kind = LINE_TEXT,
				       .text = g_strdup(_(
					       "None yet. n: make one · b: bring in (CSV, Excel)")),
				       .style = STYLE_FAINT});
}

/* Of an event to come: that people wait for a seat which is free; NULL: nobody. */
static char *
seat_free_text(struct ui *ui, const struct event *event, const char *today)
{
	if (!event_is_live(event) || event->start_date == NULL ||
	    strcmp(event->start_date, today) <= 0)
		return NULL;
	gint64 waiting = event_waiting(ui->store, event->id, NULL);
	g_autofree char *turn = waiting > 0 ? registration_turn(ui->store, event->id) : NULL;
	if (turn == NULL)
		return NULL;
	return g_strdup_printf(i18n_count("a seat is free and %d person waits: %s",
					  "a seat is free and %d people wait: %s", waiting),
			       (int)waiting, event->title);
}

static void
tasks_add(struct ui *ui, struct home *home)
{
	struct task_counts counts = {0};
	if (!task_count(ui->store, &counts, NULL))
		return;
	if (counts.late > 0)
		line_add(home, (struct line){.kind = LINE_TASKS,
					     .style = STYLE_WARNING,
					     .text = g_strdup_printf(i18n_count("%u task is late",
										"%u tasks are late",
										counts.late),
								     counts.late)});
	if (counts.this_week > 0)
		line_add(home, (struct line){.kind = LINE_TASKS,
					     .text = g_strdup_printf(
						     i18n_count("%u task is due within a week",
								"%u tasks are due within a week",
								counts.this_week),
						     counts.this_week)});
}

/* Events that cannot go on as they are: days to be given, past and still announced. */
static void
duties_add(struct ui *ui, struct home *home, const Rows *events, const char *today)
{
	gint64 unclassified =
		store_count(ui->store, &entity_organisation, "classified", value_integer(0), NULL);
	guint place = home->lines->len;
	heading_add(home, _("To do"));
	tasks_add(ui, home);
	if (unclassified > 0)
		line_add(home, (struct line){.kind = LINE_TO_CLASSIFY,
					     .text = g_strdup_printf(
						     i18n_count("%d organisation to classify",
								"%d organisations to classify",
								unclassified),
						     (int)unclassified)});
	for (guint i = 0; i < events->n; i++) {
		const struct event *event = events->row[i];
		char *why = NULL;
		if (!event->days_known)
			why = g_strdup_printf(_("days to be given: %s"), event->title);
		else if (event->start_date != NULL && strcmp(event->start_date, today) < 0 &&
			 code_is(&code_event_statuses, event->status, CODE_OPEN))
			why = g_strdup_printf(_("past, and still announced: %s"), event->title);
		else
			why = seat_free_text(ui, event, today);
		if (why == NULL)
			continue;
		struct line line = {.kind = LINE_EVENT,
				    .event_id = event->id,
				    .style = STYLE_WARNING};
		line.text = why;
		line_add(home, line);
	}
	if (home->lines->len == place + 1)
		line_add(home, (struct line){.kind = LINE_TEXT,
					     .text = g_strdup(_("Nothing waits")),
					     .style = STYLE_FAINT});
}

static bool
line_opens(const struct home *home, guint place)
{
	return g_array_index(home->lines, struct line, place).kind > LINE_TEXT;
}

static void
home_reload(struct screen *screen, struct ui *ui)
{
	struct home *home = (struct home *)screen;
	char today[11];
	store_today(ui->store, today);
	g_array_set_size(home->lines, 0);
	g_autoptr(Rows) events = store_all(ui->store, &entity_event, NULL);
	if (events == NULL)
		return;
	events_add(ui, home, events, today);
	duties_add(ui, home, events, today);
	home->cursor = MIN(home->cursor, home->lines->len - 1);
	if (line_opens(home, home->cursor))
		return;
	for (guint i = 0; i < home->lines->len; i++)
		if (line_opens(home, i)) {
			home->cursor = i;
			return;
		}
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static void
home_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct home *home = (struct home *)screen;
	char today[11];
	store_today(ui->store, today);
	g_autofree char *date = date_text(today, DATE_LONG);
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_FAINT, date);
	struct area area = {body.y + 1, body.x, body.height - 1, body.width};
	guint page = home->page = (guint)MAX(area.height, 1);
	if (home->cursor < home->top + 1)
		home->top = home->cursor > 0 ? home->cursor - 1 : 0;
	if (home->cursor >= home->top + page)
		home->top = home->cursor - page + 1;
	for (guint i = 0; i < page && home->top + i < home->lines->len; i++) {
		const struct line *line = &g_array_index(home->lines, struct line, home->top + i);
		bool focus = home->top + i == home->cursor;
		enum style style = focus ? STYLE_FOCUS : line->style;
		int y = area.y + (int)i, x = area.x + (line->kind == LINE_HEADING ? 1 : 3);
		if (line_opens(home, home->top + i))
			draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW,
				 (int)(home->top + i));
		if (focus)
			draw_cell(y, area.x, area.width, style, "");
		draw_text(y, area.x + 1, 1, style, focus ? ">" : "");
		int room = line->detail != NULL ? area.width - 24 : area.width - x - 1;
		if (line->date != NULL) {
			draw_text(y, x, DATE_WIDTH, style, line->date);
			x += DATE_WIDTH + 1;
			room -= DATE_WIDTH + 1;
		}
		draw_text(y, x, room, style, line->text);
		if (line->detail != NULL)
			draw_right(y, area.width - 19, 18, style, line->detail);
		if (focus)
			draw_cursor(y, area.x + 1);
	}
}

/* ---- keys and acts ------------------------------------------------------------------------------
 */

static void
home_move(struct home *home, int by)
{
	int at = (int)home->cursor;
	do
		at += by;
	while (at >= 0 && at < (int)home->lines->len && !line_opens(home, (guint)at));
	if (at >= 0 && at < (int)home->lines->len)
		home->cursor = (guint)at;
}

static void
home_page(struct home *home, bool down)
{
	for (guint i = 1; i < home->page; i++)
		home_move(home, down ? 1 : -1);
}

static bool
home_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct home *home = (struct home *)screen;
	(void)ui;
	if (key_is(key, "Up") || key_is(key, "k"))
		home_move(home, -1);
	else if (key_is(key, "Down") || key_is(key, "j"))
		home_move(home, 1);
	else if (key_is(key, "PgUp") || key_is(key, "PgDn"))
		home_page(home, key_is(key, "PgDn"));
	else
		return false;
	return true;
}

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen(ui, id));
}

static bool
home_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct home *home = (struct home *)screen;
	const struct line *line = &g_array_index(home->lines, struct line, home->cursor);
	struct form_request request = {.noun = &noun_event, .saved = event_made};
	if (row_line_act(ui, act, &noun_event, line->kind == LINE_EVENT ? line->event_id : 0))
		return true;
	switch ((int)act) {
	case ACT_OPEN:
		if (line->kind == LINE_EVENT)
			ui_push(ui, event_screen(ui, line->event_id));
		else if (line->kind == LINE_TO_CLASSIFY)
			ui_push(ui, classify_screen(ui));
		else if (line->kind == LINE_TASKS)
			ui_push(ui, list_screen_tasks(ui));
		return true;
	case ACT_NEW:
		form_open(ui, &request);
		return true;
	case ACT_IMPORT:
		import_ask_subject(ui);
		return true;
	case ACT_CALENDAR:
		files_calendar(ui, line->kind == LINE_EVENT ? line->event_id : 0);
		return true;
	default:
		return false;
	}
}

static const struct key_help home_keys[] = {
	{"Up Down k j", N_("Row above, row below")},
	{"PgUp PgDn", N_("A page up, a page down")},
	{NULL, NULL},
};

static const struct screen_class home_class = {
	.name = "home",
	.contexts = CONTEXT_HOME,
	.draw = home_draw,
	.keys = home_keys,
	.key = home_key,
	.act = home_act,
	.reload = home_reload,
	.free = home_free,
};

struct screen *
home_screen(struct ui *ui)
{
	struct home *home = g_new0(struct home, 1);
	home->screen = (struct screen){.class = &home_class, .tab = ROOT_HOME};
	home->lines = g_array_new(FALSE, TRUE, sizeof(struct line));
	g_array_set_clear_func(home->lines, line_clear);
	home_reload(&home->screen, ui);
	return &home->screen;
}
