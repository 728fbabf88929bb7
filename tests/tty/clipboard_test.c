/* What the terminal is asked to put on its clipboard, byte for byte. */
#include "test.h"

#include <string.h>

#include "tty/tty_assert.h"

/* A paper's path is copied; what the terminal was sent since, or NULL. Caller frees. */
static char *
copied(const char *term, const char *said)
{
	const char *program = g_getenv("ATELIERS");
	g_autofree char *path = g_canonicalize_filename(program ? program : "build/ateliers", NULL);
	g_autofree char *script =
		g_strdup_printf("mkdir \"$HOME/sortie\"; A='%s'; "
				"\"$A\" event new title=Élan >&2 && "
				"\"$A\" setting set output_folder \"$HOME/sortie\" >&2 && "
				"exec \"$A\"",
				path);
	g_autoptr(Tty) tty = tty_assert_open(.argv = TTY_LIST("sh", "-c", script), .term = term);
	tty_assert_wait(tty, "Prochains");
	tty_assert_key(tty, "g e");
	tty_assert_wait(tty, "Élan");
	tty_assert_key(tty, "p");
	tty_assert_wait(tty, "Imprimer");
	tty_assert_key(tty, "Enter");
	tty_assert_wait(tty, "C’est fait");
	tty_assert_key(tty, "y");
	tty_assert_wait(tty, said);
	gsize length = 0;
	const char *raw = tty_raw(tty, &length);
	const char *start = memmem(raw, length, "\033]52;c;", 7);
	const char *end = start != NULL ? memchr(start, '\a', length - (gsize)(start - raw)) : NULL;
	if (end == NULL)
		return NULL;
	g_autofree char *coded = g_strndup(start + 7, (gsize)(end - start) - 7);
	gsize size = 0;
	guchar *text = g_base64_decode(coded, &size);
	char *copy = g_strndup((const char *)text, size);
	g_free(text);
	return copy;
}

static void
clipboard__holds_the_whole_path(void **state)
{
	(void)state;
	g_autofree char *text = copied("xterm-256color", "Chemin copié");
	assert_non_null(text);
	assert_true(g_path_is_absolute(text));
	assert_true(g_str_has_suffix(text, "/sortie/2026-001 émargement v1.pdf"));
}

static void
clipboard__is_left_alone__where_there_is_none(void **state)
{
	(void)state;
	g_autofree char *text = copied("vt100", "pas de presse");
	assert_null(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clipboard__holds_the_whole_path),
		cmocka_unit_test(clipboard__is_left_alone__where_there_is_none),
	};
	return test_run("clipboard", tests);
}
