/* What the files of the form share. */
#ifndef TUI_FORM_PRIVATE_H
#define TUI_FORM_PRIVATE_H

#include "app/noun.h"
#include "tui/complete.h"
#include "tui/form.h"
#include "tui/input.h"

#define LABEL_WIDTH 22

struct form_field {
	const struct noun_key *key;
	struct input input;
	char *original; /* as it was when the form opened */
	char *given;    /* what whoever opened a new form put there, or NULL */
	char *error;
	char *day;       /* the date that was understood, ISO; or NULL */
	char *stood;     /* the latest day that was read in it, ISO; or NULL */
	GPtrArray *made; /* char *: names that saving would make */
	char *judged;    /* the text that was looked at for them */
	char *note;      /* what else the person is to know of it, or NULL */
	char *means;     /* what follows from it, or NULL */
	char *remark;    /* what a check says of it: no fault, or NULL */
};

/* What would clash, and where. */
struct form_problem {
	char *message;
	const char *field; /* key, or NULL */
};

struct form {
	struct screen screen;
	const struct noun *noun;
	gint64 owner;
	void *row;    /* as it was stored when the form opened, or blank */
	gint64 since; /* the latest gesture of the file then */
	struct ui *ui;
	char *kept; /* the file of its draft, or NULL */
	bool fresh;
	gint64 copied; /* the event that saving makes a copy of; 0: none */
	bool tried;    /* what was typed was tried, and differed from what is stored */
	void (*saved)(struct ui *ui, gint64 id);
	GArray *fields;    /* struct form_field */
	guint focus, left; /* the field one is on, and was on */
	int scroll;
	GArray *problems; /* struct form_problem */
	bool popup;
	struct completion completion;
	guint choice;
	/* the field was just reached: a letter replaces the choice that stands in it */
	bool entered;
	int room; /* columns for what is typed and said of it */
	int popup_y, popup_x;
};

struct form_field *form_field_at(const struct form *form, guint place);

/** True for the field of an event’s first day: a date can be looked for there. */
bool form_field_finds(const struct form *form, const struct form_field *field);

/** The field of KEY; NULL when the form does not show it. */
struct form_field *form_field_of(struct form *form, const struct noun_key *key);

/** The same by the name of the key. */
struct form_field *form_field_named(struct form *form, const char *name);

/** True when something else stands in the field than when the form opened. */
bool form_field_changed(const struct form_field *field);
bool form_changed(const struct form *form);

/** Its text is another one: what was said of the one before is no longer so. */
void form_field_unsaid(struct form_field *field);

/** True when something stands there that neither the row nor whoever opened the form says. */
bool form_touched(const struct form *form);

/** Go to the field TO. */
void form_focus(struct form *form, guint to);

/* ---- the row: form_row.c ------------------------------------------------------------------------
 */

/** What the form is to be written into, in the gesture under way: blank, made as a copy, or as it
 * is stored now. Own it; NULL on failure. */
void *form_row(Store *store, struct form *form, GError **error);

/** The fields stand as the copy will have them. */
bool form_copy_show(Store *store, struct form *form, GError **error);

/* ---- reading: form_read.c -----------------------------------------------------------------------
 */

/** How the value of KEY in ROW stands in a field: dates as people type them, codes in words. Caller
 * frees. */
char *form_stored(Store *store, const struct form *form, const struct noun_key *key,
		  const void *row);

/** The event that ROW is part of, for its conflicts; 0 when it has none. */
gint64 form_event(const struct form *form, const void *row);

/** Write the form into ROW, in the gesture under way; a refused field gets the reason. */
bool form_write(struct ui *ui, struct form *form, void *row, GPtrArray *notes, GError **error);

/** Try the save and take it back: the form then shows what was understood, what is wrong, and what
 * would clash with it. */
void form_try(struct ui *ui, struct form *form);

/** What would clash with ROW, as it is stored. */
void form_problems_read(struct ui *ui, struct form *form, const void *row);

/** What saving would make, of the fields that were typed since this was last asked, in the trial
 * under way: it makes it. */
void form_made_read(Store *store, struct form *form, const void *row);

/* ---- more than one field says: form_spread.c ----------------------------------------------------
 */

/** Where two days or two times are typed as one, the last goes to its own field if that is free;
 * "+7" becomes the day it means, counted from the one that stood there. */
void form_spread(Store *store, struct form *form);

/** Take note of the days that stand in the fields. */
void form_stood_read(Store *store, struct form *form);

/** Why two that are typed into FIELD were not spread, or NULL: they are not two. Caller frees. */
char *form_spread_refusal(Store *store, struct form *form, const struct form_field *field);

/* ---- what is to be known of what is typed: form_note.c ------------------------------------------
 */

/** Say beside the name of a registration that somebody of that name is registered already, and
 * beside the place of an event in which town that is. */
void form_notes_read(Store *store, struct form *form);

/** In a new row a choice that must be made and was emptied has its usual value again. */
void form_usual_again(struct form *form);

/** The usual values as ROW, which was tried, has received them, where nobody chose. */
void form_usual_follow(Store *store, struct form *form, const void *row);

/* ---- saving: form_save.c ------------------------------------------------------------------------
 */

void form_save(struct ui *ui, struct form *form);

/** Close the form; ask first when something was typed. */
void form_leave(struct ui *ui, struct form *form);

/* ---- two people, one row: form_conflict.c -------------------------------------------------------
 */

/** The id of the latest gesture of the file; 0 when there is none. */
gint64 form_latest_gesture(Store *store);

/** Go on from ROW, as it was stored after the gesture SINCE, and own it; what is typed stays. */
void form_rebase(Store *store, struct form *form, void *row, gint64 since);

/** Compare the form with the row as it is now, in the gesture under way. FOUND receives a dialogue
 * about what somebody else has changed since, to be pushed once the gesture is over; NULL: nothing
 * stands in the way, and the form has been brought up to date. False when the row is gone. */
bool form_conflict_find(struct ui *ui, struct form *form, struct screen **found, GError **error);

/* ---- completion: form_popup.c -------------------------------------------------------------------
 */

/** Propose what goes on with what is typed; ALL: everything. */
void form_popup_open(struct ui *ui, struct form *form, bool all);
void form_popup_close(struct form *form);

/** Propose it because the person asked; where there is nothing, say what to do. */
void form_popup_ask(struct ui *ui, struct form *form);

/** The field becomes what is chosen. */
void form_popup_accept(struct form *form);

/** True when leaving the field takes the first proposal: only where it goes on with what was typed.
 */
bool form_popup_continues(const struct form *form);

/** True when the key was the popup's. */
bool form_popup_key(struct form *form, const struct key *key);
void form_popup_draw(const struct form *form, struct area body);

/* ---- drawing: form_draw.c -----------------------------------------------------------------------
 */

void form_draw(struct screen *screen, struct ui *ui, struct area body);

#endif
