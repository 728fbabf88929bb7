#include "screens/screen_event.h"
#include "screens/decisions.h"

#include <string.h>

#include "app/decision.h"
#include "app/event.h"
#include "app/output.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/event.h"
#include "core/status.h"
#include "screens/addresses.h"
#include "screens/announce.h"
#include "screens/beside.h"
#include "screens/columns.h"
#include "screens/door_copies.h"
#include "screens/event_private.h"
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
#include "screens/screen_history.h"
#include "screens/screen_report.h"
#include "screens/screen_thanks.h"
#include "screens/screen_workshops.h"
#include "screens/sheet_return.h"
#include "screens/survey_view.h"
#include "screens/tasks.h"
#include "screens/waiting.h"
#include "tui/form.h"

const struct event_tab_kind event_tabs[EVENT_TABS] = {
	[EVENT_GENERAL] = {N_("General"), NULL, CONTEXT_GENERAL},
	[EVENT_PROGRAMME] = {N_("Programme"), &list_sessions, CONTEXT_PROGRAMME},
	[EVENT_SPEAKERS] = {N_("Speakers"), &list_speakers, CONTEXT_SPEAKERS},
	[EVENT_ATTENDEES] = {N_("Attendees"), &list_attendees, CONTEXT_ATTENDEES},
	[EVENT_PARTNERS] = {N_("Partners"), &list_partners, CONTEXT_PARTNERS},
	[EVENT_FOLLOW_UP] = {N_("Follow-up"), &list_tasks, CONTEXT_TASKS | CONTEXT_FOLLOW_UP},
	[EVENT_DECISIONS] = {N_("Decisions"), &list_decisions, CONTEXT_DECISIONS},
	[EVENT_FIGURES] = {N_("Figures"), NULL, CONTEXT_FIGURES},
};

struct list *
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
	timetable_free(space->timetable);
	for (int i = 0; i < EVENT_TABS; i++)
		if (space->lists[i] != NULL)
			list_free(space->lists[i]);
	entity_free(&entity_event, space->event);
	g_clear_pointer(&space->problems, g_ptr_array_unref);
	beside_free(space->beside);
	figures_forget(space);
	g_free(space->subset);
	g_free(space->usual);
	g_clear_pointer(&space->history, g_ptr_array_unref);
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
	g_clear_pointer(&space->history, g_ptr_array_unref);
	figures_forget(space);
	g_clear_pointer(&space->waiting, g_free);
	space->waiting_known = false;
	g_clear_pointer(&space->to_do, g_free);
	g_clear_pointer(&space->quorum, g_free);
	space->told = false;
	space->decides = space->event != NULL && event_decides(ui->store, space->event);
	for (int i = 0; i < EVENT_TABS; i++)
		if (space->lists[i] != NULL && space->lists[i]->index != NULL)
			list_reload(space->lists[i], ui);
	if (space->timetable != NULL)
		timetable_reload(space->timetable, ui);
	if (space->beside != NULL)
		beside_forget(space->beside);
}

static bool
workspace_reveal(struct screen *screen, const struct entity *entity, gint64 id)
{
	struct list *list = workspace_list((struct workspace *)screen);
	return list != NULL && list->index != NULL && list_reveal(list, entity, id);
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
	space->tab = (enum event_tab)((tab + EVENT_TABS) % EVENT_TABS);
	space->scroll = 0;
	space->screen.contexts = event_tabs[space->tab].context;
	if (space->tab == EVENT_GENERAL && space->usual != NULL)
		space->screen.contexts |= CONTEXT_FRESH;
	if (event_tabs[space->tab].spec == NULL)
		return;
	space->screen.contexts |= CONTEXT_LIST;
	const struct list_spec *spec = event_tabs[space->tab].spec;
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
		tab = (tab + by + EVENT_TABS) % EVENT_TABS;
	while (!workspace_tab_shown(space, tab));
	tab_go(space, ui, tab);
}

static bool
is_timetable(const struct workspace *space)
{
	return space->tab == EVENT_PROGRAMME && space->timetable != NULL;
}

static bool
workspace_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct workspace *space = (struct workspace *)screen;
	struct list *list = workspace_list(space);
	if (is_timetable(space) && !list->filtering && timetable_key(space->timetable, ui, key))
		return true;
	if (list != NULL && list->only != NULL && !list->filtering && key_is(key, "Esc")) {
		list_restrict(list, NULL);
		g_clear_pointer(&space->subset, g_free);
		return true;
	}
	if (list != NULL && list_key(list, ui, key))
		return true;
	if (space->tab == EVENT_ATTENDEES && key_is(key, "Paste")) {
		import_pasted(ui, space->event_id, key->paste);
		return true;
	}
	if (space->tab == EVENT_FIGURES && space->figures != NULL &&
	    report_view_key(space->figures, key))
		return true;
	guint scroll = (guint)space->scroll;
	if (space->tab == EVENT_GENERAL &&
	    key_moves(key, &scroll, workspace_general_lines(space), 10)) {
		space->scroll = (int)scroll;
		return true;
	}
	if (key_is(key, "Left") || key_is(key, "Right")) {
		tab_step(space, ui, key_is(key, "Right") ? 1 : -1);
		return true;
	}
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
	tab_go(space, ui, EVENT_ATTENDEES);
	g_free(space->subset);
	space->subset = g_strdup(words);
	list_restrict(workspace_list(space), ids);
}

static void
timetable_show(struct workspace *space, struct ui *ui)
{
	if (space->timetable == NULL)
		space->timetable = timetable_new(ui, space->event_id, workspace_list(space));
}

/* As a list, or as a timetable. */
static void
programme_view(struct workspace *space, struct ui *ui)
{
	if (space->timetable == NULL)
		timetable_show(space, ui);
	else
		g_clear_pointer(&space->timetable, timetable_free);
}

static bool
workspace_act_programme(struct workspace *space, struct ui *ui, enum act act)
{
	if (space->tab != EVENT_PROGRAMME)
		return false;
	switch ((int)act) {
	case ACT_PROGRAMME_VIEW:
		programme_view(space, ui);
		return true;
	case ACT_MOVE_SESSION:
		timetable_show(space, ui);
		timetable_take(space->timetable, ui);
		return true;
	case ACT_SHEET:
		sheet_return_ask(ui, space->event_id, list_current(workspace_list(space)));
		return true;
	case ACT_SHIFT:
		programme_shift_ask(ui, space->event_id, workspace_list(space));
		return true;
	default:
		return false;
	}
}

static bool
workspace_act_list(struct workspace *space, struct ui *ui, enum act act)
{
	struct list *list = workspace_list(space);
	if (list == NULL)
		return false;
	if (list_act(list, ui, act) || workspace_act_programme(space, ui, act))
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
		sheet_return_ask(ui, space->event_id, 0);
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
	struct list *list = space->tab == EVENT_ATTENDEES ? workspace_list(space) : NULL;
	guint n = 0;
	gint64 *people = list != NULL ? list_targets(list, &n) : NULL;
	files_print(ui, space->event_id, people, n);
}

/* The tasks of an event that was just made are looked at once they are there. */
static void
usual_add(struct workspace *space, struct ui *ui)
{
	g_clear_pointer(&space->usual, g_free);
	tab_go(space, ui, EVENT_FOLLOW_UP);
	tasks_propose(ui, space->event_id);
}

/* What is done with the event as a whole. */
static bool
event_act(struct ui *ui, gint64 event_id, enum act act)
{
	switch ((int)act) {
	case ACT_HISTORY:
		ui_push(ui, history_screen_of(ui, event_id));
		return true;
	case ACT_DUPLICATE:
		event_duplicate(ui, event_id);
		return true;
	case ACT_DATES:
		dates_open(ui, event_id, 0);
		return true;
	case ACT_THANKS:
		ui_push(ui, thanks_screen(ui, event_id));
		return true;
	case ACT_ANNOUNCE:
		announce_ask(ui, event_id);
		return true;
	case ACT_CANCEL_EVENT:
		event_cancel(ui, event_id);
		return true;
	case ACT_CALENDAR:
		files_calendar(ui, event_id);
		return true;
	case ACT_HALF_DAYS:
		ui_push(ui, half_days_screen(ui, event_id));
		return true;
	case ACT_DOOR:
		door_open(ui, event_id);
		return true;
	case ACT_DOOR_COPIES:
		door_copies_ask(ui, event_id);
		return true;
	default:
		return false;
	}
}

static bool
workspace_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct workspace *space = (struct workspace *)screen;
	if (workspace_act_list(space, ui, act))
		return true;
	if (act == ACT_COPY_LINE && space->tab == EVENT_FIGURES) {
		report_view_copy(space->figures, ui);
		return true;
	}
	if (row_line_act(ui, act, &noun_event, space->event_id) ||
	    event_act(ui, space->event_id, act))
		return true;
	switch ((int)act) {
	case ACT_NAMES:
		if (space->figures != NULL)
			report_view_open(space->figures, ui, names_show, NULL, space);
		return true;
	case ACT_EDIT:
		event_edit(ui, space->event_id);
		return true;
	case ACT_PROPOSE:
		usual_add(space, ui);
		return true;
	case ACT_PRINT:
		workspace_print(space, ui);
		return true;
	case ACT_IMPORT:
		if (space->tab == EVENT_FOLLOW_UP || space->tab == EVENT_FIGURES)
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

static bool
workspace_typing(struct screen *screen)
{
	struct list *list = workspace_list((struct workspace *)screen);
	return list != NULL && list->filtering;
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

static char *
workspace_title(struct screen *screen)
{
	const struct event *event = ((struct workspace *)screen)->event;
	return event != NULL ? g_strdup_printf("%s %s", event->number, event->title) : NULL;
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
	.click = workspace_click,
	.title = workspace_title,
	.key = workspace_key,
	.act = workspace_act,
	.reload = workspace_reload,
	.reveal = workspace_reveal,
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
	tab_go(space, ui, EVENT_GENERAL);
	return &space->screen;
}

struct screen *
event_screen_fresh(struct ui *ui, gint64 event_id)
{
	struct screen *screen = event_screen(ui, event_id);
	struct workspace *space = (struct workspace *)screen;
	space->usual = tasks_usual(ui->store, event_id);
	tab_go(space, ui, EVENT_GENERAL);
	return screen;
}

struct screen *
event_screen_at(struct ui *ui, gint64 event_id, enum event_tab tab)
{
	struct screen *screen = event_screen(ui, event_id);
	tab_go((struct workspace *)screen, ui, tab);
	return screen;
}

struct screen *
event_screen_follow_up(struct ui *ui, gint64 event_id, gint64 task_id)
{
	struct screen *screen = event_screen_at(ui, event_id, EVENT_FOLLOW_UP);
	struct workspace *space = (struct workspace *)screen;
	list_go_to(workspace_list(space), task_id);
	return screen;
}
