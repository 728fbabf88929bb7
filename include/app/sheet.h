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

/** The lines of a sheet and what is known of them for one half-day: read once, asked at each key.
 */
typedef struct sheet_page SheetPage;

/** NULL on error. */
SheetPage *sheet_page_load(Store *store, gint64 sheet_id, gint64 half_day_id, GError **error);
void sheet_page_free(SheetPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SheetPage, sheet_page_free)

/** How what is TYPED so far is read: "present: 1-10 · excused: 11 Zoé Élan"; names where they fit
 * ROOM columns. NOTE receives what is not understood and which earlier marks would change, or NULL.
 * The caller frees both. */
char *sheet_page_reading(const SheetPage *page, const char *typed, int room, char **note);

/** What became of a sheet. The lists hold char *. */
struct sheet_return {
	guint marked;       /* new marks */
	guint already;      /* lines of which this was known */
	GArray *counts;     /* guint, by the places of code_presence_states: what lines are now */
	GPtrArray *changed; /* "11 Zoé Élan excused → present": marked otherwise before */
	GPtrArray *kept;    /* "12 Zoé Élan excused": an empty cell, which says less than that */
	GPtrArray *silent;  /* "13 Zoé Élan": nothing was typed of them */
	GPtrArray *gone;    /* lines whose registration does not stand any longer */
};

void sheet_return_clear(struct sheet_return *done);

/** Read TYPED (core/sheet_return.h) and mark the people of its lines for the half-day, in the
 * gesture under way. ERROR_INVALID when it is not understood: then nothing was marked. DONE is
 * cleared by the caller in any case. */
bool sheet_return_mark(Store *store, gint64 sheet_id, gint64 half_day_id, const char *typed,
		       struct sheet_return *done, GError **error);

/** "10 present, 1 excused, 1 absent; 2 marks changed". Caller frees. */
char *sheet_return_words(const struct sheet_return *done);

#endif
