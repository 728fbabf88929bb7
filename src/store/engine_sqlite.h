/* What the two halves of the SQLite engine share: the open file, and its failures in words. */
#ifndef STORE_ENGINE_SQLITE_H
#define STORE_ENGINE_SQLITE_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

struct sqlite_file {
	sqlite3 *handle;
	gint64 waiting_since;
	GError *read_only; /* why it was opened for reading only, or NULL */
};

/** Open PATH into FILE, which is zeroed and stays where it is; MAKE creates it, mode 0600. An
 * existing file that cannot be opened to be written (rights, a full disk, a write-ahead log without
 * its index) is opened for reading only, and FILE's read_only says why. */
bool sqlite_file_open(struct sqlite_file *file, const char *path, bool make, GError **error);

/** The first SIZE bytes of PATH, or -1. */
gssize sqlite_file_head(const char *path, guint8 *bytes, gsize size);

/** Open PATH for reading alone; nothing of it is changed. */
bool sqlite_file_open_to_read(struct sqlite_file *file, const char *path, GError **error);

/** Close it; FILE can be opened again. */
void sqlite_file_close(struct sqlite_file *file);

/** A copy of everything into the new file PATH. */
bool sqlite_file_copy(struct sqlite_file *file, const char *path, GError **error);

/** Run several statements that give no rows. */
bool sqlite_file_script(struct sqlite_file *file, const char *sql, GError **error);

/** ERROR in words for CODE and what HANDLE (may be NULL) says of it; always false. */
bool sqlite_fail(sqlite3 *handle, int code, GError **error);

#endif
