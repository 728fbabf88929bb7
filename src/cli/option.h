/* The options of the command line: what they are called, what they take. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <glib.h>
#include <stdbool.h>

enum option {
	OPTION_DB,
	OPTION_LANG,
	OPTION_FORMAT,
	OPTION_QUIET,
	OPTION_VERSION,
	OPTION_HELP,
	OPTION_DRY_RUN,
	OPTION_OUTPUT,
	OPTION_STRICT,
	OPTION_UPDATE,
	OPTION_DOUBTFUL,
	OPTION_MAP,
	OPTION_YEAR,
	OPTION_KIND,
	OPTION_STATUS,
	OPTION_TERRITORY,
	OPTION_EVENT,
	OPTION_SESSIONS,
	OPTION_SESSION,
	OPTION_SORT,
	OPTION_SHARED,
	OPTION_HALF_DAY,
	OPTION_ORGANISATION,
	OPTION_TO,
	OPTION_ICS,
	OPTION_FOLLOWING,
	OPTION_STATE,
	OPTION_BY,
	OPTION_STDIN,
	OPTION_REASON,
	OPTION_SHEET,
	OPTION_INTO,
	OPTION_NAME,
	OPTION_SOURCE,
	OPTION_RESCUE,
	OPTION_REISSUE,
	OPTION_COLUMNS,
	OPTION_OVER,
	OPTION_MINUTES,
	OPTION_WALK_INS,
	OPTION_INCLUDE,
	OPTION_EVERYBODY,
	OPTION_ANEW,
	OPTION_THEME,
	OPTION_DUE,
	OPTION_ADDRESSES,
	OPTION_ALL,
	OPTION_CHANGED,
	OPTION_GRID,
	OPTION_START,
	OPTION_BLANK,
	OPTION_EACH_SESSION,
	OPTION_PRINTER,
	OPTION_WIPE,
	N_OPTIONS,
};

#define TAKES(option) (G_GUINT64_CONSTANT(1) << (option))

/** Options that every command takes. */
#define OPTIONS_GLOBAL                                                                             \
	(TAKES(OPTION_DB) | TAKES(OPTION_LANG) | TAKES(OPTION_FORMAT) | TAKES(OPTION_QUIET) |      \
	 TAKES(OPTION_VERSION) | TAKES(OPTION_HELP))

struct option_rule {
	const char *name;    /* without its dashes; NULL: it has a letter alone */
	char letter;         /* 0: none */
	const char *value;   /* msgid of what it takes; NULL: nothing */
	const char *choices; /* the words that it takes, joined by spaces; NULL: any */
	bool many;           /* takes every word up to the next option */
	bool hidden;
	const char *does; /* msgid */
};

extern const struct option_rule option_rules[N_OPTIONS];

/** "--db" or "-o". Caller frees. */
char *option_name(enum option option);

/** What was typed, in order. */
struct command_line {
	GPtrArray *words;             /* char *, borrowed: commands and arguments */
	const char *value[N_OPTIONS]; /* borrowed; "" for one that takes nothing; NULL: not given */
	GPtrArray *to;                /* char *, borrowed: the values of --to */
	GPtrArray *reissue;           /* the same of --reissue */
	guint64 given;                /* TAKES() of those given */
};

void command_line_init(struct command_line *line);
void command_line_clear(struct command_line *line);

/** Part ARGV (without the program's name) into words and options, which may stand in any order;
 * "--" ends them, "-" and "-15" are words. ERROR_USAGE names what is wrong. */
bool command_line_read(struct command_line *line, int argc, char *const *argv, GError **error);

#endif
