/* How long the interface takes to answer, on the wall: answers ROUNDS HOME COMMAND TEXT LEAVE
 * (PREPARE KEYS)...
 *
 * COMMAND, quoted as in sh, runs in a pseudo-terminal of 80 by 24 with HOME as its home. It is
 * started ROUNDS times, until TEXT stands and nothing more comes, and ended by LEAVE. In the last
 * one, PREPARE keys are pressed, then KEYS one by one, ROUNDS times over, as tty_key() names them;
 * one that begins with "-" is pressed without being measured. An answer is the time from the key to
 * the last byte before a silence. Then the window changes its size, and last the program is left
 * alone.
 *
 * Lines, each "MEDIAN P95 BYTES" in milliseconds and bytes: the start, then one for each KEYS, the
 * resizes; last "WAKINGS BYTES MB": of ten seconds without a key, and the memory held.
 */
#include <string.h>

#include "bench/runs.h"
#include "tty/tty.h"

#define QUIET_MS 60
#define IDLE_MS  10000

struct answers {
	GArray *times; /* gint64, microseconds */
	GArray *sizes; /* gint64, bytes */
};

static void
answers_init(struct answers *answers)
{
	*answers = (struct answers){.times = g_array_new(FALSE, FALSE, sizeof(gint64)),
				    .sizes = g_array_new(FALSE, FALSE, sizeof(gint64))};
}

static gint64
part(GArray *values, double share)
{
	g_array_sort(values, runs_compare);
	return values->len > 0 ? g_array_index(values, gint64, (guint)((values->len - 1) * share))
			       : 0;
}

static void
answers_print(struct answers *answers)
{
	printf("%.2f %.2f %d\n", (double)part(answers->times, 0.5) / 1000,
	       (double)part(answers->times, 0.95) / 1000, (int)part(answers->sizes, 0.5));
	g_array_unref(answers->times);
	g_array_unref(answers->sizes);
}

static void
take(struct answers *answers, Tty *tty, gsize mark, GError **error)
{
	if (!tty_wait_quiet(tty, QUIET_MS, error))
		return;
	gint64 took = MAX(tty_last_answer(tty), 0), bytes = (gint64)tty_bytes_since(tty, mark);
	if (bytes == 0)
		return; /* nothing to answer: the list has an end */
	g_array_append_val(answers->times, took);
	g_array_append_val(answers->sizes, bytes);
}

static void
keys_measure(Tty *tty, const char *keys, guint rounds, GError **error)
{
	struct answers answers;
	g_auto(GStrv) list = g_strsplit(keys, " ", -1);
	answers_init(&answers);
	for (guint round = 0; round < rounds && *error == NULL; round++)
		for (guint i = 0; list[i] != NULL && *error == NULL; i++) {
			bool counts = list[i][0] != '-' || list[i][1] == '\0';
			gsize mark = tty_mark(tty);
			tty_key(tty, list[i] + (counts ? 0 : 1), error);
			if (counts)
				take(&answers, tty, mark, error);
			else if (*error == NULL)
				tty_wait_quiet(tty, QUIET_MS, error);
		}
	answers_print(&answers);
}

static void
sizes_measure(Tty *tty, guint rounds, GError **error)
{
	struct answers answers;
	answers_init(&answers);
	for (guint round = 0; round < rounds && *error == NULL; round++) {
		gsize mark = tty_mark(tty);
		tty_resize(tty, round % 2 == 0 ? 100 : 80, round % 2 == 0 ? 40 : 24, error);
		if (*error == NULL)
			take(&answers, tty, mark, error);
	}
	answers_print(&answers);
}

static void
idle_measure(Tty *tty, GError **error)
{
	struct tty_usage before, after;
	gsize mark = tty_mark(tty);
	if (!tty_usage(tty, &before, error))
		return;
	g_usleep(IDLE_MS * 1000);
	if (!tty_wait_quiet(tty, 1, error) || !tty_usage(tty, &after, error))
		return;
	printf("%d %d %.1f\n", (int)(after.voluntary_switches - before.voluntary_switches),
	       (int)tty_bytes_since(tty, mark), (double)after.rss_kb / 1024);
}

static Tty *
begin(char **argv, const char *home, const char *text, struct answers *starts)
{
	g_autoptr(GError) error = NULL;
	struct tty_options options = {.argv = (const char *const *)argv,
				      .env = TTY_LIST("ATELIERS_NOW=2026-11-23T08:30:00Z",
						      "ATELIERS_LANG=fr"),
				      .home = home};
	Tty *tty = tty_open(&options, &error);
	if (tty == NULL || !tty_wait(tty, text, &error))
		runs_give_up(argv[0], error->message);
	take(starts, tty, 0, &error);
	if (error != NULL)
		runs_give_up(argv[0], error->message);
	return tty;
}

int
main(int argc, char **argv)
{
	g_auto(GStrv) command = NULL;
	g_autoptr(GError) error = NULL;
	guint rounds = argc > 5 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (rounds == 0)
		runs_give_up("answers", "ROUNDS HOME COMMAND TEXT LEAVE (PREPARE KEYS)...");
	if (!g_shell_parse_argv(argv[3], NULL, &command, &error))
		runs_give_up(argv[3], error->message);
	struct answers starts;
	answers_init(&starts);
	for (guint i = 1; i < rounds; i++) {
		g_autoptr(Tty) tty = begin(command, argv[2], argv[4], &starts);
		if (!tty_key(tty, argv[5], &error) || !tty_wait_exit(tty, NULL, &error))
			runs_give_up(argv[3], error->message);
	}
	g_autoptr(Tty) tty = begin(command, argv[2], argv[4], &starts);
	answers_print(&starts);
	for (int i = 6; i + 1 < argc && error == NULL; i += 2)
		if (*argv[i] == '\0' ||
		    (tty_key(tty, argv[i], &error) && tty_wait_quiet(tty, 3 * QUIET_MS, &error)))
			keys_measure(tty, argv[i + 1], rounds, &error);
	if (error == NULL)
		sizes_measure(tty, rounds, &error);
	if (error == NULL)
		idle_measure(tty, &error);
	if (error != NULL)
		runs_give_up(argv[3], error->message);
	return EXIT_SUCCESS;
}
