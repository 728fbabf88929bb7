/* What leaves the house: calendars, invitations, papers; and the checks before them. */
#ifndef APP_OUTPUT_H
#define APP_OUTPUT_H

#include "store/store.h"

/* ---- calendars (rules A to D of docs/adr/0008) -------------------------------------------------
 */

struct calendar_choice {
	gint64 event_id;  /* 0: all that the public knows of */
	const char *year; /* "2026": entries with a day in it; NULL: all */
	bool sessions;    /* one entry per session; days that have none keep theirs */
};

/** Write the public calendar to PATH ("-": standard output), whole or not at all.
 *
 * Every day with a date is an entry; consecutive days at one place, none of which has times, are
 * one. Events that took place or are announced are in it; cancelled and postponed ones stay,
 * marked; ideas and drafts are left out, unless EVENT_ID asks for one, which is then tentative. An
 * event whose days are known only as a month or a year is left out too.
 *
 * ENTRIES (may be NULL) receives how many entries it has; NOTES (may be NULL) receives sentences
 * (char *): no ORGANIZER address is set, what was left out and why. ERROR_INVALID when the one
 * event asked for has no day. */
bool calendar_export(Store *store, const struct calendar_choice *choice, const char *path,
		     guint *entries, GPtrArray *notes, GError **error);

/** One personal invitation per live attendee with a usable address (as declared, else the
 * directory's) who does not wait for a seat, speakers and staff included, into the folder FOLDER
 * (made if needed, mode 0700): one file per person and calendar entry of the event, "2026-014 Élan
 * Zoé.ics", "… jour 1.ics" when there are several. Namesakes get their attendee numbers. An
 * existing file of the name is replaced. FILES (may be NULL) receives their paths, UNREACHED those
 * without a usable address by name (char *). TO (may be NULL) limits it to N_TO attendee ids.
 * ERROR_INVALID when the event does not take place or has no day. */
bool invitations_write(Store *store, gint64 event_id, const gint64 *to, guint n_to,
		       const char *folder, GPtrArray *files, GPtrArray *unreached, GPtrArray *notes,
		       GError **error);

/* ---- papers ------------------------------------------------------------------------------------
 */

struct paper_choice {
	const char *document; /* "attendees", "sign-in" */
	gint64 event_id;
	gint64 session_id; /* 0: the whole event */
	const char *sort;  /* "name", "organisation", "department", "workshop"; NULL: name */
	bool shared;       /* no e-mail, no phone */
	bool csv;          /* a list for people's spreadsheets instead of PDF */
	bool dry_run;      /* nothing is written, no version is counted */
};

/** Make a paper at PATH (NULL: under a readable name in the output folder, which is made if
 * needed). MADE (may be NULL) receives the path, which the caller frees, in a dry run too; PAGES
 * (may be NULL) the number of pages, 0 when nothing was drawn; NOTES (may be NULL) what the checks
 * said and letters that no font has. "attendees" lists those registered, and those present once
 * somebody was.
 *
 * A paper that shows what the last one showed keeps its version and code; a list says the same in
 * whatever order, with or without contact details. Sign-in sheets store whose line is whose. This
 * is a gesture of its own, unless one is under way; a table (csv) is none and has no version. */
bool paper_print(Store *store, const struct paper_choice *choice, const char *path, char **made,
		 guint *pages, GPtrArray *notes, GError **error);

/** The names of papers that can be made, NULL-terminated. */
extern const char *const papers[];

/** The folder for files that are made: the setting, else the user's documents; in a shared account
 * (secure.h) a folder of its own in the home folder, never that itself. Caller frees. */
char *output_folder(Store *store);

/** A readable, safe name in the output folder: "2026-014 émargement v3.pdf"; without
 * the number when EVENT_ID is 0, without an ending when that is NULL (a folder). Caller frees. */
char *output_name(Store *store, gint64 event_id, const char *what, int version, const char *ending);

/** The first of "Personnes.xlsx", "Personnes v2.xlsx"… that no file of the output folder (made if
 * needed) bears; NULL with ERROR_IO, or with ERROR_CONFLICT when there are a thousand of them.
 * Caller frees. */
char *output_name_free(Store *store, gint64 event_id, const char *what, const char *ending,
		       GError **error);

/** Write TEXT to the output folder (made if needed) as output_name() without an event calls it.
 * Another text that has the name stays: then it is "addresses v2.txt". PATH receives the path,
 * which the caller frees, also when it could not be written. */
bool output_text(Store *store, const char *what, const char *ending, const char *text, char **path,
		 GError **error);

/* ---- checks ------------------------------------------------------------------------------------
 */

/** Every problem of an event (struct check_problem of core/check.h, owned by the array), or NULL on
 * error. */
GPtrArray *event_check(Store *store, gint64 event_id, GError **error);

#endif
