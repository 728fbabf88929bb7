/* The report of an import: what became of each row, and what is to be said of the file. */
#ifndef CLI_IMPORT_REPORT_H
#define CLI_IMPORT_REPORT_H

#include <jansson.h>

#include "cli/run.h"
#include "intake/import.h"

struct import_report {
	const GPtrArray *rows;     /* struct import_line */
	const GPtrArray *problems; /* struct import_problem */
	bool updates;              /* changed rows are written without --update */
	bool removes;              /* rows may be taken away */
	guint removed;
	bool seats;   /* rows take seats, or wait for one */
	guint beyond; /* of them, those who got one beyond the rules */
};

/** One of them for scripts, and in a note. */
json_t *import_problem_json(const struct import_problem *problem);
void import_problem_note(const struct run *run, const struct import_problem *problem);

/** Say it in notes, and as the command's result when that is JSON. */
bool import_report(struct run *run, const struct import_report *report, GError **error);

/** With --strict and a refused row: the report, and then false. */
bool import_strict_allows(struct run *run, const struct import_report *report, GError **error);

#endif
