/* The occurrences of an entry that repeats, inside a window of days. */
#ifndef ICAL_FOREIGN_REPEAT_H
#define ICAL_FOREIGN_REPEAT_H

#include "ical/foreign_entry.h"

/** More occurrences of one rule are not taken. */
#define ICS_OCCURRENCES_MAX 1000

/** The window: civil seconds of its first moment and of the one behind its last. */
struct ics_window {
	gint64 begin, end;
};

/** Why the rule of ENTRY is not followed, a code, or NULL: it is. */
const char *ics_rule_refused(const struct ics_entry *entry);

/** The starts (struct ics_moment) of the occurrences of ENTRY that touch WINDOW, without those that
 * it takes out; of an entry that does not repeat its own start, wherever it is. Sets what is to be
 * warned of. Caller frees. */
GArray *ics_occurrences(struct ics_entry *entry, const struct ics_window *window,
			const IcsZone *home);

#endif
