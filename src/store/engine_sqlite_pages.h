/* The pages of a file of SQLite, read without the engine, which refuses a damaged file whole.
 *
 * All of it is read into memory once, with what its write-ahead log has committed; the file is
 * never written. Nothing in it is believed: a page, a cell, a record is what it should be or is
 * left out (sqlite.org/fileformat2.html; numbers are big-endian).
 */
#ifndef STORE_ENGINE_SQLITE_PAGES_H
#define STORE_ENGINE_SQLITE_PAGES_H

#include <glib.h>
#include <stdbool.h>

#include "core/entity.h"

struct sqlite_page_file {
	guint8 *bytes;
	gsize size;       /* a multiple of page_size; what was cut off is zeros */
	guint page_size;  /* 512 to 65536 */
	guint usable;     /* bytes of it that hold data */
	guint32 n;        /* pages; the first is number 1 */
	guint32 missing;  /* pages that its head promises beyond its end */
	guint32 unread;   /* pages that the disk would not give */
	guint32 logged;   /* pages taken from the log */
	bool log_refused; /* there is a log, and nothing in it could be used */
	bool headed;      /* its first 100 bytes are those of a file of SQLite */
	gint64 application, version;
	guint8 *used; /* by page number: 1 where something was made of it */
};

/** Read PATH and its log. Clear with sqlite_page_file_clear(). ERROR_IO, ERROR_NOT_FOUND or, for an
 * empty file, ERROR_DAMAGED. */
bool sqlite_page_file_load(struct sqlite_page_file *file, const char *path, GError **error);
void sqlite_page_file_clear(struct sqlite_page_file *file);

/** A page, or NULL when there is none of that number. */
const guint8 *sqlite_page_at(const struct sqlite_page_file *file, guint32 number);

/* ---- pages --------------------------------------------------------------------------------------
 */

enum sqlite_page_kind {
	SQLITE_PAGE_INDEX_INNER = 2,
	SQLITE_PAGE_TABLE_INNER = 5,
	SQLITE_PAGE_INDEX_LEAF = 10,
	SQLITE_PAGE_TABLE_LEAF = 13,
};

struct sqlite_page_head {
	enum sqlite_page_kind kind;
	guint n;       /* cells */
	guint cells;   /* where the places of the cells begin, in bytes of the page */
	guint32 right; /* the last child of an inner page, else 0 */
};

/** The head of a page of a tree; false when the page cannot be one. */
bool sqlite_page_head(const struct sqlite_page_file *file, guint32 number,
		      struct sqlite_page_head *head);

/** The same of a page in memory, with the place OFFSET (100 on the first page) of its head. */
bool sqlite_page_head_at(const guint8 *page, guint offset, guint usable,
			 struct sqlite_page_head *head);

/** The child before a cell of an inner page, and its greatest row id (tables alone). */
bool sqlite_page_child(const struct sqlite_page_file *file, guint32 number,
		       const struct sqlite_page_head *head, guint cell, guint32 *child,
		       gint64 *key);

/* ---- records ------------------------------------------------------------------------------------
 */

#define RECORD_COLUMNS 64

struct sqlite_page_record {
	gint64 rowid; /* of a table's row */
	guint n;      /* columns */
	guint64 lost; /* a bit for each column whose value stood on a page that is lost */
	struct value value[RECORD_COLUMNS];
	GByteArray *texts; /* what the values point to */
};

void sqlite_page_record_init(struct sqlite_page_record *record);
void sqlite_page_record_clear(struct sqlite_page_record *record);

/** Read a cell that holds a record. False when it is none of ours: a number that is no integer, a
 * text that is not UTF-8, a length that does not fit. Values are borrowed until the next call. */
bool sqlite_page_record(const struct sqlite_page_file *file, guint32 number,
			const struct sqlite_page_head *head, guint cell,
			struct sqlite_page_record *record);

/* ---- trees --------------------------------------------------------------------------------------
 */

/** Whose the pages are: by their trees, and then one by one. */
struct sqlite_page_map {
	const struct sqlite_page_file *file;
	gint *owner;        /* by page number: a root's index, or one of enum sqlite_page_owner */
	gint64 *low, *high; /* the row ids that its parent allows: above low, up to high */
	guint *broken;      /* by root: places at which its tree could not be followed */
	guint n_roots;
};

enum sqlite_page_owner {
	OWNER_NONE = -1,
	OWNER_SEVERAL = -2, /* two trees want it: at least one of them is damaged */
	OWNER_FREE = -3,    /* the file's list of unused pages has it */
};

void sqlite_page_map_init(struct sqlite_page_map *map, const struct sqlite_page_file *file,
			  guint n_roots);
void sqlite_page_map_clear(struct sqlite_page_map *map);

/** Follow the tree of ROOT from PAGE; TABLE: of rows by row id, else an index. */
void sqlite_page_map_follow(struct sqlite_page_map *map, guint root, guint32 page, bool table);

/** Take a page from its tree: nothing is known of its row ids any more. */
void sqlite_page_map_disown(struct sqlite_page_map *map, guint32 page,
			    enum sqlite_page_owner owner);

/** Every record of one page. Row ids of a table that are out of their order are left out. */
typedef void (*sqlite_page_reader)(const struct sqlite_page_record *record, gpointer user);

/** Hand them to READER; how many cells could not be read. */
guint sqlite_page_read(const struct sqlite_page_map *map, guint32 number, sqlite_page_reader reader,
		       gpointer user);

#endif
