/* Sheets that come back signed: what somebody types of them becomes marks of presence. */
#ifndef APP_SHEET_H
#define APP_SHEET_H

#include "core/sheet_return.h"
#include "store/store.h"

/** The sign-in sheet of the event that REF says: its code, its version ("v2", "2"), or the last one
 * printed when it is NULL. 0 with ERROR_NOT_FOUND, which names those there are. */
gint64 sheet_find(Store *store, gint64 event_id, const char *ref, GError **error);

/** "v2 (cpfidelp), 202 lines". Caller frees. */
char *sheet_words(Store *store, gint64 sheet_id);

/** What became of a sheet. */
struct sheet_return {
	guint marked;      /* new marks */
	guint already;     /* lines of which this was known */
	GPtrArray *silent; /* char *: "13 Zoé Élan", lines of which nothing was typed */
	GPtrArray *gone;   /* char *: lines whose registration does not stand any longer */
};

void sheet_return_clear(struct sheet_return *done);

/** Read TYPED (core/sheet_return.h) and mark the people of its lines for the half-day, in the
 * gesture under way. ERROR_INVALID when it is not understood: then nothing was marked. */
bool sheet_return_mark(Store *store, gint64 sheet_id, gint64 half_day_id, const char *typed,
		       struct sheet_return *done, GError **error);

#endif
