/* What the commands and options do, in words. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/run.h"

/** Print the help of the command or group that the N WORDS name (n 0: of everything). ERROR_USAGE
 * for an unknown one. */
bool help_print(struct run *run, char *const *words, guint n, GError **error);

/** "ateliers event new [name=value …]". Caller frees. */
char *help_usage(const struct command *command);

/** "list|show|new" of a group. Caller frees. */
char *help_verbs(const struct command_group *group);

/** "-o, --output FILE". Caller frees. */
char *help_option(enum option option);

/** "title", its label, and what it takes: "Status: idea, draft, …"; for help and manual. Caller
 * frees. */
char *help_key(const struct noun *noun, const struct noun_key *key);

/** True when COMMAND reads name=value. */
bool help_takes_pairs(const struct command *command);

#endif
