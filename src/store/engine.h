/* The engine behind the store: SQL in the common dialect, values in and out (decision 5).
 *
 * Parameters are written $1…$n and bound by name. A second engine, or one that injects faults, is
 * another struct engine_driver.
 */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <glib.h>
#include <stdbool.h>

#include "core/entity.h"

struct engine;
struct engine_cursor;

struct engine_driver {
	/** The first SIZE bytes of the file at PATH, and no more than it has: how many, or -1 when
	 * it cannot be read. A file that this process has open as a database must never be opened
	 * and closed in any other way than by its engine: POSIX drops every lock of the process
	 * with the first descriptor that is closed, and then others take the file for unused. */
	gssize (*head)(const char *path, guint8 *bytes, gsize size);
	/** Open an existing file (or server) to read and write, or else for reading only; MAKE
	 * creates it, mode 0600. */
	struct engine *(*open)(const char *path, bool make, GError **error);
	/** Open an existing file to read alone, without changing a byte of it. */
	struct engine *(*open_to_read)(const char *path, GError **error);
	void (*close)(struct engine *engine);
	/** Why it was opened for reading only, a sentence; NULL when it can be written. Borrowed.
	 */
	const char *(*read_only)(struct engine *engine);
	/** How much of the file may be kept in memory, in KiB. */
	void (*cache)(struct engine *engine, guint kib);
	/** Begin a transaction that will write; waits for its turn, but not for ever (ERROR_BUSY).
	 */
	bool (*begin)(struct engine *engine, GError **error);
	bool (*commit)(struct engine *engine, GError **error);
	void (*rollback)(struct engine *engine);
	/** Close everything and open it again, so that what a failed commit has left on the disk
	 * shows. When it cannot be opened everything fails; begin() tries again. */
	bool (*reopen)(struct engine *engine, GError **error);
	/** Begin to run SQL; ARGS are bound to $1…$N, and their text must live until the cursor is
	 * finished. */
	struct engine_cursor *(*run)(struct engine *engine, const char *sql,
				     const struct value *args, guint n, GError **error);
	/** The next row: 1, none left: 0, failure: -1. */
	int (*next)(struct engine_cursor *cursor, GError **error);
	/** A column of the present row; text is borrowed until the next call on the cursor. */
	struct value (*column)(struct engine_cursor *cursor, guint column);
	/** NULL is allowed. */
	void (*finish)(struct engine_cursor *cursor);
	/** Rows changed by the last statement. */
	gint64 (*changes)(struct engine *engine);
	/** Several statements without parameters. */
	bool (*script)(struct engine *engine, const char *sql, GError **error);
	/** The marks that say whose file it is, and of which version. */
	bool (*marks)(struct engine *engine, gint64 *application, gint64 *version, GError **error);
	bool (*mark)(struct engine *engine, gint64 application, gint64 version, GError **error);
	/** A number that rises with every commit of other connections. */
	gint64 (*generation)(struct engine *engine);
	/** The file that every commit writes to first, or NULL. Borrowed while the engine is open.
	 */
	const char *(*log_path)(struct engine *engine);
	/** Problems as sentences (char *) into PROBLEMS. */
	bool (*check)(struct engine *engine, GPtrArray *problems, GError **error);
	/** GOES_ON is asked every now and then while statements run: once it says false they fail
	 * with ERROR_CANCELLED, until it is taken away (NULL). A commit and a rollback are never
	 * stopped.
	 */
	void (*watch)(struct engine *engine, bool (*goes_on)(gpointer user), gpointer user);
	/** Write everything anew, so that what was deleted can no longer be read in the file. */
	bool (*scrub)(struct engine *engine, GError **error);
	/** A copy of everything into a new file. */
	bool (*copy)(struct engine *engine, const char *path, GError **error);
};

extern const struct engine_driver engine_sqlite;

#endif
