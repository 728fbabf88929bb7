#include "core/seats.h"

#include "test.h"

static void
seat_ask__follows__limit_kept_seats_and_quota(void **state)
{
	(void)state;
	static const struct {
		struct seat_rules rules;
		struct seat_counts counts;
		bool small;
		enum seat_answer answer;
	} cases[] = {
		{{0, 0, 0}, {1000, 0, 50}, false, SEAT_FREE}, /* no limit at all */
		{{10, 0, 0}, {9, 0, 0}, false, SEAT_FREE},
		{{10, 0, 0}, {10, 0, 0}, false, SEAT_FULL},
		{{10, 0, 0}, {12, 0, 0}, true, SEAT_FULL},
		{{10, 3, 0}, {6, 0, 0}, false, SEAT_FREE},
		{{10, 3, 0}, {7, 0, 0}, false, SEAT_KEPT},
		{{10, 3, 0}, {7, 0, 0}, true, SEAT_FREE},
		{{10, 3, 0}, {8, 1, 0}, false, SEAT_KEPT},
		{{10, 3, 0}, {7, 1, 0}, false, SEAT_FREE}, /* one of the three is taken */
		{{10, 3, 0}, {9, 3, 0}, false, SEAT_FREE},
		{{10, 3, 0}, {9, 5, 0}, false, SEAT_FREE},
		{{10, 0, 2}, {5, 0, 1}, false, SEAT_FREE},
		{{10, 0, 2}, {5, 0, 2}, false, SEAT_QUOTA},
		{{0, 0, 2}, {500, 0, 2}, false, SEAT_QUOTA},
		{{10, 3, 2},
		 {7, 0, 2},
		 false,
		 SEAT_QUOTA}, /* the organisation's own reason first */
		{{10, 3, 2}, {10, 0, 2}, false, SEAT_FULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_int_equal(seat_ask(&cases[i].rules, &cases[i].counts, cases[i].small),
				 cases[i].answer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seat_ask__follows__limit_kept_seats_and_quota),
	};
	return test_run("seats", tests);
}
