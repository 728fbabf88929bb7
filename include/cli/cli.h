/* The command line (docs/ateliers.1). */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

/** What an interface returns when the person wishes to see the sample data in place of the
 * database. */
#define CLI_SAMPLE (-1)

/** Opens the interface on the database at PATH, made when it does not exist; SAMPLE: under the
 * banner of the trial database. Returns the exit code, or CLI_SAMPLE. */
typedef int (*cli_interface)(const char *path, bool sample);

/** Run the command that ARGV names; without one, open INTERFACE. Returns the exit code: 0 done, 1
 * it could not be done (one line on standard error says why), 2 usage. */
int cli_main(int argc, char **argv, cli_interface interface);

#endif
