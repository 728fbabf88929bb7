/* Tables of other programs brought in: read, matched and shown first, then written in one gesture.
 * They are CSV, TSV, Excel's .xlsx or LibreOffice's .ods (exchange/table.h says how they are read).
 *
 *   bytes → table → columns mapped → rows checked and matched → plan (shown) → one transaction
 *
 * A plan changes nothing. Every row of the table is in it, with its outcome and reason, so that the
 * rows read are the sum of the counts.
 *
 * Rows are compared with what the file of the centre holds and with the earlier rows of the same
 * table (core/match.h for people). A row that was imported before is remembered by its cells, and
 * by its own key where the table has one: it is the same, whatever has become since of what it
 * made (rule 5). A truly new row of somebody who has withdrawn from the event is doubtful, unless
 * it was written before that registration was: "new" registers the person again, "same" leaves
 * them withdrawn.
 *
 * Rows that register somebody take seats by the rules of the event (core/seats.h), in the order in
 * which the form stamped them, else in their own: who finds none goes onto the waiting list with
 * place and reason, unless somebody wants everybody registered (import_over()). A status that a new
 * row says stands. An update takes no seat from who has one and gives none to who waits.
 *
 * Cells are cleaned at the door (text_accept()); "-" alone means nothing. What has no field of
 * ours, cannot be read as its field's kind or is too long for it is kept: as an answer to a
 * question of an attendee, in the notes of everything else.
 */
#ifndef INTAKE_IMPORT_H
#define INTAKE_IMPORT_H

#include "core/columns.h"
#include "store/store.h"

enum import_subject {
	IMPORT_EVENTS,
	IMPORT_ATTENDEES,
	IMPORT_PEOPLE,
	IMPORT_ORGANISATIONS,
	IMPORT_HOLIDAYS,
	IMPORT_SURVEY, /* satisfaction: each row a reply of nobody in particular */
};

enum import_outcome {
	IMPORT_NEW,      /* will be made */
	IMPORT_SAME,     /* already there, or a row seen before */
	IMPORT_CHANGED,  /* already there with other values; applied only with update */
	IMPORT_DOUBTFUL, /* may be somebody who is there: to be decided */
	IMPORT_REFUSED,  /* cannot be imported; the reason is a problem of severity "error" */
};

/** What a person decided about a doubtful row. */
enum import_decision {
	DECIDE_SKIP, /* left out and listed */
	DECIDE_NEW,  /* somebody else: made */
	DECIDE_SAME, /* the one proposed */
};

/** One thing to say about the file. */
struct import_problem {
	guint line;           /* physical line on which the row starts; 0: the whole file */
	char *field;          /* key of the field, or NULL */
	const char *severity; /* "error" (row refused), "warning" (row kept), "information" */
	char *message;        /* a sentence in the person's language */
};

/** A row of the table. (A "struct import_row" is what the file remembers of one, core/attendee.h.)
 */
struct import_line {
	guint line; /* physical line on which the row starts */
	enum import_outcome outcome;
	enum import_decision decision; /* of doubtful rows */
	char *title;                   /* what the row is about: "ÉLAN Zoé · DDETS du Gard" */
	char *reason;                  /* why this outcome, in words; NULL for most new rows */
	char *other;      /* the row that it is or may be, in words; NULL when there is none */
	gint64 other_id;  /* its id (person, organisation, event, period), or 0 */
	guint other_line; /* the earlier line of the same table that it is or may be, or 0 */
	char *waiting; /* of who goes onto the waiting list: "waiting list, no. 3: full"; or NULL */
	char *beyond;  /* of who gets a seat beyond the rules: why there was none; or NULL */
};

struct import_column {
	char *heading;
	char *question; /* heading as a question, without codes */
	enum column_use use;
	const char *field; /* key, or NULL */
	int certainty;     /* 0…100 */
	char *reason;
	char *example; /* the first filled cell, or NULL */
};

typedef struct import_plan {
	enum import_subject subject;
	gint64 event_id;      /* of attendees, of a survey */
	bool over;            /* of attendees: nobody waits, whatever the seats (import_over()) */
	guint beyond;         /* of attendees: how many get a seat beyond the rules */
	char *source;         /* under which the rows are remembered across imports */
	const char *encoding; /* as found or forced: "UTF-8", "Windows-1252"; "XLSX", "ODS" */
	char separator;       /* 0: there is none, of a spreadsheet or of a pasted list */
	GPtrArray *columns;   /* struct import_column; of a pasted list the parts of its lines */
	bool parts;      /* these are such parts: headed by keys, for the file had no headings */
	GPtrArray *rows; /* struct import_line */
	GPtrArray *problems;      /* struct import_problem, by line */
	struct import_work *work; /* private */
} ImportPlan;

struct import_options {
	const char *mapping;  /* name of a remembered mapping: used when there is one, and written
				 when the plan is applied; NULL: none. Holidays and surveys
				 have none */
	const char *encoding; /* forced, or NULL */
	char separator;       /* forced, or 0 */
	gboolean paste;       /* a list pasted from a mail client or a spreadsheet */
	const char *const *columns; /* "heading=field" that override the proposal, NULL-terminated;
				       field "question" or "ignore"; or NULL */
	bool (*progress)(guint done, guint total, gpointer user); /* false cancels; may be NULL */
	gpointer progress_user;
};

/** Read BYTES and say what would happen; BYTES need not outlive the call. OPTIONS may be NULL. NULL
 * with ERROR_FORMAT or ERROR_INVALID when the file cannot be read as such a table (a missing column
 * of names, an old .xls…): nothing can be imported then. ERROR_USAGE for a column that OPTIONS
 * names and the table or the subject lacks; ERROR_CANCELLED. */
ImportPlan *import_plan(Store *store, enum import_subject subject, gint64 event_id,
			const char *bytes, gsize size, const struct import_options *options,
			GError **error);

/** The same of a file; "-" is standard input. Names the file when it cannot be read. */
ImportPlan *import_plan_file(Store *store, enum import_subject subject, gint64 event_id,
			     const char *path, const struct import_options *options,
			     GError **error);

void import_plan_free(ImportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ImportPlan, import_plan_free)

/** How the rows ended, doubtful ones as such whatever was decided. */
struct import_counts {
	guint new, same, changed, doubtful, refused;
	guint waiting; /* of all that will be written: onto the waiting list */
};

void import_count(const ImportPlan *plan, struct import_counts *counts);

/** The same of rows (struct import_line) alone. */
void import_count_rows(const GPtrArray *rows, struct import_counts *counts);

/** Titles of the first ten of ROWS that wait, or with BEYOND of those that get a seat beyond the
 * rules, "and 3 others"; NULL when there are none. Caller frees. */
char *import_named(const GPtrArray *rows, bool beyond);

struct import_choice {
	bool update;  /* apply changed values */
	bool strict;  /* write nothing if any row is refused: ERROR_INVALID names the first */
	bool dry_run; /* do all of it, then take it back */
	bool (*progress)(guint done, guint total, gpointer user); /* false cancels; may be NULL */
	gpointer progress_user;
};

/** Set every doubtful row's decision; until then it is DECIDE_SKIP. */
void import_decide(ImportPlan *plan, enum import_decision decision);

/** Set the decision of one row. */
void import_decide_row(ImportPlan *plan, guint row, enum import_decision decision);

/** Give everybody a seat, beyond the limit of the event and its shares: or by the rules, as a plan
 * does that is made. */
void import_over(ImportPlan *plan, bool over);

/** Write the plan in one gesture ("attendees_import", "events_import", "people_import",
 * "organisations_import", "holidays_import", "survey_import"; its amount is WRITTEN); counts are
 * read again from the database before the commit, and anything that does not add up rolls all of it
 * back (ERROR_DAMAGED). WRITTEN (may be NULL) receives how many rows were made or changed.
 * ERROR_STALE when the database has changed since the plan was made so that rows would end
 * otherwise: plan again. A plan can be applied once, after any number of dry runs and of times that
 * it failed or was stopped; by whichever store of the same file, and in whichever thread. */
bool import_apply(Store *store, ImportPlan *plan, const struct import_choice *choice,
		  guint *written, GError **error);

#endif
