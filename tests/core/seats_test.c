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

/* Five people of the bodies 1, 1, 2, 3 and 4; the last is of a small site. */
static Seats *
five(const struct seat_rules *rules, guint taken)
{
	static const struct seat_asker askers[] = {{1, 1, false},
						   {2, 1, false},
						   {3, 2, false},
						   {4, 3, false},
						   {5, 4, true}};
	Seats *seats = seats_new(rules);
	for (guint i = 0; i < G_N_ELEMENTS(askers); i++)
		(i < taken ? seats_take : seats_wait)(seats, &askers[i]);
	return seats;
}

static void
seats_next__is_the_first_within_the_rules(void **state)
{
	(void)state;
	static const struct {
		struct seat_rules rules;
		guint taken;
		gint64 next;
		guint place, by_quota, by_kept;
	} cases[] = {
		{{2, 0, 0}, 2, 0, 0, 0, 0}, {{3, 0, 0}, 2, 3, 1, 0, 0}, {{0, 0, 0}, 0, 1, 1, 0, 0},
		{{3, 0, 1}, 1, 3, 2, 1, 0}, {{2, 1, 0}, 1, 5, 4, 0, 3}, {{9, 0, 1}, 1, 3, 2, 1, 0},
		{{2, 1, 1}, 1, 5, 4, 1, 2},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(Seats) seats = five(&cases[i].rules, cases[i].taken);
		struct seat_turn turn = {.place = 0};
		assert_int_equal(seats_next(seats, &turn), cases[i].next != 0);
		assert_int_equal(turn.asker.attendee_id, cases[i].next);
		assert_int_equal(turn.place, cases[i].place);
		assert_int_equal(turn.by_quota, cases[i].by_quota);
		assert_int_equal(turn.by_kept, cases[i].by_kept);
	}
}

static void
seats_ask_new__passes_nobody_who_waits(void **state)
{
	(void)state;
	struct seat_rules rules = {3, 0, 1};
	g_autoptr(Seats) seats = five(&rules, 1);
	struct seat_asker other = {0, 9, false}, same = {0, 1, false};
	assert_int_equal(seats_ask(seats, &other), SEAT_FREE);
	assert_int_equal(seats_ask_new(seats, &other), SEAT_BEHIND);
	assert_int_equal(seats_ask_new(seats, &same), SEAT_QUOTA);
	for (gint64 id = 3; id <= 5; id++)
		seats_leave(seats, id);
	/* Number 2 waits still, for a share of its organisation that others need not leave free. */
	assert_int_equal(seats_ask_new(seats, &other), SEAT_FREE);
}

static void
seat_rules_loosened__when_any_limit_gives_way(void **state)
{
	(void)state;
	struct seat_rules rules = {10, 2, 3};
	static const struct {
		struct seat_rules after;
		bool loosened;
	} cases[] = {
		{{10, 2, 3}, false}, {{11, 2, 3}, true},  {{0, 2, 3}, true},   {{9, 2, 3}, false},
		{{10, 1, 3}, true},  {{10, 3, 3}, false}, {{10, -1, 3}, true}, {{10, 2, 4}, true},
		{{10, 2, 0}, true},  {{10, 2, 2}, false},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_int_equal(seat_rules_loosened(&rules, &cases[i].after), cases[i].loosened);
	struct seat_rules none = {-1, -1, 0};
	assert_false(seat_rules_loosened(&none, &rules));
}

static void
seats_promote__until_the_closing_and_the_first_day(void **state)
{
	(void)state;
	static const struct {
		const char *status, *first_day, *deadline;
		bool promotes;
	} cases[] = {
		{"announced", "2027-01-15", NULL, true},
		{"announced", "2027-01-15", "2026-11-23", true}, /* included */
		{"announced", "2027-01-15", "2026-11-22", false},
		{"announced", "2026-11-23", NULL, false}, /* it has begun */
		{"announced", "2026-11-22", NULL, false},
		{"announced", NULL, NULL, true},
		{"announced", "2026-11", NULL, true}, /* some day of this month */
		{"announced", "2026-10", NULL, false},
		{"announced", "2027", NULL, true},
		{"draft", "2027-01-15", NULL, true},
		{"held", "2027-01-15", NULL, false},
		{"cancelled", "2027-01-15", NULL, false},
		{"postponed", NULL, NULL, false},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_int_equal(seats_promote(cases[i].status, cases[i].first_day,
					       cases[i].deadline, "2026-11-23"),
				 cases[i].promotes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seat_ask__follows__limit_kept_seats_and_quota),
		cmocka_unit_test(seats_next__is_the_first_within_the_rules),
		cmocka_unit_test(seats_ask_new__passes_nobody_who_waits),
		cmocka_unit_test(seat_rules_loosened__when_any_limit_gives_way),
		cmocka_unit_test(seats_promote__until_the_closing_and_the_first_day),
	};
	return test_run("seats", tests);
}
