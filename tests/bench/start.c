/* The processor time from start to a full screen, and out again: start RUNS HOME (COMMAND TEXT
 * KEYS)...
 *
 * Each COMMAND, quoted as in sh, runs in a pseudo-terminal of 120 by 40 with HOME as its home. When
 * TEXT stands on the screen and nothing more comes, KEYS are pressed, as tty_key() names them, and
 * it must end with 0. They run in turn; for each a line as runs_print() writes it. The first round
 * is not counted.
 */
#include "bench/runs.h"
#include "tty/tty.h"

#define QUIET_MS 150

struct start {
	char **argv;
	const char *text, *keys;
	struct runs runs;
};

static gint64
children_cpu(void)
{
	struct rusage usage;
	getrusage(RUSAGE_CHILDREN, &usage);
	return runs_cpu(&usage);
}

/* The terminal as the program leaves it when KEYS have ended it. */
static bool
start_play(Tty *tty, const struct start *start, gint64 *peak_kb, GError **error)
{
	struct tty_usage usage;
	if (!tty_wait(tty, start->text, error) || !tty_wait_quiet(tty, QUIET_MS, error) ||
	    !tty_usage(tty, &usage, error))
		return false;
	*peak_kb = (gint64)usage.peak_rss_kb;
	return tty_key(tty, start->keys, error) && tty_wait_status(tty, 0, error);
}

static void
start_run(struct start *start, const char *home, bool counts)
{
	g_autoptr(GError) error = NULL;
	gint64 before = children_cpu(), peak_kb = 0;
	struct tty_options options = {.argv = (const char *const *)start->argv,
				      .env = TTY_LIST("ATELIERS_NOW=2026-11-23T08:30:00Z",
						      "ATELIERS_LANG=fr"),
				      .home = home,
				      .columns = 120,
				      .rows = 40};
	Tty *tty = tty_open(&options, &error);
	if (tty == NULL || !start_play(tty, start, &peak_kb, &error))
		runs_give_up(start->argv[0], error->message);
	/* It is reaped here, and only then are its times among those of the children. */
	tty_close(tty);
	if (counts)
		runs_add(&start->runs, children_cpu() - before, peak_kb);
}

static struct start *
starts_read(char **arguments, guint *n)
{
	*n = g_strv_length(arguments) / 3;
	struct start *starts = g_new0(struct start, *n);
	for (guint i = 0; i < *n; i++, arguments += 3) {
		g_autoptr(GError) error = NULL;
		starts[i] = (struct start){.text = arguments[1], .keys = arguments[2]};
		if (!g_shell_parse_argv(arguments[0], NULL, &starts[i].argv, &error))
			runs_give_up(arguments[0], error->message);
		runs_init(&starts[i].runs);
	}
	return starts;
}

int
main(int argc, char **argv)
{
	guint n, count = argc > 5 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0)
		runs_give_up("start", "RUNS HOME (COMMAND TEXT KEYS)...");
	g_autofree struct start *starts = starts_read(argv + 3, &n);
	for (guint i = 0; i <= count; i++)
		for (guint k = 0; k < n; k++)
			start_run(&starts[k], argv[2], i > 0);
	for (guint k = 0; k < n; k++) {
		runs_print(&starts[k].runs);
		runs_clear(&starts[k].runs);
		g_strfreev(starts[k].argv);
	}
	return EXIT_SUCCESS;
}
