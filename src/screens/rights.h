/* What the law gives to the people of the directory, and what they said: consents and oppositions,
 * all that is held, erasure. */
#ifndef SCREENS_RIGHTS_H
#define SCREENS_RIGHTS_H

#include "tui/list.h"

/** Offer what can be done for the person the list is on. */
void rights_open(struct ui *ui, gint64 person_id);

/** Note, as one gesture, that the list's targets were asked today whether they wish to stay. */
void rights_asked_today(struct list *list, struct ui *ui);

/** Forget the list's targets, once the person has read what that means and said so. */
void rights_forget(struct list *list, struct ui *ui);

#endif
