/* Sheets that come back signed: what somebody types of them becomes marks of presence. */
#ifndef APP_SHEET_H
#define APP_SHEET_H

#include "core/sheet_return.h"
#include "store/store.h"

/** A sign-in sheet that was printed. */
struct sheet_printed {
	gint64 id;
	gint64 session_id; /* 0: of the whole event */
	gint64 version;
	char *title; /* of its session, or NULL */
	char *code;  /* as it stands on the paper */
	char *printed_at;
	guint lines;     /* that are somebody's */
	guint half_days; /* that are signed on it */
	guint typed;     /* of these, those that were typed in */
	bool older;      /* a later version of the same sheet was printed */
};

/** Those of an event, or of one session (0: all): what is not typed in yet and has no later version
 * first, then the newest. Elements are struct sheet_printed, freed with the array; empty when none
 * was printed, NULL on error. */
GPtrArray *sheets_printed(Store *store, gint64 event_id, gint64 session_id, GError **error);

/** "pihykrtx · Atelier A · v2" and, with when it was printed, "typed in · Fri 15 Jan 9:02". The
 * caller frees both. */
char *sheet_label(const struct sheet_printed *sheet);
char *sheet_detail(Store *store, const struct sheet_printed *sheet);

/** The sign-in sheet of the event that REF says: its code, or its version ("v2", "2") where that is
 * of one sheet alone, the one of the whole event before those of sessions; NULL: the last printed
 * of the whole event, else of the one session that has any. 0 with ERROR_NOT_FOUND or
 * ERROR_AMBIGUOUS, which name those there are. */
gint64 sheet_find(Store *store, gint64 event_id, const char *ref, GError **error);

/** "v2 (cpfidelp), 202 lines", behind the title of its session. Caller frees. */
char *sheet_words(Store *store, gint64 sheet_id);

/** The half-days (gint64) that are signed on a sheet: of the whole event all, of a session those
 * that it meets, else those of its day. Caller frees; NULL on error. */
GArray *sheet_half_days(Store *store, gint64 sheet_id, GError **error);

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
