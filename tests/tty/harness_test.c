/* The harness proves itself on programs found everywhere. */
#include "test.h"

#include "tty/scenario.h"
#include "tty/tty_assert.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Start SCRIPT under sh, with these further options. */
#define open_sh(...) tty_assert_open(.argv = TTY_LIST("sh", "-c", __VA_ARGS__))

/* A program that shows each byte it reads, as cat -v does, in raw mode. */
#define SHOW_BYTES "stty raw -echo; printf 'ready\\r\\n'; exec cat -v"

/* A zombie that nobody has reaped yet is dead. */
static bool
is_alive(const char *pid)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/stat", atoi(pid));
	g_autofree char *stat = NULL;

	return g_file_get_contents(path, &stat, NULL, NULL) && strstr(stat, ") Z ") == NULL;
}

/* The Nth line of the screen, from 1. Caller frees. */
static char *
line_of(const Tty *tty, guint number)
{
	g_autofree char *text = tty_text(tty);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	return g_strdup(number <= g_strv_length(lines) ? lines[number - 1] : NULL);
}

/* ---- starting and ending ----------------------------------------------------------------------
 */

static void
open__names_the_program__that_is_missing(void **state)
{
	(void)state;
	struct tty_options options = {.argv = TTY_LIST("no-such-program-here")};
	g_autoptr(GError) error = NULL;

	assert_null(tty_open(&options, &error));
	assert_non_null(strstr(error->message, "no-such-program-here"));
}

static void
open__gives_a_clean_environment__and_what_is_added(void **state)
{
	(void)state;
	g_setenv("LEAKED_FROM_THE_TEST", "1", TRUE);
	g_autoptr(Tty) tty =
		tty_assert_open(.argv = TTY_LIST("sh", "-c", "env | sort | cut -c-60"),
				.env = TTY_LIST("ADDED=é=1", "ATELIERS_NOW", "LANG=fr_FR.UTF-8"));
	g_autofree char *home = g_strdup_printf("HOME=%s\n", tty_home(tty));

	tty_assert_exit(tty, 0);
	g_unsetenv("LEAKED_FROM_THE_TEST");
	g_autofree char *text = tty_text(tty);
	assert_non_null(strstr(text, home));
	assert_non_null(strstr(text, "ADDED=é=1\n"));
	assert_non_null(strstr(text, "LANG=fr_FR.UTF-8\n"));
	assert_non_null(strstr(text, "TERM=xterm-256color\n"));
	assert_non_null(strstr(text, "XDG_DATA_HOME=/tmp/ateliers-tty-"));
	assert_null(strstr(text, "ATELIERS_NOW"));
	assert_null(strstr(text, "LEAKED"));
}

static void
open__freezes_the_clock__by_default(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("echo $ATELIERS_NOW $LANG");

	tty_assert_wait(tty, "2026-11-23T08:30:00Z C.UTF-8");
}

static void
open__resets_signals__the_test_ignores(void **state)
{
	(void)state;
	void (*before)(int) = signal(SIGTERM, SIG_IGN);
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("cat"));

	signal(SIGTERM, before);
	tty_assert_signal(tty, SIGTERM);
	tty_assert_exit(tty, 128 + SIGTERM);
}

static void
home__ends_with_the_tty__also_when_made_unreadable(void **state)
{
	(void)state;
	Tty *tty =
		open_sh("mkdir -p ~/a/b; ln -s / ~/a/root; : >~/a/b/f; chmod 000 ~/a; echo done");
	g_autofree char *home = g_strdup(tty_home(tty));

	tty_assert_wait(tty, "done");
	assert_true(g_file_test(home, G_FILE_TEST_IS_DIR));
	tty_close(tty);
	assert_false(g_file_test(home, G_FILE_TEST_EXISTS));
}

static void
home__is_kept__when_the_caller_gave_it(void **state)
{
	(void)state;
	char *home = tty_home_new(NULL);
	assert_non_null(home);
	Tty *first = tty_assert_open(.argv = TTY_LIST("sh", "-c", "echo kept >~/f"), .home = home);

	tty_assert_exit(first, 0);
	tty_close(first);
	Tty *second = tty_assert_open(.argv = TTY_LIST("sh", "-c", "cat ~/f"), .home = home);
	tty_assert_wait(second, "kept");
	tty_close(second);
	tty_home_free(home);
}

static void
close__kills_the_whole_session__background_jobs_included(void **state)
{
	(void)state;
	Tty *tty = open_sh("trap '' HUP TERM; set -m; sleep 1000 & echo pid=$!.; wait");

	tty_assert_wait(tty, ".");
	g_autofree char *line = line_of(tty, 1);
	assert_true(is_alive(line + strlen("pid=")));
	tty_close(tty);
	assert_false(is_alive(line + strlen("pid=")));
}

static void
close__kills_what_left_the_session__by_its_home(void **state)
{
	(void)state;
	Tty *tty = open_sh("setsid sh -c 'trap \"\" HUP; echo pid=$$.; exec sleep 1000' & wait");

	tty_assert_wait(tty, ".");
	g_autofree char *line = line_of(tty, 1);
	assert_true(is_alive(line + strlen("pid=")));
	tty_close(tty);
	assert_false(is_alive(line + strlen("pid=")));
}

static void
wait_exit__tells_the_status__and_keeps_the_last_output(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("seq 1000; echo last; exit 7");

	tty_assert_exit(tty, 7);
	g_autofree char *text = tty_text(tty);
	assert_non_null(strstr(text, "1000\nlast\n"));
}

static void
wait_exit__tells_the_signal__of_a_killed_program(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("cat"));

	tty_assert_signal(tty, SIGKILL);
	tty_assert_exit(tty, 128 + SIGKILL);
}

static void
hang_up__sends_sighup__from_the_kernel(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("trap 'echo gone >~/f; exit 3' HUP; sleep 1000 & echo up; wait; exit 4");
	g_autofree char *file = g_build_filename(tty_home(tty), "f", NULL);

	tty_assert_wait(tty, "up");
	tty_hang_up(tty);
	tty_assert_exit(tty, 3);
	assert_true(g_file_test(file, G_FILE_TEST_EXISTS));
}

/* ---- waits ------------------------------------------------------------------------------------
 */

static void
wait__fails_with_the_screen__when_patience_ends(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", "echo here; exec cat"),
					     .patience_ms = 50);
	g_autoptr(GError) error = NULL;

	tty_set_patience(tty, 20000);
	tty_assert_wait(tty, "here");
	tty_set_patience(tty, 50);
	assert_false(tty_wait(tty, "there", &error));
	assert_non_null(strstr(error->message, "passed without \"there\" on the screen"));
	assert_non_null(strstr(error->message, "80x24, cursor 2,1\nhere\n"));
}

static void
wait__fails_at_once__when_the_program_has_ended(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("echo here; exit 5");
	g_autoptr(GError) error = NULL;

	assert_false(tty_wait(tty, "there", &error));
	assert_non_null(strstr(error->message, "ended (status 5) without"));
}

static void
wait_gone__ends__when_the_text_is_erased(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("printf here; read x; tput clear; read x");

	tty_assert_wait(tty, "here");
	tty_assert_key(tty, "Enter");
	tty_assert_gone(tty, "here");
}

static void
wait_cursor__sees_where_it_went(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("tput cup 4 9; tput civis; read x");
	int row = 0, column = 0;

	tty_assert_cursor(tty, 5, 10);
	tty_assert_mode(tty, 25, false);
	tty_assert_quiet(tty, 20);
	assert_false(tty_cursor(tty, &row, &column));
}

static void
wait_quiet__fails__on_a_program_that_never_rests(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", "while :; do :; done"),
					     .patience_ms = 100);
	g_autoptr(GError) error = NULL;

	assert_false(tty_wait_quiet(tty, 10, &error));
	assert_non_null(strstr(error->message, "never fell quiet"));
}

static void
wait_quiet__counts__the_processes_of_the_program(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		tty_assert_open(.argv = TTY_LIST("sh", "-c", "sh -c 'while :; do :; done'; read x"),
				.patience_ms = 100);
	g_autoptr(GError) error = NULL;

	assert_false(tty_wait_quiet(tty, 10, &error));
	assert_non_null(strstr(error->message, "never fell quiet"));
}

static void
send__fails__when_the_program_does_not_read(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("stty raw -echo; printf ready; exec sleep 1000");
	g_autofree char *much = g_strnfill(1 << 20, 'x');
	g_autoptr(GError) error = NULL;

	tty_assert_wait(tty, "ready");
	tty_set_patience(tty, 100);
	assert_false(tty_send(tty, much, -1, &error));
	assert_non_null(strstr(error->message, "does not read"));
}

static void
send__passes_a_megabyte__to_a_program_that_answers_it(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("stty raw -echo; printf ready; head -c 1048576 | cksum; echo end");
	g_autofree char *much = g_strnfill(1 << 20, 'x');

	tty_assert_wait(tty, "ready");
	tty_assert_send(tty, much);
	tty_assert_wait(tty, "end");
	g_autofree char *text = tty_text(tty);
	assert_non_null(strstr(text, " 1048576"));
}

/* ---- the person's side ------------------------------------------------------------------------
 */

static void
key__sends_the_strings__of_the_terminfo_entry(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh(SHOW_BYTES);

	tty_assert_wait(tty, "ready");
	tty_assert_key(tty, "Up S-Tab F1 F12 Delete PgDn C-Left C-r M-x Backspace Enter é Esc");
	tty_assert_wait(tty, "^[OA^[[Z^[OP^[[24~^[[3~^[[6~^[[1;5D^R^[x^?^MM-CM-)^[");
}

static void
key__follows_the_terminal__of_the_program(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		tty_assert_open(.argv = TTY_LIST("sh", "-c", SHOW_BYTES), .term = "linux");

	tty_assert_wait(tty, "ready");
	tty_assert_key(tty, "Up F1 Home C-Space C-@");
	tty_assert_wait(tty, "^[[A^[[[A^[[1~^@^@");
}

static void
key__is_refused__when_unknown_or_missing_there(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("cat"), .term = "dumb");
	g_autoptr(GError) unknown = NULL, missing = NULL;

	assert_false(tty_key(tty, "Entrée", &unknown));
	assert_non_null(strstr(unknown->message, "no key \"Entrée\""));
	assert_false(tty_key(tty, "Up", &missing));
	assert_non_null(strstr(missing->message, "dumb has no key Up"));
}

static void
paste__is_bracketed__only_when_the_program_asked(void **state)
{
	(void)state;
	g_autoptr(Tty) plain = open_sh(SHOW_BYTES);
	g_autoptr(Tty) asked = open_sh("printf '\\033[?2004h'; " SHOW_BYTES);

	tty_assert_wait(plain, "ready");
	tty_assert_paste(plain, "a\nb");
	tty_assert_send(plain, "!");
	tty_assert_wait(plain, "\na^Mb!\n");
	tty_assert_wait(asked, "ready");
	tty_assert_paste(asked, "é\nb");
	tty_assert_wait(asked, "\n^[[200~M-CM-)^Mb^[[201~\n");
}

static void
click__sends_sgr_reports__once_asked_for(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("printf '\\033[?1006;1000h'; " SHOW_BYTES);
	g_autoptr(Tty) deaf = open_sh(SHOW_BYTES);
	g_autoptr(GError) error = NULL;

	tty_assert_wait(tty, "ready");
	tty_assert_click(tty, TTY_LEFT, 5, 10);
	tty_assert_click(tty, TTY_WHEEL_DOWN, 1, 2);
	tty_assert_wait(tty, "^[[<0;10;5M^[[<0;10;5m^[[<65;2;1M");
	tty_assert_wait(deaf, "ready");
	assert_false(tty_click(deaf, TTY_LEFT, 1, 1, &error));
}

static void
resize__is_seen__by_the_program(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("stty size; trap 'stty size' WINCH; echo set; while :; do read x; done");

	tty_assert_wait(tty, "24 80\nset");
	tty_assert_resize(tty, 132, 40);
	tty_assert_wait(tty, "40 132");
	tty_assert_resize(tty, 20, 5);
	tty_assert_wait(tty, "5 20");
}

static void
answers__go_back__to_a_program_that_asks(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("stty raw -echo; printf '\\033[3;7H\\033[6n'; exec cat -v");

	tty_assert_wait(tty, "^[[3;7R");
}

/* ---- the screen -------------------------------------------------------------------------------
 */

static void
text__keeps_accents_and_wide_characters(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh(
		"printf 'Événement — œuvre\\n会議室 x\\ne\\314\\201te\\314\\201   \\n'; read x");

	tty_assert_wait(tty, "Événement — œuvre\n会議室 x\ne\u0301te\u0301\n");
	tty_assert_cursor(tty, 4, 1);
}

static void
look__gives_letters__and_says_what_they_are(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("printf 'a\\033[1mbc\\033[m "
				     "\\033[7m会\\033[m\\033[4;31;48;5;236md\\033[m'; read x");

	tty_assert_wait(tty, "abc 会d");
	g_autofree char *look = tty_look(tty);
	assert_true(g_str_has_prefix(look, " aa bbc\n\n"));
	assert_non_null(strstr(look, "a = bold\nb = reverse\nc = underline fg=1 bg=236\n"));
}

static void
alternate_screen__brings_the_first_one_back__at_its_end(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("echo before; tput smcup; echo inside; read x; tput rmcup; read x");

	tty_assert_wait(tty, "inside");
	assert_true(tty_is_alternate(tty));
	assert_true(tty_mode(tty, 1049));
	tty_assert_key(tty, "Enter");
	tty_assert_gone(tty, "inside");
	tty_assert_wait(tty, "before");
	assert_false(tty_is_alternate(tty));
}

static void
title_and_bell__are_noted(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("printf '\\033]0;Ateliers\\007\\007\\007done'; read x");

	tty_assert_wait(tty, "done");
	assert_text(tty_title(tty), "Ateliers");
	assert_int_equal(tty_bells(tty), 2);
}

static bool
is_well_formed(const char *xml)
{
	static const GMarkupParser parser = {0};
	g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);

	return g_markup_parse_context_parse(context, xml, -1, NULL) &&
	       g_markup_parse_context_end_parse(context, NULL) && strstr(xml, "&#x") == NULL;
}

static void
hostile_output__is_read_to_its_end(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("head -c 300000 /dev/urandom; printf '\\030\\033c'; echo end; read x");

	tty_assert_wait(tty, "end");
	tty_assert_resize(tty, 7, 3);
	tty_assert_resize(tty, 200, 60);
	tty_assert_quiet(tty, 20);
	g_autofree char *dump = tty_dump(tty, true);
	g_autofree char *svg = tty_svg(tty, "a\033\001\xff\xef\xbf\xbf<");
	assert_true(g_utf8_validate(dump, -1, NULL));
	assert_true(is_well_formed(svg));
	assert_non_null(strstr(svg, ">a\xef\xbf\xbd&lt;</text>"));
}

/* ---- stored screens ---------------------------------------------------------------------------
 */

/* UPDATE=1 of whoever runs the tests is not for these. */
static char *
take_update(void)
{
	char *before = g_strdup(g_getenv("UPDATE"));

	g_unsetenv("UPDATE");
	return before;
}

static void
give_update_back(char *before)
{
	if (before != NULL)
		g_setenv("UPDATE", before, TRUE);
	else
		g_unsetenv("UPDATE");
	g_free(before);
}

static void
screen__is_made_with_update__and_then_compared(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("printf 'one\\ntwo '; read x; tput clear; printf 'one\\nTWO\\n'; read x");
	g_autofree char *path = g_build_filename(tty_home(tty), "sub", "s.scr", NULL);
	g_autoptr(GError) missing = NULL, different = NULL;
	char *before = take_update();

	tty_assert_wait(tty, "two");
	assert_false(tty_screen_matches(tty, path, false, &missing));
	assert_non_null(strstr(missing->message, "UPDATE=1"));
	g_setenv("UPDATE", "1", TRUE);
	tty_assert(tty, tty_screen_matches(tty, path, false, tty_error(tty)));
	g_unsetenv("UPDATE");
	tty_assert(tty, tty_screen_matches(tty, path, false, tty_error(tty)));
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "TWO");
	assert_false(tty_screen_matches(tty, path, false, &different));
	assert_non_null(strstr(different->message, "\n  2 - two\n  2 + TWO\n"));
	assert_null(strstr(different->message, "  1 - one"));
	give_update_back(before);
}

static void
screen__hides_the_name__of_the_home(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("echo $HOME/x; printf '%.16s\\n' $HOME; read x");

	tty_assert_wait(tty, "/x\n/tmp/ateliers-tt");
	g_autofree char *dump = tty_dump(tty, false);
	assert_non_null(strstr(dump, "\n/tmp/ateliers-tty-XXXXXX/x\n/tmp/ateliers-tt\n"));
}

static void
screen__is_stored__for_a_plain_program(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c",
							      "tput bold; printf 'Événement'; tput "
							      "sgr0; echo ' 会議'; read x"),
					     .columns = 30, .rows = 4);

	tty_assert_wait(tty, "会議");
	tty_assert_look(tty, "harness");
}

static void
screen__refuses_a_name__that_leaves_the_folder(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("cat"));
	g_autoptr(GError) error = NULL;

	assert_false(tty_screen_is(tty, "../x", false, &error));
	assert_non_null(strstr(error->message, "no name"));
}

static void
svg__places_wide_characters__and_escapes_markup(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh("printf '<&>\\033[7m会\\033[mz\\033[1;33mb'; read x");

	tty_assert_wait(tty, "<&>会zb");
	g_autofree char *svg = tty_svg(tty, "a < b");
	assert_non_null(strstr(svg, ">&lt;&amp;&gt;</text>"));
	assert_non_null(strstr(svg, ">a &lt; b</text>"));
	assert_non_null(strstr(svg, "<rect x=\"37.29\" y=\"30.00\" width=\"16.86\""));
	assert_non_null(strstr(svg, "<text x=\"37.29\" y=\"42.60\" textLength=\"16.86\""));
	assert_non_null(strstr(svg, "<text x=\"54.15\" y=\"42.60\" textLength=\"8.43\""));
	assert_non_null(strstr(svg, "font-weight=\"bold\">b</text>"));
}

/* ---- figures ----------------------------------------------------------------------------------
 */

static void
bytes_since__counts__what_the_program_wrote(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		open_sh("stty -echo; printf ready; read x; printf '\\033[1mabc'; read x");
	gsize length = 0;

	tty_assert_wait(tty, "ready");
	tty_assert_quiet(tty, 20);
	gsize mark = tty_mark(tty);
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "abc");
	tty_assert_quiet(tty, 20);
	assert_int_equal(tty_bytes_since(tty, mark), 7);
	assert_memory_equal(tty_raw(tty, &length) + mark, "\033[1mabc", 7);
	assert_int_equal(length, mark + 7);
	assert_true(tty_first_answer(tty) >= 0);
	assert_true(tty_last_answer(tty) >= tty_first_answer(tty));
}

static void
usage__does_not_grow__while_a_program_sleeps(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("cat"));
	struct tty_usage before = {0}, idle = {0}, after = {0};

	tty_assert_send(tty, "a\n");
	tty_assert_wait(tty, "a\na");
	tty_assert_quiet(tty, 20);
	tty_assert(tty, tty_usage(tty, &before, tty_error(tty)));
	tty_assert_quiet(tty, 100);
	tty_assert(tty, tty_usage(tty, &idle, tty_error(tty)));
	assert_int_equal(idle.voluntary_switches, before.voluntary_switches);
	assert_int_equal(idle.cpu_us, before.cpu_us);
	assert_true(idle.rss_kb > 0 && idle.peak_rss_kb >= idle.rss_kb);
	tty_assert_send(tty, "b\n");
	tty_assert_wait(tty, "b\nb");
	tty_assert_quiet(tty, 20);
	tty_assert(tty, tty_usage(tty, &after, tty_error(tty)));
	assert_true(after.voluntary_switches > idle.voluntary_switches);
	assert_true(after.cpu_us > idle.cpu_us);
}

static void
mode__reads_the_last_word__among_several(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = open_sh(
		"printf '\\033[?1;1000;2004h\\033[?12004l\\033[?1000lend\\033[?25'; read x");

	tty_assert_wait(tty, "end");
	assert_true(tty_mode(tty, 1));
	assert_true(tty_mode(tty, 2004));
	assert_false(tty_mode(tty, 1000));
	assert_true(tty_mode(tty, 25));
}

/* ---- scenarios --------------------------------------------------------------------------------
 */

/* Play TEXT against sh. Returns the error's message or NULL. Caller frees. */
static char *
play(const char *text)
{
	g_autoptr(GError) error = NULL;
	char *home = tty_home_new(NULL);
	g_autofree char *path = g_build_filename(home, "s.tty", NULL);

	assert_true(g_file_set_contents(path, text, -1, NULL));
	bool done = scenario_run(path, "/bin/sh", &error);
	assert_int_equal(done, error == NULL);
	tty_home_free(home);
	if (error == NULL)
		return NULL;
	/* Without the folder, which has another name each time. */
	return g_strdup(strstr(error->message, "/s.tty:") + 1);
}

static void
scenario__plays__every_gesture(void **state)
{
	(void)state;
	g_autofree char *message =
		play("# all of them\n\n"
		     "size 60x12\nterm vt220\nenv GREETING=bon jour\n"
		     "shell printf 'x y' >~/file\n"
		     "run -c 'trap \"exit 3\" INT; printf \"\\033[?1006;1000;2004h\"; "
		     "stty -echo -icanon -icrnl; stty size; echo $GREETING $TERM; cat -v'\n"
		     "wait 12 60\nwait bon jour vt220\n"
		     "type é à\nkey Space Up\nwait M-CM-) M-CM-  ^[[A\n"
		     "paste a\\nb\nwait ^[[200~a^Mb^[[201~\n"
		     "send \\033[99;9~!\nwait ^[[99;9~!\n"
		     "send \\n\nclick right 2,3\nwait ^[[<2;3;2M\nwheel up 4,5\nwait "
		     "^[[<64;5;4M\nclick 1,1\n"
		     "quiet\nquiet 30\ngone nothing of the kind\nmode 2004 on\nmode 25 on\n"
		     "resize 50x10\nshell cat ~/file | grep -q 'x y'\n"
		     "expect-shell echo \"$(cat ~/file)\" '=>' \"$ATELIERS\" | tr = - => x y -> "
		     "/bin/sh\n"
		     "expect-shell true =>\n"
		     "key C-c\nexit 3\n"
		     "run -c 'tput cup 3 4; exec cat'\ncursor 4,5\nsignal TERM\nexit 143\n"
		     "run -c 'sleep 1000 & wait'\nhang-up\nexit 129\n");

	assert_text(message, NULL);
}

static void
scenario__names_file_and_line__of_what_failed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
	} cases[] = {
		{"\n# c\n  dance now\n", "s.tty:3: dance now: there is no gesture \"dance\""},
		{"type x\n", "s.tty:1: type x: \"type\" comes before \"run\""},
		{"size 80\n", "s.tty:1: size 80: \"80\" is not two numbers with x between"},
		{"size 80x24x\n", "s.tty:1: size 80x24x: "},
		{"env\n", "s.tty:1: env: \"env\" says not what"},
		{"run -c 'exit 2'\nexit 0\n", "s.tty:2: exit 0: the program ended with 2, not 0"},
		{"run\nrun\n", "s.tty:2: run: the program still runs"},
		{"shell echo oops >&2; exit 4\n", "4: ended with 4\noops\n"},
		{"expect-shell echo a => b\n", "=> b: printed \"a\""},
		{"expect-shell echo a\n", "no \"=>\""},
		{"run -c cat\nkey Nope\n", "s.tty:2: key Nope: there is no key \"Nope\""},
		{"run -c cat\nsignal NOPE\n", "there is no signal \"NOPE\""},
		{"run -c cat\nwheel 1,1\n", "the mouse has no \"1,1\""},
		{"run -c cat\nmode 25\n", "is not a mode and on or off"},
		{"run 'unfinished\n", "s.tty:1: run 'unfinished: "},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *message = play(cases[i].text);
		if (message == NULL || strstr(message, cases[i].message) == NULL)
			fail_msg("\"%s\": %s", cases[i].text,
				 message != NULL ? message : "no error");
	}
}

static void
scenario__ends_what_it_left_running__also_in_the_background(void **state)
{
	(void)state;
	g_autofree char *folder = g_dir_make_tmp("harness-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "pid", NULL);
	g_autofree char *text = g_strdup_printf("env OUT=%s\nrun -c cat\n"
						"shell setsid sleep 1000 & echo $! >$OUT\n",
						file);
	g_autofree char *pid = NULL;
	g_autofree char *message = play(text);

	assert_text(message, NULL);
	assert_true(g_file_get_contents(file, &pid, NULL, NULL));
	assert_false(is_alive(pid));
	g_remove(file);
	g_rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(open__names_the_program__that_is_missing),
		cmocka_unit_test(open__gives_a_clean_environment__and_what_is_added),
		cmocka_unit_test(open__freezes_the_clock__by_default),
		cmocka_unit_test(open__resets_signals__the_test_ignores),
		cmocka_unit_test(home__ends_with_the_tty__also_when_made_unreadable),
		cmocka_unit_test(home__is_kept__when_the_caller_gave_it),
		cmocka_unit_test(close__kills_the_whole_session__background_jobs_included),
		cmocka_unit_test(close__kills_what_left_the_session__by_its_home),
		cmocka_unit_test(wait_exit__tells_the_status__and_keeps_the_last_output),
		cmocka_unit_test(wait_exit__tells_the_signal__of_a_killed_program),
		cmocka_unit_test(hang_up__sends_sighup__from_the_kernel),
		cmocka_unit_test(wait__fails_with_the_screen__when_patience_ends),
		cmocka_unit_test(wait__fails_at_once__when_the_program_has_ended),
		cmocka_unit_test(wait_gone__ends__when_the_text_is_erased),
		cmocka_unit_test(wait_cursor__sees_where_it_went),
		cmocka_unit_test(wait_quiet__fails__on_a_program_that_never_rests),
		cmocka_unit_test(wait_quiet__counts__the_processes_of_the_program),
		cmocka_unit_test(send__fails__when_the_program_does_not_read),
		cmocka_unit_test(send__passes_a_megabyte__to_a_program_that_answers_it),
		cmocka_unit_test(key__sends_the_strings__of_the_terminfo_entry),
		cmocka_unit_test(key__follows_the_terminal__of_the_program),
		cmocka_unit_test(key__is_refused__when_unknown_or_missing_there),
		cmocka_unit_test(paste__is_bracketed__only_when_the_program_asked),
		cmocka_unit_test(click__sends_sgr_reports__once_asked_for),
		cmocka_unit_test(resize__is_seen__by_the_program),
		cmocka_unit_test(answers__go_back__to_a_program_that_asks),
		cmocka_unit_test(text__keeps_accents_and_wide_characters),
		cmocka_unit_test(look__gives_letters__and_says_what_they_are),
		cmocka_unit_test(alternate_screen__brings_the_first_one_back__at_its_end),
		cmocka_unit_test(title_and_bell__are_noted),
		cmocka_unit_test(hostile_output__is_read_to_its_end),
		cmocka_unit_test(screen__is_made_with_update__and_then_compared),
		cmocka_unit_test(screen__hides_the_name__of_the_home),
		cmocka_unit_test(screen__is_stored__for_a_plain_program),
		cmocka_unit_test(screen__refuses_a_name__that_leaves_the_folder),
		cmocka_unit_test(svg__places_wide_characters__and_escapes_markup),
		cmocka_unit_test(bytes_since__counts__what_the_program_wrote),
		cmocka_unit_test(usage__does_not_grow__while_a_program_sleeps),
		cmocka_unit_test(mode__reads_the_last_word__among_several),
		cmocka_unit_test(scenario__plays__every_gesture),
		cmocka_unit_test(scenario__names_file_and_line__of_what_failed),
		cmocka_unit_test(scenario__ends_what_it_left_running__also_in_the_background),
	};

	return test_run("harness", tests);
}
