/* The processor time of opening each screen: screens RUNS HOME COMMAND TEXT LEAVE (KEYS TEXT)...
 *
 * COMMAND, quoted as in sh, runs in a pseudo-terminal of 120 by 40 with HOME as its home. Once its
 * first TEXT stands, each KEYS are pressed, as tty_key() names them, and what the program uses
 * until their TEXT stands and nothing more comes is that screen's time: reading the rows and
 * drawing them. Each round is a new process, which ends with 0 by LEAVE: no screen was open in it
 * before, unless KEYS come twice. For each KEYS a line as runs_print() writes it. The first round
 * is not counted.
 */
#include "bench/runs.h"
#include "tty/tty.h"

#define QUIET_MS 60

struct opening {
	const char *keys, *text;
	struct runs runs;
};

struct screens {
	const char *home, *text, *leave;
	char **argv;
	struct opening *openings;
	guint n;
};

static bool
opening_play(Tty *tty, struct opening *opening, bool counts, GError **error)
{
	struct tty_usage before, after;
	if (!tty_usage(tty, &before, error) || !tty_key(tty, opening->keys, error) ||
	    !tty_wait(tty, opening->text, error) || !tty_wait_quiet(tty, QUIET_MS, error) ||
	    !tty_usage(tty, &after, error))
		return false;
	if (counts)
		runs_add(&opening->runs, after.cpu_us - before.cpu_us, (gint64)after.peak_rss_kb);
	return true;
}

static bool
round_play(Tty *tty, const struct screens *screens, bool counts, GError **error)
{
	if (!tty_wait(tty, screens->text, error) || !tty_wait_quiet(tty, QUIET_MS, error))
		return false;
	for (guint i = 0; i < screens->n; i++)
		if (!opening_play(tty, &screens->openings[i], counts, error))
			return false;
	return tty_key(tty, screens->leave, error) && tty_wait_status(tty, 0, error);
}

static void
round_run(const struct screens *screens, bool counts)
{
	g_autoptr(GError) error = NULL;
	struct tty_options options = {.argv = (const char *const *)screens->argv,
				      .env = TTY_LIST("ATELIERS_NOW=2026-11-23T08:30:00Z",
						      "ATELIERS_LANG=fr"),
				      .home = screens->home,
				      .columns = 120,
				      .rows = 40};
	g_autoptr(Tty) tty = tty_open(&options, &error);
	if (tty == NULL || !round_play(tty, screens, counts, &error))
		runs_give_up(screens->argv[0], error->message);
}

static struct screens
screens_read(char **arguments, guint count)
{
	g_autoptr(GError) error = NULL;
	struct screens screens = {.home = arguments[0],
				  .text = arguments[2],
				  .leave = arguments[3],
				  .openings = g_new0(struct opening, count / 2),
				  .n = count / 2};
	if (!g_shell_parse_argv(arguments[1], NULL, &screens.argv, &error))
		runs_give_up(arguments[1], error->message);
	for (guint i = 0; i < screens.n; i++) {
		screens.openings[i].keys = arguments[4 + 2 * i];
		screens.openings[i].text = arguments[5 + 2 * i];
		runs_init(&screens.openings[i].runs);
	}
	return screens;
}

int
main(int argc, char **argv)
{
	guint count = argc > 7 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0 || argc % 2 != 0)
		runs_give_up("screens", "RUNS HOME COMMAND TEXT LEAVE (KEYS TEXT)...");
	struct screens screens = screens_read(argv + 2, (guint)argc - 6);
	for (guint i = 0; i <= count; i++)
		round_run(&screens, i > 0);
	for (guint i = 0; i < screens.n; i++) {
		runs_print(&screens.openings[i].runs);
		runs_clear(&screens.openings[i].runs);
	}
	g_strfreev(screens.argv);
	g_free(screens.openings);
	return EXIT_SUCCESS;
}
