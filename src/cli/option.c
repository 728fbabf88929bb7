#include "cli/option.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/nearest.h"

const struct option_rule option_rules[N_OPTIONS] = {
	[OPTION_DB] = {.name = "db",
		       .value = N_("FILE"),
		       .does = N_(
			       "the database (else $ATELIERS_DB, else the one of this account)")},
	[OPTION_LANG] = {.name = "lang",
			 .value = N_("LANGUAGE"),
			 .choices = "fr en",
			 .does = N_("language of the words for people (else that of the locale)")},
	[OPTION_FORMAT] = {.name = "format",
			   .value = N_("FORMAT"),
			   .choices = "table csv json xlsx",
			   .does = N_("how results are written: for people, for spreadsheets, for "
				      "scripts, as a workbook; else by the ending of -o")},
	[OPTION_QUIET] = {.name = "quiet", .letter = 'q', .does = N_("no notes on standard error")},
	[OPTION_VERSION] = {.name = "version", .does = N_("print the version and end")},
	[OPTION_HELP] = {.name = "help", .letter = 'h', .does = N_("explain the command and end")},
	[OPTION_DRY_RUN] = {.name = "dry-run",
			    .letter = 'n',
			    .does = N_("say what would happen, change nothing")},
	[OPTION_OUTPUT] = {.name = "output",
			   .letter = 'o',
			   .value = N_("FILE"),
			   .does = N_("write there instead of standard output (“-”)")},
	[OPTION_STRICT] = {.name = "strict", .does = N_("write nothing if any row is refused")},
	[OPTION_UPDATE] = {.name = "update", .does = N_("apply changed values")},
	[OPTION_DOUBTFUL] = {.name = "doubtful",
			     .value = N_("DECISION"),
			     .choices = "new same skip",
			     .does = N_(
				     "doubtful rows: somebody new, the one proposed, or left out")},
	[OPTION_MAP] = {.name = "map",
			.value = N_("NAME"),
			.does = N_(
				"use the columns remembered under this name, and remember them")},
	[OPTION_YEAR] = {.name = "year", .value = N_("YEAR"), .does = N_("those of a year")},
	[OPTION_KIND] = {.name = "kind", .value = N_("KIND"), .does = N_("those of a kind")},
	[OPTION_STATUS] = {.name = "status",
			   .value = N_("STATUS"),
			   .does = N_("those of a status, by its code or its words")},
	[OPTION_TERRITORY] = {.name = "territory",
			      .value = N_("DÉPARTEMENT"),
			      .does = N_("those in a département, by its code or name")},
	[OPTION_EVENT] = {.name = "event", .value = N_("EVENT"), .does = N_("of one event only")},
	[OPTION_SESSIONS] = {.name = "sessions",
			     .does = N_("one entry per session instead of one per day")},
	[OPTION_SESSION] = {.name = "session",
			    .value = N_("SESSION"),
			    .does = N_("of one session")},
	[OPTION_SORT] = {.name = "sort",
			 .value = N_("KEY"),
			 .does = N_("in the order of a key; “-KEY”: the other way round")},
	[OPTION_FILTER] = {.name = "filter",
			   .value = N_("TEXT"),
			   .does = N_("those alone that a filter of the interface takes: words, "
				      "KEY:value, KEY:>=value, -word")},
	[OPTION_SHARED] = {.name = "shared", .does = N_("to be passed on: no e-mail, no phone")},
	[OPTION_HALF_DAY] = {.name = "half-day",
			     .value = N_("HALF-DAY"),
			     .does = N_("with the presence on a half-day (2026-10-15-am)")},
	[OPTION_ORGANISATION] = {.name = "organisation",
				 .value = N_("TEXT"),
				 .does = N_("those whose organisation’s name holds this")},
	[OPTION_TO] = {.name = "to",
		       .value = N_("WHO…"),
		       .many = true,
		       .does = N_(
			       "these attendees only: every name up to the next option; of “event "
			       "dates”, the last day to look at")},
	[OPTION_ICS] = {.name = "ics", .does = N_("one calendar file per person and day")},
	[OPTION_FOLLOWING] = {.name = "following",
			      .does = N_("everything later on that day moves as much")},
	[OPTION_NAME] = {.name = "name",
			 .value = N_("NAME"),
			 .does = N_("what the calendar is called here")},
	[OPTION_SOURCE] = {.name = "source",
			   .value = N_("CALENDAR"),
			   .does = N_("those of one calendar")},
	[OPTION_RESCUE] = {.name = "rescue",
			   .does = N_("save what a damaged database still holds into a new one")},
	[OPTION_REISSUE] = {.name = "reissue",
			    .value = N_("WHO…"),
			    .many = true,
			    .does = N_(
				    "withdraw the certificates of these attendees, and issue new "
				    "ones")},
	[OPTION_COLUMNS] = {.name = "columns",
			    .value = N_("KEY,KEY…"),
			    .does = N_("these columns only, by their keys of JSON, in this order")},
	[OPTION_OVER] = {.name = "over",
			 .does = N_("everybody gets a seat; without it who "
				    "finds none goes onto the waiting list")},
	[OPTION_MINUTES] = {.name = "minutes",
			    .value = N_("MINUTES"),
			    .does = N_("how long makes somebody present: minutes (30) or a part of "
				       "the half-day (50%); else the setting remote_minutes")},
	[OPTION_WALK_INS] = {.name = "walk-ins",
			     .does = N_("register those who are not and were there; who withdrew "
					"and came stands again")},
	[OPTION_INCLUDE] = {.name = "include",
			    .value = N_("WHO;WHO…"),
			    .does = N_("with --walk-ins: also these, by line or name, whose names "
				       "are those of devices or rooms")},
	[OPTION_EVERYBODY] = {.name = "everybody",
			      .does = N_("place also those who asked for nothing, or find no wish, "
					 "where most seats are free")},
	[OPTION_ANEW] = {.name = "anew",
			 .does = N_("place also those anew who were placed by hand")},
	[OPTION_THEME] = {.name = "theme", .value = N_("THEME"), .does = N_("those of a theme")},
	[OPTION_DUE] = {.name = "due", .does = N_("late, or due within a week")},
	[OPTION_ADDRESSES] = {.name = "addresses",
			      .does = N_("their addresses alone, for a mail program")},
	[OPTION_WIPE] = {.name = "wipe",
			 .does = N_("delete the copy once all of it is brought back")},
	[OPTION_STATE] = {.name = "state",
			  .value = N_("STATE"),
			  .does = N_("what is marked: present (unless said), excused, "
				     "represented, absent")},
	[OPTION_BY] = {.name = "by",
		       .value = N_("NAME"),
		       .does = N_("who came instead, of somebody represented")},
	[OPTION_SHEET] = {.name = "sheet",
			  .value = N_("SHEET"),
			  .does = N_("from a sheet that came back signed: its code or version, or "
				     "“last”")},
	[OPTION_REASON] = {.name = "reason",
			   .value = N_("TEXT"),
			   .does = N_("why somebody passes before others; it stays on record")},
	[OPTION_STDIN] = {.name = "stdin",
			  .does = N_("read who on each line of standard input, as a scanner types; "
				     "each is marked at once")},
	[OPTION_ALL] = {.name = "all",
			.does = N_("all: name cards of everybody, not of the speakers alone; the "
				   "papers of the day that are unchanged, too")},
	[OPTION_CHANGED] = {.name = "changed",
			    .does = N_("only of those of whom it shows something new")},
	[OPTION_GRID] = {.name = "grid",
			 .value = N_("SHEET"),
			 .does = N_("the sheet that badges are printed on, by the size of one or "
				    "its maker’s number (else the setting badge_grid)")},
	[OPTION_START] = {.name = "start",
			  .value = N_("N"),
			  .does = N_("the first badge that is free on a sheet begun before")},
	[OPTION_BLANK] = {.name = "blank",
			  .value = N_("N"),
			  .does = N_("so many more, to be filled in by hand")},
	[OPTION_EACH_SESSION] = {.name = "each-session", .does = N_("one file for each session")},
	[OPTION_PRINTER] = {.name = "printer",
			    .value = N_("NAME"),
			    .does = N_("hand what is made to this printer (lp of CUPS)")},
	[OPTION_DURATION] = {.name = "duration",
			     .value = N_("LENGTH"),
			     .does = N_("how long it is: days (2), hours (3h30) or half-day")},
	[OPTION_FROM] = {.name = "from",
			 .value = N_("DATE"),
			 .does = N_("the first day to look at (else tomorrow)")},
	[OPTION_TOWN] = {.name = "town",
			 .value = N_("TOWN…"),
			 .many = true,
			 .does = N_("where it could be held: every town up to the next option")},
	[OPTION_ROOM] = {.name = "room",
			 .value = N_("ROOM…"),
			 .many = true,
			 .does = N_("rooms that it needs, written “room” or “place/room”")},
	[OPTION_SPEAKER] = {.name = "speaker",
			    .value = N_("PERSON…"),
			    .many = true,
			    .does = N_("who has to be free: everybody up to the next option")},
	[OPTION_WEEKENDS] = {.name = "weekends", .does = N_("Saturdays and Sundays too")},
	[OPTION_INTO] = {.name = "into",
			 .value = N_("FOLDER"),
			 .hidden = true,
			 .does = N_("keep the sample database in a folder")},
};

char *
option_name(enum option option)
{
	const struct option_rule *rule = &option_rules[option];
	return g_strconcat("--", rule->name, NULL);
}

void
command_line_init(struct command_line *line)
{
	*line = (struct command_line){.words = g_ptr_array_new(),
				      .to = g_ptr_array_new(),
				      .reissue = g_ptr_array_new(),
				      .town = g_ptr_array_new(),
				      .room = g_ptr_array_new(),
				      .speaker = g_ptr_array_new()};
}

void
command_line_clear(struct command_line *line)
{
	g_ptr_array_unref(line->words);
	g_ptr_array_unref(line->to);
	g_ptr_array_unref(line->reissue);
	g_ptr_array_unref(line->town);
	g_ptr_array_unref(line->room);
	g_ptr_array_unref(line->speaker);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

static int
option_of_name(const char *name, gsize length)
{
	for (int i = 0; i < N_OPTIONS; i++)
		if (strlen(option_rules[i].name) == length &&
		    strncmp(option_rules[i].name, name, length) == 0)
			return i;
	return -1;
}

static int
option_of_letter(char letter)
{
	for (int i = 0; i < N_OPTIONS; i++)
		if (option_rules[i].letter == letter && letter != '\0')
			return i;
	return -1;
}

static bool
option_unknown(const char *typed, GError **error)
{
	const char *names[N_OPTIONS + 1] = {NULL};
	guint n = 0;
	for (int i = 0; i < N_OPTIONS; i++)
		if (!option_rules[i].hidden)
			names[n++] = option_rules[i].name;
	const char *equal = strchr(typed, '=');
	g_autofree char *name =
		equal != NULL ? g_strndup(typed, (gsize)(equal - typed)) : g_strdup(typed);
	const char *near = g_str_has_prefix(name, "--") ? nearest(name + 2, names) : NULL;
	if (near != NULL)
		return fail(error, ERROR_USAGE, _("there is no option “%s”; did you mean “--%s”?"),
			    name, near);
	return fail(error, ERROR_USAGE,
		    _("there is no option “%s”; “ateliers help” shows those that exist"), name);
}

/* True for what begins like an option. A number is none: "session move … -15". */
static bool
is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit(word[1]);
}

static bool
value_allowed(enum option option, const char *value, GError **error)
{
	const char *choices = option_rules[option].choices;
	g_autofree char *name = option_name(option);
	if (choices == NULL)
		return *value != '\0' ||
		       fail(error, ERROR_USAGE, _("“%s” wants a value that is not empty"), name);
	g_auto(GStrv) words = g_strsplit(choices, " ", -1);
	return g_strv_contains((const char *const *)words, value) ||
	       fail(error, ERROR_USAGE, _("“%s” takes one of: %s; not “%s”"), name, choices, value);
}

/* Where the values of an option that takes many go. */
static GPtrArray *
option_values(const struct command_line *line, enum option option)
{
	switch ((int)option) {
	case OPTION_REISSUE:
		return line->reissue;
	case OPTION_TOWN:
		return line->town;
	case OPTION_ROOM:
		return line->room;
	case OPTION_SPEAKER:
		return line->speaker;
	default:
		return line->to;
	}
}

static bool
option_set(struct command_line *line, enum option option, const char *value, GError **error)
{
	g_autofree char *name = option_name(option);
	const struct option_rule *rule = &option_rules[option];
	if (rule->value == NULL && *value != '\0')
		return fail(error, ERROR_USAGE, _("“%s” takes no value"), name);
	if (rule->value != NULL && !value_allowed(option, value, error))
		return false;
	if ((line->given & TAKES(option)) != 0 && rule->value != NULL && !rule->many)
		return fail(error, ERROR_USAGE, _("“%s” is given twice"), name);
	line->given |= TAKES(option);
	line->value[option] = value;
	if (rule->many)
		g_ptr_array_add(option_values(line, option), (gpointer)(gsize)value);
	return true;
}

/* The option that ARGV[*AT] begins, its value joined or next; *AT becomes the last word used. */
static bool
option_read(struct command_line *line, int argc, char *const *argv, int *at, GError **error)
{
	const char *word = argv[*at], *joined = NULL;
	int found = -1;
	if (g_str_has_prefix(word, "--")) {
		const char *equal = strchr(word, '=');
		joined = equal != NULL ? equal + 1 : NULL;
		found = option_of_name(word + 2, equal != NULL ? (gsize)(equal - word) - 2
							       : strlen(word + 2));
	} else {
		found = option_of_letter(word[1]);
		joined = word[2] != '\0' ? word + 2 : NULL;
	}
	if (found < 0)
		return option_unknown(word, error);
	enum option option = (enum option)found;
	if (option_rules[option].value == NULL || joined != NULL)
		return option_set(line, option, joined != NULL ? joined : "", error);
	if (*at + 1 >= argc) {
		g_autofree char *name = option_name(option);
		return fail(error, ERROR_USAGE, _("“%s” wants a value: %s"), name,
			    _(option_rules[option].value));
	}
	*at += 1;
	if (!option_set(line, option, argv[*at], error))
		return false;
	while (option_rules[option].many && *at + 1 < argc && !is_option(argv[*at + 1])) {
		*at += 1;
		g_ptr_array_add(option_values(line, option), argv[*at]);
	}
	return true;
}

bool
command_line_read(struct command_line *line, int argc, char *const *argv, GError **error)
{
	for (int at = 0; at < argc; at++) {
		if (strcmp(argv[at], "--") == 0) {
			while (++at < argc)
				g_ptr_array_add(line->words, argv[at]);
			return true;
		}
		if (!is_option(argv[at]))
			g_ptr_array_add(line->words, argv[at]);
		else if (!option_read(line, argc, argv, &at, error))
			return false;
	}
	return true;
}
