/* The copies of a database: those that the program makes by itself, and the last one that a person
 * asked for. They stand in the user's state folder, one folder for each database
 * (store_backup_folder()), named "2026-11-23T08-30-00Z-daily.db". */
#ifndef APP_BACKUPS_H
#define APP_BACKUPS_H

#include <glib.h>
#include <stdbool.h>

struct backup_file {
	char *path;
	char *instant; /* when it was made, UTC; NULL when its name does not say */
	char *reason;  /* "daily", "migration"; NULL: a person asked for it, or put it aside */
};

void backup_file_free(struct backup_file *file);

/** Every copy of the database at PATH that is known here, the latest first (struct backup_file):
 * in the folder, the one that was last asked for, and those that "restore" left beside it. */
GPtrArray *backups_list(const char *path);

/** Remember that the database at PATH was copied to BACKUP, now. A note that cannot be written is
 * no failure of the copy. */
void backups_note(const char *path, const char *backup);

/** The instant of the last copy of the database at PATH, whoever asked for it; NULL when there is
 * none. WHERE (may be NULL) receives its path. Caller frees both. */
char *backups_last(const char *path, char **where);

/** Make today's copy of the database at PATH by a connection of its own, unless there is one. It is
 * checked before it gets its name, and then those that need not be kept are removed
 * (core/rotation.h). MADE says whether there is a new one. May run in a thread of its own. */
bool backups_daily(const char *path, bool *made, GError **error);

#endif
