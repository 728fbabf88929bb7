/* When the database was last copied, and where to. */
#ifndef CLI_BACKUP_NOTE_H
#define CLI_BACKUP_NOTE_H

#include <glib.h>

/** Remember that the database at PATH was copied to BACKUP, now. A note that cannot be written is
 * no failure of the copy. */
void backup_note_write(const char *path, const char *backup);

/** The instant of the last copy of the database at PATH: asked for by a person, or made by the
 * program itself; NULL when there is none. WHERE (may be NULL) receives its path. Caller frees
 * both. */
char *backup_note_read(const char *path, char **where);

#endif
