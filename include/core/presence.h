/* Presence, derived from marks (data model, rule 8). */
#ifndef CORE_PRESENCE_H
#define CORE_PRESENCE_H

#include <stdbool.h>

#include "core/attendee.h"

/** What the marks of one attendee for one half-day come to: the state of the last mark that nothing
 * has retracted, in the order (happened, nonce); a retraction may itself be retracted. "unknown"
 * when none stands. MARKS are N marks in any order. Borrowed from the marks, or for ever. */
const char *presence_state(const struct presence_mark *const *marks, guint n);

/** False for "unknown": nobody has said whether they came. */
bool presence_is_known(const char *state);

/** Whether no standing retraction takes MARK, one of MARKS, back. */
bool presence_mark_stands(const struct presence_mark *mark,
			  const struct presence_mark *const *marks, guint n);

/** The mark that decides, or NULL. */
const struct presence_mark *presence_deciding(const struct presence_mark *const *marks, guint n);

#endif
