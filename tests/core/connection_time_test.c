#include "core/connection_time.h"

#include "test.h"

#define NO    CONNECTION_UNKNOWN
#define START 100000
#define HOUR  3600

/* Two half-days of three hours with one between them. */
static const struct connection_window windows[2] = {
	{START, START + 3 * HOUR},
	{START + 4 * HOUR, START + 7 * HOUR},
};

static void
assert_minutes(struct connection *connections, guint n, gint64 end, int first, int second)
{
	gint64 seconds[2];
	connections_complete(connections, n, end);
	connections_seconds(connections, n, windows, 2, seconds);
	assert_int_equal((seconds[0] + 30) / 60, first);
	assert_int_equal((seconds[1] + 30) / 60, second);
}

static void
seconds__counts__overlaps_once(void **state)
{
	(void)state;
	struct connection twice[] = {
		{START + HOUR, START + 2 * HOUR, -1},
		{START - HOUR, START + HOUR + 1800, -1},
		{START + HOUR, START + 2 * HOUR, 3600},
	};
	assert_minutes(twice, 3, NO, 120, 0);
	assert_int_equal(connections_length(twice, 3), 3 * HOUR);
}

static void
seconds__splits__a_day_over_its_half_days(void **state)
{
	(void)state;
	struct connection day[] = {{START - 600, START + 8 * HOUR, -1}};
	assert_minutes(day, 1, NO, 180, 180);
	struct connection outside[] = {{START + 3 * HOUR, START + 4 * HOUR, -1}};
	assert_minutes(outside, 1, NO, 0, 0);
}

/* A service that says first, last and how long. */
static void
seconds__spreads__what_is_less_than_its_times(void **state)
{
	(void)state;
	struct connection half[] = {{START, START + 7 * HOUR, 7 * HOUR / 2}};
	assert_minutes(half, 1, NO, 105, 105);
	assert_true(connection_is_spread(&half[0]));
	/* at lunch nobody had to be there */
	struct connection lunch[] = {{START, START + 7 * HOUR, 6 * HOUR}};
	assert_minutes(lunch, 1, NO, 180, 180);
	/* where another row says every minute, it counts */
	struct connection both[] = {
		{START, START + 7 * HOUR, 7 * HOUR / 2},
		{START, START + 3 * HOUR, 3 * HOUR},
	};
	assert_minutes(both, 2, NO, 180, 105);
	/* a minute is lost by rounding, not by leaving */
	struct connection rounded[] = {{START, START + HOUR + 59, HOUR}};
	assert_minutes(rounded, 1, NO, 61, 0);
}

static void
complete__pairs__joins_and_leaves(void **state)
{
	(void)state;
	struct connection actions[] = {
		{NO, START + 2 * HOUR, -1}, {START + HOUR, NO, -1}, {START, NO, -1},
		{START + 5 * HOUR, NO, -1}, {NO, START - HOUR, -1},
	};
	/* joined at 0, again at 1 h, left at 2 h; joined at 5 h and stayed to the end of the log */
	assert_minutes(actions, 5, START + 6 * HOUR, 120, 60);
}

static void
complete__takes__the_duration_for_a_missing_end(void **state)
{
	(void)state;
	struct connection ends[] = {
		{START, NO, 1800},
		{NO, START + 5 * HOUR, 1800},
		{NO, NO, 600},
		{START + HOUR, START, -1},
	};
	assert_minutes(ends, 4, START + 7 * HOUR, 30, 30);
	struct connection alone[] = {{NO, NO, 600}, {NO, NO, 60}, {NO, NO, -1}};
	connections_complete(alone, 3, NO);
	assert_int_equal(connections_length(alone, 3), 660);
	connections_complete(NULL, 0, NO);
	assert_int_equal(connections_length(NULL, 0), 0);
}

/* Never more than the half-day, never less than the longest connection in it, and no more for
 * being cut into pieces: of seeded random connections. */
static void
seconds__stays__within_what_is_possible(void **state)
{
	(void)state;
	g_autoptr(GRand) rand = g_rand_new_with_seed(20261123);
	for (guint round = 0; round < 500; round++) {
		struct connection some[12];
		struct connection cut[24];
		guint n = (guint)g_rand_int_range(rand, 1, 13);
		gint64 longest = 0, seconds[2], again[2];
		for (guint i = 0; i < n; i++) {
			gint64 from = START + g_rand_int_range(rand, -HOUR, 8 * HOUR);
			gint64 to = from + g_rand_int_range(rand, 0, 3 * HOUR);
			gint64 middle = from + (to - from) / 3;
			some[i] = (struct connection){from, to, -1};
			cut[2 * i] = (struct connection){from, middle, -1};
			cut[2 * i + 1] = (struct connection){middle, to, -1};
			gint64 within = MIN(to, windows[0].to) - MAX(from, windows[0].from);
			longest = MAX(longest, within);
		}
		connections_complete(some, n, NO);
		connections_complete(cut, 2 * n, NO);
		connections_seconds(some, n, windows, 2, seconds);
		connections_seconds(cut, 2 * n, windows, 2, again);
		assert_true(seconds[0] >= longest && seconds[0] <= 3 * HOUR);
		assert_true(seconds[1] >= 0 && seconds[1] <= 3 * HOUR);
		assert_int_equal(seconds[0], again[0]);
		assert_int_equal(seconds[1], again[1]);
	}
}

static void
threshold__reads__minutes_and_parts(void **state)
{
	(void)state;
	static const struct {
		const char *typed;
		int seconds; /* of a half-day of three hours */
	} cases[] = {
		{"30", 1800},      {"30 min", 1800}, {"45 minutes", 2700},
		{"50 %", 5400},    {"50%", 5400},    {"100\302\240%", 3 * HOUR},
		{"300", 3 * HOUR}, {"0", -1},        {"0 %", -1},
		{"101 %", -1},     {"1441", -1},     {"", -1},
		{"-30", -1},       {"half", -1},     {"30 h", -1},
		{"% 30", -1},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct connection_threshold threshold;
		gint64 seconds = connection_threshold_read(cases[i].typed, &threshold)
					 ? connection_threshold_seconds(&threshold, 3 * HOUR)
					 : -1;
		assert_int_equal(seconds, cases[i].seconds);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seconds__counts__overlaps_once),
		cmocka_unit_test(seconds__splits__a_day_over_its_half_days),
		cmocka_unit_test(seconds__spreads__what_is_less_than_its_times),
		cmocka_unit_test(complete__pairs__joins_and_leaves),
		cmocka_unit_test(complete__takes__the_duration_for_a_missing_end),
		cmocka_unit_test(seconds__stays__within_what_is_possible),
		cmocka_unit_test(threshold__reads__minutes_and_parts),
	};
	return test_run("connection_time", tests);
}
