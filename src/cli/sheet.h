/* A result with rows and columns, written as a table for people, as CSV or as JSON. */
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
	json_t *extra; /* object: members of JSON that replace or follow the columns'; or NULL */
};

typedef struct sheet {
	GArray *columns; /* struct sheet_column */
	GPtrArray *rows; /* struct sheet_row */
} Sheet;

Sheet *sheet_new(void);
void sheet_free(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

/** Add a column; before the first row. */
void sheet_column(Sheet *sheet, const char *key, const char *label, enum sheet_type type,
		  bool listed);

/** Add a row in which everything is missing. Borrowed from SHEET. */
struct sheet_row *sheet_row(Sheet *sheet);

/** Set a cell; VALUE and WORDS (may be NULL) are taken over. */
void sheet_set(const Sheet *sheet, struct sheet_row *row, guint column, char *value, char *words);

/** A JSON text of VALUE, whatever its bytes; null when it is NULL. */
json_t *sheet_json_text(const char *value);

/** JSON, indented, as a result ends. Frees JSON. */
bool run_json(struct run *run, json_t *json, GError **error);

/** Print all rows in the format that was asked for. */
bool run_list(struct run *run, const Sheet *sheet, GError **error);

/** Print the first row alone: an object, a CSV line, a card. */
bool run_show(struct run *run, const Sheet *sheet, GError **error);

#endif
