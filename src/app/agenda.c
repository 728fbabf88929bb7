#include "app/agenda.h"

#include <string.h>

#include "app/agenda_private.h"
#include "app/registration.h"
#include "app/task.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/status.h"
#include "store/agenda_rows.h"

#define NEXT_SHOWN  40
#define TASKS_SHOWN 5

/* Registrations of an event. */
struct registrations {
	gint64 taken, registered, waiting;
};

struct loading {
	Store *store;
	Agenda *agenda;
	GHashTable *seats;        /* id of the event → struct registrations */
	char first[11], last[11]; /* AGENDA_DAYS ago, and ahead */
	const char *open;         /* the status of an event that is announced */
};

/* ---- lines --------------------------------------------------------------------------------------
 */

static void
line_free(gpointer pointer)
{
	struct agenda_line *line = pointer;
	g_free(line->date);
	g_free(line->time);
	g_free(line->text);
	g_free(line->detail);
	g_free(line);
}

struct agenda_line *
agenda_line_new(enum agenda_kind kind, gint64 event_id, const char *date)
{
	struct agenda_line *line = g_new0(struct agenda_line, 1);
	line->kind = kind;
	line->event_id = event_id;
	line->date = g_strdup(date);
	return line;
}

static struct agenda_line *
due_add(struct loading *loading, enum agenda_kind kind, gint64 event_id, const char *date,
	bool warns)
{
	struct agenda_line *line = agenda_line_new(kind, event_id, date);
	line->warns = warns;
	g_ptr_array_add(loading->agenda->to_do, line);
	return line;
}

/* ---- events -------------------------------------------------------------------------------------
 */

static const char *
last_day(const struct agenda_event_row *row)
{
	return row->end_date != NULL ? row->end_date : row->start_date;
}

static bool
stands(const char *status)
{
	return code_is(&code_event_statuses, status, CODE_LIVE);
}

static struct registrations
seats_of(const struct loading *loading, gint64 event_id)
{
	const struct registrations *seats = g_hash_table_lookup(loading->seats, &event_id);
	return seats != NULL ? *seats : (struct registrations){0};
}

/* "17/25  ouvert". */
static char *
event_detail(const struct loading *loading, const struct agenda_event_row *row)
{
	struct registrations seats = seats_of(loading, row->id);
	const char *last = last_day(row);
	struct event_opening opening = {
		.seats_taken = seats.taken,
		.seat_limit = MAX(row->seat_limit, 0),
		.deadline = row->deadline,
		.last_day = date_is_day(last) ? last : NULL,
		.today = loading->agenda->today,
	};
	const struct code *shown = event_status_shown(row->status, &opening);
	const char *status = shown != NULL ? code_text(shown) : row->status;
	return row->seat_limit > 0 ? g_strdup_printf("%d/%d  %s", (int)seats.registered,
						     (int)row->seat_limit, status)
				   : g_strdup_printf("%d  %s", (int)seats.registered, status);
}

static struct agenda_line *
event_line(const struct loading *loading, const struct agenda_event_row *row)
{
	struct agenda_line *line = agenda_line_new(AGENDA_EVENT, row->id, row->start_date);
	const char *where = row->town;
	if (where == NULL && g_strcmp0(row->mode, "remote") == 0)
		where = code_label(&code_event_modes, row->mode);
	line->text = where != NULL ? g_strdup_printf("%s · %s", row->title, where)
				   : g_strdup(row->title);
	line->detail = event_detail(loading, row);
	return line;
}

static bool
is_today(const struct loading *loading, const struct agenda_event_row *row)
{
	const char *today = loading->agenda->today;
	return date_is_day(row->start_date) && strcmp(row->start_date, today) <= 0 &&
	       strcmp(last_day(row), today) >= 0;
}

static bool
is_to_come(const struct loading *loading, const struct agenda_event_row *row)
{
	return date_is_day(row->start_date) && strcmp(row->start_date, loading->agenda->today) > 0;
}

/* Those that stand are looked at more closely afterwards. */
static void
event_note(struct loading *loading, const struct agenda_event_row *row)
{
	if (!stands(row->status) || !date_is_day(row->start_date))
		return;
	struct agenda_event event = {
		.id = row->id,
		.title = g_strdup(row->title),
		.date = g_strdup(row->start_date),
		.registered = seats_of(loading, row->id).registered,
		.checks = strcmp(row->start_date, loading->last) <= 0,
		.today = is_today(loading, row),
	};
	g_array_append_val(loading->agenda->steps->events, event);
}

/* What a year has passed over is not to be done any more. */
static bool
is_long_past(const struct loading *loading, const char *last)
{
	char year_ago[11];
	date_from_number(date_number(loading->agenda->today) - 365, year_ago);
	return last != NULL && strncmp(last, year_ago, strlen(last)) < 0;
}

/* Days to be given, past and still announced: such an event cannot go on as it is. */
static void
event_stuck(struct loading *loading, const struct agenda_event_row *row)
{
	const char *last = last_day(row);
	struct agenda_line *line = NULL;
	if (!stands(row->status) || (row->days_known == 0 && is_long_past(loading, last)))
		return;
	if (row->days_known == 0) {
		line = due_add(loading, AGENDA_DAYS_OPEN, row->id, row->start_date, true);
		line->text = g_strdup_printf(_("days to be given: %s"), row->title);
	} else if (last != NULL && strncmp(last, loading->agenda->today, strlen(last)) < 0 &&
		   g_strcmp0(row->status, loading->open) == 0) {
		line = due_add(loading, AGENDA_PAST, row->id, row->start_date, true);
		line->text = g_strdup_printf(_("past, and still announced: %s"), row->title);
	}
}

/* Only where somebody waits and a seat is free are all registrations of the event read. */
static void
event_seats(struct loading *loading, const struct agenda_event_row *row)
{
	struct registrations seats = seats_of(loading, row->id);
	bool full = row->seat_limit > 0 && seats.taken >= row->seat_limit;
	if (!stands(row->status) || !is_to_come(loading, row) || (!full && seats.waiting == 0))
		return;
	if (full) {
		struct agenda_line *line =
			due_add(loading, AGENDA_FULL, row->id, row->start_date, false);
		line->text = seats.waiting == 0
				     ? g_strdup_printf(_("full: %s"), row->title)
				     : g_strdup_printf(i18n_count("full, and %d person waits: %s",
								  "full, and %d people wait: %s",
								  seats.waiting),
						       (int)seats.waiting, row->title);
		return;
	}
	g_autofree char *turn = registration_turn(loading->store, row->id);
	if (turn == NULL)
		return;
	struct agenda_line *line = due_add(loading, AGENDA_SEAT, row->id, row->start_date, true);
	line->text =
		g_strdup_printf(i18n_count("a seat is free and %d person waits: %s",
					   "a seat is free and %d people wait: %s", seats.waiting),
				(int)seats.waiting, row->title);
}

static void
event_take(const struct agenda_event_row *row, gpointer user)
{
	struct loading *loading = user;
	Agenda *agenda = loading->agenda;
	if (is_today(loading, row))
		g_ptr_array_add(agenda->now, event_line(loading, row));
	else if (is_to_come(loading, row) && agenda->next->len < NEXT_SHOWN)
		g_ptr_array_add(agenda->next, event_line(loading, row));
	event_note(loading, row);
	event_stuck(loading, row);
	event_seats(loading, row);
}

static void
tally_seats(gint64 event_id, const char *status, const char *part, gint64 n, gpointer user)
{
	struct loading *loading = user;
	struct registrations *seats = g_hash_table_lookup(loading->seats, &event_id);
	if (seats == NULL) {
		seats = g_new0(struct registrations, 1);
		g_hash_table_insert(loading->seats, g_memdup2(&event_id, sizeof event_id), seats);
	}
	seats->taken += attendee_takes_seat(status, part) ? n : 0;
	seats->registered += attendee_counted(status, part) ? n : 0;
	seats->waiting += code_is(&code_attendee_statuses, status, CODE_WAITS) ? n : 0;
}

/* ---- counted by event ---------------------------------------------------------------------------
 */

/* Asked for, and not confirmed yet. */
static bool
is_pending(const struct code_list *states, const char *state)
{
	return code_is(states, state, CODE_LIVE) && !code_is(states, state, CODE_COUNTED);
}

static char *
speakers_text(const struct agenda_tally_row *row)
{
	if (!is_pending(&code_speaker_states, row->code))
		return NULL;
	return g_strdup_printf(i18n_count("%d speaker is not confirmed: %s",
					  "%d speakers are not confirmed: %s", row->n),
			       (int)row->n, row->title);
}

static char *
step_place(const struct agenda_tally_row *row)
{
	return g_strcmp0(row->mode, "remote") != 0
		       ? g_strdup_printf(_("no place yet: %s"), row->title)
		       : NULL;
}

static char *
rooms_text(const struct agenda_tally_row *row)
{
	if (!is_pending(&code_booking_states, row->code))
		return NULL;
	return g_strdup_printf(i18n_count("%d room is not booked: %s",
					  "%d rooms are not booked: %s", row->n),
			       (int)row->n, row->title);
}

static char *
sheets_text(const struct agenda_tally_row *row)
{
	return g_strdup_printf(i18n_count("the sign-in sheet of %d half-day is not back: %s",
					  "the sign-in sheets of %d half-days are not back: %s",
					  row->n),
			       (int)row->n, row->title);
}

static char *
copies_text(const struct agenda_tally_row *row)
{
	return g_strdup_printf(i18n_count("%d copy is not back: %s", "%d copies are not back: %s",
					  row->n),
			       (int)row->n, row->title);
}

static char *
conflicts_text(const struct agenda_tally_row *row)
{
	return g_strdup_printf(i18n_count("%d conflict of copies to decide: %s",
					  "%d conflicts of copies to decide: %s", row->n),
			       (int)row->n, row->title);
}

static const struct {
	enum agenda_kind kind;
	bool warns;
	bool past;     /* of days that are over; else of those to come */
	bool whatever; /* the event has become */
	char *(*text)(const struct agenda_tally_row *row); /* NULL: nothing. Caller frees */
} tally_lines[AGENDA_TALLIES] = {
	[AGENDA_TALLY_SPEAKERS] = {.kind = AGENDA_SPEAKERS, .text = speakers_text},
	[AGENDA_TALLY_PLACES] = {.kind = AGENDA_PLACE, .warns = true, .text = step_place},
	[AGENDA_TALLY_BOOKINGS] = {.kind = AGENDA_ROOM, .warns = true, .text = rooms_text},
	[AGENDA_TALLY_SHEETS] = {.kind = AGENDA_SHEET,
				 .warns = true,
				 .past = true,
				 .whatever = true,
				 .text = sheets_text},
	[AGENDA_TALLY_COPIES] = {.kind = AGENDA_COPIES, .whatever = true, .text = copies_text},
	[AGENDA_TALLY_CONFLICTS] = {.kind = AGENDA_CONFLICTS,
				    .warns = true,
				    .whatever = true,
				    .text = conflicts_text},
};

struct tallying {
	struct loading *loading;
	enum agenda_tally tally;
};

/* Those of one event are told together, whatever their state. */
static struct agenda_line *
tally_line(const struct tallying *tallying, const struct agenda_tally_row *row)
{
	const GPtrArray *lines = tallying->loading->agenda->to_do;
	enum agenda_kind kind = tally_lines[tallying->tally].kind;
	struct agenda_line *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;
	if (last != NULL && last->kind == kind && last->event_id == row->event_id)
		return last;
	return due_add(tallying->loading, kind, row->event_id, row->start_date,
		       tally_lines[tallying->tally].warns);
}

static void
tally_take(const struct agenda_tally_row *row, gpointer user)
{
	const struct tallying *tallying = user;
	bool told = stands(row->status) || tally_lines[tallying->tally].whatever;
	g_autofree char *text = told ? tally_lines[tallying->tally].text(row) : NULL;
	if (text == NULL)
		return;
	struct agenda_line *line = tally_line(tallying, row);
	struct agenda_tally_row together = *row;
	together.n += line->n;
	line->n = together.n;
	g_free(line->text);
	line->text = tally_lines[tallying->tally].text(&together);
	/* A copy is to be out until its event is over. */
	line->warns |= tallying->tally == AGENDA_TALLY_COPIES && row->start_date != NULL &&
		       strcmp(row->start_date, tallying->loading->agenda->today) < 0;
}

static bool
tallies_load(struct loading *loading, GError **error)
{
	char yesterday[11];
	date_from_number(date_number(loading->agenda->today) - 1, yesterday);
	bool done = true;
	for (int tally = 0; done && tally < AGENDA_TALLIES; tally++) {
		struct tallying tallying = {loading, (enum agenda_tally)tally};
		bool past = tally_lines[tally].past;
		done = agenda_tally(loading->store, tallying.tally,
				    past ? loading->first : loading->agenda->today,
				    past ? yesterday : loading->last, tally_take, &tallying, error);
	}
	return done;
}

/* ---- tasks, and organisations -------------------------------------------------------------------
 */

static void
task_line_add(struct loading *loading, gint64 task_id)
{
	struct task *task = store_get(loading->store, &entity_task, task_id, NULL);
	struct event *event =
		task != NULL ? store_get(loading->store, &entity_event, task->event_id, NULL)
			     : NULL;
	if (event != NULL) {
		g_autofree char *name = task_name(loading->store, task);
		struct agenda_line *line =
			due_add(loading, AGENDA_TASK, task->event_id, task->due_on,
				strcmp(task->due_on, loading->agenda->today) < 0);
		line->task_id = task_id;
		line->text = g_strdup_printf(_("%s — %s"), name,
					     event->short_title != NULL ? event->short_title
									: event->title);
	}
	entity_free(&entity_event, event);
	entity_free(&entity_task, task);
}

static void
tasks_add(struct loading *loading)
{
	struct task_counts counts = {0};
	g_autoptr(GArray) first = g_array_new(FALSE, FALSE, sizeof(gint64));
	if (!task_first(loading->store, TASKS_SHOWN, &counts, first, NULL))
		return;
	if (counts.late > 0) {
		struct agenda_line *line = due_add(loading, AGENDA_TASKS, 0, NULL, true);
		line->text = g_strdup_printf(i18n_count("%u task is late", "%u tasks are late",
							counts.late),
					     counts.late);
	}
	if (counts.this_week > 0) {
		struct agenda_line *line = due_add(loading, AGENDA_TASKS, 0, NULL, false);
		line->text = g_strdup_printf(i18n_count("%u task is due within a week",
							"%u tasks are due within a week",
							counts.this_week),
					     counts.this_week);
	}
	for (guint i = 0; i < first->len; i++)
		task_line_add(loading, g_array_index(first, gint64, i));
}

static void
organisations_add(struct loading *loading)
{
	gint64 n = store_count(loading->store, &entity_organisation, "classified", value_integer(0),
			       NULL);
	if (n <= 0)
		return;
	struct agenda_line *line = due_add(loading, AGENDA_CLASSIFY, 0, NULL, false);
	line->text = g_strdup_printf(i18n_count("%d organisation to classify",
						"%d organisations to classify", n),
				     (int)n);
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

/* What is to be done this week stands first, then what is wrong, then what is to be known; what has
 * been wrong for long can wait. */
static int
line_rank(const struct agenda_line *line, const char *today)
{
	if (line->kind == AGENDA_TASKS || line->kind == AGENDA_TASK)
		return 0;
	if (!line->warns)
		return 2;
	bool old = line->date != NULL && date_is_day(line->date) &&
		   date_number(line->date) < date_number(today) - AGENDA_DAYS;
	return old ? 3 : 1;
}

gint
agenda_line_order(gconstpointer a, gconstpointer b, gpointer today)
{
	const struct agenda_line *first = *(const struct agenda_line *const *)a;
	const struct agenda_line *second = *(const struct agenda_line *const *)b;
	int rank = line_rank(first, today), other = line_rank(second, today);
	if (rank != other || rank == 0)
		return rank - other;
	return g_strcmp0(first->date != NULL ? first->date : "9999",
			 second->date != NULL ? second->date : "9999");
}

static bool
load(struct loading *loading, GError **error)
{
	Agenda *agenda = loading->agenda;
	if (!agenda_seats(loading->store, agenda->today, tally_seats, loading, error) ||
	    !agenda_events(loading->store, agenda->today, loading->open, event_take, loading,
			   error) ||
	    !tallies_load(loading, error))
		return false;
	tasks_add(loading);
	organisations_add(loading);
	g_ptr_array_sort_with_data(agenda->to_do, agenda_line_order, agenda->today);
	return true;
}

static const char *
status_open(void)
{
	for (guint i = 0; i < code_event_statuses.n; i++)
		if ((code_event_statuses.codes[i].traits & CODE_OPEN) != 0)
			return code_event_statuses.codes[i].code;
	return "";
}

static void
event_clear(gpointer pointer)
{
	struct agenda_event *event = pointer;
	g_free(event->title);
	g_free(event->date);
}

static Agenda *
agenda_new(Store *store)
{
	Agenda *agenda = g_new0(Agenda, 1);
	store_today(store, agenda->today);
	agenda->now = g_ptr_array_new_with_free_func(line_free);
	agenda->to_do = g_ptr_array_new_with_free_func(line_free);
	agenda->next = g_ptr_array_new_with_free_func(line_free);
	agenda->nothing = agenda_nothing(store);
	g_strlcpy(agenda->year.year, agenda->today, sizeof agenda->year.year);
	agenda->steps = g_new0(struct agenda_steps, 1);
	agenda->steps->events = g_array_new(FALSE, FALSE, sizeof(struct agenda_event));
	g_array_set_clear_func(agenda->steps->events, event_clear);
	return agenda;
}

Agenda *
agenda_load(Store *store, GError **error)
{
	struct loading loading = {
		.store = store,
		.agenda = agenda_new(store),
		.seats = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
		.open = status_open(),
	};
	int today = date_number(loading.agenda->today);
	date_from_number(today - AGENDA_DAYS, loading.first);
	date_from_number(today + AGENDA_DAYS, loading.last);
	if (!loading.agenda->nothing && !load(&loading, error))
		g_clear_pointer(&loading.agenda, agenda_free);
	g_hash_table_unref(loading.seats);
	return loading.agenda;
}

void
agenda_free(Agenda *agenda)
{
	if (agenda == NULL)
		return;
	g_ptr_array_unref(agenda->now);
	g_ptr_array_unref(agenda->to_do);
	g_ptr_array_unref(agenda->next);
	g_array_unref(agenda->steps->events);
	g_free(agenda->steps);
	g_free(agenda);
}
