/* The nth call of the engine fails, for every n, in every kind of gesture: nothing is there by
 * halves, and the next gesture works (fault 4, fault 5 and fault 24 of docs/reliability.md). */
#include "test.h"

#include "app/announcement.h"
#include "app/checklist.h"
#include "app/merge.h"
#include "app/task.h"
#include "base/error.h"
#include "core/busy.h"
#include "core/calendar_record.h"
#include "core/reference.h"
#include "intake/import.h"
#include "intake/import_calendar.h"
#include "paper/papers.h"
#include "store/calendar_rows.h"
#include "store/fault_engine.h"
#include "store/fixture.h"
#include "store/private.h"
#include "store/seat_rows.h"
#include "store/setting.h"
#include "store/snapshot.h"

/* Asked by the leak checker, which cannot follow the pointers of fontconfig. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

/* What the gestures are about. */
struct scene {
	struct fixture fixture;
	gint64 event, venue, person, other, kept;
};

/* ---- the scene ----------------------------------------------------------------------------------
 */

static gint64
take(const struct entity *entity, void *row)
{
	gint64 id = ((const struct row_head *)row)->id;
	entity_free(entity, row);
	return id;
}

static gint64
venue_made(Store *store)
{
	struct venue *venue = entity_new(&entity_venue);
	text_set(&venue->name, "Salle des fêtes");
	text_set(&venue->town, "Albi");
	insert(store, &entity_venue, venue);
	return take(&entity_venue, venue);
}

static void
busy_made(Store *store, const char *uid)
{
	struct busy *busy = entity_new(&entity_busy);
	text_set(&busy->source, "CNFPT");
	text_set(&busy->uid, uid);
	text_set(&busy->title, uid);
	text_set(&busy->first_day, "2027-03-12");
	text_set(&busy->last_day, "2027-03-12");
	insert(store, &entity_busy, busy);
	entity_free(&entity_busy, busy);
}

static void
scene_fill(struct scene *scene)
{
	Store *store = scene->fixture.store;
	/* what a new file brings is of no use here, and is looked at after each failure */
	assert_true(store->driver->script(store->engine,
					  "DELETE FROM territory; DELETE FROM holiday", NULL));
	begin(store);
	scene->venue = venue_made(store);
	scene->event = take(&entity_event, event_made(store, "2027-001", "Atelier", NULL));
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = scene->event;
	day->venue_id = scene->venue;
	text_set(&day->date, "2027-01-15");
	insert(store, &entity_event_day, day);
	entity_free(&entity_event_day, day);
	scene->person = take(&entity_person, person_made(store, "Zoé", "Élan"));
	scene->other = take(&entity_person, person_made(store, "Zoë", "Elan"));
	attendee_made(store, scene->event, scene->person, "99");
	busy_made(store, "moved");
	busy_made(store, "gone");
	commit(store);
}

static void
scene_open(struct scene *scene)
{
	fault_clear();
	struct fixture *made = fixture_in_memory();
	scene->fixture = *made;
	g_free(made);
	store_close(scene->fixture.store);
	GError *error = NULL;
	scene->fixture.store =
		store_open_with(&engine_faulty, scene->fixture.path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	scene_fill(scene);
}

static void
scene_close(struct scene *scene)
{
	fault_clear();
	store_close(scene->fixture.store);
	folder_remove(scene->fixture.folder);
	g_free(scene->fixture.folder);
	g_free(scene->fixture.path);
}

/* ---- gestures -----------------------------------------------------------------------------------
 */

static bool
ended(Store *store, bool done, GError **error)
{
	if (done)
		return store_commit(store, NULL, error);
	store_rollback(store);
	return false;
}

static bool
gesture_insert(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	struct event_day *day = entity_new(&entity_event_day);
	day->event_id = scene->event;
	text_set(&day->date, "2027-01-16");
	bool done = store_insert(store, &entity_event_day, day, error);
	entity_free(&entity_event_day, day);
	return ended(store, done, error);
}

/* The name of a place stands in the calendar of every event that is held there. */
static bool
gesture_update(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	struct venue *venue = store_get(store, &entity_venue, scene->venue, error);
	if (venue != NULL)
		text_set(&venue->name, strcmp(venue->name, "Ici") == 0 ? "Là" : "Ici");
	bool done = venue != NULL && store_update(store, &entity_venue, venue, error);
	entity_free(&entity_venue, venue);
	return ended(store, done, error);
}

static bool
gesture_delete(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	return store_begin(store, "test", error) &&
	       ended(store, store_delete(store, &entity_event, scene->event, error), error);
}

static bool
gesture_merge(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	return store_begin(store, "test", error) &&
	       ended(store, merge_rows(store, &entity_person, scene->other, scene->person, error),
		     error);
}

static bool
gesture_import(struct scene *scene, GError **error)
{
	static const char table[] = "Nom;Prénom;Courriel;Organisme;Pourquoi ?\n"
				    "Diallo;Awa;awa@essai.example;Mairie de Lodève;Pour voir\n";
	g_autoptr(ImportPlan) plan = import_plan(scene->fixture.store, IMPORT_ATTENDEES,
						 scene->event, table, strlen(table), NULL, error);
	struct import_choice choice = {.update = true};
	return plan != NULL && import_apply(scene->fixture.store, plan, &choice, NULL, error);
}

/* One date new, one changed, one gone. */
static bool
gesture_calendar(struct scene *scene, GError **error)
{
	static const char *const uids[] = {"new", "moved"};
	g_autoptr(GString) answer = g_string_new(CALENDAR_RECORD_MAGIC);
	for (gsize i = 0; i < G_N_ELEMENTS(uids); i++) {
		const char *texts[] = {uids[i], "", "x", "", "2027-03-13", "2027-03-13", "", ""};
		calendar_record_append(answer, RECORD_DATE, 1, texts, N_DATE_TEXTS);
	}
	const char *end[] = {"2"};
	calendar_record_append(answer, RECORD_END, 0, end, 1);
	g_autoptr(CalendarPlan) plan = calendar_plan_answer(scene->fixture.store, answer->str,
							    answer->len, "CNFPT", error);
	struct import_choice choice = {.update = true};
	return plan != NULL && calendar_plan_apply(scene->fixture.store, plan, &choice, error);
}

static bool
gesture_undo(struct scene *scene, GError **error)
{
	return history_undo(scene->fixture.store, 0, NULL, error);
}

static bool
gesture_redo(struct scene *scene, GError **error)
{
	return history_redo(scene->fixture.store, NULL, error);
}

/* ---- what must hold -----------------------------------------------------------------------------
 */

static gint64
counted(Store *store, const char *sql)
{
	gint64 n = -1;
	assert_true(store_number(store, sql, NULL, 0, -1, &n, NULL));
	return n;
}

/* Every change belongs to a gesture, every gesture has changes, numbered without a gap. */
static void
assert_history_whole(Store *store)
{
	assert_int_equal(counted(store, "SELECT count(*) FROM change WHERE gesture_id NOT IN "
					"(SELECT id FROM gesture)"),
			 0);
	assert_int_equal(counted(store, "SELECT count(*) FROM gesture WHERE id NOT IN (SELECT "
					"gesture_id FROM change)"),
			 0);
	assert_int_equal(counted(store, "SELECT count(*) FROM (SELECT gesture_id FROM change GROUP "
					"BY gesture_id HAVING max(position) <> count(*))"),
			 0);
}

static void
assert_calendars_told(Store *store, guint n)
{
	g_autoptr(Rows) days = store_all(store, &entity_event_day, NULL);
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autofree char *digest = calendar_day_digest(store, day->id, NULL);
		if (g_strcmp0(digest, day->calendar_digest) != 0)
			fail_msg("fault at call %u: the calendar was not told", n);
	}
}

static void
assert_sound(Store *store, guint n)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	assert_no_error(error);
	if (problems->len > 0)
		fail_msg("fault at call %u: %s", n, (const char *)problems->pdata[0]);
	assert_history_whole(store);
	assert_calendars_told(store, n);
}

static void
assert_as_before(Store *store, const Snapshot *before, guint n)
{
	Snapshot *now = snapshot_take(store);
	g_autofree char *report = snapshot_compare(before, now);
	snapshot_free(now);
	if (*report != '\0')
		fail_msg("fault at call %u: this is not as it was:\n%s", n, report);
}

/* A gesture that failed left nothing; the next one works, and is taken back again. */
static void
assert_nothing_happened(struct scene *scene, const Snapshot *before, gint64 gestures, guint n)
{
	Store *store = scene->fixture.store;
	assert_false(store_in_gesture(store));
	assert_int_equal(counted(store, "SELECT count(*) FROM gesture"), gestures);
	assert_as_before(store, before, n);
	assert_sound(store, n);
}

typedef bool (*gesture_function)(struct scene *scene, GError **error);

struct loop {
	const char *name;
	gesture_function prepare, gesture;
	bool is_redo; /* doing something else would leave nothing to redo */
};

/* One run; true when the gesture went through. */
static bool
loop_once(const struct loop *loop, struct scene *scene, guint n, enum fault_shape shape, int code)
{
	Store *store = scene->fixture.store;
	gint64 gestures = counted(store, "SELECT count(*) FROM gesture");
	Snapshot *before = snapshot_take(store);
	GError *error = NULL;
	fault_plan = (struct fault_plan){.at = n, .shape = shape, .code = code};
	bool done = loop->gesture(scene, &error);
	bool struck = fault_plan.struck, inside = fault_plan.inside;
	fault_clear();
	if (done && error != NULL)
		fail_msg("%s: done, with an error at call %u", loop->name, n);
	if (!done && error == NULL)
		fail_msg("%s: failed without an error at call %u", loop->name, n);
	if (!done && !struck)
		fail_msg("%s: failed by itself: %s", loop->name, error->message);
	if (!done) {
		g_clear_error(&error);
		assert_nothing_happened(scene, before, gestures, n);
		if (!loop->is_redo) {
			begin(store);
			entity_free(&entity_person, person_made(store, "Après", "Panne"));
			commit(store);
			assert_true(history_undo(store, 0, NULL, NULL));
		}
	} else {
		assert_sound(store, n);
	}
	snapshot_free(before);
	if (done && inside)
		fail_msg("%s: said done in spite of call %u", loop->name, n);
	if (done && struck) /* a look at a setting before it began: the usual value served */
		assert_true(history_undo(store, 0, NULL, NULL));
	return done && !struck;
}

/* For every n, until the gesture is not reached any more. */
static void
loop_all(const struct loop *loop, enum fault_shape shape, int code)
{
	struct scene scene;
	scene_open(&scene);
	GError *error = NULL;
	if (loop->prepare != NULL && !loop->prepare(&scene, &error))
		fail_msg("%s: %s", loop->name, error->message);
	guint n = 1;
	while (!loop_once(loop, &scene, n, shape, code))
		n++;
	print_message("# %s: %u calls refused\n", loop->name, n - 1);
	assert_true(n > 5);
	scene_close(&scene);
}

static bool
insert_and_undo(struct scene *scene, GError **error)
{
	return gesture_insert(scene, error) && gesture_undo(scene, error);
}

/* Somebody who was registered and changes job. */
static bool
gesture_post(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	struct person *person = store_get(store, &entity_person, scene->person, error);
	if (person != NULL)
		text_set(&person->function,
			 g_strcmp0(person->function, "Juriste") == 0 ? "Directrice" : "Juriste");
	bool done = person != NULL && store_update(store, &entity_person, person, error);
	entity_free(&entity_person, person);
	return ended(store, done, error);
}

static bool
gesture_announce(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	gint64 version = 0;
	bool added = false;
	return store_begin(store, "test", error) &&
	       ended(store, event_announce(store, scene->event, &version, &added, error), error);
}

static gint64
half_day_first(Store *store, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, &entity_half_day, error);
	return rows != NULL && rows->n > 0 ? ((struct half_day *)rows->row[0])->id : 0;
}

static bool
register_and_mark(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	gint64 attendee = attendee_made(store, scene->event, scene->other, "100");
	if (!ended(store, true, error) || !store_begin(store, "test", error))
		return false;
	struct presence_mark *mark = entity_new(&entity_presence_mark);
	mark->attendee_id = attendee;
	mark->half_day_id = half_day_first(store, error);
	text_set(&mark->state, "present");
	text_set(&mark->happened_at, "2026-11-23T08:30:00Z");
	text_set(&mark->recorded_at, "2026-11-23T08:30:00Z");
	text_set(&mark->recorded_by, "nadia");
	text_set(&mark->origin, "checkin");
	bool done = store_insert(store, &entity_presence_mark, mark, error);
	entity_free(&entity_presence_mark, mark);
	return ended(store, done, error);
}

/* The mark is retracted by another: both go with the registration. */
static bool
register_and_retract(struct scene *scene, GError **error)
{
	return register_and_mark(scene, error) && gesture_undo(scene, error);
}

static bool
two_posts(struct scene *scene, GError **error)
{
	return gesture_post(scene, error) && gesture_post(scene, error);
}

/* Certificates for whoever was marked: the gesture of the paper, which undo passes over. */
static bool
gesture_certificate(struct scene *scene, GError **error)
{
	g_autofree char *path = g_build_filename(scene->fixture.folder, "certificates.pdf", NULL);
	struct paper_choice choice = {.document = "certificates", .event_id = scene->event};
	return paper_print(scene->fixture.store, &choice, path, NULL, NULL, NULL, error);
}

/* One seat, which somebody has and another waits for; the centre has it given by itself. */
static bool
wait_for_seat(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	struct event *event = store_get(store, &entity_event, scene->event, error);
	event->seat_limit = 1;
	bool done = store_update(store, &entity_event, event, error) &&
		    setting_set(store, "waiting_promotion", "by_itself", error);
	entity_free(&entity_event, event);
	gint64 id = attendee_made(store, scene->event, scene->other, "100");
	struct attendee *attendee = store_get(store, &entity_attendee, id, error);
	text_set(&attendee->status, "waiting");
	attendee->waiting_position = 1;
	done = done && store_update(store, &entity_attendee, attendee, error);
	entity_free(&entity_attendee, attendee);
	return ended(store, done, error);
}

static bool
gesture_withdraw(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	if (!store_begin(store, "test", error))
		return false;
	g_autoptr(Rows) rows =
		store_where(store, &entity_attendee, "number", value_text("99"), error);
	struct attendee *attendee = rows != NULL && rows->n > 0 ? rows->row[0] : NULL;
	if (attendee != NULL)
		text_set(&attendee->status, "cancelled");
	bool done = attendee != NULL && store_update(store, &entity_attendee, attendee, error);
	if (!ended(store, done, error))
		return false;
	assert_int_equal(store_promotions(store)->len, 1);
	return true;
}

/* A kind with the list that comes with the program, which its event is then given. */
static bool
gesture_checklist(struct scene *scene, GError **error)
{
	Store *store = scene->fixture.store;
	guint made = 0;
	if (!store_begin(store, "test", error))
		return false;
	struct kind *kind = entity_new(&entity_kind);
	text_set(&kind->name, "Atelier");
	kind->heading_proposed = kind->has_programme = 0;
	bool done = store_insert(store, &entity_kind, kind, error) &&
		    checklist_take(store, kind->id, &made, error) &&
		    task_propose(store, scene->event, &made, error);
	entity_free(&entity_kind, kind);
	return ended(store, done, error);
}

static const struct loop loops[] = {
	{"insert", NULL, gesture_insert, false},
	{"update", NULL, gesture_update, false},
	{"delete", NULL, gesture_delete, false},
	{"merge", NULL, gesture_merge, false},
	{"import", NULL, gesture_import, false},
	{"calendar", NULL, gesture_calendar, false},
	{"undo", gesture_delete, gesture_undo, false},
	{"redo", insert_and_undo, gesture_redo, true},
	{"change of job", two_posts, gesture_post, false},
	{"certificate", register_and_mark, gesture_certificate, false},
	{"checklist", NULL, gesture_checklist, false},
	{"announce", NULL, gesture_announce, false},
	{"undo of a change", two_posts, gesture_undo, false},
	{"undo of a mark", register_and_mark, gesture_undo, false},
	{"undo of a registration", register_and_retract, gesture_undo, false},
	{"seat to the waiting list", wait_for_seat, gesture_withdraw, false},
};

static void
loops_run(enum fault_shape shape, int code)
{
	for (guint i = 0; i < G_N_ELEMENTS(loops); i++)
		loop_all(&loops[i], shape, code);
}

static void
gesture__is_whole_or_not_there__when_the_nth_call_fails(void **state)
{
	(void)state;
	loops_run(FAULT_ONCE, ERROR_IO);
}

static void
gesture__is_whole_or_not_there__when_the_engine_rolls_back_by_itself(void **state)
{
	(void)state;
	loops_run(FAULT_ROLLED, ERROR_FULL);
}

static void
gesture__is_whole_or_not_there__when_the_disk_is_gone_from_the_nth_call_on(void **state)
{
	(void)state;
	loops_run(FAULT_ON, ERROR_IO);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gesture__is_whole_or_not_there__when_the_nth_call_fails),
		cmocka_unit_test(
			gesture__is_whole_or_not_there__when_the_engine_rolls_back_by_itself),
		cmocka_unit_test(
			gesture__is_whole_or_not_there__when_the_disk_is_gone_from_the_nth_call_on),
	};
	return test_run("fault_gesture", tests);
}
