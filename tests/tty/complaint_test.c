/* What people complain of in other programs and what no stored screen shows, each under the number
 * it has in the study of terminals; the others are in scenarios/complaints_*.tty. */
#include "test.h"

#include <signal.h>
#include <string.h>

#include "tty/latin_1.h"
#include "tty/tty_assert.h"
#include "tui/action.h"

static Tty *
opened(const char *const *env, const char *prepare)
{
	const char *program = g_getenv("ATELIERS");
	g_autofree char *path =
		g_canonicalize_filename(program != NULL ? program : "build/ateliers", NULL);
	g_autofree char *script = g_strdup_printf("A='%s'; %s; exec \"$A\"", path, prepare);
	Tty *tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script), .env = env);
	tty_assert_wait(tty, "Prochains");
	tty_assert_quiet(tty, 50);
	return tty;
}

static void
left(Tty *tty)
{
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

static bool
wrote(const Tty *tty, const char *bytes)
{
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	return memmem(raw, length, bytes, strlen(bytes)) != NULL;
}

/* ---- 8: dates in a terminal of Latin-1 ----------------------------------------------------------
 */

static void
complaint_08__the_months_of_a_latin_1_terminal_are_latin_1(void **state)
{
	(void)state;
	char *folder = latin_1_make();
	if (folder == NULL)
		skip(); /* the machine has no sources of locales */
	g_autofree char *path = g_strconcat("LOCPATH=", folder, NULL);
	g_autoptr(Tty) tty = opened(TTY_LIST("LC_ALL=fr_FR.ISO-8859-1", path,
					     "ATELIERS_NOW=2026-11-23T08:30:00Z"),
				    "\"$A\" event new title=Un start_date=2026-12-01 >/dev/null; "
				    "\"$A\" event new title=Deux start_date=2027-02-02 >/dev/null");
	assert_true(wrote(tty, "d\xe9"
			       "c."));
	assert_true(wrote(tty, "f\xe9vr."));
	assert_false(wrote(tty, "\xc3"));
	assert_false(wrote(tty, "M-"));
	left(tty);
	latin_1_remove(folder);
}

/* ---- 11, 25: keys -------------------------------------------------------------------------------
 */

/* Every key of an action, and each key of what is typed one after the other ("g+e"). */
static void
each_key(void (*check)(const char *id, const char *key))
{
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		g_auto(GStrv) keys = g_strsplit(action->keys, " ", -1);
		for (guint i = 0; keys[i] != NULL; i++) {
			bool one_after_another = strlen(keys[i]) == 3 && keys[i][1] == '+';
			g_auto(GStrv) parts = one_after_another ? g_strsplit(keys[i], "+", -1)
								: g_strsplit(keys[i], "\n", -1);
			for (guint j = 0; parts[j] != NULL; j++)
				check(action->id, parts[j]);
		}
	}
}

static void
is_no_meta(const char *id, const char *key)
{
	if (g_str_has_prefix(key, "M-") || strstr(key, "Alt") != NULL)
		fail_msg("%s: “%s” needs Meta", id, key);
}

static void
complaint_11__no_action_needs_meta(void **state)
{
	(void)state;
	each_key(is_no_meta);
}

/* What a French keyboard has on a key of its own or with Maj; the others are digits there, or
 * AltGr. */
static void
is_on_azerty(const char *id, const char *key)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "&\"'(-_)=^$*,;:!<>?./+%";
	if (strlen(key) == 1 && strchr(plain, *key) == NULL)
		fail_msg("%s: “%s” needs AltGr or is a digit on a French keyboard", id, key);
	if (g_str_has_prefix(key, "C-") && !g_ascii_isalpha(key[2]))
		fail_msg("%s: “%s” is no Ctrl and letter", id, key);
}

static bool
action_has_letter(const struct action *action)
{
	g_auto(GStrv) keys = g_strsplit(action->keys, " ", -1);
	for (guint i = 0; keys[i] != NULL; i++)
		if (strlen(keys[i]) != 1 || strchr("/.?+%", *keys[i]) == NULL)
			return true;
	return false;
}

/* Those that need Maj there have a twin that does not; "?" has F1, and "+" the palette. */
static void
complaint_25__every_key_is_on_a_french_keyboard(void **state)
{
	(void)state;
	each_key(is_on_azerty);
	for (const struct action *action = actions; action->act != ACT_NONE; action++)
		if (!action_has_letter(action) && action->act != ACT_SHIFT)
			fail_msg("%s has no key without Maj", action->id);
}

/* ---- 24: the marks of a paste -------------------------------------------------------------------
 */

static void
complaint_24__whatever_ends_it_no_mode_is_left_on(void **state)
{
	(void)state;
	static const int signals[] = {SIGHUP, SIGTERM, SIGINT, SIGSEGV, SIGABRT};
	for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
		g_autoptr(Tty) tty =
			opened(TTY_LIST("ASAN_OPTIONS=handle_segv=0:handle_abort=0:detect_leaks=0"),
			       ":");
		tty_assert_key(tty, "n");
		tty_assert_wait(tty, ">Titre");
		tty_assert_paste(tty, "Élan");
		tty_assert_wait(tty, "Élan");
		assert_true(tty_mode(tty, 2004));
		tty_assert_signal(tty, signals[i]);
		tty_assert_exit(tty, 128 + signals[i]);
		if (tty_mode(tty, 2004))
			fail_msg("signal %d leaves the mode of pastes on", signals[i]);
	}
}

/* ---- 25: no colour, and the terminal's own cursor -----------------------------------------------
 */

/* The first "CSI … m" that sets a colour, or NULL. */
static char *
colour_found(const char *raw, gsize length)
{
	g_autoptr(GRegex) colour = g_regex_new("\\x1b\\[(?:[0-9;:]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-"
					       "7])(?:[;:][0-9;:]*)?m",
					       G_REGEX_RAW, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	bool found = g_regex_match_full(colour, raw, (gssize)length, 0, 0, &match, NULL);
	return found ? g_match_info_fetch(match, 0) : NULL;
}

static char *
colour_of_a_walk(const char *const *env)
{
	g_autoptr(Tty) tty =
		opened(env, "\"$A\" event new title=Un start_date=2027-01-15 >/dev/null");
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Commune");
	tty_assert_key(tty, "Space F9");
	tty_assert_wait(tty, "Fichier");
	tty_assert_key(tty, "Esc n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_key(tty, "F2"); /* refused: the style of an error */
	tty_assert_wait(tty, "!");
	tty_assert_quiet(tty, 50);
	left(tty);
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	return colour_found(raw, length);
}

static void
complaint_25__no_colour_is_written_where_none_is_wished_for(void **state)
{
	(void)state;
	g_autofree char *none = colour_of_a_walk(TTY_LIST("NO_COLOR=1"));
	if (none != NULL)
		fail_msg("NO_COLOR, and “ESC%s” is written", none + 1);
	g_autofree char *some = colour_of_a_walk(NULL); /* and else there are some */
	assert_non_null(some);
}

/* It shows, and moves with the row, the field and the letter: what a screen reader says aloud. */
static void
complaint_25__the_terminals_own_cursor_shows_where_one_is(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		opened(NULL, "\"$A\" event new title=Un start_date=2027-01-15 >/dev/null; "
			     "\"$A\" event new title=Deux start_date=2027-01-16 >/dev/null");
	int row = 0, column = 0;
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Commune");
	tty_assert_key(tty, "Home");
	tty_assert_cursor(tty, 3, 2);
	assert_true(tty_cursor(tty, &row, &column));
	tty_assert_key(tty, "Down");
	tty_assert_cursor(tty, 4, 2);
	tty_assert_key(tty, "n");
	tty_assert_cursor(tty, 3, 25);
	tty_assert_send(tty, "é");
	tty_assert_cursor(tty, 3, 26);
	tty_assert_key(tty, "Tab");
	tty_assert_cursor(tty, 4, 25);
	assert_true(tty_cursor(tty, &row, &column));
	left(tty);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(complaint_08__the_months_of_a_latin_1_terminal_are_latin_1),
		cmocka_unit_test(complaint_11__no_action_needs_meta),
		cmocka_unit_test(complaint_24__whatever_ends_it_no_mode_is_left_on),
		cmocka_unit_test(complaint_25__every_key_is_on_a_french_keyboard),
		cmocka_unit_test(complaint_25__no_colour_is_written_where_none_is_wished_for),
		cmocka_unit_test(complaint_25__the_terminals_own_cursor_shows_where_one_is),
	};
	return test_run("complaint", tests);
}
