/* The logo that an organisation has on papers, on L. */
#ifndef SCREENS_LOGO_H
#define SCREENS_LOGO_H

#include "tui/list.h"

/** Ask for the file of the logo of the organisation that the list stands on. */
void logo_ask(struct list *list, struct ui *ui);

#endif
