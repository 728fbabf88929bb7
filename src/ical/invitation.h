/* The message of one event to one person (rules C4 and D1 to D8).
 *
 * A message is a method, the VEVENT of ics_event_append() and one person: that of a cancellation
 * (D6) differs by its method and has no reminder. Answers are foreign text and are not read here.
 */
#ifndef ICAL_INVITATION_H
#define ICAL_INVITATION_H

#include "ical/calendar.h"

/** The function of struct ical_module of the same name. */
bool ics_invitation(const struct calendar_invitation *invitation, calendar_sink sink, gpointer user,
		    GError **error);

#endif
