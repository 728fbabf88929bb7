#include "tui/terminal.h"

#include <curses.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/text.h"
#include "tui/draw.h"
#include "tui/key.h"
#include "tui/preference.h"

/* A lone Esc waits this long for the rest of a sequence; over ssh a sequence may come in two
 * pieces. */
#define ESCAPE_WAIT_LOCAL 25
#define ESCAPE_WAIT_SSH   100

#define TITLE_WIDTH 80

#define PASTE_ON   "\033[?2004h"
#define PASTE_OFF  "\033[?2004l"
#define MOUSE_OFF  "\033[?1006l\033[?1000l"
#define TITLE_KEEP "\033[22;0t"
#define TITLE_BACK "\033[23;0t"

/* The state of the one terminal; what a signal handler needs of it is made beforehand. */
static struct {
	struct termios modes; /* as they were before us */
	bool modes_known;
	char reset[512]; /* what a crash writes */
	gsize reset_size;
	bool ours;   /* we draw on it now */
	bool titled; /* its title is ours */
	char *title;
} terminal;

/* ---- what it can --------------------------------------------------------------------------------
 */

static bool
term_begins(const char *const *names)
{
	const char *term = g_getenv("TERM");
	for (; term != NULL && *names != NULL; names++)
		if (g_str_has_prefix(term, *names))
			return true;
	return false;
}

/* The Linux console and the vt family know neither bracketed paste nor a clipboard. */
static bool
terminal_is_plain(void)
{
	static const char *const plain[] = {"vt", "linux", "dumb", "ansi", "cons", NULL};
	const char *term = g_getenv("TERM");
	return term == NULL || term_begins(plain);
}

/* Only of these is it known that they take OSC 0 for a title; others might print it. */
static bool
terminal_has_title(void)
{
	static const char *const titled[] = {"xterm",  "tmux",   "screen",    "rxvt",  "putty",
					     "nsterm", "foot",   "alacritty", "kitty", "konsole",
					     "gnome",  "vte",    "st-",       "iterm", "wezterm",
					     "ms-",    "mintty", NULL};
	return term_begins(titled);
}

static void
terminal_say(const char *bytes)
{
	fputs(bytes, stdout);
	fflush(stdout);
}

static void
terminal_paste(bool on)
{
	if (!terminal_is_plain())
		terminal_say(on ? PASTE_ON : PASTE_OFF);
}

bool
terminal_copy(const char *text)
{
	if (terminal_is_plain())
		return false;
	g_autofree char *coded = g_base64_encode((const guchar *)text, strlen(text));
	printf("\033]52;c;%s\a", coded);
	return fflush(stdout) == 0;
}

/* ---- the title ----------------------------------------------------------------------------------
 */

static void
title_write(void)
{
	if (terminal.title == NULL)
		return;
	if (!terminal.titled)
		terminal_say(TITLE_KEEP);
	terminal.titled = true;
	g_autofree char *set = g_strdup_printf("\033]0;%s\a", terminal.title);
	terminal_say(set);
}

void
terminal_title(const char *text)
{
	if (!terminal_has_title() || !draw_unicode())
		return;
	g_autofree char *clean = text_for_terminal(text);
	char *title = text_clip(clean, TITLE_WIDTH, false);
	bool same = g_strcmp0(title, terminal.title) == 0;
	g_free(terminal.title);
	terminal.title = title;
	if (!same)
		title_write();
}

static void
title_back(void)
{
	if (terminal.titled)
		terminal_say(TITLE_BACK);
	terminal.titled = false;
}

/* ---- a crash ------------------------------------------------------------------------------------
 */

static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};
static struct sigaction before_us[G_N_ELEMENTS(crashes)];

/* Calls nothing but what a signal handler may call. */
static void
on_crash(int number)
{
	if (terminal.ours) {
		terminal.ours = false;
		gssize written = write(STDOUT_FILENO, terminal.reset, terminal.reset_size);
		(void)written;
		if (terminal.modes_known)
			tcsetattr(STDIN_FILENO, TCSANOW, &terminal.modes);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
		if (crashes[i] == number)
			sigaction(number, &before_us[i], NULL);
	raise(number);
}

static void
crash_watch(void)
{
	static char stack[65536]; /* a stack that is full has no room for the handler */
	stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
	sigaltstack(&own, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
		sigaction(crashes[i], &action, &before_us[i]);
}

/* Without the pauses that terminfo asks of old terminals ("$<50>"). */
static void
reset_add(const char *bytes)
{
	while (bytes != NULL && *bytes != '\0' && terminal.reset_size < sizeof terminal.reset) {
		const char *end = strncmp(bytes, "$<", 2) == 0 ? strchr(bytes, '>') : NULL;
		if (end == NULL)
			terminal.reset[terminal.reset_size++] = *bytes++;
		else
			bytes = end + 1;
	}
}

/* What tigetstr() says of a capability that is none. */
static const char *
capability(const char *name)
{
	char buffer[16];
	g_strlcpy(buffer, name, sizeof buffer);
	const char *found = tigetstr(buffer);
	return found != NULL && found != (const char *)-1 ? found : NULL;
}

static void
reset_prepare(void)
{
	terminal.reset_size = 0;
	if (!terminal_is_plain()) {
		reset_add(PASTE_OFF);
		reset_add(MOUSE_OFF);
	}
	if (terminal_has_title())
		reset_add(TITLE_BACK);
	static const char *const resets[] = {"sgr0", "rmacs", "rmkx", "cnorm", "rmcup"};
	for (gsize i = 0; i < G_N_ELEMENTS(resets); i++)
		reset_add(capability(resets[i]));
	reset_add("\r\n");
}

/* ---- taking and giving --------------------------------------------------------------------------
 */

static void
terminal_modes(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	set_escdelay(g_getenv("SSH_CONNECTION") != NULL ? ESCAPE_WAIT_SSH : ESCAPE_WAIT_LOCAL);
}

bool
terminal_begin(void)
{
	terminal.modes_known = tcgetattr(STDIN_FILENO, &terminal.modes) == 0;
	if (newterm(NULL, stdout, stdin) == NULL)
		return false;
	terminal_modes();
	keys_begin();
	keys_mouse(preference_mouse());
	draw_begin();
	draw_theme(preference_theme());
	reset_prepare();
	crash_watch();
	terminal.ours = true;
	terminal_paste(true);
	return true;
}

void
terminal_end(void)
{
	terminal_paste(false);
	keys_mouse(false);
	endwin();
	title_back();
	terminal.ours = false;
	keys_end();
	g_clear_pointer(&terminal.title, g_free);
}

void
terminal_leave(void)
{
	terminal_paste(false);
	def_prog_mode();
	endwin();
	title_back();
	terminal.ours = false;
}

void
terminal_return(void)
{
	reset_prog_mode();
	terminal.ours = true;
	terminal_paste(true);
	title_write();
	terminal_measure();
	flushinp();
}

/* What was written for one size may reach a window that has another one already, and stands then
 * where nobody knows: everything is written again. */
void
terminal_measure(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
}
