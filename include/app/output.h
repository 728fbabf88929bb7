/* What leaves the house: calendars and invitations, where files go; and the checks before them. */
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

/* ---- where they go ------------------------------------------------------------------------------
 */

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
