/* An event taken along and brought back, one thing at a time. */
#include "app/door_scene.h"

#include "base/error.h"
#include "store/audit.h"

static void
tick(const char *now)
{
	g_setenv("ATELIERS_NOW", now, TRUE);
}

static void
door_merge__brings_marks__and_does_so_once(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	struct meeting meeting = door_meeting(store);
	g_autofree char *path = door_out(store, meeting.event, fixture->folder, "b.db");
	g_autoptr(Store) door = door_at(path, "lea");
	tick("2026-11-23T09:04:00Z");
	assert_true(door_says(door, meeting.people[0], meeting.am, "present"));
	assert_true(door_says(door, meeting.people[1], meeting.am, "absent"));
	g_clear_pointer(&door, store_close);
	g_autoptr(DoorReport) report = door_back(store, path);
	assert_true(report->changes);
	assert_int_equal(report->conflicts, 0);
	g_autofree char *one = attendee_presence(store, meeting.people[0], meeting.am);
	g_autofree char *other = attendee_presence(store, meeting.people[1], meeting.am);
	assert_string_equal(one, "present");
	assert_string_equal(other, "absent");
	g_autofree char *before = door_photograph(store);
	g_autoptr(DoorReport) again = door_back(store, path);
	assert_false(again->changes);
	g_autofree char *after = door_photograph(store);
	assert_text(after, before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(door_merge__brings_marks__and_does_so_once),
	};
	return test_run("door_copy", tests);
}
