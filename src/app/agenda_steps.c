/* What takes longer, piece by piece. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/agenda_private.h"
#include "app/output.h"
#include "app/personal.h"
#include "app/presence_each.h"
#include "app/report_facts.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/event.h"
#include "core/status.h"

/* Beyond this it is felt: registrations of the events that are checked, each event as much as some
 * of them, and the size of the file. */
#define LONG_CHECKS 300
#define LONG_EVENT  40
#define LONG_BYTES  (16 * 1024 * 1024)

/* ---- who is there -------------------------------------------------------------------------------
 */

/* A half-day of today, and how many are there. */
struct door_half {
	gint64 id;
	const char *part;
	gint64 present;
};

static void
present_take(const struct presence_known *known, gpointer user)
{
	GArray *halves = user;
	for (guint i = 0; i < halves->len; i++) {
		struct door_half *half = &g_array_index(halves, struct door_half, i);
		if (half->id == known->half_day_id &&
		    code_is(&code_presence_states, known->state, CODE_COUNTED))
			half->present++;
	}
}

static void
halves_of_day(Store *store, gint64 day_id, GArray *halves)
{
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct half_day *row = rows->row[i];
		struct door_half half = {.id = row->id,
					 .part = code_find(&code_half_day_parts, row->part)->code};
		g_array_append_val(halves, half);
	}
}

/* Its half-days of today, and when it begins. */
static GArray *
halves_today(Store *store, const Agenda *agenda, gint64 event_id, char **time)
{
	GArray *halves = g_array_new(FALSE, FALSE, sizeof(struct door_half));
	g_autoptr(Rows) days = store_of(store, &entity_event_day, "event_id", event_id, NULL);
	for (guint i = 0; days != NULL && i < days->n; i++) {
		const struct event_day *day = days->row[i];
		if (g_strcmp0(day->date, agenda->today) != 0)
			continue;
		*time = g_strdup(day->start_time);
		halves_of_day(store, day->id, halves);
	}
	return halves;
}

static char *
door_text(const GArray *halves, gint64 registered)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < halves->len; i++) {
		const struct door_half *half = &g_array_index(halves, struct door_half, i);
		g_string_append_printf(text, _("%s%s: %d of %d present"), i > 0 ? " · " : "",
				       code_label(&code_half_day_parts, half->part),
				       (int)half->present, (int)registered);
	}
	return g_string_free(text, FALSE);
}

static void
door_add(Agenda *agenda, Store *store, const struct agenda_event *event)
{
	const struct report_filter filter = {.event_id = event->id};
	char *time = NULL;
	g_autoptr(GArray) halves = halves_today(store, agenda, event->id, &time);
	guint place = 0;
	while (place < agenda->now->len &&
	       ((struct agenda_line *)agenda->now->pdata[place])->event_id != event->id)
		place++;
	if (place == agenda->now->len || halves->len == 0 ||
	    !presence_each(store, &filter, present_take, halves, NULL)) {
		g_free(time);
		return;
	}
	((struct agenda_line *)agenda->now->pdata[place])->time = time;
	struct agenda_line *line = agenda_line_new(AGENDA_DOOR, event->id, NULL);
	line->text = door_text(halves, event->registered);
	g_ptr_array_insert(agenda->now, (int)place + 1, line);
	agenda->changes++;
}

static bool
door_step(Agenda *agenda, Store *store)
{
	struct agenda_steps *steps = agenda->steps;
	while (steps->doors < steps->events->len) {
		const struct agenda_event *event =
			&g_array_index(steps->events, struct agenda_event, steps->doors++);
		if (event->today) {
			door_add(agenda, store, event);
			return true;
		}
	}
	return false;
}

/* ---- the year -----------------------------------------------------------------------------------
 */

static gint64
figure(const ReportScope *scope, enum report_figure figure)
{
	const struct report_cell cell = {.figure = figure, .axis = REPORT_ALL};
	return report_count(scope, &cell);
}

static bool
figures_step(Agenda *agenda, Store *store)
{
	struct agenda_year *year = &agenda->year;
	if (agenda->steps->figures)
		return false;
	agenda->steps->figures = true;
	const struct report_filter filter = {.first_year = year->year,
					     .last_year = year->year,
					     .alone = true};
	g_autoptr(ReportData) data = report_data_load(store, &filter, NULL);
	if (data == NULL)
		return true;
	g_autoptr(ReportScope) scope = report_scope_new(&data->facts, year->year, agenda->today);
	gint64 missing = figure(scope, FIGURE_NOT_COME_RATE);
	year->events = figure(scope, FIGURE_EVENTS);
	year->participations = figure(scope, FIGURE_PARTICIPATIONS);
	year->people = figure(scope, FIGURE_PEOPLE);
	year->organisations = figure(scope, FIGURE_ORGANISATIONS);
	year->presence = missing != REPORT_UNKNOWN ? 1000 - missing : REPORT_UNKNOWN;
	for (guint i = 0; i < AGENDA_MONTHS; i++) {
		const struct report_cell cell = {.figure = FIGURE_PARTICIPATIONS,
						 .axis = REPORT_BY_MONTH,
						 .value = i};
		year->months[i] = MAX(report_count(scope, &cell), 0);
	}
	year->known = true;
	agenda->changes++;
	return true;
}

/* ---- checks -------------------------------------------------------------------------------------
 */

/* The errors that no line of their own tells; FIRST receives one of them. */
static guint
errors_count(const GPtrArray *problems, const char **first)
{
	guint n = 0;
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (problem->severity != CHECK_ERROR || strcmp(problem->code, "no_place") == 0)
			continue;
		if (n++ == 0)
			*first = problem->message;
	}
	return n;
}

static void
check_add_line(Agenda *agenda, Store *store, const struct agenda_event *event)
{
	g_autoptr(GPtrArray) problems = event_check(store, event->id, NULL);
	const char *first = NULL;
	guint n = problems != NULL ? errors_count(problems, &first) : 0;
	if (n == 0)
		return;
	struct agenda_line *line = agenda_line_new(AGENDA_CHECK, event->id, event->date);
	line->warns = true;
	line->text =
		n == 1 ? g_strdup_printf(_("%s: %s"), event->title, first)
		       : g_strdup_printf(_("%s: %u errors, the first: %s"), event->title, n, first);
	g_ptr_array_add(agenda->to_do, line);
	g_ptr_array_sort_with_data(agenda->to_do, agenda_line_order, agenda->today);
	agenda->changes++;
}

static bool
check_step(Agenda *agenda, Store *store)
{
	struct agenda_steps *steps = agenda->steps;
	while (steps->checked < steps->events->len) {
		const struct agenda_event *event =
			&g_array_index(steps->events, struct agenda_event, steps->checked++);
		if (event->checks) {
			check_add_line(agenda, store, event);
			return true;
		}
	}
	return false;
}

/* ---- whom to ask again --------------------------------------------------------------------------
 */

static void
people_add(Agenda *agenda, enum agenda_kind kind, char *text)
{
	struct agenda_line *line = agenda_line_new(kind, 0, NULL);
	line->text = text;
	g_ptr_array_add(agenda->to_do, line);
	agenda->changes++;
}

static void
due_tell(Agenda *agenda)
{
	guint ask = agenda->steps->due[RETENTION_TO_CONTACT];
	guint erase = agenda->steps->due[RETENTION_TO_ERASE];
	if (ask > 0)
		people_add(agenda, AGENDA_CONTACT,
			   g_strdup_printf(i18n_count("%u person to contact again",
						      "%u people to contact again", ask),
					   ask));
	if (erase > 0)
		people_add(agenda, AGENDA_ERASE,
			   g_strdup_printf(i18n_count("%u person whose data are to be erased",
						      "%u people whose data are to be erased",
						      erase),
					   erase));
}

static bool
contact_step(Agenda *agenda, Store *store)
{
	struct agenda_steps *steps = agenda->steps;
	if (steps->asked)
		return false;
	bool done = people_due_count(store, &steps->asked_to, steps->due, NULL);
	steps->asked = !done || steps->asked_to == 0;
	if (done && steps->asked)
		due_tell(agenda);
	return true;
}

/* ---- one after the other ------------------------------------------------------------------------
 */

bool
agenda_step(Agenda *agenda, Store *store)
{
	return !agenda->nothing && (door_step(agenda, store) || figures_step(agenda, store) ||
				    check_step(agenda, store) || contact_step(agenda, store));
}

bool
agenda_is_long(const Agenda *agenda, Store *store)
{
	GStatBuf file;
	gint64 checks = 0;
	for (guint i = 0; i < agenda->steps->events->len; i++) {
		const struct agenda_event *event =
			&g_array_index(agenda->steps->events, struct agenda_event, i);
		checks += event->checks ? LONG_EVENT + event->registered : 0;
	}
	return checks > LONG_CHECKS ||
	       (g_stat(store_path(store), &file) == 0 && file.st_size > LONG_BYTES);
}
