/* An event announced: its programme frozen, version by version (core/announcement.h). */
#ifndef APP_ANNOUNCEMENT_H
#define APP_ANNOUNCEMENT_H

#include "app/event_whole.h"
#include "core/announcement.h"

/** What was announced last, beside the event as it is. */
typedef struct announced {
	gint64 version;         /* 0: it was never announced */
	char *announced_at;     /* instant, NULL when it never was */
	GPtrArray *differences; /* struct announcement_difference; empty when it never was */
} Announced;

/** NULL on error. */
Announced *announced_load(Store *store, gint64 event_id, GError **error);

/** The same of an event that is loaded. */
Announced *announced_of(Store *store, const EventWhole *whole, GError **error);

void announced_free(Announced *announced);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Announced, announced_free)

/** "12/01/2027 (version 2)": when the last announcement was made. NULL when there was none.
 * Caller frees. */
char *announced_when(Store *store, const Announced *announced);

/** Announce the event, in the gesture under way: what it is now becomes the next version, and an
 * idea or a draft becomes announced. VERSION receives it; when nothing has changed since the last
 * one it is that one, and ADDED false. A number is given once, undone or not. ERROR_INVALID for an
 * event that has no day to announce or does not take place. */
bool event_announce(Store *store, gint64 event_id, gint64 *version, bool *added, GError **error);

#endif
