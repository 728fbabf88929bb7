/* What can go wrong, in one list.
 *
 * Every function that can fail takes a GError ** last. The message is a whole sentence in the
 * person's language: what failed, which object, what to do next; no full stop at its end, so that
 * it can stand alone on a line or before a colon.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <glib.h>
#include <stdbool.h>

#define ATELIERS_ERROR (ateliers_error_quark())

enum ateliers_error {
	ERROR_USAGE,       /* the command line is wrong (exit 2) */
	ERROR_INVALID,     /* a value is refused: nothing was written */
	ERROR_NOT_FOUND,   /* no such object */
	ERROR_AMBIGUOUS,   /* several objects answer to that name */
	ERROR_CONFLICT,    /* a unique rule of the data would be broken */
	ERROR_REFERENCED,  /* other rows still need the row that was to be deleted */
	ERROR_STALE,       /* the row has changed since it was read */
	ERROR_OVERWRITTEN, /* a gesture cannot be undone: later ones stand on it */
	ERROR_NOTHING,     /* nothing to undo, redo or print */
	ERROR_BUSY,        /* another process holds the file for too long */
	ERROR_FULL,        /* no space left */
	ERROR_IO,          /* the system refused a read or a write */
	ERROR_DAMAGED,     /* the database is damaged, empty or cut short */
	ERROR_FOREIGN,     /* a file, but not one of ours */
	ERROR_NEWER,       /* a database made by a newer version */
	ERROR_READ_ONLY,   /* the database cannot be written */
	ERROR_FORMAT,      /* an imported file cannot be read as what it should be */
	ERROR_MODULE,      /* a part of the program is missing from the installation */
	ERROR_CANCELLED,   /* the person stopped it */
};

GQuark ateliers_error_quark(void);

/** Set ERROR and return false, so that a failing function ends in one line. */
bool fail(GError **error, enum ateliers_error code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/** Why the system refuses to read something (an errno), in the person's language, to stand behind
 * "… cannot be read:". The system's own words are English wherever its locales are not installed.
 * Borrowed until the next call. */
const char *reading_reason(int trouble);

/** The same of a GError of GLib (g_file_get_contents()). Borrowed as long as REASON is. */
const char *reading_reason_of(const GError *reason);

#endif
