#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/output.h"

/* ---- a folder for each test ---------------------------------------------------------------- */

struct place {
	char *folder;
	char *path; /* a file in it, not there yet */
};

static int
place_make(void **state)
{
	struct place *place = g_new0(struct place, 1);
	place->folder = g_dir_make_tmp("output-XXXXXX", NULL);
	place->path = g_build_filename(place->folder, "liste.csv", NULL);
	*state = place;
	return place->folder == NULL;
}

static int
place_remove(void **state)
{
	struct place *place = *state;
	g_autoptr(GDir) folder = g_dir_open(place->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
		g_autofree char *path = g_build_filename(place->folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(place->folder);
	g_free(place->folder);
	g_free(place->path);
	g_free(place);
	return 0;
}

static char *
beside(const struct place *place, const char *name)
{
	return g_build_filename(place->folder, name, NULL);
}

static void
expect_content(const char *path, const char *expected)
{
	g_autofree char *content = NULL;
	assert_true(g_file_get_contents(path, &content, NULL, NULL));
	assert_text(content, expected);
}

static void
expect_files(const struct place *place, int expected)
{
	int count = 0;
	g_autoptr(GDir) folder = g_dir_open(place->folder, 0, NULL);
	while (g_dir_read_name(folder) != NULL)
		count++;
	assert_int_equal(count, expected);
}

static mode_t
mode_of(const char *path)
{
	struct stat about;
	assert_int_equal(lstat(path, &about), 0);
	return about.st_mode & 07777;
}

static void
expect_refused(const char *path, const char *words)
{
	g_autoptr(GError) error = NULL;
	if (output_open(path, &error) != NULL)
		fail_msg("%s was opened", path);
	assert_error(error, ERROR_IO);
	if (strstr(error->message, words) == NULL)
		fail_msg("%s", error->message);
}

/* ---- writing ------------------------------------------------------------------------------- */

static void
output_commit__makes__a_private_file(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) error = NULL;
	Output *output = output_open(place->path, &error);
	assert_no_error(error);
	assert_true(output_write(output, "a;b\n", 4, &error));
	assert_true(output_write(output, "", 0, &error));
	assert_true(output_write(output, "c;d\n", 4, &error));
	assert_false(g_file_test(place->path, G_FILE_TEST_EXISTS));
	assert_true(output_commit(output, &error));
	assert_no_error(error);
	expect_content(place->path, "a;b\nc;d\n");
	assert_int_equal(mode_of(place->path), 0600);
	expect_files(place, 1);
}

static void
output_write__takes__more_than_its_buffer(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) expected = g_string_new(NULL);
	Output *output = output_open(place->path, &error);
	for (int i = 0; i < 50; i++) {
		g_autofree char *piece = g_strnfill((gsize)i * 4001, (char)('a' + i % 26));
		g_string_append(expected, piece);
		assert_true(output_write(output, piece, strlen(piece), &error));
	}
	assert_true(output_commit(output, &error));
	expect_content(place->path, expected->str);
}

static void
output_commit__keeps__the_mode_of_the_file_before(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) error = NULL;
	assert_true(g_file_set_contents(place->path, "old", -1, NULL));
	g_chmod(place->path, 0664);
	assert_true(output_file(place->path, "new", 3, &error));
	expect_content(place->path, "new");
	assert_int_equal(mode_of(place->path), 0664);
	expect_files(place, 1);
}

static void
output_commit__is_private__under_any_umask(void **state)
{
	struct place *place = *state;
	mode_t before = umask(0);
	assert_true(output_file(place->path, "x", 1, NULL));
	umask(before);
	assert_int_equal(mode_of(place->path), 0600);
}

static void
output_commit__replaces__a_link(void **state)
{
	struct place *place = *state;
	g_autofree char *other = beside(place, "other");
	assert_true(g_file_set_contents(other, "precious", -1, NULL));
	g_chmod(other, 0644);
	assert_int_equal(symlink(other, place->path), 0);
	assert_true(output_file(place->path, "new", 3, NULL));
	expect_content(other, "precious");
	expect_content(place->path, "new");
	assert_false(g_file_test(place->path, G_FILE_TEST_IS_SYMLINK));
	assert_int_equal(mode_of(place->path), 0600);
}

static void
output_commit__replaces__a_dangling_link(void **state)
{
	struct place *place = *state;
	g_autofree char *other = beside(place, "other");
	assert_int_equal(symlink(other, place->path), 0);
	assert_true(output_file(place->path, "new", 3, NULL));
	assert_false(g_file_test(other, G_FILE_TEST_EXISTS));
	expect_content(place->path, "new");
}

static void
output_commit__replaces__a_link_put_there_meanwhile(void **state)
{
	struct place *place = *state;
	g_autofree char *other = beside(place, "other");
	assert_true(g_file_set_contents(other, "precious", -1, NULL));
	Output *output = output_open(place->path, NULL);
	assert_true(output_write(output, "new", 3, NULL));
	assert_int_equal(symlink(other, place->path), 0);
	assert_true(output_commit(output, NULL));
	expect_content(other, "precious");
	expect_content(place->path, "new");
}

static void
output_commit__fails__on_a_folder_put_there_meanwhile(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) error = NULL;
	Output *output = output_open(place->path, NULL);
	assert_int_equal(g_mkdir(place->path, 0700), 0);
	assert_false(output_commit(output, &error));
	assert_error(error, ERROR_IO);
	expect_files(place, 1);
}

static void
output_open__takes__a_bare_name(void **state)
{
	struct place *place = *state;
	g_autofree char *before = g_get_current_dir();
	assert_int_equal(g_chdir(place->folder), 0);
	bool done = output_file("liste.csv", "x", 1, NULL);
	assert_int_equal(g_chdir(before), 0);
	assert_true(done);
	expect_content(place->path, "x");
}

static void
output_open__takes__the_longest_name(void **state)
{
	struct place *place = *state;
	g_autofree char *name = g_strnfill(255, 'n');
	g_autofree char *path = beside(place, name);
	assert_true(output_file(path, "x", 1, NULL));
	expect_content(path, "x");
}

static void
output_abandon__leaves__everything_as_it_was(void **state)
{
	struct place *place = *state;
	assert_true(g_file_set_contents(place->path, "old", -1, NULL));
	{
		g_autoptr(Output) output = output_open(place->path, NULL);
		assert_true(output_write(output, "new", 3, NULL));
		expect_files(place, 2);
	}
	expect_content(place->path, "old");
	expect_files(place, 1);
	output_abandon(NULL);
}

/* ---- libraries that write themselves ------------------------------------------------------- */

static void
output_temporary__may_be_written__by_a_library(void **state)
{
	struct place *place = *state;
	Output *output = output_open(place->path, NULL);
	FILE *file = fopen(output_temporary(output), "wb");
	assert_non_null(file);
	fputs("%PDF", file);
	fclose(file);
	assert_true(output_commit(output, NULL));
	expect_content(place->path, "%PDF");
	assert_int_equal(mode_of(place->path), 0600);
}

static void
output_temporary__may_be_replaced__by_a_library(void **state)
{
	struct place *place = *state;
	Output *output = output_open(place->path, NULL);
	mode_t before = umask(022);
	assert_true(g_file_set_contents(output_temporary(output), "zip", -1, NULL));
	umask(before);
	assert_true(output_commit(output, NULL));
	expect_content(place->path, "zip");
	assert_int_equal(mode_of(place->path), 0600);
	expect_files(place, 1);
}

static void
output_commit__fails__when_the_temporary_file_is_gone(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) error = NULL;
	Output *output = output_open(place->path, NULL);
	assert_int_equal(g_remove(output_temporary(output)), 0);
	assert_false(output_commit(output, &error));
	assert_error(error, ERROR_IO);
	expect_files(place, 0);
}

/* ---- refusals ------------------------------------------------------------------------------ */

static void
output_open__refuses__folders_and_devices(void **state)
{
	struct place *place = *state;
	g_autofree char *slash = g_strconcat(place->folder, "/", NULL);
	g_autofree char *dot = beside(place, ".");
	g_autofree char *link = beside(place, "link");
	g_autofree char *pipe_path = beside(place, "pipe");
	assert_int_equal(symlink(place->folder, link), 0);
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	expect_refused(place->folder, "dossier");
	expect_refused(slash, "dossier");
	expect_refused(dot, "dossier");
	expect_refused(link, "dossier");
	expect_refused(pipe_path, "tube");
	expect_refused("/dev/null", "périphérique");
	expect_files(place, 2);
}

static void
output_open__refuses__a_folder_that_is_not_there(void **state)
{
	struct place *place = *state;
	g_autofree char *nowhere = beside(place, "nowhere/liste.csv");
	expect_refused(nowhere, "dossier n’existe pas");
	assert_true(g_file_set_contents(place->path, "x", -1, NULL));
	g_autofree char *below = g_build_filename(place->path, "x", NULL);
	expect_refused(below, "n’est pas un dossier");
	expect_refused("", "ne peut pas être écrit");
}

/* The superuser may write everywhere; nothing to see then. */
static void
output_open__refuses__what_is_protected(void **state)
{
	struct place *place = *state;
	if (geteuid() == 0)
		return;
	assert_true(g_file_set_contents(place->path, "x", -1, NULL));
	g_chmod(place->path, 0444);
	expect_refused(place->path, "droit");
	g_chmod(place->path, 0644);
	g_chmod(place->folder, 0500);
	g_autofree char *other = beside(place, "other");
	expect_refused(other, "droit");
	g_chmod(place->folder, 0700);
}

static void
output_open__cleans__the_path_in_its_message(void **state)
{
	(void)state;
	g_autoptr(GError) error = NULL;
	assert_null(output_open("/nowhere/\x1b[31m\xff/%s%n", &error));
	assert_null(strchr(error->message, '\033'));
	assert_true(g_utf8_validate(error->message, -1, NULL));
	assert_non_null(strstr(error->message, "%s%n"));
}

/* A limit on the size of files stands for a disk that fills up. */
static void
output_write__keeps_failing__after_a_failure(void **state)
{
	struct place *place = *state;
	g_autoptr(GError) first = NULL, second = NULL, last = NULL;
	g_autofree char *piece = g_strnfill(100000, 'x');
	struct rlimit before, tight;
	assert_true(g_file_set_contents(place->path, "old", -1, NULL));
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = (struct rlimit){150000, before.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	Output *output = output_open(place->path, NULL);
	bool one = output_write(output, piece, 100000, NULL);
	bool two = output_write(output, piece, 100000, &first);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	bool three = output_write(output, "x", 1, &second);
	bool committed = output_commit(output, &last);
	signal(SIGXFSZ, SIG_DFL);
	assert_true(one);
	assert_false(two || three || committed);
	assert_error(first, ERROR_IO);
	assert_error(second, ERROR_IO);
	assert_error(last, ERROR_IO);
	expect_content(place->path, "old");
	expect_files(place, 1);
}

/* ---- standard output ----------------------------------------------------------------------- */

/* What a child that writes "12" to its standard output FILE says: 0, or 1 + the code. */
static int
child_writes(int file)
{
	fflush(stdout);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		GError *error = NULL;
		signal(SIGPIPE, SIG_IGN);
		dup2(file, STDOUT_FILENO);
		Output *output = output_open("-", &error);
		if (output_temporary(output) != NULL)
			_exit(99);
		bool done = output_write(output, "1", 1, &error) &&
			    output_write(output, "2", 1, &error);
		bool committed = output_commit(output, NULL);
		_exit(done != committed ? 98 : error != NULL ? 1 + error->code : 0);
	}
	int status = 0;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
output_open__writes_through__to_standard_output(void **state)
{
	(void)state;
	int ends[2];
	char got[3] = "";
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(child_writes(ends[1]), 0);
	assert_int_equal(read(ends[0], got, 2), 2);
	assert_text(got, "12");
	close(ends[0]);
	close(ends[1]);
}

static void
output_write__fails_in_words__when_the_reader_has_gone(void **state)
{
	(void)state;
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_int_equal(child_writes(ends[1]), 1 + ERROR_IO);
	close(ends[1]);
}

static void
output_write__says__that_the_disk_is_full(void **state)
{
	(void)state;
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
	assert_true(full >= 0);
	assert_int_equal(child_writes(full), 1 + ERROR_FULL);
	close(full);
}

#define in_a_place(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		in_a_place(output_commit__makes__a_private_file),
		in_a_place(output_write__takes__more_than_its_buffer),
		in_a_place(output_commit__keeps__the_mode_of_the_file_before),
		in_a_place(output_commit__is_private__under_any_umask),
		in_a_place(output_commit__replaces__a_link),
		in_a_place(output_commit__replaces__a_dangling_link),
		in_a_place(output_commit__replaces__a_link_put_there_meanwhile),
		in_a_place(output_commit__fails__on_a_folder_put_there_meanwhile),
		in_a_place(output_open__takes__a_bare_name),
		in_a_place(output_open__takes__the_longest_name),
		in_a_place(output_abandon__leaves__everything_as_it_was),
		in_a_place(output_temporary__may_be_written__by_a_library),
		in_a_place(output_temporary__may_be_replaced__by_a_library),
		in_a_place(output_commit__fails__when_the_temporary_file_is_gone),
		in_a_place(output_open__refuses__folders_and_devices),
		in_a_place(output_open__refuses__a_folder_that_is_not_there),
		in_a_place(output_open__refuses__what_is_protected),
		cmocka_unit_test(output_open__cleans__the_path_in_its_message),
		in_a_place(output_write__keeps_failing__after_a_failure),
		cmocka_unit_test(output_open__writes_through__to_standard_output),
		cmocka_unit_test(output_write__fails_in_words__when_the_reader_has_gone),
		cmocka_unit_test(output_write__says__that_the_disk_is_full),
	};
	return test_run("output", tests);
}
