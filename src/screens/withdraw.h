/* Certificates withdrawn, from the list of attendees. */
#ifndef SCREENS_WITHDRAW_H
#define SCREENS_WITHDRAW_H

#include "tui/list.h"

/** Ask whether the valid certificates of the attendees one stands on or has selected are to be
 * withdrawn, and do it; it says so when they have none. */
void withdraw_ask(struct list *list, struct ui *ui);

#endif
