/* libFuzzer's way into the decoder of keys: bytes as a terminal might send them, through ncurses.
 */
#include <curses.h>
#include <fcntl.h>
#include <glib.h>
#include <locale.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tui/key.h"

#define BYTES_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static int keyboard[2];

/* A paste whose end never comes is waited for; not here. */
int
napms(int milliseconds)
{
	(void)milliseconds;
	return OK;
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_CTYPE, "C.UTF-8");
	if (pipe(keyboard) != 0)
		g_error("no pipe");
	fcntl(keyboard[0], F_SETFL, O_NONBLOCK);
	FILE *screen = fopen("/dev/null", "w"), *in = fdopen(keyboard[0], "r");
	if (newterm("xterm-256color", screen, in) == NULL)
		g_error("no terminal");
	set_escdelay(0);
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	keys_begin();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size == 0 || size > BYTES_MAX)
		return 0;
	if (write(keyboard[1], bytes, size) != (ssize_t)size)
		g_error("the pipe is full");
	struct key key;
	guint keys = 0;
	while (key_read(&key)) {
		g_assert_true(g_utf8_validate(key.text, -1, NULL));
		g_assert_true(memchr(key.name, '\0', sizeof key.name) != NULL);
		g_assert_true(key.paste == NULL || g_utf8_validate(key.paste, -1, NULL));
		g_assert_cmpuint(++keys, <=, size + 1); /* no byte is two keys */
		g_autofree char *shown = key_shown(key.name);
		g_assert_nonnull(shown);
	}
	char left[BYTES_MAX];
	flushinp(); /* bytes that are no letters end the reading: the next input begins anew */
	while (read(keyboard[0], left, sizeof left) > 0)
		continue;
	return 0;
}
