/* The commands: one table that parses them, explains them, and makes the manual and the completion.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "app/noun.h"
#include "cli/option.h"

struct run;

enum command_need {
	NEEDS_NOTHING,
	NEEDS_STORE, /* the database, made when there is none */
	NEEDS_FILE,  /* a database that exists */
};

/** Among the options of a command: it says itself which files it writes, by their endings. */
#define OWN_FILES (G_GUINT64_CONSTANT(1) << 63)

struct command {
	const char *words;     /* "event list" */
	const char *arguments; /* msgid; NULL: none */
	int least, most;       /* how many arguments; most < 0: any number */
	guint64 options;       /* TAKES() beyond the global ones */
	enum command_need need;
	const struct noun *noun; /* whose keys it takes as name=value, or that it lists; or NULL */
	const char *does;    /* msgid: a phrase; NULL: not shown in help, manual and completion */
	const char *details; /* msgid: sentences, or NULL */
	bool (*run)(struct run *run, GError **error);
};

/** Every command; NULL words end the table. */
extern const struct command commands[];

/** Commands that begin with the same word: "event". */
struct command_group {
	const char *word;
	const char *does; /* msgid: what they are about */
};

/** Every group, in the order of the help; a NULL word ends the table. */
extern const struct command_group command_groups[];

/** The group of that word, or NULL. */
const struct command_group *command_group(const char *word);

/** True when COMMAND belongs to the group of that word. */
bool command_in_group(const struct command *command, const char *word);

/** The command that the N WORDS begin with; USED receives how many of them name it. NULL with
 * ERROR_USAGE, which proposes the nearest. */
const struct command *command_find(char *const *words, guint n, guint *used, GError **error);

/** True when COMMAND takes OPTION. */
bool command_takes(const struct command *command, enum option option);

/** Refuse what COMMAND does not take, and a wrong number of arguments. */
bool command_check(const struct command *command, const struct command_line *line,
		   guint n_arguments, GError **error);

#endif
