/* The workspace of one event as it is drawn. */
#include <string.h>

#include "app/decision.h"
#include "app/event.h"
#include "app/gesture.h"
#include "app/moment.h"
#include "app/output.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/check.h"
#include "core/status.h"
#include "screens/event_private.h"
#include "screens/survey_view.h"
#include "screens/tasks.h"
#include "screens/waiting.h"

static char *
event_dates(const struct event *event)
{
	return event->end_date != NULL ? date_range_text(event->start_date, event->end_date)
				       : date_text(event->start_date, DATE_MEDIUM);
}

static void
draw_heading(const struct workspace *space, struct area body)
{
	g_autofree char *title =
		g_strdup_printf("%s · %s", space->event->number, space->event->title);
	int width = body.width - 2;
	if (!code_is(&code_event_statuses, space->event->status, CODE_LIVE)) {
		const char *status = code_label(&code_event_statuses, space->event->status);
		g_autofree char *mark = g_strdup_printf("[%s]", status);
		draw_right(body.y, body.x + 1, width, STYLE_WARNING, mark);
		width -= text_width(mark) + 1;
	}
	draw_text(body.y, body.x + 1, width, STYLE_HEAD, title);
}

bool
workspace_tab_shown(const struct workspace *space, int tab)
{
	return tab != EVENT_DECISIONS || space->decides || space->tab == EVENT_DECISIONS;
}

/* A label with its brackets. */
static int
tab_width(const struct workspace *space, int tab)
{
	return workspace_tab_shown(space, tab) ? text_width(_(event_tabs[tab].label)) + 2 : 0;
}

/* Tabs stand apart where all of them fit so. */
static int
tab_gap(const struct workspace *space, int room)
{
	int width = 0;
	for (int i = 0; i < EVENT_TABS; i++)
		width += tab_width(space, i) + (workspace_tab_shown(space, i) ? 1 : 0);
	return width <= room ? 1 : 0;
}

/* Where all tabs do not fit, the first ones fall away until the one that one is on is shown whole.
 */
static int
first_tab(const struct workspace *space, int room)
{
	int first = 0, width = 0;
	for (int i = 0; i <= (int)space->tab + 1; i++)
		width += i < EVENT_TABS ? tab_width(space, i) : 0;
	while (width > room && first < (int)space->tab)
		width -= tab_width(space, first++);
	return first;
}

/* The tabs, and the event's date where there is room for all of it. */
static void
draw_tab_row(const struct workspace *space, struct area body)
{
	int x = body.x + 1, gap = tab_gap(space, body.width - 2);
	for (int i = first_tab(space, body.width - 2); i < EVENT_TABS; i++) {
		const char *label = _(event_tabs[i].label);
		bool here = i == (int)space->tab;
		if (!workspace_tab_shown(space, i))
			continue;
		if (x + tab_width(space, i) > body.width)
			break;
		g_autofree char *shown = g_strdup_printf(here ? "[%s]" : " %s ", label);
		draw_hit((struct area){body.y + 1, x, 1, tab_width(space, i)}, HIT_TAB, i);
		x += draw_text(body.y + 1, x, body.width, here ? STYLE_HEAD : STYLE_PLAIN, shown) +
		     gap;
	}
	g_autofree char *date = event_dates(space->event);
	if (text_width(date) + x + 1 < body.width)
		draw_right(body.y + 1, x, body.width - x - 1, STYLE_PLAIN, date);
	draw_line(body.y + 2, body.x, body.width);
}

static const GPtrArray *
problems_known(struct workspace *space, struct ui *ui)
{
	if (space->problems == NULL)
		space->problems = event_check(ui->store, space->event_id, NULL);
	return space->problems;
}

/* What people look for first, and what is wrong; "e" opens all the fields. */
static const char *const general_keys[] = {
	"kind",
	"shown_status",
	"mode",
	"start_date",
	"end_date",
	"welcome_time",
	"start_time",
	"end_time",
	"venue",
	"town",
	"seat_limit",
	"registered",
	"registration_deadline",
	"themes",
	"cycle",
	"audience",
	"objectives",
	"online_link",
	"officer",
	"fee",
	"access",
	"estimated_attendance",
	"counted_attendance",
	"quorum",
	"programme_note",
	"publications",
	"source",
	"notes",
};

guint
workspace_general_lines(const struct workspace *space)
{
	guint problems = space->problems != NULL ? space->problems->len : 0;
	return G_N_ELEMENTS(general_keys) + problems;
}

/* Beside no other status, the one that is shown is just the status. */
static const char *
general_label(const struct noun_key *key)
{
	return strcmp(key->key, "shown_status") == 0 ? _("Status")
						     : noun_key_label(&noun_event, key);
}

static char *
general_text(struct ui *ui, const struct workspace *space, const struct noun_key *key)
{
	if (strcmp(key->key, "shown_status") == 0) {
		const char *shown = event_shown_status(ui->store, space->event);
		const struct code_list *list = code_find(&code_event_openings, shown) != NULL
						       ? &code_event_openings
						       : &code_event_statuses;
		const char *kept = space->event->status; /* "announced · open", as the form says */
		return g_strcmp0(kept, shown) == 0
			       ? g_strdup(code_label(list, shown))
			       : g_strdup_printf("%s · %s", code_label(&code_event_statuses, kept),
						 code_label(list, shown));
	}
	return noun_text(ui->store, &noun_event, key, space->event);
}

static void
head_line(struct area *area, enum style style, const char *text)
{
	if (text == NULL)
		return;
	int lines = draw_paragraph((struct area){area->y, area->x, 2, area->width}, style, text);
	area->y += lines;
	area->height -= lines;
}

/* What the first tab says, line under line: all of it moves together. */
struct general_row {
	const char *label; /* NULL: the text has the whole width */
	char *text;
	enum style style;
	int lines;
};

enum { GENERAL_LABEL = 23, GENERAL_TEXT_MOST = 4 };

static void
general_row_clear(gpointer pointer)
{
	struct general_row *row = pointer;
	g_free(row->text);
}

static void
general_row_add(GArray *rows, int width, enum style style, const char *label, char *text)
{
	int lines = draw_paragraph_lines(label != NULL ? width - GENERAL_LABEL - 1 : width, text);
	if (label != NULL)
		lines = CLAMP(lines, 1, GENERAL_TEXT_MOST);
	struct general_row row = {.label = label, .text = text, .style = style, .lines = lines};
	g_array_append_val(rows, row);
}

static void
problems_add(GArray *rows, int width, const GPtrArray *problems)
{
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(problems, i);
		enum style style = problem->severity == CHECK_ERROR     ? STYLE_ERROR
				   : problem->severity == CHECK_WARNING ? STYLE_WARNING
									: STYLE_FAINT;
		char *text =
			g_strdup_printf("%s %s", problem->severity == CHECK_INFORMATION ? "·" : "!",
					problem->message);
		general_row_add(rows, width, style, NULL, text);
	}
}

static GArray *
general_rows(struct workspace *space, struct ui *ui, int width)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct general_row));
	g_array_set_clear_func(rows, general_row_clear);
	problems_add(rows, width, problems_known(space, ui));
	for (gsize i = 0; i < G_N_ELEMENTS(general_keys); i++) {
		const struct noun_key *key = noun_key(&noun_event, general_keys[i]);
		g_autofree char *text = general_text(ui, space, key);
		if (*text != '\0')
			general_row_add(rows, width, STYLE_PLAIN, general_label(key),
					g_steal_pointer(&text));
	}
	return rows;
}

static void
general_row_draw(const struct general_row *row, struct area area)
{
	if (row->label == NULL) {
		draw_paragraph(area, row->style, row->text);
		return;
	}
	draw_text(area.y, area.x, GENERAL_LABEL - 1, STYLE_FAINT, row->label);
	draw_paragraph((struct area){area.y, area.x + GENERAL_LABEL, area.height,
				     area.width - GENERAL_LABEL - 1},
		       row->style, row->text);
}

/* One moves by rows, and no further than until the last one is seen. */
static void
draw_general(struct workspace *space, struct ui *ui, struct area area)
{
	head_line(&area, STYLE_GOOD, space->usual);
	g_autoptr(GArray) rows = general_rows(space, ui, area.width);
	guint first = rows->len;
	for (int room = area.height; first > 0; first--) {
		room -= g_array_index(rows, struct general_row, first - 1).lines;
		if (room < 0)
			break;
	}
	space->scroll = MIN(space->scroll, (int)first);
	int y = area.y, bottom = area.y + area.height;
	for (guint i = (guint)space->scroll; i < rows->len && y < bottom; i++) {
		const struct general_row *row = &g_array_index(rows, struct general_row, i);
		general_row_draw(row,
				 (struct area){y, area.x, MIN(row->lines, bottom - y), area.width});
		y += row->lines;
	}
	draw_cursor(area.y, area.x);
}

static void
problem_add(struct report_view *view, const struct check_problem *problem)
{
	bool warns = problem->severity != CHECK_INFORMATION;
	g_autofree char *text = g_strdup_printf("%s %s", warns ? "!" : "·", problem->message);
	report_view_add_text(view, text, warns ? STYLE_WARNING : STYLE_FAINT);
}

/* What makes its figures, while there are none. */
static void
figures_begin(struct workspace *space)
{
	static const enum report_figure any[] = {FIGURE_INVITED, FIGURE_PRESENT, FIGURE_COUNTED,
						 FIGURE_ESTIMATED, FIGURE_REPLIES};
	for (gsize i = 0; i < G_N_ELEMENTS(any); i++) {
		const struct report_cell cell = {.figure = any[i], .axis = REPORT_ALL};
		if (report_count(space->report->now, &cell) > 0)
			return;
	}
	report_view_add_text(
		space->figures,
		_("Nothing to count yet: registrations (tab Attendees), who signs in (a) "
		  "and the survey (b, here) make these figures; a number that the centre "
		  "has counted is given by e"),
		STYLE_FAINT);
}

/* What is out of balance comes first, while there is time to invite others. */
static void
figures_fill(struct workspace *space, struct ui *ui)
{
	const GPtrArray *problems = problems_known(space, ui);
	figures_begin(space);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(problems, i);
		if (check_is_of_balance(problem))
			problem_add(space->figures, problem);
	}
	for (guint i = 0; i < space->report->tables->len; i++) {
		const struct report_table *table = space->report->tables->pdata[i];
		if (table->n_lines > 0)
			report_view_add_table(space->figures, table);
	}
	survey_view_add(space->figures, ui->store, space->event_id);
}

static void
draw_figures(struct workspace *space, struct ui *ui, struct area area)
{
	GError *error = NULL;
	if (space->report == NULL)
		space->report = report_of_event(ui->store, space->event_id, &error);
	ui_fail(ui, error);
	if (space->report == NULL)
		return;
	if (space->figures == NULL) {
		space->figures = report_view_new(space->report);
		figures_fill(space, ui);
		report_view_go(space->figures, space->figures_place);
	}
	report_view_draw(space->figures, area);
}

static const char *
waiting_line(struct workspace *space, struct ui *ui)
{
	if (!space->waiting_known)
		space->waiting = waiting_head(ui->store, space->event_id);
	space->waiting_known = true;
	return space->waiting;
}

/* What is said above the tasks and the decisions, read once. */
static void
heads_read(struct workspace *space, struct ui *ui)
{
	if (space->told)
		return;
	space->told = true;
	space->to_do = tasks_head(ui->store, space->event_id);
	g_autoptr(Meeting) meeting =
		space->decides ? meeting_load(ui->store, space->event_id, NULL) : NULL;
	if (meeting == NULL)
		return;
	space->quorum = meeting_quorum_text(meeting);
	space->reached = meeting->reached || !meeting->marked;
}

static void
draw_heads(struct workspace *space, struct ui *ui, struct area *area)
{
	heads_read(space, ui);
	if (space->tab == EVENT_FOLLOW_UP)
		head_line(area, STYLE_FAINT, space->to_do);
	head_line(area, space->reached ? STYLE_GOOD : STYLE_WARNING, space->quorum);
}

#define HISTORY_SHOWN 5
#define HISTORY_LEAST 3 /* lines, with its heading: less says nothing */

/* Who did what, when, the latest first. */
static const GPtrArray *
history_known(struct workspace *space, struct ui *ui)
{
	if (space->history != NULL)
		return space->history;
	space->history = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) gestures =
		history_list(ui->store, space->event_id, HISTORY_SHOWN, NULL);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		g_autofree char *words = gesture_sentence(gesture);
		g_autofree char *when = moment_text(ui->store, gesture->happened_at, DATE_SHORT);
		g_ptr_array_add(space->history,
				g_strdup_printf("%s  %s  %s%s", when, gesture->who, words,
						gesture->undone ? _(" (undone)") : ""));
	}
	return space->history;
}

/* At the foot of what is to be done, where there is room left. */
static void
draw_history(struct workspace *space, struct ui *ui, struct area *area)
{
	int rows = (int)workspace_list(space)->n_shown + 2;
	int room = area->height - MAX(rows, 4) - 1;
	const GPtrArray *lines = room >= HISTORY_LEAST ? history_known(space, ui) : NULL;
	if (lines == NULL || lines->len == 0)
		return;
	int n = MIN((int)lines->len, room - 1), y = area->y + area->height - n - 1;
	draw_text(y, area->x, area->width, STYLE_HEAD, _("History (H: all of it, what changed)"));
	for (int i = 0; i < n; i++)
		draw_text(y + 1 + i, area->x + 2, area->width - 2, STYLE_FAINT, lines->pdata[i]);
	area->height -= n + 2;
}

static void
draw_rows(struct workspace *space, struct ui *ui, struct area area)
{
	if (space->tab == EVENT_ATTENDEES && waiting_line(space, ui) != NULL) {
		int lines = draw_paragraph((struct area){area.y, area.x, 2, area.width},
					   STYLE_WARNING, space->waiting);
		area.y += lines;
		area.height -= lines;
	}
	if (space->tab == EVENT_ATTENDEES && space->subset != NULL) {
		draw_format(area.y++, area.x, area.width, STYLE_HEAD, _("%s — Esc: everybody"),
			    space->subset);
		area.height--;
	}
	if (space->tab == EVENT_FOLLOW_UP || space->tab == EVENT_DECISIONS)
		draw_heads(space, ui, &area);
	if (space->tab == EVENT_FOLLOW_UP)
		draw_history(space, ui, &area);
	struct list *list = workspace_list(space);
	struct area share = beside_share(space->beside, area);
	list_draw(list, ui, share);
	beside_draw(space->beside, ui, list_current(list), area, share);
}

void
workspace_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct workspace *space = (struct workspace *)screen;
	if (space->event == NULL) {
		draw_text(body.y + 1, body.x + 2, body.width - 4, STYLE_WARNING,
			  _("This event has been deleted. Esc goes back; H says by whom"));
		return;
	}
	draw_heading(space, body);
	draw_tab_row(space, body);
	struct area area = {body.y + 3, body.x + 1, body.height - 3, body.width - 2};
	if (space->tab == EVENT_GENERAL)
		draw_general(space, ui, area);
	else if (space->tab == EVENT_FIGURES)
		draw_figures(space, ui, area);
	else if (space->tab == EVENT_PROGRAMME && space->timetable != NULL &&
		 !workspace_list(space)->filtering)
		timetable_draw(space->timetable, ui, area);
	else
		draw_rows(space, ui, area);
}
