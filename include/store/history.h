/* The history of gestures: what was done, by whom, and taking it back (data model, rules 13 to 15).
 */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "core/presence.h"
#include "store/store.h"

struct gesture {
	gint64 id;
	char *happened_at; /* UTC */
	char *who;
	char *kind; /* "do", "undo", "redo", "record" */
	char *action;
	gint64 amount;   /* of things it was about; 0 when that says nothing */
	gint64 event_id; /* 0 when it belongs to none */
	char *subject;   /* name of what it was about, as it is called now; NULL when gone */
	gint64 target;   /* the gesture that it took back, or 0 */
	bool undone;
	bool final; /* cannot be taken back */
	gint64 changes;
};

void gesture_free(struct gesture *gesture);

/** The latest gestures first, at most LIMIT (0: all); of one event when EVENT_ID is not 0.
 * Elements are struct gesture, freed with the array. */
GPtrArray *history_list(Store *store, gint64 event_id, guint limit, GError **error);

/** The gestures that touched one row, the latest first; elements as above. */
GPtrArray *history_of_row(Store *store, const struct entity *entity, gint64 id, GError **error);

/** The gestures that stand and were said to be about one row of an event (store_about()), the
 * latest first; elements as above. */
GPtrArray *history_about(Store *store, gint64 event_id, const struct entity *entity, gint64 id,
			 GError **error);

/** One change of a gesture, for showing. */
struct gesture_change {
	const struct entity *entity;
	gint64 row_id;
	char *operation; /* "insert", "update", "delete" */
	char *before;    /* JSON of the changed columns, or NULL */
	char *after;
};

/** The changes of a gesture in their order (struct gesture_change, freed with the array). */
GPtrArray *history_changes(Store *store, gint64 gesture, GError **error);

/** The gestures that stand and have touched a row of GESTURE since, the latest first; elements as
 * above. NULL on error. */
GPtrArray *history_later(Store *store, gint64 gesture, GError **error);

/** The row as it is, or as its deletion left it; NULL when nothing is known of it. Free with
 * entity_free(). */
void *history_row(Store *store, const struct entity *entity, gint64 id);

/** Take back GESTURE (0: my own last one). ERROR_OVERWRITTEN names the rows that have changed
 * since; ERROR_NOTHING when there is nothing of mine. DONE (may be NULL) receives what was undone;
 * free with gesture_free(). Of many changes it says how far it is, and may be stopped
 * (store_watch()). */
bool history_undo(Store *store, gint64 gesture, struct gesture **done, GError **error);

/** Do again my own last undone gesture, unless I have done something else since. */
bool history_redo(Store *store, struct gesture **done, GError **error);

/** Marks of presence are never deleted: take one back by another, in the gesture under way (data
 * model, rule 8). */
bool store_mark_retract(Store *store, const struct presence_mark *mark, GError **error);

#endif
