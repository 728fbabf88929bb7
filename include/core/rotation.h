/* Which of many copies are worth keeping. */
#ifndef CORE_ROTATION_H
#define CORE_ROTATION_H

#include <glib.h>
#include <stdbool.h>

/** The latest copy of each of so many days, today being the first, and of each of so many ISO
 * weeks, this one being the first. */
#define ROTATION_DAYS  7
#define ROTATION_WEEKS 4

/** INSTANTS are the N instants of copies, UTC text, in any order; KEEP (N of them) receives whether
 * to keep each. The latest of all is always kept; so is one that says it comes from the future. */
void rotation_choose(const char *const *instants, guint n, const char *today, bool *keep);

#endif
