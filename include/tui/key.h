/* Keys as the rest of the interface knows them: by their names. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <glib.h>
#include <stdbool.h>

/** One key. Its name is "a", "é", "Space", "Enter", "Esc", "Tab", "S-Tab", "Backspace", "Delete",
 * "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "C-Left", "C-Right", "F1"…"F12",
 * "C-a"…"C-z", "Paste", "Resize", "Click", "WheelUp", "WheelDown" or "" for what nobody knows. */
struct key {
	char name[16];
	char text[8];      /* what it types, UTF-8; "" for the others */
	const char *paste; /* of "Paste": all of it, borrowed while the key is handled */
	int y, x;          /* of the mouse: where it points */
};

/** Prepare the terminal's keys: paste brackets, variants of arrows. Call after newterm(). */
void keys_begin(void);

/** Take the mouse from the terminal, or leave it to it. With Shift held it is the terminal's. */
void keys_mouse(bool ours);

/** Read the next key that waits; false when none does. */
bool key_read(struct key *key);

/** Free what reading holds. */
void keys_end(void);

bool key_is(const struct key *key, const char *name);

/** Move CURSOR among N rows, of which PAGE are shown, when KEY is one that moves (arrows, j and k,
 * pages, Home, End or G); false when it is none. */
bool key_moves(const struct key *key, guint *cursor, guint n, guint page);

/** The key that people see written as SHOWN ("Échap", "Ctrl-R", "↓"), or NULL. Caller frees. */
char *key_of_shown(const char *shown);

/** The key that is called NAME, as if it had been pressed. */
struct key key_named(const char *name);

/** The names of several keys, separated by spaces, for people: "Échap, q". Caller frees. */
char *keys_shown(const char *names);

/** The name of a key for people: "Entrée", "Échap", "Ctrl-R", "F2". Caller frees. */
char *key_shown(const char *name);

#endif
