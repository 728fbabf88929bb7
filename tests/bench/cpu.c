/* The processor time of commands, run in turn: cpu RUNS FILE COMMAND...
 *
 * Each COMMAND is one argument, quoted as in sh and run without a shell; "+ COMMAND" is run by sh
 * before each run of the command that follows, unmeasured. What they write goes to FILE. For each
 * command a line as runs_print() writes it, in their order. A command that fails ends everything.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/runs.h"

struct command {
	const char *text;
	const char *before; /* or NULL */
	char **argv;
	struct runs runs;
};

G_NORETURN static void
become(char *const *argv, const char *path)
{
	int input = open("/dev/null", O_RDONLY);
	int output = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (input >= 0 && output >= 0 && dup2(input, STDIN_FILENO) >= 0 &&
	    dup2(output, STDOUT_FILENO) >= 0 && dup2(output, STDERR_FILENO) >= 0)
		execvp(argv[0], argv);
	_exit(127);
}

static void
show(const char *path)
{
	g_autofree char *text = NULL;
	if (g_file_get_contents(path, &text, NULL, NULL))
		fprintf(stderr, "%.4000s\n", text);
}

static struct rusage
run(char *const *argv, const char *text, const char *path)
{
	struct rusage usage;
	int status;
	pid_t pid = fork();
	if (pid == 0)
		become(argv, path);
	pid_t ended = -1;
	do {
		ended = pid > 0 ? wait4(pid, &status, 0, &usage) : -1;
	} while (ended < 0 && pid > 0 && errno == EINTR);
	if (ended < 0)
		runs_give_up(text, g_strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		show(path);
		runs_give_up(text, "failed");
	}
	return usage;
}

static void
command_run(struct command *command, const char *path)
{
	if (command->before != NULL) {
		g_autofree char *before = g_strdup(command->before);
		char *const argv[] = {(char[]){"sh"}, (char[]){"-c"}, before, NULL};
		run(argv, before, path);
	}
	struct rusage usage = run(command->argv, command->text, path);
	runs_add(&command->runs, runs_cpu(&usage), usage.ru_maxrss);
}

static struct command *
commands_read(char **arguments, guint *n)
{
	struct command *commands = g_new0(struct command, g_strv_length(arguments) + 1);
	const char *before = NULL;
	*n = 0;
	for (; *arguments != NULL; arguments++) {
		if (g_str_has_prefix(*arguments, "+ ")) {
			before = *arguments + 2;
			continue;
		}
		struct command *command = &commands[(*n)++];
		g_autoptr(GError) error = NULL;
		*command = (struct command){.text = *arguments, .before = before};
		before = NULL;
		if (!g_shell_parse_argv(*arguments, NULL, &command->argv, &error))
			runs_give_up(*arguments, error->message);
		runs_init(&command->runs);
	}
	return commands;
}

int
main(int argc, char **argv)
{
	guint n, count = argc > 3 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0)
		runs_give_up("cpu", "RUNS FILE COMMAND...");
	g_autofree struct command *commands = commands_read(argv + 3, &n);
	for (guint i = 0; i < count; i++)
		for (guint k = 0; k < n; k++)
			command_run(&commands[k], argv[2]);
	for (guint k = 0; k < n; k++) {
		runs_print(&commands[k].runs);
		runs_clear(&commands[k].runs);
		g_strfreev(commands[k].argv);
	}
	return EXIT_SUCCESS;
}
