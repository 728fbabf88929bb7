/* Signs for the doors: what happens in a room on a half-day, and who is in a workshop. */
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/naming.h"
#include "core/status.h"
#include "paper/paper.h"

/* A sign whose facts are still being gathered. */
struct door_facts {
	const struct event_day *day;
	const char *part;
	const char *place, *town;
	gint64 room_id;                /* 0: nobody knows */
	GArray *sessions;              /* struct document_session */
	GPtrArray *people;             /* struct paper_person of a list, or NULL */
	struct document_person *shown; /* the same, for the floor print */
};

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "door signs");
}

static void
facts_free(gpointer pointer)
{
	struct door_facts *facts = pointer;
	g_array_unref(facts->sessions);
	if (facts->people != NULL)
		g_ptr_array_unref(facts->people);
	g_free(facts->shown);
	g_free(facts);
}

static void
signs_free(gpointer signs)
{
	g_ptr_array_unref(signs);
}

static struct door_facts *
facts_add(struct paper *paper, const struct event_day *day, const struct half_day *half_day,
	  gint64 room_id)
{
	struct door_facts *facts = g_new0(struct door_facts, 1);
	facts->day = day;
	facts->part = half_day->part;
	facts->room_id = room_id;
	paper_venue(paper, day->venue_id, &facts->place, &facts->town);
	facts->sessions = g_array_new(FALSE, TRUE, sizeof(struct document_session));
	g_ptr_array_add(paper->facts, facts);
	return facts;
}

/* ---- when a session is --------------------------------------------------------------------------
 */

static bool
session_is_on(const struct paper *paper, const struct session *session, const struct event_day *day)
{
	return session->day_id == day->id ||
	       (session->day_id == 0 && paper->whole->days->n == 1); /* there is no other day */
}

static int
half_day_start(const struct half_day *half_day)
{
	int start = time_minutes(half_day->start_time);
	if (start >= 0)
		return start;
	return strcmp(half_day->part, "am") == 0   ? 0
	       : strcmp(half_day->part, "pm") == 0 ? 720
						   : 1080;
}

static bool
sessions_meet(const struct session *session, const struct half_day *half_day)
{
	return check_overlap(time_minutes(session->start_time), time_minutes(session->end_time),
			     time_minutes(half_day->start_time), time_minutes(half_day->end_time));
}

/* A lunch between two half-days is the end of the first one; a session whose time is not known may
 * be in any. */
static bool
session_is_in(const struct paper *paper, const struct session *session,
	      const struct half_day *half_day)
{
	const Rows *rows = paper->whole->half_days;
	const struct half_day *nearest = NULL;
	int start = time_minutes(session->start_time);
	if (start < 0 || sessions_meet(session, half_day))
		return true;
	for (guint i = 0; i < rows->n; i++) {
		const struct half_day *other = rows->row[i];
		if (other->day_id != half_day->day_id)
			continue;
		if (sessions_meet(session, other))
			return false;
		if (nearest == NULL || half_day_start(other) <= start)
			nearest = other;
	}
	return nearest == half_day;
}

/* ---- where it is --------------------------------------------------------------------------------
 */

/* The one room taken for the day, when there is one. */
static gint64
room_booked(const struct paper *paper, const struct event_day *day)
{
	gint64 room = 0;
	for (guint i = 0; i < paper->whole->bookings->n; i++) {
		const struct booking *booking = paper->whole->bookings->row[i];
		if (booking->day_id != day->id ||
		    !code_is(&code_booking_states, booking->state, CODE_LIVE))
			continue;
		if (room != 0 && room != booking->room_id)
			return 0;
		room = booking->room_id;
	}
	return room;
}

static gint64
session_room(const struct paper *paper, const struct session *session, const struct event_day *day)
{
	return session->room_id != 0 ? session->room_id : room_booked(paper, day);
}

static const char *
room_name(const struct paper *paper, gint64 room_id)
{
	const struct room *room = rows_find(paper->whole->rooms, room_id);
	return room != NULL ? room->name : NULL;
}

/* True when some session of the day has a room: then one without is somewhere nobody knows, and
 * not at the place as a whole. */
static bool
day_has_rooms(const struct paper *paper, const struct event_day *day)
{
	for (guint i = 0; i < paper->whole->sessions->n; i++) {
		const struct session *session = paper->whole->sessions->row[i];
		if (session_is_on(paper, session, day) && session->room_id != 0)
			return true;
	}
	return false;
}

/* ---- what is said of it -------------------------------------------------------------------------
 */

static const struct paper_person *
person_of(const struct paper *paper, gint64 person_id)
{
	for (guint i = 0; i < paper->speakers->len; i++) {
		const struct paper_person *person = paper->speakers->pdata[i];
		if (person->speaker->person_id == person_id)
			return person;
	}
	return NULL;
}

/* "Awa Ndiaye (Université Paul-Valéry), Max Roux". */
static const char *
session_speakers(struct paper *paper, const struct session *session)
{
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		const struct speaker *speaker = paper->whole->speakers->row[i];
		const struct paper_person *person = person_of(paper, speaker->person_id);
		if (person == NULL || speaker->session_id != session->id ||
		    !code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			continue;
		const struct document_person *shown = &person->shown;
		g_autofree char *name = name_shown(shown->first_name, shown->last_name);
		g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
		if (shown->organisation != NULL)
			g_string_append_printf(names, " (%s)", shown->organisation);
	}
	return names->len > 0 ? paper_keep(paper, names->str) : NULL;
}

static void
session_add(struct paper *paper, struct door_facts *facts, const struct session *session)
{
	struct document_session shown = {.start = session->start_time,
					 .end = session->end_time,
					 .title = session->title,
					 .speakers = session_speakers(paper, session)};
	g_array_append_val(facts->sessions, shown);
}

/* ---- the signs ----------------------------------------------------------------------------------
 */

static struct door_facts *
sign_of(struct paper *paper, const struct event_day *day, const struct half_day *half_day,
	gint64 room_id)
{
	const GPtrArray *signs = paper->facts;
	for (guint i = 0; i < signs->len; i++) {
		struct door_facts *facts = signs->pdata[i];
		if (facts->day == day && facts->part == half_day->part &&
		    facts->room_id == room_id && facts->people == NULL)
			return facts;
	}
	return facts_add(paper, day, half_day, room_id);
}

static void
gather_rooms(struct paper *paper, const struct event_day *day, const struct half_day *half_day)
{
	const Rows *sessions = paper->whole->sessions;
	bool known = day_has_rooms(paper, day);
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		gint64 room = session_room(paper, session, day);
		if (!session_is_on(paper, session, day) || !session_is_in(paper, session, half_day))
			continue;
		bool lost = room == 0 && known;
		if (lost && code_is(&code_session_kinds, session->kind, CODE_WORK))
			paper_note(paper, _("“%s” has no room: no sign names it"), session->title);
		else if (!lost)
			session_add(paper, sign_of(paper, day, half_day, room), session);
	}
}

static bool
list_is_there(const struct paper *paper, const struct event_day *day, const struct session *session)
{
	const GPtrArray *signs = paper->facts;
	for (guint i = 0; i < signs->len; i++) {
		const struct door_facts *facts = signs->pdata[i];
		const struct document_session *shown =
			&g_array_index(facts->sessions, struct document_session, 0);
		if (facts->day == day && facts->people != NULL && shown->title == session->title)
			return true;
	}
	return false;
}

/* A workshop over two half-days has one list. */
static void
gather_lists(struct paper *paper, const struct event_day *day, const struct half_day *half_day)
{
	const Rows *sessions = paper->whole->sessions;
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		if (!session_is_on(paper, session, day) ||
		    !session_is_in(paper, session, half_day) || list_is_there(paper, day, session))
			continue;
		GPtrArray *people = paper_session_people(paper, session);
		if (people != NULL && people->len > 0) {
			struct door_facts *facts =
				facts_add(paper, day, half_day, session_room(paper, session, day));
			session_add(paper, facts, session);
			facts->shown = paper_people_shown(people);
			facts->people = g_steal_pointer(&people);
		}
		g_clear_pointer(&people, g_ptr_array_unref);
	}
}

/* Nothing hangs on the doors of a webinar. */
static bool
is_somewhere(const struct paper *paper)
{
	return paper->whole->venues->n > 0 || paper->whole->rooms->n > 0;
}

static bool
gather(struct paper *paper, GError **error)
{
	const EventWhole *whole = paper->whole;
	paper->facts = g_ptr_array_new_with_free_func(facts_free);
	paper->free_facts = signs_free;
	paper->event.room = NULL;
	paper_gather_people(paper, false);
	if (!is_somewhere(paper))
		return fail(error, ERROR_NOTHING,
			    _("%s has no place and no room: there is no door "
			      "for a sign"),
			    whole->event->number);
	for (guint i = 0; i < whole->half_days->n; i++) {
		const struct half_day *half_day = whole->half_days->row[i];
		const struct event_day *day = rows_find(whole->days, half_day->day_id);
		gather_rooms(paper, day, half_day);
		gather_lists(paper, day, half_day);
	}
	return ((GPtrArray *)paper->facts)->len > 0 ||
	       fail(error, ERROR_NOTHING,
		    _("%s has no programme yet: there is nothing to hang on "
		      "a door"),
		    whole->event->number);
}

/* ---- what they show -----------------------------------------------------------------------------
 */

static void
digest(const struct paper *paper, GChecksum *sum)
{
	const GPtrArray *signs = paper->facts;
	for (guint i = 0; i < signs->len; i++) {
		const struct door_facts *facts = signs->pdata[i];
		digest_add(sum, facts->day->date);
		digest_add(sum, facts->part);
		digest_add(sum, room_name(paper, facts->room_id));
		digest_add(sum, facts->place);
		digest_add(sum, facts->town);
		for (guint j = 0; j < facts->sessions->len; j++) {
			const struct document_session *session =
				&g_array_index(facts->sessions, struct document_session, j);
			digest_add(sum, session->start);
			digest_add(sum, session->end);
			digest_add(sum, session->title);
			digest_add(sum, session->speakers);
		}
		for (guint j = 0; facts->people != NULL && j < facts->people->len; j++)
			digest_person(sum, facts->people->pdata[j], false);
	}
}

static struct door_sign
sign_shown(const struct paper *paper, const struct door_facts *facts)
{
	gconstpointer sessions = facts->sessions->data;
	return (struct door_sign){.day = facts->day->date,
				  .part = facts->part,
				  .room = room_name(paper, facts->room_id),
				  .place = facts->place,
				  .town = facts->town,
				  .sessions = sessions,
				  .n_sessions = facts->sessions->len,
				  .people = facts->shown,
				  .n_people = facts->people != NULL ? facts->people->len : 0};
}

static bool
draw(const struct paper *paper, const struct print_module *print, const char *path, guint *pages,
     char **missing, GError **error)
{
	const GPtrArray *all = paper->facts;
	g_autofree struct door_sign *signs = g_new0(struct door_sign, all->len + 1);
	for (guint i = 0; i < all->len; i++)
		signs[i] = sign_shown(paper, all->pdata[i]);
	struct door_signs shown = {.letterhead = paper->letterhead,
				   .reference = paper->reference,
				   .event = paper->event,
				   .signs = signs,
				   .n_signs = all->len};
	shown.reference.code = NULL; /* only what is signed comes back */
	return print->door_signs(&shown, path, pages, missing, error);
}

const struct paper_making making_door_signs = {
	.kind = {.name = "door-signs",
		 .label = N_("Door signs and lists of the workshops"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_IN_DAY | PAPER_ANNOUNCED},
	.file_word = file_word,
	.gather = gather,
	.digest = digest,
	.draw = draw,
};
