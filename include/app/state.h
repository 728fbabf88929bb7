/* Where what is one user's own stands: outside the file that a team shares (data model, rule 17).
 */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <glib.h>
#include <stdbool.h>

/** The form that was open when the terminal went away, of the database at PATH. Caller frees. */
char *state_draft_path(const char *path);

/** What the lists were when the interface was left, of the same. Caller frees. */
char *state_lists_path(const char *path);
/** What the person has set for herself ("theme", "mouse"), on this machine, for every database;
 * NULL: nothing, or it cannot be read. Caller frees. */
char *state_preference(const char *name);

/** Remember it; VALUE NULL forgets. False with an error when it cannot be written. */
bool state_prefer(const char *name, const char *value, GError **error);

/** What was used last in the palette of the database at PATH, the latest first: "act list.new",
 * "event 12". Ids only: no name of anybody stands outside the database. Caller frees. */
char **state_recent(const char *path);

/** ITEM was used now. That it cannot be remembered is nobody's trouble, and not told. */
void state_recent_add(const char *path, const char *item);
/** True once for each user: nobody has been welcomed here before. */
bool state_welcomes(void);

#endif
