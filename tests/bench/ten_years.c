/* A file of ten years of ten centres, by the program's own write path: ten_years FILE.
 *
 * 1,000 events with their days, half-days, programme, speakers and partners; 20,000 people of 3,000
 * organisations, who enter the directory as they first register; some 174,000 registrations and
 * 300,000 marks of presence. The event of the day, 2026-11-23, has 1,500 registrations. It needs a
 * clock that stands there (ATELIERS_NOW), and prints the number of that event. The same file every
 * time, but for identities.
 */
#include <string.h>

#include "app/event.h"
#include "base/date.h"
#include "bench/ten_years_directory.h"
#include "core/attendee.h"
#include "core/programme.h"

#define MARKS     300000
#define MARKED    90 /* per cent of the registrations may be marked: they were not withdrawn */
#define DESK      25 /* marks of one gesture */
#define TODAY     "2026-11-23"
#define FIRST_DAY "2017-01-10"

/* ---- events -------------------------------------------------------------------------------------
 */

static guint
size_choose(struct making *making, guint i)
{
	struct chance *chance = &making->chance;
	if (i % 20 == 7)
		return 500 + chance_of(chance, 500);
	if (i % 10 == 3)
		return 12 + chance_of(chance, 30);
	return i % 4 == 1 ? 180 + chance_of(chance, 170) : 60 + chance_of(chance, 120);
}

static void
events_plan(struct making *making)
{
	int first = date_number(FIRST_DAY), today = date_number(TODAY);
	for (guint i = 0; i < EVENTS; i++) {
		struct plan *plan = &making->plans[i];
		int day = first + (int)(i * 366 / 100);
		*plan = (struct plan){
			.size = size_choose(making, i),
			.days = i % 7 == 2 ? 2 : 1,
			.morning = i % 7 == 4,
			.past = day <= today,
		};
		if (plan->past)
			making->biggest = i;
		date_from_number(day, plan->date);
	}
	making->plans[making->biggest].size = 1500;
	making->plans[making->biggest].days = 1;
	making->plans[making->biggest].morning = false;
	strcpy(making->plans[making->biggest].date, TODAY);
	for (guint i = 0; i <= making->biggest; i++)
		making->seats += (guint64)making->plans[i].size *
				 (making->plans[i].morning ? 1 : making->plans[i].days * 2);
}

static gint64
day_make(struct making *making, gint64 event, const struct plan *plan, guint offset, guint venue)
{
	struct event_day *day = entity_new(&entity_event_day);
	char date[11];
	date_from_number(date_number(plan->date) + (int)offset, date);
	day->event_id = event;
	day->venue_id = making->venues[venue];
	text_set(&day->date, date);
	text_set(&day->start_time, "09:30");
	text_set(&day->end_time, plan->morning ? "12:30" : "16:30");
	return insert(making, &entity_event_day, day);
}

static const struct {
	const char *start, *end, *kind;
} lines[G_N_ELEMENTS(words_session)] = {
	{"09:00", "09:30", "welcome"},  {"09:30", "10:30", "opening"},
	{"10:30", "12:30", "plenary"},  {"13:30", "15:30", "workshop"},
	{"13:30", "15:30", "workshop"}, {"12:30", "13:30", "lunch"},
	{"15:30", "16:15", "plenary"},  {"16:15", "16:30", "closing"},
};

static gint64
session_make(struct making *making, gint64 event, gint64 day, guint line, guint venue)
{
	struct session *session = entity_new(&entity_session);
	session->event_id = event;
	session->day_id = day;
	session->room_id = making->rooms[venue][line == 4];
	session->position = line;
	text_set(&session->title, words_session[line]);
	text_set(&session->kind, lines[line].kind);
	text_set(&session->start_time, lines[line].start);
	text_set(&session->end_time, lines[line].end);
	return insert(making, &entity_session, session);
}

static void
speaker_make(struct making *making, guint i, gint64 event, gint64 session)
{
	struct speaker *speaker = entity_new(&entity_speaker);
	speaker->event_id = event;
	speaker->session_id = session;
	speaker->person_id = person_choose(making, i)->id;
	speaker->position = 0;
	text_set(&speaker->role, "speaker");
	text_set(&speaker->state, "confirmed");
	insert(making, &entity_speaker, speaker);
}

static void
partners_make(struct making *making, gint64 event)
{
	guint n = 1 + chance_of(&making->chance, 6), first = chance_of(&making->chance, 2000);
	for (guint i = 0; i < n; i++) {
		struct partner *partner = entity_new(&entity_partner);
		partner->event_id = event;
		partner->organisation_id = making->organisations[first + i * 7];
		partner->position = i;
		text_set(&partner->role, CHOSEN(&making->chance, words_role));
		insert(making, &entity_partner, partner);
	}
}

/* Six events in ten have a programme; WORKSHOPS receives two sessions, or 0. */
static void
programme_make(struct making *making, guint i, gint64 event, gint64 day, guint venue,
	       gint64 workshops[static 2])
{
	const struct plan *plan = &making->plans[i];
	if (i % 5 > 2 && i != making->biggest)
		return;
	for (guint line = 0; line < G_N_ELEMENTS(lines); line++) {
		if (plan->morning && line > 2)
			break;
		gint64 session = session_make(making, event, day, line, venue);
		if (line == 3 || line == 4)
			workshops[line - 3] = session;
		if (line == 2 || line == 3 || line == 4)
			speaker_make(making, i, event, session);
	}
}

static void
theme_make(struct making *making, gint64 event, guint i)
{
	struct event_theme *theme = entity_new(&entity_event_theme);
	theme->event_id = event;
	theme->theme_id = making->themes[i % G_N_ELEMENTS(words_theme)];
	theme->position = 0;
	insert(making, &entity_event_theme, theme);
}

static gint64
event_insert(struct making *making, guint i, char **number)
{
	const struct plan *plan = &making->plans[i];
	struct event *event = entity_new(&entity_event);
	GError *error = NULL;
	const char *subject = CHOSEN(&making->chance, words_subject);
	event->title = g_strdup_printf("%s (%s)", subject, CHOSEN(&making->chance, making->towns));
	event->kind_id = CHOSEN(&making->chance, making->kinds);
	event->cycle_id = i % 3 == 0 ? CHOSEN(&making->chance, making->cycles) : 0;
	event->seat_limit = plan->size + 20;
	text_set(&event->start_date, plan->date);
	text_set(&event->mode, "onsite");
	text_set(&event->status, !plan->past || i == making->biggest ? "announced"
				 : i + 100 < EVENTS                  ? "accounted"
								     : "held");
	if (!event_begin(making->store, event, &error))
		give_up(error);
	*number = g_strdup(event->number);
	return insert(making, &entity_event, event);
}

/* ---- registrations ------------------------------------------------------------------------------
 */

static const char *
status_choose(struct making *making)
{
	guint roll = chance_of(&making->chance, 100);
	return roll < MARKED ? "registered" : roll < 97 ? "cancelled" : "waiting";
}

static gint64
attendee_insert(struct making *making, guint i, gint64 event, guint number, const char *status)
{
	const struct known *known = person_choose(making, i);
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event;
	attendee->person_id = known->id;
	attendee->organisation_id = making->organisations[known->organisation];
	attendee->number = g_strdup_printf("%u", number);
	attendee->registered_at = g_strdup_printf("%sT08:30:00Z", making->plans[i].date);
	text_set(&attendee->first_name, known->first);
	text_set(&attendee->last_name, known->last);
	text_set(&attendee->function, known->function);
	text_set(&attendee->email, known->email);
	text_set(&attendee->organisation, making->organisation_names[known->organisation]);
	text_set(&attendee->department, CHOSEN(&making->chance, words_department));
	text_set(&attendee->part, number % 40 == 0 ? "staff" : "participant");
	text_set(&attendee->status, status);
	text_set(&attendee->origin, "form");
	return insert(making, &entity_attendee, attendee);
}

static void
import_row_insert(struct making *making, gint64 event, gint64 attendee, guint number)
{
	struct import_row *row = entity_new(&entity_import_row);
	row->event_id = event;
	row->attendee_id = attendee;
	row->source = g_strdup_printf("attendees %" G_GINT64_FORMAT, event);
	row->row_key = g_strdup_printf("%016x%016x", number, chance_of(&making->chance, 1u << 30));
	insert(making, &entity_import_row, row);
}

static void
choice_insert(struct making *making, gint64 attendee, gint64 session)
{
	struct choice *choice = entity_new(&entity_choice);
	choice->attendee_id = attendee;
	choice->session_id = session;
	choice->rank = 1;
	choice->assigned = 1;
	insert(making, &entity_choice, choice);
}

/* The ids of those whose registration stands. */
static GArray *
attendees_make(struct making *making, guint i, gint64 event, const gint64 workshops[static 2])
{
	GArray *standing = g_array_new(FALSE, FALSE, sizeof(gint64));
	guint size = making->plans[i].size;
	begin(making, "attendees_import");
	for (guint number = 1; number <= size; number++) {
		const char *status = status_choose(making);
		gint64 id = attendee_insert(making, i, event, number, status);
		import_row_insert(making, event, id, number);
		if (workshops[0] != 0 && (i % 10 == 0 || i == making->biggest))
			choice_insert(making, id, workshops[number % 2]);
		if (strcmp(status, "registered") == 0)
			g_array_append_val(standing, id);
	}
	g_autofree char *counter = g_strdup_printf("attendee %" G_GINT64_FORMAT, event);
	if (size > 0 && store_next(making->store, counter, size, NULL) <= 0)
		give_up(NULL);
	commit(making, &entity_event, event, event, size);
	return standing;
}

/* ---- presence -----------------------------------------------------------------------------------
 */

/* TAKEN_BACK may be NULL: the nonce of the mark that this one retracts. */
static char *
mark_insert(struct making *making, gint64 attendee, gint64 half_day, const char *at,
	    const char *state, const char *taken_back)
{
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee;
	mark->half_day_id = half_day;
	mark->nonce = g_uuid_string_random();
	char *nonce = g_strdup(mark->nonce);
	text_set(&mark->state, state);
	text_set(&mark->happened_at, at);
	text_set(&mark->recorded_at, at);
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	text_set(&mark->retracts, taken_back);
	insert(making, &entity_presence_mark, mark);
	return nonce;
}

/* Nine in ten came, one mark in fifty was a slip that was taken back. */
static void
attendee_mark(struct making *making, gint64 attendee, gint64 half_day, const char *at)
{
	guint roll = chance_of(&making->chance, 100);
	const char *state = roll < 90 ? "present" : roll < 96 ? "absent" : "excused";
	g_autofree char *nonce = mark_insert(making, attendee, half_day, at, state, NULL);
	if (chance_of(&making->chance, 50) == 0)
		g_free(mark_insert(making, attendee, half_day, at, "unknown", nonce));
}

static void
half_day_mark(struct making *making, guint i, gint64 event, const GArray *standing, gint64 half_day)
{
	guint n = 0;
	g_autofree char *at = g_strdup_printf("%sT07:45:00Z", making->plans[i].date);
	for (guint k = 0; k < standing->len; k++) {
		making->due += MARKS;
		if (making->due * 100 < making->seats * MARKED)
			continue;
		making->due -= making->seats * MARKED / 100;
		if (n % DESK == 0)
			begin(making, "presence_mark");
		attendee_mark(making, g_array_index(standing, gint64, k), half_day, at);
		if (++n % DESK == 0)
			commit(making, &entity_half_day, half_day, event, DESK);
	}
	if (n % DESK != 0)
		commit(making, &entity_half_day, half_day, event, n % DESK);
}

static void
presence_make(struct making *making, guint i, gint64 event, const GArray *standing)
{
	g_autoptr(Rows) days = event_days(making->store, event, NULL);
	for (guint d = 0; days != NULL && d < days->n; d++) {
		g_autoptr(Rows) half_days =
			store_of(making->store, &entity_half_day, "day_id",
				 ((const struct event_day *)days->row[d])->id, NULL);
		for (guint h = 0; half_days != NULL && h < half_days->n; h++)
			half_day_mark(making, i, event, standing,
				      ((const struct half_day *)half_days->row[h])->id);
	}
}

static void
event_make(struct making *making, guint i)
{
	g_autofree char *number = NULL;
	guint venue = chance_of(&making->chance, VENUES);
	gint64 workshops[2] = {0, 0};
	begin(making, "event_new");
	gint64 event = event_insert(making, i, &number);
	theme_make(making, event, i);
	partners_make(making, event);
	for (guint d = 0; d < making->plans[i].days; d++) {
		gint64 day = day_make(making, event, &making->plans[i], d, venue);
		if (d == 0)
			programme_make(making, i, event, day, venue, workshops);
	}
	commit(making, &entity_event, event, event, 1);
	g_autoptr(GArray) standing = attendees_make(making, i, event, workshops);
	if (making->plans[i].past)
		presence_make(making, i, event, standing);
	if (i == making->biggest)
		puts(number);
}

/* Who has never registered was imported one day. */
static void
others_meet(struct making *making)
{
	begin(making, "people_import");
	for (guint i = 0; i < PEOPLE; i++)
		if (making->people[i].id == 0)
			person_meet(making, &making->people[i]);
	commit(making, &entity_person, making->people[0].id, 0, PEOPLE);
}

static void
making_free(struct making *making)
{
	store_close(making->store);
	for (guint i = 0; i < TOWNS; i++)
		g_free(making->towns[i]);
	for (guint i = 0; i < ORGANISATIONS; i++)
		g_free(making->organisation_names[i]);
	for (guint i = 0; i < PEOPLE; i++) {
		struct known *known = &making->people[i];
		g_free(known->first);
		g_free(known->last);
		g_free(known->function);
		g_free(known->email);
	}
	g_free(making);
}

int
main(int argc, char **argv)
{
	GError *error = NULL;
	struct making *making = g_new0(struct making, 1);
	making->chance.seed = 20261123;
	making->store = argc == 2 ? store_open(argv[1], STORE_OPEN_OR_MAKE, "nadia", &error) : NULL;
	if (making->store == NULL)
		give_up(error);
	reference_make(making);
	places_make(making);
	for (guint i = 0; i < PEOPLE; i++)
		person_invent(making, i);
	events_plan(making);
	for (guint i = 0; i < EVENTS; i++)
		event_make(making, i);
	others_meet(making);
	making_free(making);
	return EXIT_SUCCESS;
}
