/* The facts of the date finder, from the database (core/date_finder.h has the rules). */
#ifndef APP_DATE_FINDER_H
#define APP_DATE_FINDER_H

#include "core/date_finder.h"
#include "store/store.h"

/** What is looked for. All of it may be changed between date_search_new() and date_finder_load().
 */
typedef struct date_search {
	gint64 event_id; /* of an event that is to be moved, which then hinders nobody; or 0 */
	gint64 kind_id;  /* whose usual weekdays count; 0: those of all events */
	int from, until; /* days on which it may begin (core/day_grid.h) */
	int days;        /* so many, one after the other */
	int minutes;     /* of one day alone: so long, at any hour; 0: the whole day */
	GArray *parts;   /* struct finder_part of an event: its days; NULL: days and minutes say */
	bool weekends;
	GPtrArray *towns; /* char * */
	GArray *rooms;    /* gint64 */
	GArray *speakers; /* gint64: people */
} DateSearch;

/** From tomorrow, for three months, one whole day. */
DateSearch *date_search_new(Store *store);

/** The same for the event: its kind, days and times, town, rooms and speakers. NULL on error. */
DateSearch *date_search_of_event(Store *store, gint64 event_id, GError **error);

void date_search_free(DateSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DateSearch, date_search_free)

/** Read how long: "2", "2 days", "3h30", "90 min", "half-day". ERROR_INVALID. */
bool date_search_duration(DateSearch *search, const char *typed, GError **error);

/** The same in words: "2 days", "3h30". Caller frees. */
char *date_search_duration_text(const DateSearch *search);

typedef struct date_finder DateFinder;

/** Read once everything that counts for the days of SEARCH, which is not needed any more then. NULL
 * on error. NOTES (may be NULL) receives what is not known of what was asked for (char *). */
DateFinder *date_finder_load(Store *store, const DateSearch *search, GPtrArray *notes,
			     GError **error);

void date_finder_free(DateFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DateFinder, date_finder_free)

/** True when school holidays are not known for all the days looked at; UNTIL then receives the last
 * day for which they are, in words (caller frees), or NULL when none are known. */
bool date_finder_holidays_lack(const DateFinder *finder, char **until);

/** For finder_day() and finder_rank(). Borrowed. */
const struct finder_facts *date_finder_facts(const DateFinder *finder);

#endif
