/* The root screens, one for each tab of the first row. */
#ifndef SCREENS_ROOTS_H
#define SCREENS_ROOTS_H

#include "tui/ui.h"

enum root {
	ROOT_HOME,
	ROOT_CALENDAR,
	ROOT_EVENTS,
	ROOT_PEOPLE,
	ROOT_ORGANISATIONS,
	ROOT_VENUES,
	ROOT_REPORT,
	ROOTS_N,
};

/** The label of a tab in the person's language. Borrowed. */
const char *root_label(int tab);

/** A new root screen. */
struct screen *root_screen(struct ui *ui, int tab);

#endif
