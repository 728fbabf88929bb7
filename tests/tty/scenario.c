/* Read a scenario and play it, line by line. */
#include "scenario.h"
#include "scenario_private.h"
#include "tty_private.h"

#include <string.h>

static bool
scenario_begin(struct scenario *scenario, const char *program, GError **error)
{
	const char *named = program != NULL ? program : g_getenv("ATELIERS");

	scenario->program = g_canonicalize_filename(named != NULL ? named : "build/ateliers", NULL);
	scenario->term = g_strdup(DEFAULT_TERM);
	scenario->columns = 80;
	scenario->rows = 24;
	scenario->env = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(scenario->env, NULL);
	scenario->home = tty_home_new(error);
	return scenario->home != NULL;
}

static void
scenario_end(struct scenario *scenario)
{
	tty_close(scenario->tty);
	tty_home_free(scenario->home);
	g_ptr_array_unref(scenario->env);
	g_free(scenario->term);
	g_free(scenario->program);
}

static bool
play_line(struct scenario *scenario, char *line, GError **error)
{
	gsize length = strcspn(line, " \t");
	g_autofree char *name = g_strndup(line, length);
	const char *argument = g_strchug(line + length);
	const struct gesture *gesture = gesture_find(name);

	if (gesture == NULL)
		return tty_refuse(error, "there is no gesture \"%s\"", name);
	if (gesture->needs_program && scenario->tty == NULL)
		return tty_refuse(error, "\"%s\" comes before \"run\"", name);
	if (gesture->needs_argument && argument[0] == '\0')
		return tty_refuse(error, "\"%s\" says not what", name);
	return gesture->play(scenario, argument, error);
}

static bool
play_lines(struct scenario *scenario, const char *path, char **lines, GError **error)
{
	for (guint number = 0; lines[number] != NULL; number++) {
		char *line = g_strstrip(lines[number]);
		g_autofree char *whole = g_strdup(line);
		if (line[0] == '\0' || line[0] == '#')
			continue;
		if (!play_line(scenario, line, error)) {
			g_prefix_error(error, "%s:%u: %s: ", path, number + 1, whole);
			return false;
		}
	}
	return true;
}

bool
scenario_run(const char *path, const char *program, GError **error)
{
	struct scenario scenario = {0};
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!g_file_get_contents(path, &text, &length, error))
		return false;
	if (!g_utf8_validate(text, (gssize)length, NULL))
		return tty_refuse(error, "%s is not UTF-8", path);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	bool done = scenario_begin(&scenario, program, error) &&
		    play_lines(&scenario, path, lines, error);
	scenario_end(&scenario);
	return done;
}
