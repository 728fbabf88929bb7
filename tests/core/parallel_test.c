/* Between which sessions people choose: those of a group, and those of the same time. */
#include "core/programme.h"
#include "test.h"

static struct session
session(const char *kind, const char *start, const char *end, const char *group)
{
	return (struct session){.day_id = 1,
				.kind = (char *)(guintptr)kind,
				.start_time = (char *)(guintptr)start,
				.end_time = (char *)(guintptr)end,
				.parallel_group = (char *)(guintptr)group};
}

static void
sessions__of_the_same_time__exclude_each_other(void **state)
{
	(void)state;
	struct session plain = session("workshop", "14:00", "15:30", NULL);
	struct session named = session("workshop", "14:00", "15:30", "A");
	struct session other = session("workshop", "15:00", "16:00", "B");
	struct session later = session("workshop", "15:30", "17:00", "A");
	struct session visit = session("visit", "14:30", "15:00", "A");
	struct session plenary = session("plenary", "14:00", "17:00", NULL);
	assert_true(sessions_parallel(&plain, &plain));
	/* whatever stands in the field, or in one of the two alone */
	assert_true(sessions_parallel(&plain, &named));
	assert_true(sessions_parallel(&named, &plain));
	assert_true(sessions_parallel(&named, &other));
	assert_true(sessions_parallel(&plain, &visit));
	/* a group is chosen between at any time */
	assert_true(sessions_parallel(&named, &later));
	assert_false(sessions_parallel(&plain, &later));
	/* what is for everybody is no choice */
	assert_false(sessions_parallel(&plenary, &plain));
	assert_false(sessions_parallel(&plenary, &named));
	later.day_id = 2;
	assert_false(sessions_parallel(&named, &later));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sessions__of_the_same_time__exclude_each_other),
	};
	return test_run("parallel", tests);
}
