/* A partner's calendar (.ics) brought in as busy dates (core/busy.h).
 *
 *   file → a confined process of its own (ical/calendar.h) → records → plan (shown) → one gesture
 *
 * The plan is what became of each date of the file, compared with what an earlier import of the
 * same calendar, by its name, left here. The rows are the partner's and nobody edits them: what has
 * changed is applied without being asked for, and what the file holds no longer is taken away. The
 * dates of an entry that could not be read stay as they were.
 */
#ifndef INTAKE_IMPORT_CALENDAR_H
#define INTAKE_IMPORT_CALENDAR_H

#include "intake/import.h"

typedef struct calendar_plan {
	char *source;        /* the calendar's name */
	GPtrArray *rows;     /* struct import_line, of dates and refused entries, as in the file */
	GPtrArray *problems; /* struct import_problem, by line */
	guint removed;       /* dates here that the file holds no longer */
	struct calendar_dates *dates; /* private */
} CalendarPlan;

/** Read the calendar at PATH ("-" is standard input) and say what would happen. It is called NAME,
 * or by its own name, or by its file's. NULL with ERROR_FORMAT when it is no calendar or the reader
 * failed at it, ERROR_INVALID when a calendar of the same name is here that has nothing in common
 * with it and NAME does not say that it is the same; nothing can be imported then. */
CalendarPlan *calendar_plan_file(Store *store, const char *path, const char *name, GError **error);

/** The same of an ANSWER that the reader has given already, SIZE bytes (core/calendar_record.h). */
CalendarPlan *calendar_plan_answer(Store *store, const char *answer, gsize size, const char *name,
				   GError **error);

void calendar_plan_free(CalendarPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CalendarPlan, calendar_plan_free)

/** Write the plan in one gesture ("calendar_import"); its rows are judged again first, and tell
 * afterwards what was done. strict and dry_run of CHOICE are as in import_apply(); changes are
 * always applied. ERROR_DAMAGED when what is there afterwards does not add up. */
bool calendar_plan_apply(Store *store, CalendarPlan *plan, const struct import_choice *choice,
			 GError **error);

/** Be the process that reads: the calendar on standard input, records on standard output. WINDOW is
 * the centre's zone, the first day and the last. Ends the process when it succeeds. */
bool calendar_reader_be(const char *const window[static 3], GError **error);

#endif
