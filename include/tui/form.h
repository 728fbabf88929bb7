/* The form of one row of any noun, made from the noun's keys. What is typed is read when a field is
 * left; everything is judged by trying the save and taking it back, so that the form says what the
 * save would say. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "app/noun.h"
#include "tui/ui.h"

/** What stood typed in a field of an earlier form, and what it stood in place of (NULL: not known).
 */
struct form_typed {
	const char *key;
	char *text;
	char *before;
};

struct form_request {
	const struct noun *noun;
	gint64 id;    /* 0: a new row */
	gint64 owner; /* of the noun's owner; 0 when it has none */
	/** An event that saving makes a copy of (event_copy()), in the same gesture; 0: none. */
	gint64 copied;
	const char *focus; /* the key to begin with; NULL: the first */
	/** Told after a save; may be NULL. */
	void (*saved)(struct ui *ui, gint64 id);
	const struct form_typed *typed; /* already typed */
	guint n_typed;
	gint64 since;     /* the latest gesture of the file when that was typed; 0: now */
	const char *kept; /* the file of the draft that this takes up, or NULL */
};

/** Open it on top of the stack, or say why not. */
void form_open(struct ui *ui, const struct form_request *request);

#endif
