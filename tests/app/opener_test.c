#include "test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/opener.h"
#include "base/error.h"

static char *folder;

static int
folder_begin(void **state)
{
	(void)state;
	folder = g_dir_make_tmp("ateliers-opener-XXXXXX", NULL);
	return folder != NULL ? 0 : -1;
}

static int
folder_end(void **state)
{
	(void)state;
	g_rmdir(folder);
	g_free(folder);
	return 0;
}

static char *
program_made(const char *name)
{
	char *path = g_build_filename(folder, name, NULL);
	assert_true(g_file_set_contents(path, "#!/bin/sh\n", -1, NULL));
	assert_int_equal(g_chmod(path, 0700), 0);
	return path;
}

/* Nothing but our own folder is searched, and there is no desktop. */
static void
world(const char *browser, bool desktop, bool secure)
{
	g_setenv("PATH", folder, TRUE);
	g_setenv("BROWSER", browser, TRUE);
	if (desktop)
		g_setenv("DISPLAY", ":0", TRUE);
	else
		g_unsetenv("DISPLAY");
	g_unsetenv("WAYLAND_DISPLAY");
	if (secure)
		g_setenv("ATELIERS_SECURE", "1", TRUE);
	else
		g_unsetenv("ATELIERS_SECURE");
}

static void
refused(const char *target, int code)
{
	GError *error = NULL;
	bool console = false;
	assert_null(opener_words(target, &console, &error));
	assert_error(error, code);
	g_clear_error(&error);
}

static void
link__goes__to_the_first_browser_that_is_there(void **state)
{
	(void)state;
	g_autofree char *browser = program_made("lynx");
	GError *error = NULL;
	bool console = false;
	world("nowhere:sh -c %s:lynx", false, false);
	g_auto(GStrv) words = opener_words("https://a.example/%20x", &console, &error);
	assert_no_error(error);
	assert_text(words[0], browser);
	assert_text(words[1], "https://a.example/%20x");
	assert_null(words[2]);
	assert_true(console);
	g_unlink(browser);
}

static void
link__goes__to_the_desktop_where_there_is_one(void **state)
{
	(void)state;
	g_autofree char *opener = program_made("xdg-open");
	GError *error = NULL;
	bool console = true;
	world("", false, false);
	refused("https://a.example", ERROR_NOT_FOUND);
	world("", true, false);
	g_auto(GStrv) words = opener_words("mailto:zoe@essai.example", &console, &error);
	assert_no_error(error);
	assert_text(words[0], opener);
	assert_false(console);
	assert_true(opener_start(words, &error));
	assert_no_error(error);
	g_unlink(opener);
}

static void
files__are_opened__only_of_our_kinds(void **state)
{
	(void)state;
	g_autofree char *opener = program_made("xdg-open");
	g_autofree char *paper = g_build_filename(folder, "liste.pdf", NULL);
	g_autofree char *program = g_build_filename(folder, "liste.sh", NULL);
	GError *error = NULL;
	bool console = false;
	world("", true, false);
	refused(paper, ERROR_INVALID);
	assert_true(g_file_set_contents(paper, "x", -1, NULL));
	assert_true(g_file_set_contents(program, "x", -1, NULL));
	g_auto(GStrv) words = opener_words(paper, &console, &error);
	assert_no_error(error);
	assert_text(words[1], paper);
	refused(program, ERROR_INVALID);
	refused("liste.pdf", ERROR_INVALID);
	refused("--help", ERROR_INVALID);
	refused("file:///etc/passwd", ERROR_INVALID);
	g_unlink(opener);
	g_unlink(paper);
	g_unlink(program);
}

static void
nothing__is_opened__in_a_shared_account(void **state)
{
	(void)state;
	g_autofree char *opener = program_made("xdg-open");
	world("", true, true);
	refused("https://a.example", ERROR_INVALID);
	world("", true, false);
	g_unlink(opener);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(link__goes__to_the_first_browser_that_is_there),
		cmocka_unit_test(link__goes__to_the_desktop_where_there_is_one),
		cmocka_unit_test(files__are_opened__only_of_our_kinds),
		cmocka_unit_test(nothing__is_opened__in_a_shared_account),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("opener", tests, folder_begin, folder_end);
}
