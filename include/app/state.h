/* Where what is one user's own stands: outside the file that a team shares (data model, rule 17).
 */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>

/** The form that was open when the terminal went away, of the database at PATH. Caller frees. */
char *state_draft_path(const char *path);

/** True once for each user: nobody has been welcomed here before. */
bool state_welcomes(void);

#endif
