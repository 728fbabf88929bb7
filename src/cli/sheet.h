/* A result with rows and columns, written as a table for people, as CSV, JSON or a workbook. */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include <jansson.h>

#include "cli/run.h"

enum sheet_type {
	SHEET_TEXT,
	SHEET_LONG, /* several lines */
	SHEET_NUMBER,
	SHEET_BOOLEAN, /* values "0" and "1" */
	SHEET_MANY,    /* values joined by "; ": an array in JSON */
	SHEET_DATE,    /* "2027-01-15", "2027-01" or "2027" */
	SHEET_TIME,    /* "09:30" */
	SHEET_INSTANT, /* "2026-11-23T08:30:00Z" */
};

struct sheet_column {
	const char *key;   /* of JSON and CSV; borrowed for ever */
	const char *label; /* heading for people; borrowed */
	enum sheet_type type;
	bool listed; /* in the table of a list; the card of one row has them all */
};

struct sheet_row {
	char **value;  /* one a column, as scripts see it; NULL: missing */
	char **words;  /* one a column, for people; NULL: as the value */
	json_t *extra; /* object: members of JSON that replace the columns', or follow them unless
			  columns were chosen; or NULL */
};

typedef struct sheet {
	GArray *columns; /* struct sheet_column */
	GPtrArray *rows; /* struct sheet_row */
	GArray *shown;   /* guint: the columns of a list, in order; NULL until it is asked for */
	char *title;     /* of a workbook; NULL: "List" */
} Sheet;

Sheet *sheet_new(void);
void sheet_free(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

/** Add a column; before the first row. */
void sheet_column(Sheet *sheet, const char *key, const char *label, enum sheet_type type,
		  bool listed);

/** True when a list has the column I: those of --columns, else the listed ones of a table, else
 * all. After the last column. */
bool sheet_lists(const struct run *run, Sheet *sheet, guint i);

/** Add a row in which everything is missing. Borrowed from SHEET. */
struct sheet_row *sheet_row(Sheet *sheet);

/** Set a cell; VALUE and WORDS (may be NULL) are taken over. */
void sheet_set(const Sheet *sheet, struct sheet_row *row, guint column, char *value, char *words);

/** A JSON text of VALUE, whatever its bytes; null when it is NULL. */
json_t *sheet_json_text(const char *value);

/** JSON, indented, as a result ends. Frees JSON. */
bool run_json(struct run *run, json_t *json, GError **error);

/** Forget all rows. */
void sheet_empty(Sheet *sheet);

/** Settle the columns of a list: ERROR_USAGE when --columns names one that there is not. */
bool sheet_settle(const struct run *run, Sheet *sheet, GError **error);

/** Print all rows in the format that was asked for, with the columns of --columns: ERROR_USAGE
 * names those there are. */
bool run_list(struct run *run, Sheet *sheet, GError **error);

/** Print the first row alone: an object, a CSV line, a card. */
bool run_show(struct run *run, Sheet *sheet, GError **error);

#endif
