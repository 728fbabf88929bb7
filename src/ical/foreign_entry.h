/* One entry (VEVENT) of a foreign calendar, as libical understands it. */
#ifndef ICAL_FOREIGN_ENTRY_H
#define ICAL_FOREIGN_ENTRY_H

#include "ical/foreign_scan.h"
#include "ical/foreign_zone.h"

/** A day, or a civil time in a zone. */
struct ics_moment {
	bool day;
	gint64 civil;        /* seconds, as in ical/foreign_zone.h */
	const IcsZone *zone; /* NULL: a day */
};

struct ics_entry {
	guint line;
	char *uid;     /* made from the entry when it has none */
	bool nameless; /* it has none */
	char *title;   /* or NULL */
	char *place;   /* or NULL */
	gint64 sequence;
	bool cancelled;
	bool free; /* TRANSP:TRANSPARENT */
	struct ics_moment start;
	bool ends;           /* an end is known */
	gint64 civil_length; /* of the clock on the wall; days of an all-day entry */
	gint64 exact_length; /* seconds that pass beyond that (RFC 5545 §3.3.6) */
	char *rule;          /* RRULE, or NULL */
	GArray *added;       /* struct ics_moment: RDATE */
	GArray *removed;     /* EXDATE */
	bool moved;          /* it takes the place of the occurrence ORIGINAL */
	bool following;      /* RANGE=THISANDFUTURE */
	struct ics_moment original;
	const char *refused; /* code: it is left out; or NULL */
	guint refused_line;
	const char *warned;       /* code: read, but not all of it; or NULL */
	const char *zone_unknown; /* a TZID that nobody knows, or NULL */
	const char *zone_filed;   /* one that only the file explains, or NULL */
};

/** Read BLOCK. Caller frees with ics_entry_free(). */
struct ics_entry *ics_entry_read(const struct ics_block *block, const IcsZones *zones);

void ics_entry_free(gpointer entry);

/** The instant of a moment; a day begins at midnight in the zone HOME. */
gint64 ics_moment_instant(const struct ics_moment *moment, const IcsZone *home);

/** What an occurrence is called: "20270115" or "20270115T083000Z". Caller frees. */
char *ics_moment_key(const struct ics_moment *moment, const IcsZone *home);

#endif
