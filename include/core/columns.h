/* Which column of a table is which of our fields.
 *
 * Headings are scored by their words, in any order of columns; the cells are second evidence. Each
 * field is proposed at most once. A column without a field is a question that the form asked, or
 * technical (page numbers, languages) and left aside.
 */
#ifndef CORE_COLUMNS_H
#define CORE_COLUMNS_H

#include <glib.h>
#include <stdbool.h>

enum columns_kind {
	COLUMNS_ATTENDEES,
	COLUMNS_PEOPLE,
	COLUMNS_ORGANISATIONS,
	COLUMNS_EVENTS,
	COLUMNS_SURVEY, /* its fields are what says who replied: none of them is kept */
};

/** A field that a column can be mapped to. Its key is the one of JSON and name=value, or the
 * member of the entity; more keys exist only here:
 * - attendees: full_name civility postal_code workshop workshop_2 workshop_3 source_key half_day
 *   (the cells say which) half_day_am half_day_pm half_day_eve (yes or no)
 * - people: full_name postal_code source_key
 * - organisations: territories themes source_key
 * - events: source_key weekday (as written beside the date) organiser partners themes;
 *   attendance_note is the attendance as published ("plus de 200") */
struct column_field {
	const char *key;
	const char *label; /* English message id; shown through _() */
};

enum column_use {
	COLUMN_FIELD,
	COLUMN_QUESTION, /* kept as an answer under its heading */
	COLUMN_IGNORED,  /* technical, empty, or said better by another column */
};

struct column_proposal {
	enum column_use use;
	const char *field;  /* key, or NULL */
	int certainty;      /* 0…100; below 60 it should be looked at */
	const char *reason; /* a phrase in the person's language; borrowed for ever */
};

/** The field at INDEX of a kind of table, NULL behind the last. Borrowed for ever. */
const struct column_field *columns_field_at(enum columns_kind kind, guint index);

/** The field of that key, or NULL. */
const struct column_field *columns_field(enum columns_kind kind, const char *key);

/** Propose a use for each of the N columns headed by HEADS. CELLS holds N_ROWS times N cells, row
 * by row (NULL is empty; may be NULL when N_ROWS is 0); some 50 rows are enough. The result has N
 * elements of struct column_proposal. Caller frees. */
GArray *columns_propose(enum columns_kind kind, const char *const *heads, guint n,
			const char *const *cells, guint n_rows);

/** The question as people read it: HEAD without its codes ("G02Q01[SQ001]. Présence [Matin]" →
 * "Présence [Matin]"), numbering and asterisk; HEAD trimmed when nothing would be left. Caller
 * frees. */
char *columns_question(const char *head);

#endif
