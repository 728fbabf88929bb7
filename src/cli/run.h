/* One command being run: what it was given, the database, and where its result goes. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/cli.h"
#include "cli/command.h"
#include "core/event.h"

enum format {
	FORMAT_TABLE,
	FORMAT_CSV,
	FORMAT_JSON,
	FORMAT_XLSX, /* of lists alone, to the file of -o */
};

struct run {
	const struct command *command;
	const struct command_line *line;
	char *const *argument; /* the words behind the command; borrowed */
	guint n_arguments;

	char *path;    /* of the database */
	Store *store;  /* open while a command runs that needs it */
	char *trial;   /* folder of a database made for a dry run alone, or NULL */
	bool scripted; /* a line of a script: no result, no notes */
	/* What a gesture prints: once it is done, for what follows from it belongs to the result.
	 */
	bool (*show)(struct run *run, GError **error);
	gint64 show_id;
	int exit_code; /* of a command that did its work */
	cli_interface interface;
};

/** Run the words and options of LINE. The exit code of what was done is RUN's; ERROR_USAGE and
 * others say why it could not be. */
bool run_line(struct run *run, const struct command_line *line, GError **error);

/** Run ARGV on the open database of RUN, silently. */
bool run_scripted(struct run *run, int argc, char *const *argv, GError **error);

/** Where the database is when nothing names another: $ATELIERS_DB, else beside the account's data.
 * Caller frees. */
char *run_database_path(const struct command_line *line);

bool run_given(const struct run *run, enum option option);

/** The value of an option, or NULL. Borrowed. */
const char *run_option(const struct run *run, enum option option);

/** That of --format, else what the ending of -o says, else a table. */
enum format run_format(const struct run *run);

/** Begin a gesture. */
bool run_begin(struct run *run, const char *action, GError **error);

/** End it: commit, or take all of it back when --dry-run says so; then RUN's show prints the
 * result. False (and everything is rolled back) when DONE is false or the commit fails. */
bool run_end(struct run *run, bool done, GError **error);

/** Say what the gesture did beyond what was asked: whom it gave a seat to that it made free. */
void run_followed(const struct run *run);

/** A note for people on standard error, unless --quiet. */
void run_note(const struct run *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** All of NOTES (char *). */
void run_notes(const struct run *run, const GPtrArray *notes);

/** The command's result: to the file of -o, else to standard output. */
bool run_result(struct run *run, const char *text, gsize size, GError **error);

/** One line of result. */
bool run_line_result(struct run *run, const char *line, GError **error);

/** True when the result goes to a terminal. */
bool run_to_terminal(const struct run *run);

/** The words from FIRST on as one, with a space between them; NULL when there are none. Caller
 * frees. */
char *run_joined(const struct run *run, guint first);

/** The id of the event that TYPED names, or 0. */
gint64 run_event(struct run *run, const char *typed, GError **error);

#endif
