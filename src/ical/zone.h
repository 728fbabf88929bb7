/* The time zones that calendar files may name, and their VTIMEZONE (rules A7 and A8). */
#ifndef ICAL_ZONE_H
#define ICAL_ZONE_H

#include <glib.h>
#include <stdbool.h>

/** True when ZONE (IANA name, may be NULL) is one of those embedded. */
bool ics_zone_known(const char *zone);

/** Append the VTIMEZONE of a known ZONE to OUT. It tells every hour right from 1997 on, that of
 * America/Miquelon from 2007 on. */
void ics_zone_append(GString *out, const char *zone);

#endif
