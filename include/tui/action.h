/* Everything one can do, in one table: footer, menu bar, help and manual are made from it. */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <glib.h>
#include <stdbool.h>

/* Where an action makes sense; a screen is in one or several. */
#define CONTEXT_ANY           (G_GUINT64_CONSTANT(1) << 0) /* everywhere that no text is typed */
#define CONTEXT_HOME          (G_GUINT64_CONSTANT(1) << 1) /* Accueil */
#define CONTEXT_LIST          (G_GUINT64_CONSTANT(1) << 2) /* any list */
#define CONTEXT_EVENTS        (G_GUINT64_CONSTANT(1) << 3)
#define CONTEXT_PEOPLE        (G_GUINT64_CONSTANT(1) << 4)
#define CONTEXT_ORGANISATIONS (G_GUINT64_CONSTANT(1) << 5)
#define CONTEXT_VENUES        (G_GUINT64_CONSTANT(1) << 6)
#define CONTEXT_EVENT         (G_GUINT64_CONSTANT(1) << 7) /* the workspace of one event */
#define CONTEXT_PROGRAMME     (G_GUINT64_CONSTANT(1) << 8) /* its tabs */
#define CONTEXT_SPEAKERS      (G_GUINT64_CONSTANT(1) << 9)
#define CONTEXT_ATTENDEES     (G_GUINT64_CONSTANT(1) << 10)
#define CONTEXT_PARTNERS      (G_GUINT64_CONSTANT(1) << 11)
#define CONTEXT_FORM          (G_GUINT64_CONSTANT(1) << 12)
#define CONTEXT_PREVIEW       (G_GUINT64_CONSTANT(1) << 13) /* of an import */
#define CONTEXT_HISTORY       (G_GUINT64_CONSTANT(1) << 14)
#define CONTEXT_SAMPLE        (G_GUINT64_CONSTANT(1) << 15) /* the trial database */
#define CONTEXT_ROOMS         (G_GUINT64_CONSTANT(1) << 16)
#define CONTEXT_REFERENCE     (G_GUINT64_CONSTANT(1) << 17) /* kinds, themes, cycles */
#define CONTEXT_SETTINGS      (G_GUINT64_CONSTANT(1) << 18)
#define CONTEXT_DUPLICATES    (G_GUINT64_CONSTANT(1) << 19)
#define CONTEXT_CLASSIFY      (G_GUINT64_CONSTANT(1) << 20) /* letters are families there */
#define CONTEXT_FIGURES       (G_GUINT64_CONSTANT(1) << 21)
#define CONTEXT_COMPARE       (G_GUINT64_CONSTANT(1) << 22)
#define CONTEXT_WORKSHOPS     (G_GUINT64_CONSTANT(1) << 23)
#define CONTEXT_TASKS                                                                              \
	(G_GUINT64_CONSTANT(1) << 24) /* what is to be done: of an event, of all of them */
#define CONTEXT_DECISIONS (G_GUINT64_CONSTANT(1) << 25)
#define CONTEXT_PRACTICES (G_GUINT64_CONSTANT(1) << 26)
#define CONTEXT_FOLLOW_UP (G_GUINT64_CONSTANT(1) << 27) /* the tab of an event with its tasks */
#define CONTEXT_THANKS    (G_GUINT64_CONSTANT(1) << 28)
#define CONTEXT_REPORT    (G_GUINT64_CONSTANT(1) << 29) /* the figures of a year */
#define CONTEXT_CONFLICTS (G_GUINT64_CONSTANT(1) << 30) /* what copies said otherwise */
#define CONTEXT_CONFLICT  (G_GUINT64_CONSTANT(1) << 31) /* one of them */
#define CONTEXT_CALENDAR  (G_GUINT64_CONSTANT(1) << 32)
#define CONTEXT_DATES     (G_GUINT64_CONSTANT(1) << 33) /* days on which an event could be */

#define CONTEXT_GENERAL (G_GUINT64_CONSTANT(1) << 34) /* the first tab of an event */

#define CONTEXT_CHECKLIST (G_GUINT64_CONSTANT(1) << 40) /* usual tasks of a kind of event */
#define CONTEXT_FRESH     (G_GUINT64_CONSTANT(1) << 42) /* an event that was just made */

enum act {
	ACT_NONE,
	/* everywhere */
	ACT_HELP,
	ACT_MENU,
	ACT_PALETTE,
	ACT_PREFERENCES,
	ACT_QUIT,
	ACT_BACK,
	ACT_UNDO,
	ACT_REDO,
	ACT_HISTORY,
	ACT_GO_HOME,
	ACT_GO_CALENDAR,
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
	ACT_HOLIDAYS,
	/* the calendar */
	ACT_CALENDAR_VIEW,
	ACT_PERIOD_BEFORE,
	ACT_PERIOD_AFTER,
	ACT_TODAY,
	ACT_MOVE,
	ACT_DATES,
	ACT_TAKE_DATE,
	/* lists */
	ACT_OPEN,
	ACT_NEW,
	ACT_EDIT,
	ACT_DUPLICATE,
	ACT_DELETE,
	ACT_FILTER,
	ACT_SORT,
	ACT_COLUMNS,
	ACT_FIRST,
	ACT_SELECT,
	ACT_SELECT_ALL,
	ACT_SELECT_INVERT,
	ACT_BULK,
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
	ACT_COPY_LINE,
	ACT_OPEN_LINK,
	ACT_VIEW,
	ACT_CONFIRM,
	ACT_DOOR,
	ACT_NAMES,
	ACT_YEAR_BEFORE,
	ACT_YEAR_AFTER,
	ACT_REPORT_FILE,
	ACT_PROMOTE,
	ACT_SHEET,
	ACT_DOOR_COPIES,
	ACT_CONFLICT,
	ACT_WORKSHOPS,
	ACT_HALF_DAYS,
	ACT_ASSIGN,
	/* after the event */
	ACT_DONE,
	ACT_PROPOSE,
	ACT_TAKE_LIST,
	/* the programme */
	ACT_PROGRAMME_VIEW,
	ACT_MOVE_SESSION,
	ACT_SHIFT,
	ACT_THANKS,
	ACT_PRACTICE,
	ACT_RECORD,
	ACT_LOGO,
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
	guint64 contexts;  /* of CONTEXT_… */
	enum menu menu;
	int priority; /* in the footer: greater goes first */
};

/** Ended by ACT_NONE. */
extern const struct action actions[];

/** The action of a key in CONTEXTS, or NULL. NAME is a key's name, or "g+e". */
const struct action *action_of_key(const char *name, guint64 contexts);

/** True when the action has the key NAME. */
bool action_has_key(const struct action *action, const char *name);

/** The first key of an action, for showing: "F2", "g e". Caller frees. */
char *action_key_shown(const struct action *action);

/** Where the action can be done, for who is elsewhere: "only on a list of attendees"; "" when that
 * is everywhere. Caller frees. */
char *action_place(const struct action *action);

/** The head of a menu in the person's language. Borrowed. */
const char *menu_label(enum menu menu);

#endif
