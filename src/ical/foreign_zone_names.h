/* Names of time zones: those that are known before a file is read, and other words for them. */
#ifndef ICAL_FOREIGN_ZONE_NAMES_H
#define ICAL_FOREIGN_ZONE_NAMES_H

struct ics_zone_alias {
	const char *name; /* as Windows calls it (Unicode CLDR, windowsZones.xml, territory 001) */
	const char *zone; /* of the IANA data */
};

/** A NULL name ends the table. */
extern const struct ics_zone_alias ics_zone_aliases[];

/** More zones of the IANA data; NULL ends the list. */
extern const char *const ics_zone_names[];

#endif
