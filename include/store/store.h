/* The centre's file: opening it, reading rows, changing them in gestures that can be undone.
 *
 * Every change goes through store_insert(), store_update() or store_delete() between store_begin()
 * and store_commit(): one transaction, one entry of the history (data model, rule 13). Nothing
 * above this header knows which engine stores the rows.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <glib.h>
#include <stdbool.h>

#include "core/entity.h"

typedef struct store Store;

enum store_mode {
	STORE_OPEN,         /* an existing file; ERROR_NOT_FOUND otherwise */
	STORE_OPEN_OR_MAKE, /* made with its reference data when there is none */
};

/** Open the file at PATH. A file that is empty, foreign, damaged, newer or on a network disk is
 * refused and left as it is; an older one is brought up to date after a verified backup beside it.
 * One that cannot be written (rights, a full disk) is opened for reading only. WHO is written into
 * the history (login); NULL asks $ATELIERS_USER, then the system. Close with store_close(). */
Store *store_open(const char *path, enum store_mode mode, const char *who, GError **error);

void store_close(Store *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)

/** Why the file was opened for reading only, a sentence; NULL when it can be written. Every gesture
 * of such a store fails with it. Borrowed. */
const char *store_read_only(const Store *store);

const char *store_path(const Store *store);

/** True when PATH is the database file itself, by whatever name. Nobody may open it otherwise than
 * by this floor: the locks on it would go with the descriptor that is closed. */
bool store_is_file(const Store *store, const char *path);
const char *store_who(const Store *store);

/** The centre's time zone (a setting), and today there. Borrowed; DAY has room for 11. */
const char *store_zone(Store *store);
void store_today(Store *store, char day[static 11]);

/* ---- reading ----------------------------------------------------------------------------------
 */

/** Rows of one entity. */
typedef struct rows {
	const struct entity *entity;
	guint n;
	void **row;
} Rows;

void rows_free(Rows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rows, rows_free)

/** The row with ID, or NULL with ERROR_NOT_FOUND. Free with entity_free(). */
void *store_get(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Every row, in the entity's own order. */
Rows *store_all(Store *store, const struct entity *entity, GError **error);

/** While very many rows are read one by one: keep LITTLE of the file in memory, or as much as usual
 * again. */
void store_keep_little(Store *store, bool little);

/** The rows whose COLUMN is VALUE, in the entity's own order. */
Rows *store_where(Store *store, const struct entity *entity, const char *column, struct value value,
		  GError **error);

/** The same by a reference. */
Rows *store_of(Store *store, const struct entity *entity, const char *column, gint64 id,
	       GError **error);

/** How many rows, of all or of those whose COLUMN is VALUE; -1 on error. */
gint64 store_count(Store *store, const struct entity *entity, const char *column,
		   struct value value, GError **error);

/** True when another connection has committed since the last call; the first call is false. */
bool store_changed(Store *store);

/** The file that is written to a moment before a commit is seen, by whichever program; NULL: none.
 * It may not be there yet. Borrowed until the store is closed or reopened. */
const char *store_log_path(Store *store);

/* ---- gestures ---------------------------------------------------------------------------------
 */

/** Begin a gesture; ACTION is its code in the table of app/gesture.h ("attendee_import"). */
bool store_begin(Store *store, const char *action, GError **error);

/** True between store_begin() and its end. */
bool store_in_gesture(const Store *store);

/** The gesture under way only records what was done outside the file (a paper was printed): it
 * stands in the history, but undo passes over it. */
void store_as_record(Store *store);

/** The gesture under way erases personal data: its changes keep no images, and it cannot be undone.
 * It still has to clean what earlier gestures kept (store/erase.h). */
void store_as_final(Store *store);

/** What the gesture is about, for its sentence in the history. All may be 0. */
void store_about(Store *store, const struct entity *entity, gint64 id, gint64 event_id,
		 gint64 amount);

/** Add ROW: its id (unless it has one), rev and derived members are set. */
bool store_insert(Store *store, const struct entity *entity, void *row, GError **error);

/** Write what differs from the stored row. ERROR_STALE when its rev is no longer ROW's; nothing
 * happens when nothing differs. rev and derived members of ROW are set. */
bool store_update(Store *store, const struct entity *entity, void *row, GError **error);

/** Delete the row and, first, everything that belongs to it. ERROR_REFERENCED names what still
 * needs it. */
bool store_delete(Store *store, const struct entity *entity, gint64 id, GError **error);

/** End the gesture: what follows from it is settled (days, half-days, calendar sequences), then all
 * is durable. On failure everything is rolled back. GESTURE (may be NULL) receives its id, or 0
 * when nothing changed. */
bool store_commit(Store *store, gint64 *gesture, GError **error);

/** Settle now what store_commit() would settle, so that what is read next shows it (a trial that
 * will be rolled back). */
bool store_settle(Store *store, GError **error);

/** Forget the gesture. */
void store_rollback(Store *store);

/** The next number of a named counter ("event 2026", "attendee 123"): never given twice, not even
 * after an undo. Needs a gesture. */
gint64 store_next(Store *store, const char *counter, gint64 at_least, GError **error);

/* ---- what takes long --------------------------------------------------------------------------
 */

/** GOES_ON is asked while statements run and between the rows of an undo: of which DONE of TOTAL
 * are behind it (both 0 where nobody has counted). Once it says false everything fails with
 * ERROR_CANCELLED, and with it the gesture under way, until it is taken away (NULL). What only
 * reads may end all the same with less than the file holds: whoever stopped it throws it away. */
void store_watch(Store *store, bool (*goes_on)(guint done, guint total, gpointer user),
		 gpointer user);

/* ---- care -------------------------------------------------------------------------------------
 */

/** Copy the whole file to PATH (which must not exist), checked before it gets its name. */
bool store_backup(Store *store, const char *path, GError **error);

/** A new name in that folder (store_backup_folder()) for a copy of the open file, with REASON, a
 * word, in it; makes the folder. Caller frees; NULL on error. */
char *store_backup_path(Store *store, const char *reason, GError **error);

/** The folder, in the user's state, of the copies that the program makes by itself of the file at
 * PATH: one for each file, for two centres may both call theirs ateliers.db. Caller frees. */
char *store_backup_folder(const char *path);

/** Check that PATH is a sound database of ours. */
bool store_check_file(const char *path, GError **error);

/** Problems of the open file, one sentence each (char *), none when it is sound. */
GPtrArray *store_doctor(Store *store, GError **error);

#endif
