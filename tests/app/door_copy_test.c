/* An event taken along and brought back, one thing at a time. */
#include "app/door_scene.h"

#include "app/personal.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/survey.h"
#include "core/task.h"
#include "store/audit.h"
#include "store/door_private.h"

static void
tick(const char *now)
{
	g_setenv("ATELIERS_NOW", now, TRUE);
}

#define assert_error_says(error, wanted, words)                                                    \
	do {                                                                                       \
		if ((error)->code != (int)(wanted))                                                \
			fail_msg("%d: %s", (error)->code, (error)->message);                       \
		if (strstr((error)->message, words) == NULL)                                       \
			fail_msg("“%s” does not say “%s”", (error)->message, words);               \
	} while (0)

/* The centre and a copy that is open. */
struct both {
	Store *home, *door;
	struct meeting meeting;
	char *path;
};

static struct both
two_make(struct fixture *fixture)
{
	struct both two = {.home = fixture->store};
	two.meeting = door_meeting(two.home);
	two.path = door_out(two.home, two.meeting.event, fixture->folder, "a.db");
	two.door = door_at(two.path, "lea");
	return two;
}

static void
two_clear(struct both *two)
{
	g_clear_pointer(&two->door, store_close);
	g_free(two->path);
}
typedef struct both Both;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Both, two_clear)

/* The copy is closed, brought back, and open again. */
static DoorReport *
two_merge(struct both *two)
{
	g_clear_pointer(&two->door, store_close);
	DoorReport *report = door_back(two->home, two->path);
	two->door = door_at(two->path, "lea");
	return report;
}

static void
assert_presence(Store *store, gint64 attendee, gint64 half_day, const char *wanted)
{
	g_autofree char *state = attendee_presence(store, attendee, half_day);
	assert_text(state, wanted);
}

/* The one conflict that there is. */
static gint64
the_conflict(Store *store, const char *kind)
{
	g_autoptr(Rows) rows = store_all(store, &entity_door_conflict, NULL);
	assert_int_equal(rows->n, 1);
	const struct door_conflict *conflict = rows->row[0];
	assert_string_equal(conflict->kind, kind);
	return conflict->id;
}

static void
decides(Store *store, gint64 conflict, bool there)
{
	GError *error = NULL;
	assert_true(store_begin(store, "door_decide", NULL));
	bool done = door_decide(store, conflict, there, &error);
	assert_no_error(error);
	assert_true(done);
	commit(store);
}

static bool
is_in_file(const char *path, const char *text)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(path, &bytes, &size, NULL));
	for (gsize i = 0; i + strlen(text) <= size; i++)
		if (memcmp(bytes + i, text, strlen(text)) == 0)
			return true;
	return false;
}

static void
assert_refused(Store *store, const char *path, gint code, const char *words)
{
	GError *error = NULL;
	g_autofree char *before = door_photograph(store);
	DoorReport *report = door_merge(store, path, false, &error);
	assert_null(report);
	assert_error_says(error, code, words);
	g_error_free(error);
	g_autofree char *after = door_photograph(store);
	assert_text(after, before);
}

/* ---- taking along -------------------------------------------------------------------------------
 */

static void
door_ways__say_of_every_entity(void **state)
{
	(void)state;
	for (guint i = 0; entities[i] != NULL; i++) {
		guint n = 0;
		for (guint j = 0; j < n_door_ways; j++)
			n += door_ways[j].entity == entities[i];
		assert_int_equal(n, 1);
	}
	for (guint j = 0; j < n_door_ways; j++)
		for (guint k = 0; door_ways[j].withheld[k] != NULL; k++) {
			const struct field *field =
				entity_field(door_ways[j].entity, door_ways[j].withheld[k]);
			assert_non_null(field);
			assert_int_equal(field->flags & FIELD_REQUIRED, 0);
		}
}

static void
door_export__takes_the_event_along__and_nothing_else(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct meeting meeting = door_meeting(store);
	begin(store);
	gint64 other = scene_event(store, "2026-015", "Autre rencontre", "announced");
	gint64 absent = scene_person(store, "Nora", "Ailleurs");
	struct task *task = entity_new(&entity_task);
	task->event_id = meeting.event;
	task->person_id = absent;
	task->position = 1;
	text_set(&task->kind, "other");
	text_set(&task->title, "Rappeler");
	text_set(&task->created_on, "2026-11-23");
	scene_insert(store, &entity_task, task);
	commit(store);
	scene_change(store, &entity_organisation, meeting.organisation, "notes",
		     value_text("secret de mairie"));
	g_autofree char *path = door_out(store, meeting.event, fixture->folder, "a.db");
	g_autoptr(Store) door = door_at(path, "lea");
	assert_null(store_get(door, &entity_event, other, NULL));
	assert_null(store_get(door, &entity_person, absent, NULL));
	assert_false(is_in_file(path, "secret de mairie"));
	assert_false(is_in_file(path, "Ailleurs"));
	assert_member(door, &entity_attendee, meeting.people[0], "last_name", "Élan");
	g_autoptr(Rows) tasks = store_all(door, &entity_task, NULL);
	assert_int_equal(tasks->n, 1);
	assert_true(((struct task *)tasks->row[0])->person_id == 0);
	GStatBuf status;
	assert_int_equal(g_stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	g_autoptr(GPtrArray) problems = store_doctor(door, NULL);
	assert_int_equal(problems->len, 0);
}

static void
door_export__makes_nothing__when_it_cannot(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	struct door_exported made;
	g_auto(Both) two = two_make(fixture);
	guint files = files_in(fixture->folder);
	assert_false(door_export(two.home, two.meeting.event, two.path, false, &made, &error));
	assert_true(g_error_matches(error, ATELIERS_ERROR, ERROR_IO));
	g_clear_error(&error);
	g_autofree char *nowhere = g_build_filename(fixture->folder, "no", "b.db", NULL);
	assert_false(door_export(two.home, two.meeting.event, nowhere, false, &made, &error));
	g_clear_error(&error);
	g_autofree char *other = g_build_filename(fixture->folder, "b.db", NULL);
	assert_true(door_export(two.home, two.meeting.event, other, true, &made, NULL));
	assert_string_equal(made.letter, "B");
	door_exported_clear(&made);
	assert_int_equal(files_in(fixture->folder), files);
	assert_int_equal(store_count(two.home, &entity_door_copy, NULL, value_text(NULL), NULL), 1);
}

static void
copy__numbers_whom_it_registers_by_its_letter(void **state)
{
	g_auto(Both) two = two_make(*state);
	gint64 first = door_walks_in(two.door, two.meeting.event, "Tom Nouveau", NULL, NULL);
	gint64 second = door_walks_in(two.door, two.meeting.event, "Eve Passante", NULL, NULL);
	assert_member(two.door, &entity_attendee, first, "number", "A-1");
	assert_member(two.door, &entity_attendee, second, "number", "A-2");
	door_report_free(two_merge(&two));
	assert_member(two.home, &entity_attendee, second, "number", "A-2");
	gint64 here = door_walks_in(two.home, two.meeting.event, "Lou Autre", NULL, NULL);
	assert_member(two.home, &entity_attendee, here, "number", "15");
}

static void
copy__refuses__what_is_the_centre_s(void **state)
{
	g_auto(Both) two = two_make(*state);
	static const char *const actions[] = {"event_new",        "event_delete", "person_merge",
					      "attendees_import", "door_export",  "door_merge"};
	for (gsize i = 0; i < G_N_ELEMENTS(actions); i++) {
		GError *error = NULL;
		assert_false(store_begin(two.door, actions[i], &error));
		assert_error_says(error, ERROR_INVALID, "copy A of 2026-014");
		g_error_free(error);
	}
	GError *error = NULL;
	struct survey_question *question = entity_new(&entity_survey_question);
	question->event_id = two.meeting.event;
	text_set(&question->label, "Satisfaction");
	question->position = 1;
	begin(two.door);
	assert_false(store_insert(two.door, &entity_survey_question, question, &error));
	assert_error_says(error, ERROR_INVALID, "the centre’s own database");
	g_error_free(error);
	store_rollback(two.door);
	entity_free(&entity_survey_question, question);
}

/* ---- marks --------------------------------------------------------------------------------------
 */

static void
door_merge__brings_marks__and_does_so_once(void **state)
{
	g_auto(Both) two = two_make(*state);
	tick("2026-11-23T09:04:00Z");
	assert_true(door_says(two.door, two.meeting.people[0], two.meeting.am, "present"));
	assert_true(door_says(two.door, two.meeting.people[1], two.meeting.am, "absent"));
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_true(report->changes);
	assert_int_equal(report->conflicts, 0);
	assert_presence(two.home, two.meeting.people[0], two.meeting.am, "present");
	assert_presence(two.home, two.meeting.people[1], two.meeting.am, "absent");
	g_autofree char *before = door_photograph(two.home);
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_false(again->changes);
	g_autofree char *after = door_photograph(two.home);
	assert_text(after, before);
}

static void
door_merge__undone__takes_marks_back__and_brings_them_again(void **state)
{
	g_auto(Both) two = two_make(*state);
	gint64 who = two.meeting.people[0];
	assert_true(door_says(two.door, who, two.meeting.am, "present"));
	gint64 new = door_walks_in(two.door, two.meeting.event, "Tom Nouveau", NULL, NULL);
	assert_true(door_sets(two.door, &noun_attendee, who, "function", "Directrice"));
	door_report_free(two_merge(&two));
	g_autofree char *once = door_photograph(two.home);
	for (guint i = 0; i < 2; i++) {
		assert_true(history_undo(two.home, 0, NULL, NULL));
		assert_presence(two.home, who, two.meeting.am, "unknown");
		assert_member(two.home, &entity_attendee, who, "function", NULL);
		assert_null(store_get(two.home, &entity_attendee, new, NULL));
		g_autoptr(DoorReport) again = two_merge(&two);
		assert_true(again->changes);
		assert_presence(two.home, who, two.meeting.am, "present");
		g_autofree char *twice = door_photograph(two.home);
		assert_text(twice, once);
	}
	assert_true(history_undo(two.home, 0, NULL, NULL));
	assert_true(history_redo(two.home, NULL, NULL));
	assert_presence(two.home, who, two.meeting.am, "present");
	g_autofree char *redone = door_photograph(two.home);
	assert_text(redone, once);
}

static void
door_merge__lists__who_is_present_there_and_excused_here(void **state)
{
	g_auto(Both) two = two_make(*state);
	gint64 who = two.meeting.people[0];
	tick("2026-11-23T09:00:00Z");
	assert_true(door_says(two.home, who, two.meeting.am, "excused"));
	tick("2026-11-23T09:10:00Z");
	assert_true(door_says(two.door, who, two.meeting.am, "present"));
	assert_true(door_says(two.door, who, two.meeting.pm, "present"));
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 1);
	assert_presence(two.home, who, two.meeting.am, "present");
	g_autoptr(GPtrArray) disputes = door_disputes(two.home, two.meeting.event, NULL);
	const struct door_dispute *dispute = disputes->pdata[0];
	assert_string_equal(dispute->subject, "Zoé Élan (no. 1)");
	assert_string_equal(dispute->here, "present");
	assert_string_equal(dispute->there, "excused");
	decides(two.home, the_conflict(two.home, "presence"), true);
	assert_presence(two.home, who, two.meeting.am, "excused");
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_int_equal(again->conflicts, 0);
	assert_presence(two.home, who, two.meeting.am, "excused");
}

static void
withdrew_and_came(struct fixture *fixture, bool there)
{
	g_auto(Both) two = two_make(fixture);
	gint64 who = two.meeting.people[2];
	assert_true(door_sets(two.home, &noun_attendee, who, "status", "cancelled"));
	assert_true(door_says(two.door, who, two.meeting.am, "present"));
	door_report_free(two_merge(&two));
	decides(two.home, the_conflict(two.home, "withdrawn"), there);
	assert_member(two.home, &entity_attendee, who, "status",
		      there ? "registered" : "cancelled");
	assert_presence(two.home, who, two.meeting.am, there ? "present" : "unknown");
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_int_equal(again->conflicts, 0);
}

static void
door_decide__registers_again__who_withdrew_and_came(void **state)
{
	withdrew_and_came(*state, true);
}

static void
door_decide__takes_presence_back__of_who_withdrew(void **state)
{
	withdrew_and_came(*state, false);
}

/* ---- members ------------------------------------------------------------------------------------
 */

static void
both_say(struct both *two, const char *here, const char *there)
{
	tick("2026-11-23T09:00:00Z");
	assert_true(
		door_sets(two->door, &noun_attendee, two->meeting.people[0], "function", there));
	tick("2026-11-23T09:10:00Z");
	assert_true(door_sets(two->home, &noun_attendee, two->meeting.people[0], "function", here));
	tick("2026-11-23T12:00:00Z");
}

static void
door_merge__lets_the_latest_word_stand__and_lists_the_other(void **state)
{
	g_auto(Both) two = two_make(*state);
	both_say(&two, "Directrice", "Chargée de mission");
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 1);
	assert_member(two.home, &entity_attendee, two.meeting.people[0], "function", "Directrice");
	g_autoptr(GPtrArray) disputes = door_disputes(two.home, two.meeting.event, NULL);
	const struct door_dispute *dispute = disputes->pdata[0];
	assert_string_equal(dispute->member, "Function");
	assert_string_equal(dispute->here, "Directrice");
	assert_string_equal(dispute->there, "Chargée de mission");
	assert_non_null(strstr(dispute->there_by, "copy A"));
	assert_int_equal(dispute->number, 1);
}

static void
door_merge__lists_nothing__when_both_say_the_same(void **state)
{
	g_auto(Both) two = two_make(*state);
	both_say(&two, "Directrice", "Directrice");
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 0);
}

static void
door_decide__is_the_last_word(void **state)
{
	g_auto(Both) two = two_make(*state);
	both_say(&two, "Directrice", "Chargée de mission");
	door_report_free(two_merge(&two));
	decides(two.home, the_conflict(two.home, "changed"), true);
	assert_member(two.home, &entity_attendee, two.meeting.people[0], "function",
		      "Chargée de mission");
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_false(again->changes);
	assert_int_equal(again->conflicts, 0);
	assert_true(history_undo(two.home, 0, NULL, NULL));
	assert_member(two.home, &entity_attendee, two.meeting.people[0], "function", "Directrice");
	the_conflict(two.home, "changed");
}

static void
door_decide__leaves_nothing_of_what_was_not_taken(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	both_say(&two, "Directrice", "Chargée de vérité");
	door_report_free(two_merge(&two));
	gint64 conflict = the_conflict(two.home, "changed");
	g_autofree char *image = g_build_filename(fixture->folder, "image.db", NULL);
	assert_true(store_backup(two.home, image, NULL));
	assert_true(is_in_file(image, "Chargée de vérité"));
	decides(two.home, conflict, false);
	store_files_remove(image);
	assert_true(store_backup(two.home, image, NULL));
	assert_false(is_in_file(image, "Chargée de vérité"));
	/* taken back, the conflict is there again, and its value when the copy is brought again */
	assert_true(history_undo(two.home, 0, NULL, NULL));
	g_autoptr(GPtrArray) unknown = door_disputes(two.home, two.meeting.event, NULL);
	assert_null(((const struct door_dispute *)unknown->pdata[0])->there);
	door_report_free(two_merge(&two));
	g_autoptr(GPtrArray) known = door_disputes(two.home, two.meeting.event, NULL);
	assert_string_equal(((const struct door_dispute *)known->pdata[0])->there,
			    "Chargée de vérité");
}

static void
conflict__goes__when_somebody_edits_the_member(void **state)
{
	g_auto(Both) two = two_make(*state);
	both_say(&two, "Directrice", "Chargée de mission");
	door_report_free(two_merge(&two));
	the_conflict(two.home, "changed");
	assert_true(door_sets(two.home, &noun_attendee, two.meeting.people[0], "function", "Élue"));
	assert_int_equal(store_count(two.home, &entity_door_conflict, NULL, value_text(NULL), NULL),
			 0);
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_int_equal(again->conflicts, 0);
	assert_member(two.home, &entity_attendee, two.meeting.people[0], "function", "Élue");
}

static void
door_merge__gives_a_name_to_one_room_only(void **state)
{
	g_auto(Both) two = two_make(*state);
	tick("2026-11-23T09:00:00Z");
	assert_true(door_sets(two.home, &noun_room, two.meeting.hall, "name", "Salle Nord"));
	tick("2026-11-23T09:10:00Z");
	assert_true(door_sets(two.door, &noun_room, two.meeting.cellar, "name", "Salle Nord"));
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 1);
	assert_member(two.home, &entity_room, two.meeting.cellar, "name", "Salle Nord");
	assert_member(two.home, &entity_room, two.meeting.hall, "name", "Grande salle");
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

static void
door_merge__keeps__what_was_deleted_here_and_touched_there(void **state)
{
	g_auto(Both) two = two_make(*state);
	gint64 who = two.meeting.people[3];
	begin(two.home);
	assert_true(store_delete(two.home, &entity_attendee, who, NULL));
	commit(two.home);
	assert_true(door_says(two.door, who, two.meeting.am, "present"));
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 1);
	assert_presence(two.home, who, two.meeting.am, "present");
	decides(two.home, the_conflict(two.home, "deleted"), false);
	g_autoptr(DoorReport) again = two_merge(&two);
	assert_int_equal(again->conflicts, 0);
	assert_presence(two.home, who, two.meeting.am, "present");
}

static void
door_merge__brings_deletions__of_what_nobody_touched(void **state)
{
	g_auto(Both) two = two_make(*state);
	begin(two.door);
	assert_true(store_delete(two.door, &entity_attendee, two.meeting.people[3], NULL));
	assert_true(store_delete(two.door, &entity_attendee, two.meeting.people[4], NULL));
	commit(two.door);
	assert_true(door_says(two.home, two.meeting.people[4], two.meeting.am, "present"));
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_null(store_get(two.home, &entity_attendee, two.meeting.people[3], NULL));
	assert_presence(two.home, two.meeting.people[4], two.meeting.am, "present");
	assert_int_equal(report->conflicts, 1);
	decides(two.home, the_conflict(two.home, "deleted"), true);
	assert_null(store_get(two.home, &entity_attendee, two.meeting.people[4], NULL));
}

static void
door_merge__makes_one__of_who_was_registered_twice(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	g_autofree char *path = door_out(two.home, two.meeting.event, fixture->folder, "b.db");
	g_autoptr(Store) other = door_at(path, "marc");
	gint64 one = door_walks_in(two.door, two.meeting.event, "Léa Granier", NULL,
				   "Granier@essai.example");
	gint64 another = door_walks_in(other, two.meeting.event, "Léa Granier", "Mairie d’Alès",
				       "Granier@essai.example");
	assert_true(one != 0 && another != 0);
	assert_true(door_says(two.door, one, two.meeting.am, "present"));
	assert_true(door_says(other, another, two.meeting.pm, "present"));
	g_clear_pointer(&other, store_close);
	door_report_free(two_merge(&two));
	g_autoptr(DoorReport) report = door_back(two.home, path);
	gint64 kept = MIN(one, another), gone = MAX(one, another);
	assert_presence(two.home, kept, two.meeting.am, "present");
	assert_presence(two.home, kept, two.meeting.pm, "present");
	assert_member(two.home, &entity_attendee, kept, "organisation", "Mairie d’Alès");
	assert_null(store_get(two.home, &entity_attendee, gone, NULL));
	assert_int_equal(report->notes->len, 1);
	assert_non_null(strstr(report->notes->pdata[0], "registered twice"));
	/* the door that knows them by the other id goes on */
	g_autoptr(Store) later = door_at(gone == one ? two.path : path, "lea");
	assert_true(door_sets(later, &noun_attendee, gone, "function", "Élue"));
	g_clear_pointer(&later, store_close);
	door_report_free(door_back(two.home, gone == one ? two.path : path));
	assert_member(two.home, &entity_attendee, kept, "function", "Élue");
}

static void
door_merge__leaves_two__of_new_people_with_one_name(void **state)
{
	g_auto(Both) two = two_make(*state);
	gint64 here = door_walks_in(two.home, two.meeting.event, "Tom Nouveau", NULL, NULL);
	gint64 there = door_walks_in(two.door, two.meeting.event, "Tom Nouveau", NULL, NULL);
	g_autoptr(DoorReport) report = two_merge(&two);
	assert_int_equal(report->conflicts, 0);
	assert_member(two.home, &entity_attendee, here, "last_name", "Nouveau");
	assert_member(two.home, &entity_attendee, there, "last_name", "Nouveau");
}

static void
door_merge__brings_nothing_personal__of_who_was_forgotten(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	gint64 who = two.meeting.people[0];
	struct attendee *attendee = store_get(two.home, &entity_attendee, who, NULL);
	gint64 person = attendee->person_id;
	entity_free(&entity_attendee, attendee);
	assert_true(door_sets(two.door, &noun_attendee, who, "phone", "04 66 11 22 33"));
	assert_true(door_says(two.door, who, two.meeting.am, "present"));
	struct forgotten forgotten;
	assert_true(people_forget(two.home, &person, 1, false, &forgotten, NULL));
	assert_int_equal(forgotten.copies->len, 1);
	assert_non_null(strstr(forgotten.copies->pdata[0], "copy A"));
	forgotten_clear(&forgotten);
	door_report_free(two_merge(&two));
	assert_presence(two.home, who, two.meeting.am, "present");
	assert_member(two.home, &entity_attendee, who, "phone", NULL);
	g_autofree char *image = g_build_filename(fixture->folder, "image.db", NULL);
	assert_true(store_backup(two.home, image, NULL));
	assert_false(is_in_file(image, "04 66 11 22 33"));
	assert_false(is_in_file(image, "0466112233"));
}

static void
person_forget__forgets_what_conflicts_say(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	struct attendee *attendee =
		store_get(two.home, &entity_attendee, two.meeting.people[0], NULL);
	gint64 person = attendee->person_id;
	entity_free(&entity_attendee, attendee);
	both_say(&two, "Directrice", "Chargée de vérité");
	door_report_free(two_merge(&two));
	the_conflict(two.home, "changed");
	struct forgotten forgotten;
	assert_true(people_forget(two.home, &person, 1, false, &forgotten, NULL));
	forgotten_clear(&forgotten);
	g_autofree char *image = g_build_filename(fixture->folder, "image.db", NULL);
	assert_true(store_backup(two.home, image, NULL));
	assert_false(is_in_file(image, "Chargée de vérité"));
}

/* ---- the gesture --------------------------------------------------------------------------------
 */

static void
door_merge__dry__changes_nothing(void **state)
{
	g_auto(Both) two = two_make(*state);
	both_say(&two, "Directrice", "Chargée de mission");
	assert_true(door_says(two.door, two.meeting.people[1], two.meeting.am, "present"));
	g_autofree char *before = door_photograph(two.home);
	GError *error = NULL;
	g_autoptr(DoorReport) report = door_merge(two.home, two.path, true, &error);
	assert_no_error(error);
	assert_true(report->changes);
	assert_int_equal(report->conflicts, 1);
	g_autofree char *after = door_photograph(two.home);
	assert_text(after, before);
}

static void
door_merge__reads__a_copy_that_is_open(void **state)
{
	g_auto(Both) two = two_make(*state);
	assert_true(door_says(two.door, two.meeting.people[1], two.meeting.am, "present"));
	g_autoptr(DoorReport) report = door_back(two.home, two.path);
	assert_true(report->changes);
	assert_true(door_says(two.door, two.meeting.people[2], two.meeting.am, "present"));
	assert_presence(two.home, two.meeting.people[1], two.meeting.am, "present");
}

static void
door_wipe__deletes_a_copy__once_all_is_back(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	g_auto(Both) two = two_make(fixture);
	assert_true(door_says(two.door, two.meeting.people[1], two.meeting.am, "present"));
	g_clear_pointer(&two.door, store_close);
	assert_false(door_wipe(two.home, two.path, &error));
	assert_error_says(error, ERROR_INVALID, "bring it back first");
	g_clear_error(&error);
	door_report_free(door_back(two.home, two.path));
	g_autofree char *image = g_build_filename(fixture->folder, "old.db", NULL);
	door_file_copy(two.path, image);
	assert_true(door_wipe(two.home, two.path, NULL));
	assert_false(g_file_test(two.path, G_FILE_TEST_EXISTS));
	assert_refused(two.home, image, ERROR_INVALID, "old image of copy A");
	g_autoptr(Rows) rows = store_all(two.home, &entity_door_copy, NULL);
	g_autofree char *words = door_copy_words(two.home, rows->row[0]);
	assert_non_null(strstr(words, "wiped"));
}

/* ---- what is refused ----------------------------------------------------------------------------
 */

static void
door_merge__refuses__what_is_no_copy_of_this_database(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	assert_refused(two.home, fixture->path, ERROR_INVALID, "the database itself");
	g_autofree char *other = door_out(two.home, two.meeting.event, fixture->folder, "b.db");
	assert_refused(two.door, other, ERROR_INVALID, "this is copy A");
	g_autofree char *whole = g_build_filename(fixture->folder, "whole.db", NULL);
	assert_true(store_backup(two.home, whole, NULL));
	assert_refused(two.home, whole, ERROR_FOREIGN, "none that was taken along");
	g_autofree char *path = g_build_filename(fixture->folder, "foreign.db", NULL);
	g_autoptr(Store) foreign = store_open(path, STORE_OPEN_OR_MAKE, "marc", NULL);
	struct meeting meeting = door_meeting(foreign);
	g_autofree char *copy = door_out(foreign, meeting.event, fixture->folder, "theirs.db");
	assert_refused(two.home, copy, ERROR_FOREIGN, "another centre");
	g_autofree char *text = g_build_filename(fixture->folder, "text.db", NULL);
	assert_true(g_file_set_contents(text, "ceci n’est pas une base", -1, NULL));
	assert_refused(two.home, text, ERROR_FOREIGN, "text.db");
	g_autofree char *nothing = g_build_filename(fixture->folder, "nothing.db", NULL);
	assert_refused(two.home, nothing, ERROR_NOT_FOUND, "nothing.db");
}

static void
door_merge__refuses__a_copy_that_is_damaged_or_newer(void **state)
{
	struct fixture *fixture = *state;
	g_auto(Both) two = two_make(fixture);
	g_clear_pointer(&two.door, store_close);
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(two.path, &bytes, &size, NULL));
	g_autofree char *torn = g_build_filename(fixture->folder, "torn.db", NULL);
	assert_true(g_file_set_contents(torn, bytes, (gssize)(size / 2), NULL));
	assert_refused(two.home, torn, ERROR_DAMAGED, "torn.db");
	for (gsize i = size / 2; i < size / 2 + 65536 && i < size; i++)
		bytes[i] = (char)(bytes[i] ^ 0x5a);
	assert_true(g_file_set_contents(torn, bytes, (gssize)size, NULL));
	assert_refused(two.home, torn, ERROR_DAMAGED, "torn.db");
	two.door = door_at(two.path, "lea");
	assert_true(two.door->driver->begin(two.door->engine, NULL));
	assert_true(two.door->driver->mark(two.door->engine, STORE_APPLICATION, 9999, NULL));
	assert_true(two.door->driver->commit(two.door->engine, NULL));
	assert_refused(two.home, two.path, ERROR_NEWER, "newer");
}

static void
door_merge__refuses__a_copy_of_an_event_that_was_deleted(void **state)
{
	g_auto(Both) two = two_make(*state);
	assert_true(door_says(two.door, two.meeting.people[1], two.meeting.am, "present"));
	assert_true(store_begin(two.home, "event_delete", NULL));
	store_about(two.home, &entity_event, two.meeting.event, two.meeting.event, 1);
	assert_true(store_delete(two.home, &entity_event, two.meeting.event, NULL));
	commit(two.home);
	assert_refused(two.home, two.path, ERROR_NOT_FOUND, "undo that first");
	assert_true(history_undo(two.home, 0, NULL, NULL));
	door_report_free(two_merge(&two));
	assert_presence(two.home, two.meeting.people[1], two.meeting.am, "present");
}

/* The centre went back to a backup from before the copy was made. */
static void
door_merge__takes__a_copy_that_an_older_backup_does_not_know(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct meeting meeting = door_meeting(store);
	g_autofree char *older = g_build_filename(fixture->folder, "older.db", NULL);
	assert_true(store_backup(store, older, NULL));
	g_autofree char *path = door_out(store, meeting.event, fixture->folder, "a.db");
	g_autoptr(Store) door = door_at(path, "lea");
	assert_true(door_says(door, meeting.people[0], meeting.am, "present"));
	g_clear_pointer(&door, store_close);
	g_autoptr(Store) home = door_at(older, "nadia");
	door_report_free(door_back(home, path));
	assert_presence(home, meeting.people[0], meeting.am, "present");
	/* and not when another copy bears its letter meanwhile */
	assert_true(history_undo(home, 0, NULL, NULL));
	g_autofree char *another = door_out(home, meeting.event, fixture->folder, "other.db");
	assert_refused(home, path, ERROR_CONFLICT, "another copy has its letter (A)");
	assert_true(g_file_test(another, G_FILE_TEST_EXISTS));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(door_ways__say_of_every_entity),
		TEST(door_export__takes_the_event_along__and_nothing_else),
		TEST(door_export__makes_nothing__when_it_cannot),
		TEST(copy__numbers_whom_it_registers_by_its_letter),
		TEST(copy__refuses__what_is_the_centre_s),
		TEST(door_merge__brings_marks__and_does_so_once),
		TEST(door_merge__undone__takes_marks_back__and_brings_them_again),
		TEST(door_merge__lists__who_is_present_there_and_excused_here),
		TEST(door_decide__registers_again__who_withdrew_and_came),
		TEST(door_decide__takes_presence_back__of_who_withdrew),
		TEST(door_merge__lets_the_latest_word_stand__and_lists_the_other),
		TEST(door_merge__lists_nothing__when_both_say_the_same),
		TEST(door_decide__is_the_last_word),
		TEST(door_decide__leaves_nothing_of_what_was_not_taken),
		TEST(conflict__goes__when_somebody_edits_the_member),
		TEST(door_merge__gives_a_name_to_one_room_only),
		TEST(door_merge__keeps__what_was_deleted_here_and_touched_there),
		TEST(door_merge__brings_deletions__of_what_nobody_touched),
		TEST(door_merge__makes_one__of_who_was_registered_twice),
		TEST(door_merge__leaves_two__of_new_people_with_one_name),
		TEST(door_merge__brings_nothing_personal__of_who_was_forgotten),
		TEST(person_forget__forgets_what_conflicts_say),
		TEST(door_merge__dry__changes_nothing),
		TEST(door_merge__reads__a_copy_that_is_open),
		TEST(door_wipe__deletes_a_copy__once_all_is_back),
		TEST(door_merge__refuses__what_is_no_copy_of_this_database),
		TEST(door_merge__refuses__a_copy_that_is_damaged_or_newer),
		TEST(door_merge__refuses__a_copy_of_an_event_that_was_deleted),
		TEST(door_merge__takes__a_copy_that_an_older_backup_does_not_know),
	};
	i18n_set_language("en");
	return test_run("door_copy", tests);
}
