/* What the checks need to know of an event, from the database. */
#include "app/event_check.h"

#include <string.h>

#include "app/decision.h"
#include "app/output.h"
#include "app/registration.h"
#include "base/date.h"
#include "core/naming.h"
#include "core/reference.h"
#include "core/status.h"
#include "store/setting.h"

int
check_minutes(const char *time)
{
	return time != NULL ? time_minutes(time) : -1;
}

static gint64
limit(gint64 number)
{
	return MAX(number, 0);
}

/* ---- programme ----------------------------------------------------------------------------------
 */

static void
gather_sessions(struct gathering *gathering)
{
	const Rows *rows = gathering->whole->sessions;
	gathering->sessions = g_new0(struct check_session, rows->n + 1);
	for (guint i = 0; i < rows->n; i++) {
		const struct session *row = rows->row[i];
		const struct room *room = rows_find(gathering->whole->rooms, row->room_id);
		int day = rows_index(gathering->whole->days, row->day_id);
		gathering->sessions[i] = (struct check_session){
			.day = day >= 0 ? (guint)day : G_MAXUINT,
			.start = check_minutes(row->start_time),
			.end = check_minutes(row->end_time),
			.kind = row->kind,
			.title = row->title,
			.room = row->room_id,
			.room_name = room != NULL ? room->name : NULL,
			.room_capacity = room_capacity(room),
			.seat_limit = limit(row->capacity),
			.group = row->parallel_group,
		};
	}
	gathering->facts.sessions = gathering->sessions;
	gathering->facts.n_sessions = rows->n;
}

static void
gather_speakers(struct gathering *gathering)
{
	const Rows *rows = gathering->whole->speakers;
	gathering->speakers = g_new0(struct check_speaker, rows->n + 1);
	for (guint i = 0; i < rows->n; i++) {
		const struct speaker *row = rows->row[i];
		const struct person *person = rows_find(gathering->whole->people, row->person_id);
		g_autofree char *name = person != NULL
						? name_shown(person->first_name, person->last_name)
						: g_strdup("");
		int session = rows_index(gathering->whole->sessions, row->session_id);
		gathering->speakers[i] = (struct check_speaker){
			.person = row->person_id,
			.name = g_string_chunk_insert(gathering->words, name),
			.state = row->state,
			.session = session,
		};
		if (session >= 0 && code_is(&code_speaker_states, row->state, CODE_LIVE))
			gathering->sessions[session].n_speakers++;
	}
	gathering->facts.speakers = gathering->speakers;
	gathering->facts.n_speakers = rows->n;
}

static void
engagement_take(const struct engagement *engagement, gpointer user)
{
	struct gathering *gathering = user;
	const struct code_list *states =
		engagement->person != 0 ? &code_speaker_states : &code_booking_states;
	if (!code_is(&code_event_statuses, engagement->status, CODE_LIVE) ||
	    (engagement->state != NULL && !code_is(states, engagement->state, CODE_LIVE)))
		return;
	g_autofree char *what = g_strdup_printf("%s %s", engagement->number, engagement->title);
	struct check_engagement taken = {
		.person = engagement->person,
		.room = engagement->room,
		.date = g_string_chunk_insert(gathering->words, engagement->date),
		.start = check_minutes(engagement->start_time),
		.end = check_minutes(engagement->end_time),
		.what = g_string_chunk_insert(gathering->words, what),
	};
	g_array_append_val(gathering->engagements, taken);
}

/* ---- seats --------------------------------------------------------------------------------------
 */

static void
tally_take(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	(void)session_id;
	struct gathering *gathering = user;
	if (attendee_takes_seat(status, part))
		gathering->facts.seats_taken += n;
	if (code_is(&code_attendee_statuses, status, CODE_WAITS))
		gathering->waiting += n;
	if (code_is(&code_attendee_parts, part, CODE_SPEAKS) &&
	    code_is(&code_attendee_statuses, status, CODE_COUNTED))
		gathering->speaking += n;
	/* Speakers and staff need a place in the room, though no seat of those offered. */
	if (code_is(&code_attendee_statuses, status, CODE_TAKES_SEAT))
		gathering->facts.expected += n;
}

static void
chosen_take(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	struct gathering *gathering = user;
	int session = rows_index(gathering->whole->sessions, session_id);
	if (session >= 0 && attendee_takes_seat(status, part))
		gathering->sessions[session].chosen += n;
}

/* Attendee -> set of the sessions that they were given: only one of those that are parallel. */
static void
clash_count(struct gathering *gathering, const Rows *choices, guint one, guint other)
{
	const Rows *sessions = gathering->whole->sessions;
	gint64 first = ((struct row_head *)sessions->row[one])->id;
	gint64 second = ((struct row_head *)sessions->row[other])->id;
	struct check_clash clash = {one, other, 0};
	g_autoptr(GHashTable) there = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < choices->n; i++) {
		struct choice *choice = choices->row[i];
		if (choice->assigned == 1 && choice->session_id == first)
			g_hash_table_add(there, &choice->attendee_id);
	}
	for (guint i = 0; i < choices->n; i++) {
		const struct choice *choice = choices->row[i];
		clash.people += choice->assigned == 1 && choice->session_id == second &&
				g_hash_table_contains(there, &choice->attendee_id);
	}
	if (clash.people > 0)
		g_array_append_val(gathering->clashes, clash);
}

/* Only where people were given two that are parallel are the choices read. */
static bool
gather_clashes(struct gathering *gathering, gint64 event_id, GError **error)
{
	const Rows *sessions = gathering->whole->sessions;
	g_autoptr(Rows) choices = NULL;
	for (guint i = 0; i < sessions->n; i++)
		for (guint j = i + 1; j < sessions->n; j++) {
			if (gathering->sessions[i].chosen == 0 ||
			    gathering->sessions[j].chosen == 0 ||
			    !sessions_parallel(sessions->row[i], sessions->row[j]))
				continue;
			if (choices == NULL)
				choices = event_rows(gathering->store, &entity_choice, event_id,
						     error);
			if (choices == NULL)
				return false;
			clash_count(gathering, choices, i, j);
		}
	gathering->facts.clashes = (const struct check_clash *)(void *)gathering->clashes->data;
	gathering->facts.n_clashes = gathering->clashes->len;
	return true;
}

/* Only where somebody waits are all registrations read, and not once the event is over. */
static void
gather_turn(struct gathering *gathering, gint64 event_id)
{
	const struct event *event = gathering->whole->event;
	const char *last = event->end_date != NULL ? event->end_date : event->start_date;
	char today[11];
	store_today(gathering->store, today);
	if (gathering->waiting == 0 || (date_is_day(last) && strcmp(last, today) < 0))
		return;
	g_autofree char *turn = registration_turn(gathering->store, event_id);
	if (turn != NULL)
		gathering->facts.seat_turn = g_string_chunk_insert(gathering->words, turn);
}

/* ---- registered as speakers ---------------------------------------------------------------------
 */

static bool
is_on_programme(const struct gathering *gathering, gint64 person_id)
{
	for (guint i = 0; i < gathering->whole->speakers->n; i++) {
		const struct speaker *speaker = gathering->whole->speakers->row[i];
		if (speaker->person_id == person_id &&
		    code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			return true;
	}
	return false;
}

/* Only where somebody is registered so are the registrations read. */
static bool
gather_strays(struct gathering *gathering, gint64 event_id, GError **error)
{
	if (gathering->speaking == 0)
		return true;
	g_autoptr(Rows) rows =
		store_of(gathering->store, &entity_attendee, "event_id", event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (!code_is(&code_attendee_parts, attendee->part, CODE_SPEAKS) ||
		    !code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED) ||
		    is_on_programme(gathering, attendee->person_id))
			continue;
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		g_ptr_array_add(gathering->strays, g_string_chunk_insert(gathering->words, name));
	}
	gathering->facts.stray_speakers = (const char *const *)gathering->strays->pdata;
	gathering->facts.n_stray_speakers = gathering->strays->len;
	return rows != NULL;
}

/* ---- periods ------------------------------------------------------------------------------------
 */

/* School holidays are those of the centre's zone; a period without a zone is for everybody. */
static void
gather_periods(struct gathering *gathering)
{
	g_autofree char *zone = setting_get(gathering->store, "school_zone");
	for (guint i = 0; i < gathering->periods->n; i++) {
		const struct holiday_period *row = gathering->periods->row[i];
		if (row->zone != NULL && g_strcmp0(row->zone, zone) != 0)
			continue;
		struct check_period period = {row->first_day, row->last_day, row->name};
		g_array_append_val(gathering->avoided, period);
		if (strcmp(row->kind, "school") == 0 &&
		    g_strcmp0(row->last_day, gathering->facts.periods_end) > 0)
			gathering->facts.periods_end = row->last_day;
	}
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

static void
gather_event(struct gathering *gathering)
{
	const struct event *event = gathering->whole->event;
	gathering->facts.title = event->title;
	gathering->facts.status = event->status;
	gathering->facts.mode = event->mode;
	gathering->facts.proof_mode = event->proof_mode;
	gathering->facts.online_link = event->online_link;
	gathering->facts.registration_deadline = event->registration_deadline;
	gathering->facts.seat_limit = limit(event->seat_limit);
}

static void
gather_announcement(struct gathering *gathering)
{
	const Announced *announced = gathering->announced;
	g_autofree char *when = announced_when(gathering->store, announced);
	if (when == NULL)
		return;
	gathering->facts.announced_when = g_string_chunk_insert(gathering->words, when);
	gathering->facts.differences = announced->differences;
}

static void
decision_gather(struct gathering *gathering, const struct decision *row)
{
	const gint64 votes[] = {row->votes_for, row->votes_against, row->abstentions};
	struct check_decision decision = {
		.item = g_string_chunk_insert(gathering->words, row->item)};
	for (gsize i = 0; i < G_N_ELEMENTS(votes); i++)
		decision.votes += MAX(votes[i], 0);
	g_array_append_val(gathering->decisions, decision);
}

/* Of a meeting alone: who has a voice is read from all the marks. */
static bool
gather_meeting(struct gathering *gathering, GError **error)
{
	if (!event_decides(gathering->store, gathering->whole->event))
		return true;
	g_autoptr(Meeting) meeting =
		meeting_load(gathering->store, gathering->whole->event->id, error);
	if (meeting == NULL)
		return false;
	gathering->facts.quorum = limit(meeting->quorum);
	gathering->facts.voices = meeting->marked ? (gint64)meeting->voices : -1;
	for (guint i = 0; i < meeting->decisions->n; i++)
		decision_gather(gathering, meeting->decisions->row[i]);
	return true;
}

static bool
gather(struct gathering *gathering, gint64 event_id, GError **error)
{
	Store *store = gathering->store;
	gathering->whole = event_whole_load(store, event_id, false, error);
	if (gathering->whole == NULL)
		return false;
	gathering->periods = store_all(store, &entity_holiday_period, error);
	if (gathering->periods == NULL)
		return false;
	gathering->announced = announced_of(store, gathering->whole, error);
	if (gathering->announced == NULL)
		return false;
	gather_event(gathering);
	gather_announcement(gathering);
	gather_days(gathering);
	gather_half_days(gathering);
	gather_sessions(gathering);
	gather_speakers(gathering);
	gather_periods(gathering);
	if (!event_attendee_tally(store, event_id, tally_take, gathering, error))
		return false;
	gather_turn(gathering, event_id);
	return gather_strays(gathering, event_id, error) && gather_busy(gathering, error) &&
	       gather_certificates(gathering, event_id, error) &&
	       gather_families(gathering, error) && gather_meeting(gathering, error) &&
	       gather_copies(gathering, error) &&
	       event_session_tally(store, event_id, chosen_take, gathering, error) &&
	       gather_clashes(gathering, event_id, error) &&
	       event_engagements(store, event_id, engagement_take, gathering, error);
}

static void
gathering_clear(struct gathering *gathering)
{
	event_whole_free(gathering->whole);
	rows_free(gathering->periods);
	announced_free(gathering->announced);
	rows_free(gathering->busy_rows);
	g_free(gathering->days);
	g_free(gathering->half_days);
	g_free(gathering->sessions);
	g_free(gathering->speakers);
	g_array_unref(gathering->clashes);
	g_ptr_array_unref(gathering->strays);
	g_free(gathering->families);
	g_array_unref(gathering->engagements);
	g_array_unref(gathering->avoided);
	g_array_unref(gathering->decisions);
	g_clear_pointer(&gathering->busy, g_array_unref);
	g_clear_pointer(&gathering->certificates, g_array_unref);
	g_clear_pointer(&gathering->copies, g_array_unref);
	g_string_chunk_free(gathering->words);
}

GPtrArray *
event_check(Store *store, gint64 event_id, GError **error)
{
	struct gathering gathering = {
		.store = store,
		.engagements = g_array_new(FALSE, FALSE, sizeof(struct check_engagement)),
		.avoided = g_array_new(FALSE, FALSE, sizeof(struct check_period)),
		.decisions = g_array_new(FALSE, FALSE, sizeof(struct check_decision)),
		.clashes = g_array_new(FALSE, FALSE, sizeof(struct check_clash)),
		.strays = g_ptr_array_new(),
		.words = g_string_chunk_new(1024),
	};
	GPtrArray *problems = NULL;
	if (gather(&gathering, event_id, error)) {
		gconstpointer engagements = gathering.engagements->data;
		gconstpointer periods = gathering.avoided->data;
		gconstpointer decisions = gathering.decisions->data;
		gathering.facts.engagements = engagements;
		gathering.facts.n_engagements = gathering.engagements->len;
		gathering.facts.periods = periods;
		gathering.facts.n_periods = gathering.avoided->len;
		gathering.facts.decisions = decisions;
		gathering.facts.n_decisions = gathering.decisions->len;
		problems = check_event(&gathering.facts);
	}
	gathering_clear(&gathering);
	return problems;
}
