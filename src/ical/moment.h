/* Civil days and times and UTC instants, as libical holds them. */
#ifndef ICAL_MOMENT_H
#define ICAL_MOMENT_H

#include <libical/ical.h>
#include <stdbool.h>

/** Read DAY "2027-01-15" as a date. False when it is not a day; NULL is none. */
bool moment_day(const char *day, struct icaltimetype *moment);

/** Set the time of day of *MOMENT, a day, to TIME "09:30". False when it is not a time; NULL is
 * none. */
bool moment_set_time(const char *time, struct icaltimetype *moment);

/** Read INSTANT "2026-11-23T08:30:00Z" as UTC. False when it is not one; NULL is none. */
bool moment_instant(const char *instant, struct icaltimetype *moment);

#endif
