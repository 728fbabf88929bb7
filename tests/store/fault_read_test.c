/* The nth call of the engine fails while something is read or erased (fault 4 of
 * docs/reliability.md): whoever asked is told, never given less than there is; what is erased is
 * erased whole or not at all. */
#include "test.h"

#include "app/report.h"
#include "base/error.h"
#include "core/survey.h"
#include "store/calendar_rows.h"
#include "store/contact_rows.h"
#include "store/erase.h"
#include "store/event_rows.h"
#include "store/fault_engine.h"
#include "store/fixture.h"
#include "store/need_rows.h"
#include "store/private.h"
#include "store/snapshot.h"

/* ---- the scene ----------------------------------------------------------------------------------
 */

static gint64 event_id, person_id, old_gesture_id;

static gint64
keep(Store *store, const struct entity *entity, void *row)
{
	insert(store, entity, row);
	gint64 id = ((const struct row_head *)row)->id;
	entity_free(entity, row);
	return id;
}

static gint64
venue_make(Store *store)
{
	struct venue *venue = entity_new(&entity_venue);
	text_set(&venue->name, "Salle des fêtes");
	text_set(&venue->town, "Albi");
	return keep(store, &entity_venue, venue);
}

static void
day_make(Store *store, const char *date, gint64 venue)
{
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = event_id;
	day->venue_id = venue;
	text_set(&day->date, date);
	gint64 day_id = keep(store, &entity_event_day, day);
	struct room *room = entity_new(&entity_room);
	room->venue_id = venue;
	text_set(&room->name, date);
	gint64 room_id = keep(store, &entity_room, room);
	struct session *session = entity_new(&entity_session);
	session->event_id = event_id;
	session->day_id = day_id;
	session->room_id = room_id;
	session->position = 0;
	text_set(&session->title, "Ouverture");
	text_set(&session->kind, "plenary");
	text_set(&session->start_time, "09:30");
	text_set(&session->end_time, "11:00");
	keep(store, &entity_session, session);
}

static void
attendee_make(Store *store)
{
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event_id;
	attendee->person_id = person_id;
	text_set(&attendee->number, "1");
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->last_name, "Élan");
	text_set(&attendee->origin, "mail");
	text_set(&attendee->registered_at, "2026-11-23T08:30:00Z");
	text_set(&attendee->diet, "sans gluten");
	gint64 id = keep(store, &entity_attendee, attendee);
	struct question *question = entity_new(&entity_question);
	question->event_id = event_id;
	question->sensitive = 1;
	question->position = 0;
	text_set(&question->label, "Besoins ?");
	struct answer *answer = entity_new(&entity_answer);
	answer->question_id = keep(store, &entity_question, question);
	answer->attendee_id = id;
	text_set(&answer->text, "Une rampe");
	keep(store, &entity_answer, answer);
}

/* Somebody who was renamed, and who has been registered for an event of two days that is over. */
static void
scene_fill(Store *store)
{
	GError *error = NULL;
	begin(store);
	struct kind *kind = entity_new(&entity_kind);
	text_set(&kind->name, "Journée d’essai");
	gint64 kind_id = keep(store, &entity_kind, kind);
	struct event *event = event_made(store, "2025-001", "Atelier", NULL);
	event_id = event->id;
	event->kind_id = kind_id;
	assert_true(store_update(store, &entity_event, event, &error));
	entity_free(&entity_event, event);
	gint64 venue = venue_make(store);
	day_make(store, "2025-01-15", venue);
	day_make(store, "2025-01-16", venue);
	struct person *person = person_made(store, "Zoé", "Élan");
	person_id = person->id;
	attendee_make(store);
	struct survey_question *question = entity_new(&entity_survey_question);
	question->event_id = event_id;
	question->position = 0;
	text_set(&question->label, "Satisfait·e ?");
	keep(store, &entity_survey_question, question);
	commit(store);
	begin(store);
	text_set(&person->last_name, "Élan-Vital");
	text_set(&person->last_contact, "2020-05-04");
	assert_true(store_update(store, &entity_person, person, &error));
	entity_free(&entity_person, person);
	store_commit(store, &old_gesture_id, &error);
}

static int
scene_open(void **state)
{
	fault_clear();
	struct fixture *fixture = fixture_in_memory();
	store_close(fixture->store);
	fixture->store = store_open_with(&engine_faulty, fixture->path, STORE_OPEN, "nadia", NULL);
	assert_non_null(fixture->store);
	assert_true(fixture->store->driver->script(fixture->store->engine,
						   "DELETE FROM territory; DELETE FROM holiday",
						   NULL));
	scene_fill(fixture->store);
	*state = fixture;
	return 0;
}

static int
scene_close(void **state)
{
	fault_clear();
	return fixture_close(state);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

static guint taken;

static bool
entry_taken(const struct calendar_row *row, gpointer user, GError **error)
{
	(void)row;
	(void)user;
	(void)error;
	taken++;
	return true;
}

static bool
days_read(Store *store, GError **error)
{
	struct calendar_filter filter = {.year = "2025"};
	return calendar_rows(store, &filter, entry_taken, NULL, error);
}

static bool
sessions_read(Store *store, GError **error)
{
	struct calendar_filter filter = {.event_id = event_id, .sessions = true};
	return calendar_rows(store, &filter, entry_taken, NULL, error);
}

static bool
everything_read(Store *store, GError **error)
{
	struct calendar_filter filter = {.sessions = false};
	return calendar_rows(store, &filter, entry_taken, NULL, error);
}

static void
left_out_taken(const struct calendar_left_out *event, gpointer user)
{
	(void)event;
	(void)user;
	taken++;
}

static bool
left_out_read(Store *store, GError **error)
{
	struct calendar_filter filter = {.year = NULL};
	return calendar_left_out(store, &filter, left_out_taken, NULL, error);
}

static bool
zones_read(Store *store, GError **error)
{
	struct calendar_filter filter = {.year = NULL};
	g_auto(GStrv) zones = calendar_zones(store, &filter, error);
	taken += zones != NULL;
	return zones != NULL;
}

static bool
digest_read(Store *store, GError **error)
{
	g_autoptr(Rows) days = store_all(store, &entity_event_day, error);
	g_autofree char *digest =
		days != NULL
			? calendar_day_digest(store, ((struct event_day *)days->row[0])->id, error)
			: NULL;
	taken += digest != NULL;
	return digest != NULL;
}

static bool
index_read(Store *store, GError **error)
{
	g_autoptr(Index) index = store_index(store, &entity_attendee, "event_id", event_id,
					     "status", true, true, error);
	taken += index != NULL ? index->n : 0;
	return index != NULL;
}

static void
contact_taken(gint64 id, const char *day, gpointer user)
{
	(void)id;
	(void)user;
	assert_text(day, "2026-11-23");
	taken++;
}

static bool
contacts_read(Store *store, GError **error)
{
	return contact_rows(store, "2026-11-24", contact_taken, NULL, error);
}

static bool
needs_read(Store *store, GError **error)
{
	g_autoptr(GArray) needs = needs_of_attendees(store, "2026-01-01", error);
	g_autoptr(GArray) answers =
		needs != NULL ? answers_sensitive(store, "2026-01-01", error) : NULL;
	taken += answers != NULL && needs->len == 1 && answers->len == 1;
	return answers != NULL;
}

static bool
changes_read(Store *store, GError **error)
{
	g_autoptr(GPtrArray) changes = history_changes(store, old_gesture_id, error);
	taken += changes != NULL && changes->len == 1;
	return changes != NULL;
}

static bool
event_read(Store *store, GError **error)
{
	g_autoptr(Rows) rows = event_rows(store, &entity_half_day, event_id, error);
	taken += rows != NULL ? rows->n : 0;
	return rows != NULL;
}

static bool
setting_change(Store *store, GError **error)
{
	if (!store_begin(store, "test", error))
		return false;
	bool done = setting_set(store, "time_zone", "Indian/Reunion", error);
	store_rollback(store);
	taken++;
	return done;
}

static bool
report_read(Store *store, GError **error)
{
	g_autoptr(Report) report = report_of_year(store, "2025", error);
	taken += report != NULL ? report->tables->len : 0;
	return report != NULL;
}

static bool
event_report_read(Store *store, GError **error)
{
	g_autoptr(Report) report = report_of_event(store, event_id, error);
	taken += report != NULL ? report->tables->len : 0;
	return report != NULL;
}

static const struct {
	const char *name;
	bool (*read)(Store *store, GError **error);
	bool none; /* nothing is found: there is nothing of it */
} readings[] = {
	{"days", days_read, false},
	{"sessions", sessions_read, false},
	{"all", everything_read, false},
	{"left out", left_out_read, true},
	{"zones", zones_read, false},
	{"digest", digest_read, false},
	{"index", index_read, false},
	{"contacts", contacts_read, false},
	{"needs", needs_read, false},
	{"changes", changes_read, false},
	{"event", event_read, false},
	{"report", report_read, false},
	{"event report", event_report_read, false},
	{"setting", setting_change, false},
};

static void
reading__says_that_it_failed__when_the_nth_call_fails(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	store_zone(store); /* asked once, then known */
	for (guint i = 0; i < G_N_ELEMENTS(readings); i++) {
		guint n = 0;
		for (bool struck = true; struck;) {
			GError *error = NULL;
			taken = 0;
			fault_plan = (struct fault_plan){.at = ++n, .code = ERROR_IO};
			bool done = readings[i].read(store, &error);
			struck = fault_plan.struck;
			fault_clear();
			if (done == struck || (error != NULL) != struck)
				fail_msg("%s: call %u was passed over", readings[i].name, n);
			g_clear_error(&error);
		}
		if ((taken == 0) != readings[i].none)
			fail_msg("%s: %u found", readings[i].name, taken);
	}
}

/* ---- erasing ------------------------------------------------------------------------------------
 */

static bool
person_erase(Store *store, GError **error)
{
	g_autofree const char **columns = erase_personal_columns(&entity_person);
	if (!store_begin(store, "test", error))
		return false;
	store_as_final(store);
	if (erase_members(store, &entity_person, person_id, columns, error))
		return store_commit(store, NULL, error);
	store_rollback(store);
	return false;
}

static bool
answer_erase(Store *store, GError **error)
{
	g_autoptr(Rows) answers = store_all(store, &entity_answer, error);
	if (answers == NULL || !store_begin(store, "test", error))
		return false;
	store_as_final(store);
	if (erase_row(store, &entity_answer, ((struct answer *)answers->row[0])->id, error))
		return store_commit(store, NULL, error);
	store_rollback(store);
	return false;
}

static bool
deleted_erase(Store *store, GError **error)
{
	g_autofree const char **columns = erase_personal_columns(&entity_attendee);
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	if (!store_begin(store, "test", error))
		return false;
	store_as_final(store);
	if (erase_deleted(store, &entity_attendee, "person_id", person_id, columns, ids, error) &&
	    erase_merged(store, &entity_person, person_id, columns, ids, error))
		return store_commit(store, NULL, error);
	store_rollback(store);
	return false;
}

static bool
old_images_erase(Store *store, GError **error)
{
	return erase_old_images(store, "2030-01-01T00:00:00Z", error);
}

static gint64
images(Store *store)
{
	gint64 n = 0;
	assert_true(
		store_number(store,
			     "SELECT count(before) + count(after) + sum(final) FROM change JOIN "
			     "gesture ON gesture.id = gesture_id",
			     NULL, 0, 0, &n, NULL));
	return n;
}

static void
erase_loop(Store *store, bool (*erase)(Store *, GError **), enum fault_shape shape)
{
	guint n = 0;
	for (bool struck = true; struck;) {
		Snapshot *before = snapshot_take(store);
		gint64 kept = images(store);
		GError *error = NULL;
		fault_plan = (struct fault_plan){.at = ++n, .code = ERROR_IO, .shape = shape};
		bool done = erase(store, &error);
		struck = fault_plan.struck;
		fault_clear();
		if (done == struck || (error != NULL) != struck)
			fail_msg("call %u was passed over", n);
		if (struck) {
			Snapshot *after = snapshot_take(store);
			g_autofree char *report = snapshot_compare(before, after);
			assert_text(report, "");
			assert_int_equal(images(store), kept);
			snapshot_free(after);
		}
		snapshot_free(before);
		g_clear_error(&error);
	}
	assert_true(n > 3);
}

static void
erasing__is_whole_or_not_there__when_the_nth_call_fails(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	g_autoptr(Rows) attendees = store_all(store, &entity_attendee, NULL);
	erase_loop(store, answer_erase, FAULT_ONCE);
	begin(store);
	assert_true(store_delete(store, &entity_attendee,
				 ((struct attendee *)attendees->row[0])->id, &error));
	commit(store);
	erase_loop(store, deleted_erase, FAULT_ROLLED);
	erase_loop(store, person_erase, FAULT_ONCE);
	erase_loop(store, old_images_erase, FAULT_ROLLED);
	struct person *erased = store_get(store, &entity_person, person_id, &error);
	assert_text(erased->last_name, ERASED_NAME);
	entity_free(&entity_person, erased);
	fault_plan = (struct fault_plan){.at = 1, .code = ERROR_BUSY};
	assert_false(store_scrub(store, &error));
	g_clear_error(&error);
	fault_clear();
	bool scrubbed = store_scrub(store, &error);
	assert_no_error(error);
	assert_true(scrubbed);
	assert_false(history_undo(store, old_gesture_id, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	g_clear_error(&error);
}

#define SCENE(function) cmocka_unit_test_setup_teardown(function, scene_open, scene_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE(reading__says_that_it_failed__when_the_nth_call_fails),
		SCENE(erasing__is_whole_or_not_there__when_the_nth_call_fails),
	};
	return test_run("fault_read", tests);
}
