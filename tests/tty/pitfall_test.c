/* What goes wrong in terminals, each under the number it has in the study of terminals; pitfalls 2
 * (bytes a key) and 5 (mouse) are also held by the benches and by mouse.tty, 13 by editor_test.c.
 */
#include "test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "tty/latin_1.h"
#include "tty/tty_assert.h"

#define MADE "\"$A\" event new title='Journée Élan' start_date=2027-01-15 >/dev/null"

static char *
program_path(void)
{
	const char *program = g_getenv("ATELIERS");
	return g_canonicalize_filename(program != NULL ? program : "build/ateliers", NULL);
}

/* The interface in a terminal TERM, after the commands PREPARE ($A is the program). */
static Tty *
opened(const char *term, const char *const *env, const char *prepare)
{
	g_autofree char *path = program_path();
	g_autofree char *script = g_strdup_printf("A='%s'; %s; exec \"$A\"", path, prepare);
	Tty *tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script), .term = term, .env = env);
	return tty;
}

static Tty *
opened_home(const char *term, const char *const *env)
{
	Tty *tty = opened(term, env, MADE);
	tty_assert_wait(tty, "Journ");
	tty_assert_quiet(tty, 50);
	return tty;
}

static void
left(Tty *tty)
{
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
}

/* ---- 1: fields ----------------------------------------------------------------------------------
 */

static void
pitfall_01__a_field_edits_whole_letters_and_scrolls(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_key(tty, "n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_send(tty, "e\xcc\x81 é 会 x");
	tty_assert_wait(tty, "é é 会 x");
	tty_assert_key(tty, "Backspace Backspace Backspace Backspace Backspace");
	tty_assert_gone(tty, "会");
	tty_assert_key(tty, "Backspace Backspace");
	tty_assert_send(tty,
			"Une rencontre dont le titre est plus long que le champ ne l’est, de loin");
	tty_assert_wait(tty, "ne l’est, de loin");
	tty_assert_resize(tty, 60, 16);
	tty_assert_wait(tty, "ne l’est, de loin");
	tty_assert_key(tty, "Home");
	tty_assert_wait(tty, "Une rencontre dont");
	left(tty);
}

/* ---- 2: bytes -----------------------------------------------------------------------------------
 */

static void
pitfall_02__a_move_of_the_cursor_draws_two_rows_alone(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened(NULL, NULL,
				    MADE "; \"$A\" event new title=Deux start_date=2027-02-01 "
					 ">/dev/null");
	tty_assert_wait(tty, "Deux");
	tty_assert_quiet(tty, 50);
	gsize mark = tty_mark(tty);
	tty_assert_key(tty, "Down");
	tty_assert_quiet(tty, 50);
	assert_in_range(tty_bytes_since(tty, mark), 1, 260);
	left(tty);
}

/* ---- 3: size ------------------------------------------------------------------------------------
 */

static void
pitfall_03__a_window_resized_while_stopped_is_seen_on_return(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_key(tty, "C-z");
	tty_assert_mode(tty, 1049, false);
	tty_assert_quiet(tty, 100);
	tty_assert_resize(tty, 100, 30);
	tty_assert_signal(tty, SIGCONT);
	tty_assert_mode(tty, 1049, true);
	tty_assert_wait(tty, "F9 menu\n");
	left(tty);
}

/* ---- 4: paste -----------------------------------------------------------------------------------
 */

static void
pitfall_04__a_paste_is_text_and_its_mode_ends_with_us(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	assert_true(tty_mode(tty, 2004));
	tty_assert_paste(tty, "q\nq\nC\nq\n"); /* at home no text is expected: nothing happens */
	tty_assert_key(tty, "n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_paste(tty, "Une ligne\nune autre\033[A\001");
	tty_assert_wait(tty, "Une ligne une autre");
	tty_assert_key(tty, "C-q");
	tty_assert_exit(tty, 0);
	assert_false(tty_mode(tty, 2004));
}

/* ---- 5: mouse -----------------------------------------------------------------------------------
 */

static void
pitfall_05__clicks_that_arrive_together_all_count(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_send(tty, "\033[<0;20;4M\033[<0;20;4m\033[<0;20;4M\033[<0;20;4m");
	tty_assert_wait(tty, "[Général]");
	left(tty);
	assert_false(tty_mode(tty, 1000));
	assert_false(tty_mode(tty, 1006));
}

/* ---- 6: Esc -------------------------------------------------------------------------------------
 */

static void
pitfall_06__esc_is_a_key_and_a_sequence_in_two_pieces_is_one(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, TTY_LIST("SSH_CONNECTION=1 2 3 4"));
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Commune");
	tty_assert_key(tty, "f");
	tty_assert_wait(tty, "Filtre");
	tty_assert_send(tty, "\033");
	tty_assert_send(tty, "OB"); /* Down: it leaves the filter, and types nothing */
	tty_assert_quiet(tty, 150);
	g_autofree char *text = tty_text(tty);
	assert_null(strstr(text, "OB"));
	tty_assert_key(tty, "F9");
	tty_assert_wait(tty, "Fichier");
	tty_assert_key(tty, "Esc");
	tty_assert_gone(tty, "Fichier");
	left(tty);
}

/* ---- 7: what nobody knows -----------------------------------------------------------------------
 */

static void
pitfall_07__unknown_sequences_are_swallowed_whole(void **state)
{
	(void)state;
	static const char *const unknown[] = {
		"\033[99;9~",
		"\033[1;9Q",
		"\033[?62;1;2c",
		"\033[[Z",
		"\033Oz",
		"\033]11;rgb:0000/0000/0000\a",
		"\033P1$r0m\033\\",
		"\033a",
		"\033C",
		"\033\303\251",
		"\033[200;1:3u",
		"\033_Gi=1;OK\033\\",
		"\033[24;80R",
		"\033[<0;500;500M",
	};
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_key(tty, "n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_send(tty, "Avant");
	tty_assert_wait(tty, "Avant");
	tty_assert_quiet(tty, 50);
	g_autofree char *before = tty_text(tty);
	for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++) {
		tty_assert_send(tty, unknown[i]);
		tty_assert_quiet(tty, 60);
		g_autofree char *after = tty_text(tty);
		if (strcmp(before, after) != 0)
			fail_msg("sequence %u of the list did something: %s", (guint)i, after);
	}
	left(tty);
}

/* ---- 8: keys ------------------------------------------------------------------------------------
 */

static void
pitfall_08__arrows_come_in_two_forms_and_words_are_jumped_over(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_key(tty, "n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_send(tty, "deux mots");
	tty_assert_cursor(tty, 3, 34);
	tty_assert_send(tty, "\033[D");
	tty_assert_cursor(tty, 3, 33);
	tty_assert_send(tty, "\033OD");
	tty_assert_cursor(tty, 3, 32);
	tty_assert_key(tty, "C-Left");
	tty_assert_cursor(tty, 3, 30);
	tty_assert_key(tty, "C-Left");
	tty_assert_cursor(tty, 3, 25);
	tty_assert_send(tty, "\033[4~");
	tty_assert_cursor(tty, 3, 34);
	tty_assert_send(tty, "\033Or\033Op"); /* a numeric pad: 2 and 0 */
	tty_assert_wait(tty, "deux mots20");
	tty_assert_key(tty, "Esc");
	tty_assert_wait(tty, "Enregistrer");
	tty_assert_key(tty, "End Enter");
	left(tty);
}

/* F1, F2 and F9 as each terminal sends them; the keys of what PuTTY, Windows Terminal, macOS
 * Terminal and the others call themselves, from their terminfo entries. */
static void
pitfall_08__function_keys_of_every_terminal_are_known(void **state)
{
	(void)state;
	static const char *const terms[] = {
		"xterm",  "xterm-256color", "putty",        "putty-256color", "ms-terminal",
		"nsterm", "linux",          "screen",       "tmux-256color",  "rxvt-unicode",
		"vt100",  "konsole",        "vte-256color",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(terms); i++) {
		g_autofree char *here = g_strdup_printf("infocmp %s >/dev/null 2>&1", terms[i]);
		if (system(here) != 0) /* not on this machine: ncurses-term brings it */
			continue;
		g_autoptr(Tty) tty = opened_home(terms[i], NULL);
		tty_assert_key(tty, "F1");
		tty_assert_wait(tty, "Touches de cet");
		tty_assert_key(tty, "Esc");
		tty_assert_gone(tty, "Touches de cet");
		tty_assert_key(tty, "F9");
		tty_assert_wait(tty, "Fichier");
		tty_assert_key(tty, "Right");
		tty_assert_key(tty, "Esc");
		tty_assert_gone(tty, "Fichier");
		left(tty);
	}
}

static void
pitfall_08__function_keys_of_putty_that_calls_itself_xterm(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home("xterm", NULL);
	tty_assert_send(tty, "\033[11~");
	tty_assert_wait(tty, "Touches de cet");
	tty_assert_key(tty, "Esc");
	tty_assert_gone(tty, "Touches de cet");
	left(tty);
}

/* ---- 9: width -----------------------------------------------------------------------------------
 */

static void
pitfall_09__wide_and_combined_letters_keep_the_columns(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		opened(NULL, NULL,
		       "\"$A\" event new title='会议 e\xcc\x81\xcc\x81\xcc\x81\xcc\x81te\xcc\x81 😀 "
		       "👩‍👧 une très longue suite pour couper au bord de la colonne' "
		       "start_date=2027-01-15 >/dev/null");
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Commune");
	tty_assert_wait(tty, "会议");
	tty_assert_screen(tty, "pitfall-09-width");
	left(tty);
}

/* ---- 10: colours --------------------------------------------------------------------------------
 */

static void
colours_are(const char *term, const char *const *env, const char *name)
{
	g_autoptr(Tty) tty = opened_home(term, env);
	tty_assert_wait(tty, "Taux de pr"); /* counted a second after all else */
	tty_assert_look(tty, name);
	left(tty);
}

static void
pitfall_10__every_number_of_colours_and_none(void **state)
{
	(void)state;
	colours_are("xterm", NULL, "pitfall-10-8-colours");
	colours_are("xterm-256color", TTY_LIST("ATELIERS_THEME=clair"), "pitfall-10-light");
	colours_are("xterm-256color", TTY_LIST("ATELIERS_THEME=contraste"), "pitfall-10-contrast");
	colours_are("xterm-256color", TTY_LIST("NO_COLOR=1", "ATELIERS_THEME=clair"),
		    "pitfall-10-no-colour");
	colours_are("vt100", TTY_LIST("ATELIERS_THEME=contraste"), "pitfall-10-vt100");
	colours_are("screen", NULL, "pitfall-10-screen");
	colours_are("linux", NULL, "pitfall-10-linux");
}

/* ---- 11: letters --------------------------------------------------------------------------------
 */

static void
pitfall_11__a_terminal_of_no_accents_gets_none(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened(NULL, TTY_LIST("LC_ALL=C", "ATELIERS_LANG=fr"), MADE);
	tty_assert_wait(tty, "Journee Elan");
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	for (gsize i = 0; i < length; i++)
		assert_true((guchar)raw[i] < 0x80);
	left(tty);
}

/* The terminal gets the bytes of its own letters: é is one, and – is none of them. */
static void
pitfall_11__a_terminal_of_latin_1_gets_latin_1(void **state)
{
	(void)state;
	char *folder = latin_1_make();
	if (folder == NULL)
		skip(); /* the machine has no sources of locales */
	g_autofree char *path = g_strconcat("LOCPATH=", folder, NULL);
	g_autoptr(Tty) tty = opened(NULL, TTY_LIST("LC_ALL=fr_FR.ISO-8859-1", path), MADE);
	tty_assert_wait(tty, "lan");
	tty_assert_quiet(tty, 50);
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	assert_non_null(memmem(raw, length, "Journ\xe9\x65 \xc9lan", 12));
	assert_null(memmem(raw, length, "\xc3", 1));
	tty_assert_key(tty, "n");
	tty_assert_wait(tty, ">Titre");
	tty_assert_send(tty, "\xe9t\xe9"); /* and is read so */
	tty_assert_quiet(tty, 50);
	raw = tty_raw(tty, &length);
	assert_non_null(memmem(raw, length, "\xe9", 1));
	tty_assert_key(tty, "F2");
	tty_assert_wait(tty, "2026-001");
	left(tty);
	latin_1_remove(folder);
}

/* ---- 12: signals --------------------------------------------------------------------------------
 */

static void
given_back(const Tty *tty)
{
	static const int modes[] = {1, 1000, 1006, 1049, 2004};
	for (gsize i = 0; i < G_N_ELEMENTS(modes); i++)
		if (tty_mode(tty, modes[i]))
			fail_msg("mode %d is left on", modes[i]);
	assert_true(tty_mode(tty, 25));
}

static void
pitfall_12__whatever_ends_it_the_terminal_is_given_back(void **state)
{
	(void)state;
	static const int signals[] = {SIGHUP, SIGTERM, SIGINT, SIGSEGV, SIGABRT, SIGBUS, SIGQUIT};
	for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
		bool crash = i >= 3; /* then a sanitizer would end it in its own way */
		g_autoptr(Tty) tty =
			opened_home(NULL,
				    crash ? TTY_LIST("ASAN_OPTIONS=handle_segv=0:handle_abort=0:"
						     "handle_sigbus=0:detect_leaks=0")
					  : NULL);
		assert_true(tty_mode(tty, 1049));
		tty_assert_signal(tty, signals[i]);
		tty_assert_exit(tty, 128 + signals[i]);
		given_back(tty);
	}
}

static void
pitfall_12__no_lock_is_left_by_a_kill(void **state)
{
	(void)state;
	g_autofree char *home = tty_home_new(NULL);
	g_autofree char *path = program_path();
	for (int i = 0; i < 2; i++) {
		g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST(path), .home = home);
		tty_assert_wait(tty, "Prochains");
		tty_assert_key(tty, "n");
		tty_assert_wait(tty, ">Titre");
		tty_assert_signal(tty, SIGKILL);
		tty_assert_exit(tty, 128 + SIGKILL);
	}
	tty_home_free(g_steal_pointer(&home));
}

/* ---- 14: no terminal ----------------------------------------------------------------------------
 */

static void
refused(const char *term)
{
	g_autofree char *path = program_path();
	g_autofree char *script = g_strdup_printf("TERM=%s '%s'", term, path);
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script));
	tty_assert_exit(tty, 1);
	g_autofree char *text = tty_text(tty);
	if (strstr(text, "ateliers help") == NULL)
		fail_msg("TERM=%s: %s", term, text);
	gsize length = 0;
	assert_null(memchr(tty_raw(tty, &length), '\033', length));
}

static void
pitfall_14__without_a_terminal_to_draw_on_one_sentence(void **state)
{
	(void)state;
	refused("dumb");
	refused("''");
	refused("no-such-terminal");
	g_autofree char *path = program_path();
	g_autofree char *script = g_strdup_printf("'%s' </dev/null", path);
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script));
	tty_assert_exit(tty, 1);
}

/* ---- 15: what stands in the data ----------------------------------------------------------------
 */

static void
pitfall_15__data_is_shown_and_never_obeyed(void **state)
{
	(void)state;
	g_autoptr(Tty) tty =
		opened(NULL, NULL,
		       MADE
		       "; sqlite3 \"${XDG_DATA_HOME:-$HOME/.local/share}/ateliers/ateliers.db\" "
		       "\"UPDATE event SET title = '100 %s %n %999d ' || char(27) || ']0;volé' || "
		       "char(7) || char(27) || '[2J' || char(155) || 'x' || char(8238) || "
		       "'gauche'\"");
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Commune");
	tty_assert_wait(tty, "100 %s %n %999d ·]0;volé··[2J");
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "[Général]");
	tty_assert_wait(tty, "100 %s");
	tty_assert_quiet(tty, 50);
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	assert_null(memmem(raw, length, "\xe2\x80\xae", 3));
	const char *title = tty_title(tty);
	assert_non_null(title);
	assert_non_null(strstr(title, "100 %s %n"));
	left(tty);
}

/* ---- the title of the window --------------------------------------------------------------------
 */

static void
title__names_where_one_is__and_no_person(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home(NULL, NULL);
	tty_assert_quiet(tty, 50);
	assert_text(tty_title(tty), "Accueil — Ateliers");
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "[Général]");
	tty_assert_quiet(tty, 50);
	assert_text(tty_title(tty), "2027-001 Journée Élan — Ateliers");
	left(tty);
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	const char *kept = memmem(raw, length, "\033[22;0t", 7);
	assert_non_null(kept);
	assert_non_null(memmem(kept, length - (gsize)(kept - raw), "\033[23;0t", 7));
}

static void
title__is_left_alone__where_none_is_known(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = opened_home("vt100", NULL);
	left(tty);
	assert_null(tty_title(tty));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pitfall_01__a_field_edits_whole_letters_and_scrolls),
		cmocka_unit_test(pitfall_02__a_move_of_the_cursor_draws_two_rows_alone),
		cmocka_unit_test(pitfall_03__a_window_resized_while_stopped_is_seen_on_return),
		cmocka_unit_test(pitfall_04__a_paste_is_text_and_its_mode_ends_with_us),
		cmocka_unit_test(pitfall_05__clicks_that_arrive_together_all_count),
		cmocka_unit_test(pitfall_06__esc_is_a_key_and_a_sequence_in_two_pieces_is_one),
		cmocka_unit_test(pitfall_07__unknown_sequences_are_swallowed_whole),
		cmocka_unit_test(pitfall_08__arrows_come_in_two_forms_and_words_are_jumped_over),
		cmocka_unit_test(pitfall_08__function_keys_of_every_terminal_are_known),
		cmocka_unit_test(pitfall_08__function_keys_of_putty_that_calls_itself_xterm),
		cmocka_unit_test(pitfall_09__wide_and_combined_letters_keep_the_columns),
		cmocka_unit_test(pitfall_10__every_number_of_colours_and_none),
		cmocka_unit_test(pitfall_11__a_terminal_of_no_accents_gets_none),
		cmocka_unit_test(pitfall_11__a_terminal_of_latin_1_gets_latin_1),
		cmocka_unit_test(pitfall_12__whatever_ends_it_the_terminal_is_given_back),
		cmocka_unit_test(pitfall_12__no_lock_is_left_by_a_kill),
		cmocka_unit_test(pitfall_14__without_a_terminal_to_draw_on_one_sentence),
		cmocka_unit_test(pitfall_15__data_is_shown_and_never_obeyed),
		cmocka_unit_test(title__names_where_one_is__and_no_person),
		cmocka_unit_test(title__is_left_alone__where_none_is_known),
	};
	return test_run("pitfall", tests);
}
