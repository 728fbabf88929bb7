#include "test.h"

#include "core/rotation.h"

/* Which of INSTANTS are kept on TODAY, as "1" and "0" in their order. */
static char *
kept(const char *const *instants, guint n, const char *today)
{
	g_autofree bool *keep = g_new0(bool, n);
	GString *answer = g_string_new(NULL);
	rotation_choose(instants, n, today, keep);
	for (guint i = 0; i < n; i++)
		g_string_append_c(answer, keep[i] ? '1' : '0');
	return g_string_free(answer, FALSE);
}

static void
rotation__keeps__the_latest_of_seven_days_and_of_four_weeks(void **state)
{
	(void)state;
	static const char *const instants[] = {
		"2026-11-25T09:00:00Z", "2026-11-25T08:00:00Z", "2026-11-24T08:00:00Z",
		"2026-11-19T08:00:00Z", "2026-11-18T08:00:00Z", "2026-11-15T08:00:00Z",
		"2026-11-14T08:00:00Z", "2026-11-08T08:00:00Z", "2026-11-01T08:00:00Z",
		"2026-10-31T08:00:00Z",
	};
	g_autofree char *answer = kept(instants, G_N_ELEMENTS(instants), "2026-11-25");
	assert_string_equal(answer, "1011010100");
}

static void
rotation__keeps__the_latest_of_all_however_old(void **state)
{
	(void)state;
	static const char *const instants[] = {"2020-01-01T08:00:00Z", "2020-01-02T08:00:00Z"};
	g_autofree char *answer = kept(instants, 2, "2026-11-25");
	assert_string_equal(answer, "01");
}

static void
rotation__keeps__what_says_it_comes_from_the_future(void **state)
{
	(void)state;
	static const char *const instants[] = {"2026-11-25T08:00:00Z", "2030-01-01T08:00:00Z"};
	g_autofree char *answer = kept(instants, 2, "2026-11-25");
	assert_string_equal(answer, "11");
}

static void
rotation__does__nothing_with_nothing(void **state)
{
	(void)state;
	g_autofree char *answer = kept(NULL, 0, "2026-11-25");
	assert_string_equal(answer, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rotation__keeps__the_latest_of_seven_days_and_of_four_weeks),
		cmocka_unit_test(rotation__keeps__the_latest_of_all_however_old),
		cmocka_unit_test(rotation__keeps__what_says_it_comes_from_the_future),
		cmocka_unit_test(rotation__does__nothing_with_nothing),
	};
	return test_run("rotation", tests);
}
