/* The form of one row of any noun, made from the noun's keys. What is typed is read when a field is
 * left; everything is judged by trying the save and taking it back, so that the form says what the
 * save would say. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "app/noun.h"
#include "tui/ui.h"

struct form_request {
	const struct noun *noun;
	gint64 id;    /* 0: a new row */
	gint64 owner; /* of the noun's owner; 0 when it has none */
	/** Told after a save; may be NULL. */
	void (*saved)(struct ui *ui, gint64 id);
	const char *const *typed; /* key, text, key, text…, NULL: already typed; or NULL */
};

/** Open it on top of the stack, or say why not. */
void form_open(struct ui *ui, const struct form_request *request);

#endif
