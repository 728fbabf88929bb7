#include "test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/state.h"

static char *folder;

static int
home_begin(void **state)
{
	(void)state;
	if (folder == NULL) /* GLib asks for the name once */
		folder = g_dir_make_tmp("ateliers-state-XXXXXX", NULL);
	g_setenv("XDG_STATE_HOME", folder, TRUE);
	return 0;
}

static char *
memory_path(void)
{
	return g_build_filename(folder, "ateliers", "interface", NULL);
}

static int
home_end(void **state)
{
	(void)state;
	g_autofree char *path = memory_path(), *inner = g_build_filename(folder, "ateliers", NULL);
	g_unlink(path);
	g_rmdir(inner);
	g_rmdir(folder);
	return 0;
}

static int
folder_end(void **state)
{
	(void)state;
	g_free(folder);
	return 0;
}

static void
preferences__stay__until_they_are_forgotten(void **state)
{
	(void)state;
	GError *error = NULL;
	assert_null(state_preference("theme"));
	assert_true(state_prefer("theme", "light", &error));
	assert_no_error(error);
	g_autofree char *theme = state_preference("theme");
	assert_text(theme, "light");
	assert_true(state_prefer("theme", NULL, &error));
	assert_null(state_preference("theme"));
}

static void
recent__is__the_latest_first_each_once_and_a_dozen(void **state)
{
	(void)state;
	for (int i = 1; i <= 20; i++) {
		g_autofree char *item = g_strdup_printf("event %d", i);
		state_recent_add("/tmp/a.db", item);
	}
	state_recent_add("/tmp/a.db", "event 18");
	g_auto(GStrv) items = state_recent("/tmp/a.db");
	assert_int_equal(g_strv_length(items), 12);
	assert_text(items[0], "event 18");
	assert_text(items[1], "event 20");
	assert_text(items[2], "event 19");
	assert_text(items[3], "event 17");
}

static void
recent__is__of_one_database(void **state)
{
	(void)state;
	state_recent_add("/tmp/a.db", "event 1");
	g_auto(GStrv) other = state_recent("/tmp/b.db");
	assert_int_equal(g_strv_length(other), 0);
}

static void
memory__is__the_users_alone_and_rubbish_in_it_is_nothing(void **state)
{
	(void)state;
	GError *error = NULL;
	g_autofree char *path = memory_path();
	assert_true(state_prefer("mouse", "no", &error));
	struct stat about;
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_true(g_file_set_contents(path, "\xff\x00 rubbish [", -1, NULL));
	assert_null(state_preference("mouse"));
	assert_true(state_prefer("mouse", "no", &error));
}

int
main(void)
{
#define ALONE(test) cmocka_unit_test_setup_teardown(test, home_begin, home_end)
	const struct CMUnitTest tests[] = {
		ALONE(preferences__stay__until_they_are_forgotten),
		ALONE(recent__is__the_latest_first_each_once_and_a_dozen),
		ALONE(recent__is__of_one_database),
		ALONE(memory__is__the_users_alone_and_rubbish_in_it_is_nothing),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("state", tests, NULL, folder_end);
}
