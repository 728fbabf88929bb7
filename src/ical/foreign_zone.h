/* The time zones of a foreign calendar.
 *
 * A name of the IANA data means what that data says, whatever the file makes of it; Outlook's own
 * names are translated; a zone of another name is what the file's VTIMEZONE says. The data is read
 * before the reader is confined: afterwards no file can be opened.
 */
#ifndef ICAL_FOREIGN_ZONE_H
#define ICAL_FOREIGN_ZONE_H

#include <glib.h>
#include <stdbool.h>

typedef struct ics_zones IcsZones;
typedef struct ics_zone IcsZone; /* borrowed from the zones */

/** The zones that are known, HOME being the centre's. NULL when HOME is no zone. */
IcsZones *ics_zones_new(const char *home);
void ics_zones_free(IcsZones *zones);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(IcsZones, ics_zones_free)

/** Add the VTIMEZONE that TEXT is; one that cannot be used is left out. */
void ics_zones_add(IcsZones *zones, const char *text);

const IcsZone *ics_zone_home(const IcsZones *zones);
const IcsZone *ics_zone_utc(const IcsZones *zones);

/** The zone that a TZID means. *FROM_FILE says whether it is only what the file says; NULL: nobody
 * knows it. */
const IcsZone *ics_zone_find(const IcsZones *zones, const char *tzid, bool *from_file);

/** Civil seconds (of a clock that was never changed, since 1970-01-01T00:00) of an instant, and the
 * other way round. An hour that is there twice is the first; one that does not exist is read by the
 * offset before it (RFC 5545 §3.3.5). */
gint64 ics_zone_civil(const IcsZone *zone, gint64 instant);
gint64 ics_zone_instant(const IcsZone *zone, gint64 civil);

#endif
