/* Keys by name, pastes and the mouse.
 *
 * The strings come from the terminfo entry: a program in keypad mode expects \eOA of an xterm, not
 * the \e[A that a hand would write.
 */
#include "tty_private.h"

#include <curses.h>
#include <string.h>
#include <term.h>

static const struct {
	const char *name;
	const char *bytes;      /* the same on every terminal, or NULL */
	const char *capability; /* the terminfo name */
} keys[] = {
	{"Enter", "\r", NULL},     {"Esc", "\033", NULL},      {"Tab", "\t", NULL},
	{"Space", " ", NULL},      {"Backspace", NULL, "kbs"}, {"Delete", NULL, "kdch1"},
	{"Insert", NULL, "kich1"}, {"S-Tab", NULL, "kcbt"},    {"Up", NULL, "kcuu1"},
	{"Down", NULL, "kcud1"},   {"Left", NULL, "kcub1"},    {"Right", NULL, "kcuf1"},
	{"Home", NULL, "khome"},   {"End", NULL, "kend"},      {"PgUp", NULL, "kpp"},
	{"PgDn", NULL, "knp"},     {"S-Up", NULL, "kri"},      {"S-Down", NULL, "kind"},
	{"S-Left", NULL, "kLFT"},  {"S-Right", NULL, "kRIT"},  {"C-Up", NULL, "kUP5"},
	{"C-Down", NULL, "kDN5"},  {"C-Left", NULL, "kLFT5"},  {"C-Right", NULL, "kRIT5"},
	{"C-Home", NULL, "kHOM5"}, {"C-End", NULL, "kEND5"},   {"C-Delete", NULL, "kDC5"},
	{"F1", NULL, "kf1"},       {"F2", NULL, "kf2"},        {"F3", NULL, "kf3"},
	{"F4", NULL, "kf4"},       {"F5", NULL, "kf5"},        {"F6", NULL, "kf6"},
	{"F7", NULL, "kf7"},       {"F8", NULL, "kf8"},        {"F9", NULL, "kf9"},
	{"F10", NULL, "kf10"},     {"F11", NULL, "kf11"},      {"F12", NULL, "kf12"},
};

/* The string CAPABILITY of TERM, leaving the terminal of this process as it is. */
static char *
terminfo_string(const char *term, const char *capability)
{
	TERMINAL *before = set_curterm(NULL);
	char *bytes = NULL;
	int result = 0;

	if (setupterm(term, 1, &result) == OK) {
		const char *found = tigetstr(capability);
		/* -1 says that it is no string capability at all. */
		if (found != NULL && GPOINTER_TO_SIZE(found) != G_MAXSIZE)
			bytes = g_strdup(found);
		del_curterm(cur_term);
	}
	set_curterm(before);
	return bytes;
}

/* C-a … C-z, C-@ … C-_, C-Space; NULL when NAME is none. NUL travels as "" of length 1. */
static char *
control_bytes(const char *name)
{
	if (g_str_equal(name, "Space"))
		return g_strdup("");
	if (strlen(name) != 1 || g_ascii_toupper(name[0]) < '@' || g_ascii_toupper(name[0]) > '_')
		return NULL;
	return g_strdup_printf("%c", g_ascii_toupper(name[0]) & 0x1f);
}

char *
tty_key_bytes(const char *term, const char *name, GError **error)
{
	char *bytes = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (!g_str_equal(name, keys[i].name))
			continue;
		if (keys[i].bytes != NULL)
			return g_strdup(keys[i].bytes);
		bytes = terminfo_string(term, keys[i].capability);
		if (bytes == NULL)
			tty_refuse(error, "terminal %s has no key %s (%s)", term, name,
				   keys[i].capability);
		return bytes;
	}
	if (g_str_has_prefix(name, "C-"))
		bytes = control_bytes(name + 2);
	else if (g_str_has_prefix(name, "M-") && g_utf8_strlen(name + 2, -1) == 1)
		bytes = g_strconcat("\033", name + 2, NULL);
	else if (g_utf8_validate(name, -1, NULL) && g_utf8_strlen(name, -1) == 1)
		bytes = g_strdup(name);
	if (bytes == NULL)
		tty_refuse(error, "there is no key \"%s\"", name);
	return bytes;
}

bool
tty_key(Tty *tty, const char *names, GError **error)
{
	g_auto(GStrv) list = g_strsplit_set(names, " \t", -1);

	for (gsize i = 0; list[i] != NULL; i++) {
		if (list[i][0] == '\0')
			continue;
		g_autofree char *bytes = tty_key_bytes(tty->term, list[i], error);
		if (bytes == NULL)
			return false;
		/* What an earlier key still brings forth is no answer to Esc. */
		if (g_str_equal(list[i], "Esc") && !tty_wait_quiet(tty, 1, error))
			return false;
		if (!tty_send(tty, bytes, MAX(1, (gssize)strlen(bytes)), error))
			return false;
		if (g_str_equal(list[i], "Esc"))
			tty_wait_answer(tty, 150);
	}
	return true;
}

bool
tty_paste(Tty *tty, const char *text, GError **error)
{
	bool bracketed = tty_mode(tty, 2004);
	g_autoptr(GString) bytes = g_string_new(bracketed ? "\033[200~" : "");

	for (const char *at = text; *at != '\0'; at++)
		g_string_append_c(bytes, *at == '\n' ? '\r' : *at);
	if (bracketed)
		g_string_append(bytes, "\033[201~");
	return tty_send(tty, bytes->str, (gssize)bytes->len, error);
}

bool
tty_click(Tty *tty, enum tty_button button, int row, int column, GError **error)
{
	g_autoptr(GString) report = g_string_new(NULL);

	if (!tty_mode(tty, 1006) ||
	    !(tty_mode(tty, 1000) || tty_mode(tty, 1002) || tty_mode(tty, 1003)))
		return tty_fail(tty, error, "the program has not asked for the mouse");
	g_string_append_printf(report, "\033[<%d;%d;%dM", (int)button, column, row);
	if (button < TTY_WHEEL_UP)
		g_string_append_printf(report, "\033[<%d;%d;%dm", (int)button, column, row);
	return tty_send(tty, report->str, (gssize)report->len, error);
}
