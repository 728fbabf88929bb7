/* What a screen is: it draws itself from its state and answers keys and actions. The loop owns a
 * stack of them; prompts and dialogues are screens too, so that nothing ever loops inside another.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/i18n.h"
#include "store/store.h"
#include "tui/action.h"
#include "tui/draw.h"
#include "tui/key.h"

struct ui;
struct screen;

/* A key that a screen answers to itself, outside the table of actions: help shows it. */
struct key_help {
	const char *keys;  /* names, separated by spaces; NULL ends a list */
	const char *label; /* English msgid, a sentence as in the table of actions */
};

/* What lists of rows answer to: see key_moves(). */
#define KEY_HELP_MOVES                                                                             \
	{"Up Down k j", N_("Row above, row below")}, {"PgUp PgDn", N_("A page up, a page down")},  \
	{                                                                                          \
		"Home End G", N_("First row, last row")                                            \
	}

struct screen_class {
	const char *name;
	guint64 contexts; /* of CONTEXT_…; screen->contexts adds more */
	const char
		*hint; /* English msgid: the keys while letters are text; NULL: from the actions */
	bool overlay;  /* what is below shows around it */
	bool wheel_tabs; /* the wheel goes from field to field, as Tab does; not with the arrows */
	const struct key_help *keys; /* its own keys, for help; NULL: none but those of actions */
	/** Draw into BODY, and put the cursor on the focus. */
	void (*draw)(struct screen *screen, struct ui *ui, struct area body);
	/** Draw into the status row, while nothing else is said there. May be NULL. */
	void (*status)(struct screen *screen, struct ui *ui, struct area row);
	/** True when the key was taken: it then means nothing else. May be NULL. */
	bool (*key)(struct screen *screen, struct ui *ui, const struct key *key);
	/** Something of this screen was clicked: a row, a head, a tab. True when a second click
	 * does with it what Enter does. May be NULL. */
	bool (*click)(struct screen *screen, struct ui *ui, const struct hit *hit);
	/** Do it; false when this screen does not. May be NULL. */
	bool (*act)(struct screen *screen, struct ui *ui, enum act act);
	/** Rows may have changed: read them again, keep the place. May be NULL. */
	void (*reload)(struct screen *screen, struct ui *ui);
	/** Put the cursor on a row that has just come; false when it is not shown. May be NULL. */
	bool (*reveal)(struct screen *screen, const struct entity *entity, gint64 id);
	/** What the window is called while this screen is on top; NULL: as the tab. It names no
	 * person. May be NULL. Caller frees. */
	char *(*title)(struct screen *screen);
	/** True while letters are text. May be NULL. */
	bool (*typing)(struct screen *screen);
	/** What going away would throw away, as the head of a question; NULL: nothing. May be
	 * NULL. Caller frees. */
	char *(*unfinished)(struct screen *screen);
	/** Keep what is unfinished, for the next start (a hang-up). May be NULL. */
	void (*keep)(struct screen *screen, struct ui *ui);
	void (*free)(struct screen *screen);
};

/** The beginning of every screen's own struct. */
struct screen {
	const struct screen_class *class;
	guint64 contexts;
	int tab; /* root tabs: which one; -1 otherwise */
};

#endif
