#include "core/programme.h"

#include <string.h>

#include "base/i18n.h"
#include "core/event.h"
#include "core/person.h"
#include "core/place.h"
#include "core/status.h"

static const struct field booking_fields[] = {
	{.name = "room_id",
	 .label = N_("Room"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED,
	 .target = &entity_room,
	 .offset = offsetof(struct booking, room_id)},
	{.name = "day_id",
	 .label = N_("Day"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event_day,
	 .offset = offsetof(struct booking, day_id)},
	{.name = "state",
	 .label = N_("State"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_booking_states,
	 .offset = offsetof(struct booking, state)},
	{.name = "notes",
	 .label = N_("Notes"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct booking, notes)},
};

static const struct field session_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct session, event_id)},
	{.name = "day_id",
	 .label = N_("Day"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER,
	 .target = &entity_event_day,
	 .offset = offsetof(struct session, day_id)},
	{.name = "start_time",
	 .label = N_("Start"),
	 .kind = FIELD_TIME,
	 .offset = offsetof(struct session, start_time)},
	{.name = "end_time",
	 .label = N_("End"),
	 .kind = FIELD_TIME,
	 .offset = offsetof(struct session, end_time)},
	{.name = "kind",
	 .label = N_("Kind"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_session_kinds,
	 .offset = offsetof(struct session, kind)},
	{.name = "title",
	 .label = N_("Title"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .length = 200,
	 .offset = offsetof(struct session, title)},
	{.name = "room_id",
	 .label = N_("Room"),
	 .kind = FIELD_REFERENCE,
	 .target = &entity_room,
	 .offset = offsetof(struct session, room_id)},
	{.name = "parallel_group",
	 .label = N_("Parallel group"),
	 .kind = FIELD_TEXT,
	 .length = 40,
	 .offset = offsetof(struct session, parallel_group)},
	{.name = "capacity",
	 .label = N_("Capacity"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct session, capacity)},
	{.name = "description",
	 .label = N_("Description"),
	 .kind = FIELD_LONG,
	 .offset = offsetof(struct session, description)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct session, position)},
	{.name = "uid",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct session, uid)},
	{.name = "sequence",
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct session, sequence)},
	{.name = "created_at",
	 .kind = FIELD_INSTANT,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct session, created_at)},
	{.name = "stamped_at",
	 .kind = FIELD_INSTANT,
	 .flags = FIELD_REQUIRED | FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct session, stamped_at)},
	{.name = "calendar_digest",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_KEPT | FIELD_INTERNAL,
	 .offset = offsetof(struct session, calendar_digest)},
};

static const struct field speaker_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct speaker, event_id)},
	{.name = "session_id",
	 .label = N_("Session"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_OWNER,
	 .target = &entity_session,
	 .offset = offsetof(struct speaker, session_id)},
	{.name = "person_id",
	 .label = N_("Person"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED,
	 .target = &entity_person,
	 .offset = offsetof(struct speaker, person_id)},
	{.name = "role",
	 .label = N_("Role"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_speaker_roles,
	 .offset = offsetof(struct speaker, role)},
	{.name = "state",
	 .label = N_("State"),
	 .kind = FIELD_CODE,
	 .flags = FIELD_REQUIRED,
	 .codes = &code_speaker_states,
	 .offset = offsetof(struct speaker, state)},
	{.name = "function",
	 .label = N_("Function as announced"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_PERSONAL,
	 .length = 200,
	 .offset = offsetof(struct speaker, function)},
	{.name = "needs",
	 .label = N_("Needs"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_PERSONAL,
	 .offset = offsetof(struct speaker, needs)},
	{.name = "fee",
	 .label = N_("Fee"),
	 .kind = FIELD_TEXT,
	 .length = 120,
	 .offset = offsetof(struct speaker, fee)},
	{.name = "fee_cents",
	 .label = N_("Fee in cents"),
	 .kind = FIELD_INTEGER,
	 .offset = offsetof(struct speaker, fee_cents)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct speaker, position)},
};

static bool
times_overlap(const struct session *a, const struct session *b)
{
	return a->start_time != NULL && a->end_time != NULL && b->start_time != NULL &&
	       b->end_time != NULL && strcmp(a->start_time, b->end_time) < 0 &&
	       strcmp(b->start_time, a->end_time) < 0;
}

/* By its kind, or because somebody has put it into a group. */
static bool
is_chosen(const struct session *session)
{
	return session->parallel_group != NULL ||
	       code_is(&code_session_kinds, session->kind, CODE_CHOSEN);
}

bool
sessions_parallel(const struct session *a, const struct session *b)
{
	if (a->day_id != b->day_id)
		return false;
	bool named =
		a->parallel_group != NULL && g_strcmp0(a->parallel_group, b->parallel_group) == 0;
	return named || (is_chosen(a) && is_chosen(b) && times_overlap(a, b));
}

const struct entity entity_booking = {.table = "booking",
				      .label = N_("room booking"),
				      .size = sizeof(struct booking),
				      .fields = booking_fields,
				      .n_fields = G_N_ELEMENTS(booking_fields)};
const struct entity entity_session = {.table = "session",
				      .label = N_("session"),
				      .size = sizeof(struct session),
				      .fields = session_fields,
				      .n_fields = G_N_ELEMENTS(session_fields)};
const struct entity entity_speaker = {.table = "speaker",
				      .label = N_("speaker"),
				      .size = sizeof(struct speaker),
				      .fields = speaker_fields,
				      .n_fields = G_N_ELEMENTS(speaker_fields)};
