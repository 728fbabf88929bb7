/* The gestures a scenario can make, by name. */
#include "scenario_private.h"
#include "tty_private.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* Two numbers with SEPARATOR between and nothing after: "80x24", "5,10". */
static bool
read_pair(const char *text, char separator, int *first, int *second, GError **error)
{
	char between = '\0', more = '\0';

	if (sscanf(text, "%4d%c%4d%c", first, &between, second, &more) == 3 &&
	    between == separator && *first > 0 && *second > 0)
		return true;
	return tty_refuse(error, "\"%s\" is not two numbers with %c between", text, separator);
}

static bool
read_number(const char *text, int *number, GError **error)
{
	gint64 value = 0;

	if (!g_ascii_string_to_signed(text, 10, 0, 1000000, &value, NULL))
		return tty_refuse(error, "\"%s\" is no number", text);
	*number = (int)value;
	return true;
}

/* ---- before the program -----------------------------------------------------------------------
 */

static bool
play_size(struct scenario *scenario, const char *argument, GError **error)
{
	return read_pair(argument, 'x', &scenario->columns, &scenario->rows, error);
}

static bool
play_term(struct scenario *scenario, const char *argument, GError **error)
{
	(void)error;
	g_free(scenario->term);
	scenario->term = g_strdup(argument);
	return true;
}

static bool
play_env(struct scenario *scenario, const char *argument, GError **error)
{
	(void)error;
	g_ptr_array_insert(scenario->env, (int)scenario->env->len - 1, g_strdup(argument));
	return true;
}

/* The program of an earlier "run" must have ended. */
static bool
make_room(struct scenario *scenario, GError **error)
{
	if (scenario->tty != NULL)
		tty_pump(scenario->tty, 0);
	if (scenario->tty != NULL && !scenario->tty->ended)
		return tty_fail(scenario->tty, error,
				"the program still runs: \"exit\" comes first");
	g_clear_pointer(&scenario->tty, tty_close);
	return true;
}

static bool
play_run(struct scenario *scenario, const char *argument, GError **error)
{
	g_auto(GStrv) arguments = NULL;
	g_autoptr(GPtrArray) argv = g_ptr_array_new();

	if (argument[0] != '\0' && !g_shell_parse_argv(argument, NULL, &arguments, error))
		return false;
	g_ptr_array_add(argv, scenario->program);
	for (gsize i = 0; arguments != NULL && arguments[i] != NULL; i++)
		g_ptr_array_add(argv, arguments[i]);
	g_ptr_array_add(argv, NULL);
	struct tty_options options = {
		.argv = (const char *const *)argv->pdata,
		.env = (const char *const *)scenario->env->pdata,
		.home = scenario->home,
		.term = scenario->term,
		.columns = scenario->columns,
		.rows = scenario->rows,
	};
	if (!make_room(scenario, error))
		return false;
	scenario->tty = tty_open(&options, error);
	return scenario->tty != NULL;
}

/* ---- what the person does ---------------------------------------------------------------------
 */

static bool
play_type(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_send(scenario->tty, argument, -1, error);
}

static bool
play_key(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_key(scenario->tty, argument, error);
}

static bool
play_paste(struct scenario *scenario, const char *argument, GError **error)
{
	g_autofree char *text = g_strcompress(argument);

	return tty_paste(scenario->tty, text, error);
}

static bool
play_send(struct scenario *scenario, const char *argument, GError **error)
{
	g_autofree char *bytes = g_strcompress(argument);

	return tty_send(scenario->tty, bytes, -1, error);
}

struct button {
	const char *name;
	enum tty_button button;
};

/* "NAME ROW,COLUMN"; the name may be missing when DEFAULT_NAME is given. */
static bool
click(struct scenario *scenario, const struct button *buttons, const char *default_name,
      const char *argument, GError **error)
{
	const char *blank = strchr(argument, ' ');
	g_autofree char *name = blank != NULL ? g_strndup(argument, (gsize)(blank - argument))
					      : g_strdup(default_name);
	int row = 0, column = 0;

	if (!read_pair(blank != NULL ? blank + 1 : argument, ',', &row, &column, error))
		return false;
	for (; buttons->name != NULL; buttons++)
		if (g_strcmp0(buttons->name, name) == 0)
			return tty_click(scenario->tty, buttons->button, row, column, error);
	return tty_refuse(error, "the mouse has no \"%s\"", name != NULL ? name : argument);
}

static bool
play_click(struct scenario *scenario, const char *argument, GError **error)
{
	static const struct button buttons[] = {{"left", TTY_LEFT},
						{"middle", TTY_MIDDLE},
						{"right", TTY_RIGHT},
						{NULL, TTY_LEFT}};

	return click(scenario, buttons, "left", argument, error);
}

static bool
play_wheel(struct scenario *scenario, const char *argument, GError **error)
{
	static const struct button buttons[] = {{"up", TTY_WHEEL_UP},
						{"down", TTY_WHEEL_DOWN},
						{NULL, TTY_WHEEL_UP}};

	return click(scenario, buttons, NULL, argument, error);
}

static bool
play_resize(struct scenario *scenario, const char *argument, GError **error)
{
	int columns = 0, rows = 0;

	return read_pair(argument, 'x', &columns, &rows, error) &&
	       tty_resize(scenario->tty, columns, rows, error);
}

static bool
play_signal(struct scenario *scenario, const char *argument, GError **error)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = {
		{"HUP", SIGHUP},   {"INT", SIGINT},   {"QUIT", SIGQUIT},   {"TERM", SIGTERM},
		{"KILL", SIGKILL}, {"USR1", SIGUSR1}, {"USR2", SIGUSR2},   {"CONT", SIGCONT},
		{"TSTP", SIGTSTP}, {"SEGV", SIGSEGV}, {"WINCH", SIGWINCH},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(signals); i++)
		if (g_str_equal(signals[i].name, argument))
			return tty_signal(scenario->tty, signals[i].number, error);
	return tty_refuse(error, "there is no signal \"%s\"", argument);
}

static bool
play_hang_up(struct scenario *scenario, const char *argument, GError **error)
{
	(void)argument;
	(void)error;
	tty_hang_up(scenario->tty);
	return true;
}

/* ---- what must come of it ---------------------------------------------------------------------
 */

static bool
play_wait(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_wait(scenario->tty, argument, error);
}

static bool
play_gone(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_wait_gone(scenario->tty, argument, error);
}

static bool
play_cursor(struct scenario *scenario, const char *argument, GError **error)
{
	int row = 0, column = 0;

	return read_pair(argument, ',', &row, &column, error) &&
	       tty_wait_cursor(scenario->tty, row, column, error);
}

static bool
play_mode(struct scenario *scenario, const char *argument, GError **error)
{
	g_auto(GStrv) words = g_strsplit(argument, " ", 2);
	bool on = g_strcmp0(words[1], "on") == 0;
	int mode = 0;

	if (words[1] == NULL || (!on && !g_str_equal(words[1], "off")))
		return tty_refuse(error, "\"%s\" is not a mode and on or off", argument);
	return read_number(words[0], &mode, error) && tty_wait_mode(scenario->tty, mode, on, error);
}

static bool
play_quiet(struct scenario *scenario, const char *argument, GError **error)
{
	int milliseconds = 60;

	if (argument[0] != '\0' && !read_number(argument, &milliseconds, error))
		return false;
	return tty_wait_quiet(scenario->tty, milliseconds, error);
}

static bool
play_screen(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_screen_is(scenario->tty, argument, false, error);
}

static bool
play_look(struct scenario *scenario, const char *argument, GError **error)
{
	return tty_screen_is(scenario->tty, argument, true, error);
}

/* The size one works in stands last, so that what follows finds it. */
static bool
play_gallery(struct scenario *scenario, const char *argument, GError **error)
{
	static const struct {
		int columns, rows;
		const char *suffix;
	} sizes[] = {{60, 16, "-60x16"}, {120, 40, "-120x40"}, {200, 50, "-200x50"}, {80, 24, ""}};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autofree char *name = g_strconcat(argument, sizes[i].suffix, NULL);
		if (!tty_resize(scenario->tty, sizes[i].columns, sizes[i].rows, error) ||
		    !tty_screen_is(scenario->tty, name, false, error))
			return false;
	}
	return true;
}

static bool
play_exit(struct scenario *scenario, const char *argument, GError **error)
{
	int status = 0;

	return read_number(argument, &status, error) &&
	       tty_wait_status(scenario->tty, status, error);
}

static bool
play_shell(struct scenario *scenario, const char *argument, GError **error)
{
	return scenario_shell(scenario, argument, NULL, error);
}

static bool
play_expect_shell(struct scenario *scenario, const char *argument, GError **error)
{
	/* The last arrow: the command may hold one itself. */
	const char *arrow = g_strrstr(argument, "=>");
	g_autofree char *output = NULL;

	if (arrow == NULL)
		return tty_refuse(error, "no \"=>\" before the text expected");
	g_autofree char *command = g_strndup(argument, (gsize)(arrow - argument));
	g_autofree char *expected = g_strstrip(g_strdup(arrow + 2));
	if (!scenario_shell(scenario, command, &output, error))
		return false;
	return g_str_equal(g_strstrip(output), expected) ||
	       tty_refuse(error, "printed \"%s\"", output);
}

static const struct gesture gestures[] = {
	{"size", play_size, false, true},       {"term", play_term, false, true},
	{"env", play_env, false, true},         {"run", play_run, false, false},
	{"type", play_type, true, true},        {"key", play_key, true, true},
	{"paste", play_paste, true, true},      {"send", play_send, true, true},
	{"click", play_click, true, true},      {"wheel", play_wheel, true, true},
	{"resize", play_resize, true, true},    {"signal", play_signal, true, true},
	{"hang-up", play_hang_up, true, false}, {"wait", play_wait, true, true},
	{"gone", play_gone, true, true},        {"cursor", play_cursor, true, true},
	{"mode", play_mode, true, true},        {"quiet", play_quiet, true, false},
	{"screen", play_screen, true, true},    {"look", play_look, true, true},
	{"gallery", play_gallery, true, true},  {"exit", play_exit, true, true},
	{"shell", play_shell, false, true},     {"expect-shell", play_expect_shell, false, true},
};

const struct gesture *
gesture_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(gestures); i++)
		if (g_str_equal(gestures[i].name, name))
			return &gestures[i];
	return NULL;
}
