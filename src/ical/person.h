/* ORGANIZER and ATTENDEE (rules A11, D3 and D4). */
#ifndef ICAL_PERSON_H
#define ICAL_PERSON_H

#include <libical/ical.h>

#include "ical/calendar.h"

/** ORGANIZER, or NULL with ERROR_INVALID when the address is not usable. Caller frees. */
icalproperty *ics_organizer_new(const struct calendar_organizer *organizer, GError **error);

/** The one ATTENDEE who is asked to answer, or NULL with ERROR_INVALID when the address is not
 * usable. NAME may be NULL. Caller frees. */
icalproperty *ics_attendee_new(const char *name, const char *email, GError **error);

#endif
