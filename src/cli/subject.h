/* The rows that the words of a command name. */
#ifndef CLI_SUBJECT_H
#define CLI_SUBJECT_H

#include "cli/run.h"

/** The id of the row of NOUN that TYPED names, in EVENT_ID's when it is not 0. A room may be
 * written "place/room"; a speaker who is on several sessions is told apart by --session. 0 on
 * error. */
gint64 subject_find(struct run *run, const struct noun *noun, gint64 event_id, const char *typed,
		    GError **error);

/** The ids of the attendees of EVENT_ID that the words TYPED (char *) name, as many. Caller frees;
 * NULL on error. */
gint64 *subject_attendees(struct run *run, gint64 event_id, const GPtrArray *typed, GError **error);

/** True for "key=…" with a key of NOUN. */
bool subject_is_pair(const struct noun *noun, const char *word);

/** The pairs among ARGUMENTS from FIRST on; every one of them must be one. Caller frees; NULL with
 * ERROR_USAGE. */
struct noun_pair *subject_pairs(const struct run *run, guint first, guint *n, GError **error);

/** Have the gesture print ROW once it is done: its number or name, or with --format json the
 * object. */
void subject_result(struct run *run, const void *row);

/** The same, but nothing for people: they know what they changed. */
void subject_changed(struct run *run, const void *row);

/** store_about() for one row of NOUN. */
void subject_about(struct run *run, const struct noun *noun, const void *row, gint64 amount);

/** The code of a gesture: "person_merge". Borrowed for ever. */
const char *subject_action(const struct noun *noun, const char *verb);

#endif
