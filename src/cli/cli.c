#include "cli/cli.h"

#include <poll.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/run.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE };

/* Whoever read our output has had enough ("| head"): that is no failure. */
static bool
reader_has_gone(const GError *error)
{
	struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
	return g_error_matches(error, ATELIERS_ERROR, ERROR_IO) && poll(&output, 1, 0) == 1 &&
	       (output.revents & POLLERR) != 0;
}

static int
error_report(const struct run *run, const GError *error)
{
	if (reader_has_gone(error))
		return EXIT_DONE;
	struct run loud = *run;
	struct command_line plain = {.given = 0};
	loud.line = &plain; /* --quiet silences notes, never this */
	run_note(&loud, "ateliers: %s", error != NULL ? error->message : _("it failed"));
	return g_error_matches(error, ATELIERS_ERROR, ERROR_USAGE) ? EXIT_USAGE : EXIT_FAILED;
}

int
cli_main(int argc, char **argv, cli_interface interface)
{
	struct command_line line;
	struct run run = {.interface = interface};
	GError *error = NULL;
	command_line_init(&line);
	i18n_set_language(NULL);
	bool read = command_line_read(&line, argc > 0 ? argc - 1 : 0, argv + 1, &error);
	if (line.value[OPTION_LANG] != NULL)
		i18n_set_language(line.value[OPTION_LANG]);
	bool done = read && run_line(&run, &line, &error);
	int code = done ? run.exit_code : error_report(&run, error);
	g_clear_error(&error);
	command_line_clear(&line);
	return code;
}
