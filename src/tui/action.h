/* Everything one can do, in one table: footer, menu bar, help and manual are made from it. */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <glib.h>
#include <stdbool.h>

/** Where an action makes sense; a screen is in one or several. */
enum context {
	CONTEXT_ANY = 1 << 0,  /* everywhere that no text is typed */
	CONTEXT_HOME = 1 << 1, /* Accueil */
	CONTEXT_LIST = 1 << 2, /* any list */
	CONTEXT_EVENTS = 1 << 3,
	CONTEXT_PEOPLE = 1 << 4,
	CONTEXT_ORGANISATIONS = 1 << 5,
	CONTEXT_VENUES = 1 << 6,
	CONTEXT_EVENT = 1 << 7,     /* the workspace of one event */
	CONTEXT_PROGRAMME = 1 << 8, /* its tabs */
	CONTEXT_SPEAKERS = 1 << 9,
	CONTEXT_ATTENDEES = 1 << 10,
	CONTEXT_PARTNERS = 1 << 11,
	CONTEXT_FORM = 1 << 12,
	CONTEXT_PREVIEW = 1 << 13, /* of an import */
	CONTEXT_HISTORY = 1 << 14,
	CONTEXT_SAMPLE = 1 << 15, /* the trial database */
	CONTEXT_ROOMS = 1 << 16,
	CONTEXT_REFERENCE = 1 << 17, /* kinds, themes, cycles */
	CONTEXT_SETTINGS = 1 << 18,
	CONTEXT_DUPLICATES = 1 << 19,
	CONTEXT_CLASSIFY = 1 << 20, /* letters are families there */
	CONTEXT_FIGURES = 1 << 21,
	CONTEXT_COMPARE = 1 << 22,
	CONTEXT_WORKSHOPS = 1 << 23,
	CONTEXT_TASKS = 1 << 24, /* what is to be done: of an event, of all of them */
	CONTEXT_DECISIONS = 1 << 25,
	CONTEXT_PRACTICES = 1 << 26,
	CONTEXT_FOLLOW_UP = 1 << 27, /* the tab of an event that has its tasks */
	CONTEXT_THANKS = 1 << 28,
	CONTEXT_REPORT = 1 << 29, /* the figures of a year */
};

enum act {
	ACT_NONE,
	/* everywhere */
	ACT_HELP,
	ACT_MENU,
	ACT_QUIT,
	ACT_BACK,
	ACT_UNDO,
	ACT_REDO,
	ACT_HISTORY,
	ACT_GO_HOME,
	ACT_GO_EVENTS,
	ACT_GO_PEOPLE,
	ACT_GO_ORGANISATIONS,
	ACT_GO_VENUES,
	ACT_GO_REPORT,
	ACT_NEXT_TAB,
	ACT_PREVIOUS_TAB,
	ACT_REDRAW,
	ACT_SUSPEND,
	ACT_OWN_DATABASE,
	ACT_SETTINGS,
	ACT_KINDS,
	ACT_THEMES,
	ACT_CYCLES,
	ACT_PRACTICES,
	/* lists */
	ACT_OPEN,
	ACT_NEW,
	ACT_EDIT,
	ACT_DUPLICATE,
	ACT_DELETE,
	ACT_FILTER,
	ACT_SORT,
	ACT_SELECT,
	ACT_SELECT_ALL,
	ACT_SELECT_INVERT,
	ACT_BULK,
	ACT_TO_CLASSIFY,
	/* the directory */
	ACT_DUPLICATES,
	ACT_COMPARE,
	ACT_DISTINGUISH,
	ACT_TAKE_LEFT,
	ACT_TAKE_RIGHT,
	ACT_TAKE_BOTH,
	ACT_MERGE,
	ACT_RIGHTS,
	ACT_COPY,
	ACT_VIEW,
	ACT_CONFIRM,
	ACT_DOOR,
	ACT_NAMES,
	ACT_YEAR_BEFORE,
	ACT_YEAR_AFTER,
	ACT_REPORT_FILE,
	ACT_PROMOTE,
	ACT_SHEET,
	ACT_WORKSHOPS,
	ACT_HALF_DAYS,
	ACT_ASSIGN,
	/* after the event */
	ACT_DONE,
	ACT_PROPOSE,
	ACT_THANKS,
	ACT_PRACTICE,
	/* files and papers */
	ACT_IMPORT,
	ACT_CALENDAR,
	ACT_PRINT,
	ACT_EXPORT,
	/* forms */
	ACT_SAVE,
	ACT_ANNOUNCE,
	ACT_CANCEL_EVENT,
};

/** Where an action stands in the menu bar. */
enum menu {
	MENU_NONE,
	MENU_FILE,
	MENU_EDIT,
	MENU_VIEW,
	MENU_GO,
	MENU_HELP,
	MENUS,
};

struct action {
	enum act act;
	const char *id;    /* "event.new": for the manual and the tests */
	const char *keys;  /* names of keys, separated by spaces; "g e" is written "g+e" */
	const char *label; /* English msgid, a sentence for menu and help: "New event" */
	const char *hint;  /* English msgid, one word for the footer; NULL: not in the footer */
	unsigned contexts; /* of enum context */
	enum menu menu;
	int priority; /* in the footer: greater goes first */
};

/** Ended by ACT_NONE. */
extern const struct action actions[];

/** The action of a key in CONTEXTS, or NULL. NAME is a key's name, or "g+e". */
const struct action *action_of_key(const char *name, unsigned contexts);

/** True when the action has the key NAME. */
bool action_has_key(const struct action *action, const char *name);

/** The first key of an action, for showing: "F2", "g e". Caller frees. */
char *action_key_shown(const struct action *action);

/** The head of a menu in the person's language. Borrowed. */
const char *menu_label(enum menu menu);

#endif
