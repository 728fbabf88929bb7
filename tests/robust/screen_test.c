/* Hostile text on every screen: what reaches the terminal is harmless, and stands where it should
 * (fault 20 of docs/reliability.md).
 */
#include "test.h"

#include "tty/tty_assert.h"

#include <string.h>

static const char *home;

/* What a terminal would obey, or draw where nobody expects it (tests/data/hostile.txt). The bell,
 * and what ncurses itself needs, are not among them. */
static const struct {
	const char *bytes, *what;
} harms[] = {
	{"\033]0;vol", "a title"},
	{"\033]52", "the clipboard"},
	{"\033P", "a device control string"},
	{"\033[6n", "a question for the cursor"},
	{"\033[c", "a question for the terminal"},
	{"\033[2J\033[1;1H", "a cleared screen"},
	{"\xE2\x80\xA8", "a line separator"},
	{"\xE2\x80\xA9", "a paragraph separator"},
	{"\xEF\xBB\xBF", "a byte order mark"},
	{"\xCC\x81\xCC\x81\xCC\x81", "more than two marks on a letter"},
};

static bool
is_control(const char *at)
{
	const guchar *byte = (const guchar *)at;
	if (byte[0] < 0x20)
		return strchr("\007\b\t\n\r\016\017\033", byte[0]) == NULL;
	if (byte[0] == 0x7F || (byte[0] == 0xC2 && byte[1] >= 0x80 && byte[1] <= 0x9F))
		return true;
	gunichar letter = g_utf8_get_char(at);
	return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069) ||
	       letter == 0x200E || letter == 0x200F || letter == 0x061C;
}

/* Why what was received behind MARK is not harmless, or NULL. Caller frees. */
static char *
harm(Tty *tty, gsize mark)
{
	gsize length = 0;
	const char *raw = tty_raw(tty, &length) + mark;
	length -= mark;
	const char *bad = NULL;
	if (memchr(raw, '\0', length) != NULL)
		return g_strdup("a NUL");
	g_autofree char *text = g_strndup(raw, length);
	if (!g_utf8_validate(text, (gssize)length, &bad))
		return g_strdup_printf("bad UTF-8: \\x%02X", (guchar)*bad);
	for (gsize i = 0; i < G_N_ELEMENTS(harms); i++)
		if (strstr(text, harms[i].bytes) != NULL)
			return g_strdup(harms[i].what);
	for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL))
		if (is_control(at))
			return g_strdup_printf("a control character, U+%04X", g_utf8_get_char(at));
	return NULL;
}

/* The settled screen is harmless, and drawn anew it is the same: the program and the terminal agree
 * where each letter stands. */
static void
look(Tty *tty, gsize mark, const char *where)
{
	tty_assert_quiet(tty, 30);
	g_autofree char *before = tty_text(tty);
	tty_assert_key(tty, "C-l");
	tty_assert_quiet(tty, 30);
	g_autofree char *after = tty_text(tty);
	g_autofree char *found = harm(tty, mark);
	if (found == NULL && strcmp(before, after) == 0)
		return;
	tty_stop(tty);
	fail_msg("%s: %s\n%s\nand drawn anew:\n%s", where,
		 found != NULL ? found : "it is not what it seems", before, after);
}

static Tty *
begin(int columns, int rows)
{
	Tty *tty = tty_assert_open(.argv = TTY_LIST(g_getenv("ATELIERS")), .home = home,
				   .env = TTY_LIST("ATELIERS_NOW=2026-11-23T08:30:00Z"),
				   .columns = columns, .rows = rows);
	tty_assert_wait(tty, "Accueil");
	look(tty, 0, "Accueil");
	return tty;
}

/* Go by KEYS and look, there and at its end. */
static void
visit(Tty *tty, const char *keys)
{
	gsize mark = tty_mark(tty);
	tty_assert_key(tty, keys);
	look(tty, mark, keys);
	static const char *const moves[] = {"PgDn", "PgDn", "End", "Up", "Home"};
	for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
		tty_assert_key(tty, moves[i]);
		look(tty, mark, keys);
	}
}

static void
walk(int columns, int rows)
{
	static const char *const lists[] = {"g a", "g e", "g p", "g o", "g l",
					    "g k", "g t", "g y", "H"};
	g_autoptr(Tty) tty = begin(columns, rows);
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		visit(tty, lists[i]);
	tty_assert_key(tty, "Esc g e f");
	tty_assert_send(tty, "0vole"); /* they are there indeed */
	tty_assert_wait(tty, "voléTitre");
}

static void
lists__are_harmless__in_80_columns(void **state)
{
	(void)state;
	walk(80, 24);
}

static void
lists__are_harmless__in_60_columns(void **state)
{
	(void)state;
	walk(60, 16);
}

static void
lists__are_harmless__in_200_columns(void **state)
{
	(void)state;
	walk(200, 50);
}

/* Every row's own screen, its form, and back. */
static void
open_rows(Tty *tty, const char *list, guint n)
{
	gsize mark = tty_mark(tty);
	tty_assert_key(tty, list);
	tty_assert_quiet(tty, 30);
	for (guint i = 0; i < n; i++) {
		tty_assert_key(tty, "Enter");
		look(tty, mark, list);
		tty_assert_key(tty, "Tab");
		look(tty, mark, list);
		tty_assert_key(tty, "Esc");
		tty_assert_quiet(tty, 30);
		tty_assert_key(tty, list);
		tty_assert_quiet(tty, 30);
		for (guint down = 0; down <= i; down++)
			tty_assert_key(tty, "Down");
	}
}

static void
rows__are_harmless__when_opened(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = begin(80, 24);
	open_rows(tty, "g e", 12);
	open_rows(tty, "g p", 12);
	open_rows(tty, "g o", 12);
	open_rows(tty, "g l", 12);
}

static void
event__is_harmless__in_all_its_parts(void **state)
{
	(void)state;
	g_autoptr(Tty) tty = begin(100, 30);
	gsize mark = tty_mark(tty);
	tty_assert_key(tty, "g e f");
	tty_assert_send(tty, "ossature");
	tty_assert_key(tty, "Enter");
	tty_assert_quiet(tty, 30);
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "Participants");
	for (int part = 0; part < 6; part++) {
		visit(tty, "Tab");
		tty_assert_key(tty, "Down Enter");
		look(tty, mark, "a row of the event");
		tty_assert_key(tty, "Esc");
		look(tty, mark, "the event");
		g_autofree char *text = tty_text(tty);
		if (strstr(text, "Ossature") == NULL)
			break;
	}
}

/* What is typed and pasted is as hostile as what was stored. */
static void
fields__are_harmless__when_pasted_into(void **state)
{
	(void)state;
	static const char *const pasted[] = {
		"\033]0;volé\007Titre", "\033[31mRouge\033[2J\033[1;1H",
		"\302\2331m\302\235x",  "ab\342\200\256fdp.exe",
		"\357\273\277=1+1",     "a\314\201\314\201\314\201\314\201\314\201z",
		"un\342\200\250deux",   "\303(\360\237\222",
		"\367\236\243\207",     "\033[201~\033[A\033[B",
	};
	g_autoptr(Tty) tty = begin(80, 24);
	for (gsize i = 0; i < G_N_ELEMENTS(pasted); i++) {
		gsize mark = tty_mark(tty);
		tty_assert_key(tty, "g e f");
		tty_assert_paste(tty, pasted[i]);
		look(tty, mark, "the filter");
		tty_assert_key(tty, "Esc");
		tty_assert_quiet(tty, 30);
		tty_assert_key(tty, "n");
		tty_assert_wait(tty, "Nouvel événement");
		tty_assert_paste(tty, pasted[i]);
		look(tty, mark, "the form");
		tty_assert_key(tty, "Esc");
		tty_assert_quiet(tty, 30);
		tty_assert_key(tty, "Esc Esc g a");
		tty_assert_quiet(tty, 30);
		tty_close(g_steal_pointer(&tty));
		tty = begin(80, 24);
	}
}

static int
make_home(void **state)
{
	(void)state;
	g_autofree char *path = g_find_program_in_path("perl");
	const char *program = g_getenv("ATELIERS");
	home = tty_home_new(NULL);
	if (path == NULL || program == NULL || home == NULL)
		return -1;
	g_autofree char *absolute = g_canonicalize_filename(program, NULL);
	g_setenv("ATELIERS", absolute, TRUE);
	g_autofree char *setting = g_strconcat("ATELIERS=", absolute, NULL);
	g_auto(GStrv) env =
		tty_environment(home, NULL, TTY_LIST(setting, "ATELIERS_NOW=2026-11-23T08:30:00Z"));
	char *argv[] = {g_strdup("sh"), g_strdup("tests/robust/hostile_home.sh"), NULL};
	g_autofree char *said = NULL, *complaint = NULL;
	int status = -1;
	g_spawn_sync(NULL, argv, env, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, &complaint, &status,
		     NULL);
	g_free(argv[0]);
	g_free(argv[1]);
	if (status != 0)
		fprintf(stderr, "# %s\n", strrchr(g_strchomp(complaint), 10) + 1);
	return status;
}

static int
end_home(void **state)
{
	(void)state;
	tty_home_free((char *)(guintptr)home);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists__are_harmless__in_80_columns),
		cmocka_unit_test(lists__are_harmless__in_60_columns),
		cmocka_unit_test(lists__are_harmless__in_200_columns),
		cmocka_unit_test(rows__are_harmless__when_opened),
		cmocka_unit_test(event__is_harmless__in_all_its_parts),
		cmocka_unit_test(fields__are_harmless__when_pasted_into),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return _cmocka_run_group_tests("screen", tests, G_N_ELEMENTS(tests), make_home, end_home);
}
