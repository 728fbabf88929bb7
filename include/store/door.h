/* An event taken along: what the store does of it (docs/adr/0023).
 *
 * A copy is an ordinary database that holds one event and what it needs. Its history begins empty:
 * what it holds is what was done there.
 */
#ifndef STORE_DOOR_H
#define STORE_DOOR_H

#include "core/door_copy.h"
#include "store/store.h"

/* ---- which database this is ---------------------------------------------------------------------
 */

/** The id of the row of door_copy that this database is; 0: it is the centre's own. */
gint64 store_taken(Store *store);

/** Its letter; NULL: it is the centre's own. Caller frees. */
char *store_taken_letter(Store *store);

/** "copy B of 2026-014, taken along on 23/11/2026"; NULL: it is the centre's own. Caller frees. */
char *store_taken_words(Store *store);

/** The id of the gesture under way. */
gint64 store_gesture(const Store *store);

/* ---- out and in ---------------------------------------------------------------------------------
 */

/** Make the copy ROW at PATH, which must not exist: whole, checked, mode 0600, and nothing else
 * than its event needs (store/door_ways.c). */
bool door_file_make(Store *home, const struct door_copy *row, const char *path, GError **error);

/** A private image of the copy at PATH as it is now, in the newest schema, that ends with
 * store_close(); the file itself is not changed. Refused in words: the database HOME itself,
 * ERROR_NOT_FOUND, ERROR_FOREIGN (no database, or none that was taken along), ERROR_DAMAGED,
 * ERROR_NEWER. */
Store *door_file_open(Store *home, const char *path, GError **error);

/** True when what is done to rows of ENTITY in a copy comes back. */
bool door_comes_back(const struct entity *entity);

/** True when the copies are not told that member. */
bool door_withholds(const struct entity *entity, const char *member);

/* ---- what was done ------------------------------------------------------------------------------
 */

/** One change, with the gesture that made it. */
struct door_change {
	const struct entity *entity;
	gint64 row_id;
	char operation;       /* 'i', 'u', 'd' */
	char *before, *after; /* JSON of the changed members, or NULL */
	gint64 gesture;
	char *at;    /* UTC */
	bool stands; /* done, and not undone */
	bool back;   /* it took something back */
	bool merge;  /* it brought a copy back, or took that back */
	gint64 copy; /* which, of one that brought it back */
};

/** The changes of gestures later than AFTER in their order (struct door_change, freed with the
 * array); of one row when ID is not 0. */
GPtrArray *door_changes(Store *store, gint64 after, const struct entity *entity, gint64 id,
			GError **error);

/** The last gesture of the history; 0: none. False on error. */
bool door_last_gesture(Store *store, gint64 *gesture, GError **error);

/* ---- bringing back ------------------------------------------------------------------------------
 */

/** The gesture under way brings rows as others made them: what follows from a change of job has
 * been settled there. */
void store_as_brought(Store *store);

/** Add ROW under the id that it has. */
bool store_bring(Store *store, const struct entity *entity, void *row, GError **error);

/** What the row ID of ENTITY that something deleted pointed to is called now, in HERE; 0: it cannot
 * be had. */
typedef bool (*store_called)(const struct entity *entity, gint64 id, gint64 *here, gpointer user,
			     GError **error);

/** Give back the row ID, which was deleted, with what it belonged to and all that was deleted with
 * that. CALLED is asked for what they point to and is not there. REVIVED is false when the history
 * no longer knows the row, or what it needs cannot be had. */
bool store_revive(Store *store, const struct entity *entity, gint64 id, store_called called,
		  gpointer user, bool *revived, GError **error);

#endif
