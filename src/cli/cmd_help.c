/* What is made from the table of commands: help, manual, completion. */
#include <string.h>

#include "cli/cmd.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/manual.h"

bool
cmd_help(struct run *run, GError **error)
{
	return help_print(run, run->argument, run->n_arguments, error);
}

bool
cmd_manual(struct run *run, GError **error)
{
	g_autofree char *text = manual_text();
	return run_result(run, text, strlen(text), error);
}

bool
cmd_completion(struct run *run, GError **error)
{
	g_autofree char *text = completion_text();
	return run_result(run, text, strlen(text), error);
}
