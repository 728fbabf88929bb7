#include "core/task.h"

#include "base/i18n.h"
#include "core/status.h"
#include "test.h"

static struct task
task_of(gint64 before, gint64 after)
{
	struct task task;
	entity_init(&entity_task, &task);
	task.days_before = before;
	task.days_after = after;
	task.created_on = (char *)(gsize) "2026-11-01";
	return task;
}

/* ---- days -------------------------------------------------------------------------------------
 */

static void
task_offset_parse__reads__days_before_and_after(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		gint64 before, after;
	} cases[] = {
		{"J-60", 60, MISSING},    {"j+15", MISSING, 15}, {"D-7", 7, MISSING},
		{" J + 30", MISSING, 30}, {"J", 0, MISSING},     {"J-0", 0, MISSING},
		{"J+0", MISSING, 0},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		gint64 before = 1, after = 1;
		if (!task_offset_parse(cases[i].typed, &before, &after))
			fail_msg("“%s” is not read", cases[i].typed);
		assert_int_equal(before, cases[i].before);
		assert_int_equal(after, cases[i].after);
	}
}

static void
task_offset_parse__refuses__what_is_no_offset(void **state)
{
	(void)state;
	static const char *const typed[] = {"",      "15",       "+15",
					    "jeudi", "J60",      "J-",
					    "J--3",  "J-3650x",  "J-9999999999999",
					    "15/01", "décembre", "J-3651"};
	for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
		gint64 before, after;
		if (task_offset_parse(typed[i], &before, &after))
			fail_msg("“%s” is read", typed[i]);
	}
}

static void
task_offset_text__says__it_in_the_language_of_people(void **state)
{
	(void)state;
	g_autofree char *people = task_offset_text(60, MISSING, true);
	g_autofree char *script = task_offset_text(60, MISSING, false);
	g_autofree char *day = task_offset_text(0, MISSING, true);
	g_autofree char *after = task_offset_text(MISSING, 0, true);
	assert_string_equal(people, "J-60");
	assert_string_equal(script, "D-60");
	assert_string_equal(day, "J");
	assert_string_equal(after, "J+0");
	assert_null(task_offset_text(MISSING, MISSING, true));
}

static void
task_due__counts__from_the_first_day_and_the_last(void **state)
{
	(void)state;
	struct task before = task_of(60, MISSING), after = task_of(MISSING, 15);
	g_autofree char *first = task_due(&before, "2027-01-28", "2027-02-23");
	g_autofree char *last = task_due(&after, "2027-01-28", "2027-02-23");
	assert_string_equal(first, "2026-11-29");
	assert_string_equal(last, "2027-03-10");
	assert_null(task_due(&before, "2027-01", "2027-01"));
	assert_null(task_due(&before, NULL, NULL));
}

static void
task_due__of_a_day__is_that_day(void **state)
{
	(void)state;
	struct task task = task_of(MISSING, MISSING);
	task.due_on = (char *)(gsize) "2027-01-05";
	g_autofree char *due = task_due(&task, "2027-01-28", "2027-01-28");
	g_autofree char *undated = task_due(&task, NULL, NULL);
	assert_string_equal(due, "2027-01-05");
	assert_string_equal(undated, "2027-01-05");
}

static void
task_since__what_follows__is_awaited_once_the_event_is_over(void **state)
{
	(void)state;
	struct task after = task_of(MISSING, 7), before = task_of(7, MISSING);
	assert_string_equal(task_since(&after, "2026-12-08"), "2026-12-08");
	assert_string_equal(task_since(&after, "2026-10-08"), "2026-11-01");
	assert_string_equal(task_since(&after, NULL), "2026-11-01");
	assert_string_equal(task_since(&before, "2026-12-08"), "2026-11-01");
}

static void
task_state__follows__the_day(void **state)
{
	(void)state;
	struct task task = task_of(MISSING, MISSING);
	assert_int_equal(task_state(&task, "2026-12-08"), TASK_LATER);
	task.due_on = (char *)(gsize) "2026-12-08";
	assert_int_equal(task_state(&task, "2026-12-09"), TASK_LATE);
	assert_int_equal(task_state(&task, "2026-12-08"), TASK_THIS_WEEK);
	assert_int_equal(task_state(&task, "2026-12-02"), TASK_THIS_WEEK);
	assert_int_equal(task_state(&task, "2026-12-01"), TASK_LATER);
	task.done_on = (char *)(gsize) "2026-12-20";
	assert_int_equal(task_state(&task, "2026-12-30"), TASK_DONE);
	assert_string_equal(code_task_states.codes[TASK_LATE].code, "late");
	assert_int_equal(code_task_states.n, TASK_LATER + 1);
}

/* ---- the list ---------------------------------------------------------------------------------
 */

static void
task_follow_up__holds__kinds_that_exist_and_days_after(void **state)
{
	(void)state;
	for (guint i = 0; i < task_follow_up_n; i++) {
		assert_non_null(code_find(&code_task_kinds, task_follow_up[i].kind));
		assert_true(task_follow_up[i].days_after >= 0);
		assert_int_equal(task_follow_up[i].days_before, MISSING);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(task_offset_parse__reads__days_before_and_after),
		cmocka_unit_test(task_offset_parse__refuses__what_is_no_offset),
		cmocka_unit_test(task_offset_text__says__it_in_the_language_of_people),
		cmocka_unit_test(task_due__counts__from_the_first_day_and_the_last),
		cmocka_unit_test(task_due__of_a_day__is_that_day),
		cmocka_unit_test(task_since__what_follows__is_awaited_once_the_event_is_over),
		cmocka_unit_test(task_state__follows__the_day),
		cmocka_unit_test(task_follow_up__holds__kinds_that_exist_and_days_after),
	};
	i18n_set_language("fr");
	return test_run("task", tests);
}
