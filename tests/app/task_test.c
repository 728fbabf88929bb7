/* What is to be done for an event: it moves with the event, and is proposed once. */
#include "app/scene.h"

#include "app/checklist.h"
#include "app/consent.h"
#include "app/event.h"
#include "app/merge.h"
#include "app/personal.h"
#include "app/task.h"
#include "app/thanks.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/reference.h"
#include "core/task.h"
#include "store/private.h"

struct after {
	gint64 event, day, speaker, absent, declined, twice;
};

/* An event of 20 November with four speakers: one who came, one who did not, one who declined, and
 * one who spoke twice. */
static struct after
after_made(Store *store, const char *status)
{
	struct after after;
	begin(store);
	after.event = scene_event(store, "2026-001", "Journée", status);
	after.day = scene_day(store, after.event, "2026-11-20", "09:30", "16:30", 0);
	after.speaker = scene_person(store, "Zoé", "Élan");
	after.absent = scene_person(store, "Karim", "Diop");
	after.declined = scene_person(store, "Léa", "Roux");
	after.twice = scene_person(store, "Ève", "Max");
	scene_speaker(store, after.event, 0, after.speaker, "confirmed");
	scene_speaker(store, after.event, 0, after.absent, "confirmed");
	scene_speaker(store, after.event, 0, after.declined, "declined");
	gint64 session =
		scene_session(store, after.event, after.day, "10:00", "11:00", "talk", "Un", 0);
	scene_speaker(store, after.event, 0, after.twice, "asked");
	scene_speaker(store, after.event, session, after.twice, "asked");
	gint64 missing = scene_attendee(store, after.event, after.absent, "Karim", "Diop",
					"speaker", "registered", NULL);
	commit(store);
	begin(store);
	scene_mark(store, missing, scene_half_day(store, after.day, "am"), "absent",
		   "2026-11-20T09:00:00Z");
	commit(store);
	return after;
}

static guint
propose(Store *store, gint64 event_id)
{
	guint made = 0;
	GError *error = NULL;
	assert_true(store_begin(store, "task_propose", &error));
	task_propose(store, event_id, &made, &error);
	assert_no_error(error);
	commit(store);
	return made;
}

static Rows *
tasks_of(Store *store, gint64 event_id)
{
	return store_of(store, &entity_task, "event_id", event_id, NULL);
}

static guint
count_kind(Store *store, gint64 event_id, const char *kind)
{
	g_autoptr(Rows) rows = tasks_of(store, event_id);
	guint n = 0;
	for (guint i = 0; i < rows->n; i++)
		n += strcmp(((const struct task *)rows->row[i])->kind, kind) == 0 ? 1 : 0;
	return n;
}

/* ---- proposing --------------------------------------------------------------------------------
 */

static void
task_propose__adds__slides_of_those_who_spoke_and_one_of_each_other_kind(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "announced");
	assert_int_equal(propose(store, after.event), 6);
	assert_int_equal(count_kind(store, after.event, "slides"), 2);
	static const char *const once[] = {"thanks", "certificates", "satisfaction", "summary"};
	for (gsize i = 0; i < G_N_ELEMENTS(once); i++)
		assert_int_equal(count_kind(store, after.event, once[i]), 1);
	assert_int_equal(count_kind(store, after.event, "minutes"), 0);
	g_autoptr(Rows) rows = tasks_of(store, after.event);
	const struct task *first = rows->row[0];
	assert_string_equal(first->due_on, "2026-11-23");
	assert_string_equal(first->created_on, "2026-11-23");
}

static void
task_propose__adds__nothing_twice(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	propose(store, after.event);
	g_autoptr(Rows) rows = tasks_of(store, after.event);
	begin(store);
	assert_true(task_set_done(store, ((const struct row_head *)rows->row[0])->id, true, NULL));
	commit(store);
	assert_int_equal(propose(store, after.event), 0);
	begin(store);
	gint64 late = scene_person(store, "Nora", "Petit");
	scene_speaker(store, after.event, 0, late, "confirmed");
	commit(store);
	assert_int_equal(propose(store, after.event), 1);
}

/* What is still ahead: before the event all of its kind's list, then what follows it. */
static void
task_propose__leaves__what_is_not_ahead(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const struct {
		const char *status, *day;
		guint rooms, thanks;
		bool stands;
	} cases[] = {
		{"announced", "2026-11-23", 1, 1, true}, {"announced", "2026-11-22", 0, 1, true},
		{"held", "2026-12-31", 0, 1, true},      {"cancelled", "2026-11-01", 0, 0, false},
		{"announced", NULL, 1, 1, true},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *number = g_strdup_printf("2026-%03d", (int)i + 1);
		guint made = 0;
		GError *error = NULL;
		begin(store);
		gint64 event = scene_event(store, number, "Journée", cases[i].status);
		if (cases[i].day != NULL)
			scene_day(store, event, cases[i].day, NULL, NULL, 0);
		assert_true(store_settle(store, NULL));
		bool done = task_propose(store, event, &made, &error);
		assert_true(done || g_error_matches(error, ATELIERS_ERROR, ERROR_INVALID));
		if (done != cases[i].stands || count_kind(store, event, "room") != cases[i].rooms ||
		    count_kind(store, event, "thanks") != cases[i].thanks ||
		    count_kind(store, event, "slides") != 0)
			fail_msg("%s, %s", cases[i].status, cases[i].day);
		g_clear_error(&error);
		commit(store);
	}
}

static gint64
kind_made(Store *store, const char *name)
{
	struct kind *kind = entity_new(&entity_kind);
	text_set(&kind->name, name);
	kind->heading_proposed = kind->has_programme = 0;
	return scene_insert(store, &entity_kind, kind);
}

/* Taken over, it is the centre's own: what is taken away from it is proposed no longer. */
static void
task_propose__follows__the_list_of_the_kind(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	guint made = 0;
	begin(store);
	gint64 kind = kind_made(store, "Comité de pilotage");
	g_autoptr(Checklist) shipped = checklist_of_kind(store, kind, NULL);
	assert_false(shipped->own);
	assert_true(checklist_take(store, kind, &made, NULL));
	g_autoptr(Rows) rows = store_of(store, &entity_checklist, "kind_id", kind, NULL);
	assert_int_equal(rows->n, made);
	for (guint i = 0; i < rows->n; i++)
		if (strcmp(((const struct checklist *)rows->row[i])->task, "minutes") != 0)
			assert_true(store_delete(store, &entity_checklist,
						 ((const struct row_head *)rows->row[i])->id,
						 NULL));
	gint64 id = scene_event(store, "2026-001", "Comité", "announced");
	scene_day(store, id, "2026-12-10", NULL, NULL, 0);
	struct event *event = store_get(store, &entity_event, id, NULL);
	event->kind_id = kind;
	assert_true(store_update(store, &entity_event, event, NULL));
	entity_free(&entity_event, event);
	commit(store);
	assert_int_equal(propose(store, id), 1);
	assert_int_equal(count_kind(store, id, "minutes"), 1);
}

static void
task_propose__of_a_meeting__asks_for_its_record(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Comité", "held");
	scene_day(store, event, "2026-11-20", NULL, NULL, 0);
	commit(store);
	scene_change(store, &entity_event, event, "quorum", value_integer(5));
	propose(store, event);
	assert_int_equal(count_kind(store, event, "minutes"), 1);
	assert_int_equal(count_kind(store, event, "satisfaction"), 0);
	assert_int_equal(count_kind(store, event, "thanks"), 1);
}

static void
task_propose__without_proof__asks_for_no_certificates(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	scene_change(store, &entity_event, after.event, "proof_mode", value_text("none"));
	propose(store, after.event);
	assert_int_equal(count_kind(store, after.event, "certificates"), 0);
}

/* ---- moving with the event --------------------------------------------------------------------
 */

static gint64
task_made(Store *store, gint64 event_id, gint64 before, gint64 after, const char *due)
{
	struct task *task = entity_new(&entity_task);
	task->event_id = event_id;
	task->days_before = before;
	task->days_after = after;
	task->position = 0;
	text_set(&task->kind, "other");
	text_set(&task->title, "À faire");
	text_set(&task->due_on, due);
	text_set(&task->created_on, "2026-11-01");
	return scene_insert(store, &entity_task, task);
}

static void
assert_due(Store *store, gint64 id, const char *due)
{
	struct task *task = store_get(store, &entity_task, id, NULL);
	assert_non_null(task);
	if (g_strcmp0(task->due_on, due) != 0)
		fail_msg("due on %s, not %s", task->due_on, due);
	entity_free(&entity_task, task);
}

static void
due_on__follows__the_days_of_the_event_and_undo(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Cycle", "draft");
	gint64 first = scene_day(store, event, "2027-01-28", NULL, NULL, 0);
	scene_day(store, event, "2027-02-23", NULL, NULL, 0);
	gint64 before = task_made(store, event, 60, MISSING, NULL);
	gint64 after = task_made(store, event, MISSING, 15, NULL);
	gint64 fixed = task_made(store, event, MISSING, MISSING, "2027-01-05");
	gint64 done = task_made(store, event, 30, MISSING, NULL);
	commit(store);
	assert_due(store, before, "2026-11-29");
	assert_due(store, after, "2027-03-10");
	begin(store);
	assert_true(task_set_done(store, done, true, NULL));
	commit(store);
	scene_change(store, &entity_event_day, first, "date", value_text("2027-01-29"));
	assert_due(store, before, "2026-11-30");
	assert_due(store, after, "2027-03-10");
	assert_due(store, fixed, "2027-01-05");
	assert_due(store, done, "2026-12-29");
	assert_true(history_undo(store, 0, NULL, &error));
	assert_no_error(error);
	assert_due(store, before, "2026-11-29");
	assert_true(history_redo(store, NULL, &error));
	assert_no_error(error);
	assert_due(store, before, "2026-11-30");
}

static void
due_on__is_unknown__until_the_event_has_a_day(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Journée", "idea");
	gint64 task = task_made(store, event, 60, MISSING, NULL);
	commit(store);
	assert_due(store, task, NULL);
	begin(store);
	scene_day(store, event, "2027-03-02", NULL, NULL, 0);
	commit(store);
	assert_due(store, task, "2027-01-01");
}

static void
task__goes__with_its_event_and_comes_back(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Journée", "held");
	scene_day(store, event, "2026-11-20", NULL, NULL, 0);
	commit(store);
	guint n = propose(store, event);
	begin(store);
	store_delete(store, &entity_event, event, &error);
	assert_no_error(error);
	commit(store);
	assert_int_equal(store_count(store, &entity_task, NULL, value_text(NULL), NULL), 0);
	assert_true(history_undo(store, 0, NULL, NULL));
	assert_int_equal(store_count(store, &entity_task, NULL, value_text(NULL), NULL), n);
}

/* ---- what is due ------------------------------------------------------------------------------
 */

static void
task_count__counts__what_is_late_and_what_comes_in_events_that_stand(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct task_counts counts;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Journée", "held");
	gint64 off = scene_event(store, "2026-002", "Annulée", "cancelled");
	gint64 late = task_made(store, event, MISSING, MISSING, "2026-11-22");
	gint64 today = task_made(store, event, MISSING, MISSING, "2026-11-23");
	task_made(store, event, MISSING, MISSING, "2026-11-29");
	gint64 later = task_made(store, event, MISSING, MISSING, "2026-11-30");
	task_made(store, event, MISSING, MISSING, NULL);
	task_made(store, off, MISSING, MISSING, "2026-11-22");
	commit(store);
	assert_true(task_count(store, &counts, NULL));
	assert_int_equal(counts.late, 1);
	assert_int_equal(counts.this_week, 2);
	assert_int_equal(counts.event_id, event);
	g_autoptr(GHashTable) due = tasks_due(store, NULL);
	assert_int_equal(g_hash_table_size(due), 3);
	assert_true(g_hash_table_contains(due, &late));
	assert_true(g_hash_table_contains(due, &today));
	assert_false(g_hash_table_contains(due, &later));
}

static void
task_age_text__says__how_late_or_since_when(void **state)
{
	(void)state;
	struct task task = {.days_before = MISSING,
			    .days_after = MISSING,
			    .created_on = (char *)(gsize) "2026-11-11"};
	g_autofree char *awaited = task_age_text(&task, NULL, "2026-11-23");
	assert_string_equal(awaited, "awaited for 12 days");
	g_autofree char *fresh = task_age_text(&task, NULL, "2026-11-11");
	assert_string_equal(fresh, "");
	task.due_on = (char *)(gsize) "2026-11-20";
	g_autofree char *late = task_age_text(&task, NULL, "2026-11-21");
	assert_string_equal(late, "late by 1 day");
}

/* ---- forgetting -------------------------------------------------------------------------------
 */

static void
task__of_somebody_merged__follows_them(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	propose(store, after.event);
	begin(store);
	assert_true(merge_rows(store, &entity_person, after.twice, after.speaker, NULL));
	commit(store);
	g_autoptr(Rows) rows = store_of(store, &entity_task, "person_id", after.twice, NULL);
	assert_int_equal(rows->n, 2);
	g_autofree char *name = task_name(store, rows->row[0]);
	assert_string_equal(name, "slides: Ève Max");
}

/* The history is text: nothing of what was erased may stand in it. */
static guint
images_with(Store *store, const char *text)
{
	g_autofree char *like = g_strdup_printf("%%%s%%", text);
	struct value args[] = {value_text(like)};
	gint64 n = 0;
	assert_true(store_number(store,
				 "SELECT count(*) FROM change WHERE before LIKE $1 OR after LIKE "
				 "$1",
				 args, 1, 0, &n, NULL));
	return (guint)n;
}

static void
task__of_somebody_forgotten__stays_without_its_texts(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct forgotten forgotten;
	GError *error = NULL;
	struct after after = after_made(store, "held");
	begin(store);
	gint64 id = task_made(store, after.event, MISSING, 7, NULL);
	commit(store);
	scene_change(store, &entity_task, id, "person_id", value_integer(after.speaker));
	scene_change(store, &entity_task, id, "title", value_text("Relancer Zoé Élan"));
	scene_change(store, &entity_task, id, "notes", value_text("elle est en congé"));
	scene_change(store, &entity_task, id, "notes", value_text("elle est revenue"));
	assert_true(images_with(store, "Relancer") > 0);
	people_forget(store, &after.speaker, 1, false, &forgotten, &error);
	assert_no_error(error);
	forgotten_clear(&forgotten);
	struct task *task = store_get(store, &entity_task, id, NULL);
	assert_non_null(task);
	assert_null(task->title);
	assert_null(task->notes);
	assert_null(strstr(task->search_key, "elan"));
	assert_int_equal(images_with(store, "Relancer") + images_with(store, "cong"), 0);
	assert_int_equal(images_with(store, "relancerzoeelan"), 0);
	entity_free(&entity_task, task);
}

/* A text of nobody in particular, which named them once. */
static void
task__that_named_somebody_forgotten__cannot_name_them_again(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct forgotten forgotten;
	struct after after = after_made(store, "held");
	begin(store);
	gint64 id = task_made(store, after.event, MISSING, 7, NULL), gesture = 0;
	commit(store);
	scene_change(store, &entity_task, id, "title", value_text("Appeler Zoé Élan"));
	scene_change(store, &entity_task, id, "title", value_text("Appeler le lieu"));
	assert_true(store_number(store, "SELECT max(id) FROM gesture", NULL, 0, 0, &gesture, NULL));
	assert_true(images_with(store, "Appeler Zo") > 0);
	assert_true(people_forget(store, &after.speaker, 1, false, &forgotten, NULL));
	assert_true(forgotten.earlier > 0);
	forgotten_clear(&forgotten);
	assert_int_equal(images_with(store, "Appeler Zo") + images_with(store, "appelerzoeelan"),
			 0);
	GError *error = NULL;
	assert_false(history_undo(store, gesture, NULL, &error));
	assert_int_equal(error->code, ERROR_OVERWRITTEN);
	g_clear_error(&error);
	struct task *task = store_get(store, &entity_task, id, NULL);
	assert_string_equal(task->title, "Appeler le lieu");
	entity_free(&entity_task, task);
}

/* ---- thanks -----------------------------------------------------------------------------------
 */

static const struct thanks *
thanks_named(const GPtrArray *all, const char *name)
{
	for (guint i = 0; i < all->len; i++)
		if (strcmp(((const struct thanks *)all->pdata[i])->name, name) == 0)
			return all->pdata[i];
	return NULL;
}

static const char *
day_of_thanks(const GPtrArray *all, const char *name)
{
	const struct thanks *thanks = thanks_named(all, name);
	return thanks == NULL ? "nobody" : thanks->thanked_on != NULL ? thanks->thanked_on : "";
}

static void
event_thanks__names__who_came_each_partner_once_and_the_place(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	scene_change(store, &entity_person, after.speaker, "email", value_text("zoe@elan.example"));
	begin(store);
	gint64 venue = scene_venue(store, "Maison du projet", NULL, "Lodève", "34");
	scene_partner(store, after.event, "DRAC", "commission");
	commit(store);
	scene_change(store, &entity_event_day, after.day, "venue_id", value_integer(venue));
	g_autoptr(GPtrArray) all = event_thanks(store, after.event, NULL);
	assert_int_equal(all->len, 4);
	assert_non_null(thanks_named(all, "Zoé Élan"));
	assert_non_null(thanks_named(all, "Ève Max"));
	assert_null(thanks_named(all, "Karim Diop"));
	assert_null(thanks_named(all, "Léa Roux"));
	assert_non_null(thanks_named(all, "DRAC"));
	assert_non_null(thanks_named(all, "Maison du projet"));
	struct addresses addresses;
	thanks_addresses(all, &addresses);
	assert_string_equal(addresses.list, "zoe@elan.example");
	assert_int_equal(addresses.unusable, 3);
	addresses_clear(&addresses);
}

static void
event_thanks__gives__no_address_of_who_opposes(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	scene_change(store, &entity_person, after.speaker, "email", value_text("zoe@elan.example"));
	begin(store);
	assert_true(
		consent_note(store, after.speaker, "invitations", false, "2026-11-21", NULL, NULL));
	commit(store);
	g_autoptr(GPtrArray) all = event_thanks(store, after.event, NULL);
	const struct thanks *zoe = thanks_named(all, "Zoé Élan");
	assert_true(zoe != NULL && zoe->opposed && zoe->email == NULL);
	struct addresses addresses;
	thanks_addresses(all, &addresses);
	assert_string_equal(addresses.list, "");
	assert_int_equal(addresses.opposed, 1);
	addresses_clear(&addresses);
}

static void
event_thanks__knows__who_has_been_thanked(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct after after = after_made(store, "held");
	g_autoptr(GPtrArray) before = event_thanks(store, after.event, NULL);
	assert_string_equal(day_of_thanks(before, "Zoé Élan"), "");
	begin(store);
	assert_true(thanks_note(store, after.event, thanks_named(before, "Zoé Élan"), NULL));
	commit(store);
	g_autoptr(GPtrArray) one = event_thanks(store, after.event, NULL);
	assert_string_equal(day_of_thanks(one, "Zoé Élan"), "2026-11-23");
	assert_string_equal(day_of_thanks(one, "Ève Max"), "");
	begin(store);
	gint64 task = task_made(store, after.event, MISSING, MISSING, NULL);
	commit(store);
	scene_change(store, &entity_task, task, "kind", value_text("thanks"));
	scene_change(store, &entity_task, task, "done_on", value_text("2026-11-24"));
	g_autoptr(GPtrArray) all = event_thanks(store, after.event, NULL);
	assert_string_equal(day_of_thanks(all, "Zoé Élan"), "2026-11-23");
	assert_string_equal(day_of_thanks(all, "Ève Max"), "2026-11-24");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(task_propose__adds__slides_of_those_who_spoke_and_one_of_each_other_kind),
		TEST(task_propose__adds__nothing_twice),
		TEST(task_propose__leaves__what_is_not_ahead),
		TEST(task_propose__follows__the_list_of_the_kind),
		TEST(task_propose__of_a_meeting__asks_for_its_record),
		TEST(task_propose__without_proof__asks_for_no_certificates),
		TEST(due_on__follows__the_days_of_the_event_and_undo),
		TEST(due_on__is_unknown__until_the_event_has_a_day),
		TEST(task__goes__with_its_event_and_comes_back),
		TEST(task_count__counts__what_is_late_and_what_comes_in_events_that_stand),
		cmocka_unit_test(task_age_text__says__how_late_or_since_when),
		TEST(task__of_somebody_merged__follows_them),
		TEST(task__of_somebody_forgotten__stays_without_its_texts),
		TEST(task__that_named_somebody_forgotten__cannot_name_them_again),
		TEST(event_thanks__names__who_came_each_partner_once_and_the_place),
		TEST(event_thanks__gives__no_address_of_who_opposes),
		TEST(event_thanks__knows__who_has_been_thanked),
	};
	i18n_set_language("en");
	return test_run("task", tests);
}
