/* What the files of this folder share. */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include "store/engine.h"
#include "store/store.h"

/** "ATEL" as SQLite's application_id. */
#define STORE_APPLICATION 0x4154454c

/** KiB of the file kept in memory; and while all of it is read once, when keeping it is of no use.
 */
#define STORE_CACHE      32000
#define STORE_CACHE_ONE  1000
#define STORE_CACHE_SOME 4000 /* rows are read once, what they point to many times */

struct store {
	const struct engine_driver *driver;
	struct engine *engine;
	char *path;
	char *who;
	char *zone; /* cached setting; NULL until asked, and after a change of settings */
	gint64 generation;
	gint64 taken; /* store_taken(); -1 until asked */

	/* the gesture under way */
	gint64 gesture; /* 0: none */
	char *action;
	const char *kind; /* "do", "undo", "redo", "record" */
	gint64 target;    /* the gesture that is undone or redone */
	gint64 changes;
	GError *broken; /* the engine failed in it: it cannot be saved; NULL */
	gint64 amount, about_event, about_id;
	const struct entity *about;
	bool final;        /* it erases: its changes keep no images, it cannot be undone */
	GHashTable *posts; /* person → struct post: what people were before it, to be settled */
	GHashTable *freed; /* ids of events in which it made a seat free */
	GHashTable *returned; /* ids of attendees whom it sent from a seat to the waiting list */
	GArray *promotions;   /* struct promotion: seats that settling gave to the waiting list */
	GHashTable *inserts;  /* entity → the text of its INSERT */
	GHashTable *touched;  /* ids of events whose days or calendar may follow */
	bool settling;        /* changes made by settling do not ask for settling */
	bool brought;         /* its rows come from a copy */

	/* who is told how far it is, and may stop it; NULL: nobody */
	bool (*goes_on)(guint done, guint total, gpointer user);
	gpointer watcher;
	guint watched_done, watched_total;
};

/** DONE of TOTAL are behind it; false with ERROR_CANCELLED when it is to stop. */
bool store_goes_on(Store *store, guint done, guint total, GError **error);

/** A store of PATH that is not open yet. WHO may be NULL. Free with store_close(). */
Store *store_new(const struct engine_driver *driver, const char *path, const char *who);

/** store_open() by another engine. */
Store *store_open_with(const struct engine_driver *driver, const char *path, enum store_mode mode,
		       const char *who, GError **error);

/** store_check_file() by the engine of an open store. */
bool store_check_with(const struct engine_driver *driver, const char *path, GError **error);

/** Refuse what is no file of ours, without opening it. */
bool store_check_head(const struct engine_driver *driver, const char *path, GError **error);

/** Refuse a file whose schema holds what we did not make. */
bool store_check_schema(Store *store, GError **error);

/** Remove the file PATH, which nobody has open, and what SQLite keeps beside it. */
void store_files_remove(const char *path);

/** Close the file and open it again, outside of a transaction: nothing that was read before may be
 * trusted. False when it cannot be opened now; the next gesture tries again. */
bool store_reopen(Store *store);

/** True when the rules of the data refuse a value: no failure of the engine. */
bool error_is_refusal(const GError *reason);

/** Run SQL that gives no rows. CHANGES may be NULL. */
bool store_run(Store *store, const char *sql, const struct value *args, guint n, gint64 *changes,
	       GError **error);

/** Run SQL and hand each row to ROW until it returns false. */
typedef bool (*store_row)(Store *store, struct engine_cursor *cursor, gpointer user);
bool store_each(Store *store, const char *sql, const struct value *args, guint n, store_row row,
		gpointer user, GError **error);

/** The first column of the first row; FALLBACK when there is no row or it is NULL. */
bool store_number(Store *store, const char *sql, const struct value *args, guint n, gint64 fallback,
		  gint64 *number, GError **error);

/** A column of the present row; text is borrowed. */
struct value store_column(Store *store, struct engine_cursor *cursor, guint column);

/** A text column, copied; NULL stays NULL. */
char *store_column_text(Store *store, struct engine_cursor *cursor, guint column);

gint64 store_column_integer(Store *store, struct engine_cursor *cursor, guint column);

/** Rows of ENTITY by "SELECT … FROM table " TAIL. */
Rows *rows_select(Store *store, const struct entity *entity, const char *tail,
		  const struct value *args, guint n, GError **error);

/** "id, rev, column, column…" Borrowed for ever. */
const char *entity_columns(const struct entity *entity);

/** The order in which people expect an entity's rows, for ORDER BY. Borrowed for ever. */
const char *entity_order(const struct entity *entity);

/** Read the present row, whose columns are entity_columns(), into ROW (initialised). */
void row_read(Store *store, struct engine_cursor *cursor, const struct entity *entity, void *row);

/** Write a row that has its id and rev, without history: reference data of a new file. */
bool row_insert_alone(Store *store, const struct entity *entity, const void *row, GError **error);

/** Write a row that has its id and rev, and its change; used by insert and by undo. */
bool row_insert(Store *store, const struct entity *entity, void *row, GError **error);

/** Clear the references to a row that do not need it (FIELD_DETACHED), with their history. */
bool row_detach(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Delete one row alone, with its image in the history. */
bool row_delete(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Write one change into the history of the present gesture. */
bool change_write(Store *store, const struct entity *entity, gint64 id, const char *operation,
		  const char *before, const char *after, GError **error);

/** JSON images of rows (image.c). FIELDS of NULL means all. Caller frees. */
char *image_of(const struct entity *entity, const void *row, const bool *fields);

/** Set in ROW what IMAGE holds; *REV receives its rev if it holds one. */
bool image_apply(const struct entity *entity, void *row, const char *image, gint64 *rev,
		 GError **error);

/** True when ROW still has what IMAGE holds, members that never go back aside. */
bool image_matches(const struct entity *entity, const void *row, const char *image);

/** Remember what a person was, when ROW says otherwise than STORED (settle_post.c). */
void settle_post_note(Store *store, const void *stored, const void *row);

/** Keep as former functions those noted in this gesture. */
bool settle_posts(Store *store, GError **error);

/** Remember that a row that went from BEFORE to NOW (NULL: deleted) makes a seat free
 * (settle_seats.c).
 */
void settle_seats_note(Store *store, const struct entity *entity, const void *before,
		       const void *now);

/** Give the seats that this gesture made free to the waiting lists, where the centre wants it so.
 */
bool settle_seats(Store *store, GError **error);

/** IMAGE without the members COLUMNS, NULL-terminated; NULL when none is left. Caller frees. */
char *image_without(const char *image, const char *const *columns);

/** Remember that an event's days, programme or place have changed. */
bool settle_touch(Store *store, const struct entity *entity, const void *row, GError **error);

/** setting_get() for work that must not go on by a fallback when the file cannot be read. */
char *setting_read(Store *store, const char *name, GError **error);

/** Reference data of a new file (seed.c). */
bool store_seed(Store *store, GError **error);

/** The rows of ENTITY that are missing of it; those that are there stay. */
bool store_seed_missing(Store *store, const struct entity *entity, GError **error);

#endif
