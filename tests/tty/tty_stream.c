/* What the program wrote, byte by byte, and when. */
#include "tty_private.h"

#include <string.h>

const char *
tty_raw(const Tty *tty, gsize *length)
{
	*length = tty->raw->len;
	return (const char *)tty->raw->data;
}

gsize
tty_mark(const Tty *tty)
{
	return tty->raw->len;
}

gsize
tty_bytes_since(const Tty *tty, gsize mark)
{
	return tty->raw->len - mark;
}

/* Read "?1000;1006h" at AT; whether it speaks of MODE, and then in ON what it says. */
static bool
says_mode(const char *at, const char *end, int mode, bool *on)
{
	bool named = false;
	int number = 0;

	for (; at < end && (g_ascii_isdigit(*at) || *at == ';'); at++) {
		named |= *at == ';' && number == mode;
		number = *at == ';' ? 0 : MIN(number, 99999) * 10 + (*at - '0');
	}
	if (at == end || (*at != 'h' && *at != 'l'))
		return false;
	*on = *at == 'h';
	return named || number == mode;
}

bool
tty_mode(const Tty *tty, int mode)
{
	const char *at = (const char *)tty->raw->data;
	const char *end = at + tty->raw->len;
	/* A new terminal wraps and shows its cursor. */
	bool set = mode == 7 || mode == 25, on = false;

	while (at < end && (at = memchr(at, '\033', (gsize)(end - at))) != NULL) {
		if (end - at > 3 && at[1] == '[' && at[2] == '?' &&
		    says_mode(at + 3, end, mode, &on))
			set = on;
		at++;
	}
	return set;
}

static gint64
since_sent(const Tty *tty, gint64 time)
{
	return time > 0 ? time - tty->sent : -1;
}

gint64
tty_first_answer(const Tty *tty)
{
	return since_sent(tty, tty->answered_first);
}

gint64
tty_last_answer(const Tty *tty)
{
	return since_sent(tty, tty->answered_last);
}
