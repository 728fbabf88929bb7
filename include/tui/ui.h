/* The state of the interface: the database, the stack of screens, what stands in the status row. */
#ifndef TUI_UI_H
#define TUI_UI_H

#include "tui/screen.h"

enum toast_kind {
	TOAST_DONE,
	TOAST_UNDO, /* done, and u undoes it */
	TOAST_REDO, /* undone, and Ctrl-R does it again */
	TOAST_NOTE,
	TOAST_ERROR,
};

struct care;
struct watch;

/** Take the day that was found, as people type it. */
typedef void (*date_taker)(struct ui *ui, const char *typed, gpointer user);

/* What the screens give to the interface, which knows none of them by name. */
struct ui_rooms {
	int n_roots; /* tabs of the first row; the first one is where one begins */
	const char *(*root_label)(int tab);
	struct screen *(*root_screen)(struct ui *ui, int tab);
	/** Do what opens a screen from anywhere; false: this act is not of that sort. */
	bool (*act)(struct ui *ui, enum act act);
	/** Look for a date for the event, or for a new one (0), and hand it to TAKE. */
	void (*find_date)(struct ui *ui, gint64 event_id, date_taker take, gpointer user);
	/** The first screen stands: what else is to be seen at once. */
	void (*begin)(struct ui *ui);
};

struct ui {
	Store *store;
	const struct ui_rooms *rooms;
	bool sample;
	GPtrArray *stack; /* struct screen, the last one on top */
	char *toast;
	enum toast_kind toast_kind;
	bool goes;   /* "g" was typed: the next letter says where to */
	int clicked; /* the row clicked last, and nothing since; -1: none */
	bool dirty;  /* something is to be drawn */
	bool leaving;
	bool left;          /* the person has asked to leave */
	guint draft_source; /* of the loop: a draft is to be kept; 0: none */
	int exit_code;
	GMainLoop *loop;
	struct care *care;   /* what goes on beside the person's work (care.c), or NULL */
	struct watch *watch; /* of what colleagues save (watch.c), or NULL */
	GKeyFile *memory;    /* what screens were (tui/memory.h); NULL until one asks */
};

/** Put SCREEN on top; the stack owns it. */
void ui_push(struct ui *ui, struct screen *screen);

/** Take the top screen away and read the others again. */
void ui_pop(struct ui *ui);

/** Take SCREEN away, wherever it stands. */
void ui_remove(struct ui *ui, struct screen *screen);

/** Replace the whole stack by the root screen of TAB. */
void ui_go(struct ui *ui, int tab);

/** The screen on top; there is always one. */
struct screen *ui_top(struct ui *ui);

/** Every screen reads its rows again. */
void ui_reload(struct ui *ui);

/** The screen on top puts the cursor on a row that has just come; false when it does not show it.
 */
bool ui_reveal(struct ui *ui, const struct entity *entity, gint64 id);

/** What the person sees in the status row until the next gesture. */
void ui_say(struct ui *ui, enum toast_kind kind, const char *format, ...) G_GNUC_PRINTF(3, 4);

/** Say that WHAT was done, with the key that undoes it, behind what FOLLOWED from it (NULL:
 * nothing).
 */
void ui_say_done(struct ui *ui, const char *followed, const char *what);

/** Say why something failed; frees ERROR. NULL is allowed. */
void ui_fail(struct ui *ui, GError *error);

/** Handle one key. */
void ui_key(struct ui *ui, const struct key *key);

/** Do an action, as if its key had been pressed. */
bool ui_act(struct ui *ui, enum act act);

/** The contexts in which the person is now. */
guint64 ui_contexts(struct ui *ui);

/** Draw everything. */
void ui_draw(struct ui *ui);

/** Begin a gesture, or say why not. */
bool ui_begin(struct ui *ui, const char *action);

/** Commit it, say WHAT (a whole sentence) with the key that undoes it, and read again; or say why
 * not. */
bool ui_commit(struct ui *ui, const char *what);

#endif
