/* The nth call of the engine fails while a copy is brought back or taken along, for every n: the
 * centre has nothing of it or all of it, no file is left by halves, and the next time it works. */
#include "app/door_scene.h"

#include "base/error.h"
#include "store/fault_engine.h"
#include "store/rounds.h"

/* The centre and a copy of which something of every sort is to be brought back. */
struct scene {
	struct fixture *fixture;
	struct meeting meeting;
	char *home, *copy; /* as they parted */
	char *path;        /* of the centre that is tried on */
};

static void
door_works(struct scene *scene)
{
	const struct meeting *meeting = &scene->meeting;
	g_autoptr(Store) door = door_at(scene->copy, "lea");
	g_setenv("ATELIERS_NOW", "2026-11-23T09:00:00Z", TRUE);
	assert_true(door_says(door, meeting->people[0], meeting->am, "present"));
	assert_true(door_says(door, meeting->people[1], meeting->am, "present"));
	assert_true(door_says(door, meeting->people[4], meeting->am, "present"));
	assert_true(door_sets(door, &noun_attendee, meeting->people[2], "function", "Élue"));
	assert_true(door_sets(door, &noun_room, meeting->hall, "name", "Salle Nord"));
	assert_true(
		door_walks_in(door, meeting->event, "Léa Granier", NULL, "Granier@essai.example"));
	begin(door);
	assert_true(store_delete(door, &entity_attendee, meeting->people[5], NULL));
	commit(door);
}

static void
office_works(struct scene *scene)
{
	const struct meeting *meeting = &scene->meeting;
	Store *home = scene->fixture->store;
	g_setenv("ATELIERS_NOW", "2026-11-23T09:10:00Z", TRUE);
	assert_true(door_says(home, meeting->people[0], meeting->am, "excused"));
	assert_true(door_sets(home, &noun_attendee, meeting->people[1], "status", "cancelled"));
	assert_true(door_sets(home, &noun_attendee, meeting->people[2], "function", "Maire"));
	assert_true(door_sets(home, &noun_room, meeting->cellar, "name", "Salle Nord"));
	assert_true(
		door_walks_in(home, meeting->event, "Léa Granier", NULL, "Granier@essai.example"));
	begin(home);
	assert_true(store_delete(home, &entity_attendee, meeting->people[4], NULL));
	commit(home);
}

static void
scene_open(struct scene *scene)
{
	fault_clear();
	scene->fixture = fixture_in_memory();
	const char *folder = scene->fixture->folder;
	door_lighten(scene->fixture->store);
	scene->meeting = door_meeting(scene->fixture->store);
	scene->home = g_build_filename(folder, "home.db", NULL);
	scene->path = g_build_filename(folder, "tried.db", NULL);
	scene->copy = door_out(scene->fixture->store, scene->meeting.event, folder, "a.db");
	door_works(scene);
	office_works(scene);
	assert_true(store_backup(scene->fixture->store, scene->home, NULL));
}

static void
scene_close(struct scene *scene)
{
	fault_clear();
	g_free(scene->home);
	g_free(scene->path);
	g_free(scene->copy);
	fixture_close((void **)&scene->fixture);
}

static Store *
tried_open(struct scene *scene)
{
	GError *error = NULL;
	store_files_remove(scene->path);
	door_file_copy(scene->home, scene->path);
	Store *store = store_open_with(&engine_faulty, scene->path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	return store;
}

static void
assert_photograph(Store *store, const char *wanted, guint n)
{
	g_autofree char *now = door_photograph(store);
	if (strcmp(now, wanted) != 0) {
		g_autofree char *difference = door_difference(wanted, now);
		fail_msg("fault at call %u: %.900s", n, difference);
	}
	g_autoptr(GPtrArray) problems = store_doctor(store, NULL);
	assert_non_null(problems);
	if (problems->len > 0)
		fail_msg("fault at call %u: %s", n, (const char *)problems->pdata[0]);
}

/* ---- bringing back ------------------------------------------------------------------------------
 */

/* True when the call N was reached. */
static bool
merge_once(struct scene *scene, guint n, enum fault_shape shape, const char *before,
	   const char *after)
{
	GError *error = NULL;
	g_autoptr(Store) store = tried_open(scene);
	fault_plan = (struct fault_plan){.at = n,
					 .shape = shape,
					 .code = shape == FAULT_ROLLED ? ERROR_FULL : ERROR_IO};
	DoorReport *report = door_merge(store, scene->copy, false, &error);
	bool struck = fault_plan.struck;
	fault_clear();
	if (report == NULL && !struck)
		fail_msg("failed by itself: %s", error->message);
	if ((report == NULL) != (error != NULL))
		fail_msg("fault at call %u: done or not, and %s", n,
			 error != NULL ? error->message : "no word of it");
	g_clear_error(&error);
	assert_false(store_in_gesture(store));
	assert_photograph(store, report == NULL ? before : after, n);
	if (report == NULL) {
		report = door_merge(store, scene->copy, false, &error);
		assert_no_error(error);
		assert_photograph(store, after, n);
	}
	door_report_free(report);
	return struck;
}

static char *
merged_photograph(struct scene *scene)
{
	g_autoptr(Store) store = tried_open(scene);
	g_autoptr(DoorReport) report = door_back(store, scene->copy);
	assert_true(report->conflicts >= 4);
	return door_photograph(store);
}

static void
merge_all(enum fault_shape shape, guint first)
{
	struct scene scene;
	scene_open(&scene);
	g_autofree char *before = door_photograph(scene.fixture->store);
	g_autofree char *after = merged_photograph(&scene);
	guint step = 1 + 2000 / rounds("FAULT_ROUNDS", 200), n = first;
	while (merge_once(&scene, n, shape, before, after))
		n += step;
	print_message("# %u calls\n", n);
	assert_true(n > 500);
	scene_close(&scene);
}

static void
door_merge__one_call_fails__all_or_nothing(void **state)
{
	(void)state;
	merge_all(FAULT_ONCE, 1);
}

static void
door_merge__the_disk_is_gone__nothing(void **state)
{
	(void)state;
	merge_all(FAULT_ON, 5);
}

static void
door_merge__the_disk_is_full__nothing(void **state)
{
	(void)state;
	merge_all(FAULT_ROLLED, 9);
}

/* ---- taking along -------------------------------------------------------------------------------
 */

static bool
export_once(struct scene *scene, guint n)
{
	GError *error = NULL;
	struct door_exported made;
	g_autofree char *path = g_build_filename(scene->fixture->folder, "b.db", NULL);
	g_autoptr(Store) store = tried_open(scene);
	guint files = files_in(scene->fixture->folder);
	fault_plan = (struct fault_plan){.at = n, .shape = FAULT_ONCE, .code = ERROR_IO};
	bool done = door_export(store, scene->meeting.event, path, false, &made, &error);
	bool struck = fault_plan.struck;
	fault_clear();
	if (!done && error == NULL)
		fail_msg("fault at call %u: no word of it", n);
	gint64 copies = store_count(store, &entity_door_copy, NULL, value_text(NULL), NULL);
	assert_int_equal(files_in(scene->fixture->folder), files + (done ? 1 : 0));
	assert_int_equal(copies, done ? 2 : 1);
	if (done)
		door_exported_clear(&made);
	g_clear_error(&error);
	g_unlink(path);
	return struck;
}

static void
door_export__one_call_fails__no_file_and_no_copy(void **state)
{
	(void)state;
	struct scene scene;
	scene_open(&scene);
	guint step = 1 + 2000 / rounds("FAULT_ROUNDS", 200), n = 1;
	while (export_once(&scene, n))
		n += step;
	print_message("# %u calls\n", n);
	scene_close(&scene);
}

int
main(void)
{
	g_log_set_always_fatal(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(door_merge__one_call_fails__all_or_nothing),
		cmocka_unit_test(door_merge__the_disk_is_gone__nothing),
		cmocka_unit_test(door_merge__the_disk_is_full__nothing),
		cmocka_unit_test(door_export__one_call_fails__no_file_and_no_copy),
	};
	return test_run("door_fault", tests);
}
