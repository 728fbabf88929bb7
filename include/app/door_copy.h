/* An event taken along on a laptop that knows nothing else, and brought back (docs/adr/0023). */
#ifndef APP_DOOR_COPY_H
#define APP_DOOR_COPY_H

#include "store/door.h"

/* ---- taking along -------------------------------------------------------------------------------
 */

struct door_exported {
	char *path; /* of the copy; free it */
	char *letter;
	guint attendees, organisations; /* that went along */
};

void door_exported_clear(struct door_exported *made);

/** Take the event along: a database of its own at PATH (NULL: under a readable name in the output
 * folder), whole or not at all, mode 0600. What is there already is left as it is (ERROR_IO). A
 * gesture of its own, which undo passes over. DRY_RUN makes it and takes it away again. */
bool door_export(Store *store, gint64 event_id, const char *path, bool dry_run,
		 struct door_exported *made, GError **error);

/* ---- bringing back ------------------------------------------------------------------------------
 */

/** What became of the rows of one kind. */
struct door_count {
	const struct entity *entity;
	guint added;
	guint changed;
	guint removed;
	guint same;      /* said there, and so here already */
	guint conflicts; /* to be decided */
};

typedef struct door_report {
	gint64 copy_id, event_id;
	char *letter;
	GArray *counts;   /* struct door_count, of each kind that the copy said anything of */
	GPtrArray *notes; /* char *: what somebody should know */
	guint conflicts;  /* open ones of the event, older ones too */
	bool changes;     /* something was brought back */
} DoorReport;

void door_report_free(DoorReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DoorReport, door_report_free)

/** Bring back what was done in the copy at PATH, in a gesture of its own. Of copies brought back in
 * whatever order, once or several times, the outcome is the same. What two sides said otherwise is
 * kept as a conflict. Nothing is written when the copy is not one of this database, was wiped, is
 * damaged or newer (door_file_open()); nor when DRY_RUN. NULL on error. */
DoorReport *door_merge(Store *store, const char *path, bool dry_run, GError **error);

/** Delete the copy at PATH, which was brought back, with what stands beside it and the copies of
 * the day that this machine made of it. ERROR_INVALID when something in it is not back yet,
 * ERROR_BUSY while another program has it open. */
bool door_wipe(Store *store, const char *path, GError **error);

/** "copy B, taken along on 23/11/2026 at 9h30 by nadia; brought back on …". Caller frees. */
char *door_copy_words(Store *store, const struct door_copy *copy);

/* ---- conflicts ----------------------------------------------------------------------------------
 */

/** What two sides said, in words. */
struct door_dispute {
	gint64 id;     /* of the row of door_conflict */
	gint64 number; /* of the event's conflicts */
	const char *kind;
	char *subject; /* whom or what it is of: "Zoé Élan (no. 12)" */
	char *member;  /* what of it: "Function"; NULL: all of it */
	char *here;    /* what stands */
	char *here_by; /* "copy B, 9h40"; "" when it is as it was before */
	char *there;   /* what was said otherwise; NULL: no longer known */
	char *there_by;
};

/** The open conflicts of an event in the order of their numbers (struct door_dispute, freed with
 * the array); NULL on error. */
GPtrArray *door_disputes(Store *store, gint64 event_id, GError **error);

/** Decide one, in the gesture under way: THERE takes what was said otherwise, else what stands goes
 * on to stand. What was not taken is no longer known afterwards. Like any later change it wins over
 * what the copies said before. */
bool door_decide(Store *store, gint64 conflict_id, bool there, GError **error);

#endif
