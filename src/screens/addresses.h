/* Addresses of the people of a list, for a mail program: on the clipboard and in a file. */
#ifndef SCREENS_ADDRESSES_H
#define SCREENS_ADDRESSES_H

#include "app/consent.h"
#include "tui/list.h"

/** Put ADDRESSES on the clipboard and into a file, and say who was left out. */
void addresses_give(struct ui *ui, const struct addresses *addresses);

/** Ask what they are to be written to about, then copy the addresses of the list's targets (people,
 * live registrations, speakers) without those who oppose it. */
void addresses_ask(struct list *list, struct ui *ui);

#endif
