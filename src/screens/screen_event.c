#include "screens/screen_event.h"
#include "screens/decisions.h"

#include <string.h>

#include "app/decision.h"
#include "app/event.h"
#include "app/output.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/check.h"
#include "core/event.h"
#include "core/status.h"
#include "screens/addresses.h"
#include "screens/announce.h"
#include "screens/beside.h"
#include "screens/columns.h"
#include "screens/door_copies.h"
#include "screens/export.h"
#include "screens/files.h"
#include "screens/import.h"
#include "screens/practice.h"
#include "screens/report_view.h"
#include "screens/row_line.h"
#include "screens/rows.h"
#include "screens/screen_dates.h"
#include "screens/screen_door.h"
#include "screens/screen_half_days.h"
#include "screens/screen_report.h"
#include "screens/screen_thanks.h"
#include "screens/screen_workshops.h"
#include "screens/sheet_return.h"
#include "screens/survey_view.h"
#include "screens/tasks.h"
#include "screens/waiting.h"
#include "tui/form.h"

enum tab {
	TAB_GENERAL,
	TAB_PROGRAMME,
	TAB_SPEAKERS,
	TAB_ATTENDEES,
	TAB_PARTNERS,
	TAB_FOLLOW_UP,
	TAB_DECISIONS,
	TAB_FIGURES,
	TABS_N,
};

static const struct {
	const char *label;
	const struct list_spec *spec; /* NULL: no list */
	guint64 context;
} tabs[TABS_N] = {
	[TAB_GENERAL] = {N_("General"), NULL, CONTEXT_GENERAL},
	[TAB_PROGRAMME] = {N_("Programme"), &list_sessions, CONTEXT_PROGRAMME},
	[TAB_SPEAKERS] = {N_("Speakers"), &list_speakers, CONTEXT_SPEAKERS},
	[TAB_ATTENDEES] = {N_("Attendees"), &list_attendees, CONTEXT_ATTENDEES},
	[TAB_PARTNERS] = {N_("Partners"), &list_partners, CONTEXT_PARTNERS},
	[TAB_FOLLOW_UP] = {N_("Follow-up"), &list_tasks, CONTEXT_TASKS | CONTEXT_FOLLOW_UP},
	[TAB_DECISIONS] = {N_("Decisions"), &list_decisions, CONTEXT_DECISIONS},
	[TAB_FIGURES] = {N_("Figures"), NULL, CONTEXT_FIGURES},
};

struct workspace {
	struct screen screen;
	gint64 event_id;
	enum tab tab;
	struct list *lists[TABS_N];
	struct beside *beside; /* what is known of the current row of the list; NULL: no list yet */
	struct event *event;
	GPtrArray *problems;         /* struct check_problem; NULL until asked */
	Report *report;              /* NULL until asked */
	struct report_view *figures; /* of it */
	guint figures_place;
	char *waiting; /* the waiting list in a line; NULL: nobody waits, or not asked yet */
	bool waiting_known;
	bool decides; /* a meeting: it has a tab of decisions */
	char *to_do;  /* the tasks in a line; NULL: none, or not asked yet */
	char *quorum; /* whether the meeting could decide; NULL: nothing to say, or not asked yet */
	bool reached; /* the quorum is */
	bool told;    /* both were asked */
	char *subset; /* which attendees the list shows; NULL: all */
	int scroll;
};

static struct list *
workspace_list(const struct workspace *space)
{
	return space->lists[space->tab];
}

static void
figures_forget(struct workspace *space)
{
	if (space->figures != NULL)
		space->figures_place = report_view_place(space->figures);
	g_clear_pointer(&space->figures, report_view_free);
	g_clear_pointer(&space->report, report_free);
}

static void
workspace_free(struct screen *screen)
{
	struct workspace *space = (struct workspace *)screen;
	for (int i = 0; i < TABS_N; i++)
		if (space->lists[i] != NULL)
			list_free(space->lists[i]);
	beside_free(space->beside);
	entity_free(&entity_event, space->event);
	g_clear_pointer(&space->problems, g_ptr_array_unref);
	figures_forget(space);
	g_free(space->subset);
	g_free(space->waiting);
	g_free(space->to_do);
	g_free(space->quorum);
	g_free(space);
}

static void
workspace_reload(struct screen *screen, struct ui *ui)
{
	struct workspace *space = (struct workspace *)screen;
	entity_free(&entity_event, space->event);
	space->event = store_get(ui->store, &entity_event, space->event_id, NULL);
	g_clear_pointer(&space->problems, g_ptr_array_unref);
	figures_forget(space);
	g_clear_pointer(&space->waiting, g_free);
	space->waiting_known = false;
	g_clear_pointer(&space->to_do, g_free);
	g_clear_pointer(&space->quorum, g_free);
	space->told = false;
	if (space->beside != NULL)
		beside_forget(space->beside);
	space->decides = space->event != NULL && event_decides(ui->store, space->event);
	for (int i = 0; i < TABS_N; i++)
		if (space->lists[i] != NULL && space->lists[i]->index != NULL)
			list_reload(space->lists[i], ui);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

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
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD, title);
}

static bool
tab_shown(const struct workspace *space, int tab)
{
	return tab != TAB_DECISIONS || space->decides || space->tab == TAB_DECISIONS;
}

/* A label with its brackets. */
static int
tab_width(const struct workspace *space, int tab)
{
	return tab_shown(space, tab) ? text_width(_(tabs[tab].label)) + 2 : 0;
}

/* Tabs stand apart where all of them fit so. */
static int
tab_gap(const struct workspace *space, int room)
{
	int width = 0;
	for (int i = 0; i < TABS_N; i++)
		width += tab_width(space, i) + (tab_shown(space, i) ? 1 : 0);
	return width <= room ? 1 : 0;
}

/* Where all tabs do not fit, the first ones fall away until the one that one is on is shown whole.
 */
static int
first_tab(const struct workspace *space, int room)
{
	int first = 0, width = 0;
	for (int i = 0; i <= (int)space->tab + 1; i++)
		width += i < TABS_N ? tab_width(space, i) : 0;
	while (width > room && first < (int)space->tab)
		width -= tab_width(space, first++);
	return first;
}

/* The tabs, and the event's date where there is room for all of it. */
static void
draw_tab_row(const struct workspace *space, struct area body)
{
	int x = body.x + 1, gap = tab_gap(space, body.width - 2);
	for (int i = first_tab(space, body.width - 2); i < TABS_N; i++) {
		const char *label = _(tabs[i].label);
		bool here = i == (int)space->tab;
		if (!tab_shown(space, i))
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

static int
draw_problems(struct workspace *space, struct ui *ui, struct area area)
{
	int line = 0;
	problems_known(space, ui);
	for (guint i = 0; space->problems != NULL && i < space->problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(space->problems, i);
		enum style style = problem->severity == CHECK_ERROR     ? STYLE_ERROR
				   : problem->severity == CHECK_WARNING ? STYLE_WARNING
									: STYLE_FAINT;
		g_autofree char *text =
			g_strdup_printf("%s %s", problem->severity == CHECK_INFORMATION ? "·" : "!",
					problem->message);
		struct area part = {area.y + line, area.x, area.height - line, area.width};
		if (part.height <= 0)
			break;
		line += draw_paragraph(part, style, text);
	}
	return line;
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
		return g_strdup(code_label(list, shown));
	}
	return noun_text(ui->store, &noun_event, key, space->event);
}

static void
draw_general(struct workspace *space, struct ui *ui, struct area area)
{
	int y = area.y + draw_problems(space, ui, area) - space->scroll;
	int bottom = area.y + area.height;
	for (gsize i = 0; i < G_N_ELEMENTS(general_keys) && y < bottom; i++) {
		const struct noun_key *key = noun_key(&noun_event, general_keys[i]);
		g_autofree char *text = general_text(ui, space, key);
		if (*text == '\0')
			continue;
		int lines = 1;
		if (y >= area.y) {
			draw_text(y, area.x, 22, STYLE_FAINT, general_label(key));
			lines = draw_paragraph((struct area){y, area.x + 23, MIN(4, bottom - y),
							     area.width - 24},
					       STYLE_PLAIN, text);
		}
		y += MAX(lines, 1);
	}
	draw_cursor(area.y, area.x);
}

/* So far down can one go that something is still shown. */
#define GENERAL_LINES ((guint)G_N_ELEMENTS(general_keys))

static void
problem_add(struct report_view *view, const struct check_problem *problem)
{
	bool warns = problem->severity != CHECK_INFORMATION;
	g_autofree char *text = g_strdup_printf("%s %s", warns ? "!" : "·", problem->message);
	report_view_add_text(view, text, warns ? STYLE_WARNING : STYLE_FAINT);
}

/* What is out of balance comes first, while there is time to invite others. */
static void
figures_fill(struct workspace *space, struct ui *ui)
{
	const GPtrArray *problems = problems_known(space, ui);
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
head_line(struct area *area, enum style style, const char *text)
{
	if (text == NULL)
		return;
	int lines = draw_paragraph((struct area){area->y, area->x, 2, area->width}, style, text);
	area->y += lines;
	area->height -= lines;
}

static void
draw_heads(struct workspace *space, struct ui *ui, struct area *area)
{
	heads_read(space, ui);
	if (space->tab == TAB_FOLLOW_UP)
		head_line(area, STYLE_FAINT, space->to_do);
	head_line(area, space->reached ? STYLE_GOOD : STYLE_WARNING, space->quorum);
}

static void
draw_rows(struct workspace *space, struct ui *ui, struct area area)
{
	if (space->tab == TAB_ATTENDEES && waiting_line(space, ui) != NULL) {
		int lines = draw_paragraph((struct area){area.y, area.x, 2, area.width},
					   STYLE_WARNING, space->waiting);
		area.y += lines;
		area.height -= lines;
	}
	if (space->tab == TAB_ATTENDEES && space->subset != NULL) {
		draw_format(area.y++, area.x, area.width, STYLE_HEAD, _("%s — Esc: everybody"),
			    space->subset);
		area.height--;
	}
	if (space->tab == TAB_FOLLOW_UP || space->tab == TAB_DECISIONS)
		draw_heads(space, ui, &area);
	struct list *list = workspace_list(space);
	struct area share = beside_share(space->beside, area);
	list_draw(list, ui, share);
	beside_draw(space->beside, ui, list_current(list), area, share);
}

static void
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
	if (space->tab == TAB_GENERAL)
		draw_general(space, ui, area);
	else if (space->tab == TAB_FIGURES)
		draw_figures(space, ui, area);
	else
		draw_rows(space, ui, area);
}

/* ---- keys and acts ------------------------------------------------------------------------------
 */

static void
tab_list_make(struct workspace *space, struct ui *ui, const struct list_spec *spec)
{
	space->lists[space->tab] = list_new(ui, spec, "event_id", space->event_id);
	list_resume(space->lists[space->tab]);
}

static void
tab_go(struct workspace *space, struct ui *ui, int tab)
{
	space->tab = (enum tab)((tab + TABS_N) % TABS_N);
	space->scroll = 0;
	space->screen.contexts = tabs[space->tab].context;
	if (tabs[space->tab].spec == NULL)
		return;
	space->screen.contexts |= CONTEXT_LIST;
	const struct list_spec *spec = tabs[space->tab].spec;
	if (spec == &list_sessions && space->event != NULL && space->event->end_date == NULL)
		spec = &list_sessions_of_a_day;
	if (space->lists[space->tab] == NULL)
		tab_list_make(space, ui, spec);
	beside_free(space->beside);
	space->beside = beside_new(spec->noun);
}

/* To the next tab that is shown. */
static void
tab_step(struct workspace *space, struct ui *ui, int by)
{
	int tab = (int)space->tab;
	do
		tab = (tab + by + TABS_N) % TABS_N;
	while (!tab_shown(space, tab));
	tab_go(space, ui, tab);
}

static bool
workspace_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct workspace *space = (struct workspace *)screen;
	struct list *list = workspace_list(space);
	if (list != NULL && list->only != NULL && !list->filtering && key_is(key, "Esc")) {
		list_restrict(list, NULL);
		g_clear_pointer(&space->subset, g_free);
		return true;
	}
	if (list != NULL && list_key(list, ui, key))
		return true;
	if (space->tab == TAB_ATTENDEES && key_is(key, "Paste")) {
		import_pasted(ui, space->event_id, key->paste);
		return true;
	}
	if (space->tab == TAB_FIGURES && space->figures != NULL &&
	    report_view_key(space->figures, key))
		return true;
	guint scroll = (guint)space->scroll;
	if (space->tab == TAB_GENERAL && key_moves(key, &scroll, GENERAL_LINES, 10)) {
		space->scroll = (int)scroll;
		return true;
	}
	if (key_is(key, "Left") || key_is(key, "Right")) {
		tab_step(space, ui, key_is(key, "Right") ? 1 : -1);
		return true;
	}
	return false;
}

static bool
workspace_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct workspace *space = (struct workspace *)screen;
	if (hit->kind == HIT_TAB)
		tab_go(space, ui, hit->value);
	else if (workspace_list(space) != NULL)
		return list_click(workspace_list(space), ui, hit);
	else if (hit->kind == HIT_ROW && space->figures != NULL)
		return report_view_click(space->figures, hit->value);
	return false;
}

static void
event_edit(struct ui *ui, gint64 event_id)
{
	struct form_request request = {.noun = &noun_event, .id = event_id};
	form_open(ui, &request);
}

/* The names behind a figure of people are the list of attendees, those alone. */
static void
names_show(struct ui *ui, const Report *report, const struct report_cell *cell, const char *words,
	   gpointer user)
{
	struct workspace *space = user;
	if (report_figure_subject(cell->figure) != REPORT_PEOPLE) {
		report_behind_show(ui, report, cell, words);
		return;
	}
	GHashTable *ids = report_registration_ids(report, cell);
	if (g_hash_table_size(ids) == 0) {
		g_hash_table_unref(ids);
		report_behind_show(ui, report, cell, words);
		return;
	}
	tab_go(space, ui, TAB_ATTENDEES);
	g_free(space->subset);
	space->subset = g_strdup(words);
	list_restrict(workspace_list(space), ids);
}

static bool
workspace_act_list(struct workspace *space, struct ui *ui, enum act act)
{
	struct list *list = workspace_list(space);
	if (list == NULL)
		return false;
	if (list_act(list, ui, act))
		return true;
	switch ((int)act) {
	case ACT_OPEN:
	case ACT_EDIT:
		rows_edit(list, ui, space->event_id);
		return true;
	case ACT_NEW:
		rows_new(list, ui, space->event_id);
		return true;
	case ACT_DELETE:
		rows_delete(list, ui, space->event_id);
		return true;
	case ACT_PROMOTE:
		waiting_promote(ui, space->event_id, list_current(list));
		return true;
	case ACT_SHEET:
		sheet_return_ask(ui, space->event_id);
		return true;
	case ACT_WORKSHOPS:
		workshops_open(ui, space->event_id);
		return true;
	case ACT_COPY:
		addresses_ask(list, ui);
		return true;
	case ACT_EXPORT:
		export_ask(list, ui, space->event_id);
		return true;
	case ACT_BULK:
		rows_bulk(list, ui, space->event_id);
		return true;
	case ACT_DONE:
		tasks_toggle(list, ui, space->event_id);
		return true;
	case ACT_PROPOSE:
		tasks_propose(ui, space->event_id);
		return true;
	case ACT_RECORD:
		decisions_record(ui, space->event_id);
		return true;
	case ACT_THANKS:
		ui_push(ui, thanks_screen(ui, space->event_id));
		return true;
	case ACT_PRACTICE:
		practice_of_session(ui, space->event_id, list_current(list));
		return true;
	default:
		return false;
	}
}

/* Among the attendees, those one stands on or has selected can have their badges. */
static void
workspace_print(struct workspace *space, struct ui *ui)
{
	struct list *list = space->tab == TAB_ATTENDEES ? workspace_list(space) : NULL;
	guint n = 0;
	gint64 *people = list != NULL ? list_targets(list, &n) : NULL;
	files_print(ui, space->event_id, people, n);
}

static bool
workspace_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct workspace *space = (struct workspace *)screen;
	if (workspace_act_list(space, ui, act))
		return true;
	if (act == ACT_COPY_LINE && space->tab == TAB_FIGURES) {
		report_view_copy(space->figures, ui);
		return true;
	}
	if (row_line_act(ui, act, &noun_event, space->event_id))
		return true;
	switch ((int)act) {
	case ACT_NAMES:
		if (space->figures != NULL)
			report_view_open(space->figures, ui, names_show, NULL, space);
		return true;
	case ACT_EDIT:
		event_edit(ui, space->event_id);
		return true;
	case ACT_DUPLICATE:
		event_duplicate(ui, space->event_id);
		return true;
	case ACT_DATES:
		dates_open(ui, space->event_id, 0);
		return true;
	case ACT_ANNOUNCE:
		announce_ask(ui, space->event_id);
		return true;
	case ACT_CANCEL_EVENT:
		event_cancel(ui, space->event_id);
		return true;
	case ACT_CALENDAR:
		files_calendar(ui, space->event_id);
		return true;
	case ACT_HALF_DAYS:
		ui_push(ui, half_days_screen(ui, space->event_id));
		return true;
	case ACT_DOOR:
		door_open(ui, space->event_id);
		return true;
	case ACT_DOOR_COPIES:
		door_copies_ask(ui, space->event_id);
		return true;
	case ACT_PRINT:
		workspace_print(space, ui);
		return true;
	case ACT_IMPORT:
		if (space->tab == TAB_FOLLOW_UP || space->tab == TAB_FIGURES)
			import_ask(ui, IMPORT_SURVEY, space->event_id);
		else
			import_ask_event(ui, space->event_id);
		return true;
	case ACT_NEXT_TAB:
		tab_step(space, ui, 1);
		return true;
	case ACT_PREVIOUS_TAB:
		tab_step(space, ui, -1);
		return true;
	default:
		return false;
	}
}

static char *
workspace_title(struct screen *screen)
{
	const struct event *event = ((struct workspace *)screen)->event;
	return event != NULL ? g_strdup_printf("%s %s", event->number, event->title) : NULL;
}

static bool
workspace_typing(struct screen *screen)
{
	struct list *list = workspace_list((struct workspace *)screen);
	return list != NULL && list->filtering;
}

static void
workspace_status(struct screen *screen, struct ui *ui, struct area row)
{
	struct list *list = workspace_list((struct workspace *)screen);
	(void)ui;
	if (list != NULL)
		list_draw_status(list, row);
}
static const struct key_help workspace_keys[] = {
	KEY_HELP_MOVES,
	{"Left Right", N_("Tab before, tab after")},
	{NULL, NULL},
};

static const struct screen_class workspace_class = {
	.name = "event",
	.hint = N_("Enter keep the filter · Esc clear it · ↑↓ move · column:value · -word"),
	.contexts = CONTEXT_EVENT,
	.draw = workspace_draw,
	.status = workspace_status,
	.keys = workspace_keys,
	.key = workspace_key,
	.click = workspace_click,
	.act = workspace_act,
	.reload = workspace_reload,
	.title = workspace_title,
	.typing = workspace_typing,
	.free = workspace_free,
};

struct screen *
event_screen(struct ui *ui, gint64 event_id)
{
	struct workspace *space = g_new0(struct workspace, 1);
	space->screen = (struct screen){.class = &workspace_class, .tab = -1};
	space->event_id = event_id;
	workspace_reload(&space->screen, ui);
	tab_go(space, ui, TAB_GENERAL);
	return &space->screen;
}

struct screen *
event_screen_follow_up(struct ui *ui, gint64 event_id, gint64 task_id)
{
	struct screen *screen = event_screen(ui, event_id);
	struct workspace *space = (struct workspace *)screen;
	tab_go(space, ui, TAB_FOLLOW_UP);
	list_go_to(workspace_list(space), task_id);
	return screen;
}

/* ---- gestures on the event as a whole
 * ------------------------------------------------------------ */

void
event_duplicate(struct ui *ui, gint64 event_id)
{
	if (event_id == 0 || !ui_begin(ui, "event_copy"))
		return;
	GError *error = NULL;
	gint64 copy = event_copy(ui->store, event_id, NULL, &error);
	if (copy == 0) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_event, copy, copy, 1);
	if (ui_commit(ui, _("Copied, without people and dates")))
		ui_push(ui, event_screen(ui, copy));
}

void
event_cancel(struct ui *ui, gint64 event_id)
{
	struct event *event =
		event_id != 0 ? store_get(ui->store, &entity_event, event_id, NULL) : NULL;
	if (event == NULL)
		return;
	GError *error = NULL;
	if (ui_begin(ui, "event_cancel")) {
		text_set(&event->status, "cancelled");
		if (store_update(ui->store, &entity_event, event, &error)) {
			store_about(ui->store, &entity_event, event_id, event_id, 1);
			ui_commit(ui, _("Event cancelled; it stays in the calendar, marked"));
		} else {
			store_rollback(ui->store);
			ui_fail(ui, error);
		}
	}
	entity_free(&entity_event, event);
}
