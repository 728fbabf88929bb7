/* Two rows that may be one, side by side: field by field left, right or both, then made one; or
 * told apart. */
#ifndef SCREENS_COMPARE_H
#define SCREENS_COMPARE_H

#include "app/noun.h"
#include "core/duplicate.h"
#include "tui/ui.h"

/** Told once the pair is settled, whichever way. */
typedef void (*compare_settled)(struct ui *ui, gint64 first, gint64 second, gpointer user);

/** Show the two rows of PAIR, or say why not. */
void compare_open(struct ui *ui, const struct noun *noun, const struct duplicate *pair,
		  compare_settled settled, gpointer user);

/** Note that the two are two, as a gesture; false when it could not be done. */
bool compare_distinguish(struct ui *ui, const struct noun *noun, gint64 first, gint64 second);

#endif
