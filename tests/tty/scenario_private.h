/* What the files of the scenario player share. */
#ifndef TTY_SCENARIO_PRIVATE_H
#define TTY_SCENARIO_PRIVATE_H

#include "tty.h"

struct scenario {
	char *program; /* an absolute path */
	char *home, *term;
	int columns, rows;
	GPtrArray *env; /* "K=V" or "K", NULL-terminated */
	Tty *tty;       /* NULL before run */
};

/** A gesture: its name, what it does, and whether it needs a program that was run. */
struct gesture {
	const char *name;
	bool (*play)(struct scenario *scenario, const char *argument, GError **error);
	bool needs_program;
	bool needs_argument;
};

/** NULL when there is no such gesture. */
const struct gesture *gesture_find(const char *name);

/** Run COMMAND with sh; OUTPUT (may be NULL) is what it printed. Fails unless it ends with 0. */
bool scenario_shell(const struct scenario *scenario, const char *command, char **output,
		    GError **error);

#endif
