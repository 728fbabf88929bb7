/* The window changes its size all the time, from one cell to 500 columns (fault 16 of
 * docs/reliability.md); the terminal goes away in the middle of a drawing, or of a form, and is
 * stopped and continued (fault 15 and fault 17).
 *
 * STORM_ROUNDS says how many sizes, CLOSE_ROUNDS how many closed terminals, CHANCE_SEED the chance.
 */
#include "test.h"

#include "store/rounds.h"
#include "tty/tty_assert.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static Tty *
demo_open(void)
{
	Tty *tty = tty_assert_open(.argv = TTY_LIST(g_getenv("ATELIERS"), "demo"),
				   .env = TTY_LIST("ATELIERS_NOW=2026-11-23T08:30:00Z"));
	tty_assert_wait(tty, "Accueil");
	return tty;
}

/* Keys that go everywhere and change nothing. */
static const char *const keys[] = {"g e",  "g p", "g o", "g l", "g a", "Down",
				   "PgDn", "End", "Up",  "Tab", "H",   "Home"};

static void
random_key(GRand *rand, Tty *tty)
{
	tty_assert_key(tty, keys[g_rand_int_range(rand, 0, G_N_ELEMENTS(keys))]);
}

static int
random_size(GRand *rand, int most)
{
	/* the borders more often than what is between them */
	switch (g_rand_int_range(rand, 0, 4)) {
	case 0:
		return 1;
	case 1:
		return most;
	default:
		return g_rand_int_range(rand, 1, most + 1);
	}
}

/* Fault 16. */
static void
screen__is_as_drawn_anew__after_a_storm_of_sizes(void **state)
{
	(void)state;
	guint seed = rounds("CHANCE_SEED", 1), n = rounds("STORM_ROUNDS", 120);
	g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
	g_autoptr(Tty) tty = demo_open();
	for (guint i = 0; i < n; i++) {
		tty_assert_resize(tty, random_size(rand, 500), random_size(rand, 200));
		if (i % 4 == 0)
			random_key(rand, tty);
		if (i % 16 == 0)
			tty_assert_quiet(tty, 10);
	}
	tty_assert_resize(tty, 100, 30);
	tty_assert_key(tty, "Esc Esc Esc g a");
	tty_assert_wait(tty, "Accueil");
	tty_assert_quiet(tty, 50);
	g_autofree char *settled = tty_text(tty);
	tty_assert_key(tty, "C-l");
	tty_assert_quiet(tty, 50);
	g_autofree char *anew = tty_text(tty);
	assert_text(settled, anew);
	print_message("# %u sizes\n", n);
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

static gint64
children_us(void)
{
	struct rusage used;
	getrusage(RUSAGE_CHILDREN, &used);
	return (gint64)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * G_USEC_PER_SEC +
	       used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

/* Fault 17: writes fail and reads give the end for ever; whoever does not end then turns for ever.
 */
static void
program__ends_at_once__when_its_terminal_is_closed_while_it_draws(void **state)
{
	(void)state;
	guint seed = rounds("CHANCE_SEED", 1), n = rounds("CLOSE_ROUNDS", 5);
	gint64 before = children_us();
	for (guint i = 0; i < n; i++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed(seed + i);
		g_autoptr(Tty) tty = demo_open();
		for (gint32 k = g_rand_int_range(rand, 1, 12); k > 0; k--)
			tty_send(tty, k % 2 == 0 ? "ge" : "gp\033[6~", -1, NULL);
		g_usleep((gulong)g_rand_int_range(rand, 0, 4000));
		tty_hang_up(tty);
		int status = 0;
		tty_assert(tty, tty_wait_exit(tty, &status, tty_error(tty)));
		if (status != 129)
			fail_msg("CHANCE_SEED=%u: it ended with %d", seed + i, status);
	}
	print_message("# %u closed terminals, %d ms each\n", n,
		      (int)((children_us() - before) / 1000 / MAX(n, 1)));
}

/* Nobody types: a program that has lost its terminal, or is hidden, needs no processor. */
static void
program__sleeps__when_it_was_stopped_and_continued(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = demo_open();
	for (int i = 0; i < 3; i++) {
		tty_assert_signal(tty, SIGTSTP);
		g_usleep(30000);
		tty_assert_signal(tty, SIGCONT);
		tty_assert_key(tty, "C-l");
		tty_assert_wait(tty, "Accueil");
	}
	tty_assert_quiet(tty, 100);
	struct tty_usage before, after;
	assert_true(tty_usage(tty, &before, NULL));
	g_usleep(1200000);
	assert_true(tty_usage(tty, &after, NULL));
	assert_true(after.voluntary_switches - before.voluntary_switches < 60);
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(screen__is_as_drawn_anew__after_a_storm_of_sizes),
		cmocka_unit_test(program__ends_at_once__when_its_terminal_is_closed_while_it_draws),
		cmocka_unit_test(program__sleeps__when_it_was_stopped_and_continued),
	};
	return test_run("storm", tests);
}
