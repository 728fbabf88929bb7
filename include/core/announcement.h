/* What was told to the public of an event, and how the event has changed since.
 *
 * Title, dates, times and speakers must be the same on what announces an event and on what proves
 * it (case law on sign-in sheets: CAA Nantes and Paris, 2017). An announcement is therefore frozen
 * as text: a key file with a group for the event, for each day and for each session, by their uids.
 * People stand in it by their uid alone, so that erasing somebody reaches it.
 */
#ifndef CORE_ANNOUNCEMENT_H
#define CORE_ANNOUNCEMENT_H

#include <glib.h>

/* Texts are borrowed and may be NULL, but for the uids. */

struct announced_day {
	const char *uid;
	const char *date; /* as precise as known */
	const char *welcome, *start, *end;
	const char *place;
};

struct announced_session {
	const char *uid;
	const char *day; /* uid; NULL: on no day yet */
	const char *start, *end;
	const char *title;
	const char *room;
	const char *const *speakers; /* uids of people, in their order; NULL at the end */
};

struct announced_programme {
	const char *title;
	const struct announced_day *days;
	guint n_days;
	const struct announced_session *sessions;
	guint n_sessions;
	const char *const *speakers; /* of the event as a whole */
};

/** PROGRAMME as it is kept: the same facts give the same text. Caller frees. */
char *announcement_write(const struct announced_programme *programme);

struct announcement_difference {
	const char *field; /* key of what it concerns: "title", "start_date", "start_time", "venue",
			      "sessions", "speakers", "status" */
	char *message;     /* a sentence in the person's language: what was announced */
};

/** The name of the person of a uid, or NULL when nobody knows it any more. Borrowed. */
typedef const char *(*announcement_namer)(const char *uid, gpointer user);

/** How NOW differs from what was ANNOUNCED (both as announcement_write() makes them): struct
 * announcement_difference *, owned by the array, in the order of the programme. A text that cannot
 * be read has no difference; where neither sessions nor speakers were announced, those of now are
 * no difference: what came later contradicts nobody. Caller frees. */
GPtrArray *announcement_differences(const char *announced, const char *now,
				    announcement_namer namer, gpointer user);

#endif
