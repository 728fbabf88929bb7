#include "tui/action.h"

#include <string.h>

#include "base/i18n.h"
#include "tui/key.h"

#define ROOTS                                                                                      \
	(CONTEXT_HOME | CONTEXT_CALENDAR | CONTEXT_EVENTS | CONTEXT_PEOPLE |                       \
	 CONTEXT_ORGANISATIONS | CONTEXT_VENUES)
#define ROWS                                                                                       \
	(CONTEXT_EVENTS | CONTEXT_PEOPLE | CONTEXT_ORGANISATIONS | CONTEXT_VENUES |                \
	 CONTEXT_PROGRAMME | CONTEXT_SPEAKERS | CONTEXT_ATTENDEES | CONTEXT_PARTNERS |             \
	 CONTEXT_ROOMS | CONTEXT_REFERENCE | CONTEXT_TASKS | CONTEXT_DECISIONS |                   \
	 CONTEXT_PRACTICES | CONTEXT_CHECKLIST)
#define EVENT_ROWS (CONTEXT_EVENTS | CONTEXT_EVENT | CONTEXT_CALENDAR)

const struct action actions[] = {
	{ACT_OPEN, "list.open", "Enter", N_("Open"), N_("open"),
	 CONTEXT_LIST | CONTEXT_HOME | CONTEXT_CALENDAR | CONTEXT_WORKSHOPS, MENU_FILE, 90},
	{ACT_NEW, "list.new", "n", N_("New"), N_("new"), ROWS | CONTEXT_HOME | CONTEXT_CALENDAR,
	 MENU_FILE, 80},
	{ACT_EDIT, "list.edit", "e", N_("Edit"), N_("edit"),
	 ROWS | CONTEXT_EVENT | CONTEXT_CALENDAR | CONTEXT_DATES, MENU_FILE, 75},
	{ACT_DUPLICATE, "event.duplicate", "d", N_("Duplicate (copy) the event"), N_("duplicate"),
	 EVENT_ROWS, MENU_FILE, 30},
	{ACT_DELETE, "list.delete", "s", N_("Delete"), N_("delete"), ROWS, MENU_FILE, 40},
	{ACT_ANNOUNCE, "event.announce", "A", N_("Announce the event, see what changed"),
	 N_("announce"), EVENT_ROWS, MENU_FILE, 22},
	{ACT_CANCEL_EVENT, "event.cancel", "C", N_("Cancel the event (it stays, marked)"), NULL,
	 CONTEXT_EVENTS | CONTEXT_CALENDAR | CONTEXT_GENERAL, MENU_FILE, 0},
	{ACT_IMPORT, "file.import", "b", N_("Bring in a table, a survey (satisfaction)"),
	 N_("import"), ROOTS | ROWS | CONTEXT_EVENT, MENU_FILE, 55},
	{ACT_CALENDAR, "file.calendar", "i", N_("Calendar and invitation files (.ics)"), N_(".ics"),
	 EVENT_ROWS | CONTEXT_HOME, MENU_FILE, 50},
	{ACT_PRINT, "file.print", "p", N_("Print (sheets, badges, questionnaire…)"), N_("print"),
	 EVENT_ROWS | CONTEXT_PRACTICES, MENU_FILE, 60},
	{ACT_EXPORT, "list.export", "X", N_("Export the list (.xlsx, CSV)"), N_("export"), ROWS,
	 MENU_FILE, 17},
	{ACT_DOOR, "event.door", "a", N_("Sign in at the door"), N_("sign in"), EVENT_ROWS,
	 MENU_FILE, 58},
	{ACT_DOOR_COPIES, "event.copies", "O", N_("Take the event along, bring a copy back"),
	 N_("take along"), CONTEXT_EVENT, MENU_FILE, 21},
	{ACT_NAMES, "figures.names", "Enter", N_("The names behind a figure"), N_("names"),
	 CONTEXT_FIGURES | CONTEXT_REPORT, MENU_VIEW, 90},
	{ACT_YEAR_BEFORE, "report.before", "Left h", N_("The year before"), N_("year before"),
	 CONTEXT_REPORT, MENU_VIEW, 80},
	{ACT_YEAR_AFTER, "report.after", "Right l", N_("The year after"), N_("year after"),
	 CONTEXT_REPORT, MENU_VIEW, 79},
	{ACT_REPORT_FILE, "report.file", "p", N_("The report as a file: PDF, Excel, CSV"),
	 N_("print"), CONTEXT_REPORT, MENU_FILE, 60},
	{ACT_PROMOTE, "attendee.promote", "w", N_("Give a seat from the waiting list"), N_("seat"),
	 CONTEXT_ATTENDEES, MENU_EDIT, 33},
	{ACT_SHEET, "attendee.sheet", "R", N_("Type in a signed sheet"), N_("signed sheet"),
	 CONTEXT_ATTENDEES | CONTEXT_PROGRAMME, MENU_EDIT, 22},
	{ACT_HALF_DAYS, "event.half_days", "J", N_("Half-days: times, and what they count as"),
	 NULL, CONTEXT_EVENT, MENU_VIEW, 0},
	{ACT_WORKSHOPS, "attendee.workshops", "W", N_("Workshops: wishes and places"),
	 N_("workshops"), CONTEXT_ATTENDEES, MENU_VIEW, 21},
	{ACT_ASSIGN, "workshops.assign", "F2 C-s", N_("Place people by their wishes"), N_("assign"),
	 CONTEXT_WORKSHOPS, MENU_EDIT, 95},
	{ACT_DONE, "task.done", "T", N_("Done, or to be done again"), N_("done"),
	 CONTEXT_TASKS | CONTEXT_THANKS, MENU_EDIT, 74},
	{ACT_PROPOSE, "task.propose", "P", N_("Add the usual list of the kind of event"),
	 N_("usual list"), CONTEXT_FOLLOW_UP | CONTEXT_FRESH, MENU_EDIT, 34},
	{ACT_TAKE_LIST, "checklist.take", "P", N_("Take over the list that comes with the program"),
	 N_("take over"), CONTEXT_CHECKLIST, MENU_EDIT, 34},
	{ACT_THANKS, "event.thanks", "M", N_("Whom to thank: speakers, partners, host"),
	 N_("thanks"), CONTEXT_FOLLOW_UP | CONTEXT_EVENT, MENU_VIEW, 15},
	{ACT_PROGRAMME_VIEW, "programme.view", "v", N_("As a list, or as a timetable by room"),
	 N_("timetable"), CONTEXT_PROGRAMME, MENU_VIEW, 65},
	{ACT_MOVE_SESSION, "session.move", "D", N_("Move the session with the arrows"), N_("move"),
	 CONTEXT_PROGRAMME, MENU_EDIT, 34},
	{ACT_SHIFT, "programme.shift", "+", N_("Shift the session and all that follows it"),
	 N_("shift"), CONTEXT_PROGRAMME, MENU_EDIT, 33},
	{ACT_RECORD, "event.record", "D", N_("Record of decisions: read it, or begin it"),
	 N_("record"), CONTEXT_FOLLOW_UP | CONTEXT_DECISIONS, MENU_VIEW, 33},
	{ACT_LOGO, "organisation.logo", "L", N_("Logo of the organisation, for papers"), N_("logo"),
	 CONTEXT_ORGANISATIONS, MENU_EDIT, 19},
	{ACT_PRACTICE, "session.practice", "F", N_("Good practices shown at this session"),
	 N_("practice"), CONTEXT_PROGRAMME, MENU_VIEW, 31},
	{ACT_OPEN_LINK, "row.link", "o", N_("Open the link, or write to the address"), NULL,
	 CONTEXT_EVENTS | CONTEXT_GENERAL | CONTEXT_ORGANISATIONS | CONTEXT_VENUES |
		 CONTEXT_PEOPLE | CONTEXT_HOME,
	 MENU_FILE, 0},
	{ACT_TAKE_DATE, "dates.take", "Enter", N_("Take this date for the event"), N_("take it"),
	 CONTEXT_DATES, MENU_EDIT, 90},
	{ACT_MOVE, "calendar.move", "D", N_("Move (shift) the event by days or weeks"), N_("move"),
	 CONTEXT_CALENDAR, MENU_EDIT, 72},
	{ACT_DATES, "event.dates", "z", N_("Find a date: days ranked, with the reasons"),
	 N_("find a date"), CONTEXT_EVENTS | CONTEXT_EVENT, MENU_EDIT, 23},
	{ACT_DATES, "calendar.dates", "z", N_("Find a date: days ranked, with the reasons"),
	 N_("find a date"), CONTEXT_CALENDAR, MENU_EDIT, 77},
	{ACT_OWN_DATABASE, "file.own", "B", N_("Leave the trial and begin my own database"),
	 N_("my own database"), CONTEXT_SAMPLE, MENU_FILE, 20},
	{ACT_QUIT, "program.quit", "C-q", N_("Leave Ateliers (all is kept)"), NULL, CONTEXT_ANY,
	 MENU_FILE, 0},
	{ACT_UNDO, "edit.undo", "u", N_("Undo my last gesture"), N_("undo"), CONTEXT_ANY, MENU_EDIT,
	 35},
	{ACT_REDO, "edit.redo", "C-r", N_("Redo"), NULL, CONTEXT_ANY, MENU_EDIT, 0},
	{ACT_HISTORY, "edit.history", "H", N_("History of gestures"), NULL, CONTEXT_ANY, MENU_EDIT,
	 0},
	{ACT_SELECT, "list.select", "Space", N_("Select the row"), NULL, ROWS | CONTEXT_CLASSIFY,
	 MENU_EDIT, 0},
	{ACT_SELECT_ALL, "list.select_all", "*", N_("Select every row shown"), NULL,
	 ROWS | CONTEXT_CLASSIFY, MENU_EDIT, 0},
	{ACT_SELECT_INVERT, "list.invert", "!", N_("Invert the selection"), NULL,
	 ROWS | CONTEXT_CLASSIFY, MENU_EDIT, 0},
	{ACT_CONFIRM, "classify.confirm", "Enter", N_("Confirm what is proposed or chosen"),
	 N_("confirm"), CONTEXT_CLASSIFY, MENU_EDIT, 90},
	{ACT_BULK, "list.bulk", "x", N_("Act on the selected rows"), NULL, ROWS, MENU_EDIT, 0},
	{ACT_DUPLICATES, "directory.duplicates", "=", N_("Search for duplicates"), N_("duplicates"),
	 CONTEXT_PEOPLE | CONTEXT_ORGANISATIONS, MENU_EDIT, 28},
	{ACT_COMPARE, "duplicates.compare", "Enter", N_("Compare the two, field by field"),
	 N_("compare"), CONTEXT_DUPLICATES, MENU_EDIT, 90},
	{ACT_DISTINGUISH, "duplicates.distinguish", "s",
	 N_("They are two: do not propose them again"), N_("they are two"),
	 CONTEXT_DUPLICATES | CONTEXT_COMPARE, MENU_EDIT, 80},
	{ACT_CONFLICT, "conflicts.open", "Enter", N_("See both values side by side"),
	 N_("both values"), CONTEXT_CONFLICTS, MENU_EDIT, 90},
	{ACT_MERGE, "compare.merge", "F2 C-s", N_("Make them one"), N_("make them one"),
	 CONTEXT_COMPARE, MENU_EDIT, 95},
	{ACT_TAKE_LEFT, "compare.left", "Left h", N_("Keep the left one"), N_("left"),
	 CONTEXT_COMPARE | CONTEXT_CONFLICT, MENU_EDIT, 94},
	{ACT_TAKE_RIGHT, "compare.right", "Right l", N_("Keep the right one"), N_("right"),
	 CONTEXT_COMPARE | CONTEXT_CONFLICT, MENU_EDIT, 93},
	{ACT_TAKE_BOTH, "compare.both", "b", N_("Keep both"), N_("both"), CONTEXT_COMPARE,
	 MENU_EDIT, 92},
	{ACT_RIGHTS, "person.rights", "r", N_("Rights of the person: consents, data, erasure"),
	 N_("rights"), CONTEXT_PEOPLE, MENU_EDIT, 27},
	{ACT_COPY, "people.addresses", "y", N_("Copy the addresses of the selected people"),
	 N_("addresses"), CONTEXT_PEOPLE | CONTEXT_ATTENDEES | CONTEXT_SPEAKERS | CONTEXT_THANKS,
	 MENU_EDIT, 26},
	{ACT_COPY_LINE, "row.copy", "y", N_("Copy the line: date, title, place, link; a figure"),
	 NULL,
	 CONTEXT_EVENTS | CONTEXT_GENERAL | CONTEXT_ORGANISATIONS | CONTEXT_VENUES |
		 CONTEXT_FIGURES | CONTEXT_REPORT | CONTEXT_HOME,
	 MENU_EDIT, 0},
	{ACT_FILTER, "list.filter", "f /", N_("Filter as one types"), N_("filter"), CONTEXT_LIST,
	 MENU_VIEW, 70},
	{ACT_SORT, "list.sort", "t", N_("Sort by another column"), N_("sort"), ROWS, MENU_VIEW, 25},
	{ACT_COLUMNS, "list.columns", "c", N_("Choose the columns and their order"), N_("columns"),
	 ROWS, MENU_VIEW, 24},
	{ACT_VIEW, "list.view", "v", N_("Everything, or only what is to be dealt with"), N_("view"),
	 CONTEXT_PEOPLE | CONTEXT_ORGANISATIONS, MENU_VIEW, 24},
	{ACT_CALENDAR_VIEW, "calendar.view", "v", N_("Week, month, year, rooms"), N_("view"),
	 CONTEXT_CALENDAR, MENU_VIEW, 78},
	{ACT_PERIOD_BEFORE, "calendar.before", "PgUp", N_("The week, month or year before"), NULL,
	 CONTEXT_CALENDAR, MENU_VIEW, 0},
	{ACT_PERIOD_AFTER, "calendar.after", "PgDn", N_("The week, month or year after"),
	 N_("next"), CONTEXT_CALENDAR, MENU_VIEW, 71},
	{ACT_TODAY, "calendar.today", "Home", N_("Today"), N_("today"), CONTEXT_CALENDAR, MENU_VIEW,
	 70},
	{ACT_REDRAW, "view.redraw", "C-l", N_("Draw the screen again"), NULL, CONTEXT_ANY,
	 MENU_VIEW, 0},
	{ACT_NEXT_TAB, "go.next_tab", "Tab", N_("Next tab"), N_("tab"),
	 ROOTS | CONTEXT_EVENT | CONTEXT_REPORT, MENU_GO, 15},
	{ACT_PREVIOUS_TAB, "go.previous_tab", "S-Tab", N_("Previous tab"), NULL,
	 ROOTS | CONTEXT_EVENT | CONTEXT_REPORT, MENU_GO, 0},
	{ACT_GO_HOME, "go.home", "g+a", N_("Home"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_GO_CALENDAR, "go.calendar", "g+c", N_("Calendar"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_GO_EVENTS, "go.events", "g+e", N_("Events"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_GO_PEOPLE, "go.people", "g+p", N_("People"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_GO_ORGANISATIONS, "go.organisations", "g+o", N_("Organisations"), NULL, CONTEXT_ANY,
	 MENU_GO, 0},
	{ACT_GO_VENUES, "go.venues", "g+l", N_("Places"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_GO_REPORT, "go.report", "g+b", N_("Figures of the year"), NULL, CONTEXT_ANY, MENU_GO,
	 0},
	{ACT_KINDS, "go.kinds", "g+k", N_("Kinds of event"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_THEMES, "go.themes", "g+t", N_("Themes"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_CYCLES, "go.cycles", "g+y", N_("Cycles"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_PRACTICES, "go.practices", "g+f", N_("Good practices"), NULL, CONTEXT_ANY, MENU_GO, 0},
	{ACT_HOLIDAYS, "go.holidays", "g+v", N_("School holidays, periods to avoid"), NULL,
	 CONTEXT_ANY, MENU_GO, 0},
	{ACT_SETTINGS, "go.settings", ",", N_("Settings of the centre"), NULL, CONTEXT_ANY, MENU_GO,
	 0},
	{ACT_FIRST, "list.first", "g+g", N_("First row of the list (G: the last one)"), NULL,
	 CONTEXT_LIST, MENU_GO, 0},
	{ACT_PREFERENCES, "view.preferences", "E", N_("My preferences: theme, mouse"), NULL,
	 CONTEXT_ANY, MENU_VIEW, 0},
	{ACT_BACK, "go.back", "Esc q", N_("Go back"), N_("back"), CONTEXT_ANY, MENU_GO, 10},
	{ACT_SAVE, "form.save", "F2 C-s", N_("Save"), N_("save"), CONTEXT_FORM, MENU_NONE, 95},
	{ACT_MENU, "program.menu", "F9 m", N_("Menu bar"), N_("menu"), CONTEXT_ANY, MENU_HELP, 18},
	{ACT_PALETTE, "program.palette", ": C-p", N_("Palette: find and do anything"), N_("find"),
	 CONTEXT_ANY, MENU_HELP, 19},
	{ACT_HELP, "program.help", "? F1", N_("Keys of this screen"), N_("help"), CONTEXT_ANY,
	 MENU_HELP, 85},
	{ACT_SUSPEND, "program.suspend", "C-z", N_("Suspend: fg comes back"), NULL, CONTEXT_ANY,
	 MENU_NONE, 0},
	{.act = ACT_NONE},
};

bool
action_has_key(const struct action *action, const char *name)
{
	gsize size = strlen(name);
	const char *key = action->keys;
	while (*key != '\0') {
		gsize length = strcspn(key, " ");
		if (length == size && strncmp(key, name, size) == 0)
			return true;
		key += length;
		key += strspn(key, " ");
	}
	return false;
}

const struct action *
action_of_key(const char *name, guint64 contexts)
{
	for (const struct action *action = actions; action->act != ACT_NONE; action++)
		if ((action->contexts & contexts) != 0 && action_has_key(action, name))
			return action;
	return NULL;
}

char *
action_key_shown(const struct action *action)
{
	g_auto(GStrv) keys = g_strsplit(action->keys, " ", 2);
	const char *plus = strchr(keys[0], '+');
	if (plus != NULL && plus != keys[0])
		return g_strdup_printf("%c %s", keys[0][0], plus + 1);
	return key_shown(keys[0]);
}

const char *
menu_label(enum menu menu)
{
	static const char *const labels[MENUS] = {
		[MENU_FILE] = N_("File"), [MENU_EDIT] = N_("Edit"), [MENU_VIEW] = N_("View"),
		[MENU_GO] = N_("Go"),     [MENU_HELP] = N_("Help"),
	};
	return labels[menu] != NULL ? _(labels[menu]) : "";
}
