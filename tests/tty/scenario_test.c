/* Each tests/tty/scenarios/NAME.tty is a test; its name is the test's. */
#include "test.h"

#include "tty/scenario.h"

#include <string.h>

#define SCENARIOS "tests/tty/scenarios"

/* Apart from the test, which a failure leaves past every cleanup. */
static bool
plays(const char *name)
{
	g_autofree char *path = g_strdup_printf(SCENARIOS "/%s", name);
	g_autoptr(GError) error = NULL;

	if (scenario_run(path, NULL, &error))
		return true;
	g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
	for (gsize i = 0; lines[i] != NULL; i++)
		fprintf(stderr, "# %s\n", lines[i]);
	return false;
}

static void
scenario__plays(void **state)
{
	assert_true(plays(*state));
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the scenarios, in order. */
static GPtrArray *
list_scenarios(void)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) folder = g_dir_open(SCENARIOS, 0, NULL);
	const char *name = NULL;

	while (folder != NULL && (name = g_dir_read_name(folder)) != NULL)
		if (g_str_has_suffix(name, ".tty"))
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare_names);
	return names;
}

int
main(int argc, char **argv)
{
	g_autoptr(GPtrArray) names = list_scenarios();
	if (argc > 1)
		cmocka_set_test_filter(argv[1]); /* "palette*" */
	g_autofree struct CMUnitTest *tests = g_new0(struct CMUnitTest, names->len + 1);

	if (names->len == 0) {
		printf("1..0 # SKIP no scenarios\n");
		return 0;
	}
	for (guint i = 0; i < names->len; i++) {
		char *name = g_ptr_array_index(names, i);
		tests[i] = (struct CMUnitTest){.name = name,
					       .test_func = scenario__plays,
					       .initial_state = name};
	}
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return _cmocka_run_group_tests("scenario", tests, names->len, NULL, NULL);
}
