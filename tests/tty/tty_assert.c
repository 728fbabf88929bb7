/* Failures of the harness become failures of the test. */
#include "tty_assert.h"
#include "tty_private.h"

#include "test.h"

GError **
tty_error(Tty *tty)
{
	g_clear_error(&tty->error);
	return &tty->error;
}

/* On stderr, which prove shows by itself, and as comments, which TAP allows anywhere. */
static void
print_comment(const char *message)
{
	g_auto(GStrv) lines = g_strsplit(message, "\n", -1);

	for (gsize i = 0; lines[i] != NULL; i++)
		fprintf(stderr, "# %s\n", lines[i]);
}

void
tty_assert_done(Tty *tty, bool done, const char *file, int line)
{
	if (done)
		return;
	print_comment(tty->error != NULL ? tty->error->message : "no reason given");
	tty_stop(tty);
	_fail(file, line);
}

Tty *
tty_assert_open_at(const struct tty_options *options, const char *file, int line)
{
	g_autoptr(GError) error = NULL;
	Tty *tty = tty_open(options, &error);

	if (tty == NULL) {
		print_comment(error->message);
		g_clear_error(&error);
		_fail(file, line);
	}
	return tty;
}
