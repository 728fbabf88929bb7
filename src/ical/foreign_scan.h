/* A foreign calendar parted into its entries and time zones, before libical sees anything of it.
 *
 * libical 3.0.16 needs time by the square of the length of a line and of the number of faulty
 * properties, climbs its own stack by the depth of nesting, and drops all values of a list beyond
 * the 500th without a word. So it is given one component at a time, made of the few properties that
 * are read, each once, and each value of a list on a line of its own. Descriptions, attendees and
 * alarms never reach it.
 */
#ifndef ICAL_FOREIGN_SCAN_H
#define ICAL_FOREIGN_SCAN_H

#include "ical/foreign_text.h"

#define ICS_BYTES_MAX      (5u << 20)
#define ICS_DEPTH_MAX      4
#define ICS_COMPONENTS_MAX 5000
#define ICS_VALUES_MAX     5000 /* of the lists of one entry */
#define ICS_ZONE_PARTS_MAX 500  /* of one time zone; one with more is as if it were not there */

/** A component made ready for libical. */
struct ics_block {
	guint line;          /* of its BEGIN */
	GString *text;       /* BEGIN:VEVENT … END:VEVENT */
	guint32 seen;        /* bits of the single properties that are there */
	guint values;        /* of lists */
	const char *problem; /* code: it cannot be read; or NULL */
	guint problem_line;
};

struct ics_scan {
	GString *name;       /* of the calendar; NULL: none */
	GPtrArray *events;   /* struct ics_block */
	GPtrArray *zones;    /* struct ics_block */
	guint others;        /* components that are neither */
	const char *refused; /* code: the file as a whole is; or NULL */
	guint refused_line;
};

/** Part TEXT. Clear with ics_scan_clear(). */
void ics_scan(struct ics_scan *scan, const GString *text);

void ics_scan_clear(struct ics_scan *scan);

#endif
