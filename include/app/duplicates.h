/* The duplicates of the directory: found, told apart. Making two rows one is merge_rows(). */
#ifndef APP_DUPLICATES_H
#define APP_DUPLICATES_H

#include "app/noun.h"
#include "core/duplicate.h"

/** The pairs of people (&entity_person) or organisations (&entity_organisation) that may be one
 * (struct duplicate, the most certain first), without those that somebody has told apart and those
 * who have been forgotten. NULL on error, or with ERROR_CANCELLED when PROGRESS (may be NULL) ended
 * the search. */
GArray *duplicates_find(Store *store, const struct entity *entity, duplicate_progress progress,
			gpointer user, GError **error);

/** Those that have to do with one person, for what is typed by hand. NULL on error. */
GArray *duplicates_of_person(Store *store, gint64 person_id, GError **error);

/** What tells two rows of one name apart: "Zoé Élan, DDETS du Gard, zoe@elan.example"; NULL when
 * the row is gone. Caller frees. */
char *duplicates_words(Store *store, const struct noun *noun, gint64 id);

/** Note, in the gesture under way, that the two rows are two: they are not proposed again.
 * ERROR_INVALID when they are one row, ERROR_NOT_FOUND when one is gone. */
bool duplicates_distinguish(Store *store, const struct entity *entity, gint64 a, gint64 b,
			    GError **error);

#endif
