/* The pairs of people or organisations that may be one, the most certain first: compared and made
 * one, or told apart. */
#ifndef SCREENS_SCREEN_DUPLICATES_H
#define SCREENS_SCREEN_DUPLICATES_H

#include "app/noun.h"
#include "tui/ui.h"

/** The duplicates among the rows of NOUN (people, organisations), searched for beside the person's
 * work. */
struct screen *duplicates_screen(struct ui *ui, const struct noun *noun);

#endif
