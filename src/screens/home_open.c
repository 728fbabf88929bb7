/* What the lines of the first screen open. */
#include "screens/home_private.h"

#include "app/personal.h"
#include "base/i18n.h"
#include "screens/door_copies.h"
#include "screens/import.h"
#include "screens/screen_classify.h"
#include "screens/screen_conflicts.h"
#include "screens/screen_door.h"
#include "screens/screen_event.h"
#include "screens/screen_list.h"
#include "screens/sheet_return.h"
#include "tui/form.h"
#include "tui/loop.h"

static enum event_tab
tab_of(enum agenda_kind kind)
{
	switch ((int)kind) {
	case AGENDA_SPEAKERS:
		return EVENT_SPEAKERS;
	case AGENDA_FULL:
	case AGENDA_SEAT:
	case AGENDA_SHEET:
		return EVENT_ATTENDEES;
	default:
		return EVENT_GENERAL;
	}
}

static void
event_open(struct ui *ui, const struct agenda_line *line)
{
	ui_push(ui, event_screen_at(ui, line->event_id, tab_of(line->kind)));
	if (line->kind == AGENDA_SHEET)
		sheet_return_ask(ui, line->event_id, 0);
	else if (line->kind == AGENDA_COPIES)
		door_copies_ask(ui, line->event_id);
	else if (line->kind == AGENDA_CONFLICTS)
		ui_push(ui, conflicts_screen(ui, line->event_id));
}

static void
agenda_open(struct ui *ui, const struct agenda_line *line)
{
	switch ((int)line->kind) {
	case AGENDA_DOOR:
		door_open(ui, line->event_id);
		return;
	case AGENDA_TASKS:
		ui_push(ui, list_screen_tasks(ui));
		return;
	case AGENDA_TASK:
		ui_push(ui, event_screen_follow_up(ui, line->event_id, line->task_id));
		return;
	case AGENDA_CENTRE:
		ui_act(ui, ACT_SETTINGS);
		return;
	case AGENDA_CLASSIFY:
		ui_push(ui, classify_screen(ui));
		return;
	case AGENDA_CONTACT:
	case AGENDA_ERASE:
		ui_push(ui, list_screen_due(ui, line->kind == AGENDA_ERASE ? RETENTION_TO_ERASE
									   : RETENTION_TO_CONTACT));
		return;
	default:
		event_open(ui, line);
	}
}

/* ---- the first time -----------------------------------------------------------------------------
 */

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen_fresh(ui, id));
}

static void
offer_take(struct ui *ui, enum home_offer offer)
{
	struct form_request request = {.noun = &noun_event, .saved = event_made};
	switch ((int)offer) {
	case OFFER_CENTRE:
		ui_act(ui, ACT_SETTINGS);
		return;
	case OFFER_EVENT:
		form_open(ui, &request);
		return;
	case OFFER_TABLE:
		import_ask_subject(ui);
		return;
	case OFFER_CALENDAR:
		import_ask_calendar(ui);
		return;
	default:
		loop_sample(ui);
	}
}

void
home_open(struct home *home, struct ui *ui, const struct home_line *line)
{
	(void)home;
	if (line->kind == HOME_AGENDA)
		agenda_open(ui, line->agenda);
	else if (line->kind == HOME_FIGURES)
		ui_act(ui, ACT_GO_REPORT);
	else if (line->kind == HOME_OFFER)
		offer_take(ui, line->offer);
}
