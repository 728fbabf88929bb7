/* What a gesture was, in words: the history of the command line and of the interface.
 *
 * A gesture is stored as a code ("attendee_import"), an amount and what it was about; the sentence
 * is made when it is shown, in the language of whoever reads it.
 */
#ifndef APP_GESTURE_H
#define APP_GESTURE_H

#include "store/history.h"

/** An action that store_begin() may be given. */
struct gesture_action {
	const char *code; /* "event_new": the noun, then the verb */
	const char *one;  /* English msgid for an amount of 1 or none */
	const char *many; /* the same for more; "{n}" stands for the amount */
};

/** Every action; a NULL code ends the table. */
extern const struct gesture_action gesture_actions[];

/** The action of that code, or NULL. */
const struct gesture_action *gesture_action(const char *code);

/** "12 people registered": what CODE did to AMOUNT things; an unknown code stands for itself.
 * Caller frees. */
char *gesture_phrase(const char *code, gint64 amount);

/** The gesture of GESTURES, a history, that says what GESTURE was about: of an undo or redo the one
 * that it took back in the end; GESTURE itself when that one is not among them. */
const struct gesture *gesture_about(const GPtrArray *gestures, const struct gesture *gesture);

/** What an undo or redo was about, without a history at hand, or NULL. Caller frees. */
char *gesture_subject(Store *store, const struct gesture *gesture);

/** "session added — Ouverture": the sentence below without “undone: ”, about SUBJECT (may be
 * NULL). Caller frees. */
char *gesture_plain(const struct gesture *gesture, const char *subject);

/** The whole sentence of a line of the history: "12 people registered — Journée d’échanges",
 * "undone: event changed — …". Caller frees. */
char *gesture_sentence(const struct gesture *gesture);

/** The same with the number of the event it belongs to, for two may bear one name: "event changed —
 * 2027-001 Journée Élan", "person registered — 2027-001 · Zoé Élan". Caller frees. */
char *gesture_sentence_placed(Store *store, const struct gesture *gesture);

/** What GESTURE changed, a sentence (char *) for each of its first MOST rows, and how many more
 * there are. NULL on error. Caller frees. */
GPtrArray *gesture_details(Store *store, gint64 gesture, guint most, GError **error);

#endif
