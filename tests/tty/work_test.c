/* The dialogue of long work, at rest: this program is also the one it tests, with work that has
 * come as far as WORK_TEST says and goes no further until it is stopped. */
#include "test.h"

#include <locale.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/cli.h"
#include "screens/interface.h"
#include "screens/roots.h"
#include "tty/tty_assert.h"
#include "tui/loop.h"
#include "tui/work.h"

/* ---- the program --------------------------------------------------------------------------------
 */

/* "12000/60000": of a gesture; "12000/60000 file": of a file; "0/0": not counted yet. */
static bool
work_stands(Store *store, struct work *work, gpointer user, GError **error)
{
	guint done = 0, total = 0;
	const char *asked = g_getenv("WORK_TEST");
	(void)store;
	(void)user;
	if (sscanf(asked, "%u/%u", &done, &total) != 2)
		return false;
	while (work_goes_on(done, total, work))
		g_usleep(10 * G_TIME_SPAN_MILLISECOND);
	return fail(error, ERROR_CANCELLED, _("the import was stopped: nothing was written"));
}

static void
work_ended(struct ui *ui, bool done, GError *error, gpointer user)
{
	(void)done;
	(void)user;
	work_fail(ui, error);
}

static void
work_first(struct ui *ui)
{
	const char *asked = g_getenv("WORK_TEST");
	const struct work_order order = {.run = work_stands,
					 .done = work_ended,
					 .gesture = strstr(asked, "file") == NULL};
	work_show(ui, _("Attendees"), &order);
}

static bool
no_act(struct ui *ui, enum act act)
{
	(void)ui;
	(void)act;
	return false;
}

static int
interface_with_work(const char *path, bool sample)
{
	static const struct ui_rooms rooms = {
		.n_roots = ROOTS_N,
		.root_label = root_label,
		.root_screen = root_screen,
		.act = no_act,
		.begin = work_first,
	};
	return loop_run(path, sample, &rooms);
}

/* ---- the test -----------------------------------------------------------------------------------
 */

static Tty *
opened(const char *asked, const char *lang)
{
	g_autofree char *work = g_strconcat("WORK_TEST=", asked, NULL);
	Tty *tty = tty_assert_open(.argv = TTY_LIST("/proc/self/exe", "--lang", lang),
				   .env = TTY_LIST(work, "ATELIERS_NOW=2026-11-23T08:30:00Z",
						   "ATELIERS_USER=nadia"));
	return tty;
}

static void
at_four_sizes(Tty *tty, const char *name)
{
	static const struct {
		int columns, rows;
		const char *suffix;
	} sizes[] = {{60, 16, "-60x16"}, {120, 40, "-120x40"}, {200, 50, "-200x50"}, {80, 24, ""}};
	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autofree char *whole = g_strconcat(name, sizes[i].suffix, NULL);
		tty_assert_resize(tty, sizes[i].columns, sizes[i].rows);
		tty_assert_screen(tty, whole);
	}
}

static void
work__says_how_far_it_is__and_can_be_stopped(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened("12000/60000", "fr");
	tty_assert_wait(tty, "12000 sur 60000");
	at_four_sizes(tty, "work-progress");
	tty_assert_key(tty, "Esc");
	tty_assert_wait(tty, "rien n’a été");
	tty_assert_gone(tty, "sur 60000");
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

static void
work__says_so__before_it_counts_and_when_all_is_counted(void **state)
{
	(void)state;
	static const struct {
		const char *asked, *words, *screen;
	} stages[] = {
		{"0/0", "En cours", "work-begun"},
		{"60000/60000", "enregistr", "work-saved"},
		{"60000/60000 file", "fichier", "work-file"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(stages); i++) {
		g_autoptr(Tty) tty = opened(stages[i].asked, "fr");
		tty_assert_wait(tty, stages[i].words);
		tty_assert_screen(tty, stages[i].screen);
		tty_assert_key(tty, "C-c");
		tty_assert_wait(tty, "rien n’a été");
		tty_assert_key(tty, "C-q");
		tty_assert_exit(tty, 0);
	}
}

static void
work__is_told__in_english(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened("12000/60000", "en");
	tty_assert_wait(tty, "12000 of 60000");
	tty_assert_screen(tty, "work-progress-english");
	tty_assert_key(tty, "Esc");
	tty_assert_wait(tty, "nothing was written");
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

int
main(int argc, char **argv)
{
	if (g_getenv("WORK_TEST") != NULL) {
		setlocale(LC_CTYPE, "");
		return cli_main(argc, argv, interface_with_work);
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(work__says_how_far_it_is__and_can_be_stopped),
		cmocka_unit_test(work__says_so__before_it_counts_and_when_all_is_counted),
		cmocka_unit_test(work__is_told__in_english),
	};
	return test_run("work", tests);
}
