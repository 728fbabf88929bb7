/* Erasing personal data: from the rows, from what the history kept of them, from the file (data
 * model, rule 15; GDPR, article 17). All of it happens in a gesture that store_as_final() marks. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "core/naming.h"
#include "store/store.h"

/** Blank the members COLUMNS (NULL-terminated) of the row, and in every image that the history
 * holds of it; a required one becomes ERASED_NAME. */
bool erase_members(Store *store, const struct entity *entity, gint64 id, const char *const *columns,
		   GError **error);

/** Delete the row, and every image of it. */
bool erase_row(Store *store, const struct entity *entity, gint64 id, GError **error);

/** Take COLUMNS out of every image of the rows of ENTITY that were deleted and whose member
 * REFERENCE was TARGET, for those rows are no longer there to be found. The gestures that deleted
 * them can no longer be undone. IDS (of gint64) receives those rows. */
bool erase_deleted(Store *store, const struct entity *entity, const char *reference, gint64 target,
		   const char *const *columns, GArray *ids, GError **error);

/** The same of the rows that were deleted by gestures about the row KEPT of the same table: those
 * that were merged into it. */
bool erase_merged(Store *store, const struct entity *entity, gint64 kept,
		  const char *const *columns, GArray *ids, GError **error);

/** Whether a text is to go; FIELD is where it stands. */
typedef bool (*erase_judge)(const struct field *field, const char *text, gconstpointer user);

/** Take the texts that JUDGE condemns, and the keys made of them, out of every image of the rows of
 * ENTITY: what was written there before. The gestures that changed them can no longer be undone. N
 * rises by the images that lose one. */
bool erase_texts(Store *store, const struct entity *entity, erase_judge judge, gconstpointer user,
		 guint *n, GError **error);

/** The personal members of ENTITY, NULL-terminated; free the array alone. */
const char **erase_personal_columns(const struct entity *entity);

/** True when the copy at PATH still holds the person, not forgotten. The copy is not changed, nor
 * brought up to date; one that cannot be read, or is of another shape, says nothing. */
bool erase_copy_holds(const char *path, gint64 person_id);

/** Take the images out of gestures older than INSTANT, which can then no longer be undone. Not for
 * within a gesture, and none itself: nothing of it stands in the history. */
bool erase_old_images(Store *store, const char *instant, GError **error);

/** Write the file anew, so that nothing that was deleted can be read in it nor in its log any
 * longer. Not within a gesture. ERROR_BUSY while somebody else reads: what was erased is gone from
 * every screen all the same. */
bool store_scrub(Store *store, GError **error);

#endif
