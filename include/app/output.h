/* What leaves the house: calendars, invitations, papers; and the checks before them. */
#ifndef APP_OUTPUT_H
#define APP_OUTPUT_H

#include "store/store.h"

/* ---- calendars (rules A to D of docs/adr/0008) -------------------------------------------------
 */

struct calendar_choice {
	gint64 event_id;  /* 0: all */
	const char *year; /* "2026", or NULL: all */
	bool sessions;    /* one entry per session instead of one per day */
};

/** Write the public calendar to PATH ("-": standard output), whole or not at all. ENTRIES (may be
 * NULL) receives how many entries it has; NOTES (may be NULL) receives sentences: no ORGANIZER
 * address is set, events left out because they have no day (char *). */
bool calendar_export(Store *store, const struct calendar_choice *choice, const char *path,
		     guint *entries, GPtrArray *notes, GError **error);

/** One personal invitation per live attendee with a usable address, into the folder FOLDER (made if
 * needed), one file per person and day of the event. FILES (may be NULL) receives their paths,
 * UNREACHED the attendees without a usable address by name (char *). TO (may be NULL) limits it to
 * some attendee ids. */
bool invitations_write(Store *store, gint64 event_id, const gint64 *to, guint n_to,
		       const char *folder, GPtrArray *files, GPtrArray *unreached, GPtrArray *notes,
		       GError **error);

/* ---- papers ------------------------------------------------------------------------------------
 */

struct paper_choice {
	const char *document; /* "attendees", "sign-in" */
	gint64 event_id;
	gint64 session_id; /* 0: the whole event */
	const char *sort;  /* "name", "organisation", "department"; NULL: name */
	bool shared;       /* no e-mail, no phone */
	bool csv;          /* a list for people's spreadsheets instead of PDF */
	bool dry_run;      /* nothing is written, no version is counted */
};

/** Make a paper at PATH (NULL: under a readable name in the output folder). MADE receives the path,
 * which the caller frees; PAGES (may be NULL) the number of pages; NOTES (may be NULL) what the
 * checks said and letters that no font has. A paper that shows what the last one showed keeps its
 * version; sign-in sheets store whose line is whose. */
bool paper_print(Store *store, const struct paper_choice *choice, const char *path, char **made,
		 guint *pages, GPtrArray *notes, GError **error);

/** The names of papers that can be made, NULL-terminated. */
extern const char *const papers[];

/** The folder for files that are made: the setting, else the user's documents. Caller frees. */
char *output_folder(Store *store);

/** A readable, safe name in the output folder: "2026-014 émargement v3.pdf". Caller frees. */
char *output_name(Store *store, gint64 event_id, const char *what, int version, const char *ending);

/* ---- checks ------------------------------------------------------------------------------------
 */

/** Every problem of an event (struct check_problem of core/check.h, owned by the array), or NULL on
 * error. */
GPtrArray *event_check(Store *store, gint64 event_id, GError **error);

#endif
