/* Where what is one user's own stands: outside the file that a team shares (data model, rule 17).
 */
#ifndef APP_STATE_H
#define APP_STATE_H

/** The form that was open when the terminal went away, of the database at PATH. Caller frees. */
char *state_draft_path(const char *path);

/** What the lists were when the interface was left, of the same. Caller frees. */
char *state_lists_path(const char *path);

#endif
