/* Presence of many at once: the same as that of each. */
#include "app/scene.h"

#include "app/event.h"
#include "app/filter.h"
#include "app/noun.h"
#include "app/presence.h"
#include "app/values.h"
#include "core/status.h"

static gint64
retract(Store *store, gint64 attendee_id, gint64 half_day_id)
{
	g_autoptr(Rows) marks =
		store_of(store, &entity_presence_mark, "attendee_id", attendee_id, NULL);
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee_id;
	mark->half_day_id = half_day_id;
	text_set(&mark->state, "unknown");
	text_set(&mark->happened_at, "2026-11-23T09:00:00Z");
	text_set(&mark->recorded_at, "2026-11-23T09:00:00Z");
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	text_set(&mark->retracts, ((struct presence_mark *)marks->row[0])->nonce);
	return scene_insert(store, &entity_presence_mark, mark);
}

struct meeting {
	gint64 event, am, pm;
	gint64 people[5]; /* both; morning; taken back; absent; nothing */
};

static struct meeting
meeting_made(Store *store)
{
	struct meeting meeting;
	begin(store);
	meeting.event = scene_event(store, "2026-001", "Rencontre", "held");
	gint64 day = scene_day(store, meeting.event, "2026-11-23", "09:30", "16:30", 0);
	static const char *const names[] = {"Élan", "Diop", "Roux", "Vidal", "Max"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		meeting.people[i] = scene_participant(store, meeting.event, "Zoé", names[i],
						      "registered", NULL);
	commit(store);
	begin(store);
	meeting.am = scene_half_day(store, day, "am");
	meeting.pm = scene_half_day(store, day, "pm");
	scene_mark(store, meeting.people[0], meeting.am, "present", "2026-11-23T08:31:00Z");
	scene_mark(store, meeting.people[0], meeting.pm, "present", "2026-11-23T12:31:00Z");
	scene_mark(store, meeting.people[1], meeting.am, "absent", "2026-11-23T08:32:00Z");
	scene_mark(store, meeting.people[1], meeting.am, "present", "2026-11-23T08:40:00Z");
	scene_mark(store, meeting.people[2], meeting.am, "present", "2026-11-23T08:33:00Z");
	retract(store, meeting.people[2], meeting.am);
	scene_mark(store, meeting.people[3], meeting.am, "absent", "2026-11-23T08:34:00Z");
	commit(store);
	return meeting;
}

static void
event_present__counts__each_participant_who_came_once(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct meeting meeting = meeting_made(store);
	assert_int_equal(event_present(store, meeting.event, NULL), 2);
	begin(store);
	gint64 speaker = scene_attendee(store, meeting.event, scene_person(store, "Ève", "Nom"),
					"Ève", "Nom", "speaker", "registered", NULL);
	scene_mark(store, speaker, meeting.am, "present", "2026-11-23T08:35:00Z");
	commit(store);
	assert_int_equal(event_present(store, meeting.event, NULL), 2);
	begin(store);
	gint64 other = scene_event(store, "2026-002", "Une autre", "held");
	commit(store);
	assert_int_equal(event_present(store, other, NULL), 0);
}

static void
half_day_presence__of_everybody__is_that_of_each(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct meeting meeting = meeting_made(store);
	const gint64 half_days[] = {meeting.am, meeting.pm};
	for (gsize h = 0; h < G_N_ELEMENTS(half_days); h++) {
		g_autoptr(GHashTable) states = half_day_presence(store, half_days[h], NULL);
		assert_non_null(states);
		for (gsize i = 0; i < G_N_ELEMENTS(meeting.people); i++) {
			g_autofree char *alone =
				attendee_presence(store, meeting.people[i], half_days[h]);
			const char *among = g_hash_table_lookup(states, &meeting.people[i]);
			assert_string_equal(among != NULL ? among : "unknown", alone);
		}
	}
}

static void
half_day_presence__without_marks__is_empty(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	g_autoptr(GHashTable) states = half_day_presence(store, 1, NULL);
	assert_non_null(states);
	assert_int_equal(g_hash_table_size(states), 0);
}

/* As a list of the event's people shows, filters and sorts it. */
static void
attendance__sums_up__the_half_days_of_one(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct meeting meeting = meeting_made(store);
	static const struct {
		const char *state, *more;
		guint present;
	} wanted[] = {{"present", " 2/2", 2},
		      {"present", " 1/2", 1},
		      {"unknown", NULL, 0},
		      {"absent", "", 0},
		      {"unknown", NULL, 0}};
	for (gsize i = 0; i < G_N_ELEMENTS(meeting.people); i++) {
		struct attendance attendance;
		struct attendee *attendee =
			store_get(store, &entity_attendee, meeting.people[i], NULL);
		assert_true(attendee_attendance(store, meeting.people[i], &attendance));
		assert_string_equal(attendance.state, wanted[i].state);
		assert_int_equal(attendance.present, wanted[i].present);
		const struct noun_key *key = noun_key(&noun_attendee, "attendance");
		g_autofree char *words = key->words(store, attendee);
		g_autofree char *expected =
			wanted[i].more != NULL
				? g_strconcat(code_label(&code_presence_states, wanted[i].state),
					      wanted[i].more, NULL)
				: NULL;
		assert_true(g_strcmp0(words, expected) == 0);
		entity_free(&entity_attendee, attendee);
	}
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "event_id", meeting.event, NULL);
	g_autoptr(Sieve) sieve = sieve_new(store, &noun_attendee, NULL, 0, "presence:present");
	assert_non_null(sieve);
	guint kept = 0;
	for (guint i = 0; i < rows->n; i++) {
		g_autofree char *value =
			value_to_filter(store, &noun_attendee, sieve_key(sieve, 0), rows->row[i]);
		kept += sieve_takes(sieve, 0, value, value != NULL ? value : "") ? 1 : 0;
	}
	assert_int_equal(kept, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(event_present__counts__each_participant_who_came_once),
		TEST(half_day_presence__of_everybody__is_that_of_each),
		TEST(half_day_presence__without_marks__is_empty),
		TEST(attendance__sums_up__the_half_days_of_one),
	};
	return test_run("presence", tests);
}
