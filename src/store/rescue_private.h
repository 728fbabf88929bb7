/* What the files of the rescue share. */
#ifndef STORE_RESCUE_PRIVATE_H
#define STORE_RESCUE_PRIVATE_H

#include "store/engine_sqlite_pages.h"
#include "store/private.h"
#include "store/rescue.h"

struct rescue_column {
	char *name;
	bool text;     /* else an integer */
	bool required; /* never NULL */
	bool spare;    /* a record may end before it: it may be missing, or has a default */
	bool derived;  /* made again from other columns */
};

/** One table of the schema that the damaged file has. */
struct rescue_table {
	char *name;
	const struct entity *entity; /* NULL: the store's own */
	GArray *columns;             /* struct rescue_column */
	gint key;                    /* the column that is the row id, or -1 */
	bool listed;                 /* without row ids: an index of its own */
	gint root;                   /* of its tree in the map, or -1: not known */
	GHashTable *read;            /* ids of the rows taken; values are themselves */
	GHashTable *known;           /* ids that indexes and history say are there */
	guint torn;                  /* records that could not be read, or not be taken */
	guint values;                /* values that could not be read */
	guint indexes;               /* that have every row, and could be read whole */
	bool told;                   /* the history names rows of it */
	bool incomplete;             /* rows are known that its tree does not have */
	GHashTable *doubtful;        /* ids of rows that no witness knows */
};

/** The root of a tree of the damaged file. */
struct rescue_root {
	struct rescue_table *table;
	guint32 page;
	bool index;   /* an index of TABLE */
	bool partial; /* that does not have all rows */
	guint unread; /* records that could not be read */
};

/** What the schema of the damaged file says (sqlite_schema). */
struct rescue_entry {
	char *type, *name, *table, *sql;
	guint32 page;
};

struct rescue {
	const struct engine_driver *driver; /* of RAW and MADE */
	const char *path;
	struct sqlite_page_file file;
	GPtrArray *entries; /* struct rescue_entry */
	GPtrArray *tables;  /* struct rescue_table */
	GArray *roots;      /* struct rescue_root */
	struct sqlite_page_map map;
	Store *raw;          /* in memory: rows as they were read, first in the old schema */
	gint64 version;      /* of the schema of the damaged file */
	Store *made;         /* the new database */
	GHashTable *numbers; /* name of a counter → the greatest number seen under it */
	RescueReport *report;
};

/** What the history says last of a row. */
struct rescue_latest {
	const char *table; /* interned */
	bool deleted;
};

/** Records on their way into RAW. */
struct rescue_reading {
	struct rescue *rescue;
	struct rescue_table *table;
	bool stray;         /* on a page that no tree has */
	GHashTable *latest; /* of stray rows: id → struct rescue_latest; else NULL */
	guint taken;
	GError *error; /* the engine failed */
};

/** store_rescue() by another engine than the usual one. */
RescueReport *store_rescue_with(const struct engine_driver *driver, const char *path,
				const char *made, GError **error);

/** A column of a table. Borrowed. */
const struct rescue_column *rescue_column_at(const struct rescue_table *table, guint i);

/** True when a record can be a row of TABLE. EXACT: it has as many columns; fewer are what a row
 * has that was written before the last columns were added. */
bool rescue_record_fits(const struct rescue_table *table, const struct sqlite_page_record *record,
			bool exact);

/** Take a record as a row, unless it is there already; USER is a struct rescue_reading. */
void rescue_row_reader(const struct sqlite_page_record *record, gpointer user);

/** Take the rows of stray pages. LISTED: of tables without row ids. LATEST: what the history says,
 * by row. */
bool rescue_strays(struct rescue *rescue, bool listed, GHashTable *latest, GError **error);

/** Find the schema and make RAW by it. */
bool rescue_schema(struct rescue *rescue, GError **error);

/** Read every row into RAW. */
bool rescue_read(struct rescue *rescue, GError **error);

/** Copy the rows of RAW, in the newest schema, to MADE, mended. */
bool rescue_mend(struct rescue *rescue, GError **error);

/** Copy the history and the counters. */
bool rescue_history(struct rescue *rescue, GError **error);
bool rescue_counters(struct rescue *rescue, GError **error);

/** Remember a number that the index of a lost row still names. */
void rescue_number_seen(struct rescue *rescue, const struct rescue_table *table,
			const struct sqlite_page_record *record);

/** The count of a table in the report. Borrowed until the next call. */
struct rescue_count *rescue_count_of(struct rescue *rescue, const char *table);

/** Make the derived members of ROW, of an entity that has some: true when they were so already. */
bool rescue_keys_agree(const struct entity *entity, void *row);

/** A set of ids (gint64). */
GHashTable *rescue_ids_new(void);
void rescue_id_add(GHashTable *ids, gint64 id);
bool rescue_id_has(GHashTable *ids, gint64 id);

/** How many rows of TABLE are known to be there and were not read. */
guint rescue_ids_missing(const struct rescue_table *table);

struct rescue_table *rescue_table_of(const struct rescue *rescue, const char *name);

#endif
