/* What the files of the history share. */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "store/history.h"

/** The gestures of "SELECT … FROM gesture " TAIL (struct gesture, freed with the array). */
GPtrArray *gestures_select(Store *store, const char *tail, const struct value *args, guint n,
			   GError **error);

/** What people call ROW: its title, its names, its name; NULL when it has none. Caller frees. */
char *row_name(const struct entity *entity, const void *row);

/** What people call a row, as it is now or as its deletion left it; NULL when it has no name.
 * Caller frees. */
char *row_called(Store *store, const struct entity *entity, gint64 id);

/** The image that the last deletion of a row kept; NULL when it was never deleted. Caller frees. */
char *deletion_image(Store *store, const struct entity *entity, gint64 id);

/** Take back one change of GESTURE, in the gesture under way. ERROR_OVERWRITTEN names the row when
 * it is no longer as that gesture left it, or others stand on it. */
bool change_undo(Store *store, const struct gesture_change *change, const struct gesture *gesture,
		 GError **error);

#endif
