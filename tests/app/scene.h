/* Events with all that belongs to them, in few words. Everything here needs a gesture under way. */
#ifndef TESTS_APP_SCENE_H
#define TESTS_APP_SCENE_H

#include "test.h"

#include "core/status.h"
#include "store/fixture.h"

/* Keep the id and free the row. */
static inline gint64
scene_insert(Store *store, const struct entity *entity, void *row)
{
	insert(store, entity, row);
	gint64 id = ((struct row_head *)row)->id;
	entity_free(entity, row);
	return id;
}

static inline gint64
scene_venue(Store *store, const char *name, const char *address, const char *town,
	    const char *department)
{
	struct venue *venue = entity_new(&entity_venue);
	text_set(&venue->name, name);
	text_set(&venue->address, address);
	text_set(&venue->town, town);
	text_set(&venue->department, department);
	return scene_insert(store, &entity_venue, venue);
}

static inline gint64
scene_room(Store *store, gint64 venue_id, const char *name, gint64 capacity)
{
	struct room *room = entity_new(&entity_room);
	room->venue_id = venue_id;
	room->capacity = capacity;
	text_set(&room->name, name);
	return scene_insert(store, &entity_room, room);
}

static inline gint64
scene_event(Store *store, const char *number, const char *title, const char *status)
{
	struct event *event = entity_new(&entity_event);
	text_set(&event->number, number);
	text_set(&event->title, title);
	text_set(&event->status, status);
	text_set(&event->time_zone, "Europe/Paris");
	event->days_known = 1;
	return scene_insert(store, &entity_event, event);
}

static inline gint64
scene_day(Store *store, gint64 event_id, const char *date, const char *start, const char *end,
	  gint64 venue_id)
{
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = event_id;
	day->venue_id = venue_id;
	text_set(&day->date, date);
	text_set(&day->start_time, start);
	text_set(&day->end_time, end);
	return scene_insert(store, &entity_event_day, day);
}

static inline gint64
scene_session(Store *store, gint64 event_id, gint64 day_id, const char *start, const char *end,
	      const char *kind, const char *title, gint64 room_id)
{
	struct session *session = entity_new(&entity_session);
	session->event_id = event_id;
	session->day_id = day_id;
	session->room_id = room_id;
	session->position = 0;
	text_set(&session->start_time, start);
	text_set(&session->end_time, end);
	text_set(&session->kind, kind);
	text_set(&session->title, title);
	return scene_insert(store, &entity_session, session);
}

static inline gint64
scene_organisation(Store *store, const char *name)
{
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	organisation->classified = 0;
	return scene_insert(store, &entity_organisation, organisation);
}

static inline gint64
scene_partner(Store *store, gint64 event_id, const char *organisation, const char *role)
{
	struct partner *partner = entity_new(&entity_partner);
	partner->event_id = event_id;
	partner->organisation_id = scene_organisation(store, organisation);
	partner->position = store_count(store, &entity_partner, NULL, value_text(NULL), NULL);
	text_set(&partner->role, role);
	return scene_insert(store, &entity_partner, partner);
}

static inline gint64
scene_person(Store *store, const char *first, const char *last)
{
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, first);
	text_set(&person->last_name, last);
	return scene_insert(store, &entity_person, person);
}

/** A person who is registered as PART, with all that a sheet shows. */
static inline gint64
scene_attendee(Store *store, gint64 event_id, gint64 person_id, const char *first, const char *last,
	       const char *part, const char *status, const char *email)
{
	struct attendee *attendee = entity_new(&entity_attendee);
	gint64 n = store_count(store, &entity_attendee, "event_id", value_integer(event_id), NULL);
	attendee->event_id = event_id;
	attendee->person_id = person_id;
	attendee->number = g_strdup_printf("%d", (int)n + 1);
	text_set(&attendee->first_name, first);
	text_set(&attendee->last_name, last);
	text_set(&attendee->part, part);
	text_set(&attendee->status, status);
	text_set(&attendee->email, email);
	text_set(&attendee->origin, "form");
	text_set(&attendee->registered_at, "2026-11-01T08:30:00Z");
	return scene_insert(store, &entity_attendee, attendee);
}

static inline gint64
scene_participant(Store *store, gint64 event_id, const char *first, const char *last,
		  const char *status, const char *email)
{
	return scene_attendee(store, event_id, scene_person(store, first, last), first, last,
			      "participant", status, email);
}

/** SESSION_ID may be 0. */
static inline gint64
scene_speaker(Store *store, gint64 event_id, gint64 session_id, gint64 person_id, const char *state)
{
	struct speaker *speaker = entity_new(&entity_speaker);
	speaker->event_id = event_id;
	speaker->session_id = session_id;
	speaker->person_id = person_id;
	speaker->position = 0;
	text_set(&speaker->role, "speaker");
	text_set(&speaker->state, state);
	return scene_insert(store, &entity_speaker, speaker);
}

static inline gint64
scene_choice(Store *store, gint64 attendee_id, gint64 session_id, bool assigned)
{
	struct choice *choice = entity_new(&entity_choice);
	choice->attendee_id = attendee_id;
	choice->session_id = session_id;
	choice->rank = 1;
	choice->assigned = assigned;
	return scene_insert(store, &entity_choice, choice);
}

static inline gint64
scene_half_day(Store *store, gint64 day_id, const char *part)
{
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", day_id, NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct half_day *half_day = rows->row[i];
		if (strcmp(half_day->part, part) == 0)
			return half_day->id;
	}
	return 0;
}

static inline void
scene_mark(Store *store, gint64 attendee_id, gint64 half_day_id, const char *state,
	   const char *recorded_at)
{
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee_id;
	mark->half_day_id = half_day_id;
	text_set(&mark->state, state);
	text_set(&mark->happened_at, recorded_at);
	text_set(&mark->recorded_at, recorded_at);
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	scene_insert(store, &entity_presence_mark, mark);
}

/** Change one text or number of a row, in a gesture of its own. */
static inline void
scene_change(Store *store, const struct entity *entity, gint64 id, const char *member,
	     struct value value)
{
	GError *error = NULL;
	begin(store);
	void *row = store_get(store, entity, id, &error);
	assert_no_error(error);
	field_set(entity_field(entity, member), row, value);
	store_update(store, entity, row, &error);
	assert_no_error(error);
	entity_free(entity, row);
	commit(store);
}

static inline void
scene_set(Store *store, const char *name, const char *value)
{
	GError *error = NULL;
	begin(store);
	setting_set(store, name, value, &error);
	assert_no_error(error);
	commit(store);
}

static inline bool
texts_have(const GPtrArray *texts, const char *part)
{
	for (guint i = 0; i < texts->len; i++)
		if (strstr(texts->pdata[i], part) != NULL)
			return true;
	return false;
}

#endif
