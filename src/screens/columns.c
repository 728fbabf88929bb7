#include "screens/columns.h"

#include "app/event.h"
#include "app/task.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/programme.h"
#include "core/status.h"

/* ---- events -------------------------------------------------------------------------------------
 */

static char *
event_date_text(Store *store, const void *row)
{
	const struct event *event = row;
	(void)store;
	if (event->start_date == NULL)
		return g_strdup("–");
	return date_text(event->start_date, DATE_NUMERIC);
}

static char *
event_seats_text(Store *store, const void *row)
{
	const struct event *event = row;
	gint64 registered = event_registered(store, event->id, NULL);
	if (registered == 0 && event->counted_attendance > 0)
		return g_strdup_printf("%d", (int)event->counted_attendance);
	if (registered == 0 && event->estimated_attendance > 0)
		return g_strdup_printf("≈%d", (int)event->estimated_attendance);
	if (event->seat_limit > 0)
		return g_strdup_printf("%d/%d", (int)registered, (int)event->seat_limit);
	return registered > 0 ? g_strdup_printf("%d", (int)registered) : g_strdup("");
}

static char *
event_status_text(Store *store, const void *row)
{
	const char *shown = event_shown_status(store, row);
	const struct code_list *list = code_find(&code_event_openings, shown) != NULL
					       ? &code_event_openings
					       : &code_event_statuses;
	return g_strdup(code_label(list, shown));
}

static const struct list_column event_columns[] = {
	{.label = N_("Date"),
	 .width = 10,
	 .priority = 90,
	 .text = event_date_text,
	 .file_key = "start_date"},
	{.key = "title",
	 .label = N_("Event"),
	 .width = 34,
	 .grow = 3,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "town", .width = 11, .grow = 1, .priority = 60},
	{.key = "kind", .width = 14, .grow = 1, .priority = 20},
	{.label = N_("Reg."),
	 .width = 7,
	 .priority = 70,
	 .right = true,
	 .of = "registered",
	 .text = event_seats_text},
	{.label = N_("Status"),
	 .width = 9,
	 .priority = 80,
	 .text = event_status_text,
	 .of = "shown_status"},
	{.key = "number", .width = 9, .priority = 30},
};

const struct list_spec list_events = {
	.noun = &noun_event,
	.columns = event_columns,
	.n_columns = G_N_ELEMENTS(event_columns),
	.empty = N_("No event yet. n: make one · b: bring in a table of past ones (CSV, Excel)"),
};

/* ---- directory ----------------------------------------------------------------------------------
 */

static char *
person_name_text(Store *store, const void *row)
{
	const struct person *person = row;
	(void)store;
	return name_listed(person->first_name, person->last_name);
}

static const struct list_column person_columns[] = {
	{.label = N_("Name"),
	 .width = 22,
	 .grow = 2,
	 .priority = 100,
	 .sort = "sort_key",
	 .text = person_name_text,
	 .of = "name"},
	{.key = "organisation", .width = 18, .grow = 2, .priority = 90},
	{.key = "function", .width = 16, .grow = 2, .priority = 50},
	{.key = "email", .width = 20, .grow = 1, .priority = 40, .sort = "email_key"},
	{.key = "department", .label = N_("Dpt"), .width = 3, .priority = 60},
};

const struct list_spec list_people = {
	.noun = &noun_person,
	.columns = person_columns,
	.n_columns = G_N_ELEMENTS(person_columns),
	.empty = N_("Nobody yet. n: add somebody · b: bring in a table (CSV, Excel)"),
};

static char *
classified_text(Store *store, const void *row)
{
	(void)store;
	return g_strdup(((const struct organisation *)row)->classified ? "" : _("to classify"));
}

static const struct list_column organisation_columns[] = {
	{.key = "name",
	 .label = N_("Organisation"),
	 .width = 26,
	 .grow = 3,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "family", .width = 16, .grow = 1, .priority = 80},
	{.key = "level", .width = 13, .priority = 70},
	{.key = "department", .label = N_("Dpt"), .width = 3, .priority = 60},
	{.label = N_("State"),
	 .width = 11,
	 .priority = 50,
	 .text = classified_text,
	 .of = "classified"},
};

const struct list_spec list_organisations = {
	.noun = &noun_organisation,
	.columns = organisation_columns,
	.n_columns = G_N_ELEMENTS(organisation_columns),
	.empty = N_("No organisation. n: add one · they also come with registrations"),
};

static const struct list_column venue_columns[] = {
	{.key = "name",
	 .label = N_("Place"),
	 .width = 26,
	 .grow = 2,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "town", .width = 16, .grow = 1, .priority = 90},
	{.key = "department", .label = N_("Dpt"), .width = 3, .priority = 70},
	{.key = "rooms", .width = 20, .grow = 2, .priority = 50},
};

const struct list_spec list_venues = {
	.noun = &noun_venue,
	.columns = venue_columns,
	.n_columns = G_N_ELEMENTS(venue_columns),
	.empty = N_("No place yet. n: add one, with its rooms"),
};

static const struct list_column room_columns[] = {
	{.key = "name",
	 .label = N_("Room"),
	 .width = 24,
	 .grow = 2,
	 .priority = 100,
	 .sort = "search_key"},
	{.key = "capacity", .width = 9, .priority = 90, .right = true},
	{.key = "equipment", .width = 20, .grow = 2, .priority = 50},
	{.key = "step_free", .width = 17, .priority = 40},
};

const struct list_spec list_rooms = {
	.noun = &noun_room,
	.columns = room_columns,
	.n_columns = G_N_ELEMENTS(room_columns),
	.empty = N_("No room yet. n: add one"),
};

/* ---- the event's own lists ----------------------------------------------------------------------
 */

static char *
session_times_text(Store *store, const void *row)
{
	const struct session *session = row;
	(void)store;
	g_autofree char *start = time_text(session->start_time, false);
	g_autofree char *end = time_text(session->end_time, false);
	if (session->start_time == NULL)
		return g_strdup("–");
	return session->end_time != NULL ? g_strdup_printf("%s–%s", start, end)
					 : g_steal_pointer(&start);
}

static char *
session_day_text(Store *store, const void *row)
{
	g_autofree char *value =
		noun_value(store, &noun_session, noun_key(&noun_session, "date"), row);
	return value != NULL ? date_text(value, DATE_SHORT) : g_strdup("");
}

static const struct list_column session_columns[] = {
	{.label = N_("Day"),
	 .width = 14,
	 .priority = 90,
	 .text = session_day_text,
	 .file_key = "date"},
	{.label = N_("Times"),
	 .width = 11,
	 .priority = 95,
	 .text = session_times_text,
	 .of = "start_time"},
	{.key = "title", .width = 22, .grow = 3, .priority = 100},
	{.key = "kind", .width = 12, .priority = 50},
	{.key = "room", .width = 12, .grow = 1, .priority = 80},
	{.key = "speakers", .width = 14, .grow = 2, .priority = 60},
};

const struct list_spec list_sessions = {
	.noun = &noun_session,
	.columns = session_columns,
	.n_columns = G_N_ELEMENTS(session_columns),
	.empty = N_("No session yet. n: add the first one"),
};

/* An event of one day needs no column of days. */
const struct list_spec list_sessions_of_a_day = {
	.name = "sessions_of_a_day",
	.noun = &noun_session,
	.columns = session_columns + 1,
	.n_columns = G_N_ELEMENTS(session_columns) - 1,
	.empty = N_("No session yet. n: add the first one"),
};

static const struct list_column speaker_columns[] = {
	{.key = "person", .label = N_("Speaker"), .width = 22, .grow = 2, .priority = 100},
	{.key = "state", .width = 12, .priority = 90},
	{.key = "role", .width = 15, .priority = 50},
	{.key = "session", .width = 20, .grow = 3, .priority = 80},
	{.key = "function", .width = 14, .grow = 1, .priority = 40},
};

const struct list_spec list_speakers = {
	.noun = &noun_speaker,
	.columns = speaker_columns,
	.n_columns = G_N_ELEMENTS(speaker_columns),
	.empty = N_("No speaker yet. n: add one"),
};

static char *
attendee_name_text(Store *store, const void *row)
{
	const struct attendee *attendee = row;
	(void)store;
	return name_listed(attendee->first_name, attendee->last_name);
}

static const struct list_column attendee_columns[] = {
	{.key = "number", .label = N_("No."), .width = 4, .priority = 30, .right = true},
	{.label = N_("Name"),
	 .width = 20,
	 .grow = 2,
	 .priority = 100,
	 .sort = "sort_key",
	 .text = attendee_name_text,
	 .of = "name"},
	{.key = "organisation", .width = 18, .grow = 2, .priority = 90},
	{.key = "function", .width = 16, .grow = 2, .priority = 40},
	{.key = "department", .label = N_("Dpt"), .width = 3, .priority = 60},
	{.key = "status", .width = 12, .priority = 80},
	{.key = "part", .width = 13, .priority = 50},
};

const struct list_spec list_attendees = {
	.noun = &noun_attendee,
	.columns = attendee_columns,
	.n_columns = G_N_ELEMENTS(attendee_columns),
	.empty = N_("Nobody is registered yet. n: register somebody · b: bring in a form's export "
		    "(CSV, Excel) · or paste a list"),
};

static const struct list_column partner_columns[] = {
	{.key = "organisation", .width = 26, .grow = 2, .priority = 100},
	{.key = "role", .width = 26, .grow = 1, .priority = 90},
	{.key = "wording", .width = 16, .grow = 1, .priority = 40},
};

const struct list_spec list_partners = {
	.noun = &noun_partner,
	.columns = partner_columns,
	.n_columns = G_N_ELEMENTS(partner_columns),
	.empty = N_("No partner yet. n: add one"),
};

/* ---- after the event ----------------------------------------------------------------------------
 */

static char *
task_mark_text(Store *store, const void *row)
{
	(void)store;
	return g_strdup(((const struct task *)row)->done_on != NULL ? draw_letter("✓", "x") : "");
}

static char *
task_due_text(Store *store, const void *row)
{
	const struct task *task = row;
	(void)store;
	if (task->due_on != NULL)
		return date_text(task->due_on, DATE_NUMERIC);
	char *offset = task_offset_text(task->days_before, task->days_after, true);
	return offset != NULL ? offset : g_strdup("–");
}

static char *
task_event_text(Store *store, const void *row)
{
	struct event *event =
		store_get(store, &entity_event, ((const struct task *)row)->event_id, NULL);
	char *title = g_strdup(event == NULL                ? ""
			       : event->short_title != NULL ? event->short_title
							    : event->title);
	entity_free(&entity_event, event);
	return title;
}

static bool
task_warns(Store *store, const void *row)
{
	char today[11];
	store_today(store, today);
	return task_state(row, today) == TASK_LATE;
}

#define TASK_MARK                                                                                  \
	{                                                                                          \
		.label = N_("Done"), .width = 4, .priority = 50, .text = task_mark_text,           \
		.of = "done_on"                                                                    \
	}
#define TASK_DUE                                                                                   \
	{                                                                                          \
		.label = N_("Due"), .width = 10, .priority = 90, .text = task_due_text,            \
		.of = "due_on"                                                                     \
	}

static const struct list_column task_columns[] = {
	TASK_MARK,
	{.key = "title", .width = 16, .grow = 3, .priority = 100},
	TASK_DUE,
	{.key = "age", .width = 23, .priority = 80},
	{.key = "owner", .width = 14, .grow = 1, .priority = 60},
	{.key = "link", .width = 16, .grow = 1, .priority = 20},
};

const struct list_spec list_tasks = {
	.noun = &noun_task,
	.columns = task_columns,
	.n_columns = G_N_ELEMENTS(task_columns),
	.empty = N_("Nothing to be done. n: add a task · P: the usual list of this kind of event"),
	.warns = task_warns,
};

static const struct list_column task_of_all_columns[] = {
	{.key = "title", .width = 16, .grow = 3, .priority = 100},
	{.label = N_("Event"),
	 .width = 14,
	 .grow = 2,
	 .priority = 85,
	 .text = task_event_text,
	 .of = "event"},
	TASK_DUE,
	{.key = "age", .width = 23, .priority = 80},
	{.key = "owner", .width = 14, .grow = 1, .priority = 60},
};

const struct list_spec list_tasks_of_all = {
	.name = "tasks_of_all",
	.noun = &noun_task,
	.columns = task_of_all_columns,
	.n_columns = G_N_ELEMENTS(task_of_all_columns),
	.none = N_("Nothing is late, and nothing is due this week"),
	.warns = task_warns,
};

static const struct list_column checklist_columns[] = {
	{.key = "title", .width = 30, .grow = 3, .priority = 100},
	{.key = "offset", .label = N_("Day"), .width = 6, .priority = 90},
	{.key = "task", .width = 18, .priority = 60, .sort = "task"},
	{.key = "owner", .width = 14, .grow = 1, .priority = 50, .sort = "owner"},
	{.key = "each_speaker", .label = N_("Each speaker"), .width = 16, .priority = 30},
};

const struct list_spec list_checklist = {
	.noun = &noun_checklist,
	.columns = checklist_columns,
	.n_columns = G_N_ELEMENTS(checklist_columns),
	.empty = N_("No list of its own: what is below comes with the program, and is what P "
		    "proposes for an event. P: take it over, to change it · n: begin another"),
};

static const struct list_column decision_columns[] = {
	{.key = "position", .label = N_("No."), .width = 3, .priority = 70, .right = true},
	{.key = "item", .width = 20, .grow = 2, .priority = 100},
	{.key = "text", .width = 16, .grow = 3, .priority = 80},
	{.key = "votes", .width = 30, .priority = 60},
};

const struct list_spec list_decisions = {
	.noun = &noun_decision,
	.columns = decision_columns,
	.n_columns = G_N_ELEMENTS(decision_columns),
	.empty = N_("Nothing was decided yet. n: write a decision down"),
};

static const struct list_column practice_columns[] = {
	{.key = "title",
	 .label = N_("Good practice"),
	 .width = 24,
	 .grow = 3,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "territory", .width = 14, .grow = 1, .priority = 90},
	{.key = "theme", .width = 13, .grow = 1, .priority = 80},
	{.key = "event", .width = 18, .grow = 2, .priority = 40},
	{.key = "written_on", .label = N_("Written"), .width = 17, .priority = 30},
};

const struct list_spec list_practices = {
	.noun = &noun_practice,
	.columns = practice_columns,
	.n_columns = G_N_ELEMENTS(practice_columns),
	.empty = N_("No good practice yet. n: write one down · F on a session of a programme"),
};

/* ---- reference lists ----------------------------------------------------------------------------
 */

static const struct list_column kind_columns[] = {
	{.key = "name",
	 .label = N_("Kind of event"),
	 .width = 28,
	 .grow = 2,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "report_heading", .width = 28, .grow = 1, .priority = 90},
	{.key = "heading_proposed", .label = N_("Proposed"), .width = 8, .priority = 50},
};

const struct list_spec list_kinds = {
	.noun = &noun_kind,
	.columns = kind_columns,
	.n_columns = G_N_ELEMENTS(kind_columns),
	.empty = N_("No kind yet: they come with events. n: add one"),
};

static const struct list_column theme_columns[] = {
	{.key = "name",
	 .label = N_("Theme"),
	 .width = 30,
	 .grow = 1,
	 .priority = 100,
	 .sort = "sort_key"},
};

const struct list_spec list_themes = {
	.noun = &noun_theme,
	.columns = theme_columns,
	.n_columns = G_N_ELEMENTS(theme_columns),
	.empty = N_("No theme yet: they come with events. n: add one"),
};

static const struct list_column holiday_columns[] = {
	{.key = "first_day", .width = 20, .priority = 100, .sort = "first_day"},
	{.key = "last_day", .width = 20, .priority = 90, .sort = "last_day"},
	{.key = "name", .width = 20, .grow = 2, .priority = 100, .sort = "name"},
	{.key = "kind", .width = 18, .priority = 60, .sort = "kind"},
	{.key = "reason", .width = 14, .grow = 1, .priority = 50, .sort = "reason"},
	{.key = "zone", .width = 5, .priority = 30, .sort = "zone"},
};

const struct list_spec list_holidays = {
	.noun = &noun_holiday,
	.columns = holiday_columns,
	.n_columns = G_N_ELEMENTS(holiday_columns),
	.empty = N_("No period yet. n: add one · b: bring in (CSV)"),
};

static const struct list_column cycle_columns[] = {
	{.key = "title",
	 .label = N_("Cycle"),
	 .width = 30,
	 .grow = 2,
	 .priority = 100,
	 .sort = "sort_key"},
	{.key = "funders", .width = 20, .grow = 1, .priority = 50},
};

const struct list_spec list_cycles = {
	.noun = &noun_cycle,
	.columns = cycle_columns,
	.n_columns = G_N_ELEMENTS(cycle_columns),
	.empty = N_("No cycle yet. n: add one; an event names its cycle"),
};
