/* The only place that asks what time it is.
 *
 * ATELIERS_NOW ("2026-11-23T08:30:00Z") freezes it, for tests and for pictures; written in any
 * other way it is as if it were not set.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <glib.h>
#include <stdbool.h>

/** Room for "2026-11-23T08:30:00Z" and its end. */
#define INSTANT_SIZE 21

/** Seconds since 1970, UTC. */
gint64 clock_seconds(void);

/** Now, UTC, as "2026-11-23T08:30:00Z". */
void clock_instant(char instant[static INSTANT_SIZE]);

/** The civil day in ZONE (IANA name), as "2026-11-23"; UTC when the zone is unknown. */
void clock_today(const char *zone, char day[static 11]);

/** The civil time in ZONE, as "09:30". */
void clock_time(const char *zone, char time[static 6]);

/** INSTANT (UTC text) as civil "2026-11-23T09:30" in ZONE. False, and
 * LOCAL empty, if it cannot be read. */
bool clock_local(const char *instant, const char *zone, char local[static 17]);

#endif
