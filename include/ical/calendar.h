/* Calendar files: the public feed and personal invitations (RFC 5545, 5546, 7986).
 *
 * Built with libical one property at a time; our own two-observance VTIMEZONE, because libical's
 * default one puts readers an hour or two off. Rules A to D of the study are in docs/adr/0008.
 * Nothing here asks what time it is: the same items give the same bytes.
 */
#ifndef ICAL_CALENDAR_H
#define ICAL_CALENDAR_H

#include <glib.h>
#include <stdbool.h>

/** One entry. All text is borrowed and may be hostile: the writer cleans it. Missing is NULL. */
struct calendar_item {
	const char *uid;        /* printable ASCII, a bare UUID; never NULL */
	const char *parent_uid; /* RELATED-TO of a session, or NULL */
	int sequence;           /* >= 0 */
	const char *created_at; /* UTC instants "2026-11-23T08:30:00Z"; NULL when not known */
	const char *stamped_at; /* DTSTAMP and LAST-MODIFIED: when what is seen last changed */
	const char *first_day;  /* "2027-01-15"; never NULL */
	const char *last_day;   /* last day of an all-day entry over consecutive days, or NULL: one
				   day, as when it is before the first; unused with a start_time */
	const char *start_time; /* "09:30", or NULL: the entry is all-day */
	const char *end_time;   /* "16:00" of the same day; NULL: no end is known, as when it is not
				   later than start_time. Then DTEND is left out, never guessed:
				   readers show the start alone or one hour */
	const char *zone;       /* IANA name of the civil times; unused without a start_time */
	const char *summary;    /* NULL is written as "untitled" */
	const char *description; /* plain text, several lines; ends with the url in the file, unless
				    it holds it: many readers do not show URL */
	const char *location;
	const char *url;               /* only http and https become URL */
	const char *const *categories; /* NULL-terminated, or NULL */
	bool cancelled;                /* STATUS:CANCELLED; the title gets its prefix here */
	bool tentative;                /* STATUS:TENTATIVE (not yet announced) */
};

/** Who sends. */
struct calendar_organizer {
	const char *name;  /* or NULL */
	const char *email; /* without "mailto:"; usable (text_is_email()) */
};

/** The head of a feed. */
struct calendar_head {
	const char *name; /* NULL in a single-event file (rule B3): X-WR-CALNAME, NAME and whatever
			     else concerns a calendar as a whole are then left out. Names (here,
			     of people, of categories) are written without , ; : and " */
	struct calendar_organizer organizer; /* of every item */
	const char *const *zones; /* NULL-terminated, or NULL: every zone that a timed item will
				     use, the calendar's own first; repeats are allowed */
};

/** A personal invitation: one file, one event, one attendee (rules D1-D6, D8). */
struct calendar_invitation {
	struct calendar_item item; /* not cancelled */
	struct calendar_organizer organizer;
	const char *attendee_name;  /* or NULL */
	const char *attendee_email; /* one usable address, not that of the organizer */
};

/** Takes the next BYTES of the file; false stops the writer, which returns false with ERROR. */
typedef bool (*calendar_sink)(const char *bytes, gsize size, gpointer user, GError **error);

/** What of a foreign calendar is wanted. */
struct calendar_window {
	const char *zone;                 /* the centre's: the civil times that are given are its */
	const char *first_day, *last_day; /* dates outside these days are left out */
};

/** What the rest of the program may ask of this floor (it is loaded when first used). What is
 * refused (ERROR_INVALID) has given nothing to the sink: a feed can go on without that item. */
struct ical_module {
	/** True when the zone can be written (one of those embedded). NULL is not. */
	bool (*zone_known)(const char *zone);

	/** Write the head of a METHOD:PUBLISH feed, its items one by one with the same HEAD, its
	 * end. The caller gives each uid once, in a stable order (rule B7). */
	bool (*feed_begin)(const struct calendar_head *head, calendar_sink sink, gpointer user,
			   GError **error);
	bool (*feed_item)(const struct calendar_head *head, const struct calendar_item *item,
			  calendar_sink sink, gpointer user, GError **error);
	bool (*feed_end)(calendar_sink sink, gpointer user, GError **error);

	/** Write one whole METHOD:REQUEST file. */
	bool (*invitation)(const struct calendar_invitation *invitation, calendar_sink sink,
			   gpointer user, GError **error);

	/** Read the foreign calendar that comes from the descriptor IN and write what it holds to
	 * OUT, as records (core/calendar_record.h). Before the first byte is read this process
	 * gives up, for ever, to open, to make or to start anything and to run longer or larger
	 * than a calendar needs: it is one made for nothing else, and ends here once it has read.
	 * False with ERROR when it could not be limited or IN or OUT fails. */
	bool (*read_confined)(int in, int out, const struct calendar_window *window,
			      GError **error);
};

/** The one way in. */
const struct ical_module *ical_module(void);

#endif
