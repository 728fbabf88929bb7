/* What the files of imports share. */
#ifndef INTAKE_IMPORT_PRIVATE_H
#define INTAKE_IMPORT_PRIVATE_H

#include "app/bodies.h"
#include "core/attendee.h"
#include "core/match.h"
#include "core/status.h"
#include "exchange/table.h"
#include "intake/import.h"

/** The table behind a plan: what was read from a file, or a pasted list made into columns. */
struct sheet {
	const struct exchange_module *exchange;
	Table *table;        /* NULL for a pasted list */
	GPtrArray *heads;    /* char *, borrowed from the table or owned by TEXTS */
	GArray *rows;        /* struct table_row, of the table or of the list */
	GStringChunk *texts; /* of a pasted list */
	GPtrArray *cells;    /* its rows' arrays of cells */
	bool listed;         /* a file read as a pasted list */
};

/** How the subjects differ. */
struct import_rule {
	const char *name;   /* code of the subject, in "mapping" and in the memory of rows */
	const char *action; /* of the gesture */
	/** Propose a use for the columns, let OPTIONS change it, refuse what lacks the main one. */
	bool (*columns)(Store *store, ImportPlan *plan, const struct import_options *options,
			GError **error);
	/** Read what the rows are compared with. */
	bool (*load)(Store *store, ImportPlan *plan, GError **error);
	/** Judge one row; LINE bears its number. */
	bool (*judge)(Store *store, ImportPlan *plan, guint row, struct import_line *line,
		      GError **error);
	/** What is to be said of the whole table once every row is judged; may be NULL. */
	void (*conclude)(ImportPlan *plan);
	/** Somebody has decided a doubtful row, or about seats; may be NULL. */
	void (*decided)(ImportPlan *plan);
	/** Before the first row is written, in the gesture. */
	bool (*open)(Store *store, ImportPlan *plan, GError **error);
	/** Write one row; WRITTEN rises when something was made or changed. */
	bool (*write)(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		      guint *written, GError **error);
	/** Behind the last row: what was written is counted again. */
	bool (*close)(Store *store, ImportPlan *plan, GError **error);
	void (*forget)(gpointer subject);
};

/** The key of a row's cells; "" until it is asked for. */
struct row_hash {
	char digits[21];
};

struct import_work {
	const struct import_rule *rule;
	struct sheet sheet;
	char *mapping; /* the name to remember the columns under, or NULL */
	bool quiet;    /* a second look: nothing is said */
	bool updates;  /* while it is written: changed values are applied */
	gint64 seen;   /* the last gesture when the plan was made */
	char today[11];
	GArray *bound; /* how each column is read (import_cells.c) */
	struct {
		int last, first, full, civility, email, key, stamp, workshop[3];
	} at; /* columns that are asked for at every row; -1: there is none */
	GStringChunk *texts;
	GHashTable *codes;       /* of cells that have been understood (import_value.c) */
	GHashTable *memory;      /* key of a remembered row → struct remembered */
	struct row_hash *hashes; /* of the rows */
	GHashTable *keys;        /* key of a row of this table → its number */
	gpointer subject;        /* the subject's own business */
};

extern const struct import_rule import_rule_events, import_rule_attendees, import_rule_people,
	import_rule_organisations, import_rule_holidays, import_rule_survey;

/* ---- files (import.c) --------------------------------------------------------------------------
 */

/** What stands in the file at PATH, mapped where it can be; "-" is standard input. NULL with
 * ERROR_IO or ERROR_FORMAT in a sentence that names it. */
GBytes *import_bytes(Store *store, const char *path, GError **error);

/* ---- the table (import_table.c, import_paste.c) ------------------------------------------------
 */

bool sheet_read(struct sheet *sheet, const char *bytes, gsize size,
		const struct import_options *options, GError **error);
void sheet_clear(struct sheet *sheet);

/** Make a sheet of the lines of a pasted list ("Prénom NOM <mail>; structure"). */
void sheet_of_list(struct sheet *sheet);

/** True when its first line, or a line of its only column, has an address. */
bool sheet_has_addresses(const struct sheet *sheet);

/** True when it was made so. */
bool sheet_was_list(const struct sheet *sheet);

/** True when the only column holds such lines rather than cells under a heading. */
bool sheet_is_list(const struct sheet *sheet);

/** The cell as it stands; "" when the row is short or COLUMN is -1. Borrowed. */
const char *sheet_raw(const struct sheet *sheet, guint row, int column);

/** The cell cleaned; NULL when it says nothing ("-" says nothing). Caller frees. */
char *sheet_cell(const struct sheet *sheet, guint row, int column, bool lines);

guint sheet_line(const struct sheet *sheet, guint row);

/* ---- columns (import_columns.c, import_mapping.c) ----------------------------------------------
 */

/** Propose by core/columns.h; the mapping that OPTIONS name and its overrides come afterwards. */
void columns_of_kind(ImportPlan *plan, enum columns_kind kind);

/** The columns of a table of people (or of a pasted list), chosen otherwise by OPTIONS; a table
 * without names is refused. */
bool columns_of_people(Store *store, ImportPlan *plan, enum columns_kind kind,
		       const struct import_options *options, GError **error);

/** Let the remembered mapping and then the overrides change the proposal. */
bool columns_choose(Store *store, ImportPlan *plan, const struct import_options *options,
		    GError **error);

/** Remember the columns under the plan's mapping name, in the gesture under way. */
bool columns_remember(Store *store, const ImportPlan *plan, GError **error);

/** The field of the table's subject with that key, or NULL. */
const struct column_field *columns_subject_field(enum import_subject subject, const char *key);

/** The number of the column that bears FIELD, or -1. */
int column_of(const ImportPlan *plan, const char *field);

const struct import_column *column_at(const ImportPlan *plan, guint column);

/** The columns as JSON, heading → field, "question" or "ignore". Caller frees. */
char *mapping_write(const ImportPlan *plan);

/** The same as a table of texts; NULL when it is none. Caller frees. */
GHashTable *mapping_read(const char *json);

/* ---- what is said (import_words.c) -------------------------------------------------------------
 */

void say_error(ImportPlan *plan, guint line, const char *field, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
void say_warning(ImportPlan *plan, guint line, const char *field, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
void say_information(ImportPlan *plan, guint line, const char *field, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

/** Put what was said in the order of lines. */
void problems_sort(ImportPlan *plan);

/** One line of a CHANGED row's reason: "function: A → B"; "; " between them. */
void changes_add(GString *changes, const char *label, const char *before, const char *after);

/** "line 12: NAME". Caller frees. */
char *line_words(guint line, const char *name);

void import_line_free(struct import_line *line);
void import_column_free(struct import_column *column);
void import_problem_free(struct import_problem *problem);

/* ---- cells into members (import_value.c, import_cells.c) ---------------------------------------
 */

/** What a cell says that no member takes: too long, of another kind, without a field. */
struct leftover {
	guint column;
	char *text;
};

void leftover_free(struct leftover *leftover);

/** The code that TYPED means in LIST, remembered: tables repeat themselves. Borrowed for ever. */
const char *value_code(ImportPlan *plan, const struct code_list *list, const char *typed);

/** The code of the département that TYPED means ("34", "1", "Hérault", "34 - Hérault"), or NULL.
 * Borrowed from the plan. */
const char *value_department(ImportPlan *plan, const char *typed);
bool value_departments_load(Store *store, ImportPlan *plan, GError **error);

/** The instant (UTC) that TYPED means in ZONE: "01/09/2026 18:07:00", "2026-09-03 07:56",
 * "2026/09/01 6:07:00 PM GMT+2". DAY receives the civil day. False when it cannot be read. */
bool value_instant(const char *typed, GTimeZone *zone, char instant[static 21],
		   char day[static 11]);

/** The same as SECONDS since 1970; MONTH_FIRST: "11/12/2026" is of November. */
bool value_seconds(const char *typed, GTimeZone *zone, bool month_first, gint64 *seconds,
		   char day[static 11]);

/** TEXT cut to LENGTH characters between letters, or NULL when it fits. Caller frees. */
char *value_cut(const char *text, int length);

/** Settle once how each column is read: into the member of ENTITY that bears its field's name, or
 * by the caller (keys of SPECIAL, NULL-terminated), or not at all. */
void cells_bind(ImportPlan *plan, const struct entity *entity, const char *const *special);

/** Read the cells of ROW into the members of TARGET. What no member takes goes to LEFT (struct
 * leftover); what is wrong is said. */
void cells_read(ImportPlan *plan, guint row, void *target, GPtrArray *left);

/** The cell of FIELD cut to what a member holds, and then the whole of it put into LEFT, with a
 * warning; NULL for an empty one. Caller frees. */
char *cells_text_kept(ImportPlan *plan, guint row, const struct field *member, const char *field,
		      GPtrArray *left);

/** The leftovers of ROW as lines "heading : text" behind NOTES, which is replaced; what is more
 * than notes hold is cut, with a warning. */
void leftovers_into(ImportPlan *plan, guint row, const GPtrArray *left, char **notes);

/** The names of a row. */
struct row_name {
	char *last, *first, *civility;
};

/** Read the names from two columns or one; false when there is none. Clear with row_name_clear() in
 * both cases. */
bool cells_name(ImportPlan *plan, guint row, struct row_name *name);
void row_name_clear(struct row_name *name);

/** The cell of FIELD cleaned, or NULL. Caller frees. */
char *cells_text(const ImportPlan *plan, guint row, const char *field);

/* ---- people who are known (import_known.c) -----------------------------------------------------
 */

/** Add everybody of the directory to INDEX, organisations by the keys of BODIES. */
bool known_people_load(Store *store, Bodies *bodies, MatchIndex *index, GError **error);

/** "Zoé Élan · DDETS du Gard". Caller frees. */
char *known_person_words(Store *store, const Bodies *bodies, gint64 person_id);

/** The names of people and their organisation on one line. Caller frees. */
char *person_words(const char *first_name, const char *last_name, const char *organisation);

/** Say once for each name which organisation it is taken for, and count those that are new. */
struct bodies_said {
	GHashTable *names; /* as typed */
	GHashTable *fresh; /* key → the name that is to be made */
	GHashTable *near;  /* match_organisation_key() → the first such name of the table */
};

void bodies_said_init(struct bodies_said *said);
void bodies_said_clear(struct bodies_said *said);
void bodies_say(ImportPlan *plan, struct bodies_said *said, Bodies *bodies, guint line,
		const char *name);
void bodies_say_fresh(ImportPlan *plan, const struct bodies_said *said);

/* ---- memory of rows (import_memory.c) ----------------------------------------------------------
 */

struct remembered {
	gint64 event_id;
	gint64 attendee_id;
};

/** Read what is remembered under the plan's source. */
bool memory_load(Store *store, ImportPlan *plan, GError **error);

/** The key of a row made of all its cells. Borrowed from the plan. */
const char *memory_hash(const ImportPlan *plan, guint row);

/** The key of a row by its own key, told apart from another table's by WHO; NULL when the table has
 * no such column or the cell is empty. Caller frees. */
char *memory_key(const ImportPlan *plan, guint row, const char *who);

/** What is remembered under KEY, or NULL. */
const struct remembered *memory_find(const ImportPlan *plan, const char *key);

/** The earlier row of this table whose cells are those of ROW, or -1. */
int memory_twin(ImportPlan *plan, guint row);

/** Remember KEY for ROW in the gesture under way, unless it is remembered already or an earlier row
 * of this table bears it. NULL is allowed. */
bool memory_keep(Store *store, ImportPlan *plan, const char *key, guint row, gint64 event_id,
		 gint64 attendee_id, GError **error);

/* ---- counting again (import_tally.c) -----------------------------------------------------------
 */

/** Rows of one entity, counted before and after. */
struct tally {
	const struct entity *entity;
	const char *column; /* NULL: all */
	struct value value;
	gint64 before;
	gint64 made;
};

bool tally_open(Store *store, struct tally *tally, GError **error);
bool tally_close(Store *store, const struct tally *tally, GError **error);

#endif
